using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>Collects papers line by line into <see cref="Ballots"/>.</summary>
public sealed class BallotsBuilder
{
    private ushort[] cells;
    private int used;
    private int[] starts;
    private int lines;
    private long[]? weights;
    private long papers;
    private bool equalRanks;

    /// <param name="expectedLines">A hint that saves copying.</param>
    /// <param name="expectedMarks">A hint that saves copying.</param>
    public BallotsBuilder(int expectedLines = 64, int expectedMarks = 256)
    {
        cells = new ushort[Math.Max(16, expectedMarks)];
        starts = new int[Math.Max(16, expectedLines) + 1];
    }

    public int Lines => lines;

    public long Papers => papers;

    /// <summary>Adds one line that ranks candidates strictly, best first.</summary>
    public BallotsBuilder Add(long weight, params ReadOnlySpan<int> ranking)
    {
        foreach (var candidate in ranking) Mark(candidate, equal: false);
        EndLine(weight);
        return this;
    }

    /// <summary>Adds one line of ranks, best first; a rank of several candidates is an equal rank, an empty one was left blank.</summary>
    public BallotsBuilder AddRanks(long weight, IEnumerable<IEnumerable<int>> ranks)
    {
        foreach (var rank in ranks)
        {
            var any = false;
            foreach (var candidate in rank)
            {
                Mark(candidate, equal: any);
                any = true;
            }
            if (!any) Skip();
        }
        EndLine(weight);
        return this;
    }

    /// <summary>Adds all lines of other papers; their candidates must be numbered the same.</summary>
    public BallotsBuilder AddAll(Ballots other)
    {
        for (var line = 0; line < other.Lines; line++)
        {
            foreach (var cell in other.Cells(line)) Push(cell);
            EndLine(other.Weight(line));
        }
        equalRanks |= other.HasEqualRanks;
        return this;
    }

    internal void Mark(int candidate, bool equal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(candidate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(candidate, Ballots.MostCandidates);
        equalRanks |= equal;
        Push((ushort)(equal ? candidate | Ballots.EqualBit : candidate));
    }

    /// <summary>A rank that bears several marks, where the file does not say which.</summary>
    internal void Overvote() => Push(Ballots.OvervotedRank);

    internal void Skip() => Push(Ballots.SkippedRank);

    internal void EndLine(long weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        papers = checked(papers + weight);
        if (lines + 2 > starts.Length) Array.Resize(ref starts, starts.Length * 2);
        if (weight != 1 && weights is null)
        {
            weights = new long[starts.Length];
            weights.AsSpan(0, lines).Fill(1);
        }
        if (weights is not null)
        {
            if (lines >= weights.Length) Array.Resize(ref weights, Math.Max(starts.Length, lines + 1));
            weights[lines] = weight;
        }
        Push(Ballots.EndOfLine);
        starts[++lines] = used;
    }

    /// <summary>Room for the strict marks of the next line and its end; <see cref="Commit"/> makes the first of them the line.</summary>
    internal Span<ushort> Room(int marks)
    {
        if (used + marks + 1 > cells.Length) Array.Resize(ref cells, Math.Max(cells.Length * 2, used + marks + 1));
        return cells.AsSpan(used, marks);
    }

    internal void Commit(long weight, int marks)
    {
        used += marks;
        if (weight == 1 && weights is null && lines + 2 <= starts.Length)
        {
            cells[used++] = Ballots.EndOfLine;
            papers++;
            starts[++lines] = used;
            return;
        }
        EndLine(weight);
    }

    private void Push(ushort cell)
    {
        if (used == cells.Length) Array.Resize(ref cells, cells.Length * 2);
        cells[used++] = cell;
    }

    /// <summary>As <see cref="Build"/> for a reader that has checked every mark.</summary>
    internal Ballots BuildTrusted(IEnumerable<string> candidates, int? seats, string title) =>
        new(cells, starts, lines, weights, papers, equalRanks) { Candidates = [.. candidates], Seats = seats, Title = title };

    /// <param name="candidates">Names in ballot-paper order; every mark must lie inside.</param>
    /// <param name="seats">The seats that the file states.</param>
    /// <param name="title">The name of the election.</param>
    public Ballots Build(IEnumerable<string> candidates, int? seats = null, string title = "")
    {
        ImmutableArray<string> names = [.. candidates];
        for (var i = 0; i < used; i++)
        {
            var candidate = cells[i] & Ballots.CandidateBits;
            if (candidate >= names.Length && candidate is not (Ballots.SkippedRank or Ballots.OvervotedRank or Ballots.EndOfLine))
                throw new ArgumentException($"A paper names candidate {candidate + 1} of {names.Length}.", nameof(candidates));
        }
        return BuildTrusted(names, seats, title);
    }
}
