using System.Text;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Mandate.Node.Vaults;
using Mandate.Node.Verification;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Tests.Vaults;

public sealed class VaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private NodeOptions Options { get; } = new() { Time = new SetTime() };

    private static Dictionary<string, string> Ada { get; } = new(StringComparer.Ordinal) { ["name"] = "Ada Lovelace-Byron", ["email"] = "ada@example.org" };

    [Fact]
    public async Task What_is_kept_is_read_back_and_can_be_proved()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        var personal = node.Vault!.Keep("p", Ada);
        Assert.Equal(Ada, node.Vault.Read("p")!.ToDictionary());
        var disclosure = node.Vault.Disclose("p", personal)!;
        Assert.True(disclosure.Holds);
        Assert.False((disclosure with { Fields = disclosure.Fields.SetItem("name", disclosure.Fields["name"] with { Text = "Somebody else" }) }).Holds);
    }

    [Fact]
    public async Task The_same_data_commit_differently_every_time()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        Assert.NotEqual(node.Vault!.Keep("p", Ada), node.Vault.Keep("p", Ada));
    }

    [Fact]
    public async Task No_name_stands_readable_in_any_file()
    {
        await using (var node = OrganisationNode.Create(folder.At("o"), Options)) node.Vault!.Keep("p", Ada);
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes("Lovelace")) < 0, file);
    }

    [Fact]
    public async Task A_note_is_its_writers_alone_sealed_in_the_file_and_gone_with_their_key()
    {
        await using (var node = OrganisationNode.Create(folder.At("o"), Options))
        {
            node.Vault!.KeepNote("p", "a1", "Lovelace says no.");
            node.Vault.KeepNote("p", "a2", "Another.");
            node.Vault.KeepNote("p", "a2", "");
            Assert.Equal([KeyValuePair.Create("a1", "Lovelace says no.")], node.Vault.NotesOf("p"));
            Assert.Empty(node.Vault.NotesOf("q"));
        }
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes("Lovelace")) < 0, file);
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Single(again.Vault!.NotesOf("p"));
        again.Vault.Erase("p");
        Assert.Empty(again.Vault.NotesOf("p"));
    }

    [Fact]
    public async Task A_vault_with_another_key_does_not_open_its_rows()
    {
        await using (var node = OrganisationNode.Create(folder.At("o"), Options)) node.Vault!.Keep("p", Ada);
        File.WriteAllText(folder.At("o-keys", "vault.key"), Convert.ToBase64String(new byte[32]));
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Throws<StoreFaultException>(() => again.Vault!.Read("p"));
    }

    [Fact]
    public async Task Erasing_a_member_leaves_nothing_in_the_vault_and_a_record_that_still_verifies()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        await Dockside.FoundAsync(node);
        node.Vault!.Keep("b1-12", Ada);
        var digestOfRows = File.ReadAllBytes(node.Folder!.VaultFile).Length;
        Assert.IsType<Answer.Refused>(await node.EraseAsync("b1-12", "too-early"));
        Assert.NotNull(node.Vault.Read("b1-12"));
        await Dockside.Do(node, "b1-12", new Leave());
        Assert.IsType<Answer.Accepted>(await node.EraseAsync("b1-12", "erase"));
        Assert.Null(node.Vault.Read("b1-12"));
        Assert.Empty(node.Vault.Persons);
        Assert.True(digestOfRows > 0);
        node.Export(folder.At("export"));
        using var source = new ExportFolder(folder.At("export"));
        var report = Verifier.Run(source);
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Contains("1 have been erased", report.Checks.Single(c => c.Outcome == Outcome.WithheldByRule).Text, StringComparison.Ordinal);
    }

    /// <summary>Whoever has an old copy of the data and today's keys can read everybody but those who were erased.</summary>
    [Fact]
    public async Task A_copy_of_the_data_from_before_an_erasure_cannot_be_read_any_more()
    {
        await using (var node = OrganisationNode.Create(folder.At("o"), Options))
        {
            await Dockside.FoundAsync(node);
            node.Vault!.Keep("b1-12", Ada);
            node.Vault.Keep("b1-11", new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Grace" });
            Assert.True(Backup.Make(folder.At("o"), folder.At("copy")).Holds);
            await Dockside.Do(node, "b1-12", new Leave());
            Assert.IsType<Answer.Accepted>(await node.EraseAsync("b1-12", "erase"));
        }
        // The copy still has the rows of both: it is the key that is gone.
        Assert.True(File.ReadAllBytes(folder.At("copy", "vault.db")).AsSpan().IndexOf("b1-12"u8) >= 0);
        File.Copy(folder.At("copy", "vault.db"), folder.At("o", "vault.db"), overwrite: true);
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Equal("Grace", again.Vault!.Read("b1-11")!["name"]);
        Assert.Null(again.Vault.Read("b1-12"));
    }

    [Fact]
    public async Task An_erasure_that_was_broken_off_is_done_at_the_next_opening()
    {
        await using (var node = OrganisationNode.Create(folder.At("o"), Options))
        {
            await Dockside.FoundAsync(node);
            node.Vault!.Keep("b1-12", Ada);
            await Dockside.Do(node, "b1-12", new Leave());
            await Dockside.Do(node, "b1-12", new Erase("b1-12"));
            // As if the machine had stopped between the act and the deletion.
            node.Vault.Keep("b1-12", Ada);
            Assert.NotNull(node.Vault.Read("b1-12"));
        }
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Null(again.Vault!.Read("b1-12"));
    }

    public void Dispose() => folder.Dispose();
}
