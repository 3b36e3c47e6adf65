using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>How a dispute ended, or that it has not.</summary>
public enum DisputeOutcome { Open, ForUnit, ForBody, NotSettled }

/// <summary>A unit against a body about whose matter something is.</summary>
/// <param name="Of">The order or mission.</param>
/// <param name="Stays">The last day of the stay if it is not settled before. It is never longer and is given once for the same matter.</param>
public sealed record Dispute(string Id, string Unit, string Of, DisputeGround Ground, string Reason, string Against, string Judge, DateTimeOffset At, DateOnly Stays)
{
    /// <summary>How a panel is drawn; null where the judge settles it.</summary>
    public string? SeedProcedure { get; init; }

    /// <summary>The panel; empty while it is not drawn.</summary>
    public ImmutableArray<string> Panel { get; init; } = [];

    /// <summary>What each of the panel has found: for the unit or not.</summary>
    public ImmutableSortedDictionary<string, bool> Findings { get; init; } = ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);

    public bool? ForUnit { get; init; }

    public string? Reasons { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public bool StaysOn(DateOnly day) => SettledAt is null && day <= Stays;

    public DisputeOutcome OutcomeOn(DateOnly day) => ForUnit switch
    {
        true => DisputeOutcome.ForUnit,
        false => DisputeOutcome.ForBody,
        null => day <= Stays ? DisputeOutcome.Open : DisputeOutcome.NotSettled,
    };
}

/// <summary>A unit's own way to carry out an order.</summary>
public sealed record LocalPlan(string Text, DateTimeOffset At, DateOnly Firm)
{
    public DateTimeOffset? TurnedDownAt { get; init; }

    public string? Reasons { get; init; }
}

/// <summary>How many disputes of a year ended how.</summary>
public sealed record DisputeYear(int Year, DisputeGround Ground, ImmutableSortedDictionary<DisputeOutcome, int> Ended);

/// <summary>
/// Whose matter is it? A unit disputes what a body orders of it or whom it sends; the body that inspects the other settles it. Meanwhile it
/// stands still for this unit alone.
/// </summary>
public static class Disputes
{
    /// <summary>The longest stay, the time to turn down a local plan, and the rejections of an emissary that a unit has in twelve months.</summary>
    private const int StayDays = 30, PlanDays = 30, Rejections = 2;

    /// <summary>
    /// Who settles what that body did: whoever has the power to inspect it, else the first instance of appeals. Never the body itself; null where the
    /// constitution names nobody.
    /// </summary>
    public static string? JudgeOf(Constitution rules, string body)
    {
        var of = body.Split('@')[0];
        return rules.Powers.Where(p => p.Verb == Verb.Inspect && p.Object.Any(o => o.Id == of)).Select(p => (p.Holder as NamedHolder)?.Name.Id)
            .Concat(rules.Rights.GetValueOrDefault("appeal")?.To.Select(t => t.Id) ?? []).OfType<string>().FirstOrDefault(judge => judge != of);
    }

    /// <summary>The disputes of each year, of each ground, by how they ended; a ground with none is left out.</summary>
    public static IEnumerable<DisputeYear> ByYear(State state, DateOnly day) => state.Federation.Disputes.Values
        .GroupBy(d => (d.At.Year, d.Ground)).OrderByDescending(g => g.Key.Year).ThenBy(g => g.Key.Ground)
        .Select(g => new DisputeYear(g.Key.Year, g.Key.Ground, g.GroupBy(d => d.OutcomeOn(day)).ToImmutableSortedDictionary(o => o.Key, o => o.Count())));

    /// <summary>Why the unit need not, or must not yet, act on it; null where nothing stands in the way.</summary>
    internal static Refusal? Stands(State state, string of, string unit, DateOnly day)
    {
        foreach (var dispute in state.Federation.Disputes.Values.Where(d => d.Of == of && d.Unit == unit).OrderBy(d => d.Id, StringComparer.Ordinal))
            if (dispute.ForUnit == true) return FederationRefusals.OwnMatter(dispute.Id, unit);
            else if (dispute.StaysOn(day)) return FederationRefusals.Stayed(dispute.Id, dispute.Stays.AddDays(1));
        return null;
    }

