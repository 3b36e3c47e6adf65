using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mandate.Ledger;

/// <summary>Reads policy files line by line (c2sp.org/tlog-policy, 2026-07).</summary>
internal sealed class TlogPolicyReader
{
    private const string None = "none";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<PolicyLog> logs = [];
    private readonly List<PolicyWitness> witnesses = [];
    private readonly Dictionary<string, PolicyMember> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);
    private PolicyMember? quorum;
    private bool hasQuorum;

    private TlogPolicyReader()
    {
    }

    /// <summary>Reads a policy file. The last line must end in a newline too. A fault names the line.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TlogPolicy? policy, [NotNullWhen(false)] out string? fault)
    {
        policy = null;
        if (bytes.Length > TlogPolicy.MaximumLength)
        {
            fault = $"the policy has {bytes.Length} bytes, and {TlogPolicy.MaximumLength} are the most";
            return false;
        }
        var reader = new TlogPolicyReader();
        var number = 0;
        while (!bytes.IsEmpty)
        {
            number++;
            var end = bytes.IndexOf((byte)'\n');
            fault = end < 0 ? "the line must end in a newline" : reader.Read(bytes[..end]);
            if (fault is not null)
            {
                fault = $"line {number}: {fault}";
                return false;
            }
            bytes = bytes[(end + 1)..];
        }
        if (!reader.hasQuorum)
        {
            fault = "there is no quorum line, and exactly one is needed";
            return false;
        }
        policy = new([.. reader.logs], [.. reader.witnesses], reader.quorum);
        fault = null;
        return true;
    }

    private string? Read(ReadOnlySpan<byte> line)
    {
        var words = new List<string>();
        var begin = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && (line[i] is < 0x20 and not (byte)'\t' or 0x7f)) return $"control character 0x{line[i]:x2}; only tab and newline are allowed";
            var space = i == line.Length || line[i] is (byte)' ' or (byte)'\t';
            if (space && begin >= 0) words.Add(Decode(line[begin..i]));
            if (space) begin = -1;
            else if (begin < 0) begin = i;
        }
        if (words.Count == 0 || words[0][0] == '#') return null;
        return words[0] switch
        {
            "log" => ReadLog(words),
            "witness" => ReadWitness(words),
            "group" => ReadGroup(words),
            "quorum" => ReadQuorum(words),
            _ => $"'{words[0]}' is not known; a line begins with log, witness, group or quorum",
        };
    }

    /// <summary>Names are opaque octets: a word that is no UTF-8 becomes unpaired surrogates, which no UTF-8 word can equal.</summary>
    private static string Decode(ReadOnlySpan<byte> word)
    {
        try
        {
            return StrictUtf8.GetString(word);
        }
        catch (DecoderFallbackException)
        {
            var text = new StringBuilder();
            foreach (var b in word) text.Append((char)(0xdc00 + b));
            return text.ToString();
        }
    }

    private string? ReadLog(List<string> words)
    {
        if (words.Count is not (2 or 3)) return "must be: log <vkey> [<url>]";
        if (!VerifierKey.TryParse(words[1], out var key, out var fault)) return fault;
        if (key.Type is not (SignatureType.Ed25519 or SignatureType.MLDsa44Cosignature)) return "a log's key must be of type 0x01 or 0x06";
        if (logs.Any(l => IsSame(l.Key, key))) return "the same log key was given before";
        logs.Add(new(key, words.ElementAtOrDefault(2)));
        return null;
    }

    private string? ReadWitness(List<string> words)
    {
        if (words.Count is not (3 or 4)) return "must be: witness <name> <vkey> [<url>]";
        if (!VerifierKey.TryParse(words[2], out var key, out var fault)) return fault;
        if (key.Type is not (SignatureType.Ed25519Cosignature or SignatureType.MLDsa44Cosignature)) return "a witness's key must be of type 0x04 or 0x06";
        if (witnesses.Any(w => IsSame(w.Key, key))) return "the same witness key was given before";
        var witness = new PolicyWitness(words[1], key, words.ElementAtOrDefault(3));
        if (Define(witness) is { } taken) return taken;
        witnesses.Add(witness);
        return null;
    }

    /// <summary>Duplicates are by the bytes of the key: names and key ids do not tell two witnesses apart.</summary>
    private static bool IsSame(VerifierKey a, VerifierKey b) => a.Key.AsSpan().SequenceEqual(b.Key.AsSpan());

    private string? ReadGroup(List<string> words)
    {
        if (words.Count < 4) return "must be: group <name> <k|any|all> <member>...";
        var found = ImmutableArray.CreateBuilder<PolicyMember>();
        foreach (var name in words.Skip(3))
        {
            if (!members.TryGetValue(name, out var member)) return $"no witness or group '{name}' on a line before";
            if (!placed.Add(name)) return $"'{name}' is a member already, and may be one once";
            found.Add(member);
        }
        ulong threshold;
        if (words[2] == "any") threshold = 1;
        else if (words[2] == "all") threshold = (ulong)found.Count;
        else if (!DecimalText.TryParse(words[2], out threshold)) return $"'{words[2]}' must be any, all or a decimal number";
        if (threshold < 1 || threshold > (ulong)found.Count) return $"the threshold must be from 1 to {found.Count}, not {words[2]}";
        return Define(new PolicyGroup(words[1], (int)threshold, found.ToImmutable()));
    }

    private string? ReadQuorum(List<string> words)
    {
        if (words.Count != 2) return "must be: quorum <name>";
        if (hasQuorum) return "a second quorum line; exactly one is needed";
        if (words[1] != None && !members.TryGetValue(words[1], out quorum)) return $"no witness or group '{words[1]}' on a line before";
        hasQuorum = true;
        return null;
    }

    private string? Define(PolicyMember member)
    {
        if (member.Name == None) return "the name 'none' is taken";
        return members.TryAdd(member.Name, member) ? null : $"the name '{member.Name}' was given before";
    }
}
