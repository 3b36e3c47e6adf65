using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>
/// The papers of a ranked election. A line is a number of equal papers and the ranks they mark, stored one 16-bit cell per mark
/// in one array: a cell names a candidate, or says "this rank was left empty" or "this rank bears several marks"; its highest bit says "ranked equal with the cell before". A cell
/// that ends the line follows the marks, so that a paper is known by the place of one of its marks alone.
/// Candidates are numbered from 0 in ballot-paper order.
/// </summary>
public sealed class Ballots
{
    /// <summary>The most candidates that a paper can name.</summary>
    public const int MostCandidates = 30_000;

    internal const ushort EqualBit = 0x8000;
    internal const ushort CandidateBits = 0x7FFF;
    internal const ushort SkippedRank = 0x7FFF;
    internal const ushort OvervotedRank = 0x7FFE;
    internal const ushort EndOfLine = 0x7FFD;

    /// <summary>The line of every so many cells is kept.</summary>
    private const int NearBits = 6;

    private readonly ushort[] cells;
    private readonly int[] starts;
    private readonly long[]? weights;
    private int[]? near;

    internal Ballots(ushort[] cells, int[] starts, int lines, long[]? weights, long papers, bool equalRanks)
    {
        this.cells = cells;
        this.starts = starts;
        this.weights = weights;
        Lines = lines;
        Papers = papers;
        HasEqualRanks = equalRanks;
    }

    public required ImmutableArray<string> Candidates { get; init; }

    /// <summary>The name of the election; empty where the file has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The number of seats that the file states.</summary>
    public int? Seats { get; init; }

    /// <summary>Candidates that stand on the paper but cannot be elected; preferences for them are passed over.</summary>
    public ImmutableHashSet<int> Withdrawn { get; init; } = [];

    /// <summary>Names on the paper that were never candidates (undeclared write-ins); treated as withdrawn.</summary>
    public ImmutableHashSet<int> Undeclared { get; init; } = [];

    /// <summary>Who sits already and cannot be excluded, where a vacancy is filled by recounting.</summary>
    public ImmutableHashSet<int> Sitting { get; init; } = [];

    /// <summary>Seats reserved for groups.</summary>
    public ImmutableArray<ReservedSeats> Reserved { get; init; } = [];

    /// <summary>The order that decides ties where the file states one (BLT <c>[tie ...]</c>), else ballot-paper order.</summary>
    public ImmutableArray<int> TieOrder { get; init; } = [];

    /// <summary>
    /// For papers with points instead of ranks: what the first rank is worth. Each further rank is worth one less; ranks left empty keep the places.
    /// </summary>
    public int? MostPoints { get; init; }

    /// <summary>Number of lines; equal papers may or may not be on one line.</summary>
    public int Lines { get; }

    /// <summary>Number of papers: the sum of the lines' weights, blank papers included.</summary>
    public long Papers { get; }

    public bool HasEqualRanks { get; }

    public long Weight(int line) => weights is null ? 1 : weights[line];

    /// <summary>The marks of one line, encoded as the class describes.</summary>
    internal ReadOnlySpan<ushort> Cells(int line) => cells.AsSpan(starts[line], starts[line + 1] - starts[line] - 1);

    /// <summary>The weight of the line in which a cell lies.</summary>
    internal long WeightAt(int cell)
    {
        if (weights is null) return 1;
        var line = (near ??= Near())[cell >> NearBits];
        while (starts[line + 1] <= cell) line++;
        return weights[line];
    }

    private int[] Near()
    {
        var lines = new int[(starts[Lines] >> NearBits) + 1];
        for (var (i, line) = (0, 0); i < lines.Length; i++)
        {
            while (line + 1 < Lines && starts[line + 1] <= i << NearBits) line++;
            lines[i] = line;
        }
        return lines;
    }

    internal ushort[] AllCells => cells;

    internal int[] Starts => starts;

    internal long[]? Weights => weights;

    /// <summary>The ranks of one line, best first: each rank names one candidate, several (equal ranks) or none (left empty).</summary>
    public ImmutableArray<ImmutableArray<int>> Ranks(int line)
    {
        var ranks = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var cell in Cells(line))
        {
            var candidate = cell & CandidateBits;
            if (candidate is SkippedRank or OvervotedRank) ranks.Add([]);
            else if ((cell & EqualBit) != 0) ranks[^1] = ranks[^1].Add(candidate);
            else ranks.Add([candidate]);
        }
        return ranks.ToImmutable();
    }

    /// <summary>The same papers with these candidates withdrawn or undeclared, this order for ties, or read as points.</summary>
    public Ballots With(ImmutableHashSet<int>? withdrawn = null, ImmutableHashSet<int>? undeclared = null, ImmutableArray<int>? tieOrder = null, int? mostPoints = null) =>
        new(cells, starts, Lines, weights, Papers, HasEqualRanks)
        {
            Candidates = Candidates,
            Title = Title,
            Seats = Seats,
            MostPoints = mostPoints ?? MostPoints,
            Withdrawn = withdrawn ?? Withdrawn,
            Undeclared = undeclared ?? Undeclared,
            TieOrder = tieOrder ?? TieOrder,
            Sitting = Sitting,
            Reserved = Reserved,
        };

    /// <summary>The same papers with these sitting members or reserved seats.</summary>
    /// <exception cref="ArgumentException">Two groups share a candidate.</exception>
    public Ballots WithRules(ImmutableHashSet<int>? sitting = null, ImmutableArray<ReservedSeats>? reserved = null)
    {
        var groups = reserved ?? Reserved;
        if (groups.SelectMany(g => g.Members).GroupBy(m => m).Any(m => m.Skip(1).Any())) throw new ArgumentException("two groups with reserved seats share a candidate", nameof(reserved));
        return new(cells, starts, Lines, weights, Papers, HasEqualRanks)
        {
            Candidates = Candidates,
            Title = Title,
            Seats = Seats,
            MostPoints = MostPoints,
            Withdrawn = Withdrawn,
            Undeclared = Undeclared,
            TieOrder = TieOrder,
            Sitting = sitting ?? Sitting,
            Reserved = groups,
        };
    }

    /// <summary>These papers and one more line that names only one candidate.</summary>
    public Ballots Plus(long weight, int candidate)
    {
        var used = starts[Lines];
        var more = new ushort[used + 2];
        Array.Copy(cells, more, used);
        more[used] = (ushort)candidate;
        more[used + 1] = EndOfLine;
        var ends = new int[Lines + 2];
        Array.Copy(starts, ends, Lines + 1);
        ends[^1] = used + 2;
        var weighed = new long[Lines + 1];
        for (var line = 0; line < Lines; line++) weighed[line] = Weight(line);
        weighed[^1] = weight;
        return new(more, ends, Lines + 1, weighed, checked(Papers + weight), HasEqualRanks)
        {
            Candidates = Candidates,
            Title = Title,
            Seats = Seats,
            MostPoints = MostPoints,
            Withdrawn = Withdrawn,
            Undeclared = Undeclared,
            TieOrder = TieOrder,
            Sitting = Sitting,
            Reserved = Reserved,
        };
    }

    /// <summary>Whether a candidate can be elected.</summary>
    public bool Stands(int candidate) => !Withdrawn.Contains(candidate) && !Undeclared.Contains(candidate);

    /// <summary>The order that decides ties "by order": the file's, else ballot-paper order.</summary>
    public ImmutableArray<int> OrderForTies => TieOrder.IsDefaultOrEmpty ? [.. Enumerable.Range(0, Candidates.Length)] : TieOrder;
}
