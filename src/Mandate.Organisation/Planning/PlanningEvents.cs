using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Planning;

public abstract record PlanningEvent : Event;

/// <param name="For">The place that the power names, or <c>members</c>.</param>
/// <param name="Needed">Members whose support makes an alternative of a member stand.</param>
/// <param name="Rule">The majority that the chosen one must have against choosing none, as the clause writes it.</param>
[WireName("planning.opened")]
public sealed record PlanOpened(
    string Id, string Title, string Power, string For, string Clause, string Fund, DateOnly From, DateOnly To, DateOnly FileUntil, DateOnly ChooseUntil, Choosing By, bool ByMembers,
    long? Envelope, ImmutableArray<DateOnly> Reviews, string? Petition, string? Amends, string? Reason, string Rule, int Needed) : PlanningEvent;

[WireName("planning.filed")]
public sealed record AlternativeFiled(string Id, string Plan, PlanText Text, string? For, string? Reason, string? Register) : PlanningEvent
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

[WireName("planning.supported")]
public sealed record AlternativeSupported(string Alternative) : PlanningEvent;

[WireName("planning.opinion-given")]
public sealed record OpinionGiven(string Plan, string? Alternative, string As, string Text, string? Minority) : PlanningEvent;

[WireName("planning.single-declared")]
public sealed record SingleDeclared(string Plan, string Reason) : PlanningEvent;

/// <param name="Order">The alternatives that stand, in the order in which they are shown.</param>
/// <param name="Quorum">How many must take part; null where no clause says so.</param>
[WireName("planning.put-to-choice")]
public sealed record AlternativesPut(string Plan, string? Session, ImmutableArray<string> Order, int Electorate, int? Quorum, string? Register) : PlanningEvent
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

[WireName("planning.chose")]
public sealed record Chose(string Plan, ImmutableArray<string> Order) : PlanningEvent;

[WireName("planning.concluded")]
public sealed record PlanConcluded(string Plan, PlanResult Result) : PlanningEvent;

[WireName("planning.released")]
public sealed record LineReleased(string Plan, string Line, string Grant) : PlanningEvent;

[WireName("planning.secured")]
public sealed record LineSecured(string Plan, string Line, string Source) : PlanningEvent;

[WireName("planning.received-stated")]
public sealed record ReceivedStated(string Plan, string Indicator, string Unit, DateOnly On, long Value, string Source) : PlanningEvent;

[WireName("planning.outcome-stated")]
public sealed record OutcomeStated(string Plan, string Indicator, DateOnly On, long Value, string Source) : PlanningEvent;

/// <param name="Returned">It names nothing of the organisation's own, and comes back once for completion.</param>
[WireName("planning.reviewed")]
public sealed record PlanReviewed(string Plan, string Own, string Outside, string Correction, bool Returned) : PlanningEvent;

[WireName("planning.deviated")]
public sealed record Deviated(string Plan, string Line, string Unit, string Reason) : PlanningEvent;

[WireName("planning.confirmed")]
public sealed record PlanConfirmed(string Plan, string? Motion) : PlanningEvent;

[WireName("planning.series-opened")]
public sealed record SeriesOpened(string Id, string Title, string Unit, string Keeper, DateOnly? Base = null, string? Method = null, string? Of = null) : PlanningEvent;

[WireName("planning.value-entered")]
public sealed record ValueEntered(string Series, DateOnly On, long Value, string Source) : PlanningEvent;

[WireName("planning.watch-set")]
public sealed record WatchSet(string Id, string Title, string First, string Second, DateOnly Base, long Limit, int Running) : PlanningEvent;
