using System.Security.Cryptography;
using Mandate.Ed25519;
using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Tests.Sequencing;

public sealed class SequencerTests
{
    private readonly SetTime time = new();

    private NodeOptions Options => new() { Time = time };

    [Fact]
    public async Task What_was_acknowledged_is_there_after_closing_and_opening_again()
    {
        using var folder = new TemporaryFolder();
        string digest;
        await using (var node = OrganisationNode.Create(folder.At("o"), Options))
        {
            await Dockside.FoundAsync(node);
            digest = StateDigest.Of(node.State);
        }
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Equal(digest, StateDigest.Of(again.State));
        Assert.Equal(FoundingStage.Closed, again.State.Founding.Stage);
        Assert.Equal(again.State.Size, again.Entries().Count());
    }

    [Fact]
    public async Task The_same_act_put_again_gets_the_first_answer_and_another_under_its_id_is_refused()
    {
        await using var node = InMemory();
        await Dockside.Open(node);
        var first = Accepted(await node.SubmitAsync("b1-01", Dockside.Unit("b1"), "once"));
        var second = Accepted(await node.SubmitAsync("b1-01", Dockside.Unit("b1"), "once"));
        Assert.Equal((first.Index, true), (second.Index, second.Repeated));
        var other = await node.SubmitAsync("b1-01", Dockside.Unit("b2"), "once");
        Assert.Equal("protocol.taken", Assert.IsType<Answer.Refused>(other).Refusal.Code);
        Assert.Equal(2, node.State.Size);
    }

