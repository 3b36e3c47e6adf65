using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Sealing;

/// <summary>A holder's proof that, on a day, their share of a sealing key was still there. It opens nothing.</summary>
/// <param name="Key">SHA-256 of the key's record.</param>
public sealed record SignOfHolding(string Key, int Holder, DateOnly On, Proof Proof)
{
    private static readonly CurveGroup Curve = CurveGroup.Instance;

    /// <exception cref="ArgumentException">The secret is of no holder of the key.</exception>
    public static SignOfHolding Make(SealingKey key, TrusteeSecret secret, DateOnly on, Randomness random)
    {
        var holder = key.HolderOf(secret.PublicKey) ?? throw new ArgumentException("This key is of no holder of the sealing key.", nameof(secret));
        return new(key.Id, holder, on, Prover.Knowledge(random, Prefix(key, holder, on), secret.Value));
    }

    /// <summary>What is wrong with it; null where it holds.</summary>
    public string? Check(SealingKey key) => Key != key.Id ? "it is for another key"
        : Holder > key.Holders ? $"there is no holder {Digests.Decimal(Holder)}"
        : ProofChecks.Knowledge(Curve, Prefix(key, Holder, On), key.LocalKey(Holder), Proof) ? null : "its proof does not hold for the key of this holder";

    public static SignOfHolding Read(string what, ReadOnlySpan<byte> bytes) => RecordReader.Of(what, bytes).Whole(r =>
    {
        r.Expect("{\"key\":");
        var key = r.Hash();
        r.Expect(",\"holder\":");
        var holder = r.Int32(1, TrusteeItem.MostMembers);
        r.Expect(",\"on\":");
        if (!DateOnly.TryParseExact(r.Plain(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var on)) throw r.Fault("a day as 2027-03-01 is expected");
        r.Expect(",\"proof\":");
        var proof = r.Proof(Curve);
        r.Expect("}");
        return new SignOfHolding(key, holder, on, proof);
    });

    public override string ToString() => new RecordWriter().Raw("{\"key\":").Quoted(Key).Raw(",\"holder\":").Number(Holder).Raw(",\"on\":").Quoted(Day(On)).Raw(",\"proof\":").Proof(Proof).Raw("}").ToString();

    private static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Prefix(SealingKey key, int holder, DateOnly on) => $"holding|{key.Id}|{Day(on)}|{key.LocalKey(holder).Text}|";
}
