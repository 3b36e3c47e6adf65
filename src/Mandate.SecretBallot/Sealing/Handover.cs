using System.Numerics;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Sealing;

/// <summary>One old holder's part of a handover: commitments to a polynomial whose value at zero is their share, signed with that share.</summary>
/// <param name="Holder">The old holder's number in their key, from one.</param>
/// <param name="Coefficients">Commitments to all coefficients but the first, whose commitment is the holder's public key.</param>
public sealed record HandoverPart(int Holder, IReadOnlyList<Element> Coefficients, Proof Signature)
{
    public static HandoverPart Read(string what, ReadOnlySpan<byte> bytes) => RecordReader.Of(what, bytes).Whole(Read);

    public override string ToString()
    {
        var w = new RecordWriter();
        Write(w);
        return w.ToString();
    }

    internal static HandoverPart Read(RecordReader r)
    {
        r.Expect("{\"holder\":");
        var holder = r.Int32(1, TrusteeItem.MostMembers);
        r.Expect(",\"coefexps\":");
        var coefficients = r.List(x => x.Element(CurveGroup.Instance));
        r.Expect(",\"signature\":");
        var signature = r.Proof(CurveGroup.Instance);
        r.Expect("}");
        return new(holder, coefficients, signature);
    }

    internal void Write(RecordWriter w) => w.Raw("{\"holder\":").Number(Holder).Raw(",\"coefexps\":").List(Coefficients, (x, e) => x.Element(e)).Raw(",\"signature\":").Proof(Signature).Raw("}");

    /// <summary>What is signed: the old key, the new members, and the commitments.</summary>
    internal static string Statement(SealingKey from, IEnumerable<SignedMessage> members, int holder, IEnumerable<Element> coefficients) =>
        $"handover|{from.Id}|{Digests.Hex(new RecordWriter().List(members, (w, c) => c.Write(w)).ToString())}|{Digests.Decimal(holder)}|{string.Join(',', coefficients.Select(e => e.Text))}|";

    /// <summary>The commitment to the value of the polynomial at a member's number, and so to that member's share of this share.</summary>
    internal Element At(SealingKey from, int member) => SetupStage.VerificationKey(CurveGroup.Instance, [[from.LocalKey(Holder), .. Coefficients]], member);
}

/// <summary>
/// The record by which old holders of a sealing key have shared their shares anew among others (Desmedt and Jajodia, "Redistributing secret
/// shares to new access structures", 1997): the key stays the same, what is sealed to it opens with shares of the new holders, and shares
/// of old and new do not go together. Everybody can check it.
/// </summary>
/// <param name="Members">The new holders' certificates.</param>
/// <param name="Parts">Of as many old holders as the old key needs, or more, by their numbers.</param>
/// <param name="Keys">The new holders' public keys.</param>
internal sealed record Handover(SealingKey From, IReadOnlyList<SignedMessage> Members, IReadOnlyList<HandoverPart> Parts, IReadOnlyList<TrusteeKey> Keys)
{
    public const string Beginning = "{\"handover\":1,\"from\":";

    private static readonly CurveGroup Curve = CurveGroup.Instance;

    public int Threshold => CeremonyMember.Read(Members[0])!.Threshold;

    public static Handover Read(RecordReader r)
    {
        r.Expect(Beginning);
        var from = SealingKey.Read(r);
        r.Expect(",\"certs\":");
        var members = r.List(x => SignedMessage.Read(x, Curve));
        r.Expect(",\"parts\":");
        var parts = r.List(HandoverPart.Read);
        r.Expect(",\"verification_keys\":");
        var keys = r.List(x => TrusteeKey.Read(x, Curve));
        r.Expect("}");
        return new(from, members, parts, keys);
    }

    public override string ToString() => new RecordWriter().Raw(Beginning).Raw(From.Record).Raw(",\"certs\":").List(Members, (w, m) => m.Write(w))
        .Raw(",\"parts\":").List(Parts, (w, p) => p.Write(w)).Raw(",\"verification_keys\":").List(Keys, (w, k) => k.Write(w)).Raw("}").ToString();

    /// <summary>What is wrong with it; null where all of it holds.</summary>
    public string? Check()
    {
        if (Newcomers(From, Members) is { } fault) return fault;
        if (Keys.Count != Members.Count) return "there is not one key for each new holder";
        if (Parts.Count < From.Threshold) return $"{Digests.Decimal(Parts.Count)} holders handed their shares over, {Digests.Decimal(From.Threshold)} are needed";
        for (var i = 0; i < Parts.Count; i++)
        {
            if (i > 0 && Parts[i].Holder <= Parts[i - 1].Holder) return "the parts are not in the order of their holders";
            if (CheckPart(From, Members, Parts[i]) is { } wrong) return wrong;
        }
        for (var i = 0; i < Keys.Count; i++)
        {
            if (SetupStage.CheckKey(Curve, Keys[i]) is { } wrong) return wrong;
            if (!Keys[i].PublicKey.Equals(KeyOf(From, Parts, i + 1))) return $"the key of new holder {Digests.Decimal(i + 1)} does not follow from the parts";
            var signer = CeremonyMember.Read(Members[i])!.Verification;
            if (Keys[i].Signature is not { } signature || !ProofChecks.Message(Curve, signer, Keys[i].PublicKey.Text, signature)) return $"the signature of new holder {Digests.Decimal(i + 1)} does not hold";
        }
        return null;
    }

    /// <summary>What is wrong with the new holders' certificates; null where they make a group that may have the key.</summary>
    public static string? Newcomers(SealingKey from, IReadOnlyList<SignedMessage> members)
    {
        if (members.Count == 0) return "there are no new holders";
        for (var i = 0; i < members.Count; i++)
        {
            if (CeremonyMember.Read(members[i]) is not { } certificate) return $"the signature of the certificate of new holder {Digests.Decimal(i + 1)} does not hold";
            if (certificate.Size != members.Count || certificate.Index != i + 1 || certificate.Threshold != CeremonyMember.Read(members[0])!.Threshold) return $"the certificate of new holder {Digests.Decimal(i + 1)} is for another group";
            // Whoever sealed a document was told how many it takes to read it early: that number never falls.
            if (certificate.Threshold < from.Threshold) return $"{Digests.Decimal(from.Threshold)} open together; the new holders may not be fewer";
        }
        return null;
    }

    public static string? CheckPart(SealingKey from, IReadOnlyList<SignedMessage> members, HandoverPart part)
    {
        if (part.Holder > from.Holders) return $"there is no holder {Digests.Decimal(part.Holder)}";
        if (part.Coefficients.Count != CeremonyMember.Read(members[0])!.Threshold - 1) return $"the part of holder {Digests.Decimal(part.Holder)} has another number of coefficients";
        return ProofChecks.Knowledge(Curve, HandoverPart.Statement(from, members, part.Holder, part.Coefficients), from.LocalKey(part.Holder), part.Signature)
            ? null : $"the signature of holder {Digests.Decimal(part.Holder)} does not hold";
    }

    /// <summary>The public key of a new holder: the commitments of all parts at their number, to the coefficients at zero.</summary>
    private static Element KeyOf(SealingKey from, IReadOnlyList<HandoverPart> parts, int member)
    {
        List<int> numbers = [.. parts.Select(p => p.Holder)];
        return Curve.PowerProduct([.. parts.Select(p => p.At(from, member))], [.. numbers.Select(n => DecryptionStage.Lagrange(Curve, numbers, n))]);
    }
}
