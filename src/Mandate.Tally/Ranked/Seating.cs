namespace Mandate.Tally.Ranked;

/// <summary>What all counts by transfer share at their beginning and end.</summary>
internal static class Seating
{
    /// <summary>
    /// True when no seat is open or the continuing candidates are no more than the open seats; these are then elected, the one with more votes first
    /// (equal votes: paper order, which decides nothing but the order on the list).
    /// </summary>
    public static bool FillLast(RoundLog log, int seats)
    {
        var open = seats - log.Elected.Count;
        var continuing = log.Continuing;
        if (open > 0 && continuing.Length > open) return false;
        if (open > 0)
            foreach (var c in continuing.OrderByDescending(c => log.Votes[c])) log.Elect(c, surplus: false);
        foreach (var c in log.Where(Standing.ElectedWithSurplus).ToArray()) log.Standings[c] = Standing.Elected;
        return true;
    }

    public static void Warn(RoundLog log, int seats, long valid)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        log.Seats = seats;
        foreach (var group in log.Ballots.Reserved.Where(g => g.Members.Count(log.Ballots.Stands) < g.AtLeast))
            log.Warnings.Add(FormattableString.Invariant($"{group.AtLeast} seats are reserved for {group.Name} and only {group.Members.Count(log.Ballots.Stands)} of it stand"));
        var standing = log.Continuing.Length;
        if (standing < seats) log.Warnings.Add(FormattableString.Invariant($"{seats} seats and only {standing} candidates: {seats - standing} stay empty"));
        if (log.Ballots.Papers > valid) log.Warnings.Add(log.Ballots.Papers - valid == 1
            ? "1 paper shows no preference that the rule can count"
            : FormattableString.Invariant($"{log.Ballots.Papers - valid} papers show no preference that the rule can count"));
        if (log.Ballots.HasEqualRanks) log.Warnings.Add("some papers rank candidates equally; this rule counts them up to that rank and not further");
    }
}
