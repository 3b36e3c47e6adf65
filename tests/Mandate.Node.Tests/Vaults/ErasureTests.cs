using System.Collections.Immutable;
using System.Text;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Node.Verification;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Outcome = Mandate.Node.Verification.Outcome;

namespace Mandate.Node.Tests.Vaults;

/// <summary>A text that tells of a person is gone from the data when it is erased, and the record still holds and says so.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Words = "Ada Lovelace-Byron was seen at the pub.";

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(Words);

    private static readonly string Name = Dockside.Name(Text);

    private readonly TemporaryFolder folder = new();

    private NodeOptions Options { get; } = new() { Time = new SetTime() };

    [Fact]
    public async Task An_erased_text_is_in_no_file_and_the_export_says_that_it_is_withheld_by_rule()
    {
        await using (var node = await WithWithdrawnMotion())
        {
            Assert.NotNull(node.Blobs.Read(Name));
            await Dockside.Do(node, "b1-01", new EraseText("m1", Name, "it tells of a member's private life"));
            Assert.Null(node.Blobs.Read(Name));
            Assert.True(node.Verify().Holds);
            node.Export(folder.At("export"));
        }
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes("Lovelace")) < 0, file);
        var report = Verify();
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Contains(report.Checks, c => c is { Name: "erased-texts", Outcome: Outcome.WithheldByRule, Count: 1 });

        var (_, result) = ExportReader.Import(folder.At("export"), folder.At("again"));
        Assert.Equal(report.StateDigest, result!.StateDigest);
        await using var again = OrganisationNode.Open(folder.At("again"), Options);
        Assert.Contains(Name, again.State.Motions.Erased);
    }

    [Fact]
    public async Task A_text_that_is_missing_without_its_erasure_on_the_log_fails()
    {
        await using var node = await WithWithdrawnMotion();
        node.Store.EraseBlob(Name);
        node.Export(folder.At("export"));
        var report = Verify();
        Assert.False(report.Holds);
        Assert.Contains(report.Faults, f => f.Check == "blobs" && f.Message.Contains("no erasure of it is on the log", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_erasure_of_a_text_that_was_broken_off_is_done_at_the_next_opening()
    {
        await using (var node = await WithWithdrawnMotion())
        {
            await Dockside.Do(node, "b1-01", new EraseText("m1", Name, "private"));
            // As if the machine had stopped between the act and the deletion.
            var head = node.Store.ReadHead();
            node.Store.Append(head, new([], [], [KeyValuePair.Create(Name, (ReadOnlyMemory<byte>)Text)], null, head));
            Assert.NotNull(node.Blobs.Read(Name));
        }
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Null(again.Blobs.Read(Name));
    }

    [Fact]
    public async Task Only_its_author_and_the_keeper_of_the_register_erase_a_text_and_only_one_that_came_to_nothing()
    {
        await using var node = await WithMotion();
        Assert.Equal("protocol.wrong-stage", await Refused("b1-01", new EraseText("m1", Name, "private")));
        await Dockside.Do(node, "b1-01", new WithdrawMotion("m1"));
        Assert.Equal("protocol.not-yours", await Refused("b1-07", new EraseText("m1", Name, "private")));
        Assert.Equal("protocol.unknown", await Refused("b1-01", new EraseText("m1", Dockside.Name(Dockside.Yaml), "private")));
        Assert.Equal("protocol.malformed", await Refused("b1-01", new EraseText("m1", Name, "")));
        await Dockside.Do(node, "b1-04", new EraseText("m1", Name, "private"));
        Assert.Equal("protocol.taken", await Refused("b1-01", new EraseText("m1", Name, "private")));

        async Task<string> Refused(string by, EraseText command) => Assert.IsType<Answer.Refused>(await node.SubmitAsync(by, command, Guid.NewGuid().ToString("n"))).Refusal.Code;
    }

    private async Task<OrganisationNode> WithWithdrawnMotion()
    {
        var node = await WithMotion();
        await Dockside.Do(node, "b1-01", new WithdrawMotion("m1"));
        return node;
    }

    private async Task<OrganisationNode> WithMotion()
    {
        var node = OrganisationNode.Create(folder.At("o"), Options);
        await Dockside.FoundAsync(node);
        var opens = new DateTimeOffset(DateOnly.FromDateTime(node.Now.UtcDateTime).AddDays(60).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        await Dockside.Do(node, "b1-01", new ProposeAct("w1", "council", null, new ConveneSession("c1", "congress", null, "Dockers' Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime).AddDays(1), null)));
        await Dockside.Do(node, "b1-02", new SignAct("w1", []));
        await Dockside.Do(node, "b1-01", new FileMotion("m1", "c1", "ordinary", "On conduct", ImmutableSortedDictionary<string, string>.Empty.Add("en", Name), [], null, null, null, false), Text);
        return node;
    }

    private VerificationReport Verify()
    {
        using var source = new ExportFolder(folder.At("export"));
        return Verifier.Run(source);
    }

    public void Dispose() => folder.Dispose();
}
