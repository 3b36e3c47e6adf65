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
/// <param name="Holder">The holder's number, from one.</param>
public sealed record OpeningShare(string Document, int Holder, OpeningReason Reason, Element Factor, Proof Proof)
{
    private static readonly CurveGroup Curve = CurveGroup.Instance;

    /// <summary>The share of whoever has this key.</summary>
    /// <exception cref="ArgumentException">The key is of no holder of the document's sealing key.</exception>
    public static OpeningShare Make(SealedDocument document, TrusteeSecret secret, OpeningReason reason, Randomness random)
    {
        var holder = document.Key.HolderOf(secret.PublicKey) ?? throw new ArgumentException("This key is of no holder of the key that the document is sealed with.", nameof(secret));
        var w = random.NextScalar();
        var alpha = document.Alpha.Point;
        var challenge = Curve.Challenge(Prefix(document, holder, reason), [new CurveElement(Point.MultiplyBase(w)), new CurveElement(alpha.Multiply(w))]);
        return new(document.Name, holder, reason, new CurveElement(alpha.Multiply(secret.Value)), Prover.Respond(challenge, w, secret.Value));
    }

    /// <summary>What is wrong with it; null where it is a share of that document.</summary>
    public string? Check(SealedDocument document)
    {
        if (Document != document.Name) return "it is for another document";
        if (Holder > document.Key.Holders) return $"there is no holder {Digests.Decimal(Holder)}";
        var key = document.Key.HolderKey(Holder);
        return Curve.Challenge(Prefix(document, Holder, Reason),
            [
                Curve.DoublePower(Curve.Generator, Proof.Response, key, Proof.Challenge),
                Curve.DoublePower(document.Alpha, Proof.Response, Factor, Proof.Challenge),
            ]) == Proof.Challenge ? null : "its proof does not hold for the key of this holder";
    }

    public static OpeningShare Read(string what, ReadOnlySpan<byte> bytes) => RecordReader.Of(what, bytes).Whole(r =>
    {
        r.Expect("{\"document\":");
        var document = r.Hash();
        r.Expect(",\"holder\":");
        var holder = r.Int32(1, TrusteeItem.MostMembers);
        r.Expect(",\"reason\":");
        var reason = r.Plain() is var name && Reasons.IndexOf(name) is >= 0 and var i ? (OpeningReason)i : throw r.Fault("a reason is day, session, decision or silence");
        r.Expect(",\"factor\":");
        var factor = r.Element(Curve);
        r.Expect(",\"proof\":");
        var proof = r.Proof(Curve);
        r.Expect("}");
        return new OpeningShare(document, holder, reason, factor, proof);
    });

    public override string ToString() => new RecordWriter().Raw("{\"document\":").Quoted(Document).Raw(",\"holder\":").Number(Holder).Raw(",\"reason\":").Quoted(Reasons[(int)Reason])
        .Raw(",\"factor\":").Element(Factor).Raw(",\"proof\":").Proof(Proof).Raw("}").ToString();

    private static readonly List<string> Reasons = ["day", "session", "decision", "silence"];

    private static string Prefix(SealedDocument document, int holder, OpeningReason reason) => $"unseal|{document.Name}|{Reasons[(int)reason]}|{document.Key.HolderKey(holder).Text}|";
}
