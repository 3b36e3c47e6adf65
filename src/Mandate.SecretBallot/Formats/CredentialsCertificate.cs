using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Formats;

/// <summary>What a credential authority that is a server of its own signs of its list; archives of others may hold it, ours do not.</summary>
/// <param name="CredentialsHash">SHA-256 of the list of public credentials as it stands in the archive.</param>
public sealed record CredentialsCertificate(string Uuid, int Voters, string CredentialsHash, Element Verification, Element Encryption)
{
    /// <summary>What was signed: in version 1 the hash of the certificate without its signature, in version 2 its text.</summary>
    public string SignedText { get; init; } = "";

    public Proof Signature { get; init; }

    internal static CredentialsCertificate Read(ReadOnlySpan<byte> bytes, Group group, Profile profile) => RecordReader.Of("credentials certificate", bytes).Whole(r => profile.ReadCertificate(r, group));

    /// <summary>All fields but the signature, up to the place where it follows.</summary>
    internal static CredentialsCertificate ReadFields(RecordReader r, Group group)
    {
        r.Expect("{\"uuid\":");
        var uuid = r.Plain();
        r.Expect(",\"voter_list_length\":");
        var voters = r.Int32(0, int.MaxValue);
        r.Expect(",\"public_creds_hash\":");
        var hash = r.Hash();
        r.Expect(",\"verification_key\":");
        var verification = r.Element(group);
        r.Expect(",\"encryption_key\":");
        return new(uuid, voters, hash, verification, r.Element(group));
    }

    /// <summary>The hash that the signature of version 1 signs.</summary>
    public string ComputeHash() => Digests.Hex(Unsigned().Raw("}").ToString());

    /// <summary>In the form of version 1.</summary>
    public override string ToString()
    {
        var w = Unsigned().Raw(",\"signature\":");
        new SignedMessage(SignedText, Signature).Write(w);
        return w.Raw("}").ToString();
    }

    private RecordWriter Unsigned() => new RecordWriter().Raw("{\"uuid\":").Quoted(Uuid).Raw(",\"voter_list_length\":").Number(Voters).Raw(",\"public_creds_hash\":").Quoted(CredentialsHash)
        .Raw(",\"verification_key\":").Element(Verification).Raw(",\"encryption_key\":").Element(Encryption);
}
