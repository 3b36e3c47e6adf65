namespace Mandate.Tally.Readers;

/// <summary>The marks of one cast vote record, in any order, made into a line of papers.</summary>
internal sealed class RctabMarks(RctabSource source, IReadOnlyDictionary<string, int> candidates, int undeclared)
{
    /// <summary>The name that RCTab's reports give to undeclared write-ins.</summary>
    public const string UndeclaredName = "Undeclared Write-ins";

    private const int Overvote = -1;
    private readonly List<(int Rank, int Order, int Candidate)> marks = [];

    public BallotsBuilder Papers { get; } = new();

    public void Clear() => marks.Clear();

    public void AddUndeclared(int rank) => marks.Add((rank, marks.Count, undeclared));

    /// <summary>False where the name is no candidate's.</summary>
    public bool Add(int rank, string name)
    {
        if (name == source.OvervoteLabel && name.Length > 0) marks.Add((rank, marks.Count, Overvote));
        else if (name == source.UndeclaredLabel && name.Length > 0 && undeclared >= 0) AddUndeclared(rank);
        else if (candidates.TryGetValue(name, out var candidate)) marks.Add((rank, marks.Count, candidate));
        else return false;
        return true;
    }

    public void End(long weight)
    {
        marks.Sort();
        var at = 0;
        foreach (var (rank, _, candidate) in marks)
        {
            for (; at + 1 < rank; at++) Papers.Skip();
            if (candidate == Overvote) Papers.Overvote();
            else Papers.Mark(candidate, equal: at == rank);
            at = rank;
        }
        Papers.EndLine(weight);
    }
}

/// <summary>One file of cast vote records in a configuration.</summary>
internal sealed record RctabSource
{
    public required string Provider { get; init; }

    public required string Path { get; init; }

    public string Contest { get; init; } = "";

    /// <summary>From 0.</summary>
    public int FirstVoteColumn { get; init; }

    /// <summary>From 0.</summary>
    public int FirstVoteRow { get; init; }

    public string OvervoteDelimiter { get; init; } = "";

    public string OvervoteLabel { get; init; } = "";

    public string SkippedLabel { get; init; } = "";

    public string UndeclaredLabel { get; init; } = "";

    public bool BlankIsUndeclared { get; init; }
}
