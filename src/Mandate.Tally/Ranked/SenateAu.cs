using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Australian Senate: Commonwealth Electoral Act 1918, section 273, as counted by computer since 2021 (section 273A): quota floor + 1; a surplus moves all papers
/// of the elected at surplus / papers, an exact fraction, whatever they were worth before (unweighted inclusive Gregory); each candidate gets papers x value
/// without its fraction; the papers of an excluded candidate move in groups of equal value, the highest first, one count each. No bulk exclusion.
/// </summary>
internal sealed class SenateAu
{
    public const string Name = "senate-au";

    private readonly int seats;
    private readonly RoundLog log;
    private readonly TieBreaker ties;
    private readonly Piles piles;
    private readonly long valid;
    private readonly List<Fraction> values = [Fraction.One];
    private readonly List<int> waiting = [];

    private SenateAu(Ballots ballots, int seats, TieRule rule)
    {
        this.seats = seats;
        log = new(ballots, FixedPoint.Of(0));
        ties = new(rule, ballots.Candidates, ballots.OrderForTies);
        piles = new(ballots, log.ContinuingFlags());
        valid = ballots.Papers - piles.First.Papers[piles.NoPreference];
    }

    public static Count Count(Ballots ballots, int seats, TieRule rule)
    {
        var count = new SenateAu(ballots, seats, rule);
        count.Run();
        return count.log.Result(Name, seats, count.valid, count.ties, rule);
    }

    private void Run()
    {
        Seating.Warn(log, seats, valid);
        log.Quota = valid / (seats + 1) + 1;
        for (var c = 0; c < log.Votes.Length; c++)
        {
            if (piles.First.Papers[c] == 0) continue;
            piles[c].Add(piles.First.For(c, 0)); // values[0] is one
            log.Votes[c] = piles.First.Papers[c];
        }
        if (!EndCount(RoundKind.First)) return;
        while (!Seating.FillLast(log, seats))
        {
            if (waiting.Count > 0)
            {
                var next = waiting[0];
                waiting.RemoveAt(0);
                if (!TransferSurplus(next)) return;
            }
            else if (!log.Protection.Any && log.Continuing is [var a, var b] && seats - log.Elected.Count == 1)
            {
                // (17): of the last two, the one with more votes.
                int[] ahead = log.Votes[a] == log.Votes[b] ? [a, b] : log.Votes[a] > log.Votes[b] ? [a] : [b];
                if (ties.Choose("who is elected of the last two", ahead, Wanted.Best, log.History, LookBack.Latest) is not { } last) return;
                log.Elect(last, surplus: false);
            }
            else
            {
                var among = log.Protection.Excludable();
                var least = among.Min(c => log.Votes[c]);
                if (ties.Choose("who is excluded", [.. among.Where(c => log.Votes[c] == least)], Wanted.Worst, log.History, LookBack.Latest) is not { } loser) return;
                if (!Exclude(loser)) return;
            }
        }
        log.Amend();
    }

    /// <summary>(9), (12): all papers at surplus / papers.</summary>
    private bool TransferSurplus(int candidate)
    {
        var surplus = log.Votes[candidate] - log.Quota;
        var papers = piles[candidate].Sum(p => p.Papers);
        values.Add(new((System.Numerics.BigInteger)surplus, papers));
        log.Votes[candidate] = log.Quota;
        log.Standings[candidate] = Standing.Elected;
        Deal(candidate, [.. piles[candidate]], values.Count - 1, surplus);
        piles[candidate].Clear();
        return EndCount(RoundKind.Surplus);
    }

    /// <summary>(13), (13AA): one count per value, the highest first; who is elected on the way gets no more.</summary>
    private bool Exclude(int loser)
    {
        log.Exclude(loser);
        var groups = piles[loser].GroupBy(p => values[(int)p.Value]).OrderByDescending(g => g.Key).Select(g => g.ToArray()).ToArray();
        piles[loser].Clear();
        for (var g = 0; g < groups.Length; g++)
        {
            var value = (int)groups[g][0].Value;
            var worth = g == groups.Length - 1 ? log.Votes[loser] : Int128.Min(log.Votes[loser], Whole(value, groups[g].Sum(p => p.Papers)));
            log.Votes[loser] -= worth;
            Deal(loser, groups[g], value, worth);
            if (!EndCount(RoundKind.Exclusion)) return false;
            if (log.Elected.Count >= seats) return true;
        }
        if (groups.Length > 0) return true;
        log.MovesFrom(loser);
        return EndCount(RoundKind.Exclusion);
    }

    private void Deal(int from, Parcel[] parcels, int value, Int128 worth)
    {
        log.MovesFrom(from);
        var continuing = log.ContinuingFlags();
        var sorted = parcels.Select(p => piles.Sort(p.Span, continuing)).ToArray();
        for (var to = 0; to <= piles.NoPreference; to++)
        {
            var papers = sorted.Sum(s => s.Papers[to]);
            if (papers == 0) continue;
            var votes = Whole(value, papers);
            worth -= votes;
            log.Move(from, to == piles.NoPreference ? -1 : to, papers, votes);
            if (to == piles.NoPreference)
            {
                log.Exhausted += votes;
                continue;
            }
            log.Votes[to] += votes;
            foreach (var s in sorted)
                if (s.Papers[to] > 0) piles[to].Add(s.For(to, value));
        }
        log.Residue += worth;
    }

    private Int128 Whole(int value, long papers) => (Int128)(values[value] * papers).Floor();

    /// <summary>Who has the quota is elected; surpluses wait in the order of election, the larger first where elected at one count (10).</summary>
    private bool EndCount(RoundKind kind)
    {
        log.Remember();
        var elected = log.Continuing.Where(c => log.Votes[c] >= log.Quota).ToList();
        while (elected.Count > 0)
        {
            var most = elected.Max(c => log.Votes[c]);
            int[] equal = [.. elected.Where(c => log.Votes[c] == most)];
            // Equal votes matter only where there is a surplus to move first.
            var first = equal.Length == 1 || most == log.Quota ? equal[0] : ties.Choose("whose surplus is transferred first", equal, Wanted.Best, log.History, LookBack.Latest);
            if (first is not { } next) return false;
            log.Elect(next, surplus: most > log.Quota);
            if (most > log.Quota) waiting.Add(next);
            elected.Remove(next);
        }
        log.Close(kind, WeightedInclusive.Surplus(log));
        return true;
    }
}
