using System.Security.Cryptography;
using System.Text;
using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Sealing;

/// <summary>
/// A document that any k of n holders open together, as a file that needs nothing beside it but k of their keys (docs/formats/sealed.md):
/// hashed ElGamal on Edwards25519. With random r: alpha = g^r, key = HKDF-SHA256(str(y^r) || str(alpha); header), AES-256-GCM; and proof of
/// knowledge of r over header, ciphertext, y and alpha, without which somebody could hand in a changed copy, or a ballot's ciphertext, and
/// have the holders open it.
/// </summary>
public sealed class SealedDocument
{
    /// <summary>Largest file: the largest content, padded and in Base64, with the record of the key.</summary>
    public const int LargestFile = 32 << 20;

    private const int TagSize = 16;
    private static readonly CurveGroup Curve = CurveGroup.Instance;
    private readonly byte[] ciphertext;
    private readonly Proof proof;

    private SealedDocument(SealHeader header, SealingKey key, CurveElement alpha, Proof proof, byte[] ciphertext)
    {
        (Header, Key, Alpha, this.proof, this.ciphertext) = (header, key, alpha, proof, ciphertext);
        Name = Digests.Hex(ToString());
    }

    public SealHeader Header { get; }

    public SealingKey Key { get; }

    internal CurveElement Alpha { get; }

    /// <summary>SHA-256 of the file, lower hex: what the record holds.</summary>
    public string Name { get; }

    /// <summary>Seals a file. Whoever seals it cannot open it again alone.</summary>
    /// <exception cref="RecordException">The file has no name, or is too large.</exception>
    public static SealedDocument Seal(SealHeader header, SealedContent content, SealingKey key, Randomness random)
    {
        var r = random.NextScalar();
        var alpha = new CurveElement(Point.MultiplyBase(r));
        var shared = new CurveElement(key.PublicKey.Point.Multiply(r));
        var text = content.Pad();
        var sealedText = new byte[TagSize + text.Length];
        // The key is used once, so the nonce is zero.
        using var cipher = new AesGcm(ContentKey(shared, alpha, header.ToString()), TagSize);
        cipher.Encrypt(new byte[12], text, sealedText.AsSpan(TagSize), sealedText.AsSpan(0, TagSize));
        return new(header, key, alpha, Prover.Knowledge(random, Statement(header, sealedText, key, alpha), r), sealedText);
    }

    /// <summary>Reads a file whose seal holds.</summary>
    /// <exception cref="RecordException">It is no sealed document, or something of it was changed; the message says what.</exception>
    public static SealedDocument Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestFile) throw new RecordException($"a sealed document has at most {Digests.Decimal(LargestFile)} bytes");
        var document = RecordReader.Of("sealed document", file).Whole(Read);
        // Free text could be escaped in several ways; the file has one form, for its name is the hash of it.
        return Encoding.UTF8.GetBytes(document.ToString()).AsSpan().SequenceEqual(file) ? document : throw new RecordException("sealed document: it is not in its one canonical form");
    }

    private static SealedDocument Read(RecordReader r)
    {
        r.Expect("{\"sealed\":1,\"header\":");
        var header = SealHeader.Read(r);
        r.Expect(",\"holders\":");
        var key = SealingKey.Read(r);
        r.Expect(",\"alpha\":");
        var alpha = (CurveElement)r.Element(Curve);
        if (alpha.Equals(Curve.Identity)) throw r.Fault("it is sealed with the number zero, which everybody knows");
        r.Expect(",\"proof\":");
        var knowledge = r.Proof(Curve);
        r.Expect(",\"content\":");
        var base64 = r.Plain();
        r.Expect("}");
        var content = new byte[base64.Length / 4 * 3];
        if (!Convert.TryFromBase64String(base64, content, out var length) || Convert.ToBase64String(content.AsSpan(0, length)) != base64) throw new RecordException("sealed document: the content is not Base64");
        if (length < TagSize) throw new RecordException("sealed document: the content is cut off");
        Array.Resize(ref content, length);
        return ProofChecks.Knowledge(Curve, Statement(header, content, key, alpha), alpha, knowledge)
            ? new(header, key, alpha, knowledge, content)
            : throw new RecordException("sealed document: the seal does not hold; header, key or content are not those that were sealed");
    }

    /// <summary>The document, from shares of as many holders as its key needs.</summary>
    /// <exception cref="RecordException">A share does not hold, there are too few, or what was sealed is no file; the message says which.</exception>
    public SealedContent Open(IReadOnlyCollection<OpeningShare> shares)
    {
        foreach (var share in shares)
            if (share.Check(this) is { } fault) throw new RecordException($"share of holder {Digests.Decimal(share.Holder)}: {fault}");
        // Shares of those who handed the key over and of those who took it do not go together.
        var groups = shares.DistinctBy(x => x.Holder).GroupBy(x => x.KeyOf(this).Id, StringComparer.Ordinal).Select(g => (Key: g.First().KeyOf(this), Members: g.OrderBy(x => x.Holder).ToList())).ToList();
        var (key, members) = groups.FirstOrDefault(g => g.Members.Count >= g.Key.Threshold) is { Key: not null } enough ? enough : groups.OrderByDescending(g => g.Members.Count).FirstOrDefault((Key, []));
        if (members.Count < key.Threshold) throw new RecordException($"{Digests.Decimal(members.Count)} holders have opened, {Digests.Decimal(key.Threshold)} are needed");
        List<int> numbers = [.. members.Take(key.Threshold).Select(m => m.Holder - key.First + 1)];
        var shared = Curve.PowerProduct([.. members.Take(key.Threshold).Select(m => m.Factor)], [.. numbers.Select(n => DecryptionStage.Lagrange(Curve, numbers, n))]);
        var text = new byte[ciphertext.Length - TagSize];
        using var cipher = new AesGcm(ContentKey((CurveElement)shared, Alpha, Header.ToString()), TagSize);
        try
        {
            cipher.Decrypt(new byte[12], ciphertext.AsSpan(TagSize), ciphertext.AsSpan(0, TagSize), text);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new RecordException("the content does not open with the key of its seal; whoever sealed it did not follow the format");
        }
        return SealedContent.Unpad(text);
    }

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var w = new RecordWriter().Raw("{\"sealed\":1,\"header\":").Raw(Header.ToString()).Raw(",\"holders\":").Raw(Key.Record).Raw(",\"alpha\":").Element(Alpha).Raw(",\"proof\":").Proof(proof);
        return w.Raw(",\"content\":").Quoted(Convert.ToBase64String(ciphertext)).Raw("}").ToString();
    }

    private static string Statement(SealHeader header, byte[] ciphertext, SealingKey key, CurveElement alpha) => $"seal|{header}|{Digests.Hex(ciphertext)}|{key.PublicKey.Text},{alpha.Text}|";

    private static byte[] ContentKey(CurveElement shared, CurveElement alpha, string header) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(shared.Text + alpha.Text), 32, info: Encoding.UTF8.GetBytes(header));
}
