using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Planning;

/// <summary>How a choice is counted: an order of alternatives of which one wins (Schulze), or projects of which many are paid (Method of Equal Shares).</summary>
public enum Choosing { Ranking, EqualShares }

public enum PlanStage { Filing, Choosing, Decided, NoneChosen }

/// <summary>A version of an alternative.</summary>
public sealed record PlanVersion(PlanText Text, DateTimeOffset At, string? Reason);

/// <summary>An alternative. It stands when it is filed for a place or a tendency, or has the support that the clause asks of a member's.</summary>
/// <param name="For">Body, office or tendency; null for a member's own.</param>
/// <param name="Register">Pseudonyms of those who may support it, <paramref name="Supporters"/> of those who do.</param>
public sealed record Alternative(string Id, string Plan, string By, string? For, ImmutableArray<PlanVersion> Versions, ImmutableHashSet<string> Register, ImmutableHashSet<string> Supporters)
{
    public PlanText Text => Versions[^1].Text;
}

/// <param name="As">Body, office or unit.</param>
public sealed record Opinion(string? Alternative, string As, string Text, string? Minority, DateTimeOffset At);

/// <summary>What was counted.</summary>
/// <param name="Chosen">The alternative chosen, or the projects that are paid; empty where none had the majority.</param>
/// <param name="Winner">Who won the count before the majority was asked for; null for equal shares.</param>
/// <param name="Yes">Papers that would rather have it than none, <paramref name="No"/> the other way round.</param>
/// <param name="Needed">What the majority needs of <paramref name="Yes"/>.</param>
public sealed record PlanResult(ImmutableArray<string> Chosen, string? Winner, int Yes, int No, int Abstain, int Needed, int Papers, string Method);

/// <summary>What came of an indicator.</summary>
public sealed record Outcome(string Indicator, DateOnly On, long Value, string Source, string By, DateTimeOffset At);

/// <summary>What of an indicator has come through to a unit.</summary>
public sealed record Receipt(string Indicator, string Unit, DateOnly On, long Value, string Source, string By, DateTimeOffset At);

public sealed record PlanReview(string Own, string Outside, string Correction, bool Returned, string By, DateTimeOffset At);

public sealed record Deviation(string Line, string Unit, string Reason, string By, DateTimeOffset At);

