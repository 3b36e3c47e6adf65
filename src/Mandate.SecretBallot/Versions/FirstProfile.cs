using System.Globalization;
using System.Numerics;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Versions;

/// <summary>Version 1: SHA-256 of tagged texts, records as the classes of Formats write them.</summary>
internal sealed class FirstProfile : Profile
{
    private static readonly string[] Tags = ["prove", "prove", "bproof0", "bproof1", "lproof", "nonzero", "raweg", "decrypt"];

    public override int Version => 1;

    internal override string Fingerprint(ReadOnlySpan<byte> election) => Digests.Base64(election);

    internal override BigInteger Challenge(Group group, ProofOf kind, string statement, IReadOnlyList<Element> commitments) => group.Challenge($"{Tags[(int)kind]}|{statement}|", commitments);

    internal override BigInteger[] ShuffleChallenges(Group group, string text, int count)
    {
        var seed = Digests.Hex(text);
        return [.. Enumerable.Range(0, count).Select(i => group.Modulo(Digests.Number(seed + Digests.Hex(i.ToString(CultureInfo.InvariantCulture)))))];
    }

    internal override BigInteger ShuffleChallenge(Group group, string text) => group.Modulo(Digests.Number(text));

    internal override int Compare(Group group, Element a, Element b) => group.Compare(a, b);

    internal override IReadOnlyList<TrusteeItem> ReadTrustees(RecordReader r, Group group) => r.List(x => TrusteeItem.Read(x, group));

    internal override PublicCredential ReadCredential(RecordReader r, Group group)
    {
        var text = r.Plain();
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var keyText = comma < 0 ? text : text[..comma];
        var weight = comma < 0 ? 1 : Digests.ParseDecimal(text.AsSpan(comma + 1));
        if (weight is not { } w || w > PublicCredentials.LargestWeight) throw r.Fault($"the weight of credential {keyText} is not a number up to 2^40");
        return new(group.Parse(keyText, out var reason) ?? throw r.Fault($"credential {keyText}: {reason}"), (long)w);
    }

    internal override Ballot ReadBallot(RecordReader r, Election election)
    {
        r.Expect("{\"election_uuid\":");
        var uuid = r.Plain();
        r.Expect(",\"election_hash\":");
        var fingerprint = r.Plain();
        r.Expect(",\"credential\":");
        var credential = r.Element(election.Group);
        r.Expect(",\"answers\":");
        var answers = r.Exactly(election.Questions.Count, "answers", (x, i) => Answer.Read(x, election.Questions[i], election.Group));
        r.Expect(",\"signature\":{\"hash\":");
        var hash = r.Plain();
        r.Expect(",\"proof\":");
        var signature = r.Proof(election.Group);
        r.Expect("}}");
        return new(uuid, fingerprint, credential, answers, hash, signature);
    }

    internal override string? CheckSignature(Ballot ballot, Election election) =>
        ballot.SignedHash != ballot.ComputeHash() ? "the signed hash is not the ballot's"
        : ProofChecks.Knowledge(election.Group, $"sig|{ballot.SignedHash}|", ballot.Credential, ballot.Signature) ? null : "the signature does not hold";

    internal override PartialDecryption ReadDecryption(RecordReader r, EncryptedTally tally, Group group)
    {
        r.Expect("{\"decryption_factors\":");
        var factors = r.Exactly(tally.Questions.Count, "questions", (x, i) => tally.Questions[i].ReadAlike(x, y => y.Element(group)));
        r.Expect(",\"decryption_proofs\":");
        var proofs = r.Exactly(tally.Questions.Count, "questions", (x, i) => tally.Questions[i].ReadAlike(x, y => y.Proof(group)));
        r.Expect("}");
        return new(factors, proofs);
    }

    internal override Shuffle ReadShuffle(RecordReader r, IReadOnlyList<IReadOnlyList<Ciphertext>> input, Group group) => Shuffle.Read(r, input, group);

    internal override CredentialsCertificate ReadCertificate(RecordReader r, Group group)
    {
        var fields = CredentialsCertificate.ReadFields(r, group);
        r.Expect(",\"signature\":");
        var signature = SignedMessage.Read(r, group);
        r.Expect("}");
        return fields with { SignedText = signature.Message, Signature = signature.Signature };
    }

    internal override bool CheckCertificate(CredentialsCertificate certificate, Group group) =>
        certificate.SignedText == certificate.ComputeHash() && ProofChecks.Message(group, certificate.Verification, certificate.SignedText, certificate.Signature);

    internal override bool IsSigned(EventKind kind, Group group, TrusteeKey owner, SignedRecord? record) => true;
}
