using System.Collections.Immutable;
using Mandate.Tally.Ranked;
using Mandate.Tally.Ties;

namespace Mandate.Tally;

/// <summary>
/// A count as RCTab 2.0 tabulates it (Tabulator.java: rounds, threshold, surplus fraction cut once per winner and once per paper,
/// undeclared write-ins dropped first, batch and cutoff elimination). <see cref="Ballots.Undeclared"/> are its undeclared write-ins.
/// </summary>
public sealed class RctabCount
{
    private readonly Ballots ballots;
    private readonly RctabRules rules;
    private readonly FixedPoint arithmetic;
    private readonly RoundLog log;
    private readonly TieBreaker ties;
    private readonly RctabPapers papers;
    private readonly ImmutableArray<InactivePapers>.Builder inactive = ImmutableArray.CreateBuilder<InactivePapers>();
    private Fraction threshold;
    private int eliminated;

    private RctabCount(Ballots ballots, RctabRules rules, TieRule rule)
    {
        this.ballots = ballots;
        this.rules = rules;
        arithmetic = FixedPoint.Of(rules.Decimals);
        log = new(ballots, arithmetic);
        foreach (var c in ballots.Undeclared) log.Standings[c] = Standing.Continuing;
        ties = new(rule, ballots.Candidates, ballots.OrderForTies);
        papers = new(ballots, rules, Continues);
    }

    public static Count Count(Ballots ballots, RctabRules rules, TieRule ties) => rules.Mode == RctabMode.Passes ? Passes(ballots, rules, ties) : One(ballots, rules, ties);

    private static Count One(Ballots ballots, RctabRules rules, TieRule rule)
    {
        var count = new RctabCount(ballots, rules, rule);
        count.Run();
        var result = count.log.Result("rctab", rules.Seats, ballots.Papers - (long)(count.papers.Inactive[(int)PaperStatus.NoMarks] / count.arithmetic.Unit), count.ties, rule);
        var noMarks = (long)(count.papers.Inactive[(int)PaperStatus.NoMarks] / count.arithmetic.Unit);
        return result with { Quota = count.threshold, Decimals = rules.UsesSurpluses || rules.Mode == RctabMode.BottomsUpToShare ? rules.Decimals : 0, Detail = new RctabDetail(count.inactive.ToImmutable(), noMarks, []) };
    }

    private static Count Passes(Ballots ballots, RctabRules rules, TieRule rule)
    {
        var counts = new List<Count>();
        var left = ballots;
        while (counts.Count < rules.Seats)
        {
            var pass = One(left, rules with { Mode = RctabMode.SingleWinner, Seats = 1 }, rule);
            counts.Add(pass);
            if (pass.Undecided is not null || pass.Elected.IsEmpty) break;
            left = left.With(withdrawn: left.Withdrawn.Add(pass.Elected[0]));
        }
        var last = counts[^1];
        return last with
        {
            Seats = rules.Seats,
            Elected = [.. counts.SelectMany(c => c.Elected)],
            Rounds = [.. counts.SelectMany(c => c.Rounds).Select((r, i) => r with { Number = i })],
            Ties = [.. counts.SelectMany(c => c.Ties)],
            Warnings = [.. counts.SelectMany(c => c.Warnings).Distinct(StringComparer.Ordinal)],
            Detail = new RctabDetail([.. counts.SelectMany(c => ((RctabDetail)c.Detail!).Inactive)], ((RctabDetail)last.Detail!).NoMarks, [.. counts]),
        };
    }

    private int[] Active => [.. Enumerable.Range(0, log.Votes.Length).Where(Continues)];

    private bool Continues(int candidate) => log.Standings[candidate] == Standing.Continuing || (rules.UntilTwoRemain && log.Standings[candidate] == Standing.Elected);

    private int Candidates => log.Standings.Count(s => s != Standing.Withdrawn);

