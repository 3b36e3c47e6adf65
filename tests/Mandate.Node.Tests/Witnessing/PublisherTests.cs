using Mandate.Ed25519;
using Mandate.Ledger;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Mandate.Node.Verification;
using Mandate.Node.Witnessing;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Tests.Witnessing;

/// <summary>An organisation, its witnesses and somebody who pinned a policy.</summary>
public sealed class PublisherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SetTime time = new();
    private readonly Neighbours neighbours;
    private readonly HttpClient client;
    private TlogPolicy? policy;

    public PublisherTests()
    {
        neighbours = new(folder, "north", "south", "minority", "outside");
        client = new(neighbours);
    }

    private NodeOptions Options => new() { Time = time };

    public void Dispose()
    {
        client.Dispose();
        neighbours.Dispose();
        folder.Dispose();
    }

    /// <summary>Two of three groups: both branches, a minority, somebody from outside.</summary>
    private SetWitnesses Three => new(2, [neighbours.Group("branches", 2, "north", "south"), neighbours.Group("minorities", 1, "minority"), neighbours.Group("others", 1, "outside")]);

    private async Task<OrganisationNode> FoundAsync()
    {
        var node = OrganisationNode.Create(folder.At("o"), Options);
        neighbours.Follow(node.Key);
        await Dockside.FoundAsync(node, alsoFirst: Three);
        policy = PolicyFiles.Of(node.Key, node.State.Trust.PolicyAt(time.Now)!);
        return node;
    }

    private Task Round(OrganisationNode node) => new Publisher(node, client).RunAsync(TestContext.Current.CancellationToken);

    private VerificationReport Verify(string export, byte[]? seen = null)
    {
        using var source = new ExportFolder(folder.At(export));
        return Verifier.Run(source, new(policy!.Logs[0].Key, policy, seen));
    }

    [Fact]
    public async Task What_the_quorum_has_seen_is_published_and_an_export_of_it_holds_under_the_pinned_policy()
    {
        await using var node = await FoundAsync();
        Assert.Equal(Standing.Recorded, node.StandingOf(0));
        neighbours.CutOff("outside");
        await Round(node);
        Assert.Equal((node.State.Size, 3, 4), (node.Witnessed!.Size, node.Witnessed.Signed, node.Witnessed.Of));
        Assert.Equal(Standing.Witnessed, node.StandingOf(0));
        await Dockside.Do(node, "b1-12", new Leave());
        Assert.Equal(Standing.Recorded, node.StandingOf(node.State.Size - 1));

        var export = node.Export(folder.At("export"));
        Assert.Equal(node.State.Size - 1, export.Entries);
        Assert.Equal(Standing.Published, node.StandingOf(0));
        var report = Verify("export");
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Contains("north, south, minority", report.Checks.Single(c => c.Name == "witnesses").Text, StringComparison.Ordinal);
        Assert.True(node.Verify().Holds);
    }

    [Fact]
    public async Task Below_the_quorum_nothing_is_published_and_whoever_pinned_the_policy_is_told()
    {
        await using var node = await FoundAsync();
        neighbours.CutOff("north", "outside");
        await Round(node);
        Assert.Equal((0, 2), (node.Witnessed!.Size, node.Witnessed.Signed));
        Assert.Contains(node.Witnessed.Trouble, t => t.StartsWith("north", StringComparison.Ordinal));
        Assert.Null(node.Published!.Latest);
        node.Export(folder.At("export"));
        var report = Verify("export");
        Assert.False(report.Holds);
        Assert.Equal("witnesses", report.FirstFault!.Check);
        Assert.Null(ExportReader.Import(folder.At("export"), folder.At("copy"), pinned: new(policy!.Logs[0].Key, policy)).Result);

        neighbours.Reconnect();
        await Round(node);
        Assert.Equal(4, node.Witnessed.Signed);
    }

    [Fact]
    public async Task A_receipt_is_replaced_by_a_witnessed_one_and_checks_offline()
    {
        await using var node = await FoundAsync();
        var before = ReceiptVerifier.Run(node.ReceiptOf(3).ToBytes(), new(node.Key));
        Assert.True(before.Holds);
        Assert.Empty(before.Cosigners);
        Assert.False(ReceiptVerifier.Run(node.ReceiptOf(3).ToBytes(), new(node.Key, policy)).Holds);
        await Round(node);
        await Dockside.Do(node, "b1-12", new Leave());
        var receipt = node.ReceiptOf(3).ToBytes();
        var after = ReceiptVerifier.Run(receipt, new(node.Key, policy));
        Assert.True(after.Holds, string.Join('\n', after.Faults));
        Assert.Equal(4, after.Cosigners.Length);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds((long)neighbours.Now), after.NotLaterThan);
        Assert.Equal("b1-01", after.Entry!.By);
        Assert.False(ReceiptVerifier.Run(receipt, new(node.Key, policy), "another entry"u8.ToArray()).Holds);
        Assert.True(ReceiptVerifier.Run(node.ReceiptOf(node.State.Size - 1).ToBytes(), new(node.Key)).Holds);
    }

    [Fact]
    public async Task An_operator_with_two_histories_is_stopped_by_the_witnesses_and_leaves_evidence()
    {
        await using (var node = await FoundAsync()) await Round(node);
        // The same key and record of checkpoints, another history from entry 10 on.
        await RewriteAsync();
        await using (var other = OrganisationNode.Open(folder.At("o"), Options))
        {
            await Round(other);
            Assert.NotNull(other.Halted);
            Assert.IsType<Answer.Refused>(await other.SubmitAsync("b1-12", new Leave(), "leave"));
        }
        var file = Assert.Single(Directory.EnumerateFiles(folder.At("o", "evidence")));
        Assert.True(ForkEvidence.TryParse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), out var evidence, out _));
        Assert.NotEqual(ForkFinding.None, evidence.Check(out _));
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.NotNull(again.Halted);
    }

    [Fact]
    public async Task Somebody_who_kept_a_checkpoint_proves_that_another_history_was_shown()
    {
        byte[] kept;
        await using (var node = await FoundAsync())
        {
            await Round(node);
            kept = node.Published!.Latest!;
        }
        await RewriteAsync();
        await using (var other = OrganisationNode.Open(folder.At("o"), Options)) other.Export(folder.At("export"));
        var report = Verify("export", kept);
        Assert.False(report.Holds);
        Assert.True(ForkEvidence.TryParse(report.Evidence!.ToBytes(), out var evidence, out _));
        Assert.NotEqual(ForkFinding.None, evidence.Check(out _));
    }

    [Fact]
    public async Task An_older_copy_of_everything_is_found_out_by_a_witness_before_anything_is_written()
    {
        await using (var node = await FoundAsync()) await Round(node);
        TemporaryFolder.Copy(folder.At("o"), folder.At("o-before"));
        TemporaryFolder.Copy(folder.At("o-keys"), folder.At("keys-before"));
        await using (var node = OrganisationNode.Open(folder.At("o"), Options))
        {
            await Dockside.Do(node, "b1-12", new Leave());
            await Round(node);
        }
        // Also the record of the last checkpoint is old: nothing on this machine can tell.
        await using var older = OrganisationNode.Open(folder.At("o-before"), Options with { Keys = folder.At("keys-before") });
        await Round(older);
        Assert.Contains("an older copy is in place", older.Halted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_witness_that_only_says_it_knows_another_history_stops_nobody()
    {
        await using var node = await FoundAsync();
        await Round(node);
        // Its memory is gone, its second record too: it refuses, and has nothing to show.
        neighbours.Close("south");
        File.Delete(Path.Combine(folder.At("south"), "witness.db"));
        neighbours.Open("south");
        await Dockside.Do(node, "b1-12", new Leave());
        await Round(node);
        Assert.Null(node.Halted);
        Assert.Equal(3, node.Witnessed!.Signed);
    }

    [Fact]
    public async Task A_witness_whose_folder_was_set_back_cosigns_nothing_more()
    {
        await using var node = await FoundAsync();
        await Round(node);
        await Dockside.Do(node, "b1-12", new Leave());
        neighbours.SetBack("north", () => Round(node).GetAwaiter().GetResult());
        await Dockside.Do(node, "b1-11", new Leave());
        await Round(node);
        Assert.Contains(node.Witnessed!.Trouble, t => t.StartsWith("north", StringComparison.Ordinal) && t.Contains("older copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_witnesses_holds_for_those_who_pinned_the_old_ones_only_if_these_have_seen_it()
    {
        await using var node = await FoundAsync();
        await Round(node);
        var fewer = new SetWitnesses(1, [neighbours.Group("others", 1, "outside")]);
        await Dockside.Do(node, "b1-04", new ProposeAct("w", "electoral", null, fewer));
        await Dockside.Do(node, "b2-03", new SignAct("w", []));
        // Nobody but the new witness hears of it until it is in force.
        time.Now = time.Now.AddDays(15);
        neighbours.CutOff("north", "south", "minority");
        await Dockside.Do(node, "b1-12", new Leave());
        await Round(node);
        Assert.Equal(node.State.Size, node.Witnessed!.Size);
        node.Export(folder.At("secretly"));
        var report = Verify("secretly");
        Assert.False(report.Holds);
        Assert.Contains("those before have not seen it", report.FirstFault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_witnesses_that_the_old_quorum_has_seen_is_followed()
    {
        await using var node = await FoundAsync();
        var fewer = new SetWitnesses(1, [neighbours.Group("others", 1, "outside")]);
        await Dockside.Do(node, "b1-04", new ProposeAct("w", "electoral", null, fewer));
        await Dockside.Do(node, "b2-03", new SignAct("w", []));
        await Round(node);
        time.Now = time.Now.AddDays(15);
        neighbours.CutOff("north", "south", "minority");
        await Dockside.Do(node, "b1-12", new Leave());
        await Round(node);
        node.Export(folder.At("export"));
        var report = Verify("export");
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Contains("followed through its changes", report.Checks.Single(c => c.Name == "witnesses").Text, StringComparison.Ordinal);
    }

    /// <summary>What an operator with the secret key can do: another log in place, and its own record of what was signed.</summary>
    private async Task RewriteAsync()
    {
        Directory.Move(folder.At("o"), folder.At("o-true"));
        Directory.Move(folder.At("o-keys"), folder.At("o-true-keys"));
        var key = File.ReadAllText(folder.At("o-true", "key"));
        await using (var other = OrganisationNode.Create(folder.At("o"), Options with { Origin = policy!.Logs[0].Key.Name }))
        {
        }
        Directory.Delete(folder.At("o"), recursive: true);
        File.Delete(folder.At("o-keys", "last-checkpoint"));
        File.Copy(folder.At("o-true-keys", "ledger.key"), folder.At("o-keys", "ledger.key"), overwrite: true);
        Directory.CreateDirectory(folder.At("o"));
        await File.WriteAllTextAsync(folder.At("o", "key"), key, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.At("o", "keys-at"), "../o-keys\n", TestContext.Current.CancellationToken);
        using (var store = SqliteStore.Create(folder.At("o", "log.db")))
        using (var record = CheckpointFile.Create(folder.At("o-keys", "last-checkpoint")))
        {
            var signer = OrganisationFolder.Open(folder.At("o")).ReadSigner();
            await using var node = OrganisationNode.Start(store, record, signer, fresh: true, Options);
            await Dockside.FoundAsync(node, alsoFirst: Three);
            await Dockside.Do(node, "b1-09", new Leave());
        }
    }
}
