using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Ed25519;
using Mandate.Ledger;
using Mandate.Node.Stores;

namespace Mandate.Node.Witnessing;

/// <summary>
/// Where a witness lies on the disk: <c>witness.db</c> (the latest cosigned checkpoint of each log), <c>key</c> (its verifier key), <c>logs</c> (the
/// verifier keys of the logs it follows, one a line), and outside it, in <c>FOLDER-keys</c>, its secret key and a second record of what it
/// cosigned last.
/// </summary>
public sealed class WitnessFolder
{
    private const string SecretPrefix = "PRIVATE+KEY+";

    private WitnessFolder(string path, string keys, NoteSigner signer)
    {
        Path = path;
        Keys = keys;
        Signer = signer;
    }

    public string Path { get; }

    public string Keys { get; }

    public NoteSigner Signer { get; }

    private string LogsFile => System.IO.Path.Combine(Path, "logs");

    /// <summary>Opens the folder; one that is not there is made, with a new key of that name.</summary>
    /// <param name="name">Name of a new key (<c>witness.union.example</c>); null for one of its own making.</param>
    /// <exception cref="StoreFaultException">The key is missing or damaged, or the folder is something else.</exception>
    public static WitnessFolder Open(string path, string? name = null)
    {
        path = System.IO.Path.GetFullPath(path);
        var keys = OrganisationFolder.DefaultKeys(path);
        var secret = System.IO.Path.Combine(keys, "witness.key");
        var shown = System.IO.Path.Combine(path, "key");
        if (OrganisationFolder.IsOne(path)) throw new StoreFaultException($"{path}: holds an organisation; a witness needs a folder of its own");
        if (!File.Exists(shown))
        {
            if (File.Exists(secret)) throw new StoreFaultException($"{shown}: is missing, and {secret} is there; a witness's key is never made anew where it has one");
            Directory.CreateDirectory(path);
            OrganisationFolder.MakePrivate(keys);
            var seed = RandomNumberGenerator.GetBytes(32);
            var key = PrivateKey.FromSeed(seed);
            var named = VerifierKey.Ed25519Cosignature(name ?? $"witness.invalid/{key.PublicKey.ToString()[..8]}", key.PublicKey);
            OrganisationFolder.WriteNew(secret, $"{SecretPrefix}{named.Name}+{named.KeyId:x8}+{Convert.ToBase64String([(byte)SignatureType.Ed25519Cosignature, .. seed])}\n", secret: true);
            OrganisationFolder.WriteNew(shown, named + "\n");
        }
        return new(path, keys, ReadSigner(secret, shown));
    }

    /// <summary>Follows these logs from now on, beside those it follows already.</summary>
    /// <exception cref="StoreFaultException">Another key of the same log is followed: a log's key is exchanged by hand, after a decision that is public.</exception>
    public void Follow(IEnumerable<VerifierKey> logs)
    {
        var known = Logs().SelectMany(l => l.Keys).ToList();
        foreach (var log in logs.Where(l => !known.Contains(l)).Distinct())
        {
            if (known.Find(k => k.Name == log.Name) is { } other) throw new StoreFaultException($"{LogsFile}: follows '{log.Name}' under the key {other}; change the file by hand to trust {log} instead");
            File.AppendAllText(LogsFile, log + "\n");
            known.Add(log);
        }
    }

    /// <summary>The logs it follows.</summary>
    /// <exception cref="StoreFaultException">A line is no verifier key of type 0x01.</exception>
    public ImmutableArray<WitnessedLog> Logs()
    {
        if (!File.Exists(LogsFile)) return [];
        var keys = new List<VerifierKey>();
        var number = 0;
        foreach (var line in File.ReadLines(LogsFile).Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (!VerifierKey.TryParse(line, out var key, out var fault)) throw new StoreFaultException($"{LogsFile}, line {number}: {fault}");
            if (key.Type != SignatureType.Ed25519) throw new StoreFaultException($"{LogsFile}, line {number}: a log's key is of type 0x01");
            keys.Add(key);
        }
        return [.. keys.GroupBy(k => k.Name, StringComparer.Ordinal).Select(g => new WitnessedLog(g.Key, [.. g]))];
    }

    /// <summary>The record of one log's newest size, apart from the database.</summary>
    internal string RecordFile(string origin) => System.IO.Path.Combine(Keys, $"last-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))[..32]}");

    private static NoteSigner ReadSigner(string secret, string shown)
    {
        if (!File.Exists(secret)) throw new StoreFaultException($"{secret}: the witness's secret key is missing; without it nothing can be cosigned");
        if (!VerifierKey.TryParse(File.ReadAllText(shown).Trim(), out var key, out var fault)) throw new StoreFaultException($"{shown}: {fault}");
        var text = File.ReadAllText(secret).Trim();
        var parts = text.StartsWith(SecretPrefix, StringComparison.Ordinal) ? text[SecretPrefix.Length..].Split('+', 3) : [];
        if (parts.Length != 3 || !TryBase64(parts[2], out var bytes) || bytes is not [(byte)SignatureType.Ed25519Cosignature, ..] || bytes.Length != 33)
            throw new StoreFaultException($"{secret}: needs one line PRIVATE+KEY+name+id+base64 of an Ed25519 seed");
        var signer = NoteSigner.Ed25519Cosignature(parts[0], PrivateKey.FromSeed(bytes.AsSpan(1)));
        return signer.Key.Equals(key) ? signer : throw new StoreFaultException($"{secret}: is another key than {shown} shows");
    }

    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var read = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return read;
    }
}
