using System.Numerics;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Versions;

/// <summary>What a proof is of, which is part of what is hashed.</summary>
internal enum ProofOf { Interval, ListInterval, BlankAlone, BlankOrNumber, List, Nonzero, Ranking, Decryption }

/// <summary>
/// All that differs between the versions of the protocol: what is hashed and how, and the form of records. Elections are made in version 1;
/// version 2, which its authors have not released, is verified.
/// </summary>
public abstract class Profile
{
    /// <summary>Specification 3.1.</summary>
    public static Profile First { get; } = new FirstProfile();

    /// <summary>Specification 4.0, as its development stood in July 2026.</summary>
    public static Profile Second { get; } = new SecondProfile();

    public abstract int Version { get; }

    /// <summary>The election's fingerprint, from its bytes.</summary>
    internal abstract string Fingerprint(ReadOnlySpan<byte> election);

    /// <summary>The challenge of a proof about a statement.</summary>
    internal abstract BigInteger Challenge(Group group, ProofOf kind, string statement, IReadOnlyList<Element> commitments);

    /// <summary>u of a shuffle proof: one number for each ciphertext.</summary>
    /// <exception cref="RecordException">There are more than the version can hash.</exception>
    internal abstract BigInteger[] ShuffleChallenges(Group group, string text, int count);

    /// <summary>The last challenge of a shuffle proof.</summary>
    internal abstract BigInteger ShuffleChallenge(Group group, string text);

    /// <summary>The order in which rankings are sorted before the first shuffle.</summary>
    internal abstract int Compare(Group group, Element a, Element b);

    internal abstract IReadOnlyList<TrusteeItem> ReadTrustees(RecordReader r, Group group);

    internal abstract PublicCredential ReadCredential(RecordReader r, Group group);

    internal abstract Ballot ReadBallot(RecordReader r, Election election);

    /// <summary>What is wrong with a ballot's signature; null where it holds.</summary>
    internal abstract string? CheckSignature(Ballot ballot, Election election);

    internal abstract PartialDecryption ReadDecryption(RecordReader r, EncryptedTally tally, Group group);

    internal abstract Shuffle ReadShuffle(RecordReader r, IReadOnlyList<IReadOnlyList<Ciphertext>> input, Group group);

    internal abstract CredentialsCertificate ReadCertificate(RecordReader r, Group group);

    internal abstract bool CheckCertificate(CredentialsCertificate certificate, Group group);

    /// <summary>Whether who shuffled or decrypted has signed it, where the version has them sign.</summary>
    /// <param name="kind">A shuffle or a partial decryption.</param>
    internal abstract bool IsSigned(EventKind kind, Group group, TrusteeKey owner, SignedRecord? record);
}

/// <summary>The text that was signed, and its signature.</summary>
internal sealed record SignedRecord(string Text, Proof Signature);
