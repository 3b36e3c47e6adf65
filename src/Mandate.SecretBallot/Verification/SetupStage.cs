using System.Numerics;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Verification;

/// <summary>An election's setup, checked.</summary>
internal sealed record CheckedSetup(Election Election, IReadOnlyList<TrusteeItem> Trustees, PublicCredentials Credentials)
{
    /// <summary>The trustees' keys in the order in which owners are numbered, from one.</summary>
    public IReadOnlyList<TrusteeKey> Keys { get; } = [.. Trustees.SelectMany(t => t.Keys)];
}

/// <summary>Stage 3: election, trustees, credentials.</summary>
internal static class SetupStage
{
    private const VerificationStage Stage = VerificationStage.Setup;

    public static CheckedSetup Check(ArchiveEvent setup, VerificationOptions options, Checklist list)
    {
        StageFault.Guard(Stage, () => RecordReader.Of("setup", setup.Records[^1].Bytes).Whole(SetupData.Read));
        var election = StageFault.Guard(Stage, () => Election.Read(setup.Records[0].Bytes));
        if (setup.Version != election.Profile.Version) throw Fault($"the events are written as in version {Digests.Decimal(setup.Version)}, the election is of version {Digests.Decimal(election.Profile.Version)}");
        list.Hold(Stage);
        var trustees = StageFault.Guard(Stage, () => TrusteeItem.ReadAll(setup.Records[1].Bytes, election.Group, election.Profile));
        if (trustees.Count == 0) throw Fault("there are no trustees");
        for (var i = 0; i < trustees.Count; i++)
            if (trustees[i].Check(election.Group) is { } fault) throw Fault($"trustees, item {Digests.Decimal(i + 1)}: {fault}");
        list.Hold(Stage, trustees.Sum(t => t.Keys.Count));
        var key = TrusteeItem.JointKey(election.Group, trustees);
        if (!key.Equals(election.PublicKey)) throw Fault($"the election's key is {election.PublicKey.Text}, the product of the trustees' keys is {key.Text}");
        list.Hold(Stage);
        var credentials = StageFault.Guard(Stage, () => PublicCredentials.Read(setup.Records[2].Bytes, election.Group, election.Profile));
        if (election.HasRankings && credentials.List.FirstOrDefault(c => c.Weight != 1) is { } heavy) throw Fault($"credential {heavy.Key.Text} has a weight, which rankings do not allow");
        if (setup.Records.Count == 5 && CheckCertificate(election, credentials, setup) is { } wrong) throw Fault($"the authority's certificate: {wrong}");
        list.Hold(Stage, credentials.List.Count);
        CheckRoll(credentials, options, list);
        return new(election, trustees, credentials);
    }

    private static string? CheckCertificate(Election election, PublicCredentials credentials, ArchiveEvent setup)
    {
        var certificate = StageFault.Guard(Stage, () => CredentialsCertificate.Read(setup.Records[3].Bytes, election.Group, election.Profile));
        if (certificate.Uuid != election.Uuid) return $"it is for the election {certificate.Uuid}";
        if (certificate.Voters != credentials.List.Count) return $"it says {Digests.Decimal(certificate.Voters)} voters, there are {Digests.Decimal(credentials.List.Count)} credentials";
        if (certificate.CredentialsHash != setup.Records[2].Hash) return "it is for another list of credentials";
        return election.Profile.CheckCertificate(certificate, election.Group) ? null : "its signature does not hold";
    }

    internal static string? CheckKey(Group group, TrusteeKey key) =>
        key.PublicKey.Equals(group.Identity) ? "a key is the neutral element, whose secret everybody knows"
        : ProofChecks.KeyKnowledge(group, key.PublicKey, key.Knowledge) ? null : $"the proof of knowledge for the key {key.PublicKey.Text} does not hold";

