namespace Mandate.Tally.Ranked;

/// <summary>Why a paper counts for nobody.</summary>
internal enum PaperStatus : byte
{
    Active,
    NoMarks,
    ExhaustedChoice,
    Overvote,
    SkippedRanks,
    RepeatedCandidate,
    FinalSurplus,
}

/// <summary>The papers of an RCTab count: for whom each counts and with what value, moved only when its candidate stops.</summary>
internal sealed class RctabPapers
{
    private readonly Ballots ballots;
    private readonly RctabRules rules;
    private readonly Func<int, bool> continues;
    private readonly int[] next;
    private readonly int[] heads;
    private readonly int[] seen;
    private int stamp;

    public RctabPapers(Ballots ballots, RctabRules rules, Func<int, bool> continues)
    {
        this.ballots = ballots;
        this.rules = rules;
        this.continues = continues;
        var unit = FixedPoint.Of(rules.Decimals).Unit;
        Value = new Int128[ballots.Lines];
        Array.Fill(Value, unit);
        next = new int[ballots.Lines];
        heads = new int[ballots.Candidates.Length];
        Array.Fill(heads, -1);
        seen = new int[ballots.Candidates.Length];
        Inactive = new Int128[Enum.GetValues<PaperStatus>().Length];
    }

    /// <summary>What one paper of a line still counts for.</summary>
    public Int128[] Value { get; }

    /// <summary>Votes by cause of inactivity.</summary>
    public Int128[] Inactive { get; }

    public IEnumerable<int> Of(int candidate)
    {
        for (var line = heads[candidate]; line >= 0; line = next[line]) yield return line;
    }

    /// <summary>Gives every paper to its first choice.</summary>
    public void Deal(Int128[] votes)
    {
        for (var line = 0; line < ballots.Lines; line++) Place(line, -1, lastSurplus: false, votes, null);
    }

    /// <summary>Moves the papers of a candidate on.</summary>
    public void Move(int candidate, bool lastSurplus, Int128[] votes, Action<int, int, long, Int128> moved)
    {
        var line = heads[candidate];
        heads[candidate] = -1;
        while (line >= 0)
        {
            var after = next[line];
            Place(line, candidate, lastSurplus, votes, moved);
            line = after;
        }
    }

    private void Place(int line, int from, bool lastSurplus, Int128[] votes, Action<int, int, long, Int128>? moved)
    {
        var weight = ballots.Weight(line);
        var worth = Value[line] * weight;
        var (to, status) = Choose(line, lastSurplus);
        if (to >= 0)
        {
            next[line] = heads[to];
            heads[to] = line;
            votes[to] += worth;
        }
        else
        {
            Inactive[(int)status] += worth;
        }
        if (Value[line] > 0) moved?.Invoke(from, to, weight, worth);
    }

    /// <summary>Walks the ranks of a paper from the first, as RCTab does whenever its candidate stops.</summary>
    private (int To, PaperStatus Status) Choose(int line, bool lastSurplus)
    {
        var cells = ballots.Cells(line);
        while (cells.Length > 0 && cells[^1] == Ballots.SkippedRank) cells = cells[..^1];
        if (cells.Length == 0) return (-1, PaperStatus.NoMarks);
        if (lastSurplus) return (-1, PaperStatus.FinalSurplus);
        stamp++;
        var (rank, lastRank) = (0, 0);
        for (var at = 0; at < cells.Length;)
        {
            rank++;
            var end = at + 1;
            while (end < cells.Length && (cells[end] & Ballots.EqualBit) != 0) end++;
            var marks = cells[at..end];
            at = end;
            if (marks[0] == Ballots.SkippedRank) continue;
            if (rules.MostSkippedRanks is { } most && rank - lastRank > most + 1) return (-1, PaperStatus.SkippedRanks);
            lastRank = rank;
            if (rules.RepeatedCandidateExhausts && Repeats(marks)) return (-1, PaperStatus.RepeatedCandidate);
            var continuing = -1;
            var several = 0;
            foreach (var mark in marks)
            {
                var candidate = mark & Ballots.CandidateBits;
                if (candidate >= ballots.Candidates.Length || !continues(candidate) || candidate == continuing) continue;
                continuing = candidate;
                several++;
            }
            if (marks[0] == Ballots.OvervotedRank || marks.Length > 1)
            {
                if (rules.Overvotes == OvervoteRule.Exhaust) return (-1, PaperStatus.Overvote);
                if (rules.Overvotes == OvervoteRule.SkipRank) continue;
                if (several > 1) return (-1, PaperStatus.Overvote);
            }
            if (continuing >= 0) return (continuing, PaperStatus.Active);
        }
        return (-1, PaperStatus.ExhaustedChoice);
    }

    private bool Repeats(ReadOnlySpan<ushort> marks)
    {
        foreach (var mark in marks)
        {
            var candidate = mark & Ballots.CandidateBits;
            if (candidate >= seen.Length) continue;
            if (seen[candidate] == stamp) return true;
            seen[candidate] = stamp;
        }
        return false;
    }
}
