using System.Numerics;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Versions;

/// <summary>
/// Version 2: hashes to the field of RFC 9380, and one form of signed message for ballots, keys, certificates, shuffles and decryptions,
/// whose signer's key is hashed with it.
/// </summary>
internal sealed class SecondProfile : Profile
{
    private static readonly string[] Tags = ["prove", "prove_l", "bproof0", "bproof1", "lproof", "nonzero", "raweg", "decrypt"];

    public override int Version => 2;

    internal override string Fingerprint(ReadOnlySpan<byte> election) => Digests.Hex(election);

    internal override BigInteger Challenge(Group group, ProofOf kind, string statement, IReadOnlyList<Element> commitments)
    {
        // Where one ciphertext or key ends the statement a bar follows it.
        var bar = kind is ProofOf.Interval or ProofOf.ListInterval or ProofOf.Ranking or ProofOf.Decryption ? "|" : "";
        return Hash(group, Tags[(int)kind], statement + bar, commitments);
    }

    internal override BigInteger[] ShuffleChallenges(Group group, string text, int count) => FieldHash.Numbers("BELENIOS-V2-get_nizkp_challenges-SHA256", text, count, group.Order);

    internal override BigInteger ShuffleChallenge(Group group, string text) => FieldHash.Numbers("BELENIOS-V2-get_nizkp_challenge-SHA256", text, 1, group.Order)[0];

    internal override int Compare(Group group, Element a, Element b) => group.CompareCoordinates(a, b);

    internal override IReadOnlyList<TrusteeItem> ReadTrustees(RecordReader r, Group group) => r.List<TrusteeItem>(x => CertifiedTrustees.Read(x, group));

    internal override PublicCredential ReadCredential(RecordReader r, Group group)
    {
        r.Expect("{\"credential\":");
        var key = r.Element(group);
        var weight = r.Take(",\"weight\":") ? r.Number() : 1;
        if (weight > PublicCredentials.LargestWeight) throw r.Fault($"the weight of credential {key.Text} is not a number up to 2^40");
        r.Expect("}");
        return new(key, weight);
    }

    internal override Ballot ReadBallot(RecordReader r, Election election)
    {
        var (message, signature) = Signed(r, election.Group, x =>
        {
            x.Expect("{\"election_uuid\":");
            var uuid = x.Plain();
            x.Expect(",\"election_hash\":");
            var fingerprint = x.Plain();
            x.Expect(",\"credential\":");
            var credential = x.Element(election.Group);
            x.Expect(",\"answers\":");
            var answers = x.Exactly(election.Questions.Count, "answers", (y, i) => Answer.Read(y, election.Questions[i], election.Group));
            x.Expect("}");
            return new Ballot(uuid, fingerprint, credential, answers, "", default);
        });
        return message with { Signature = signature.Signature, SignedText = signature.Text };
    }

    internal override string? CheckSignature(Ballot ballot, Election election) =>
        Holds(election.Group, "ballot", ballot.Credential, new(ballot.SignedText, ballot.Signature)) ? null : "the signature does not hold";

    internal override PartialDecryption ReadDecryption(RecordReader r, EncryptedTally tally, Group group)
    {
        var (shares, signature) = Signed(r, group, x => x.Exactly(tally.Questions.Count, "questions", (y, i) => tally.Questions[i].ReadAlike(y, z =>
        {
            z.Expect("{\"factor\":");
            var factor = z.Element(group);
            z.Expect(",\"proof\":");
            var proof = z.Proof(group);
            z.Expect("}");
            return (Factor: factor, Proof: proof);
        })));
        return new([.. shares.Select(q => q.Select(s => s.Factor))], [.. shares.Select(q => q.Select(s => s.Proof))]) { Signed = signature };
    }

    internal override Shuffle ReadShuffle(RecordReader r, IReadOnlyList<IReadOnlyList<Ciphertext>> input, Group group)
    {
        var (shuffle, signature) = Signed(r, group, x => Shuffle.Read(x, input, group));
        return shuffle with { Signed = signature };
    }

    internal override CredentialsCertificate ReadCertificate(RecordReader r, Group group)
    {
        var (fields, signature) = Signed(r, group, x =>
        {
            var read = CredentialsCertificate.ReadFields(x, group);
            x.Expect("}");
            return read;
        });
        return fields with { SignedText = signature.Text, Signature = signature.Signature };
    }

    internal override bool CheckCertificate(CredentialsCertificate certificate, Group group) =>
        Holds(group, "credentials_certificate", certificate.Verification, new(certificate.SignedText, certificate.Signature));

    internal override bool IsSigned(EventKind kind, Group group, TrusteeKey owner, SignedRecord? record) =>
        owner.Signer is { } signer && record is not null && Holds(group, kind == EventKind.Shuffle ? "shuffle" : "partial_decryption", signer, record);

    /// <summary>A message in the form that the version signs, read with its text.</summary>
    internal static (T Message, SignedRecord Signature) Signed<T>(RecordReader r, Group group, Func<RecordReader, T> read)
    {
        r.Expect("{\"message\":");
        var (message, text) = r.WithText(read);
        r.Expect(",\"signature\":");
        var signature = r.Proof(group);
        r.Expect("}");
        return (message, new(text, signature));
    }

    /// <summary>Whether the signature of a message holds for a key.</summary>
    internal static bool Holds(Group group, string tag, Element key, SignedRecord record) =>
        Hash(group, tag, $"{key.Text}|{record.Text}", [group.DoublePower(group.Generator, record.Signature.Response, key, record.Signature.Challenge)]) == record.Signature.Challenge;

    private static BigInteger Hash(Group group, string tag, string prefix, IReadOnlyList<Element> elements)
    {
        group.FillTexts(elements);
        return FieldHash.Numbers($"BELENIOS-V2-{tag}-group_hash-{group.Name}-SHA256", prefix + string.Join(',', elements.Select(e => e.Text)), 1, group.Order)[0];
    }
}
