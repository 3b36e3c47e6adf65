using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Sealing;

/// <summary>
/// A standing key to seal documents with, of which any k of n holders open: the public record of a key ceremony (Pedersen, 1991), or of a
/// handover of such a key to others. It is never a key of ballots: what is sealed to it carries a proof of its own, so that no ballot can be
/// passed off as a document.
/// </summary>
public sealed class SealingKey
{
    private readonly IReadOnlyList<TrusteeKey> keys;

    private SealingKey(IReadOnlyList<TrusteeKey> keys, int threshold, CurveElement publicKey, string record, SealingKey? from)
    {
        (this.keys, Threshold, PublicKey, Record, Id, From) = (keys, threshold, publicKey, record, Digests.Hex(record), from);
        First = from is null ? 1 : from.First + from.Holders;
    }

    /// <summary>The record in its canonical form.</summary>
    public string Record { get; }

    /// <summary>SHA-256 of the record, lower hex.</summary>
    public string Id { get; }

    /// <summary>What documents are sealed to; a handover does not change it.</summary>
    public CurveElement PublicKey { get; }

    public int Threshold { get; }

    public int Holders => keys.Count;

    /// <summary>The key that was handed over; null for one from its ceremony.</summary>
    public SealingKey? From { get; }

    /// <summary>
    /// The number of its first holder among all who ever held the key: one, or after the last of those before. On shares holders are numbered so,
    /// so that nobody takes those of old and new for each other.
    /// </summary>
    public int First { get; }

    /// <summary>The public key of a holder, numbered from one within this key.</summary>
    public CurveElement LocalKey(int holder) => (CurveElement)keys[holder - 1].PublicKey;

    /// <summary>The number within this key of the holder whose public key this is; null for a stranger's.</summary>
    public int? HolderOf(CurveElement key) => keys.Select(k => k.PublicKey).ToList().FindIndex(key.Equals) is >= 0 and var i ? i + 1 : null;

    /// <summary>Whether it is that key, handed over any number of times.</summary>
    public bool Continues(SealingKey key) => Id == key.Id || From?.Continues(key) == true;

    /// <summary>A key from the record of a ceremony or a handover, all of whose proofs hold.</summary>
    /// <exception cref="RecordException">It is no such record, or a proof does not hold; the message says which.</exception>
    public static SealingKey Read(ReadOnlySpan<byte> record)
    {
        var key = RecordReader.Of("holders", record).Whole(Read);
        return key.Id == Digests.Hex(record) ? key : throw new RecordException("the record of the holders is not in its one canonical form");
    }

    internal static SealingKey Read(RecordReader r) => r.Follows(Handover.Beginning) ? Of(Handover.Read(r)) : Of(r.List(x => TrusteeItem.Read(x, CurveGroup.Instance)));

    internal static SealingKey Of(Handover handover) => handover.Check() is { } fault
        ? throw new RecordException(fault)
        : new(handover.Keys, handover.Threshold, handover.From.PublicKey, handover.ToString(), handover.From);

    private static SealingKey Of(IReadOnlyList<TrusteeItem> items)
    {
        if (items is not [ThresholdTrustees { Threshold: >= 2 } trustees]) throw new RecordException("a sealing key is one group of holders of whom at least two open together");
        if (trustees.Check(CurveGroup.Instance) is { } fault) throw new RecordException(fault);
        return new(trustees.Keys, trustees.Threshold, (CurveElement)TrusteeItem.JointKey(CurveGroup.Instance, items), TrusteeItem.WriteAll(items), null);
    }
}
