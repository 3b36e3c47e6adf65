using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Votes;

/// <summary>
/// Confirmation of the elected. The clause says how often it can be withheld for one place; when that is used up, election alone gives
/// the mandate.
/// </summary>
internal static class Confirming
{
    /// <summary>What follows from the election: mandates, or the wait for the confirmation that the clause asks for.</summary>
    public static ImmutableArray<Event> After(State state, Vote vote, Seat place, ImmutableArray<string> elected, DateTimeOffset at)
    {
        if (!elected.IsEmpty && ClauseOf(state, place, at) is { } confirm && !UsedUp(state, place, confirm))
            return [new ConfirmationAwaited(vote.Id, elected, confirm.By.Id)];
        return [.. Begin(state, vote, place, elected, at)];
    }

    public static Decision Decide(State state, Act act, ConfirmElected c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Result) is { } stage) return stage;
        if (vote.Place is not { } place || !vote.Awaiting.Contains(c.Person)) return VotesRefusals.NothingToConfirm(vote.Question.Clause, c.Person);
        if (ClauseOf(state, place, act.At) is not { } confirm) return VotesRefusals.NothingToConfirm(vote.Question.Clause, c.Person);
        var clause = confirm.Clause.Path;
        if (Authority.Decides(state, act, confirm.By, clause, Conduct.UnitOf(state, act, confirm.By, place.Unit)) is { } notYours) return notYours;
        if (c.Confirms)
        {
            if (Qualification.Of(state, c.Person, place, act.At, vote.Id, vote.ForSession) is { } unfit) return unfit;
            return Decision.Accept(clause, [new ElectedConfirmed(c.Vote, [c.Person]), .. Begin(state, vote, place, [c.Person], act.At)]);
        }
        if (string.IsNullOrWhiteSpace(c.Reason)) return VotesRefusals.ReasonMissing();
        var rejected = new ElectedRejected(c.Vote, c.Person, act.InNameOf ?? act.By, c.Reason);
        var others = vote.Awaiting.Remove(c.Person).ToImmutableArray();
        if (others.IsEmpty || Given(state, place) + 1 < (confirm.Rejections ?? int.MaxValue)) return Decision.Accept(clause, rejected);
        // That was the last rejection the clause allows: whoever else waits takes up the place.
        return Decision.Accept(clause, [rejected, new ElectedConfirmed(c.Vote, others), .. Begin(state, vote, place, others, act.At)]);
    }

    /// <summary>Null where nobody confirms.</summary>
    private static Confirm? ClauseOf(State state, Seat place, DateTimeOffset at) => (ElectionRules.SelectOf(state, place, at) as Elect)?.Confirm;

    private static bool UsedUp(State state, Seat place, Confirm confirm) => confirm.Rejections is { } most && Given(state, place) >= most;

    /// <summary>How often somebody elected to the place was not confirmed since an election last filled it.</summary>
    private static int Given(State state, Seat place)
    {
        var filled = state.Offices.TenuresOfPlace.GetValueOrDefault(place.Of, []).Select(id => state.Offices.Tenures[id])
            .Where(t => t.Seat == place && t.Basis.Kind == BasisKind.Election)
            .Select(t => state.Votes.Find(t.Basis.Reference)?.Outcome?.At).Max();
        return state.Votes.All.Values.Where(v => v.Place == place).SelectMany(v => v.Rejected).Count(r => filled is null || r.At > filled);
    }

    private static IEnumerable<Event> Begin(State state, Vote vote, Seat place, ImmutableArray<string> elected, DateTimeOffset at) =>
        Mandates.Begin(state, place, vote.ForSession, elected, new Offices.Basis(BasisKind.Election, vote.Id), vote.Id, at);
}
