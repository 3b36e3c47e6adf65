using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Verification;
using SignedMessage = Mandate.SecretBallot.Formats.SignedMessage;

namespace Mandate.SecretBallot.Making;

/// <summary>What a member publishes in the second round: commitments to its polynomial, and its agreement to all certificates.</summary>
public sealed record Contribution(SignedMessage Coefficients, Proof Agreement)
{
    /// <summary>A contribution read from its own file.</summary>
    public static Contribution Read(string what, ReadOnlySpan<byte> bytes) => RecordReader.Of(what, bytes).Whole(r =>
    {
        r.Expect("{\"coefexps\":");
        var coefficients = SignedMessage.Read(r, CurveGroup.Instance);
        r.Expect(",\"signature\":");
        var agreement = r.Proof(CurveGroup.Instance);
        r.Expect("}");
        return new Contribution(coefficients, agreement);
    });

    public override string ToString()
    {
        var w = new RecordWriter().Raw("{\"coefexps\":");
        Coefficients.Write(w);
        return w.Raw(",\"signature\":").Proof(Agreement).Raw("}").ToString();
    }
}

/// <summary>
/// One member's side of the making of a threshold key (Pedersen, "A threshold cryptosystem without a trusted party", 1991; specification
/// 3.1, section 4.6). Rounds: certificates; contributions and a secret share for each other member; verification keys. The shares travel
/// by a channel of the caller's.
/// </summary>
public sealed class CeremonyMember
{
    private static readonly CurveGroup Curve = CurveGroup.Instance;
    private readonly Scalar signing, decryption;
    private readonly Scalar[] polynomial;
    private readonly Randomness random;
    private readonly int size, threshold;

