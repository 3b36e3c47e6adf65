using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mandate.Ledger;

/// <summary>
/// The list of all files of an export with their SHA-256, signed by the ledger's key: a signed note of the format
/// <c>mandate-manifest/v1</c> (docs/formats/manifest.md). It lists every file but itself.
/// </summary>
public sealed record ExportManifest(string Origin, ImmutableSortedDictionary<string, Hash> Files)
{
    public const string Specification = "mandate-manifest/v1";

    public const string FileName = "manifest";

    /// <summary>Longest manifest read, in bytes: some two million files.</summary>
    public const int MaximumLength = 1 << 28;

    public static ExportManifest Of(string origin, IEnumerable<KeyValuePair<string, Hash>> files) =>
        new(origin, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, files));

    /// <summary>The text that is signed: format, origin, then one line a file in ordinal order, hash in hexadecimal, two spaces, path.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Specification).Append('\n').Append(Origin).Append('\n');
        foreach (var (path, hash) in Files) text.Append(hash.ToHex()).Append("  ").Append(path).Append('\n');
        return text.ToString();
    }

    /// <exception cref="ArgumentException">A path that is not relative, plain and free of control characters.</exception>
    public SignedNote Sign(NoteSigner signer)
    {
        foreach (var path in Files.Keys)
            if (!IsPlain(path)) throw new ArgumentException($"not a plain relative path: '{path}'", nameof(signer));
        return SignedNote.Sign(ToString(), signer);
    }

    public static bool TryOpen(
        ReadOnlySpan<byte> bytes, string origin, VerifierKey log, [NotNullWhen(true)] out ExportManifest? manifest, [NotNullWhen(false)] out string? fault)
    {
        manifest = null;
        if (!SignedNote.TryParse(bytes, MaximumLength, out var note, out fault) || !note.TryOpen([log], out var opened, out fault)) return false;
        var lines = opened.Text[..^1].Split('\n');
        if (lines.Length < 2 || lines[0] != Specification || lines[1] != origin)
        {
            fault = $"lines 1 and 2: must be {Specification} and the origin {origin}";
            return false;
        }
        var files = ImmutableSortedDictionary.CreateBuilder<string, Hash>(StringComparer.Ordinal);
        string? before = null;
        for (var i = 2; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length < 67 || line[64..66] != "  " || !line.AsSpan(0, 64).ContainsOnlyLowerHex() || !IsPlain(line[66..]))
            {
                fault = $"line {i + 1}: must be 64 lower-case hexadecimal digits, two spaces and a relative path";
                return false;
            }
            var path = line[66..];
            if (before is not null && string.CompareOrdinal(before, path) >= 0)
            {
                fault = $"line {i + 1}: paths must be in ordinal order, each once";
                return false;
            }
            files.Add(path, new(Convert.FromHexString(line.AsSpan(0, 64))));
            before = path;
        }
        manifest = new(origin, files.ToImmutable());
        fault = null;
        return true;
    }

    /// <summary>What differs between the list and the files that are there (without the manifest), in ordinal order of paths.</summary>
    public IEnumerable<string> Differences(IReadOnlyDictionary<string, Hash> present) =>
        Files.Keys.Union(present.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => (Listed: Files.TryGetValue(path, out var listed), Found: present.TryGetValue(path, out var found)) switch
            {
                (true, false) => $"{path}: listed and missing",
                (false, true) => $"{path}: not listed",
                _ => listed == found ? null : $"{path}: changed",
            })
            .OfType<string>();

    private static bool IsPlain(string path) =>
        path.Length > 0 && !path.Any(c => c < 0x20 || c == '\\') && path.Split('/').All(part => part is not ("" or "." or ".."));
}
