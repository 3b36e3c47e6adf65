using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;

namespace Mandate.Faults;

public sealed class StoreFailoverTests
{
    [Fact]
    public async Task No_act_that_was_acknowledged_is_missing_after_the_primary_was_killed_and_its_standby_promoted()
    {
        PostgresCluster.RequireInstalled();
        using var folder = new TemporaryFolder();
        using var primary = PostgresCluster.Primary(folder);
        var several = $"Host=127.0.0.1:{primary.Port},127.0.0.1:";
        using var standby = primary.Standby(folder);
        several += $"{standby.Port};Username=postgres;Database=postgres;Timeout=5;Command Timeout=20";
        var options = new NodeOptions { Time = new SetTime(), Postgres = several, InPostgres = true };

        // A standby that nobody waits for may lack the last acts: it is refused from the start.
        var refused = Assert.Throws<StoreFaultException>(() => OrganisationNode.Create(folder.At("async"), options));
        Assert.Contains("synchronous_standby_names", refused.Message, StringComparison.Ordinal);
        primary.Set("synchronous_standby_names", "*");

        await using var node = OrganisationNode.Create(folder.At("o"), options);
        await Dockside.Open(node);
        var acknowledged = new List<(long Index, string Id)>();
        var unknown = new List<string>();
        for (var act = 0; act < 400; act++)
        {
            if (act == 150) _ = Task.Run(primary.Kill, TestContext.Current.CancellationToken);
            var answer = await node.SubmitAsync("b1-01", Dockside.Unit($"u{act}"), $"act-{act}");
            if (answer is Answer.Accepted accepted) acknowledged.Add((accepted.Receipt.Index, $"act-{act}"));
            else if (answer is Answer.Unknown) unknown.Add($"act-{act}");
            else Assert.Fail($"{answer}");
            if (answer is not Answer.Unknown) continue;
            if (unknown.Count > 1)
            {
                // Connections look for the new primary at intervals, and a machine that is busy fails faster than they look.
                await Task.Delay(100, TestContext.Current.CancellationToken);
                continue;
            }
            // What the operator does: the standby takes over, and has no standby of its own yet.
            standby.Promote();
            standby.Set("synchronous_standby_names", "");
        }

        Assert.NotEmpty(unknown);
        Assert.True(acknowledged.Count > 151, "no act was accepted after the failover");
        var entries = node.Entries().ToDictionary(e => e.Index, e => e.Entry.Id);
        Assert.Equal(node.State.Size, entries.Count);
        Assert.All(acknowledged, a => Assert.Equal(a.Id, entries[a.Index]));
        // What nobody knew is settled by putting it again, and stands there once.
        foreach (var id in unknown) Assert.IsType<Answer.Accepted>(await node.SubmitAsync("b1-01", Dockside.Unit($"u{id[4..]}"), id));
        Assert.Equal(401, node.State.Size);
        var report = node.Verify();
        Assert.True(report.Holds, string.Join('\n', report.Faults));
    }
}
