using System.Collections.Immutable;
using Mandate.Node.Encodings;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Votes;

namespace Mandate.Demo.Tests;

public sealed class UnionFederationTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    private static readonly Lazy<(MemoryFloor Floor, Cast Cast)> Played = new(PlayOnce);

    /// <summary>The story, played once for all tests.</summary>
    internal static (MemoryFloor Floor, Cast Cast) Play() => Played.Value;

    private static (MemoryFloor Floor, Cast Cast) PlayOnce()
    {
        var folder = Path.Combine(Repository.Root, "constitutions", "union-federation");
        var texts = Directory.GetFiles(folder, "text.*.md").ToImmutableSortedDictionary(f => Path.GetFileName(f).Split('.')[1], File.ReadAllText, StringComparer.Ordinal);
        var floor = new MemoryFloor(new DateTimeOffset(Today.AddDays(-UnionFederation.FoundedDaysAgo), new TimeOnly(9, 0), TimeSpan.Zero));
        return (floor, UnionFederation.Play(floor, File.ReadAllText(Path.Combine(folder, "constitution.yaml")), texts, Today));
    }

    [Fact]
    public void The_story_of_the_demo_is_lawful_from_the_founding_to_the_week_before_the_congress()
    {
        var (floor, _) = Played.Value;
        Assert.Equal(FoundingStage.Closed, floor.State.Founding.Stage);
        Assert.Equal(24_000, floor.State.Roll.CountOn(Today));
        Assert.Equal(Today, DateOnly.FromDateTime(floor.Now.UtcDateTime));
    }

    [Fact]
    public void A_copy_of_its_state_is_read_back_as_the_same_state()
    {
        var (floor, _) = Played.Value;
        var text = SnapshotText.Write(floor.State).ToArray();
        var read = SnapshotText.Read(text, floor.Blobs);
        Assert.NotNull(read);
        Assert.Equal(StateDigest.Of(floor.State), StateDigest.Of(read));
        Assert.Equal(floor.State.Statutes.At(floor.Now).Id, read.Statutes.At(floor.Now).Id);
        Assert.Null(SnapshotText.Read(text, new(_ => null)));
        Assert.Null(SnapshotText.Read(text.AsMemory(0, text.Length / 2), floor.Blobs));
    }

    [Fact]
    public void Every_branch_but_the_three_left_to_the_visitor_has_elected_its_delegates()
    {
        var (floor, cast) = Played.Value;
        var session = floor.State.Sessions.Find(cast.Congress)!;
        var seated = floor.State.Offices.Holders("congress", floor.Now).CountBy(t => t.Seat.Unit!).ToDictionary();
        var open = floor.State.Votes.All.Values.Where(v => v.Place?.Of == "congress" && v.Stage != VoteStage.Result).Select(v => v.Unit ?? v.Place!.Unit).ToHashSet();
        Assert.Equal(3, open.Count);
        Assert.All(session.Delegates.Where(d => !open.Contains(d.Key)), d => Assert.Equal(d.Value, seated.GetValueOrDefault(d.Key)));
    }

    [Fact]
    public void The_motions_stand_on_the_agenda_of_the_congress()
    {
        var (floor, cast) = Played.Value;
        var agenda = floor.State.Sessions.Find(cast.Congress)!.Agenda.Select(i => i.Reference).ToHashSet();
        // One that joins others is not before the congress until two of their movers have agreed.
        Assert.All(floor.State.Motions.All.Values.Where(m => m.Session == cast.Congress), m => Assert.Equal(m.Stage != MotionStage.Compositing, agenda.Contains(m.Id)));
    }

    [Fact]
    public void The_amendment_is_carried_in_the_chamber_and_waits_for_the_congress()
    {
        var (floor, _) = Played.Value;
        var amendment = Assert.Single(floor.State.Motions.All.Values, m => m.Class == "amendment");
        Assert.Equal(["amend.ordinary.rule.all_of[1]"], amendment.Carried.Keys);
        Assert.NotEqual(MotionStage.Adopted, amendment.Stage);
        Assert.Single(floor.State.Statutes.Versions);
    }
}