    private void Run()
    {
        papers.Deal(log.Votes);
        var kind = RoundKind.First;
        for (var round = 1; ; round++)
        {
            var active = Active;
            if (RecomputesThreshold(round)) threshold = Threshold(active);
            log.Quota = (Int128)(threshold * (System.Numerics.BigInteger)arithmetic.Unit).Floor();
            log.Exhausted = papers.Inactive.Aggregate((Int128)0, (sum, v) => sum + v);
            log.Remember();
            List<int> losersNow = [];
            var winners = Winners(active);
            if (winners is null) return;
            foreach (var c in winners) log.Elect(c, surplus: false);
            if (winners.Count == 0 && GoesOn())
            {
                if (Eliminated(active) is not { } losers) return;
                losersNow = losers;
                foreach (var c in losersNow) log.Exclude(c);
                eliminated += losersNow.Count;
            }
            Close(kind);
            if (!Continue(round, winners.Count > 0, losersNow.Count > 0)) return;
            kind = Move(winners, losersNow);
        }
    }

    private bool RecomputesThreshold(int round)
    {
        if (round == 1) return true;
        if (rules.Seats > 1 || rules.FirstRoundThreshold) return false;
        return !rules.UntilTwoRemain || log.Elected.Count == 0;
    }

    private Fraction Threshold(int[] active)
    {
        Int128 votes = 0;
        foreach (var c in active) votes += log.Votes[c];
        var total = arithmetic.ToFraction(votes);
        if (rules.Mode == RctabMode.BottomsUpToShare) return total * rules.Share;
        var decimals = rules.ThresholdWithDecimals ? rules.Decimals : 0;
        var step = new Fraction(1, System.Numerics.BigInteger.Pow(10, decimals));
        return rules.HareQuota ? -(-(total / rules.Seats)).FloorTo(decimals) : (total / (rules.Seats + 1)).FloorTo(decimals) + step;
    }

    private Fraction Votes(int c) => arithmetic.ToFraction(log.Votes[c]);

    private bool UndeclaredLive(int[] active) => active.Any(c => ballots.Undeclared.Contains(c) && log.Votes[c] > 0);

    /// <summary>Who is elected in this round; null where a tie stays open.</summary>
    private List<int>? Winners(int[] active)
    {
        if (UndeclaredLive(active)) return [];
        if (rules.Mode == RctabMode.BottomsUpToShare) return active.All(c => Votes(c) > threshold) ? [.. ByVotes(active)] : [];
        var open = rules.Seats - log.Elected.Count;
        if (open <= 0) return [];
        List<int> found = [];
        var most = active.Length == 0 ? 0 : active.Max(c => log.Votes[c]);
        if (active.Length <= open) found = [.. active];
        else if (rules.FirstRoundThreshold && active.Length - 1 == rules.Seats) found = [.. active.Where(c => log.Votes[c] == most)];
        else if (rules.Mode != RctabMode.BottomsUp) found = [.. active.Where(c => !ballots.Undeclared.Contains(c) && Votes(c) >= threshold)];
        var onlyOne = found.Count > 1 && (rules.Mode == RctabMode.OneWinnerPerRound || rules.FirstRoundThreshold);
        var lastTwo = rules.Seats == 1 && found.Count == 0 && active.Length == 2 && open == 1;
        if (!onlyOne && !lastTwo) return [.. ByVotes(found)];
        var tied = ByName(active.Where(c => log.Votes[c] == most));
        return ties.Choose("who is elected", tied, Wanted.Best, log.History, LookBack.None) is { } chosen ? [chosen] : null;
    }

    private bool GoesOn() => log.Elected.Count < rules.Seats
        || (rules.UntilTwoRemain && eliminated < Candidates - 2)
        || rules.Mode == RctabMode.BottomsUpToShare;

    /// <summary>Who is excluded in this round; null where a tie stays open.</summary>
    private List<int>? Eliminated(int[] active)
    {
        if (active.Where(c => ballots.Undeclared.Contains(c) && log.Votes[c] > 0).ToList() is { Count: > 0 } undeclared) return undeclared;
        if (rules.CutoffElimination && active.Where(c => Votes(c) < threshold).ToList() is { Count: > 0 } below) return below;
        if (rules.BatchElimination && Batch(active) is { Count: > 1 } batch) return batch;
        var least = active.Min(c => log.Votes[c]);
        var tied = ByName(active.Where(c => log.Votes[c] == least));
        return ties.Choose("who is excluded", tied, Wanted.Worst, log.History, LookBack.None) is { } chosen ? [chosen] : null;
    }

