using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>
/// What cosignatures prove about time when at most f witnesses lie: a log's own clock proves nothing. Times are POSIX seconds by
/// the clocks of honest witnesses.
/// </summary>
public static class WitnessedTime
{
    /// <summary>
    /// An entry in this checkpoint existed no later than the (f+1)-th smallest time on it: at least one of those f+1 witnesses is
    /// honest and had seen it by then. Null with too few cosignatures. This defeats dating back.
    /// </summary>
    public static ulong? NotLaterThan(OpenedNote cosigned, int f) => At([.. Times(cosigned).Order()], f);

    /// <summary>
    /// An entry beyond this checkpoint was not public before the (f+1)-th largest time on it, for witnesses attest the largest tree
    /// they were shown. Null with too few cosignatures.
    /// </summary>
    public static ulong? NotPublicBefore(OpenedNote cosigned, int f) => At([.. Times(cosigned).OrderDescending()], f);

    private static ulong? At(ImmutableArray<ulong> times, int f)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(f);
        return f < times.Length ? times[f] : null;
    }

    /// <summary>One time for each key, so that a witness cannot count twice.</summary>
    private static IEnumerable<ulong> Times(OpenedNote note) => note.Verified
        .Where(v => v.Key.Type is SignatureType.Ed25519Cosignature or SignatureType.MLDsa44Cosignature)
        .DistinctBy(v => Convert.ToHexString(v.Key.Key.AsSpan()), StringComparer.Ordinal)
        .Select(v => Cosignature.TryReadTimestamp(v.Signature.Signature.AsSpan(), out var time) ? time : 0);
}