    [Fact]
    public async Task Of_many_acts_that_race_for_one_right_exactly_one_wins()
    {
        await using var node = InMemory();
        await Dockside.Open(node);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => node.SubmitAsync("b1-01", Dockside.Unit("b1"), $"racer-{i}"))));
        Assert.Single(answers.OfType<Answer.Accepted>());
        Assert.All(answers.OfType<Answer.Refused>(), a => Assert.Equal("protocol.taken", a.Refusal.Code));
        Assert.Equal(99, answers.OfType<Answer.Refused>().Count());
    }

    /// <summary>S373.</summary>
    [Fact]
    public async Task The_refusal_of_a_charge_on_opposition_is_an_entry_once_and_names_nobody_who_was_charged()
    {
        await using var node = InMemory();
        await Dockside.FoundAsync(node);
        var before = node.State.Size;
        var charge = new ChargeMember("x", "b1-09", ChargeGround.Opposition, new string('a', 64), Rule: "electorates.members", Done: Dockside.Day(2026), Occasion: "At the meeting");
        for (var i = 0; i < 2; i++) Assert.IsType<Answer.Refused>(await node.SubmitAsync("b1-02", charge, "charge"));
        Assert.Equal(before + 1, node.State.Size);
        var entry = Assert.Single(node.Entries(before)).Entry;
        Assert.Equal(Mandate.Organisation.Facts.Ground.Opposition, Assert.IsType<RecordRefusal>(entry.Command).Ground);
        Assert.DoesNotContain("b1-09", entry.Command + string.Join(' ', entry.Events), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_receipt_proves_its_entry_offline()
    {
        await using var node = InMemory();
        await Dockside.FoundAsync(node);
        for (var index = 0L; index < node.State.Size; index++)
        {
            var proof = node.Prove(index);
            Assert.True(Checkpoint.TryOpen(proof.Checkpoint.ToBytes(), node.Key.Name, node.Key, [], out var signed, out var fault), fault);
            var (_, entry) = node.Entries(index, 1).Single();
            Assert.True(InclusionProof.Verify((ulong)index, signed.Checkpoint.Size, MerkleTree.LeafHash(EntryText.Encode(entry)), signed.Checkpoint.Root, proof.Inclusion.AsSpan()));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_that_fails_is_answered_with_unknown_and_putting_it_again_settles_it(bool tookEffect)
    {
        var store = new FailingStore(new MemoryStore());
        await using var node = OrganisationNode.Start(store, new MemoryCheckpoint(), Signer(), fresh: true, Options);
        await Dockside.Open(node);
        store.FailBefore = !tookEffect;
        store.FailAfter = tookEffect;
        Assert.IsType<Answer.Unknown>(await node.SubmitAsync("b1-01", Dockside.Unit("b1"), "u"));
        Assert.Equal(1, node.State.Size);
        store.FailBefore = store.FailAfter = false;
        var receipt = Accepted(await node.SubmitAsync("b1-01", Dockside.Unit("b1"), "u"));
        Assert.Equal((1, tookEffect), (receipt.Index, receipt.Repeated));
        Assert.Equal(2, node.State.Size);
        await Dockside.Do(node, "b1-01", Dockside.Unit("b2"));
    }

    [Fact]
    public async Task A_clock_set_back_a_little_stands_still_and_one_set_back_far_is_refused()
    {
        await using var node = InMemory();
        var first = await Dockside.Open(node);
        time.Now = time.Now.AddSeconds(-30);
        Assert.Equal(first.At, (await Dockside.Do(node, "b1-01", Dockside.Unit("b1"))).At);
        time.Now = time.Now.AddDays(-1);
        var answer = await node.SubmitAsync("b1-01", Dockside.Unit("b2"), "x");
        Assert.Equal("protocol.clock-behind", Assert.IsType<Answer.Refused>(answer).Refusal.Code);
    }

    [Fact]
    public async Task A_refusal_writes_nothing()
    {
        await using var node = InMemory();
        await Dockside.Open(node);
        Assert.IsType<Answer.Refused>(await node.SubmitAsync("stranger", Dockside.Unit("b1"), "x"));
        Assert.Equal(1, node.State.Size);
    }

    [Fact]
    public async Task A_blob_that_the_act_does_not_name_is_refused_and_one_that_is_missing_too()
    {
        await using var node = InMemory();
        var stray = await node.SubmitAsync("b1-01", Dockside.Unit("b1"), "x", new byte[] { 1 });
        Assert.Equal("protocol.malformed", Assert.IsType<Answer.Refused>(stray).Refusal.Code);
        var missing = await node.SubmitAsync("b1-01", new OpenFounding(new string('0', 64), System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, ["b1-01"], false), "y");
        Assert.Equal("protocol.blob-missing", Assert.IsType<Answer.Refused>(missing).Refusal.Code);
    }

    [Fact]
    public async Task An_act_too_long_for_an_entry_is_refused()
    {
        await using var node = InMemory();
        await Dockside.Open(node);
        var units = Enumerable.Range(0, 2000).Select(i => new Mandate.Organisation.Roll.Unit($"b{i}", "branch", "a branch", null, Dockside.Day(2020)));
        var answer = await node.SubmitAsync("b1-01", new EnterUnits([.. units]), "x");
        Assert.Equal("protocol.malformed", Assert.IsType<Answer.Refused>(answer).Refusal.Code);
    }

    [Fact]
    public async Task The_clock_of_a_rehearsal_only_moves_forward_and_survives_a_restart()
    {
        using var folder = new TemporaryFolder();
        var start = new DateTimeOffset(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);
        await using (var node = OrganisationNode.Create(folder.At("o"), Options with { RehearsalStart = start }))
        {
            await Dockside.FoundAsync(node, rehearsal: true);
            Assert.Equal(start, node.Now);
            await Dockside.Do(node, "b1-01", new AdvanceClock(start.AddDays(40)));
            Assert.Equal(start.AddDays(40), node.Now);
            Assert.IsType<Answer.Refused>(await node.SubmitAsync("b1-01", new AdvanceClock(start.AddDays(-1)), "back"));
        }
        time.Now = time.Now.AddHours(5);
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Equal(start.AddDays(40), again.Now);
    }

    [Fact]
    public async Task Watchers_see_the_newest_publication()
    {
        await using var node = InMemory();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var watching = node.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = watching.MoveNextAsync();
        await Dockside.Open(node);
        Assert.True(await next);
        Assert.Equal(1, watching.Current.Size);
        await stop.CancelAsync();
    }

    private OrganisationNode InMemory() => OrganisationNode.Start(new MemoryStore(), new MemoryCheckpoint(), Signer(), fresh: true, Options);

    internal static NoteSigner Signer() => NoteSigner.Ed25519("test.invalid/ledger/o", PrivateKey.FromSeed(SHA256.HashData("test"u8)));

    private static Receipt Accepted(Answer answer) => Assert.IsType<Answer.Accepted>(answer).Receipt;
}
