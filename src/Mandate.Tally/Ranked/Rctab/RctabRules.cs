using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>How many are elected and how (RCTab's "winnerElectionMode").</summary>
public enum RctabMode
{
    /// <summary>Instant run-off.</summary>
    SingleWinner,

    /// <summary>Weighted inclusive transfers; all who reach the threshold in a round are elected in it.</summary>
    SeveralWinnersPerRound,

    /// <summary>The same; only the one with the most votes is elected in a round.</summary>
    OneWinnerPerRound,

    /// <summary>Exclusions only, until as many are left as there are seats.</summary>
    BottomsUp,

    /// <summary>Exclusions only, until all who are left have the stated share of the votes.</summary>
    BottomsUpToShare,

    /// <summary>One instant run-off per seat, each without those elected before.</summary>
    Passes,
}

/// <summary>What a rank with several candidates does.</summary>
public enum OvervoteRule
{
    SkipRank,
    Exhaust,
    ExhaustIfSeveralContinue,
}

/// <summary>The settings of RCTab 2.0 (BrightSpots, "Config File Documentation") that decide a count.</summary>
public sealed record RctabRules
{
    public required RctabMode Mode { get; init; }

    /// <summary>0 for <see cref="RctabMode.BottomsUpToShare"/>.</summary>
    public int Seats { get; init; } = 1;

    public OvervoteRule Overvotes { get; init; } = OvervoteRule.Exhaust;

    /// <summary>More empty ranks than this in a row end a paper; null for no limit.</summary>
    public int? MostSkippedRanks { get; init; }

    /// <summary>A candidate marked again ends a paper.</summary>
    public bool RepeatedCandidateExhausts { get; init; }

    /// <summary>Decimals of transfer values; the rest is dropped.</summary>
    public int Decimals { get; init; } = 4;

    public bool ThresholdWithDecimals { get; init; }

    public bool HareQuota { get; init; }

    /// <summary>The threshold is that of the first round for all rounds (one winner).</summary>
    public bool FirstRoundThreshold { get; init; }

    public bool BatchElimination { get; init; }

    /// <summary>With one winner, exclusions go on until two are left.</summary>
    public bool UntilTwoRemain { get; init; }

    /// <summary>All below the threshold are excluded at once (<see cref="RctabMode.BottomsUpToShare"/>).</summary>
    public bool CutoffElimination { get; init; }

    /// <summary>The share of the active votes that all who are left need.</summary>
    public Fraction Share { get; init; }

    public int? StopAfterRound { get; init; }

    internal bool UsesSurpluses => Seats > 1 && Mode != RctabMode.BottomsUp;
}

/// <summary>What RCTab's report shows beside votes: why papers were inactive, by round, and each pass of a count in passes.</summary>
/// <param name="Inactive">By round.</param>
/// <param name="NoMarks">Papers without any mark.</param>
/// <param name="Passes">The counts of a count in passes; empty otherwise.</param>
public sealed record RctabDetail(ImmutableArray<InactivePapers> Inactive, long NoMarks, ImmutableArray<Count> Passes) : CountDetail
{
    public override System.Text.Json.Nodes.JsonNode ToJson(Count count) => new System.Text.Json.Nodes.JsonObject
    {
        ["papersWithoutMarks"] = NoMarks,
        ["inactive"] = new System.Text.Json.Nodes.JsonArray([.. Inactive.Select(i => (System.Text.Json.Nodes.JsonNode)new System.Text.Json.Nodes.JsonObject
        {
            ["exhaustedChoices"] = count.Text(i.ExhaustedChoices),
            ["overvotes"] = count.Text(i.Overvotes),
            ["skippedRankings"] = count.Text(i.SkippedRanks),
            ["repeatedRankings"] = count.Text(i.RepeatedCandidates),
            ["finalRoundSurplus"] = count.Text(i.FinalSurplus),
        })]),
    };

    public override IEnumerable<SheetTable> Tables(Count count)
    {
        yield return new("Inactive papers", ["Round", "no choice left", "overvote", "skipped ranks", "repeated candidate", "last surplus"],
            [.. Inactive.Select((i, r) => ImmutableArray.Create(FormattableString.Invariant($"{r + 1}"), count.Text(i.ExhaustedChoices), count.Text(i.Overvotes), count.Text(i.SkippedRanks), count.Text(i.RepeatedCandidates), count.Text(i.FinalSurplus)))],
            FormattableString.Invariant($"{NoMarks} papers bear no mark."));
    }
}

/// <summary>Votes that no longer count for a candidate, by cause.</summary>
public sealed record InactivePapers(Fraction ExhaustedChoices, Fraction Overvotes, Fraction SkippedRanks, Fraction RepeatedCandidates, Fraction FinalSurplus);
