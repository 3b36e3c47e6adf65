using System.Collections.Immutable;
using System.Globalization;
using Mandate.Ledger;
using Mandate.Node.Encodings;

namespace Mandate.Node.Verification;

/// <summary>What the check of a receipt came to.</summary>
/// <param name="Index">The entry's place in the log.</param>
/// <param name="Cosigners">Witnesses whose cosignature holds.</param>
/// <param name="NotLaterThan">The time by which the entry existed, by the earliest cosignature, if no witness lies.</param>
public sealed record ReceiptReport(
    string? Origin, long? Index, long? Size, Entry? Entry, ImmutableArray<Check> Checks, ImmutableArray<Fault> Faults, ImmutableArray<string> Cosigners, DateTimeOffset? NotLaterThan)
{
    public bool Holds => Checks.All(c => c.Outcome is Outcome.Holds or Outcome.WithheldByRule);

    /// <summary>What success means here and what it does not.</summary>
    public const string Meaning = "Verified: this entry is in the record under that number. Whether the rules were followed is for the verification of the whole record.";
}

/// <summary>Checks a receipt (c2sp.org/tlog-proof) without the record: the entry, its place, and who has signed that.</summary>
public static class ReceiptVerifier
{
    /// <param name="proof">The <c>.tlog-proof</c> file.</param>
    /// <param name="pinned">The ledger's key, or the policy, as the checking person knows it: a receipt cannot vouch for its own key.</param>
    /// <param name="body">The entry, where the receipt does not hold it.</param>
    public static ReceiptReport Run(ReadOnlySpan<byte> proof, Pinned pinned, byte[]? body = null)
    {
        var checks = ImmutableArray.CreateBuilder<Check>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        Entry? entry = null;
        if (!TlogProof.TryParse(proof, out var receipt, out var fault)) return Stop("receipt", fault);
        body ??= receipt.Extra is { } extra ? [.. extra] : null;
        if (body is null) return Stop("entry", "the receipt does not hold the entry, and none was given beside it");
        if (!EntryText.TryDecode(body, out entry, out var error)) checks.Add(new("entry", Outcome.NotChecked, 1, $"not an entry that this program can read ({error}); its bytes are checked all the same"));
        else checks.Add(new("entry", Outcome.Holds, 1, string.Create(CultureInfo.InvariantCulture, $"entry {receipt.Index}: {WireName(entry)} by {entry.By}, {entry.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {(entry.Sig is null ? "attested by the server" : "signed with their own key")}")));

        var policy = pinned.Policy ?? new TlogPolicy([new(pinned.Key ?? throw new ArgumentException("a key or a policy is needed", nameof(pinned)), null)], [], null);
        if (!policy.TryAccept(receipt.Checkpoint, out var signed, out fault)) return Stop(pinned.Policy is null ? "checkpoint" : "witnesses", fault);
        var checkpoint = signed.Checkpoint;
        checks.Add(new("checkpoint", Outcome.Holds, 1, $"signed by {checkpoint.Origin} over {checkpoint.Size} entries"));
        if (!InclusionProof.Verify(receipt.Index, checkpoint.Size, MerkleTree.LeafHash(body), checkpoint.Root, receipt.Inclusion.AsSpan()))
            return Stop("inclusion", $"the entry is not shown to be number {receipt.Index} of the {checkpoint.Size} entries");
        checks.Add(new("inclusion", Outcome.Holds, 1, $"the entry is number {receipt.Index} of them"));
        var cosigners = policy.Witnesses.Where(w => signed.Opened.IsSignedBy(w.Key)).Select(w => w.Name).ToImmutableArray();
        if (pinned.Policy is not null && policy.Quorum is not null) checks.Add(new("witnesses", Outcome.Holds, cosigners.Length, $"cosigned by {string.Join(", ", cosigners)}: the quorum that was asked for"));
        var time = WitnessedTime.NotLaterThan(signed.Opened, 0) is { } seconds and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : default(DateTimeOffset?);
        return new(checkpoint.Origin, (long)receipt.Index, (long)checkpoint.Size, entry, checks.ToImmutable(), [], cosigners, time);

        ReceiptReport Stop(string check, string message)
        {
            checks.Add(new(check, Outcome.Fails, 1, message));
            faults.Add(new(check, message, receipt is null ? null : (long)receipt.Index));
            return new(null, (long?)receipt?.Index, null, entry, checks.ToImmutable(), faults.ToImmutable(), [], null);
        }
    }

    private static string WireName(Entry entry) =>
        ((Organisation.Acts.WireNameAttribute)Attribute.GetCustomAttribute(entry.Command.GetType(), typeof(Organisation.Acts.WireNameAttribute))!).Name;
}
