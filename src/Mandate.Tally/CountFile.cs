namespace Mandate.Tally;

/// <summary>What was read from a file of votes. Which parts are there says which methods can count it.</summary>
public sealed record LoadedPapers
{
    /// <summary>The format that was recognised, e.g. <c>BLT</c>.</summary>
    public required string Format { get; init; }

    public Ballots? Ranked { get; init; }

    /// <summary>The method that the file itself prescribes (a tabulation configuration with its settings, the rule that a budget vote names); null where it names none that we have.</summary>
    public Method? Prescribed { get; init; }

    /// <summary>The rule for ties that the file itself prescribes.</summary>
    public TieRule? PrescribedTies { get; init; }

    /// <summary>Votes of another kind (projects, lists, approvals), for the families that count them.</summary>
    public object? Other { get; init; }

    /// <summary>What the voters marked.</summary>
    public PaperKind Kind => Other switch
    {
        Budgets.BudgetPapers => PaperKind.Projects,
        Apportionment.ListVotes => PaperKind.Lists,
        Committees.ApprovalPapers => PaperKind.Approvals,
        _ => PaperKind.Ranking,
    };

    /// <summary>The result that the file itself publishes (Pabulib's <c>selected</c>); empty where it has none.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Published { get; init; } = [];

    /// <summary>What was noticed in reading and should be said with the result.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>How a count is asked for.</summary>
public sealed record CountOptions
{
    /// <summary>The seats asked for; null takes those of the file.</summary>
    public int? Seats { get; init; }

    public TieRule Ties { get; init; } = TieRule.Previous;
}

/// <summary>A count, or in one sentence why there is none.</summary>
public sealed record CountAnswer(Count? Count, string? Refusal)
{
    public static implicit operator CountAnswer(Count count) => new(count, null);

    public static CountAnswer Refuse(string reason) => new(null, reason);
}
