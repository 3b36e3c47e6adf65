using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Node.Verification;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;
using Outcome = Mandate.Node.Verification.Outcome;

namespace Mandate.Node.Tests.Verification;

public sealed class VerifierTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task An_export_holds_and_makes_the_same_state()
    {
        await using var node = await Founded();
        var report = Verify(Export(node));
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Equal(StateDigest.Of(node.State), report.StateDigest);
        Assert.Equal(node.State.Size, report.Size);
        Assert.Contains(report.Checks, c => c is { Name: "personal-data", Outcome: Outcome.WithheldByRule });
        Assert.True(node.Verify().Holds);
    }

    [Fact]
    public async Task An_empty_log_holds()
    {
        await using var node = OrganisationNode.Start(new MemoryStore(), new MemoryCheckpoint(), SequencerTests.Signer(), fresh: true);
        Assert.True(Verify(Export(node)).Holds);
    }

    [Fact]
    public async Task A_log_of_several_bundles_holds()
    {
        await using var node = await Founded(closed: false);
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Dockside.Do(node, "b1-01", Dockside.Unit($"x{i}"))));
        var report = Verify(Export(node));
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.True(node.Prove(300).Inclusion.Length > 8);
    }

    [Fact]
    public async Task Any_changed_byte_of_any_file_fails_and_the_fault_is_named()
    {
        await using var node = await Founded();
        var export = Export(node);
        var files = Directory.GetFiles(export, "*", SearchOption.AllDirectories);
        Assert.True(files.Length >= 6);
        Prop.ForAll<int, int, byte>((file, position, bits) =>
        {
            var path = files[(file & int.MaxValue) % files.Length];
            var before = File.ReadAllBytes(path);
            var changed = before.ToArray();
            changed[(position & int.MaxValue) % changed.Length] ^= bits == 0 ? (byte)1 : bits;
            File.WriteAllBytes(path, changed);
            var report = Verify(export);
            File.WriteAllBytes(path, before);
            Assert.False(report.Holds, path);
            Assert.NotEmpty(report.FirstFault!.Message);
            Assert.NotNull(report.FirstFault.File);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Assert.True(Verify(export).Holds);
    }

    [Fact]
    public async Task A_changed_entry_is_named_by_its_index()
    {
        await using var node = await Founded();
        var export = Export(node);
        var bundle = Directory.GetFiles(Path.Combine(export, "tile", "entries"), "*", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(bundle);
        var (index, entry) = node.Entries(5, 1).Single();
        var at = bytes.AsSpan().IndexOf(EntryText.Encode(entry));
        bytes[at + 10] ^= 1;
        File.WriteAllBytes(bundle, bytes);
        var fault = Verify(export).FirstFault!;
        Assert.Equal((index, "tree"), (fault.Entry, fault.Check));
    }

    [Theory]
    [InlineData("extra.txt")]
    [InlineData(".hidden")]
    [InlineData("blobs/notes")]
    public async Task A_file_that_is_not_listed_is_a_fault(string name)
    {
        await using var node = await Founded();
        var export = Export(node);
        File.WriteAllText(Path.Combine(export, name), "x");
        Assert.Equal(("manifest", name), (Verify(export).FirstFault!.Check, Verify(export).FirstFault!.File));
    }

    [Fact]
    public async Task Each_missing_file_is_a_fault()
    {
        await using var node = await Founded();
        var export = Export(node);
        foreach (var file in Directory.GetFiles(export, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            File.Delete(file);
            Assert.False(Verify(export).Holds, file);
            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public async Task Another_ledgers_key_is_not_accepted_where_one_is_pinned()
    {
        await using var node = await Founded();
        using var source = new ExportFolder(Export(node));
        var other = NoteSigner.Ed25519(node.Key.Name, Mandate.Ed25519.PrivateKey.FromSeed(new byte[32])).Key;
        Assert.False(Verifier.Run(source, new(other)).Holds);
    }

    [Fact]
    public async Task An_operator_with_the_key_who_writes_what_the_rules_do_not_give_is_found_out()
    {
        await using var node = await Founded();
        var entries = node.Entries().Select(e => e.Entry).ToList();
        // The roll gets one more member than the founder entered.
        var at = entries.FindIndex(e => e.Events.Any(v => v is MembersEntered));
        var members = (MembersEntered)entries[at].Events.Single(v => v is MembersEntered);
        Forged(at, entries[at] with { Events = entries[at].Events.Replace(members, members with { Members = members.Members.Add(members.Members[0] with { Id = "ghost" }) }) }, "decisions");
        // The founding is closed by somebody who is no founder.
        var close = entries.FindIndex(e => e.Command is CloseFounding);
        Forged(close, entries[close] with { By = "b1-07" }, "decisions");
        // A clause is claimed that permits nothing.
        Forged(close, entries[close] with { Clause = "rights.appeal" }, "decisions");
        // An approval is left out.
        Forged(close, entries[close], "decisions", drop: close - 1);
        // An act is dated back.
        Forged(close, entries[close] with { At = entries[close].At.AddDays(-1) }, "entries");
        // An act stands twice under one id.
        Forged(close, entries[close] with { Id = entries[0].Id }, "entries");

        void Forged(int index, Entry entry, string check, int? drop = null)
        {
            var forged = entries.ToList();
            forged[index] = entry;
            if (drop is { } dropped) forged.RemoveAt(dropped);
            var report = VerifyForged(forged, node.Blobs);
            Assert.False(report.Holds);
            Assert.Equal((check, (long?)(drop is null ? index : index - 1)), (report.FirstFault!.Check, report.FirstFault.Entry));
        }
    }

    [Fact]
    public async Task An_entry_decided_by_other_rules_is_not_checked_and_that_is_no_success()
    {
        await using var node = await Founded();
        var entries = node.Entries().Select(e => e.Entry).ToList();
        entries[2] = entries[2] with { Engine = "0" };
        var report = VerifyForged(entries, node.Blobs);
        Assert.False(report.Holds);
        Assert.Equal(Outcome.NotChecked, report.Checks.Single(c => c.Name == "decisions").Outcome);
    }

    [Fact]
    public async Task An_unfinished_export_leaves_nothing_and_overwrites_nothing()
    {
        await using var node = await Founded();
        var export = Export(node);
        Assert.Throws<StoreFaultException>(() => node.Export(export));
        node.Store.EraseBlob(Dockside.Name(Dockside.Yaml));
        var report = node.Verify();
        Assert.False(report.Holds);
        Assert.Equal(0, report.FirstFault!.Entry);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<OrganisationNode> Founded(bool closed = true)
    {
        var node = OrganisationNode.Start(new MemoryStore(), new MemoryCheckpoint(), SequencerTests.Signer(), fresh: true, new() { Time = new SetTime() });
        if (closed) await Dockside.FoundAsync(node);
        else await Dockside.Open(node);
        return node;
    }

    private string Export(OrganisationNode node)
    {
        var target = folder.At($"export-{Guid.NewGuid():n}");
        node.Export(target);
        return target;
    }

    private static VerificationReport Verify(string export)
    {
        using var source = new ExportFolder(export);
        return Verifier.Run(source);
    }

    private static VerificationReport VerifyForged(List<Entry> entries, Blobs blobs)
    {
        var store = new MemoryStore();
        using var record = new MemoryCheckpoint();
        var signer = SequencerTests.Signer();
        var log = SignedLog.Begin(store, record, signer);
        log.Append([.. entries.Select(e => new NewEntry(e.Id + Guid.NewGuid(), EntryText.Encode(e), [.. e.Blobs.Select(b => KeyValuePair.Create(b, blobs.Read(b)!.Value))]))]);
        using var source = new StoreSource(store, log.Checkpoint, signer.Key);
        return Verifier.Run(source, new(signer.Key));
    }
}
