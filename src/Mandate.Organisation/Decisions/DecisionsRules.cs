using System.Collections.Immutable;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Decisions;

/// <summary>What stands with a decision beside the votes on it.</summary>
public static class DecisionsRules
{
    /// <summary>Years of a term where the constitution gives a place none.</summary>
    private const int TermYears = 2;

    public static Decision Decide(State state, Act act, DecisionsCommand command) => command switch
    {
        MoveAgain c => AgainRules.Move(state, act, c),
        HoldElectionAgain c => ElectionsHeldAgain.Ask(state, act, c),
        RenouncePost c => Renounce(state, act, c),
        SetMeasure c => Set(state, act, c),
        DepositAgreement c => Deposit(state, act, c),
        ConfirmAgreement c => Confirm(state, act, c),
        ConfirmSettled c => Settle(state, act, c),
        DemandAccess c => AccessRules.Demand(state, act, c),
        GiveHonour c => HonourRules.Give(state, act, c),
        RecordRefusal c => RefusedOffences.Record(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Renounce(State state, Act act, RenouncePost c)
    {
        if (Undecided(state, act, c.Motion, out var motion, out var clause) is { } refusal) return refusal;
        var rules = state.Statutes.At(act.At);
        if (!rules.Offices.ContainsKey(c.Place) && !rules.Bodies.ContainsKey(c.Place)) return ProtocolRefusals.Unknown("body", c.Place);
        if (state.Decisions.RenouncedBy(act.By, c.Place, act.Day) is { Motion: var earlier } && earlier == motion.Id) return ProtocolRefusals.Taken("renunciation", c.Place);
        // The term that the motion could open begins with its vote.
        var from = state.Sessions.Find(motion.Session)!.LastDay;
        var until = Seating.TermOf(rules, new Seat(c.Place, null, null)) is { } term ? Periods.After(from, term.Length) : from.AddYears(TermYears);
        return Decision.Accept(clause, new PostRenounced(act.By, c.Place, until, motion.Id));
    }

    private static Decision Set(State state, Act act, SetMeasure c)
    {
        if (Undecided(state, act, c.Motion, out var motion, out var clause) is { } refusal) return refusal;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Decisions.Measures.ContainsKey(c.Id)) return ProtocolRefusals.Taken("measure", c.Id);
        if (!state.Planning.Series.ContainsKey(c.Series)) return ProtocolRefusals.Unknown("series", c.Series);
        if (state.Votes.All.Values.Any(v => v.Question.Subject == motion.Id && v is { StopReason: null, Stage: not VoteStage.Replaced })) return ProtocolRefusals.WrongStage("motion", motion.Id, MotionStage.Filed.ToString(), "a vote");
        return c.Says.Length is 0 or > 300 ? ProtocolRefusals.Malformed("says", "what the figure means, in at most 300 characters", c.Says.Length)
            : Decision.Accept(clause, new MeasureSet(c.Id, motion.Id, c.Kind, c.Series, c.Above, c.Limit, c.Says));
    }

    private static Decision Deposit(State state, Act act, DepositAgreement c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Decisions.Agreements.ContainsKey(c.Id)) return ProtocolRefusals.Taken("agreement", c.Id);
        if (!state.Offices.HeldBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(clause, "office", act.By);
        var with = c.With.IsDefault ? [] : c.With.Distinct(StringComparer.Ordinal).Where(p => p != act.By).ToImmutableArray();
        if (with.IsEmpty) return ProtocolRefusals.Malformed("with", "who made it with you", "");
        if (with.FirstOrDefault(p => !state.Offices.HeldBy(p, act.At).Any()) is { } without) return ProtocolRefusals.NotYours(clause, "office", without);
        if (c.Concerns is { } about && state.Motions.Find(about) is null && state.Votes.Find(about) is null && state.Sessions.Find(about) is null) return ProtocolRefusals.Unknown("subject", about);
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new AgreementDeposited(c.Id, with, c.About, c.Text, c.Concerns));
    }

    private static Decision Confirm(State state, Act act, ConfirmAgreement c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (!state.Decisions.Agreements.TryGetValue(c.Agreement, out var agreement)) return ProtocolRefusals.Unknown("agreement", c.Agreement);
        if (!agreement.With.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, string.Join(", ", agreement.With), act.By);
        return agreement.Confirmed.Contains(act.By) ? ProtocolRefusals.Taken("confirmation", c.Agreement) : Decision.Accept(clause, new AgreementConfirmed(c.Agreement));
    }

    /// <summary>Nobody is asked to confirm: who has said nothing stands as such.</summary>
    private static Decision Settle(State state, Act act, ConfirmSettled c)
    {
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        if (Disputed.Of(state, motion) is not { Vote: { } vote } disputed) return ProtocolRefusals.WrongStage("motion", c.Motion, MotionStage.Adopted.ToString(), motion.Stage.ToString());
        if (!disputed.Members.Contains(act.By)) return ProtocolRefusals.NotYours(vote.Question.Clause, state.Sessions.Find(vote.Session ?? motion.Session)!.Body, act.By);
        if (vote.Statements.Any(s => s.Person == act.By && s.Kind != StatementKind.Explanation)) return DecisionsRefusals.Reserved(vote.Question.Clause);
        return disputed.Confirmed.Contains(act.By) ? ProtocolRefusals.Taken("confirmation", c.Motion) : Decision.Accept(vote.Question.Clause, new SettledConfirmed(c.Motion));
    }

    /// <summary>A motion that is not decided yet, and whoever acts moved it.</summary>
    private static Refusal? Undecided(State state, Act act, string id, out Motion motion, out string clause)
    {
        clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (state.Motions.Find(id) is not { } found)
        {
            motion = null!;
            return ProtocolRefusals.Unknown("motion", id);
        }
        motion = found;
        if (motion.Stage is not (MotionStage.Filed or MotionStage.OnAgenda or MotionStage.Gathering)) return ProtocolRefusals.WrongStage("motion", id, MotionStage.Filed.ToString(), motion.Stage.ToString());
        return motion.MovedFor is null ? motion.Mover == act.By ? null : MotionsRefusals.NotYourMotion(motion, act.By)
            : motion.MovedFor == act.InNameOf || motion.Mover == act.By ? null : MotionsRefusals.NotYourMotion(motion, act.By);
    }
}