    /// <summary>What is wrong with a threshold group but for the proofs of its keys; null where all holds.</summary>
    internal static string? CheckThreshold(Group group, ThresholdTrustees t)
    {
        var n = t.Certificates.Count;
        if (t.Coefficients.Count != n || t.Signatures.Count != n || t.VerificationKeys.Count != n || t.Threshold > n)
            return "certificates, coefficients, signatures and verification keys are not as many as one another, or fewer than the threshold";
        var commitments = new List<IReadOnlyList<Element>>();
        for (var i = 0; i < n; i++)
        {
            if (CheckMember(group, t, i, out var coefficients) is { } fault) return $"member {Digests.Decimal(i + 1)}: {fault}";
            commitments.Add(coefficients);
        }
        for (var j = 0; j < n; j++)
            if (!VerificationKey(group, commitments, j + 1).Equals(t.VerificationKeys[j].PublicKey)) return $"member {Digests.Decimal(j + 1)}: the verification key is not the one that the coefficients give";
        return null;
    }

    private static string? CheckMember(Group group, ThresholdTrustees t, int i, out IReadOnlyList<Element> coefficients)
    {
        coefficients = [];
        var certificate = StageFault.Guard(Stage, () => new RecordReader($"certificate {Digests.Decimal(i + 1)}", t.Certificates[i].Message).Whole(r => Certificate.Read(r, group)));
        if (certificate.Group != group.Name || certificate.Size != t.Certificates.Count || certificate.Threshold != t.Threshold || certificate.Index != i + 1)
            return "the certificate is for another group of trustees";
        if (!ProofChecks.Message(group, certificate.Verification, t.Certificates[i].Message, t.Certificates[i].Signature)) return "the signature of the certificate does not hold";
        coefficients = Coefficients(group, t.Coefficients[i]);
        if (coefficients.Count != t.Threshold) return $"{Digests.Decimal(coefficients.Count)} coefficients, {Digests.Decimal(t.Threshold)} are needed";
        if (!ProofChecks.Message(group, certificate.Verification, t.Coefficients[i].Message, t.Coefficients[i].Signature)) return "the signature of the coefficients does not hold";
        if (!ProofChecks.Message(group, certificate.Verification, ThresholdTrustees.Agreement(t.Certificates, coefficients), t.Signatures[i])) return "the signature of the agreement does not hold";
        var key = t.VerificationKeys[i];
        return key.Signature is { } s && ProofChecks.Message(group, certificate.Verification, key.PublicKey.Text, s) ? null : "the signature of the verification key does not hold";
    }

    /// <summary>g^S_j from the commitments of all (Feldman, 1987).</summary>
    internal static Element VerificationKey(Group group, IReadOnlyList<IReadOnlyList<Element>> commitments, int j)
    {
        var powers = new List<BigInteger>();
        for (var power = BigInteger.One; powers.Count < commitments[0].Count; power = group.Modulo(power * j)) powers.Add(power);
        return group.PowerProduct([.. commitments.SelectMany(c => c)], [.. commitments.SelectMany(_ => powers)]);
    }

    internal static IReadOnlyList<Element> Coefficients(Group group, SignedMessage message) =>
        StageFault.Guard(Stage, () => new RecordReader("coefficients", message.Message).Whole(r => ThresholdTrustees.ReadCoefficients(r, group)));

    private static void CheckRoll(PublicCredentials credentials, VerificationOptions options, Checklist list)
    {
        if (options.RollSize is null && options.RollWeight is null) return;
        if (options.RollSize is { } size && size != credentials.List.Count) throw Fault($"there are {Digests.Decimal(credentials.List.Count)} credentials, the roll has {Digests.Decimal(size)}");
        if (options.RollWeight is { } weight && weight != credentials.TotalWeight) throw Fault($"the credentials weigh {Digests.Decimal(credentials.TotalWeight)}, the roll {Digests.Decimal(weight)}");
        list.Hold(Stage);
    }

    private static StageFault Fault(string message) => new(Stage, message);
}
