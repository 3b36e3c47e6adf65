using FsCheck;
using FsCheck.Fluent;
using Mandate.Ed25519;
using Mandate.Ledger;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;

namespace Mandate.Faults;

/// <summary>Writes that fail before or after they took effect, records that fail, restarts: whatever the order, no acknowledged act is lost.</summary>
public sealed class RandomFaultTests
{
    [Fact]
    public void Whatever_fails_every_acknowledged_act_stays_at_its_place_and_none_is_there_twice() =>
        Prop.ForAll<int>(seed => Run(seed).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task Run(int seed)
    {
        var random = new Random(seed);
        var store = new MemoryStore();
        var record = new MemoryCheckpoint();
        var signer = NoteSigner.Ed25519("test.invalid/ledger/o", PrivateKey.FromSeed(new byte[32]));
        var options = new NodeOptions { Time = new SetTime() };
        await using (var node = OrganisationNode.Start(store, record, signer, fresh: true, options)) await Dockside.Open(node);
        var acknowledged = new Dictionary<long, string>();
        for (var life = 0; life < 4; life++)
        {
            var failing = new FailingStore(store);
            var unsteady = new UnsteadyRecord(record, random);
            await using var node = OrganisationNode.Start(failing, unsteady, signer, fresh: false, options);
            unsteady.Fails = true;
            for (var i = 0; i < 12; i++)
            {
                failing.FailBefore = random.Next(5) == 0;
                failing.FailAfter = random.Next(5) == 0;
                var id = $"u{random.Next(30)}";
                if (await node.SubmitAsync("b1-01", Dockside.Unit(id), id) is not Answer.Accepted { Receipt: var receipt }) continue;
                if (acknowledged.TryGetValue(receipt.Index, out var before)) Assert.Equal((before, true), (id, receipt.Repeated));
                acknowledged[receipt.Index] = id;
            }
        }
        await using var last = OrganisationNode.Start(store, record, signer, fresh: false, options);
        var entries = last.Entries().ToDictionary(e => e.Index, e => e.Entry.Id);
        Assert.Equal(Enumerable.Range(0, entries.Count).Select(i => (long)i), entries.Keys.Order());
        Assert.All(acknowledged, a => Assert.Equal(a.Value, entries[a.Key]));
        Assert.Equal(entries.Count, entries.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.True(last.Verify().Holds);
    }

    private sealed class UnsteadyRecord(ICheckpointRecord inner, Random random) : ICheckpointRecord
    {
        public bool Fails { get; set; }

        public byte[]? Read() => inner.Read();

        public void Keep(byte[] note)
        {
            if (Fails && random.Next(6) == 0) throw new IOException("before");
            inner.Keep(note);
            if (Fails && random.Next(6) == 0) throw new IOException("after");
        }

        public void Dispose()
        {
        }
    }
}
