using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Versions;

/// <summary>An entry of the list of trustees in version 2, where each trustee has a certificate and signs with it.</summary>
internal abstract record CertifiedTrustees(IReadOnlyList<CertifiedKey> Members) : TrusteeItem
{
    public override IReadOnlyList<TrusteeKey> Keys { get; } = [.. Members.Select(m => new TrusteeKey(default, m.PublicKey, null, m.Name) { Signer = m.Certificate.Verification })];

    internal override void Write(RecordWriter w) => throw new InvalidOperationException("elections are made in version 1");

    internal static new CertifiedTrustees Read(RecordReader r, Group group)
    {
        if (r.Take("[\"Single\",{\"cert\":"))
        {
            var certificate = Certificate(r, group, x =>
            {
                x.Expect("null");
                return (0, "");
            });
            r.Expect(",\"verification_key\":");
            var alone = new CertifiedTrustee(CertifiedKey.Read(r, group, certificate));
            r.Expect("}]");
            return alone;
        }
        r.Expect("[\"Pedersen\",{\"context\":");
        var (context, text) = r.WithText(ReadContext);
        r.Expect(",\"certs\":");
        var (certificates, certificatesText) = r.WithText(x => x.List(y => Certificate(y, group, z =>
        {
            z.Expect("{\"context\":");
            var index = z.Int32(1, MostMembers);
            z.Expect(",\"coefexps\":");
            var hash = z.Hash();
            z.Expect("}");
            return (index, hash);
        })));
        r.Expect(",\"coefexps\":");
        var coefficients = r.List(x => x.WithText(y => ThresholdTrustees.ReadCoefficients(y, group)));
        r.Expect(",\"signatures\":");
        var signatures = r.List(x => x.Proof(group));
        r.Expect(",\"verification_keys\":");
        var next = 0;
        var keys = r.List(x => CertifiedKey.Read(x, group, next < certificates.Count ? certificates[next++] : throw x.Fault("there are more keys than certificates")));
        r.Expect("}]");
        return new CertifiedGroup(context, text, certificatesText, certificates, coefficients, signatures, keys);
    }

    private static GroupContext ReadContext(RecordReader r)
    {
        r.Expect("{\"algorithm\":");
        r.Plain();
        r.Expect(",\"group\":");
        var group = r.Plain();
        r.Expect(",\"names\":");
        var names = r.List(x => x.CanonicalText());
        r.Expect(",\"threshold\":");
        var threshold = r.Int32(1, MostMembers);
        r.Expect("}");
        return new(group, names, threshold);
    }

    private static MemberCertificate Certificate(RecordReader r, Group group, Func<RecordReader, (int Index, string Coefficients)> readContext)
    {
        var (read, signed) = SecondProfile.Signed(r, group, x =>
        {
            x.Expect("{\"context\":");
            var context = readContext(x);
            x.Expect(",\"verification\":");
            var verification = x.Element(group);
            x.Expect(",\"encryption\":");
            var encryption = x.Element(group);
            x.Expect("}");
            return new MemberCertificate(context.Index, context.Coefficients, verification, encryption, null!);
        });
        return read with { Signed = signed };
    }
}

internal sealed record GroupContext(string Group, IReadOnlyList<string> Names, int Threshold);

/// <param name="Coefficients">SHA-256 of the commitments to the member's polynomial, which came before those of the others were known.</param>
internal sealed record MemberCertificate(int Index, string Coefficients, Element Verification, Element Encryption, SignedRecord Signed);

/// <summary>A trustee's key: signed with itself, and that once more with the trustee's certificate.</summary>
internal sealed record CertifiedKey(MemberCertificate Certificate, Element PublicKey, string? Name, SignedRecord Inner, SignedRecord Outer)
{
    public static CertifiedKey Read(RecordReader r, Group group, MemberCertificate certificate)
    {
        var ((key, inner), outer) = SecondProfile.Signed(r, group, x => SecondProfile.Signed(x, group, y =>
        {
            y.Expect("{\"public_key\":");
            var key = y.Element(group);
            var name = y.Take(",\"name\":") ? y.CanonicalText() : null;
            y.Expect("}");
            return (Key: key, Name: name);
        }));
        return new(certificate, key.Key, key.Name, inner, outer);
    }

