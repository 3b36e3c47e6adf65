using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Verification;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Formats;

/// <summary>A public key with proof of its secret (specification 3.1, section 4.5).</summary>
public sealed record TrusteeKey(Proof Knowledge, Element PublicKey, Proof? Signature = null, string? Name = null)
{
    /// <summary>The key with which the trustee signs shuffles and decryptions, where the version has one.</summary>
    internal Element? Signer { get; init; }

    internal static TrusteeKey Read(RecordReader r, Group group)
    {
        r.Expect("{\"pok\":");
        var knowledge = r.Proof(group);
        r.Expect(",\"public_key\":");
        var key = r.Element(group);
        Proof? signature = r.Take(",\"signature\":") ? r.Proof(group) : null;
        var name = r.Take(",\"name\":") ? r.Text() : null;
        r.Expect("}");
        return new(knowledge, key, signature, name);
    }

    /// <summary>A key read from its own file.</summary>
    public static TrusteeKey Read(string what, ReadOnlySpan<byte> bytes, Group group) => RecordReader.Of(what, bytes).Whole(r => Read(r, group));

    public override string ToString()
    {
        var w = new RecordWriter();
        Write(w);
        return w.ToString();
    }

    internal void Write(RecordWriter w)
    {
        w.Raw("{\"pok\":").Proof(Knowledge).Raw(",\"public_key\":").Element(PublicKey);
        if (Signature is { } s) w.Raw(",\"signature\":").Proof(s);
        if (Name is not null) w.Raw(",\"name\":").Text(Name);
        w.Raw("}");
    }
}

/// <summary>A text with its signature; the text is itself a record.</summary>
public sealed record SignedMessage(string Message, Proof Signature)
{
    internal static SignedMessage Read(RecordReader r, Group group)
    {
        r.Expect("{\"message\":");
        var message = r.Text();
        r.Expect(",\"signature\":");
        var signature = r.Proof(group);
        r.Expect("}");
        return new(message, signature);
    }

    /// <summary>A message read from its own file.</summary>
    public static SignedMessage Read(string what, ReadOnlySpan<byte> bytes, Group group) => RecordReader.Of(what, bytes).Whole(r => Read(r, group));

    public override string ToString()
    {
        var w = new RecordWriter();
        Write(w);
        return w.ToString();
    }

    internal void Write(RecordWriter w) => w.Raw("{\"message\":").Text(Message).Raw(",\"signature\":").Proof(Signature).Raw("}");
}

/// <summary>What a member of a threshold group says of itself before the ceremony.</summary>
public sealed record Certificate(string Group, int Size, int Threshold, int Index, Element Verification, Element Encryption)
{
    internal static Certificate Read(RecordReader r, Group group)
    {
        r.Expect("{\"context\":{\"group\":");
        var name = r.Text();
        r.Expect(",\"size\":");
        var size = r.Int32(1, TrusteeItem.MostMembers);
        r.Expect(",\"threshold\":");
        var threshold = r.Int32(1, size);
        r.Expect(",\"index\":");
        var index = r.Int32(1, size);
        r.Expect("},\"verification\":");
        var verification = r.Element(group);
        r.Expect(",\"encryption\":");
        var encryption = r.Element(group);
        r.Expect("}");
        return new(name, size, threshold, index, verification, encryption);
    }

    public override string ToString() => new RecordWriter().Raw("{\"context\":{\"group\":").Text(Group).Raw(",\"size\":").Number(Size).Raw(",\"threshold\":").Number(Threshold)
        .Raw(",\"index\":").Number(Index).Raw("},\"verification\":").Element(Verification).Raw(",\"encryption\":").Element(Encryption).Raw("}").ToString();
}

/// <summary>One entry of the list of trustees.</summary>
public abstract record TrusteeItem
{
    /// <summary>Bounds the work that a list of trustees can ask for.</summary>
    internal const int MostMembers = 1000;

    /// <summary>The keys of its members, in the order in which owners are numbered.</summary>
    public abstract IReadOnlyList<TrusteeKey> Keys { get; }

    /// <summary>How many of them are needed to decrypt.</summary>
    public abstract int Needed { get; }

    internal abstract void Write(RecordWriter w);

    /// <summary>Whether some of its members suffice: then each gives a share, to be weighted.</summary>
    public virtual bool IsThreshold => false;

    /// <summary>The item's part of the election's key.</summary>
    internal abstract Element SubKey(Group group);

    /// <summary>What is wrong with an item's proofs; null where all hold.</summary>
    public abstract string? Check(Group group);

