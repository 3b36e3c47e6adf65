using System.CommandLine;
using Mandate.Cli.Contract;
using Mandate.Ledger;
using Mandate.Node.Verification;

namespace Mandate.Cli.Record;

/// <summary>What whoever verifies knows from elsewhere, the same options on every command that does.</summary>
internal static class Pins
{
    public static Option<string?> Key { get; } = new("--key") { Description = "The ledger's key as you know it from elsewhere (name+id+key); without it the record's own is taken." };

    public static Option<string?> Policy { get; } = new("--policy") { Description = "Policy file (c2sp.org/tlog-policy) that you pinned: below its quorum the record does not hold." };

    public static Option<string?> Seen { get; } = new("--seen") { Description = "A checkpoint or receipt of this log that you kept: the record must continue it." };

    public static Pinned Read(ParseResult parsed)
    {
        VerifierKey? key = null;
        if (parsed.GetValue(Key) is { } text && !VerifierKey.TryParse(text, out key, out var fault)) throw CommandException.BadInput($"--key: {fault}");
        TlogPolicy? policy = null;
        var file = parsed.GetValue(Policy);
        if (file is not null && !TlogPolicy.TryParse(Bytes("--policy", file), out policy, out fault)) throw CommandException.BadInput($"--policy: {file}: {fault}");
        if (policy is { Logs.Length: not 1 }) throw CommandException.BadInput($"--policy: {file}: needs exactly one log line, the key of this ledger");
        if (policy is not null && key is not null && !policy.Logs[0].Key.Equals(key)) throw CommandException.BadInput("--key and --policy name different keys");
        key ??= policy?.Logs[0].Key;
        byte[]? seen = null;
        if (parsed.GetValue(Seen) is { } kept)
        {
            seen = Bytes("--seen", kept);
            if (TlogProof.TryParse(seen, out var receipt, out _)) seen = receipt.Checkpoint.ToBytes();
            else if (!SignedNote.TryParse(seen, out _, out fault)) throw CommandException.BadInput($"--seen: {kept}: is neither a checkpoint nor a receipt: {fault}");
        }
        return new(key, policy, seen);
    }

    public static byte[] Bytes(string option, string file) => File.Exists(file) ? File.ReadAllBytes(file) : throw CommandException.BadInput($"{option}: {file}: there is no such file");
}
