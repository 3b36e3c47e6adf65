using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Planning;

public abstract record PlanningCommand : Command;

/// <summary>Open a plan question: what shall a fund be spent on in a period? Costed alternatives are filed as of right until a day, and chosen after it (S329).</summary>
/// <param name="Power">Id of the power to decide under which it falls, as the constitution names it.</param>
/// <param name="From">First day of the period, <paramref name="To"/> the last.</param>
/// <param name="FileUntil">The last day to file; the notice of the procedure stands before it and again before the choice closes.</param>
/// <param name="ByMembers">The members choose; otherwise the place that the power names.</param>
/// <param name="Envelope">The most that may be spent, in hundredths; needed for equal shares.</param>
/// <param name="Reviews">Days on which forecasts are held against outcomes.</param>
/// <param name="Petition">The petition with its signatures that demands it; null where a place opens it.</param>
/// <param name="Amends">The decided plan that it would change; then with a reason.</param>
[WireName("planning.open")]
public sealed record OpenPlan(
    string Id, string Title, string Power, string Fund, DateOnly From, DateOnly To, DateOnly FileUntil, DateOnly ChooseUntil, Choosing By, bool ByMembers,
    long? Envelope, ImmutableArray<DateOnly> Reviews, string? Petition = null, string? Amends = null, string? Reason = null) : PlanningCommand;

/// <summary>File an alternative in the one form that all fill in, or a new version of one's own. Nobody has an act that takes it off.</summary>
/// <param name="For">The body or office in whose name, or the tendency for which its speaker files; null for oneself, and then it stands with enough support.</param>
/// <param name="Reason">Why it is changed; null for a first version.</param>
/// <param name="Register">For a member's own: SHA-256 of the pseudonyms of those who may support it; the node adds it.</param>
[WireName("planning.file")]
public sealed record FileAlternative(string Id, string Plan, PlanText Text, string? For = null, string? Reason = null, string? Register = null) : PlanningCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <summary>Support an alternative that a member has filed.</summary>
[WireName("planning.support")]
public sealed record SupportAlternative(string Plan, string Alternative) : PlanningCommand;

/// <summary>Give an opinion: of a group from which an alternative takes something, or of a body that advises. It decides nothing and is shown above the choice (S308, S316).</summary>
/// <param name="As">Body, office or unit that whoever acts serves.</param>
/// <param name="Minority">What a minority of it holds; null where it was of one mind.</param>
[WireName("planning.opine")]
public sealed record GiveOpinion(string Plan, string? Alternative, string As, string Text, string? Minority = null) : PlanningCommand;

/// <summary>Declare why there is one alternative only (S330).</summary>
[WireName("planning.declare-single")]
public sealed record DeclareSingle(string Plan, string Reason) : PlanningCommand;

/// <summary>Put the alternatives to the choice: by whoever presides over the body that chooses; among members by anybody, for it leaves nothing to decide.</summary>
/// <param name="Session">The open session of the body; null among members.</param>
/// <param name="Register">SHA-256 of the pseudonyms of those who choose; the node adds it.</param>
[WireName("planning.put")]
public sealed record PutAlternatives(string Plan, string? Session = null, string? Register = null) : PlanningCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <summary>Choose: the alternatives in order, the best first, with <see cref="Plan.None"/> where one would rather have none; for equal shares those approved. It may be changed until it closes.</summary>
[WireName("planning.choose")]
public sealed record Choose(string Plan, ImmutableArray<string> Order) : PlanningCommand;

/// <summary>Count, when the time is over: by whoever presides over the session, or anybody after the last day.</summary>
[WireName("planning.conclude")]
public sealed record ConcludePlan(string Plan) : PlanningCommand;

/// <summary>Release money for a line of the budget in force, as a grant of the fund: what the choice decided needs no other decision.</summary>
/// <param name="Line">As in <see cref="Budget"/>: alternative and line.</param>
[WireName("planning.release")]
public sealed record ReleaseLine(string Id, string Plan, string Line, long Amount, DateOnly Until) : PlanningCommand;

/// <summary>Say that what a line depends on is there, and how one knows. Before that nothing is released for it (S303).</summary>
[WireName("planning.secure")]
public sealed record SecureLine(string Plan, string Line, string Source) : PlanningCommand;

/// <summary>A unit says what of it has come through to it; stands beside what the provider states (S332).</summary>
[WireName("planning.state-received")]
public sealed record StateReceived(string Plan, string Indicator, string Unit, DateOnly On, long Value, string Source) : PlanningCommand;

/// <summary>State what came of an indicator, with where the figure is from.</summary>
[WireName("planning.state-outcome")]
public sealed record StateOutcome(string Plan, string Indicator, DateOnly On, long Value, string Source) : PlanningCommand;

/// <summary>Review a plan: what was the organisation's own doing and what came from outside. A review that names nothing of its own is returned once (S302, S304).</summary>
[WireName("planning.review")]
public sealed record ReviewPlan(string Plan, string Own, string Outside, string Correction) : PlanningCommand;

/// <summary>A unit says that it does otherwise than a line says, and why; the plan gives no orders (S306).</summary>
[WireName("planning.deviate")]
public sealed record Deviate(string Plan, string Line, string Unit, string Reason) : PlanningCommand;

/// <summary>Confirm a long plan anew: by the place that decides on it, or by its adopted motion (S307).</summary>
[WireName("planning.confirm")]
public sealed record ConfirmPlan(string Plan, string? Motion = null) : PlanningCommand;