    /// <summary>The election's public key: the product of the keys of all items.</summary>
    public static Element JointKey(Group group, IEnumerable<TrusteeItem> items) => group.Product(items.Select(t => t.SubKey(group)));

    public static IReadOnlyList<TrusteeItem> ReadAll(ReadOnlySpan<byte> bytes, Group group, Profile? profile = null) => RecordReader.Of("trustees", bytes).Whole(r => (profile ?? Profile.First).ReadTrustees(r, group));

    public static string WriteAll(IEnumerable<TrusteeItem> items) => new RecordWriter().List(items, (w, t) => t.Write(w)).ToString();

    internal static TrusteeItem Read(RecordReader r, Group group)
    {
        TrusteeItem item;
        if (r.Take("[\"Single\","))
        {
            item = new SingleTrustee(TrusteeKey.Read(r, group));
        }
        else
        {
            r.Expect("[\"Pedersen\",{\"threshold\":");
            var threshold = r.Int32(1, MostMembers);
            r.Expect(",\"certs\":");
            var certificates = r.List(x => SignedMessage.Read(x, group));
            r.Expect(",\"coefexps\":");
            var coefficients = r.List(x => SignedMessage.Read(x, group));
            r.Expect(",\"signatures\":");
            var signatures = r.List(x => x.Proof(group));
            r.Expect(",\"verification_keys\":");
            var keys = r.List(x => TrusteeKey.Read(x, group));
            r.Expect("}");
            item = new ThresholdTrustees(threshold, certificates, coefficients, signatures, keys);
        }
        r.Expect("]");
        return item;
    }
}

/// <summary>A trustee who must take part.</summary>
public sealed record SingleTrustee(TrusteeKey Key) : TrusteeItem
{
    public override IReadOnlyList<TrusteeKey> Keys => [Key];

    public override int Needed => 1;

    internal override Element SubKey(Group group) => Key.PublicKey;

    public override string? Check(Group group) => SetupStage.CheckKey(group, Key);

    internal override void Write(RecordWriter w)
    {
        w.Raw("[\"Single\",");
        Key.Write(w);
        w.Raw("]");
    }
}

/// <summary>Trustees of whom any <paramref name="Threshold"/> decrypt (Pedersen's key generation, specification 4.6).</summary>
public sealed record ThresholdTrustees(int Threshold, IReadOnlyList<SignedMessage> Certificates, IReadOnlyList<SignedMessage> Coefficients,
    IReadOnlyList<Proof> Signatures, IReadOnlyList<TrusteeKey> VerificationKeys) : TrusteeItem
{
    public override IReadOnlyList<TrusteeKey> Keys => VerificationKeys;

    public override int Needed => Threshold;

    public override bool IsThreshold => true;

    internal override Element SubKey(Group group) => group.Product(Coefficients.Select(c => SetupStage.Coefficients(group, c)[0]));

    public override string? Check(Group group) => VerificationKeys.Select(k => SetupStage.CheckKey(group, k)).FirstOrDefault(f => f is not null) ?? SetupStage.CheckThreshold(group, this);

    internal override void Write(RecordWriter w) => w.Raw("[\"Pedersen\",{\"threshold\":").Number(Threshold)
        .Raw(",\"certs\":").List(Certificates, (x, c) => c.Write(x)).Raw(",\"coefexps\":").List(Coefficients, (x, c) => c.Write(x))
        .Raw(",\"signatures\":").Proofs(Signatures).Raw(",\"verification_keys\":").List(VerificationKeys, (x, k) => k.Write(x)).Raw("}]");

    /// <summary>The commitments to the coefficients of one member's polynomial.</summary>
    internal static IReadOnlyList<Element> ReadCoefficients(RecordReader r, Group group)
    {
        r.Expect("{\"coefexps\":");
        var list = r.List(x => x.Element(group));
        r.Expect("}");
        return list;
    }

    internal static string WriteCoefficients(IEnumerable<Element> list) => new RecordWriter().Raw("{\"coefexps\":").List(list, (w, e) => w.Element(e)).Raw("}").ToString();

    /// <summary>The text that each member signs: all certificates and its own commitments.</summary>
    internal static string Agreement(IEnumerable<SignedMessage> certificates, IEnumerable<Element> coefficients) => "certs_sig|" + new RecordWriter()
        .Raw("{\"certs\":").List(certificates, (w, c) => c.Write(w)).Raw(",\"coefexps\":").List(coefficients, (w, e) => w.Element(e)).Raw("}");
}