    public CeremonyMember(int index, int size, int threshold, Randomness random)
    {
        if (threshold < 1 || threshold > size) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, $"The threshold is 1 to {Digests.Decimal(size)}.");
        if (index < 1 || index > size) throw new ArgumentOutOfRangeException(nameof(index), index, $"Members have the numbers 1 to {Digests.Decimal(size)}.");
        (Index, this.size, this.threshold, this.random) = (index, size, threshold, random);
        signing = random.NextScalar();
        polynomial = [.. Enumerable.Range(0, threshold).Select(_ => random.NextScalar())];
        decryption = random.NextScalar();
        var certificate = new Certificate(CurveGroup.GroupName, size, threshold, index, new CurveElement(Point.MultiplyBase(signing)), new CurveElement(Point.MultiplyBase(decryption)));
        Certificate = SignMessage(certificate.ToString());
    }

    private CeremonyMember(int index, int size, SignedMessage certificate, Scalar[] secrets, Randomness random)
    {
        (Index, this.size, this.random, Certificate) = (index, size, random, certificate);
        (signing, decryption, polynomial) = (secrets[0], secrets[1], secrets[2..]);
        threshold = polynomial.Length;
    }

    public int Index { get; }

    public SignedMessage Certificate { get; }

    /// <summary>The member's secrets, to be kept between the rounds where nobody else reads them: 32 bytes each.</summary>
    public byte[] ToBytes() => [.. new[] { signing, decryption }.Concat(polynomial).SelectMany(s => s.ToBytes())];

    /// <summary>A member from its secrets and its certificate, which says the rest; null where they do not belong together.</summary>
    public static CeremonyMember? FromBytes(ReadOnlySpan<byte> bytes, SignedMessage certificate, Randomness random)
    {
        if (Read(certificate) is not { } read || bytes.Length != 32 * (2 + read.Threshold)) return null;
        var secrets = new Scalar[2 + read.Threshold];
        for (var i = 0; i < secrets.Length; i++)
            if (!Scalar.TryDecode(bytes.Slice(32 * i, 32), out secrets[i])) return null;
        return new CurveElement(Point.MultiplyBase(secrets[0])).Equals(read.Verification) && new CurveElement(Point.MultiplyBase(secrets[1])).Equals(read.Encryption)
            ? new(read.Index, read.Size, certificate, secrets, random) : null;
    }

    /// <summary>A certificate whose signature holds; null for any other.</summary>
    public static Certificate? Read(SignedMessage certificate)
    {
        var read = new RecordReader("certificate", certificate.Message).Whole(r => Formats.Certificate.Read(r, Curve));
        return ProofChecks.Message(Curve, read.Verification, certificate.Message, certificate.Signature) ? read : null;
    }

    /// <summary>The second round, when all certificates are there.</summary>
    public Contribution Contribute(IReadOnlyList<SignedMessage> certificates)
    {
        if (certificates.Count != size || certificates[Index - 1] != Certificate) throw new ArgumentException("These are not the certificates of this ceremony.", nameof(certificates));
        Element[] commitments = [.. polynomial.Select(a => new CurveElement(Point.MultiplyBase(a)))];
        return new(SignMessage(ThresholdTrustees.WriteCoefficients(commitments)), SignText(ThresholdTrustees.Agreement(certificates, commitments)));
    }

    /// <summary>The secret share for a member: the polynomial at its number, 32 bytes.</summary>
    public byte[] ShareFor(int member)
    {
        var x = Scalar.FromUInt64((ulong)member);
        return polynomial.Reverse().Aggregate(Scalar.Zero, (sum, a) => sum * x + a).ToBytes();
    }

    /// <summary>The share for a member, sealed to the encryption key of its certificate.</summary>
    public byte[] SealShareFor(SignedMessage certificate)
    {
        var to = Read(certificate) ?? throw new ArgumentException("The signature of the certificate does not hold.", nameof(certificate));
        return ShareEnvelope.Seal(ShareFor(to.Index), ((CurveElement)to.Encryption).Point, Context(Index, to.Index), random);
    }

    /// <summary>Opens the share that a member sealed to this one; null where it was not made for it.</summary>
    public byte[]? OpenShareFrom(int sender, ReadOnlySpan<byte> envelope) => Open(envelope, Context(sender, Index));

    /// <summary>Opens what was sealed to the encryption key of this member's certificate.</summary>
    internal byte[]? Open(ReadOnlySpan<byte> envelope, string context) => ShareEnvelope.Open(envelope, decryption, context);

    /// <summary>Binds an envelope to the ceremony's size and threshold, its sender and its receiver.</summary>
    private string Context(int from, int to) => $"share|{Digests.Decimal(size)}|{Digests.Decimal(threshold)}|{Digests.Decimal(from)}|{Digests.Decimal(to)}";

    /// <summary>The third round: checks the shares of all against their commitments and gives the key's share.</summary>
    /// <exception cref="ArgumentException">A share is not the one that its sender committed to; the message names the sender.</exception>
    public (TrusteeSecret Secret, TrusteeKey Key) Finish(IReadOnlyList<Contribution> contributions, IReadOnlyList<byte[]> shares)
    {
        if (contributions.Count != size || shares.Count != size) throw new ArgumentException($"Contributions and shares of all {Digests.Decimal(size)} members are needed.", nameof(shares));
        var sum = Scalar.Zero;
        for (var i = 0; i < size; i++)
        {
            var commitments = new RecordReader($"coefficients of member {Digests.Decimal(i + 1)}", contributions[i].Coefficients.Message).Whole(r => ThresholdTrustees.ReadCoefficients(r, Curve));
            if (commitments.Count != threshold || !Scalar.TryDecode(shares[i], out var share)
                || !new CurveElement(Point.MultiplyBase(share)).Equals(SetupStage.VerificationKey(Curve, [commitments], Index)))
                throw new ArgumentException($"The share of member {Digests.Decimal(i + 1)} is not the one that it committed to.", nameof(shares));
            sum += share;
        }
        return Keep(sum);
    }

    /// <summary>The member's share of a key, with its public half signed.</summary>
    internal (TrusteeSecret Secret, TrusteeKey Key) Keep(in Scalar share)
    {
        var secret = new TrusteeSecret(share);
        var key = secret.ToKey(random);
        return (secret, key with { Signature = SignText(key.PublicKey.Text) });
    }

    /// <summary>The public record of the ceremony.</summary>
    /// <exception cref="ArgumentException">The record does not verify; the message says why.</exception>
    public static ThresholdTrustees Assemble(int threshold, IReadOnlyList<SignedMessage> certificates, IReadOnlyList<Contribution> contributions, IReadOnlyList<TrusteeKey> keys)
    {
        var item = new ThresholdTrustees(threshold, certificates, [.. contributions.Select(c => c.Coefficients)], [.. contributions.Select(c => c.Agreement)], keys);
        return item.Check(Curve) is { } fault ? throw new ArgumentException(fault, nameof(contributions)) : item;
    }

    private SignedMessage SignMessage(string message) => new(message, SignText(message));

    private Proof SignText(string message) => Prover.Knowledge(random, $"sigmsg|{message}|", signing);
}
