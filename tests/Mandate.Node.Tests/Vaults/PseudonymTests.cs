using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Mandate.Node.Encodings;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Node.Verification;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Node.Tests.Vaults;

public sealed partial class PseudonymTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private NodeOptions Options { get; } = new() { Time = new SetTime() };

    /// <summary>Candidates stand, tellers and conductors serve: they are named. Nobody else is, in whatever a vote or petition wrote.</summary>
    [Fact]
    public async Task The_export_holds_no_roll_id_of_an_ordinary_member_in_any_vote_nomination_or_recall()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        await Play(node);
        string[] named = ["b1-04", "b1-05", "b1-09", "b1-10", "b1-11", "b1-12"];
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (_, entry) in node.Entries())
        {
            if (entry.Command is not (VotesCommand or StartRecall or SignRecall or DemandSession or SignDemand)) continue;
            var text = entry.By + Encoding.UTF8.GetString(WireText.Encode(entry.Command)) + string.Concat(entry.Events.Select(e => Encoding.UTF8.GetString(WireText.Encode(e))));
            // The mandate that is to be recalled is an office.
            found.UnionWith(RollId().Matches(text.Replace("t-b1-05", "", StringComparison.Ordinal)).Select(m => m.Value));
        }
        Assert.Contains("b1-09", found);
        Assert.Empty(found.Except(named, StringComparer.Ordinal));

        node.Export(folder.At("export"));
        foreach (var blob in Directory.GetFiles(folder.At("export", "blobs")).Where(b => File.ReadAllText(b).StartsWith('~')))
            Assert.DoesNotMatch(RollId(), File.ReadAllText(blob));
        using var source = new ExportFolder(folder.At("export"));
        var report = Verifier.Run(source);
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Equal(StateDigest.Of(node.State), report.StateDigest);
    }

    [Fact]
    public async Task The_same_person_has_the_same_pseudonym_after_a_restart_and_cannot_sign_twice()
    {
        await using (var node = OrganisationNode.Create(folder.At("o"), Options))
        {
            await FoundAsync(node);
            await Dockside.Do(node, "b1-07", new StartRecall("r1", "t-b1-05"));
        }
        await using var again = OrganisationNode.Open(folder.At("o"), Options);
        Assert.Equal("offices.already-signed", Assert.IsType<Answer.Refused>(await again.SubmitAsync("b1-07", new SignRecall("r1"), "x")).Refusal.Code);
        await Dockside.Do(again, "b1-08", new SignRecall("r1"));
        Assert.Equal(2, again.State.Offices.Recalls["r1"].Signed.Count);
    }

    [Fact]
    public async Task An_act_under_a_pseudonym_put_again_gets_its_first_answer()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        await FoundAsync(node);
        var first = Assert.IsType<Answer.Accepted>(await node.SubmitAsync("b1-07", new StartRecall("r1", "t-b1-05"), "once"));
        var second = Assert.IsType<Answer.Accepted>(await node.SubmitAsync("b1-07", new StartRecall("r1", "t-b1-05"), "once"));
        Assert.Equal((first.Receipt.Index, true), (second.Receipt.Index, second.Receipt.Repeated));
        Assert.IsType<Answer.Refused>(await node.SubmitAsync("b1-08", new StartRecall("r1", "t-b1-05"), "once"));
    }

    [Fact]
    public async Task Nobody_acts_under_a_pseudonym_that_stands_in_the_log()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        await FoundAsync(node);
        await Dockside.Do(node, "b1-07", new StartRecall("r1", "t-b1-05"));
        var other = node.State.Offices.Recalls["r1"].Register.First(p => !node.State.Offices.Recalls["r1"].Signed.Contains(p));
        var refused = Assert.IsType<Answer.Refused>(await node.SubmitAsync(other, new SignRecall("r1"), "x"));
        Assert.Equal("protocol.malformed", refused.Refusal.Code);
        Assert.Single(node.State.Offices.Recalls["r1"].Signed);
    }

    [Fact]
    public async Task After_an_erasure_no_pseudonym_leads_back_to_the_person()
    {
        await using var node = OrganisationNode.Create(folder.At("o"), Options);
        await FoundAsync(node);
        await Dockside.Do(node, "b1-12", new StartRecall("r1", "t-b1-05"));
        var signed = Assert.Single(node.State.Offices.Recalls["r1"].Signed);
        Assert.Equal(signed, node.Vault!.Name("b1-12", Pseudonyms.Recall("r1")));
        await Dockside.Do(node, "b1-12", new Organisation.Roll.Leave());
        Assert.IsType<Answer.Accepted>(await node.EraseAsync("b1-12", "erase"));
        Assert.NotEqual(signed, node.Vault.Name("b1-12", Pseudonyms.Recall("r1")));
    }

    /// <summary>The small co-operative with b1-05 as a delegate, who can be recalled, and b1-04 as the keeper of the register.</summary>
    private static async Task FoundAsync(OrganisationNode node)
    {
        await Dockside.Open(node);
        await Dockside.Do(node, "b1-01", new EnterUnits([new("b1", "branch", "North Quay", null, Dockside.Day(2020)), new("b2", "branch", "South Quay", null, Dockside.Day(2020))]));
        await Dockside.Do(node, "b1-01", new EnterMembers([.. Dockside.Members("b1", 12), .. Dockside.Members("b2", 8)]));
        await Dockside.Do(node, "b1-01", new NameOfficer("t-b1-04", "b1-04", new Seat("electoral"), Dockside.Day(2027)));
        await Dockside.Do(node, "b1-01", new NameOfficer("t-b1-05", "b1-05", new Seat("congress", "delegates", "b1"), Dockside.Day(2027)));
        foreach (var founder in new[] { "b1-01", "b2-01" }) await Dockside.Do(node, founder, new ApproveFounding());
        await Dockside.Do(node, "b1-01", new CloseFounding());
    }

    /// <summary>An election of the secretary by all members with nominations by others, and a petition to recall.</summary>
    private static async Task Play(OrganisationNode node)
    {
        await FoundAsync(node);
        await Dockside.Do(node, "b1-07", new StartRecall("r1", "t-b1-05"));
        await Dockside.Do(node, "b1-08", new SignRecall("r1"));
        await Dockside.Do(node, "b1-07", new DemandSession("d1", "branch.meeting", "b1", "The crane accident"));
        await Dockside.Do(node, "b1-08", new SignDemand("d1"));
        await Dockside.Do(node, "b1-04", new OpenNominations("e1", null, new Seat("secretary"), null));
        foreach (var (by, person) in new[] { ("b1-07", "b1-09"), ("b2-05", "b1-09"), ("b2-06", "b1-09"), ("b1-08", "b1-10"), ("b2-05", "b1-10"), ("b2-07", "b1-10") })
            await Dockside.Do(node, by, new Nominate("e1", person));
        foreach (var person in new[] { "b1-09", "b1-10" }) await Dockside.Do(node, person, new AcceptNomination("e1"));
        await Dockside.Do(node, "b1-04", new CloseNominations("e1"));
        await Dockside.Do(node, "b1-04", new NameTellers("e1", ["b1-11", "b1-12"]));
        await Dockside.Do(node, "b1-04", new OpenVote("e1"));
        await Dockside.Do(node, "b1-11", new IssuePapers("e1", ["b1-07", "b2-05", "b2-08"]));
        await Dockside.Do(node, "b1-04", new CloseVote("e1"));
        var blt = Encoding.UTF8.GetBytes("2 1\n3 1 2 0\n0\n\"x\"\n\"y\"\n\"Secretary\"\n");
        foreach (var teller in new[] { "b1-11", "b1-12" }) await Dockside.Do(node, teller, new EnterPapers("e1", Dockside.Name(blt), new(3, 3, 0, 0, 0)), blt);
        await Dockside.Do(node, "b1-04", new PublishElection("e1", Dockside.Name(blt)));
        Assert.NotEmpty(node.State.Votes.Find("e1")!.Outcome!.Elected);
    }

    [GeneratedRegex(@"\bb[12]-\d\d\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RollId();

    public void Dispose() => folder.Dispose();
}
