using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>A slip in recording, put right by a further entry that a teller and whoever presides have signed; the first entry stays.</summary>
internal static class Slips
{
    public static Decision Report(State state, Act act, ReportSlip c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Result) is { } stage) return stage;
        if (!vote.Tellers.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours("", string.Join(", ", vote.Tellers), act.By);
        if (string.IsNullOrWhiteSpace(c.Slip)) return ProtocolRefusals.Malformed("slip", "an id", c.Slip);
        if (vote.Slips.Any(s => s.Id == c.Slip)) return ProtocolRefusals.Taken("slip", c.Slip);
        if (string.IsNullOrWhiteSpace(c.Reason)) return VotesRefusals.ReasonMissing();
        var byName = vote.Kind is VoteKind.Open or VoteKind.RollCall && c is { Person: not null, Choice: not null, Figures: null };
        var byFigures = vote.Kind is VoteKind.Hands or VoteKind.Paper && !vote.IsElection && c is { Person: null, Choice: null, Figures: not null };
        if (!byName && !byFigures) return VotesRefusals.SlipSaysNothing(vote.Kind);
        if (byName && Electors.WhyNot(state, vote, c.Person!, vote.ClosedAt ?? act.At) is { } why) return why;
        if (byFigures && Telling.Fault(vote, c.Figures!, vote.Papers is { } p ? p with { Counted = c.Figures!.Sum } : null) is { } fault) return fault;
        return Decision.Accept(vote.Question.Clause, new SlipReported(c.Vote, new Slip(c.Slip, act.By, c.Person, c.Choice, c.Figures, c.Reason)));
    }

    public static Decision Sign(State state, Act act, SignSlip c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Result) is { } stage) return stage;
        if (vote.Slips.FirstOrDefault(s => s.Id == c.Slip) is not { } slip) return VotesRefusals.NoSuchSlip(c.Slip);
        if (slip.Chair is not null) return ProtocolRefusals.Taken("signature", c.Slip);
        if (Presided(state, act, vote) is { } conduct) return conduct;
        if (slip.Teller == act.By) return ProtocolRefusals.NotYours("", "another than the teller", act.By);
        var outcome = Again(state, vote, slip, act.At);
        ImmutableArray<Event> follow = outcome.Carried == vote.Outcome!.Carried ? [] : Deciding.Consequences(state, act, vote, outcome);
        return Decision.Accept(vote.Question.Clause, [new SlipCorrected(c.Vote, c.Slip, act.By, outcome), .. follow]);
    }

    /// <summary>Whoever presided signs, also when the session has closed since.</summary>
    private static Refusal? Presided(State state, Act act, Vote vote) =>
        vote.Session is { } id && state.Sessions.Find(id) is { ChairPerson: { } chair } && act.By == chair ? null : Conduct.Of(state, act, vote);

    private static Outcome Again(State state, Vote vote, Slip slip, DateTimeOffset at)
    {
        var first = vote.Outcome!;
        var figures = slip.Figures;
        if (figures is null)
        {
            figures = Counting.Of(vote with { Splits = vote.Splits.Remove(slip.Person!) }, vote.Casts.SetItem(slip.Person!, slip.Choice!.Value));
        }
        var blank = vote.Papers is { } papers ? papers.Blank + papers.Spoiled : 0;
        return Deciding.Outcome(state, vote, figures, blank, new(first.Present, first.Votes), first.At) with { At = at };
    }
}
