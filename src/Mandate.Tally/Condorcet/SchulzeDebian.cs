using Mandate.Tally.Ties;

namespace Mandate.Tally.Condorcet;

/// <summary>
/// The Debian constitution, appendix A.5 (version 1.9; A.6 before): options without quorum or without their majority over the default option are
/// dropped, then the Schwartz set of strongest paths decides, defeats compared by votes for and then by fewer against.
/// </summary>
public static class SchulzeDebian
{
    public const string Name = "schulze-debian";

    /// <param name="ballots">The papers.</param>
    /// <param name="rule">The casting vote, where several options are left.</param>
    /// <param name="defaultOption">"None of the above", "further discussion"; by custom the last on the paper.</param>
    /// <param name="quorum">Papers that must rank an option above the default option.</param>
    /// <param name="majority">Ratio that an option needs over the default option, by option; 1 (a plain majority) where it is absent.</param>
    public static Count Count(Ballots ballots, TieRule rule, int defaultOption, Fraction quorum, IReadOnlyDictionary<int, Fraction>? majority = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(defaultOption, ballots.Candidates.Length);
        var all = PairwiseMatrix.Of(ballots);
        var warnings = new List<string>();
        var dropped = new HashSet<int>();
        foreach (var option in all.Standing)
        {
            if (option == defaultOption) continue;
            var (above, below) = (all[option, defaultOption], all[defaultOption, option]);
            var ratio = majority is not null && majority.TryGetValue(option, out var stated) ? stated : Fraction.One;
            if (above < quorum)
            {
                warnings.Add(FormattableString.Invariant($"'{ballots.Candidates[option]}' is dropped: {above} papers rank it above the default option, the quorum is {quorum}"));
                dropped.Add(option);
            }
            else if (above <= ratio * below)
            {
                warnings.Add(FormattableString.Invariant($"'{ballots.Candidates[option]}' is dropped: {above} to {below} against the default option is not more than {ratio} to 1"));
                dropped.Add(option);
            }
        }
        var left = ballots.With(withdrawn: ballots.Withdrawn.Union(dropped));
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        return PairwiseResult.Of(Name, left, Schulze.Detail(PairwiseMatrix.Of(left), PairStrength.WinningVotes), ties, rule, [.. warnings]);
    }

    internal static Count ByCustom(Ballots ballots, int seats, TieRule rule)
    {
        var count = Count(ballots, rule, ballots.Candidates.Length - 1, Fraction.Zero);
        return count with { Warnings = count.Warnings.Insert(0, $"the default option is the last on the paper, '{ballots.Candidates[^1]}'; no quorum was given") };
    }
}
