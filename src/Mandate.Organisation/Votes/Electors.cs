using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>Who is entitled in a vote, and how many they are.</summary>
internal static class Electors
{
    /// <summary>Null when the person may vote in it at that time.</summary>
    public static Refusal? WhyNot(State state, Vote vote, string person, DateTimeOffset at)
    {
        if (ByRegister(state, vote, at)) return OnRegister(state, person, vote.Unit, vote.OpenedAt ?? at, at) ? null : VotesRefusals.NotEntitled(vote.Question.Clause, person);
        if (state.Sessions.Find(vote.Session!) is not { } session) return ProtocolRefusals.Unknown("session", vote.Session!);
        if (Entitlement.WhyNot(state, session, person, at) is { } why) return why;
        return Connections.IsPresent(state, session, person, at) ? null : VotesRefusals.NotPresent(person);
    }

    /// <summary>How many are entitled: those present with a vote in a session, the register for a vote of members.</summary>
    public static int Count(State state, Vote vote, DateTimeOffset at) => ByRegister(state, vote, at)
        ? state.Roll.Within(vote.Unit).Count(m => IsOn(state, m, vote.OpenedAt ?? at, at))
        : state.Sessions.Find(vote.Session!) is { } session ? Entitlement.Present(state, session, at).Count() : 0;

    /// <summary>
    /// By the register vote the members of a unit or all members, in or outside a session; by their seats those who sit in the
    /// session of the body that decides.
    /// </summary>
    private static bool ByRegister(State state, Vote vote, DateTimeOffset at) =>
        vote.Session is null || (vote.Place is { } place && ElectionRules.SelectOf(state, place, at) is Elect { Electorate: not null });

    private static bool OnRegister(State state, string person, string? unit, DateTimeOffset voteAt, DateTimeOffset at) =>
        state.Roll.Member(person) is { } member && (unit is null || state.Roll.LiesIn(member.Unit, unit)) && IsOn(state, member, voteAt, at);

    /// <summary>In good standing now, and on the register on the day it closed for this vote.</summary>
    private static bool IsOn(State state, Member member, DateTimeOffset voteAt, DateTimeOffset at)
    {
        if (!member.InGoodStanding) return false;
        var closing = state.Statutes.At(at).Electorates.Values.Select(e => e.Register.Closes).OfType<RegisterClosing>().FirstOrDefault(c => c is { Event: "vote", Before: not null });
        return closing is null || Roll(state, member, Periods.Before(Calendar.Day(voteAt), closing.Before!));
    }

    /// <summary>Founding members are on the first register: it cannot have closed before the organisation was.</summary>
    private static bool Roll(State state, Member member, DateOnly closed) =>
        member.WasMemberOn(closed) || (state.Founding.ClosedAt is { } founded && closed < Calendar.Day(founded) && member.Since <= Calendar.Day(founded));
}
