using Mandate.Node.Encodings;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;

namespace Mandate.Node.Tests.Exports;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private NodeOptions Options { get; } = new() { Time = new SetTime() };

    [Fact]
    public async Task An_import_works_on_with_the_same_state_under_a_key_of_its_own()
    {
        string digest;
        await using (var node = await Founded())
        {
            digest = StateDigest.Of(node.State);
            node.Export(folder.At("export"));
        }
        var (report, result) = ExportReader.Import(folder.At("export"), folder.At("copy"));
        Assert.True(report.Holds);
        Assert.Equal((digest, false), (result!.StateDigest, result.Continues));
        await using var copy = OrganisationNode.Open(folder.At("copy"), Options);
        Assert.Equal(digest, StateDigest.Of(copy.State));
        await Dockside.Do(copy, "b1-12", new Mandate.Organisation.Roll.Leave());
        Assert.True(copy.Verify().Holds);
    }

    [Fact]
    public async Task With_the_keys_at_hand_the_same_ledger_goes_on()
    {
        await using (var node = await Founded()) node.Export(folder.At("export"));
        Directory.Delete(folder.At("o"), recursive: true);
        var (_, result) = ExportReader.Import(folder.At("export"), folder.At("o"), folder.At("o-keys"));
        Assert.True(result!.Continues);
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        await Dockside.Do(again, "b1-12", new Mandate.Organisation.Roll.Leave());
        Assert.True(again.Verify().Holds);
    }

    [Fact]
    public async Task An_export_older_than_what_was_signed_does_not_go_on_and_leaves_nothing()
    {
        await using (var node = await Founded())
        {
            node.Export(folder.At("export"));
            await Dockside.Do(node, "b1-12", new Mandate.Organisation.Roll.Leave());
        }
        Directory.Delete(folder.At("o"), recursive: true);
        Assert.Throws<RollbackException>(() => ExportReader.Import(folder.At("export"), folder.At("o"), folder.At("o-keys")));
        Assert.False(Directory.Exists(folder.At("o")));
        Assert.True(File.Exists(folder.At("o-keys", "ledger.key")));
    }

    [Fact]
    public async Task A_lost_record_of_the_last_checkpoint_is_made_good_from_an_export()
    {
        await using (var node = await Founded()) node.Export(folder.At("export"));
        File.Delete(folder.At("o-keys", "last-checkpoint"));
        Directory.Move(folder.At("o"), folder.At("aside"));
        Assert.True(ExportReader.Import(folder.At("export"), folder.At("o"), folder.At("o-keys")).Result!.Continues);
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        await Dockside.Do(again, "b1-12", new Mandate.Organisation.Roll.Leave());
    }

    [Fact]
    public async Task An_export_that_does_not_hold_is_not_imported()
    {
        await using (var node = await Founded()) node.Export(folder.At("export"));
        File.AppendAllText(folder.At("export", "checkpoint"), "x");
        var (report, result) = ExportReader.Import(folder.At("export"), folder.At("copy"));
        Assert.False(report.Holds);
        Assert.Null(result);
        Assert.False(Directory.Exists(folder.At("copy")));
    }

    [Fact]
    public async Task A_backup_taken_while_acts_go_on_verifies_and_goes_on_when_restored()
    {
        await using (var node = await Founded())
        {
            node.Vault!.Keep("b1-12", [KeyValuePair.Create("name", "Ada")]);
            Assert.True(Backup.Make(folder.At("o"), folder.At("backup")).Holds);
            Assert.Throws<StoreFaultException>(() => Backup.Make(folder.At("o"), folder.At("backup")));
        }
        Assert.Throws<StoreFaultException>(() => Backup.Restore(folder.At("backup"), folder.At("o")));
        Directory.Delete(folder.At("o"), recursive: true);
        Assert.Null(Backup.Restore(folder.At("backup"), folder.At("o")));
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Equal("Ada", again.Vault!.Read("b1-12")!["name"]);
        await Dockside.Do(again, "b1-12", new Mandate.Organisation.Roll.Leave());
    }

    [Fact]
    public async Task A_backup_that_is_behind_is_restored_to_be_looked_at_and_nothing_is_signed_on_it()
    {
        await using (var node = await Founded())
        {
            Backup.Make(folder.At("o"), folder.At("backup"));
            await Dockside.Do(node, "b1-12", new Mandate.Organisation.Roll.Leave());
        }
        Directory.Delete(folder.At("o"), recursive: true);
        Assert.Contains("older copy", Backup.Restore(folder.At("backup"), folder.At("o")), StringComparison.Ordinal);
        Assert.Throws<RollbackException>(() => OrganisationNode.Open(folder.At("o"), Options));
        await using var look = OrganisationNode.Look(folder.At("o"), Options);
        Assert.True(look.State.Size > 0);
    }

    public void Dispose() => folder.Dispose();

    private async Task<OrganisationNode> Founded()
    {
        var node = OrganisationNode.Create(folder.At("o"), Options);
        await Dockside.FoundAsync(node);
        return node;
    }
}
