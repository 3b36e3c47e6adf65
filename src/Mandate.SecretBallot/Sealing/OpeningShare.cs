using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Sealing;

/// <summary>Why a holder opens.</summary>
public enum OpeningReason { Day, Session, Decision, Silence }

/// <summary>
/// A holder's share of an opening, with proof that it was made with the holder's own key: alpha^x_j. It says for what reason it was given,
/// and the proof binds that; a holder who opens too early has signed for it.
/// </summary>
/// <param name="Document">SHA-256 of the sealed file.</param>
/// <param name="Holder">The holder's number among all who ever held the key, from one (<see cref="SealingKey.First"/>).</param>
/// <param name="Handover">The record by which the holder took the key over; null for a holder of the key that the document is sealed with.</param>
public sealed record OpeningShare(string Document, int Holder, OpeningReason Reason, Element Factor, Proof Proof, SealingKey? Handover = null)
{
    private static readonly CurveGroup Curve = CurveGroup.Instance;

    /// <summary>The share of whoever has this key.</summary>
    /// <param name="handover">The record by which they took it over, where they did.</param>
    /// <exception cref="ArgumentException">The key is of no holder of the document's sealing key.</exception>
    public static OpeningShare Make(SealedDocument document, TrusteeSecret secret, OpeningReason reason, Randomness random, SealingKey? handover = null)
    {
        if (handover is not null && !handover.Continues(document.Key)) throw new ArgumentException("The handover is of another key than the one that the document is sealed with.", nameof(handover));
        var key = handover ?? document.Key;
        var holder = key.HolderOf(secret.PublicKey) ?? throw new ArgumentException("This key is of no holder of the key that the document is sealed with.", nameof(secret));
        var w = random.NextScalar();
        var alpha = document.Alpha.Point;
        var challenge = Curve.Challenge(Prefix(document, secret.PublicKey, reason), [new CurveElement(Point.MultiplyBase(w)), new CurveElement(alpha.Multiply(w))]);
        return new(document.Name, key.First + holder - 1, reason, new CurveElement(alpha.Multiply(secret.Value)), Prover.Respond(challenge, w, secret.Value), key == document.Key ? null : key);
    }

    /// <summary>What is wrong with it; null where it is a share of that document.</summary>
    public string? Check(SealedDocument document)
    {
        if (Document != document.Name) return "it is for another document";
        var key = KeyOf(document);
        if (!key.Continues(document.Key)) return "its handover is of another key";
        if (Holder < key.First || Holder >= key.First + key.Holders) return $"there is no holder {Digests.Decimal(Holder)}";
        var own = key.LocalKey(Holder - key.First + 1);
        return Curve.Challenge(Prefix(document, own, Reason),
            [
                Curve.DoublePower(Curve.Generator, Proof.Response, own, Proof.Challenge),
                Curve.DoublePower(document.Alpha, Proof.Response, Factor, Proof.Challenge),
            ]) == Proof.Challenge ? null : "its proof does not hold for the key of this holder";
    }

    internal SealingKey KeyOf(SealedDocument document) => Handover ?? document.Key;

    public static OpeningShare Read(string what, ReadOnlySpan<byte> bytes) => RecordReader.Of(what, bytes).Whole(r =>
    {
        r.Expect("{\"document\":");
        var document = r.Hash();
        r.Expect(",\"holder\":");
        var holder = r.Int32(1, 100 * TrusteeItem.MostMembers);
        r.Expect(",\"reason\":");
        var reason = r.Plain() is var name && Reasons.IndexOf(name) is >= 0 and var i ? (OpeningReason)i : throw r.Fault("a reason is day, session, decision or silence");
        r.Expect(",\"factor\":");
        var factor = r.Element(Curve);
        r.Expect(",\"proof\":");
        var proof = r.Proof(Curve);
        var handover = r.Take(",\"handover\":") ? SealingKey.Read(r) : null;
        r.Expect("}");
        return new OpeningShare(document, holder, reason, factor, proof, handover);
    });

    public override string ToString() => new RecordWriter().Raw("{\"document\":").Quoted(Document).Raw(",\"holder\":").Number(Holder).Raw(",\"reason\":").Quoted(Reasons[(int)Reason])
        .Raw(",\"factor\":").Element(Factor).Raw(",\"proof\":").Proof(Proof).Raw(Handover is null ? "" : ",\"handover\":" + Handover.Record).Raw("}").ToString();

    private static readonly List<string> Reasons = ["day", "session", "decision", "silence"];

    private static string Prefix(SealedDocument document, CurveElement own, OpeningReason reason) => $"unseal|{document.Name}|{Reasons[(int)reason]}|{own.Text}|";
}
