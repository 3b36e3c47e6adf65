namespace Mandate.Tally.Ranked;

/// <summary>Who may be elected and who may be excluded, where seats are reserved or a vacancy is filled.</summary>
internal sealed class Protection(RoundLog log)
{
    public bool Any { get; } = !log.Ballots.Sitting.IsEmpty || !log.Ballots.Reserved.IsEmpty;

    /// <summary>Whether a seat is left for this candidate beside those that groups still need.</summary>
    public bool MayElect(int candidate)
    {
        if (log.Ballots.Reserved.IsEmpty) return true;
        var needed = 0;
        foreach (var group in log.Ballots.Reserved)
        {
            var needs = Needs(group);
            if (needs > 0 && group.Members.Contains(candidate)) return true;
            needed += needs;
        }
        return log.Seats - log.Elected.Count > needed;
    }

    /// <summary>From whom one is excluded: those who can no longer be elected, else all whom nothing protects, else all.</summary>
    public int[] Excludable()
    {
        var continuing = log.Continuing;
        if (!Any) return continuing;
        int[] doomed = [.. continuing.Where(c => !MayElect(c) && !log.Ballots.Sitting.Contains(c))];
        if (doomed.Length > 0) return doomed;
        int[] free = [.. continuing.Where(c => !log.Ballots.Sitting.Contains(c) && !Guarded(c))];
        return free.Length > 0 ? free : continuing;
    }

    private bool Guarded(int candidate) => log.Ballots.Reserved.Any(g => g.Members.Contains(candidate)
        && Needs(g) is > 0 and var needs && g.Members.Count(m => log.Standings[m] == Standing.Continuing) <= needs);

    private int Needs(ReservedSeats group)
    {
        var elected = log.Elected.Count(group.Members.Contains);
        var left = group.Members.Count(m => log.Standings[m] == Standing.Continuing);
        return Math.Clamp(group.AtLeast - elected, 0, left);
    }
}
