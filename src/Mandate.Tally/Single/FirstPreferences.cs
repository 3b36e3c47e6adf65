namespace Mandate.Tally;

/// <summary>What papers say first.</summary>
internal static class FirstPreferences
{
    /// <summary>Papers that rank at least one standing candidate.</summary>
    public static long Valid(Ballots ballots)
    {
        long valid = 0;
        for (var line = 0; line < ballots.Lines; line++)
        {
            foreach (var cell in ballots.Cells(line))
            {
                var candidate = cell & Ballots.CandidateBits;
                if (candidate >= ballots.Candidates.Length || !ballots.Stands(candidate)) continue;
                valid += ballots.Weight(line);
                break;
            }
        }
        return valid;
    }
}
