using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Sealing;

/// <summary>
/// A standing key to seal documents with, of which any k of n holders open: the public record of a key ceremony (Pedersen, 1991). It is
/// never a key of ballots: what is sealed to it carries a proof of its own, so that no ballot can be passed off as a document.
/// </summary>
public sealed class SealingKey
{
    private SealingKey(ThresholdTrustees trustees, string record)
    {
        (Trustees, Record, Id) = (trustees, record, Digests.Hex(record));
        PublicKey = (CurveElement)TrusteeItem.JointKey(CurveGroup.Instance, [trustees]);
    }

    public ThresholdTrustees Trustees { get; }

    /// <summary>The record in its canonical form.</summary>
    public string Record { get; }

    /// <summary>SHA-256 of the record, lower hex.</summary>
    public string Id { get; }

    /// <summary>What documents are sealed to.</summary>
    public CurveElement PublicKey { get; }

    public int Threshold => Trustees.Threshold;

    public int Holders => Trustees.Keys.Count;

    /// <summary>The public key of a holder, numbered from one.</summary>
    public CurveElement HolderKey(int holder) => (CurveElement)Trustees.Keys[holder - 1].PublicKey;

    /// <summary>The number of the holder whose public key this is; null for a stranger's.</summary>
    public int? HolderOf(CurveElement key) => Trustees.Keys.Select(k => k.PublicKey).ToList().FindIndex(key.Equals) is >= 0 and var i ? i + 1 : null;

    /// <summary>A key from the record of a ceremony, all of whose proofs hold.</summary>
    /// <exception cref="RecordException">It is no such record, or a proof does not hold; the message says which.</exception>
    public static SealingKey Read(ReadOnlySpan<byte> record)
    {
        var key = Of(TrusteeItem.ReadAll(record, CurveGroup.Instance));
        return key.Id == Digests.Hex(record) ? key : throw new RecordException("the record of the holders is not in its one canonical form");
    }

    internal static SealingKey Of(IReadOnlyList<TrusteeItem> items)
    {
        if (items is not [ThresholdTrustees { Threshold: >= 2 } trustees]) throw new RecordException("a sealing key is one group of holders of whom at least two open together");
        return trustees.Check(CurveGroup.Instance) is { } fault ? throw new RecordException(fault) : new(trustees, TrusteeItem.WriteAll(items));
    }
}
