namespace Mandate.Tally.Ranked;

/// <summary>Candidates who may be excluded together because no transfer can lift them above the one next above.</summary>
internal static class SureLosers
{
    /// <summary>The largest such set, lowest first; empty where there is none.</summary>
    /// <param name="log">Votes and standings.</param>
    /// <param name="seats">All seats; enough candidates are left to fill those still open.</param>
    /// <param name="mayEqual">Whether their votes and all surpluses may equal the vote of the one next above (ERS97) or must be less.</param>
    /// <param name="tiedWithinSurplus">Whether candidates within the surplus of the lowest of a group belong to that group (PRF).</param>
    public static int[] Find(RoundLog log, int seats, bool mayEqual, bool tiedWithinSurplus)
    {
        if (log.Protection.Any) return []; // one at a time, so that each choice can respect it
        var surplus = WeightedInclusive.Surplus(log);
        var continuing = log.Continuing.OrderBy(c => log.Votes[c]).ToArray();
        var most = continuing.Length - (seats - log.Elected.Count);
        var groups = Groups(log, continuing, tiedWithinSurplus ? surplus : 0);
        var sum = surplus;
        var (taken, sure) = (0, 0);
        for (var g = 0; g + 1 < groups.Count; g++)
        {
            taken += groups[g].Count;
            if (taken > most) break;
            foreach (var c in groups[g]) sum += log.Votes[c];
            var next = log.Votes[groups[g + 1][0]];
            if (mayEqual ? sum <= next : sum < next) sure = taken;
        }
        return continuing[..sure];
    }

    private static List<List<int>> Groups(RoundLog log, int[] ascending, Int128 within)
    {
        var groups = new List<List<int>>();
        foreach (var c in ascending)
        {
            if (groups.Count > 0 && log.Votes[groups[^1][0]] + within >= log.Votes[c]) groups[^1].Add(c);
            else groups.Add([c]);
        }
        return groups;
    }
}