    /// <summary>All who cannot pass the next above even with the votes of all below; with "until two remain" never all but the winner.</summary>
    private List<int> Batch(int[] active)
    {
        List<int> sure = [];
        List<int> before = [];
        List<int> seen = [];
        Int128 sum = 0;
        foreach (var group in active.GroupBy(c => log.Votes[c]).OrderBy(g => g.Key))
        {
            if (sum < group.Key && seen.Count > sure.Count) (before, sure) = (sure, [.. seen]);
            sum += group.Key * group.Count();
            seen.AddRange(group);
        }
        return rules.UntilTwoRemain && sure.Count + eliminated == Candidates - 1 ? before : sure;
    }

    private bool Continue(int round, bool elected, bool excluded)
    {
        var declared = log.Standings.Length - ballots.Undeclared.Count;
        if (round >= rules.StopAfterRound) return false;
        if (log.Elected.Count == declared && rules.Seats > Candidates)
        {
            log.Warnings.Add("there are more seats than candidates; all are elected");
            return false;
        }
        if (rules.UntilTwoRemain) return eliminated + log.Elected.Count + 1 < Candidates || excluded;
        if (rules.Mode == RctabMode.BottomsUpToShare) return log.Elected.Count == 0;
        return log.Elected.Count < rules.Seats || (rules.UsesSurpluses && elected);
    }

    private RoundKind Move(List<int> winners, List<int> losers)
    {
        var lastSurplus = rules.UsesSurpluses && log.Elected.Count == rules.Seats;
        if (rules.UsesSurpluses)
        {
            // Every winner's papers are split before any of them moves on.
            foreach (var c in winners) Split(c);
            foreach (var c in winners)
            {
                log.MovesFrom(c);
                papers.Move(c, lastSurplus, log.Votes, log.Move);
            }
        }
        foreach (var c in losers)
        {
            log.MovesFrom(c);
            log.Votes[c] = 0;
            papers.Move(c, lastSurplus, log.Votes, log.Move);
        }
        return winners.Count > 0 && rules.UsesSurpluses ? RoundKind.Surplus : losers.Count > 0 ? RoundKind.Exclusion : RoundKind.Last;
    }

    /// <summary>Leaves each paper its part of the surplus; the winner keeps the threshold, and what rounding leaves above it is residue.</summary>
    private void Split(int winner)
    {
        var votes = log.Votes[winner];
        var extra = votes - log.Quota;
        var fraction = extra > 0 ? extra * arithmetic.Unit / votes : 0;
        Int128 kept = 0;
        foreach (var line in papers.Of(winner))
        {
            var moves = papers.Value[line] * fraction / arithmetic.Unit;
            kept += (papers.Value[line] - moves) * ballots.Weight(line);
            papers.Value[line] = moves;
        }
        var residual = kept - log.Quota;
        if (residual > 0) log.Residue += residual;
        log.Votes[winner] = residual > 0 ? log.Quota : kept;
    }

    private void Close(RoundKind kind)
    {
        inactive.Add(new(Part(PaperStatus.ExhaustedChoice), Part(PaperStatus.Overvote), Part(PaperStatus.SkippedRanks), Part(PaperStatus.RepeatedCandidate), Part(PaperStatus.FinalSurplus)));
        log.Close(kind);

        Fraction Part(PaperStatus status) => arithmetic.ToFraction(papers.Inactive[(int)status]);
    }

    private IEnumerable<int> ByVotes(IEnumerable<int> candidates) => candidates.OrderByDescending(c => log.Votes[c]);

    private int[] ByName(IEnumerable<int> candidates) => [.. candidates.OrderBy(c => ballots.Candidates[c], StringComparer.Ordinal)];
}
