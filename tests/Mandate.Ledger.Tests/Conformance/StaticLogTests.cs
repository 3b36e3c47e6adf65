using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Mandate.Ledger.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class StaticLogTests
{
    [Fact]
    public void A_folder_verifies_from_every_checkpoint_it_published()
    {
        var folder = System.IO.Path.Combine(TlogData.Folder, "log-small");
        var (origin, log, witnesses) = Known();
        var read = Reader(folder);
        Assert.True(Checkpoint.TryOpen(File.ReadAllBytes(System.IO.Path.Combine(folder, "checkpoint")), origin, log, witnesses, out var latest, out var fault), fault);
        var tree = new TiledTree(latest.Checkpoint.Size, read);
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(folder, "checkpoints")))
        {
            Assert.True(Checkpoint.TryOpen(File.ReadAllBytes(file), origin, log, witnesses, out var signed, out fault), $"{file}: {fault}");
            Assert.All(witnesses, w => Assert.True(signed.Opened.IsSignedBy(w)));
            var (size, root) = (signed.Checkpoint.Size, signed.Checkpoint.Root);
            Assert.Null(new LogVerifier(signed.Checkpoint, read).Verify());
            Assert.True(ConsistencyProof.Verify(size, latest.Checkpoint.Size, root, latest.Checkpoint.Root, tree.ConsistencyProof(size, latest.Checkpoint.Size).AsSpan()));
        }
    }

    [Fact]
    public void One_changed_byte_in_any_tile_or_bundle_is_found()
    {
        var folder = System.IO.Path.Combine(TlogData.Folder, "log-small");
        var (origin, log, _) = Known();
        Assert.True(Checkpoint.TryOpen(File.ReadAllBytes(System.IO.Path.Combine(folder, "checkpoint")), origin, log, [], out var latest, out var fault), fault);
        var files = Tiles(folder);
        var needed = TilePath.AllTiles(latest.Checkpoint.Size).ToHashSet();
        foreach (var (path, bytes) in files)
        {
            foreach (var at in new[] { 0, bytes.Length / 2, bytes.Length - 1 })
            {
                var changed = bytes.ToArray();
                changed[at] ^= 1;
                byte[]? Read(TilePath p) => p == path ? changed : files.GetValueOrDefault(p);
                var verifier = new LogVerifier(latest.Checkpoint, Read);
                Assert.NotNull(needed.Contains(path) ? verifier.Verify() : verifier.CheckPartial(path));
            }
            Assert.Null(new LogVerifier(latest.Checkpoint, Reader(folder)).CheckPartial(path));
        }
    }

    [Fact]
    public void The_same_entries_make_the_same_files()
    {
        var folder = System.IO.Path.Combine(TlogData.Folder, "log-small");
        var info = TlogData.Json("log-small/info.json");
        var special = info.GetProperty("special_entries").EnumerateObject().ToDictionary(p => ulong.Parse(p.Name, CultureInfo.InvariantCulture), p => Special(p.Value.GetString()!));
        var published = info.GetProperty("checkpoint_sizes").EnumerateArray().Select(s => s.GetUInt64()).Append(info.Number("size")).Distinct().Order();
        var prefix = TlogData.Json("roots.json").Text("entry_prefix");
        var made = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var edge = TileEdge.Empty;
        var entries = new List<ReadOnlyMemory<byte>>();
        foreach (var size in published)
        {
            var first = entries.Count;
            while ((ulong)entries.Count < size)
                entries.Add(special.TryGetValue((ulong)entries.Count, out var bytes) ? bytes : Entry(prefix, (ulong)entries.Count));
            var (next, tiles) = edge.Append(entries.Skip(first).Select(e => MerkleTree.LeafHash(e.Span)).ToArray());
            edge = next;
            foreach (var tile in tiles) made[tile.Path.ToString()] = tile.Bytes;
            foreach (var path in TilePath.AllTiles(size).Where(p => p.IsEntries))
                made[path.ToString()] = EntryBundle.Format([.. entries.Skip((int)path.Index * 256).Take(path.Width)]);
        }
        var expected = Tiles(folder).ToDictionary(t => t.Key.ToString(), t => t.Value);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), made.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, e => Assert.True(e.Value.AsSpan().SequenceEqual(made[e.Key]), e.Key));
    }

    [Fact]
    public void A_big_log_has_the_listed_files_and_proofs()
    {
        var info = TlogData.Json("log-big/info.json");
        var prefix = TlogData.Json("roots.json").Text("entry_prefix");
        var (origin, log, _) = Known();
        Assert.True(Checkpoint.TryOpen(TlogData.Bytes("log-big/checkpoint"), origin, log, [], out var signed, out var fault), fault);
        var size = signed.Checkpoint.Size;
        var entries = Enumerable.Range(0, (int)size).Select(i => (ReadOnlyMemory<byte>)Entry(prefix, (ulong)i)).ToList();
        var leaves = entries.Select(e => MerkleTree.LeafHash(e.Span)).ToArray();
        var files = new Dictionary<TilePath, byte[]>();
        var edge = TileEdge.Empty;
        for (var at = 0; at < leaves.Length; at += 1000)
        {
            var (next, tiles) = edge.Append(leaves.AsSpan(at, Math.Min(1000, leaves.Length - at)));
            edge = next;
            foreach (var tile in tiles) files[tile.Path] = tile.Bytes;
        }
        foreach (var path in TilePath.AllTiles(size).Where(p => p.IsEntries))
            files[path] = EntryBundle.Format(entries.GetRange((int)path.Index * 256, path.Width));
        Assert.Equal(signed.Checkpoint.Root, edge.Root);

        var sums = Encoding.UTF8.GetString(TlogData.Bytes("log-big/SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  "));
        Assert.All(sums, s =>
        {
            Assert.True(TilePath.TryParse(s[1], out var path), s[1]);
            Assert.Equal(s[0], Convert.ToHexStringLower(SHA256.HashData(files[path])));
        });
        var tree = new TiledTree(size, p => files.GetValueOrDefault(p));
        TlogData.All(info.GetProperty("consistency").EnumerateArray(), c =>
            tree.ConsistencyProof(c.Number("old_size"), c.Number("new_size")).SequenceEqual(c.Hashes("proof")) ? null : "another proof");
        TlogData.All(info.GetProperty("inclusion").EnumerateArray(), c =>
            tree.InclusionProof(c.Number("index"), c.Number("size")).SequenceEqual(c.Hashes("proof")) ? null : "another proof");
    }

    private static (string Origin, VerifierKey Log, ImmutableArray<VerifierKey> Witnesses) Known()
    {
        var info = TlogData.Json("log-small/info.json");
        return (info.Text("origin"), Key(info.Text("log_key")), [.. info.GetProperty("witness_keys").EnumerateArray().Select(k => Key(k.GetString()!))]);
    }

    private static VerifierKey Key(string text) => VerifierKey.TryParse(text, out var key, out var fault) ? key : throw new InvalidDataException(fault);

    private static Dictionary<TilePath, byte[]> Tiles(string folder) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(folder, "tile"), "*", SearchOption.AllDirectories).ToDictionary(
            f => TilePath.TryParse(System.IO.Path.GetRelativePath(folder, f), out var path) ? path : throw new InvalidDataException(f),
            File.ReadAllBytes);

    private static TileReader Reader(string folder)
    {
        var files = Tiles(folder);
        return path => files.GetValueOrDefault(path);
    }

    private static byte[] Entry(string prefix, ulong number)
    {
        var text = Encoding.UTF8.GetBytes($"{prefix}:{number}");
        return [.. text, .. SHA256.HashData(text).AsSpan(0, (int)(number % 7) * 5)];
    }

    /// <summary>"hex:..." or, in words, a number of bytes and a rule: <c>65535 bytes; byte k = (7*k) mod 256</c>.</summary>
    private static byte[] Special(string rule)
    {
        if (rule.StartsWith("hex:", StringComparison.Ordinal)) return Convert.FromHexString(rule[4..]);
        var words = Regex.Match(rule, @"^(\d+) bytes; byte k = \((\d+)\*k\) mod 256$");
        Assert.True(words.Success, $"no rule for a special entry: {rule}");
        var (length, factor) = (int.Parse(words.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(words.Groups[2].Value, CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(0, length).Select(k => (byte)(factor * k))];
    }
}
