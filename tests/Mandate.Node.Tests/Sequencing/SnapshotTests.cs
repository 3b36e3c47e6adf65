using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Mandate.Organisation;

namespace Mandate.Node.Tests.Sequencing;

/// <summary>The copy of the state that makes a start quick is a cache: with it, without it or with a damaged one the state is the same.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_start_from_a_copy_gives_the_state_that_the_whole_log_gives()
    {
        var whole = await LongLogAsync();
        using (var store = SqliteStore.Open(folder.At("o", "log.db"), readOnly: true)) Assert.Equal(2_301, SnapshotFile.Read(Snapshot, store)!.Size);
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Equal(whole, StateDigest.Of(again.State));
        await Dockside.Do(again, "b1-01", Dockside.Unit("after"));
        Assert.True(again.Verify().Holds);
    }

    [Fact]
    public async Task A_copy_that_is_gone_damaged_or_of_another_log_is_not_used()
    {
        var whole = await LongLogAsync();
        var bytes = File.ReadAllBytes(Snapshot);
        var changed = bytes.ToArray();
        changed[^10] ^= 1;
        foreach (var content in (byte[]?[])[null, [], changed, bytes[..(bytes.Length / 2)], [.. "mandate-snapshot x 1 y z\n"u8]])
        {
            if (content is null) File.Delete(Snapshot);
            else File.WriteAllBytes(Snapshot, content);
            using (var store = SqliteStore.Open(folder.At("o", "log.db"), readOnly: true)) Assert.Null(SnapshotFile.Read(Snapshot, store));
            await using var again = OrganisationNode.Look(folder.At("o"), Options);
            Assert.Equal(whole, StateDigest.Of(again.State));
        }
        File.WriteAllBytes(Snapshot, bytes);
        await using (var other = OrganisationNode.Create(folder.At("other"), Options)) await UnitsAsync(other);
        using var another = SqliteStore.Open(folder.At("other", "log.db"), readOnly: true);
        Assert.Null(SnapshotFile.Read(Snapshot, another));
    }

    public void Dispose() => folder.Dispose();

    private static NodeOptions Options => new() { Time = new SetTime() };

    private string Snapshot => folder.At("o", "state.snapshot");

    private async Task<string> LongLogAsync()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        await UnitsAsync(node);
        return StateDigest.Of(Folding.Run(State.Empty, node.Store));
    }

    private static async Task UnitsAsync(OrganisationNode node)
    {
        await Dockside.Open(node);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2_300).Select(i => node.SubmitAsync("b1-01", Dockside.Unit($"u{i}"), $"u{i}")));
        Assert.All(answers, a => Assert.IsType<Answer.Accepted>(a));
    }
}
