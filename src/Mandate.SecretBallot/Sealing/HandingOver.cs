using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;

using SignedMessage = Mandate.SecretBallot.Formats.SignedMessage;

namespace Mandate.SecretBallot.Sealing;

/// <summary>
/// The steps of a handover, when holders of a sealing key change. New holders begin as in a key ceremony (<see cref="CeremonyMember"/>);
/// old holders share; new holders finish; anybody records. Old holders then destroy their shares: as long as enough of them keep theirs, they
/// open too.
/// </summary>
public static class HandingOver
{
    private static readonly CurveGroup Curve = CurveGroup.Instance;

    /// <summary>An old holder's step: the part that everybody may see, and a sealed share for each new holder.</summary>
    /// <exception cref="ArgumentException">The key is of no holder, or the certificates make no group that may have it.</exception>
    public static (HandoverPart Part, IReadOnlyList<byte[]> Shares) Share(SealingKey from, TrusteeSecret secret, IReadOnlyList<SignedMessage> members, Randomness random)
    {
        var holder = from.HolderOf(secret.PublicKey) ?? throw new ArgumentException("This key is of no holder of the sealing key.", nameof(secret));
        if (Handover.Newcomers(from, members) is { } fault) throw new ArgumentException(fault, nameof(members));
        var threshold = CeremonyMember.Read(members[0])!.Threshold;
        Scalar[] polynomial = [secret.Value, .. Enumerable.Range(1, threshold - 1).Select(_ => random.NextScalar())];
        Element[] coefficients = [.. polynomial.Skip(1).Select(a => new CurveElement(Point.MultiplyBase(a)))];
        var part = new HandoverPart(holder, coefficients, Prover.Knowledge(random, HandoverPart.Statement(from, members, holder, coefficients), secret.Value));
        return (part, [.. members.Select((m, i) => ShareEnvelope.Seal(At(polynomial, i + 1).ToBytes(), ((CurveElement)CeremonyMember.Read(m)!.Encryption).Point, Context(from, holder, i + 1), random))]);
    }

    /// <summary>A new holder's step: checks all parts and shares, and gives the share of the key.</summary>
    /// <param name="shares">Sealed for this member, in the order of the parts.</param>
    /// <exception cref="ArgumentException">A part or a share does not hold; the message names its sender.</exception>
    public static (TrusteeSecret Secret, TrusteeKey Key) Finish(SealingKey from, CeremonyMember member, IReadOnlyList<SignedMessage> members, IReadOnlyList<HandoverPart> parts, IReadOnlyList<byte[]> shares)
    {
        if (Handover.Newcomers(from, members) is { } fault) throw new ArgumentException(fault, nameof(members));
        if (parts.Count < from.Threshold) throw new ArgumentException($"{Digests.Decimal(parts.Count)} holders handed their shares over, {Digests.Decimal(from.Threshold)} are needed", nameof(parts));
        List<int> numbers = [.. parts.Select(p => p.Holder)];
        var sum = Scalar.Zero;
        for (var i = 0; i < parts.Count; i++)
        {
            if (Handover.CheckPart(from, members, parts[i]) is { } wrong) throw new ArgumentException(wrong, nameof(parts));
            if (member.Open(shares[i], Context(from, parts[i].Holder, member.Index)) is not { } opened || !Scalar.TryDecode(opened, out var share)
                || !new CurveElement(Point.MultiplyBase(share)).Equals(parts[i].At(from, member.Index)))
                throw new ArgumentException($"the share of holder {Digests.Decimal(parts[i].Holder)} is not the one that they committed to", nameof(shares));
            sum += share * Scalar.FromBigInteger(DecryptionStage.Lagrange(Curve, numbers, parts[i].Holder));
        }
        return member.Keep(sum);
    }

    /// <summary>The public record, which is the key from now on.</summary>
    /// <exception cref="ArgumentException">It does not hold; the message says why.</exception>
    public static SealingKey Assemble(SealingKey from, IReadOnlyList<SignedMessage> members, IReadOnlyList<HandoverPart> parts, IReadOnlyList<TrusteeKey> keys)
    {
        try
        {
            return SealingKey.Of(new Handover(from, members, [.. parts.OrderBy(p => p.Holder)], keys));
        }
        catch (RecordException e)
        {
            throw new ArgumentException(e.Message, nameof(parts), e);
        }
    }

    private static Scalar At(Scalar[] polynomial, int member)
    {
        var x = Scalar.FromUInt64((ulong)member);
        return polynomial.Reverse().Aggregate(Scalar.Zero, (sum, a) => sum * x + a);
    }

    private static string Context(SealingKey from, int holder, int member) => $"handover|{from.Id}|{Digests.Decimal(holder)}|{Digests.Decimal(member)}";
}
