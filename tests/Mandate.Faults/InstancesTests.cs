using Mandate.Node;
using Mandate.Node.Stores;
using Mandate.Node.Witnessing;
using Mandate.Organisation.Trust;

namespace Mandate.Faults;

/// <summary>Two instances by mistake: on one folder, and on copies of it with the same keys.</summary>
public sealed class InstancesTests
{
    [Fact]
    public async Task A_folder_that_is_in_use_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var node = OrganisationNode.Create(folder.At("o"));
        await Dockside.Open(node);
        Assert.Contains("in use", Assert.Throws<StoreFaultException>(() => OrganisationNode.Open(folder.At("o"))).Message, StringComparison.Ordinal);
        await Dockside.Do(node, "b1-01", Dockside.Unit("u"));
    }

    [Fact]
    public async Task Of_two_copies_with_the_same_keys_the_witnesses_let_one_go_on()
    {
        using var folder = new TemporaryFolder();
        using var neighbours = new Neighbours(folder, "north");
        using var client = new HttpClient(neighbours);
        await using (var node = OrganisationNode.Create(folder.At("o")))
        {
            neighbours.Follow(node.Key);
            await Dockside.FoundAsync(node, alsoFirst: new SetWitnesses(1, [neighbours.Group("others", 1, "north")]));
        }
        TemporaryFolder.Copy(folder.At("o"), folder.At("p"));
        TemporaryFolder.Copy(folder.At("o-keys"), folder.At("p-keys"));
        await using var one = OrganisationNode.Open(folder.At("o"));
        await using var two = OrganisationNode.Open(folder.At("p"), new() { Keys = folder.At("p-keys") });
        await Dockside.Do(one, "b1-07", new Mandate.Organisation.Roll.Leave());
        await Dockside.Do(two, "b1-08", new Mandate.Organisation.Roll.Leave());
        foreach (var node in (OrganisationNode[])[one, two]) await new Publisher(node, client).RunAsync(TestContext.Current.CancellationToken);
        Assert.Null(one.Halted);
        Assert.NotNull(two.Halted);
        Assert.NotEmpty(Directory.EnumerateFiles(folder.At("p", "evidence"), "*.fork-evidence"));
    }
}
