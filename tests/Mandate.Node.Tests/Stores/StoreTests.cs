using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Sequencing;
using Mandate.Node.Tests.Support;
using Npgsql;

namespace Mandate.Node.Tests.Stores;

/// <summary>What every store must do, on every engine.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> All => Engines.All;

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_appended_is_read_back(string engine)
    {
        using var store = Engines.Create(engine, folder);
        var edge = TileEdge.Empty;
        for (var batch = 0; batch < 3; batch++) edge = Append(store, edge, 300);
        Assert.Equal(new(900, edge.Root), store.ReadHead());
        Assert.Equal(Enumerable.Range(0, 900).Select(i => (long)i), store.Read(0).Select(e => e.Index));
        Assert.Equal([898L, 899L], store.Read(898).Select(e => e.Index));
        Assert.Equal(2, store.Read(5, 2).Count());
        Assert.Equal(700, store.Find("id-700"));
        Assert.Null(store.Find("nobody"));
        Assert.Equal(edge.Root, new TiledTree(900, new StoredTiles(store).Read).Root);
        Assert.NotNull(store.ReadTile(TilePath.Hashes(0, 2)));
        Assert.Null(store.ReadTile(TilePath.Hashes(0, 3)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_append_that_expects_another_head_writes_nothing(string engine)
    {
        using var store = Engines.Create(engine, folder);
        var edge = Append(store, TileEdge.Empty, 3);
        Assert.Throws<HeadMovedException>(() => Append(store, TileEdge.Empty, 1));
        Assert.Equal(new(3, edge.Root), store.ReadHead());
        Assert.Equal(3, store.Read(0).Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Blobs_and_checkpoints_are_kept_and_blobs_can_be_erased(string engine)
    {
        using var store = Engines.Create(engine, folder);
        var name = new string('a', 64);
        var edge = TileEdge.Empty.Append([MerkleTree.LeafHash("x"u8)]).Edge;
        store.Append(LedgerHead.Empty, new([new(0, "x", MerkleTree.LeafHash("x"u8), "x"u8.ToArray())], [], [KeyValuePair.Create(name, (ReadOnlyMemory<byte>)new byte[] { 7 })], new(0, [1, 2]), new(1, edge.Root)));
        Assert.Equal([7], store.ReadBlob(name)!.Value.ToArray());
        Assert.Equal([name], store.BlobNames());
        Assert.Equal([1, 2], store.ReadCheckpoint()!);
        store.KeepCheckpoint(new(1, [3]));
        Assert.Equal([3], store.ReadCheckpoint()!);
        store.EraseBlob(name);
        Assert.Null(store.ReadBlob(name));
        Assert.Null(store.ReadBlob(new string('b', 64)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_organisation_lives_on_it_and_verifies(string engine)
    {
        using var store = Engines.Create(engine, folder);
        var record = new MemoryCheckpoint();
        await using (var node = OrganisationNode.Start(new FailingStore(store), record, SequencerTests.Signer(), fresh: true, new() { Time = new SetTime() }))
        {
            await Dockside.FoundAsync(node);
            Assert.True(node.Verify().Holds);
        }
        await using var again = OrganisationNode.Start(new FailingStore(store), record, SequencerTests.Signer(), fresh: false, new() { Time = new SetTime() });
        Assert.Equal(again.State.Size, store.ReadHead().Size);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Two_nodes_on_one_store_never_overwrite_each_other(string engine)
    {
        using var store = Engines.Create(engine, folder);
        var options = new NodeOptions { Time = new SetTime() };
        await using var a = OrganisationNode.Start(new FailingStore(store), new MemoryCheckpoint(), SequencerTests.Signer(), fresh: true, options);
        await Dockside.Open(a);
        var record = new MemoryCheckpoint();
        record.Keep(a.Current.Checkpoint);
        await using var b = OrganisationNode.Start(new FailingStore(store), record, SequencerTests.Signer(), fresh: false, options);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => (i % 2 == 0 ? a : b).SubmitAsync("b1-01", Dockside.Unit($"u{i / 2}"), $"act-{i}"))));
        // Each unit was entered by both nodes at once: one of the two won.
        Assert.Equal(30, answers.OfType<Answer.Accepted>().Count());
        Assert.Equal(30, answers.OfType<Answer.Refused>().Count());
        Assert.Equal(31, store.ReadHead().Size);
        a.Refresh();
        b.Refresh();
        await Dockside.Do(a, "b1-01", Dockside.Unit("last-a"));
        await Dockside.Do(b, "b1-01", Dockside.Unit("last-b"));
        a.Refresh();
        await Dockside.Do(a, "b1-01", Dockside.Unit("end"));
        Assert.Equal(34, a.State.Size);
        Assert.True(a.Verify().Holds);
        Assert.Equal(StateDigest.Of(Folding.Run(Mandate.Organisation.State.Empty, store)), StateDigest.Of(a.State));
    }

    [Fact]
    public void The_database_itself_refuses_to_change_entries()
    {
        var name = $"t{Guid.NewGuid():n}";
        using var store = PostgresStore.Open(Engines.Postgres, name, create: true);
        Append(store, TileEdge.Empty, 3);
        using var database = NpgsqlDataSource.Create(Engines.Postgres);
        foreach (var sql in (string[])[$"UPDATE mandate_{name}.entry SET id = 'x'", $"DELETE FROM mandate_{name}.entry", $"TRUNCATE mandate_{name}.entry"])
        {
            using var command = database.CreateCommand(sql);
            Assert.Throws<PostgresException>(() => command.ExecuteNonQuery());
        }
    }

    [Fact]
    public async Task A_node_that_listens_sees_what_another_wrote()
    {
        var name = $"t{Guid.NewGuid():n}";
        var options = new NodeOptions { Time = new SetTime() };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var a = OrganisationNode.Start(PostgresStore.Open(Engines.Postgres, name, create: true), new MemoryCheckpoint(), SequencerTests.Signer(), fresh: true, options);
        var record = new MemoryCheckpoint();
        record.Keep(a.Current.Checkpoint);
        using var store = PostgresStore.Open(Engines.Postgres, name);
        await using var b = OrganisationNode.Start(new FailingStore(store), record, SequencerTests.Signer(), fresh: false, options);
        await using var watching = b.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = watching.MoveNextAsync();
        var listening = store.ListenAsync(_ => b.Refresh(), TimeSpan.FromSeconds(1), stop.Token);
        await Dockside.Open(a);
        Assert.True(await next);
        Assert.Equal(1, b.State.Size);
        await stop.CancelAsync();
        await listening;
    }

    public void Dispose() => folder.Dispose();

    private static TileEdge Append(ILedgerStore store, TileEdge edge, int count)
    {
        var entries = Enumerable.Range((int)edge.Size, count).Select(i =>
        {
            byte[] body = [.. System.Text.Encoding.UTF8.GetBytes($"entry {i}")];
            return new StoredEntry(i, $"id-{i}", MerkleTree.LeafHash(body), body);
        }).ToArray();
        var (next, tiles) = edge.Append(entries.Select(e => e.Leaf).ToArray());
        store.Append(new((long)edge.Size, edge.Root), new([.. entries], tiles, [], null, new((long)next.Size, next.Root)));
        return next;
    }
}
