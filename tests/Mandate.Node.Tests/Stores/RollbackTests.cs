using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mandate.Node.Tests.Stores;

/// <summary>Nothing is signed on a log that is not the one that was signed last.</summary>
public sealed class RollbackTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private NodeOptions Options { get; } = new() { Time = new SetTime() };

    private string Path => folder.At("o");

    [Fact]
    public async Task An_older_copy_of_the_log_is_not_signed()
    {
        await using (var node = OrganisationNode.Create(Path, Options)) await Dockside.Open(node);
        TemporaryFolder.Copy(Path, folder.At("old"));
        await using (var node = OrganisationNode.Open(Path, Options)) await Dockside.Do(node, "b1-01", Dockside.Unit("b1"));
        Directory.Delete(Path, recursive: true);
        TemporaryFolder.Copy(folder.At("old"), Path);
        Assert.Contains("older copy", Assert.Throws<RollbackException>(() => OrganisationNode.Open(Path, Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_with_another_past_is_not_signed()
    {
        await using (var node = OrganisationNode.Create(Path, Options)) await Dockside.Open(node);
        TemporaryFolder.Copy(Path, folder.At("old"));
        TemporaryFolder.Copy(Path + "-keys", folder.At("old-keys"));
        await using (var node = OrganisationNode.Open(Path, Options)) await Dockside.Do(node, "b1-01", Dockside.Unit("b1"));
        await using (var node = OrganisationNode.Open(folder.At("old"), Options with { Keys = folder.At("old-keys") })) await Dockside.Do(node, "b1-01", Dockside.Unit("b2"));
        File.Copy(folder.At("old", "log.db"), System.IO.Path.Combine(Path, "log.db"), overwrite: true);
        Assert.Contains("another log", Assert.Throws<RollbackException>(() => OrganisationNode.Open(Path, Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_record_of_the_last_checkpoint_stops_signing()
    {
        await using (var node = OrganisationNode.Create(Path, Options)) await Dockside.Open(node);
        File.Delete(System.IO.Path.Combine(Path + "-keys", "last-checkpoint"));
        Assert.Throws<RollbackException>(() => OrganisationNode.Open(Path, Options));
        await using var look = OrganisationNode.Look(Path, Options);
        Assert.Equal(1, look.State.Size);
    }

    [Fact]
    public async Task A_record_one_batch_behind_is_made_good_because_the_log_continues_it()
    {
        await using (var node = OrganisationNode.Create(Path, Options)) await Dockside.Open(node);
        var record = System.IO.Path.Combine(Path + "-keys", "last-checkpoint");
        File.Copy(record, folder.At("behind"));
        await using (var node = OrganisationNode.Open(Path, Options)) await Dockside.Do(node, "b1-01", Dockside.Unit("b1"));
        File.Copy(folder.At("behind"), record, overwrite: true);
        await using var again = OrganisationNode.Open(Path, Options);
        Assert.Equal(2, again.State.Size);
        Assert.Equal(2UL, again.Prove(1).Checkpoint.Text.Split('\n')[1] is { } size ? ulong.Parse(size, System.Globalization.CultureInfo.InvariantCulture) : 0);
    }

    [Fact]
    public async Task A_changed_entry_in_the_unsigned_rest_is_found_before_signing()
    {
        await using (var node = OrganisationNode.Create(Path, Options)) await Dockside.Open(node);
        var record = System.IO.Path.Combine(Path + "-keys", "last-checkpoint");
        File.Copy(record, folder.At("behind"));
        await using (var node = OrganisationNode.Open(Path, Options)) await Dockside.Do(node, "b1-01", Dockside.Unit("b1"));
        File.Copy(folder.At("behind"), record, overwrite: true);
        Meddle("DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'b1-01', 'b1-02') AS BLOB) WHERE idx = 1");
        Assert.Throws<StoreFaultException>(() => OrganisationNode.Open(Path, Options));
    }

    [Fact]
    public async Task Entries_are_neither_changed_nor_removed_by_the_database()
    {
        await using (var node = OrganisationNode.Create(Path, Options)) await Dockside.Open(node);
        Assert.Throws<SqliteException>(() => Meddle("UPDATE entry SET id = 'x'"));
        Assert.Throws<SqliteException>(() => Meddle("DELETE FROM entry"));
        Assert.Throws<SqliteException>(() => Meddle("INSERT INTO entry(idx, id, leaf, body) VALUES (7, 'x', zeroblob(32), x'00')"));
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused()
    {
        await using var node = OrganisationNode.Create(Path, Options);
        await Dockside.Open(node);
        Assert.Contains("in use", Assert.Throws<StoreFaultException>(() => OrganisationNode.Open(Path, Options)).Message, StringComparison.Ordinal);
        await using var look = OrganisationNode.Look(Path, Options);
        Assert.Equal(1, look.State.Size);
    }

    public void Dispose() => folder.Dispose();

    private void Meddle(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "log.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
