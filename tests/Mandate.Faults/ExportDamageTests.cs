using Mandate.Node;
using Mandate.Node.Verification;

namespace Mandate.Faults;

/// <summary>Bits that change in an export are found, wherever they lie, and the file is named.</summary>
public sealed class ExportDamageTests
{
    [Fact]
    public async Task A_flipped_bit_anywhere_in_an_export_is_found()
    {
        using var folder = new TemporaryFolder();
        await using (var node = OrganisationNode.Create(folder.At("o")))
        {
            await Dockside.FoundAsync(node);
            node.Export(folder.At("export"));
        }
        var files = Directory.GetFiles(folder.At("export"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var random = new Random(12);
        for (var i = 0; i < 120; i++)
        {
            var file = files[i % files.Length];
            var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(file, changed, TestContext.Current.CancellationToken);
            using (var source = new ExportFolder(folder.At("export")))
            {
                var report = Verifier.Run(source);
                Assert.False(report.Holds, $"{file} was changed");
                Assert.NotNull(report.FirstFault);
            }
            await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
        }
        using var good = new ExportFolder(folder.At("export"));
        Assert.True(Verifier.Run(good).Holds);
    }
}
