using System.Globalization;
using Mandate.Node;
using Mandate.Node.Sequencing;

namespace Mandate.Faults;

public sealed class KillTests
{
    /// <summary>A few rounds here; a night of them with MANDATE_FAULT_ROUNDS.</summary>
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("MANDATE_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 3;

    [Fact]
    public async Task No_act_that_was_acknowledged_is_missing_after_the_process_was_killed()
    {
        using var folder = new TemporaryFolder();
        await using (var node = OrganisationNode.Create(folder.At("o"))) await Dockside.Open(node);
        var random = new Random(4);
        var acknowledged = new Dictionary<long, string> { };
        for (var round = 0; round < Rounds; round++)
        {
            var lines = Enumerable.Range(0, 20_000).Select(i => KilledProcess.Line($"r{round}-{i}"));
            var found = await KilledProcess.RunAsync(folder.At("o"), lines, random.Next(1, 400), TimeSpan.FromMilliseconds(random.Next(30)), TestContext.Current.CancellationToken);
            // No index is given twice, over all rounds.
            foreach (var (index, id) in found) acknowledged.Add(index, id);

            await using var node = OrganisationNode.Open(folder.At("o"));
            var entries = node.Entries().ToDictionary(e => e.Index, e => e.Entry.Id);
            Assert.Equal(node.State.Size, entries.Count);
            Assert.All(acknowledged, a => Assert.Equal(a.Value, entries[a.Key]));
            var report = node.Verify();
            Assert.True(report.Holds, string.Join('\n', report.Faults));
            // What was put and not acknowledged is settled by putting it again.
            var again = await node.SubmitAsync("b1-01", Dockside.Unit($"r{round}-0"), $"r{round}-0");
            Assert.True(Assert.IsType<Answer.Accepted>(again).Receipt.Repeated);
        }
    }
}
