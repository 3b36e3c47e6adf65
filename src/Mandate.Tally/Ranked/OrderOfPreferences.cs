namespace Mandate.Tally.Ranked;

/// <summary>How many papers mark each candidate first, second, third, whatever becomes of them in the count (Seanad Electoral (Panel Members) Act 1947, second schedule, rule 2).</summary>
internal static class OrderOfPreferences
{
    /// <summary>By preference, then by candidate. A rank that names nobody, or several, is a preference for nobody.</summary>
    public static long[][] Of(Ballots ballots)
    {
        var candidates = ballots.Candidates.Length;
        var counts = new List<long[]>();
        for (var line = 0; line < ballots.Lines; line++)
        {
            var ranks = ballots.Ranks(line);
            while (counts.Count < ranks.Length) counts.Add(new long[candidates]);
            for (var rank = 0; rank < ranks.Length; rank++)
                if (ranks[rank] is [var only]) counts[rank][only] += ballots.Weight(line);
        }
        return [.. counts];
    }
}