    public string? Check(Group group) =>
        PublicKey.Equals(group.Identity) ? "a key is the neutral element, whose secret everybody knows"
        : !SecondProfile.Holds(group, "verification_key", PublicKey, Inner) ? $"the proof of knowledge for the key {PublicKey.Text} does not hold"
        : SecondProfile.Holds(group, "outer-verification_key", Certificate.Verification, Outer) ? null : $"the signature of the key {PublicKey.Text} does not hold";
}

/// <summary>A trustee who must take part.</summary>
internal sealed record CertifiedTrustee(CertifiedKey Member) : CertifiedTrustees([Member])
{
    public override int Needed => 1;

    internal override Element SubKey(Group group) => Member.PublicKey;

    public override string? Check(Group group) =>
        SecondProfile.Holds(group, "basic-cert", Member.Certificate.Verification, Member.Certificate.Signed) ? Member.Check(group) : "the signature of the certificate does not hold";
}

/// <summary>Trustees of whom any <see cref="GroupContext.Threshold"/> decrypt.</summary>
internal sealed record CertifiedGroup(GroupContext Context, string ContextText, string CertificatesText, IReadOnlyList<MemberCertificate> Certificates,
    IReadOnlyList<(IReadOnlyList<Element> Commitments, string Text)> Coefficients, IReadOnlyList<Proof> Signatures, IReadOnlyList<CertifiedKey> VerificationKeys) : CertifiedTrustees(VerificationKeys)
{
    public override int Needed => Context.Threshold;

    public override bool IsThreshold => true;

    internal override Element SubKey(Group group) => group.Product(Coefficients.Select(c => c.Commitments[0]));

    public override string? Check(Group group)
    {
        var n = Certificates.Count;
        if (Context.Group != group.Name) return "the context is for another group";
        if (Coefficients.Count != n || Signatures.Count != n || VerificationKeys.Count != n || Context.Names.Count != n || Context.Threshold > n)
            return "names, certificates, coefficients, signatures and verification keys are not as many as one another, or fewer than the threshold";
        for (var i = 0; i < n; i++)
            if (CheckMember(group, i) is { } fault) return $"member {Digests.Decimal(i + 1)}: {fault}";
        var commitments = Coefficients.Select(c => c.Commitments).ToList();
        for (var j = 0; j < n; j++)
            if (!SetupStage.VerificationKey(group, commitments, j + 1).Equals(VerificationKeys[j].PublicKey)) return $"member {Digests.Decimal(j + 1)}: the verification key is not the one that the coefficients give";
        return null;
    }

    private string? CheckMember(Group group, int i)
    {
        var (certificate, key) = (Certificates[i], VerificationKeys[i]);
        if (certificate.Index != i + 1) return "the certificate is another member's";
        // The certificate signs the context of the whole group, of which it names only its own part.
        var signed = new RecordWriter().Raw("{\"context\":{\"context\":{\"context\":").Raw(ContextText).Raw(",\"index\":").Number(i + 1).Raw("},\"coefexps\":").Quoted(certificate.Coefficients)
            .Raw("},\"verification\":").Element(certificate.Verification).Raw(",\"encryption\":").Element(certificate.Encryption).Raw("}").ToString();
        if (!SecondProfile.Holds(group, "pedersen-cert", certificate.Verification, certificate.Signed with { Text = signed })) return "the signature of the certificate does not hold";
        if (Digests.Hex(Coefficients[i].Text) != certificate.Coefficients) return "the coefficients are not those that the certificate names";
        if (Coefficients[i].Commitments.Count != Context.Threshold) return $"{Digests.Decimal(Coefficients[i].Commitments.Count)} coefficients, {Digests.Decimal(Context.Threshold)} are needed";
        var agreement = $"{{\"context\":{ContextText},\"certs\":{CertificatesText}}}";
        if (!SecondProfile.Holds(group, "pedersen-certs", certificate.Verification, new(agreement, Signatures[i]))) return "the signature of the agreement does not hold";
        return key.Name != Context.Names[i] ? "the name of the key is not the one in the context" : key.Check(group);
    }
}
