using Mandate.Node;
using Mandate.Node.Encodings;
using Mandate.Node.Stores;
using Mandate.Node.Sequencing;
using Mandate.Node.Verification;

namespace Mandate.Faults;

/// <summary>Bits that change on the disk are found, or change nothing that matters; never silently another organisation.</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task A_flipped_bit_in_the_database_is_found_or_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        string digest;
        await using (var node = OrganisationNode.Create(folder.At("o")))
        {
            await Dockside.FoundAsync(node);
            digest = StateDigest.Of(node.State);
        }
        var log = folder.At("o", "log.db");
        var whole = await File.ReadAllBytesAsync(log, TestContext.Current.CancellationToken);
        var random = new Random(11);
        var found = 0;
        for (var i = 0; i < 150; i++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(log, changed, TestContext.Current.CancellationToken);
            try
            {
                var report = OrganisationNode.VerifyFolder(folder.At("o"));
                if (!report.Holds)
                {
                    found++;
                    Assert.NotNull(report.FirstFault);
                    continue;
                }
                Assert.Equal(digest, report.StateDigest);
                await using var node = OrganisationNode.Look(folder.At("o"));
                Assert.Equal(digest, StateDigest.Of(node.State));
            }
            catch (Exception e) when (e is StoreFaultException or RollbackException or System.Data.Common.DbException)
            {
                found++;
            }
        }
        Assert.True(found > 0);
        await File.WriteAllBytesAsync(log, whole, TestContext.Current.CancellationToken);
        await using var again = OrganisationNode.Open(folder.At("o"));
        Assert.True(again.Verify().Holds);
    }
}
