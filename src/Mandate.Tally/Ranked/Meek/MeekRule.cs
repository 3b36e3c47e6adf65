namespace Mandate.Tally.Ranked;

internal enum MeekStatus : byte
{
    Hopeful,
    Elected,
    Out,
}

/// <summary>How a paper's weight is divided between a candidate and those after him, in units of 10^-9.</summary>
internal enum MeekRounding
{
    /// <summary>The share kept is rounded up; the rest is what is left (PRF, B.2.a; New Zealand).</summary>
    Up,

    /// <summary>The share kept and the rest are each rounded down (OpenSTV, droop, stv-rs).</summary>
    Down,

    /// <summary>Warren: the candidate keeps his share of a whole vote as far as the weight reaches.</summary>
    Warren,
}

internal readonly record struct MeekSplit(MeekRounding Rounding)
{
    public const long Unit = 1_000_000_000;

    public (long Kept, long Passed) Of(long weight, long keep)
    {
        switch (Rounding)
        {
            case MeekRounding.Warren:
                var share = Math.Min(weight, keep);
                return (share, weight - share);
            case MeekRounding.Up:
                var kept = (weight * keep + Unit - 1) / Unit;
                return (kept, weight - kept);
            default:
                return (weight * keep / Unit, weight * (Unit - keep) / Unit);
        }
    }
}

/// <summary>What papers with equal ranks give.</summary>
internal enum MeekEqualRanks
{
    /// <summary>As droop and stv-rs: the weight is shared equally, what one does not keep passes to the next rank; a rank of excluded candidates only ends the paper.</summary>
    Descent,

    /// <summary>The average over all orders of the equal ones (stv-rs "equalize").</summary>
    Averaged,
}

/// <summary>The settings in which the published Meek rules differ.</summary>
internal sealed record MeekRule(string Name, MeekRounding Rounding)
{
    /// <summary>Iteration ends when the surplus is below this, in units of 10^-9.</summary>
    public long Omega { get; init; } = 1000;

    /// <summary>Iteration also ends when the surplus equals omega.</summary>
    public bool OmegaReached { get; init; }

    /// <summary>
    /// Whether an elected candidate below the quota takes from the surplus of others, with 0 as the least sum (PRF, B.2.d), or counts as having none.
    /// droop does neither and can fail.
    /// </summary>
    public bool DeficitsCount { get; init; }

    public MeekEqualRanks EqualRanks { get; init; }

    /// <summary>Where the rule text looks first when candidates are equally low.</summary>
    public Ties.LookBack LookBack { get; init; }

    /// <summary>Who stays lowest even with the whole surplus is excluded before the iteration has ended (New Zealand).</summary>
    public bool ExcludesEarly { get; init; }

    /// <summary>Candidates within the untransferred surplus of the lowest count as equally low.</summary>
    public bool TiedWithinSurplus { get; init; } = true;
}