    internal static Decision File(State state, Act act, DisputeCompetence c)
    {
        var (federation, rules) = (state.Federation, state.Statutes.At(act.At));
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (federation.Disputes.ContainsKey(c.Id)) return ProtocolRefusals.Taken("dispute", c.Id);
        if (federation.Orders.GetValueOrDefault(c.Of) is { } order)
        {
            if (!order.To.Contains(c.Unit, StringComparer.Ordinal)) return FederationRefusals.NotAddressed(order.Id, c.Unit);
            if (order.CountermandedAt is { } back) return FederationRefusals.TakenBack(order.Id, back);
        }
        else if (federation.Missions.GetValueOrDefault(c.Of) is not { } mission) return ProtocolRefusals.Unknown("order", c.Of);
        else if (mission.Unit != c.Unit) return FederationRefusals.NotAddressed(mission.Id, c.Unit);
        else if (act.Day > mission.Last) return FederationRefusals.MissionOver(mission.Id, mission.Last);
        var body = federation.Orders.GetValueOrDefault(c.Of)?.For ?? federation.Missions[c.Of].For;
        if (!state.Offices.SpeaksFor(act.By, c.Unit, act.At)) return ProtocolRefusals.NotYours("", c.Unit, act.By);
        if (federation.Disputes.Values.Any(d => d.Of == c.Of && d.Unit == c.Unit)) return FederationRefusals.DisputedAlready(c.Of, c.Unit);
        if (c.Reason.Length is 0 or > 1000) return ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length);
        if (c.SeedProcedure is { } procedure && (procedure.Trim().Length == 0 || c.Ground is not (DisputeGround.Language or DisputeGround.Region)))
            return ProtocolRefusals.Malformed("seedProcedure", "which public figures make the seed, for a dispute on language or region", procedure);
        return JudgeOf(rules, body) is { } judge
            ? Decision.Accept(ClauseOf(rules, judge), new CompetenceDisputed(c.Id, c.Unit, c.Of, c.Ground, c.Reason, body, judge, act.Day.AddDays(StayDays), c.SeedProcedure?.Trim()))
            : FederationRefusals.NobodySettles(body);
    }

    internal static Decision Settle(State state, Act act, SettleDispute c)
    {
        if (!state.Federation.Disputes.TryGetValue(c.Dispute, out var dispute)) return ProtocolRefusals.Unknown("dispute", c.Dispute);
        var clause = ClauseOf(state.Statutes.At(act.At), dispute.Judge);
        if (dispute.SeedProcedure is not null && dispute.SettledAt is null) return FederationRefusals.PanelFirst(dispute.Id, Panels.SeedDue(dispute));
        if (act.InNameOf != dispute.Judge) return ProtocolRefusals.NotYours(clause, dispute.Judge, act.By) with { Way = state.Offices.Holds(act.By, dispute.Judge, act.At) ? "decide-in-writing" : null };
        if (dispute.SettledAt is not null) return ProtocolRefusals.WrongStage("dispute", dispute.Id, "open", "decided");
        return c.Reasons.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("reasons", "the reasons, in at most 2000 characters", c.Reasons.Length) : Decision.Accept(clause, new DisputeSettled(dispute.Id, c.ForUnit, c.Reasons));
    }

    internal static Decision Plan(State state, Act act, FileLocalPlan c)
    {
        if (!state.Federation.Orders.TryGetValue(c.Order, out var order)) return ProtocolRefusals.Unknown("order", c.Order);
        if (!order.To.Contains(c.Unit, StringComparer.Ordinal)) return FederationRefusals.NotAddressed(order.Id, c.Unit);
        if (!state.Offices.SpeaksFor(act.By, c.Unit, act.At)) return ProtocolRefusals.NotYours("", c.Unit, act.By);
        if (order.CountermandedAt is { } back) return FederationRefusals.TakenBack(order.Id, back);
        // A plan that was turned down is followed by another; one that holds is not replaced behind the back of whoever read it.
        if (order.Plans.GetValueOrDefault(c.Unit) is { TurnedDownAt: null }) return ProtocolRefusals.Taken("plan", c.Unit);
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept("", new LocalPlanFiled(order.Id, c.Unit, c.Text, act.Day.AddDays(PlanDays + 1)));
    }

    internal static Decision TurnDown(State state, Act act, TurnDownPlan c)
    {
        if (!state.Federation.Orders.TryGetValue(c.Order, out var order)) return ProtocolRefusals.Unknown("order", c.Order);
        if (order.Plans.GetValueOrDefault(c.Unit) is not { } plan) return ProtocolRefusals.Unknown("plan", c.Unit);
        if (act.InNameOf != order.For) return ProtocolRefusals.NotYours("", order.For, act.By) with { Way = state.Offices.Holds(act.By, order.For.Split('@')[0], act.At) ? "decide-in-writing" : null };
        if (plan.TurnedDownAt is not null) return ProtocolRefusals.WrongStage("plan", c.Unit, "open", "decided");
        if (act.Day >= plan.Firm) return FederationRefusals.PlanHolds(c.Unit, plan.Firm);
        return c.Reasons.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("reasons", "the reasons, in at most 2000 characters", c.Reasons.Length) : Decision.Accept("", new LocalPlanTurnedDown(order.Id, c.Unit, c.Reasons));
    }

    internal static Decision Reject(State state, Act act, RejectEmissary c)
    {
        if (!state.Federation.Missions.TryGetValue(c.Mission, out var mission)) return ProtocolRefusals.Unknown("mission", c.Mission);
        if (act.Day > mission.Last) return FederationRefusals.MissionOver(mission.Id, mission.Last);
        if (!state.Offices.SpeaksFor(act.By, mission.Unit, act.At)) return ProtocolRefusals.NotYours("", mission.Unit, act.By);
        var since = act.Day.AddYears(-1);
        var rejected = state.Federation.Missions.Values.Where(m => m.Unit == mission.Unit && m.RejectedOn > since).OrderBy(m => m.RejectedOn).ToList();
        if (rejected.Count >= Rejections) return FederationRefusals.RejectionsUsed(Rejections, rejected[^Rejections].RejectedOn!.Value.AddYears(1));
        return c.Reason.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length) : Decision.Accept("", new EmissaryRejected(mission.Id, c.Reason));
    }

    internal static string ClauseOf(Constitution rules, string judge) =>
        rules.Powers.FirstOrDefault(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder holder && holder.Name.Id == judge)?.Clause.Path ?? rules.Rights.GetValueOrDefault("appeal")?.Clause.Path ?? "";
}
