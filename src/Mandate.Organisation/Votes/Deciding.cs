using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Tally.Decisions;

namespace Mandate.Organisation.Votes;

/// <summary>Who was there.</summary>
/// <param name="Present">Present with a vote; outside a session those who took part.</param>
/// <param name="Votes">The votes that they carry; null where everybody has one.</param>
internal sealed record Hall(int Present, int? Votes = null);

/// <summary>The arithmetic of a vote on a question: exact whole numbers, the majority as its clause writes it.</summary>
internal static class Deciding
{
    /// <summary>The outcome of these figures in a vote.</summary>
    public static Outcome Outcome(State state, Vote vote, Figures figures, int blank, Hall hall, DateTimeOffset at)
    {
        var question = vote.Question;
        var threshold = Threshold.Parse(question.Rule);
        var day = Calendar.Day(at);
        var held = vote.Session is null ? null : state.Sessions.Find(vote.Session);
        var members = held is null ? vote.Electorate : state.Roll.CountOn(day, held.Unit);
        var seats = held is null ? vote.Electorate : hall.Votes is not null && Carrying.In(state, vote, at) is { } shares ? Carrying.Total(state, held, shares, at) : Seating.SeatsOfSession(state, held, at);
        var units = state.Roll.Units.Values.Count(u => u.From <= day && (u.Until is null || day <= u.Until));
        var tally = new DecisionTally(figures.Yes, figures.No, figures.Abstain, blank, Math.Max(hall.Votes ?? hall.Present, figures.Sum + blank), members, seats, units);
        var decision = Tally.Decisions.Decision.Decide(threshold, tally);
        var carried = decision.Holds && (question.QuorumNeeded is not { } quorum || hall.Present >= quorum);
        return new Outcome(carried, figures, (int)decision.Needed, (int)decision.Base, hall.Present, question.QuorumNeeded, [], [], CountSheet: null, at) { Votes = hall.Votes };
    }

    /// <summary>The quorum of a vote: that of the clause, else that of the body; null where the constitution has none.</summary>
    public static (int Needed, string Clause, string Text)? Quorum(State state, Matter matter, Session? session, int electorate, DateTimeOffset at)
    {
        var quantity = matter.Quorum ?? (session is null ? null : state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Quorum?.EachVote);
        if (quantity is null) return null;
        var of = quantity.Basis switch
        {
            Constitutions.Basis.Seats when session is not null => Seating.SeatsOfSession(state, session, at),
            Constitutions.Basis.Members when session is not null => state.Roll.CountOn(Calendar.Day(at), session.Unit),
            Constitutions.Basis.Present when session is not null => Entitlement.Present(state, session, at).Count(),
            _ => electorate,
        };
        return ((int)Constitutions.Rules.Quantities.NeededOf(quantity, of), quantity.Clause.Path, quantity.Text);
    }

    /// <summary>What follows from the outcome beside the vote itself.</summary>
    public static ImmutableArray<Event> Consequences(State state, Act act, Vote vote, Outcome outcome)
    {
        if (vote.Question.Subject is { } subject && state.Offices.Recalls.TryGetValue(subject, out var recall)) return OfRecall(state, act, vote, recall, outcome);
        return Motions.Consequences.Of(state, act, vote, outcome);
    }

    private static ImmutableArray<Event> OfRecall(State state, Act act, Vote vote, RecallPetition recall, Outcome outcome)
    {
        var tenure = state.Offices.Tenures[recall.Tenure];
        var all = recall.Whole ? state.Offices.TenuresOfPlace[tenure.Seat.Of].Select(id => state.Offices.Tenures[id]).Where(t => t.Seat.Unit == tenure.Seat.Unit).OrderBy(t => t.Id, StringComparer.Ordinal) : (IEnumerable<Tenure>)[tenure];
        if (outcome.Carried) return [.. all.Where(t => t.HeldAt(act.At)).Select(t => new TenureEnded(t.Id, "recalled"))];
        // The vote is held again after a challenge and has gone the other way.
        var before = vote.Replaces is { } replaced ? state.Votes.Find(replaced)?.Outcome : vote.Outcome;
        return before is { Carried: true } && tenure.EndReason == "recalled" ? [.. all.Where(t => t.EndReason == "recalled" && t.Ended == tenure.Ended).Select(t => new TenureRestored(t.Id, vote.Id))] : [];
    }
}
