using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Formats;

/// <summary>A ballot (specification 3.1, sections 4.16 and 4.17).</summary>
/// <param name="Credential">The public credential whose secret half signed the ballot.</param>
/// <param name="SignedHash">Unpadded Base64 SHA-256 of the ballot without its signature.</param>
public sealed record Ballot(string ElectionUuid, string ElectionFingerprint, Element Credential, IReadOnlyList<Answer> Answers, string SignedHash, Proof Signature)
{
    /// <summary>Reads the one canonical form; throws <see cref="RecordException"/> for any other.</summary>
    public static Ballot Read(string what, ReadOnlySpan<byte> bytes, Election election) => RecordReader.Of(what, bytes).Whole(r => election.Profile.ReadBallot(r, election));

    /// <summary>The tracking number by which a voter finds the ballot in the archive: unpadded Base64 SHA-256 of its whole text.</summary>
    public string Tracker => Digests.Base64(ToString());

    /// <summary>What was signed, in version 2: the text of the ballot without its signature.</summary>
    internal string SignedText { get; init; } = "";

    public override string ToString() => SignedText.Length > 0
        ? new RecordWriter().Raw("{\"message\":").Raw(SignedText).Raw(",\"signature\":").Proof(Signature).Raw("}").ToString()
        : Unsigned(this).Raw(",\"signature\":{\"hash\":").Quoted(SignedHash).Raw(",\"proof\":").Proof(Signature).Raw("}}").ToString();

    /// <summary>The hash that the signature signs.</summary>
    public string ComputeHash() => Digests.Base64(Unsigned(this).Raw("}").ToString());

    private static RecordWriter Unsigned(Ballot b) => new RecordWriter().Raw("{\"election_uuid\":").Quoted(b.ElectionUuid).Raw(",\"election_hash\":").Quoted(b.ElectionFingerprint)
        .Raw(",\"credential\":").Element(b.Credential).Raw(",\"answers\":").List(b.Answers, (x, a) => a.Write(x));
}
