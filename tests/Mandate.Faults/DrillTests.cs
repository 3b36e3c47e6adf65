using System.Text.Json;
using Mandate.Cli;
using Mandate.Node;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Trust;

namespace Mandate.Faults;

/// <summary>The drills of docs/operator-guide.md, by the commands that stand there.</summary>
public sealed class DrillTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static async Task<(int Code, JsonElement Json, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--json"], output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString() is { Length: > 0 } text ? JsonDocument.Parse(text).RootElement : default, error.ToString());
    }

    private async Task<(string Key, string Digest)> FoundedAsync()
    {
        await using var node = OrganisationNode.Create(folder.At("o"));
        await Dockside.FoundAsync(node);
        return (node.Key.ToString(), StateDigest.Of(node.State));
    }

    private async Task LeaveAsync(string person)
    {
        await using var node = OrganisationNode.Open(folder.At("o"));
        await Dockside.Do(node, person, new Leave());
    }

    [Fact]
    public async Task Back_up_and_restore()
    {
        var (_, digest) = await FoundedAsync();
        Assert.Equal(0, (await Run("backup", folder.At("o"), folder.At("backup"))).Code);
        Directory.Delete(folder.At("o"), recursive: true);
        var restored = await Run("restore", folder.At("backup"), folder.At("o"), "--keys", folder.At("o-keys"));
        Assert.True(restored.Json.GetProperty("goesOn").GetBoolean(), restored.Error);
        Assert.Equal(digest, (await Run("verify", folder.At("o"))).Json.GetProperty("state").GetString());
        await LeaveAsync("b1-07");
    }

    [Fact]
    public async Task Upgrade()
    {
        await FoundedAsync();
        Assert.Equal(0, (await Run("backup", folder.At("o"), folder.At("before"))).Code);
        Assert.Equal(0, (await Run("verify", folder.At("o"))).Code);
        await LeaveAsync("b1-07");
        // What went wrong is undone only by what the log says: the copy of before is behind what was signed.
        Directory.Move(folder.At("o"), folder.At("aside"));
        var back = await Run("restore", folder.At("before"), folder.At("o"), "--keys", folder.At("o-keys"));
        Assert.Equal(1, back.Code);
        Assert.Contains("an older copy", back.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_and_recovery_from_a_mirror()
    {
        var (key, _) = await FoundedAsync();
        TemporaryFolder.Copy(folder.At("o"), folder.At("last-night"));
        await LeaveAsync("b1-07");
        var exported = await Run("export", folder.At("o"), folder.At("mirror"));
        Assert.Equal(0, exported.Code);
        var state = (await Run("verify", folder.At("mirror"), "--key", key)).Json.GetProperty("state").GetString();
        // Last night's copy is put in place: nothing is signed on it.
        Directory.Delete(folder.At("o"), recursive: true);
        Directory.Move(folder.At("last-night"), folder.At("o"));
        Assert.Throws<RollbackException>(() => OrganisationNode.Open(folder.At("o")));
        // A mirror that lies is of no use.
        TemporaryFolder.Copy(folder.At("mirror"), folder.At("liar"));
        var blob = Directory.EnumerateFiles(folder.At("liar", "blobs")).First();
        await File.AppendAllTextAsync(blob, "x", TestContext.Current.CancellationToken);
        Directory.Move(folder.At("o"), folder.At("aside"));
        Assert.Equal(1, (await Run("import", folder.At("liar"), folder.At("o"), "--keys", folder.At("o-keys"), "--key", key)).Code);
        Assert.False(Directory.Exists(folder.At("o")));
        var imported = await Run("import", folder.At("mirror"), folder.At("o"), "--keys", folder.At("o-keys"), "--key", key);
        Assert.True(imported.Json.GetProperty("continues").GetBoolean(), imported.Error);
        Assert.Equal(state, imported.Json.GetProperty("state").GetString());
        await LeaveAsync("b1-08");
    }

    [Fact]
    public async Task A_new_ledger_where_what_was_signed_is_nowhere()
    {
        var (key, digest) = await FoundedAsync();
        Assert.Equal(0, (await Run("export", folder.At("o"), folder.At("mirror"))).Code);
        await LeaveAsync("b1-07");
        Directory.Delete(folder.At("o"), recursive: true);
        // The mirror is older than what was signed: the same ledger cannot go on.
        Assert.Equal(3, (await Run("import", folder.At("mirror"), folder.At("o"), "--keys", folder.At("o-keys"), "--key", key)).Code);
        var imported = await Run("import", folder.At("mirror"), folder.At("new"), "--key", key);
        Assert.Equal((0, digest), (imported.Code, imported.Json.GetProperty("state").GetString()));
        var origin = imported.Json.GetProperty("origin").GetString()!;
        Assert.Contains("has not decided that yet", await EpochAsync(), StringComparison.Ordinal);
        await using (var node = OrganisationNode.Open(folder.At("new")))
        {
            var open = new OpenEpoch(origin, key.Split('+')[0], imported.Json.GetProperty("entries").GetInt64(), "", "one act of the last day, as one receipt shows");
            await Dockside.Do(node, "b1-04", new ProposeAct("epoch", "electoral", null, open));
            await Dockside.Do(node, "b2-03", new SignAct("epoch", []));
        }
        Directory.Delete(folder.At("export"), recursive: true);
        Assert.Contains("as one receipt shows", await EpochAsync(), StringComparison.Ordinal);

        async Task<string> EpochAsync()
        {
            Assert.Equal(0, (await Run("export", folder.At("new"), folder.At("export"))).Code);
            var report = await Run("verify", folder.At("export"));
            Assert.Equal(0, report.Code);
            return report.Json.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "epoch").GetProperty("text").GetString()!;
        }
    }

    [Fact]
    public async Task A_receipt_and_evidence_are_checked_from_files_alone()
    {
        var (key, _) = await FoundedAsync();
        await using (var node = OrganisationNode.Look(folder.At("o"))) await File.WriteAllBytesAsync(folder.At("mine.tlog-proof"), node.ReceiptOf(2).ToBytes(), TestContext.Current.CancellationToken);
        var receipt = await Run("verify", folder.At("mine.tlog-proof"), "--key", key);
        Assert.Equal((0, "recorded", 2), (receipt.Code, receipt.Json.GetProperty("standing").GetString(), receipt.Json.GetProperty("index").GetInt32()));
        Assert.Equal(2, (await Run("verify", folder.At("mine.tlog-proof"))).Code);
        var text = await File.ReadAllTextAsync(folder.At("mine.tlog-proof"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.At("other.tlog-proof"), text.Replace("index 2", "index 3", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var other = await Run("verify", folder.At("other.tlog-proof"), "--key", key);
        Assert.Equal((1, "inclusion"), (other.Code, other.Json.GetProperty("firstFault").GetProperty("check").GetString()));
    }
}
