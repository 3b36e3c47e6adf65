using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Meek's method with nine decimals: Hill, Wichmann, Woodall, "Algorithm 123", Computer Journal 30(3), 1987; steps and letters as in
/// the reference rule of the Proportional Representation Foundation (prfound.org, "Reference Meek Rule"), A to C.
/// Votes and what papers do not use always add up to the papers.
/// </summary>
internal sealed class MeekCount
{
    private readonly MeekRule meek;
    private readonly int seats;
    private readonly RoundLog log;
    private readonly TieBreaker ties;
    private readonly MeekStatus[] status;
    private readonly MeekTree tree;
    private readonly MeekEqualPapers equal;
    private readonly long[] keep;
    private readonly long valid;
    private Int128 surplus;

    private MeekCount(MeekRule meek, Ballots ballots, int seats, TieRule rule)
    {
        this.meek = meek;
        this.seats = seats;
        log = new(ballots, FixedPoint.Of(9));
        ties = new(rule, ballots.Candidates, ballots.OrderForTies);
        status = [.. log.Standings.Select(s => s == Standing.Continuing ? MeekStatus.Hopeful : MeekStatus.Out)];
        keep = [.. status.Select(s => s == MeekStatus.Hopeful ? MeekSplit.Unit : 0)];
        equal = new(ballots, new(meek.Rounding), meek.EqualRanks, status);
        tree = new(ballots, status, equal.Lines);
        valid = ballots.Papers - tree.Blank - equal.Blank;
    }

    public static Func<Ballots, int, TieRule, Count> By(MeekRule meek) => (ballots, seats, rule) =>
    {
        var count = new MeekCount(meek, ballots, seats, rule);
        count.Run();
        return count.log.Result(meek.Name, seats, count.valid, count.ties, rule);
    };

    private int Hopeful => status.Count(s => s == MeekStatus.Hopeful);

    private void Run()
    {
        Seating.Warn(log, seats, valid);
        log.Warnings.RemoveAll(w => w.StartsWith("some papers rank", StringComparison.Ordinal));
        log.Keep = new Int128[status.Length];
        Tally();
        log.Quota = valid * (Int128)MeekSplit.Unit / (seats + 1) + 1;
        Close(RoundKind.First);
        while (Hopeful > seats - log.Elected.Count && log.Elected.Count < seats)
        {
            if (Iterate()) continue;
            if (Lowest() is not { } lowest) return;
            log.Exclude(lowest);
            Close(RoundKind.Recount);
            keep[lowest] = 0;
            status[lowest] = MeekStatus.Out;
            Changed([lowest]);
        }
        Seating.FillLast(log, seats);
        log.Amend();
    }

    /// <summary>B.2. True when somebody was elected: then the next round begins before any exclusion.</summary>
    private bool Iterate()
    {
        Int128 last = valid * (Int128)MeekSplit.Unit;
        while (true)
        {
            Tally();
            Int128 total = 0;
            foreach (var votes in log.Votes) total += votes;
            log.Quota = total / (seats + 1) + 1;
            var elected = new List<int>();
            foreach (var c in log.Continuing.Where(c => log.Votes[c] >= log.Quota).OrderByDescending(c => log.Votes[c]))
            {
                if (!log.Protection.MayElect(c)) continue;
                log.Elect(c, surplus: false);
                status[c] = MeekStatus.Elected;
                elected.Add(c);
            }
            surplus = 0;
            foreach (var c in log.Elected)
                if (meek.DeficitsCount || log.Votes[c] > log.Quota) surplus += log.Votes[c] - log.Quota;
            if (surplus < 0) surplus = 0;
            if (elected.Count > 0)
            {
                Close(RoundKind.Recount);
                Changed(elected);
                return true;
            }
            if (surplus < meek.Omega || (meek.OmegaReached && surplus == meek.Omega) || surplus >= last) return false;
            if (meek.ExcludesEarly && StaysLowest()) return false;
            last = surplus;
            foreach (var c in log.Elected) keep[c] = NewKeep(keep[c], log.Quota, log.Votes[c]);
        }
    }

    private void Changed(IEnumerable<int> candidates)
    {
        tree.Changed(candidates);
        equal.Changed();
    }

    private bool StaysLowest()
    {
        var votes = log.Continuing.Select(c => log.Votes[c]).Order().ToArray();
        return votes.Length > 1 && votes[0] + surplus < votes[1];
    }

    /// <summary>B.2.f: keep x quota, rounded up, divided by the votes, rounded up; never more than the whole paper.</summary>
    private static long NewKeep(long keep, Int128 quota, Int128 votes)
    {
        if (votes == 0) return MeekSplit.Unit;
        var product = Up(keep * quota, MeekSplit.Unit);
        return (long)Int128.Min(MeekSplit.Unit, Up(product * MeekSplit.Unit, votes));
    }

    private static Int128 Up(Int128 dividend, Int128 divisor) => (dividend + divisor - 1) / divisor;

    private void Tally()
    {
        Array.Clear(log.Votes);
        tree.Count(new(meek.Rounding), keep, log.Votes);
        equal.Count(keep, log.Votes);
        log.Exhausted = valid * (Int128)MeekSplit.Unit;
        foreach (var votes in log.Votes) log.Exhausted -= votes;
    }

    private int? Lowest()
    {
        var continuing = log.Protection.Excludable();
        var limit = continuing.Min(c => log.Votes[c]) + (meek.TiedWithinSurplus ? surplus : 0);
        log.Remember();
        var lowest = ties.Choose("who is excluded", [.. continuing.Where(c => log.Votes[c] <= limit)], Wanted.Worst, log.History, meek.LookBack);
        log.History.RemoveAt(log.History.Count - 1);
        return lowest;
    }

    private void Close(RoundKind kind)
    {
        for (var c = 0; c < keep.Length; c++) log.Keep![c] = keep[c];
        log.Remember();
        log.Close(kind, surplus);
    }
}
