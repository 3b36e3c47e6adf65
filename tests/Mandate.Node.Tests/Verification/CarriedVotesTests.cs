using System.Collections.Immutable;
using System.Text;
using Mandate.Node.Encodings;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Node.Tests.Verification;

/// <summary>A congress whose delegates carry votes, kept by a node: what was shared out, divided and demanded stands in the log and is decided again.</summary>
public sealed class CarriedVotesTests
{
    private static readonly string[] Delegates = ["b1-07", "b1-08", "b2-05"];

    [Fact]
    public async Task Votes_carried_and_demands_are_decided_again_by_whoever_verifies()
    {
        await using var node = OrganisationNode.Start(new MemoryStore(), new MemoryCheckpoint(), SequencerTests.Signer(), fresh: true);
        await OpenCongressAsync(node);
        await Dockside.Do(node, "b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "lease", null, "Shall we?"));
        await Dockside.Do(node, "b1-08", new DemandRollCall("v1"));
        await Dockside.Do(node, "b1-07", new OpenVote("v1"));
        await Dockside.Do(node, "b2-05", new DemandRollCall("v1"));
        await Dockside.Do(node, "b1-08", new CastSplit("v1", new(4, 1, 1)));
        await Dockside.Do(node, "b2-05", new CastVote("v1", Choice.Yes));
        await Dockside.Do(node, "b1-07", new CloseVote("v1"));
        await Dockside.Do(node, "b1-07", new DeclareResult("v1"));
        var vote = node.State.Votes.Find("v1")!;
        Assert.Equal((VoteKind.RollCall, new Figures(12, 1, 1), 20), (vote.Kind, vote.Outcome!.Figures, vote.Outcome.Votes));
        var report = node.Verify();
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Equal(StateDigest.Of(node.State), report.StateDigest);
    }

    private static async Task OpenCongressAsync(OrganisationNode node)
    {
        var yaml = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Dockside.Yaml).Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal)
            .Replace("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    votes: {key: {per: branch, one_per: 1 members}, cast: split}", StringComparison.Ordinal)
            .Replace("procedure:\n", "procedure:\n  roll_call_on_demand: 1/2 of present\n", StringComparison.Ordinal));
        await Dockside.Do(node, "b1-01", new OpenFounding(Dockside.Name(yaml), ImmutableSortedDictionary<string, string>.Empty.Add("en", Dockside.Name(Dockside.Text)), ["b1-01", "b2-01"], true), yaml, Dockside.Text);
        foreach (var unit in new[] { "b1", "b2" }) await Dockside.Do(node, "b1-01", Dockside.Unit(unit));
        await Dockside.Do(node, "b1-01", new EnterMembers([.. Dockside.Members("b1", 12), .. Dockside.Members("b2", 8)]));
        var until = DateOnly.FromDateTime(node.Now.UtcDateTime).AddDays(300);
        foreach (var (of, person) in new[] { ("council", "b1-01"), ("council", "b1-02"), ("council", "b2-01"), ("electoral", "b1-04") }) await Dockside.Do(node, "b1-01", new NameOfficer("t-" + person, person, new Seat(of), until));
        foreach (var person in Delegates) await Dockside.Do(node, "b1-01", new NameOfficer("t-" + person, person, new Seat("congress", "delegates", person[..2]), until));
        foreach (var founder in new[] { "b1-01", "b2-01" }) await Dockside.Do(node, founder, new ApproveFounding());
        await Dockside.Do(node, "b1-01", new CloseFounding());
        var day = DateOnly.FromDateTime(node.Now.UtcDateTime).AddDays(60);
        await Dockside.Do(node, "b1-01", new ProposeAct("w1", "council", null, new ConveneSession("c1", "congress", null, "Dockers' Hall", new(day, new TimeOnly(10, 0), TimeSpan.Zero), day.AddDays(2), null)));
        await Dockside.Do(node, "b1-02", new SignAct("w1", []));
        await Dockside.Do(node, "b1-01", new RecordService("c1", [.. node.State.Roll.Members.Keys.Order(StringComparer.Ordinal)], ServiceOutcome.Posted, "post", DateOnly.FromDateTime(node.Now.UtcDateTime), "en"));
        await Dockside.Do(node, "b1-01", new AdvanceClock(node.State.Sessions.Find("c1")!.Opens));
        foreach (var person in Delegates)
        {
            await Dockside.Do(node, "b1-04", new Accredit("c1", person, "t-" + person, null));
            await Dockside.Do(node, person, new Arrive("c1", person));
        }
        await Dockside.Do(node, "b1-01", new OpenSession("c1"));
        await Dockside.Do(node, "b1-01", new AnnounceChair("c1", "b1-07", null));
        await Dockside.Do(node, "b1-07", new PutItem("c1", "lease", ItemKind.Other, "The lease", null));
        await Dockside.Do(node, "b1-07", new TakeUp("c1", "lease"));
    }
}
