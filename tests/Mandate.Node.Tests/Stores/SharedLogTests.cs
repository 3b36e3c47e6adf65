using Mandate.Node.Encodings;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Mandate.Organisation;

namespace Mandate.Node.Tests.Stores;

/// <summary>An organisation whose log is kept in PostgreSQL: its folder, two nodes at once, copies of it.</summary>
public sealed class SharedLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Two_nodes_write_to_one_log_at_once_and_each_sees_what_the_other_wrote()
    {
        await using var a = OrganisationNode.Create(folder.At("a", "dockside"), Shared);
        await Dockside.Open(a);
        await Dockside.Do(a, "b1-01", Dockside.Unit("first"));
        await using var b = OrganisationNode.Open(SecondNode(), Shared with { NewNode = true });
        Assert.Equal(2, b.State.Size);

        // Every right is put to both at the same moment.
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => (i % 2 == 0 ? a : b).SubmitAsync("b1-01", Dockside.Unit($"u{i / 2}"), $"act-{i}"))));
        Assert.Equal(100, answers.OfType<Answer.Accepted>().Count());
        Assert.Equal(100, answers.OfType<Answer.Refused>().Count());

        // Nobody acts any more: each catches up by itself.
        await Reaches(a, 102);
        await Reaches(b, 102);
        Assert.Equal(StateDigest.Of(a.State), StateDigest.Of(b.State));
        Assert.Equal(Enumerable.Range(0, 102).Select(i => (long)i), b.Entries().Select(e => e.Index));
        Assert.True(a.Verify().Holds);
        Assert.True(OrganisationNode.VerifyFolder(folder.At("b", "dockside"), Shared).Holds);
    }

    [Fact]
    public async Task A_copied_folder_signs_only_when_somebody_says_that_it_is_a_new_node()
    {
        await using var a = OrganisationNode.Create(folder.At("a", "dockside"), Shared);
        await Dockside.Open(a);
        await Dockside.Do(a, "b1-01", Dockside.Unit("first"));
        var second = SecondNode();
        Assert.Throws<RollbackException>(() => OrganisationNode.Open(second, Shared));
        await using var b = OrganisationNode.Open(second, Shared with { NewNode = true });
        await Dockside.Do(b, "b1-01", Dockside.Unit("second"));
        await Reaches(a, 3);
    }

    [Fact]
    public async Task It_is_backed_up_into_a_file_and_moved_there_by_an_export()
    {
        await using (var node = OrganisationNode.Create(folder.At("a", "dockside"), Shared))
        {
            await Dockside.FoundAsync(node);
            node.Export(folder.At("export"));
        }
        Environment.SetEnvironmentVariable(NodeOptions.PostgresVariable, Engines.Postgres);
        Assert.True(Backup.Make(folder.At("a", "dockside"), folder.At("backup")).Holds);
        Assert.True(File.Exists(folder.At("backup", "log.db")));
        var (report, imported) = ExportReader.Import(folder.At("export"), folder.At("file", "dockside"));
        var (_, back) = ExportReader.Import(folder.At("export"), folder.At("shared", "dockside"), options: Shared);
        Assert.Equal(report.StateDigest, imported!.StateDigest);
        Assert.Equal(report.StateDigest, back!.StateDigest);
        await using var again = OrganisationNode.Open(folder.At("shared", "dockside"), Shared);
        Assert.Equal(report.StateDigest, StateDigest.Of(again.State));
    }

    [Fact]
    public async Task Without_its_server_the_folder_says_what_is_missing()
    {
        await using (OrganisationNode.Create(folder.At("a", "dockside"), Shared)) { }
        var fault = Assert.Throws<StoreFaultException>(() => OrganisationNode.Open(folder.At("a", "dockside"), Shared with { Postgres = null }));
        Assert.Contains(NodeOptions.PostgresVariable, fault.Message, StringComparison.Ordinal);
        Assert.Throws<StoreFaultException>(() => OrganisationNode.Open(folder.At("a", "dockside"), Shared with { Postgres = "Nonsense=1;Password=hush" }));
    }

    public void Dispose() => folder.Dispose();

    private static NodeOptions Shared => new() { Time = new SetTime(), Postgres = Engines.Postgres, InPostgres = true };

    /// <summary>What an operator copies to a second machine: the folder and the keys, without the record of what the first has signed.</summary>
    private string SecondNode()
    {
        foreach (var file in (string[])["dockside/key", "dockside/keys-at", "dockside/store", "dockside-keys/ledger.key", "dockside-keys/vault.key"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At("b", file))!);
            File.Copy(folder.At("a", file), folder.At("b", file));
        }
        return folder.At("b", "dockside");
    }

    private static async Task Reaches(OrganisationNode node, long size)
    {
        await foreach (var now in node.WatchAsync(TestContext.Current.CancellationToken).Prepend(node.Current))
            if (now.Size >= size || node.State.Size >= size) return;
    }
}
