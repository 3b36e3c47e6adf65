namespace Mandate.Ledger.Tests;

public sealed class LogVerifierTests
{
    [Fact]
    public void A_sound_log_holds_and_hands_out_every_entry_in_order()
    {
        var log = new SampleLog().Grow(70).Grow(256).Grow(1_300);
        var seen = new List<ulong>();
        Assert.Null(new LogVerifier(log.Checkpoint, log.Read).Verify((i, bytes) =>
        {
            Assert.True(log.Entries[(int)i].Span.SequenceEqual(bytes.Span));
            seen.Add(i);
        }));
        Assert.Equal(Enumerable.Range(0, 1_300).Select(i => (ulong)i), seen);
        Assert.All(log.Files.Keys, p => Assert.Null(new LogVerifier(log.Checkpoint, log.Read).CheckPartial(p)));
    }

    [Fact]
    public void An_empty_log_holds() => Assert.Null(new LogVerifier(new SampleLog().Checkpoint, _ => null).Verify());

    [Fact]
    public void A_changed_entry_is_named()
    {
        var log = new SampleLog().Grow(1_300);
        var path = TilePath.Entries(2);
        var bundle = log.Files[path].ToArray();
        var before = log.Entries.Skip(512).Take(100).Sum(e => 2 + e.Length);
        bundle[before + 4] ^= 0x20;
        log.Files[path] = bundle;
        var fault = new LogVerifier(log.Checkpoint, log.Read).Verify();
        Assert.Equal(612UL, fault!.Entry);
        Assert.Equal(path, fault.Path);
    }

    [Fact]
    public void A_changed_tile_is_named()
    {
        var log = new SampleLog().Grow(1_300);
        var path = TilePath.Hashes(0, 3);
        var tile = log.Files[path].ToArray();
        tile[5_000] ^= 1;
        log.Files[path] = tile;
        var fault = new LogVerifier(log.Checkpoint, log.Read).Verify();
        Assert.Equal(path, fault!.Path);
        Assert.StartsWith("tile/0/003: does not hash to number 3 of tile/1/000", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_right_edge_does_not_give_the_root()
    {
        var log = new SampleLog().Grow(1_300);
        var path = TilePath.PartialTiles(1_300).First();
        var tile = log.Files[path].ToArray();
        tile[0] ^= 1;
        log.Files[path] = tile;
        Assert.Contains("give the root", new LogVerifier(log.Checkpoint, log.Read).Verify()!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_bundle_and_a_bundle_of_other_length_are_faults()
    {
        var log = new SampleLog().Grow(300);
        var last = TilePath.Entries(1, 44);
        var bundle = log.Files[last];
        log.Files.Remove(last);
        Assert.Equal("tile/entries/001.p/44: missing", $"{new LogVerifier(log.Checkpoint, log.Read).Verify()}");
        log.Files[last] = bundle[..^1];
        Assert.Contains("entry 43 must have", $"{new LogVerifier(log.Checkpoint, log.Read).Verify()}", StringComparison.Ordinal);
        log.Files[last] = [0];
        Assert.Contains("byte 0: one byte", $"{new LogVerifier(log.Checkpoint, log.Read).Verify()}", StringComparison.Ordinal);
        log.Files[last] = [.. bundle, 0, 0];
        Assert.Contains("must end after 44 entries", $"{new LogVerifier(log.Checkpoint, log.Read).Verify()}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_partial_tile_that_is_not_the_beginning_is_a_fault()
    {
        var log = new SampleLog().Grow(100).Grow(300);
        foreach (var path in new[] { TilePath.Hashes(0, 0, 100), TilePath.Entries(0, 100) })
        {
            var bytes = log.Files[path].ToArray();
            bytes[^1] ^= 1;
            log.Files[path] = bytes;
            Assert.Equal(path, new LogVerifier(log.Checkpoint, log.Read).CheckPartial(path)!.Path);
        }
        log.Files[TilePath.Entries(1, 60)] = EntryBundle.Format([.. Enumerable.Repeat(log.Entries[0], 60)]);
        Assert.NotNull(new LogVerifier(log.Checkpoint, log.Read).CheckPartial(TilePath.Entries(1, 60)));
    }

    [Fact]
    public void Entries_too_long_for_the_format_are_refused_when_written()
    {
        Assert.Throws<ArgumentException>(() => EntryBundle.Format([new byte[65_536]]));
        Assert.Throws<ArgumentException>(() => EntryBundle.Format([]));
        Assert.Equal(65_537, EntryBundle.Format([new byte[65_535]]).Length);
    }
}
