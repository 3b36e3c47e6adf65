using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>A count by <see cref="LastParcelRule"/>. Paragraph numbers are those of ERS97.</summary>
internal sealed class LastParcelCount
{
    private readonly FixedPoint arithmetic;
    private readonly LastParcelRule by;
    private readonly Ballots ballots;
    private readonly int seats;
    private readonly RoundLog log;
    private readonly TieBreaker ties;
    private readonly Piles piles;
    private readonly long valid;
    private long[][]? preferences;
    private Int128 awaiting;
    private bool excludedOnce;

    private LastParcelCount(LastParcelRule by, Ballots ballots, int seats, TieRule rule)
    {
        this.by = by;
        this.ballots = ballots;
        this.seats = seats;
        arithmetic = FixedPoint.Of(by.Decimals);
        log = new(ballots, arithmetic);
        ties = new(rule, ballots.Candidates, ballots.OrderForTies);
        piles = new(ballots, log.ContinuingFlags());
        valid = ballots.Papers - piles.First.Papers[piles.NoPreference];
    }

    public static Func<Ballots, int, TieRule, Count> By(LastParcelRule by) => (ballots, seats, rule) =>
    {
        var count = new LastParcelCount(by, ballots, seats, rule);
        count.Run();
        return count.log.Result(by.Name, seats, count.valid, count.ties, rule);
    };

    private bool Full => log.Elected.Count >= seats;

    private void Run()
    {
        Seating.Warn(log, seats, valid);
        WeightedInclusive.First(log, piles);
        NewQuota();
        EndStage(RoundKind.First);
        while (!Seating.FillLast(log, seats))
        {
            var over = log.Where(Standing.ElectedWithSurplus).ToArray();
            var losers = SureLosers.Find(log, seats, by.LosersMayEqual, tiedWithinSurplus: false);
            if (over.Length > 0 && losers.Length == 0)
            {
                var most = over.Max(c => log.Votes[c]);
                var first = Tied("whose surplus is transferred first", [.. over.Where(c => log.Votes[c] == most)], Wanted.Best);
                if (first is not { } candidate) return;
                TransferSurplus(candidate);
            }
            else
            {
                if (losers.Length == 0)
                {
                    var among = log.Protection.Excludable();
                    var least = among.Min(c => log.Votes[c]);
                    var last = Tied("who is excluded", [.. among.Where(c => log.Votes[c] == least)], Wanted.Worst);
                    if (last is not { } candidate) return;
                    losers = [candidate];
                }
                foreach (var c in losers) log.Exclude(c);
                excludedOnce = true;
                if (Seating.FillLast(log, seats)) break; // 5.5.1: the exclusion decides, nothing need move
                Exclude(losers);
            }
        }
        log.Amend();
    }

    /// <summary>One of the tied by what the rule looks at first, else by the stated rule; null where nothing decides.</summary>
    private int? Tied(string question, int[] tied, Wanted wanted)
    {
        if (!by.OrderOfPreferences || tied.Length == 1) return ties.Choose(question, tied, wanted, log.History, by.OrderOfPreferences ? LookBack.None : LastParcelRule.Back);
        preferences ??= OrderOfPreferences.Of(ballots);
        if (TieBreaker.Earlier(tied, wanted, preferences, LookBack.Earliest, out var rank, out var still) is not { } chosen) return ties.Choose(question, [.. still], wanted, log.History, LookBack.None);
        ties.Add(new(log.History.Count - 1, question, [.. tied], chosen, FormattableString.Invariant($"order of preferences: papers that mark them {rank + 1}")));
        return chosen;
    }

    /// <summary>5.3: only the last parcel moves, at the surplus divided by its transferable papers, and never above its present value.</summary>
    private void TransferSurplus(int candidate)
    {
        var surplus = log.Votes[candidate] - log.Quota;
        var parcel = piles[candidate][^1];
        var sorted = piles.Sort(parcel.Span, log.ContinuingFlags());
        var transferable = parcel.Papers - sorted.Papers[piles.NoPreference];
        var value = transferable > 0 && transferable * parcel.Value > surplus ? surplus / transferable : parcel.Value;
        log.MovesFrom(candidate);
        for (var to = 0; to < piles.NoPreference; to++) Give(candidate, to, sorted.For(to, value) with { Stage = log.Rounds });
        log.Exhausted += surplus - transferable * value;
        log.Move(candidate, -1, sorted.Papers[piles.NoPreference], surplus - transferable * value);
        piles[candidate].Clear();
        log.Votes[candidate] = log.Quota;
        log.Standings[candidate] = Standing.Elected;
        EndStage(RoundKind.Surplus);
    }

    /// <summary>5.4: papers of all the excluded together, batch by batch in descending value; after each batch candidates may be elected.</summary>
    private void Exclude(int[] losers)
    {
        var batches = losers
            .SelectMany(c => piles[c].Select((parcel, i) => (Candidate: c, Parcel: parcel, First: by.FirstPreferencesApart && i == 0 && IsFirst(c, parcel))))
            .GroupBy(p => (p.First, Stage: by.InOrderOfReceipt ? p.Parcel.Stage : 0, p.Parcel.Value))
            .OrderByDescending(g => g.Key.First).ThenBy(g => g.Key.Stage).ThenByDescending(g => g.Key.Value)
            .Select(g => g.ToArray()).ToArray();
        awaiting = losers.Aggregate((Int128)0, (sum, c) => sum + log.Votes[c]);
        foreach (var c in losers) piles[c].Clear();
        if (batches.Length == 0)
        {
            foreach (var c in losers) log.MovesFrom(c);
            EndStage(RoundKind.Exclusion);
        }
        foreach (var batch in batches)
        {
            TransferBatch(batch[0].Parcel.Value, [.. batch.Select(p => (p.Candidate, p.Parcel))]);
            EndStage(RoundKind.Exclusion);
            if (Full || Seating.FillLast(log, seats)) break;
        }
        awaiting = 0;
    }

