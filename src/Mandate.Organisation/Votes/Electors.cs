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
    /// <summary>Null when the person may vote in it at that time: in a vote of members by the pseudonym that is on its register.</summary>
    public static Refusal? WhyNot(State state, Vote vote, string person, DateTimeOffset at)
    {
        if (vote.Register is { } register) return register.Contains(person) ? null : VotesRefusals.NotEntitled(vote.Question.Clause, person);
        if (vote.Session is null || state.Sessions.Find(vote.Session) is not { } session) return VotesRefusals.NotEntitled(vote.Question.Clause, person);
        if (Entitlement.WhyNot(state, session, person, at) is { } why) return why;
        if (!Connections.IsPresent(state, session, person, at)) return VotesRefusals.NotPresent(person);
        return vote.Shares is { } shares && !shares.Has(person) ? VotesRefusals.SharedOut(vote.Question.Clause, person) : null;
    }

    /// <summary>How many are entitled: those present with a vote in a session, the register for a vote of members.</summary>
    public static int Count(State state, Vote vote, DateTimeOffset at) => ByRegister(state, vote, at)
        ? vote.Register?.Count ?? OnRegister(state, vote.Unit, vote.OpenedAt ?? at, at).Count
        : state.Sessions.Find(vote.Session!) is { } session ? Entitlement.Present(state, session, at).Count() : 0;

    /// <summary>Who is on the register of a question; null where those who vote do so in their office, by name.</summary>
    public static IReadOnlyCollection<string>? OfQuestion(State state, PutQuestion c, DateTimeOffset at)
    {
        if (c.Session is null) return OnRegister(state, c.Unit, at, at);
        return state.Sessions.Find(c.Session) is { } session && MeetsAsMembers(state, session, at) ? [.. Entitlement.Voters(state, session, at)] : null;
    }

    /// <summary>Who is on the register of an election that is opened; null where a body elects, by name.</summary>
    public static IReadOnlyCollection<string>? OfElection(State state, OpenVote c, DateTimeOffset at) =>
        state.Votes.Find(c.Vote) is { IsElection: true } vote && ByRegister(state, vote, at) ? OnRegister(state, vote.Unit, at, at) : null;

    /// <summary>Who may nominate: all members, of the unit where a unit elects.</summary>
    public static IReadOnlyCollection<string> Nominators(State state, OpenNominations c, DateTimeOffset at)
    {
        var unit = ElectionRules.SelectOf(state, c.Place, at) is Elect { Electorate: not null, Within: not null } ? c.Place.Unit : null;
        return state.Roll.InGoodStanding(unit);
    }

    /// <summary>A meeting of members and not of delegates or officers.</summary>
    public static bool MeetsAsMembers(State state, Session session, DateTimeOffset at) => state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body) is { Of: not null };

    /// <summary>
    /// By the register vote the members of a unit or all members, in or outside a session; by their seats those who sit in the
    /// session of the body that decides.
    /// </summary>
    internal static bool ByRegister(State state, Vote vote, DateTimeOffset at) =>
        vote.Session is null || (vote.Place is { } place && ElectionRules.SelectOf(state, place, at) is Elect { Electorate: not null });

    private static IReadOnlyCollection<string> OnRegister(State state, string? unit, DateTimeOffset voteAt, DateTimeOffset at) =>
        [.. state.Roll.Within(unit).Where(m => IsOn(state, m, voteAt, at)).Select(m => m.Id)];

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
