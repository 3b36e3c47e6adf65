using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Planning;

/// <summary>
/// What shall we spend, and on what? Alternatives are filed as of right and chosen by the rule of the power under which they fall; what is
/// chosen is the budget of the period. No act takes an alternative off.
/// </summary>
public static class PlanningRules
{
    /// <summary>Days that a group has, after the last day to file, to say what it thinks of what is taken from it (default; S316).</summary>
    public const int OpinionDays = 14;

    public static Decision Decide(State state, Act act, PlanningCommand command) => command switch
    {
        OpenPlan c => Opening.Open(state, act, c),
        FileAlternative c => Filing.File(state, act, c),
        SupportAlternative c => Filing.Support(state, act, c),
        GiveOpinion c => Opine(state, act, c),
        DeclareSingle c => Single(state, act, c),
        PutAlternatives c => Choices.Put(state, act, c),
        Choose c => Choices.Choose(state, act, c),
        ConcludePlan c => Choices.Conclude(state, act, c),
        ReleaseLine c => Carrying.Release(state, act, c),
        StateOutcome c => Carrying.State(state, act, c),
        ReviewPlan c => Carrying.Review(state, act, c),
        Deviate c => Carrying.Deviate(state, act, c),
        ConfirmPlan c => Carrying.Confirm(state, act, c),
        OpenSeries c => PriceRules.Open(state, act, c),
        EnterValue c => PriceRules.Enter(state, act, c),
        ChooseYardstick c => RealTerms.Choose(state, act, c),
        WatchSeries c => PriceRules.Watch(state, act, c),
        Rebase c => PriceRules.Rebase(state, act, c),
        SecureLine c => Carrying.Secure(state, act, c),
        StateReceived c => Carrying.Received(state, act, c),
        FileDifference c => Differences.File(state, act, c),
        ExplainDifference c => Differences.Explain(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    /// <summary>An opinion of a place that does not decide, or of a unit: by whoever serves there, while the choice has not begun.</summary>
    private static Decision Opine(State state, Act act, GiveOpinion c)
    {
        if (Find(state, c.Plan, out var plan, PlanStage.Filing) is { } wrong) return wrong;
        if (c.Alternative is { } about && state.Planning.Alternatives.GetValueOrDefault(about)?.Plan != plan.Id) return ProtocolRefusals.Unknown("alternative", about);
        if (c.As == plan.For) return PlanningRefusals.Decides(plan.Clause, c.As);
        if (SpeaksFor(state, act, c.As, plan.Clause) is { } notYours) return notYours;
        if (c.Text.Length is 0 or > 4000) return ProtocolRefusals.Malformed("opinion", "an opinion of at most 4000 characters", c.Text.Length);
        return c.Minority is { Length: 0 or > 4000 } ? ProtocolRefusals.Malformed("minority", "at most 4000 characters", c.Minority.Length) : Decision.Accept(plan.Clause, new OpinionGiven(plan.Id, c.Alternative, c.As, c.Text, c.Minority));
    }

    private static Decision Single(State state, Act act, DeclareSingle c)
    {
        if (Find(state, c.Plan, out var plan, PlanStage.Filing) is { } wrong) return wrong;
        if (act.Day <= plan.FileUntil) return PlanningRefusals.FilingStillOpen(plan.Clause, plan.FileUntil);
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(plan.Clause, "office", act.By);
        return c.Reason.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reason", "why nobody filed another, in at most 1000 characters", c.Reason.Length) : Decision.Accept(plan.Clause, new SingleDeclared(plan.Id, c.Reason));
    }

    /// <summary>Null where whoever acts serves in that body, office or unit.</summary>
    internal static Refusal? SpeaksFor(State state, Act act, string place, string clause)
    {
        if (PlaceOf(state.Statutes.At(act.At), place) is { } named) return Authority.Serves(state, act, named, clause);
        if (state.Roll.Unit(place) is null) return ProtocolRefusals.Unknown("place", place);
        return state.Offices.SpeaksFor(act.By, place, act.At) ? null : ProtocolRefusals.NotYours(clause, place, act.By);
    }

    internal static Ref? PlaceOf(Constitution rules, string id) =>
        rules.Bodies.TryGetValue(id, out var body) ? new Ref(id, RefKind.Body) { Clause = body.Clause }
        : rules.Offices.TryGetValue(id, out var office) ? new Ref(id, RefKind.Office) { Clause = office.Clause }
        : null;

    internal static Refusal? Find(State state, string id, out Plan plan, params ReadOnlySpan<PlanStage> stages)
    {
        if (!state.Planning.Plans.TryGetValue(id, out plan!)) return ProtocolRefusals.Unknown("plan-question", id);
        return stages.Length > 0 && !stages.Contains(plan.Stage) ? ProtocolRefusals.WrongStage("plan-question", id, stages[0].ToString(), plan.Stage.ToString()) : null;
    }

    internal static Refusal? New(State state, string id) =>
        id.Length == 0 ? ProtocolRefusals.Malformed("id", "an id", id) : state.Planning.Has(id) ? ProtocolRefusals.Taken("plan-question", id) : null;
}