/// <summary>A plan question and, once decided, the plan.</summary>
/// <param name="For">The place that decides by the power, or <c>members</c>.</param>
public sealed record Plan(
    string Id, string Title, string Power, string For, string Clause, string Fund, DateOnly From, DateOnly To, DateOnly FileUntil, DateOnly ChooseUntil, Choosing By, bool ByMembers,
    long? Envelope, ImmutableArray<DateOnly> Reviews, string? Petition, string? Amends, string? Reason, string Rule, int Needed, DateTimeOffset At)
{
    /// <summary>Stands on every paper: rather none of these.</summary>
    public const string None = "none";

    public PlanStage Stage { get; init; }

    public ImmutableArray<Opinion> Opinions { get; init; } = [];

    /// <summary>Why there is one alternative only.</summary>
    public string? Single { get; init; }

    public string? Session { get; init; }

    /// <summary>The alternatives that are chosen from.</summary>
    public ImmutableArray<string> Order { get; init; } = [];

    public int Electorate { get; init; }

    public int? Quorum { get; init; }

    /// <summary>Pseudonyms of those who choose; null where those who sit in the body choose by name.</summary>
    public ImmutableHashSet<string>? Choosers { get; init; }

    /// <summary>What each has chosen.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Papers { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public PlanResult? Result { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The grants of the fund that were released, by line.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Grants { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Lines whose dependency is there, and how that is known.</summary>
    public ImmutableSortedDictionary<string, string> Secured { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableArray<Outcome> Outcomes { get; init; } = [];

    /// <summary>What units say has come through to them; stated again for a day, the last counts.</summary>
    public ImmutableArray<Receipt> Received { get; init; } = [];

    public ImmutableArray<PlanReview> Reviewed { get; init; } = [];

    public ImmutableArray<Deviation> Deviations { get; init; } = [];

    public ImmutableArray<DateTimeOffset> Confirmed { get; init; } = [];

    /// <summary>The decided plan that has changed this one.</summary>
    public string? AmendedBy { get; init; }

    /// <summary>Months after which a plan that is still running is confirmed anew, counted from its first day (default; S307).</summary>
    public const int ConfirmMonths = 24;

    /// <summary>The last day by which a long plan had to be confirmed, on that day; null where it is not long or none has come.</summary>
    public DateOnly? ConfirmDue(DateOnly day)
    {
        DateOnly? due = null;
        for (var next = From.AddMonths(ConfirmMonths); next <= To && next <= day; next = next.AddMonths(ConfirmMonths)) due = next;
        return due is { } since && !Confirmed.Any(c => DateOnly.FromDateTime(c.UtcDateTime) >= since) ? since : null;
    }

    /// <summary>Decided, and neither over nor changed by another.</summary>
    public bool InForceOn(DateOnly day) => Stage == PlanStage.Decided && AmendedBy is null && day <= To;
}

/// <summary>A figure of a series; the last one entered for a day counts.</summary>
public sealed record SeriesValue(DateOnly On, long Value, string Source, string By, DateTimeOffset At);

/// <param name="Base">Of an index: the day on which it is 100, with the <paramref name="Method"/> by which it is made; null where it is no index.</param>
/// <param name="Of">The series whose figures it puts on another base; null where its own are entered.</param>
public sealed record Series(string Id, string Title, string Unit, string Keeper, ImmutableArray<SeriesValue> Entered, DateOnly? Base = null, string? Method = null, string? Of = null)
{
    /// <summary>This index with the figures of another over that of its own base day, to the nearest hundredth.</summary>
    public Series Follow(Series source)
    {
        var one = source.Values.First(v => v.On == Base).Value;
        return this with { Entered = [.. source.Values.Select(v => v with { Value = (long)(new Mandate.Tally.Fraction(v.Value) * 100_00 / one + new Mandate.Tally.Fraction(1, 2)).Floor() })] };
    }

    /// <summary>The figures that count, in order of day.</summary>
    public IEnumerable<SeriesValue> Values => Entered.GroupBy(v => v.On).OrderBy(g => g.Key).Select(g => g.Last());
}

/// <summary>Two series that are watched.</summary>
public sealed record Watch(string Id, string Title, string First, string Second, DateOnly Base, long Limit, int Running, DateTimeOffset At);

public sealed record PlanningState(
    ImmutableDictionary<string, Plan> Plans, ImmutableDictionary<string, Alternative> Alternatives, ImmutableDictionary<string, Series> Series, ImmutableDictionary<string, Watch> Watches)
{
    /// <summary>By which series money is measured; null while none is chosen.</summary>
    public Yardstick? Yardstick { get; init; }

    public static PlanningState Empty { get; } = new(
        ImmutableDictionary.Create<string, Plan>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Alternative>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Series>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Watch>(StringComparer.Ordinal));

    /// <summary>The alternatives of a plan, in order of their ids.</summary>
    public IEnumerable<Alternative> Of(Plan plan) => Alternatives.Values.Where(a => a.Plan == plan.Id).OrderBy(a => a.Id, StringComparer.Ordinal);

    /// <summary>Whether it can be chosen: filed for a place or a tendency, or with enough support.</summary>
    public bool Stands(Alternative alternative) => alternative.For is not null || alternative.Supporters.Count >= Plans[alternative.Plan].Needed;

    /// <summary>Figures that somebody made again and found otherwise.</summary>
    public ImmutableSortedDictionary<string, Difference> Differences { get; init; } = ImmutableSortedDictionary.Create<string, Difference>(StringComparer.Ordinal);

    public bool Has(string id) => Differences.ContainsKey(id) || Plans.ContainsKey(id) || Alternatives.ContainsKey(id) || Series.ContainsKey(id) || Watches.ContainsKey(id);
}
