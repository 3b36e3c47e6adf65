using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Ed25519;
using Mandate.Ledger;
using Mandate.Node.Stores;
using Mandate.Node.Vaults;

namespace Mandate.Node;

/// <summary>
/// Where an organisation lies on the disk: <c>log.db</c> (or <c>store</c>, which names the log in PostgreSQL), <c>vault.db</c>, <c>key</c> (the ledger's verifier key), <c>keys-at</c>
/// (where the secret keys lie, outside the data) and <c>lock/</c> (held by the one process that writes).
/// </summary>
public sealed class OrganisationFolder
{
    private const string SecretPrefix = "PRIVATE+KEY+";

    private OrganisationFolder(string path, string keys)
    {
        Path = path;
        Keys = keys;
    }

    public string Path { get; }

    /// <summary>The folder of the secret keys and of the record of the last signed checkpoint.</summary>
    public string Keys { get; }

    public string Name => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path));

    public string LogFile => At("log.db");

    /// <summary>Says under which name the log is kept in PostgreSQL; not there for a log in <see cref="LogFile"/>.</summary>
    internal string StoreFile => At("store");

    /// <summary>A copy of the state for a quick start; it may be deleted at any time.</summary>
    internal string SnapshotFile => At("state.snapshot");

    public string VaultFile => At("vault.db");

    /// <summary>The cards that members sign in with, where pages are served: salted hashes, no codes.</summary>
    public string SignInFile => At("sign-in.db");

    /// <summary>Checkpoints published with their cosignatures, by size.</summary>
    public string CheckpointsFolder => At("checkpoints");

    /// <summary>What others hold under this log's key that this log never had. While anything lies there, nothing is written.</summary>
    public string EvidenceFolder => At("evidence");

    /// <summary>The checkpoint of the newest export.</summary>
    internal string ExportedFile => At("exported");

    /// <summary>Of a ledger that continues another: the last checkpoint of that one, until the decision to continue it is on the log.</summary>
    internal string ContinuesFile => At("continues");

    /// <summary>The boxes of votes by sealed ballots, each by the SHA-256 of its setup.</summary>
    public string BoxesFolder => At("boxes");

    /// <summary>Who read much at once, where pages are served: a line of JSON each.</summary>
    public string BulkReadsFile => At("bulk-reads.jsonl");

    internal const string Practice = "practice";

    /// <summary>Of which organisation this is a practice copy; not there for any other.</summary>
    internal string PracticeFile => At(Practice);

    internal string KeyFile => At("key");

    internal string SecretKeyFile => System.IO.Path.Combine(Keys, "ledger.key");

    internal string VaultKeyFile => System.IO.Path.Combine(Keys, "vault.key");

    internal string RecordFile => System.IO.Path.Combine(Keys, "last-checkpoint");

    /// <summary>Whether a folder holds an organisation.</summary>
    public static bool IsOne(string path) => File.Exists(System.IO.Path.Combine(path, "log.db")) || File.Exists(System.IO.Path.Combine(path, "store"));

    /// <summary>The secret keys of a folder made without saying where: beside it, not in it.</summary>
    public static string DefaultKeys(string path) => System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)) + "-keys";

    /// <summary>Makes the folder and the keys of a new organisation.</summary>
    /// <param name="origin">The log's name for ever, also after a move (<c>union.example/ledger/1f3a</c>); null for one made of the folder's name and the key.</param>
    /// <exception cref="StoreFaultException">Something is there already.</exception>
    internal static OrganisationFolder Create(string path, string? keys, string? origin)
    {
        path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new StoreFaultException($"{path}: is not empty; a new organisation needs an empty or new folder");
        var folder = new OrganisationFolder(path, System.IO.Path.GetFullPath(keys ?? DefaultKeys(path)));
        foreach (var file in (string[])[folder.SecretKeyFile, folder.RecordFile])
            if (File.Exists(file)) throw new StoreFaultException($"{file}: is there already, and keys are never overwritten");
        Directory.CreateDirectory(path);
        Directory.CreateDirectory(System.IO.Path.Combine(path, "lock"));
        MakePrivate(folder.Keys);
        var seed = RandomNumberGenerator.GetBytes(32);
        var key = PrivateKey.FromSeed(seed);
        var named = VerifierKey.Ed25519(origin ?? DefaultOrigin(folder.Name, key), key.PublicKey);
        WriteNew(folder.SecretKeyFile, $"{SecretPrefix}{named.Name}+{named.KeyId:x8}+{Convert.ToBase64String([(byte)SignatureType.Ed25519, .. seed])}\n", secret: true);
        if (!File.Exists(folder.VaultKeyFile)) WriteNew(folder.VaultKeyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n", secret: true);
        WriteNew(folder.KeyFile, named + "\n");
        WriteNew(folder.At("keys-at"), System.IO.Path.GetRelativePath(path, folder.Keys) + "\n");
        return folder;
    }

    /// <summary>Makes the folder of an organisation whose keys are at hand: its log is put back from a copy.</summary>
    internal static OrganisationFolder Continue(string path, string keys, VerifierKey key)
    {
        path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new StoreFaultException($"{path}: is not empty; an organisation is put back into an empty or new folder");
        var folder = new OrganisationFolder(path, System.IO.Path.GetFullPath(keys));
        Directory.CreateDirectory(path);
        Directory.CreateDirectory(System.IO.Path.Combine(path, "lock"));
        WriteNew(folder.KeyFile, key + "\n");
        WriteNew(folder.At("keys-at"), System.IO.Path.GetRelativePath(path, folder.Keys) + "\n");
        folder.ReadSigner();
        return folder;
    }

    /// <param name="keys">Where the secret keys lie; null for where the folder says.</param>
    /// <exception cref="StoreFaultException">No organisation lies there.</exception>
    public static OrganisationFolder Open(string path, string? keys = null)
    {
        path = System.IO.Path.GetFullPath(path);
        if (!Directory.Exists(path)) throw new StoreFaultException($"{path}: no such folder");
        if (!IsOne(path)) throw new StoreFaultException($"{path}: holds no organisation (there is no log.db, and no store that names one in PostgreSQL)");
        var pointer = System.IO.Path.Combine(path, "keys-at");
        keys ??= File.Exists(pointer) ? System.IO.Path.Combine(path, File.ReadAllText(pointer).Trim()) : DefaultKeys(path);
        return new(path, System.IO.Path.GetFullPath(keys));
    }

    /// <summary>The ledger's verifier key: its name is the log's origin.</summary>
    public VerifierKey ReadKey() => File.Exists(KeyFile) && VerifierKey.TryParse(File.ReadAllText(KeyFile).Trim(), out var key, out _)
        ? key
        : throw new StoreFaultException($"{KeyFile}: holds no verifier key");

    /// <summary>The ledger's signer.</summary>
    /// <exception cref="StoreFaultException">The secret key is missing, damaged or of another ledger.</exception>
    internal NoteSigner ReadSigner()
    {
        var key = ReadKey();
        if (!File.Exists(SecretKeyFile)) throw new StoreFaultException($"{SecretKeyFile}: the ledger's secret key is missing; nothing can be signed without it (--keys names another folder)");
        var text = File.ReadAllText(SecretKeyFile).Trim();
        var parts = text.StartsWith(SecretPrefix, StringComparison.Ordinal) ? text[SecretPrefix.Length..].Split('+', 3) : [];
        if (parts.Length != 3 || !Base64Text.TryDecode(parts[2], out var bytes) || bytes is not [(byte)SignatureType.Ed25519, ..] || bytes.Length != 33)
            throw new StoreFaultException($"{SecretKeyFile}: needs one line PRIVATE+KEY+name+id+base64 of an Ed25519 seed");
        var signer = NoteSigner.Ed25519(parts[0], PrivateKey.FromSeed(bytes.AsSpan(1)));
        return signer.Key.Equals(key) ? signer : throw new StoreFaultException($"{SecretKeyFile}: is the key of {signer.Key.Name}, and this ledger is {key.Name}");
    }

    /// <summary>Held by the one process that writes; the operating system lets go of it when the process ends, however it ends.</summary>
    /// <exception cref="StoreFaultException">Another process has it.</exception>
    internal FileStream TakeLock()
    {
        Directory.CreateDirectory(At("lock"));
        var file = At(System.IO.Path.Combine("lock", "writer"));
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new StoreFaultException($"{Path}: is in use by another process; one writes at a time", e);
        }
    }

    internal Vault OpenVault() => Vault.Open(VaultFile, VaultKeyFile);

    internal static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    internal static void WriteNew(string file, string text, bool secret = false)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (secret && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static string DefaultOrigin(string name, PrivateKey key)
    {
        var plain = string.Concat(name.ToLower(CultureInfo.InvariantCulture).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return $"mandate.invalid/ledger/{(plain.Length == 0 ? "organisation" : plain)}-{key.PublicKey.ToString()[..8]}";
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);
}
