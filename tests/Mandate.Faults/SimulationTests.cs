using System.Globalization;
using System.Text;
using Mandate.Ed25519;
using Mandate.Ledger;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Witnessing;

namespace Mandate.Faults;

/// <summary>
/// Two nodes on one store, three witnesses of whom one signs anything, clocks that jump, and writes that fail before or after they
/// took effect; everything follows from the seed. MANDATE_FAULT_SEEDS=10000 makes a night of it.
/// </summary>
public sealed class SimulationTests
{
    private const string Origin = "test.invalid/ledger/simulated";

    private static int Seeds => int.TryParse(Environment.GetEnvironmentVariable("MANDATE_FAULT_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 40;

    [Fact]
    public async Task Whatever_fails_the_record_is_one_and_clients_accept_nothing_else()
    {
        var accepted = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            try
            {
                accepted += await RunAsync(seed);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
        Assert.NotEqual(0, accepted);
    }

    private static async Task<int> RunAsync(int seed)
    {
        var random = new Random(seed);
        var store = new MemoryStore();
        var record = new MemoryCheckpoint();
        var signer = NoteSigner.Ed25519(Origin, PrivateKey.FromSeed(new byte[32]));
        var time = new SetTime();
        var options = new NodeOptions { Time = time };
        await using (var first = OrganisationNode.Start(store, record, signer, fresh: true, options)) await Dockside.Open(first);
        var neighbours = Enumerable.Range(0, 3).Select(i => new Neighbour(i, random, signer.Key)).ToArray();
        var policy = new TlogPolicy([new(signer.Key, null)], [.. neighbours.Select(n => n.Policy)], new PolicyGroup("quorum", 2, [.. neighbours.Select(n => n.Policy)]));
        var acknowledged = new Dictionary<long, string>();
        var shown = new List<SignedNote>();
        for (var life = 0; life < 2; life++)
        {
            FailingStore[] stores = [new(store), new(store)];
            await using var one = OrganisationNode.Start(stores[0], record, signer, fresh: false, options);
            await using var two = OrganisationNode.Start(stores[1], record, signer, fresh: false, options);
            OrganisationNode[] nodes = [one, two];
            for (var step = 0; step < 12; step++)
            {
                time.Now = time.Now.AddSeconds(random.Next(6) == 0 ? random.Next(-4000, 90_000) : random.Next(5));
                var which = random.Next(2);
                stores[which].FailBefore = random.Next(6) == 0;
                stores[which].FailAfter = random.Next(6) == 0;
                var id = $"u{random.Next(30)}";
                switch (await nodes[which].SubmitAsync("b1-01", Dockside.Unit(id), id))
                {
                    case Answer.Accepted { Receipt: var receipt }:
                        if (acknowledged.TryGetValue(receipt.Index, out var before)) Assert.Equal(before, id);
                        acknowledged[receipt.Index] = id;
                        break;
                    case Answer.Refused { Refusal: var refusal }:
                        // The clock is behind: set right again, or nothing would ever be written.
                        Assert.Equal("protocol.clock-behind", refusal.Code);
                        time.Now = nodes[which].State.At.AddSeconds(1);
                        break;
                }
                if (Collect(nodes[which], neighbours, time) is { } note) shown.Add(note);
            }
        }
        await using var last = OrganisationNode.Start(store, record, signer, fresh: false, options);
        History(last, acknowledged);
        var accepted = 0;
        foreach (var note in shown)
        {
            if (!policy.TryAccept(note, out _, out _)) continue;
            accepted++;
            Assert.IsType<ForeignCheckpoint.Ours>(last.Judge(note.ToBytes()));
        }
        return accepted;
    }

    /// <summary>Indexes are unique and without gaps, nothing acknowledged is missing or moved, nothing is there twice, and it all verifies.</summary>
    private static void History(OrganisationNode node, Dictionary<long, string> acknowledged)
    {
        var entries = node.Entries().ToDictionary(e => e.Index, e => e.Entry.Id);
        Assert.Equal(Enumerable.Range(0, entries.Count).Select(i => (long)i), entries.Keys.Order());
        Assert.All(acknowledged, a => Assert.Equal(a.Value, entries[a.Key]));
        Assert.Equal(entries.Count, entries.Values.Distinct(StringComparer.Ordinal).Count());
        var report = node.Verify();
        Assert.True(report.Holds, string.Join('\n', report.Faults));
    }

    private static SignedNote? Collect(OrganisationNode node, Neighbour[] neighbours, SetTime time)
    {
        if (!SignedNote.TryParse(node.Current.Checkpoint, out var note, out _) || !Checkpoint.TryParse(note.Text, out var checkpoint, out _)) return null;
        foreach (var neighbour in neighbours)
            if (neighbour.Ask(checkpoint, note, node.Tree((long)checkpoint.Size).Node, (ulong)time.Now.ToUnixTimeSeconds()) is { } signature) note = note.With(signature);
        return note;
    }

    /// <summary>A witness; the first of them lies. Answers are lost, and it crashes between deciding and storing.</summary>
    private sealed class Neighbour(int number, Random random, VerifierKey log)
    {
        private readonly NoteSigner signer = NoteSigner.Ed25519Cosignature($"witness.invalid/{number}", PrivateKey.FromSeed([.. Enumerable.Repeat((byte)(number + 1), 32)]));
        private WitnessState state = WitnessState.Empty;
        private ulong believed;

        public PolicyWitness Policy => new($"w{number}", signer.Key, null);

        public NoteSignature? Ask(Checkpoint checkpoint, SignedNote note, NodeReader tree, ulong now)
        {
            if (number == 0) return signer.Cosign(note.Text, (ulong)random.NextInt64(long.MaxValue));
            if (random.Next(4) == 0) return null;
            var old = Math.Min(believed, checkpoint.Size);
            var answer = new WitnessProtocol([signer], [new(Origin, [log])]).Answer(
                "POST", "add-checkpoint", AddCheckpointRequest.Format(old, ConsistencyProof.Build(old, checkpoint.Size, tree), note), state, now);
            if (answer.Update is { } update)
            {
                if (random.Next(5) == 0) return null;
                state = state.With(update)!;
            }
            if (random.Next(5) == 0) return null;
            switch (AddCheckpointResponse.Read(answer.Status, answer.ContentType, Encoding.UTF8.GetBytes(answer.Body), note.Text, [signer.Key]))
            {
                case AddCheckpointResponse.Cosigned cosigned:
                    believed = checkpoint.Size;
                    return cosigned.Signatures[0];
                case AddCheckpointResponse.Conflict conflict:
                    believed = conflict.Size;
                    return null;
                default:
                    return null;
            }
        }
    }
}
