using System.Collections.Immutable;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Rolls;

/// <summary>What becomes of a row.</summary>
public enum RowFate { New, Changed, Unchanged, Refused }

/// <summary>A row and what becomes of it, said before anything is written.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Code">Why, as a stable name: <c>in-arrears</c>, <c>protected</c>, <c>duplicate</c>, <c>bad-date</c>.</param>
/// <param name="Text">Why, as a sentence.</param>
public sealed record RowPlan(int Line, string Number, RowFate Fate, string Code, string Text)
{
    /// <summary>The person's id: random, or the one known for that number; null for a refused row.</summary>
    public string? Person { get; init; }

    internal RowFacts? Facts { get; init; }
}

/// <summary>What a row says, read.</summary>
/// <param name="Personal">What goes to the vault.</param>
internal sealed record RowFacts(string Unit, DateOnly Since, string Language, MemberStatus Status, ImmutableSortedDictionary<string, string> Personal);

/// <summary>A roll read against an organisation: the fate of every row, and the units that it would make.</summary>
/// <param name="Founding">Rows are entered by the founders; otherwise they become applications, which the admission clause decides.</param>
public sealed record RollPlan(RollFile File, RollMapping Mapping, bool Founding, ImmutableArray<Unit> Units, ImmutableArray<RowPlan> Rows)
{
    public int Count(RowFate fate) => Rows.Count(r => r.Fate == fate);

    /// <summary>How many rows per fate and reason, in order.</summary>
    public IEnumerable<(RowFate Fate, string Code, int Count)> Summary =>
        Rows.GroupBy(r => (r.Fate, r.Code)).OrderBy(g => g.Key.Fate).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => (g.Key.Fate, g.Key.Code, g.Count()));
}