    private bool IsFirst(int candidate, Parcel parcel) => ReferenceEquals(parcel.All, piles.First.All) && piles.First.Papers[candidate] > 0;

    private void TransferBatch(Int128 value, (int Candidate, Parcel Parcel)[] parcels)
    {
        var continuing = log.ContinuingFlags();
        var received = new List<(int From, Parcel Parcel)>[piles.NoPreference];
        foreach (var (candidate, parcel) in parcels)
        {
            log.MovesFrom(candidate);
            var sorted = piles.Sort(parcel.Span, continuing);
            for (var to = 0; to < piles.NoPreference; to++)
                if (sorted.Papers[to] > 0) (received[to] ??= []).Add((candidate, sorted.For(to, value)));
            var lost = sorted.Papers[piles.NoPreference] * value;
            log.Exhausted += lost;
            log.Move(candidate, -1, sorted.Papers[piles.NoPreference], lost);
            log.Votes[candidate] -= parcel.Papers * value;
            awaiting -= parcel.Papers * value;
        }
        for (var to = 0; to < received.Length; to++)
        {
            if (received[to] is not { } parts) continue;
            foreach (var (from, part) in parts)
            {
                log.Votes[to] += part.Papers * value;
                log.Move(from, to, part.Papers, part.Papers * value);
            }
            int[] together = [.. parts.SelectMany(p => p.Parcel.Span.ToArray())];
            piles[to].Add(new(value, together, 0, together.Length, parts.Sum(p => p.Parcel.Papers)) { Stage = log.Rounds });
        }
    }

    private void Give(int from, int to, Parcel parcel)
    {
        if (parcel.Papers == 0) return;
        piles[to].Add(parcel);
        log.Votes[to] += parcel.Papers * parcel.Value;
        log.Move(from, to, parcel.Papers, parcel.Papers * parcel.Value);
    }

    private void NewQuota()
    {
        if (by.QuotaOfHundredths) log.Quota = (valid * arithmetic.Unit - log.Exhausted + seats) / (seats + 1);
        else if (log.Rounds == 0) log.Quota = by.QuotaOfUnits ? valid * arithmetic.Unit / (seats + 1) + 1 : (valid / (seats + 1) + 1) * arithmetic.Unit;
    }

    private void EndStage(RoundKind kind)
    {
        log.Remember();
        if (log.Elected.Count == 0) NewQuota();
        Elect();
        log.Close(kind, WeightedInclusive.Surplus(log));
    }

    /// <summary>5.1.7, 5.3.13, 5.4.9 with 5.6.2: who has the quota or is safe, in descending order of votes, as far as there are seats.</summary>
    private void Elect()
    {
        if (by.OneVacancyWaits && seats == 1 && !excludedOnce) return;
        while (true)
        {
            var open = seats - log.Elected.Count;
            if (open == 0) return;
            var needed = by.ActiveVote ? Int128.Min(log.Quota, Safe(open)) : log.Quota;
            log.Needed = needed;
            var reach = log.Continuing.Where(c => log.Votes[c] >= needed && log.Votes[c] > 0).OrderByDescending(c => log.Votes[c]).ToList();
            if (reach.Count == 0 && by.LastVacancyByMajority && open == 1 && Majority() is { } only) reach.Add(only);
            for (var done = false; reach.Count > open && !done;) done = DropOne(reach);
            if (reach.Count == 0) return;
            foreach (var c in reach) log.Elect(c, surplus: log.Votes[c] > log.Quota && !(by.OneVacancyWaits && seats == 1));
            if (!by.ActiveVote) return;
            log.Needed = seats > log.Elected.Count ? Int128.Min(log.Quota, Safe(seats - log.Elected.Count)) : needed;
        }
    }

    /// <summary>Takes out one who reaches the mark without a seat left, as 5.6.2 says; where nothing tells them apart, all of the tied. True when done.</summary>
    private bool DropOne(List<int> reach)
    {
        var least = reach.Min(c => log.Votes[c]);
        var tied = reach.Where(c => log.Votes[c] == least).ToArray();
        if (by.OrderOfPreferences)
        {
            if (Tied("who of those with enough votes has no seat left", tied, Wanted.Worst) is not { } lowest) return true;
            reach.Remove(lowest);
            return false;
        }
        if (TieBreaker.Earlier(tied, Wanted.Worst, log.History, LastParcelRule.Back, out var round, out _) is { } last)
        {
            if (tied.Length > 1) ties.Add(new(log.History.Count - 1, "who of those with enough votes has no seat left", [.. tied], last, FormattableString.Invariant($"votes at round {round}")));
            reach.Remove(last);
            return false;
        }
        reach.RemoveAll(tied.Contains);
        return true;
    }

    /// <summary>The active vote divided by one more than the open seats, rounded up.</summary>
    private Int128 Safe(int open)
    {
        var active = awaiting + WeightedInclusive.Surplus(log);
        foreach (var c in log.Continuing) active += log.Votes[c];
        return (active + open) / (open + 1);
    }

    private int? Majority()
    {
        var all = WeightedInclusive.Surplus(log) + awaiting;
        foreach (var c in log.Continuing) all += log.Votes[c];
        var half = log.Continuing.Where(c => 2 * log.Votes[c] >= all && log.Votes[c] > 0).ToArray();
        return half.Length == 1 ? half[0] : null;
    }
}
