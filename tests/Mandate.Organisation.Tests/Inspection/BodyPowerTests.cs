using System.Collections.Immutable;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Tests.Votes;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>The power in a body is told anew with each renewal of it (S095).</summary>
public sealed class BodyPowerTests
{
    private static readonly string[] Before = ["b1-01", "b1-02", "b2-01"];

    private static void Votes(Founded o, string prefix, params (string Person, Choice Choice)[] casts)
    {
        for (var i = 0; i < BodyPowers.FewestVotes; i++)
        {
            var id = $"{prefix}{i}";
            var yes = casts.Count(c => c.Choice == Choice.Yes);
            var vote = new Vote(
                id, VoteKind.RollCall, "k", null, new Question("?", null, null, "", ""), null, 0, null, 3, o.Now, o.Now, o.Now, VoteStage.Result, ImmutableSortedDictionary<string, Candidacy>.Empty, [],
                ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, casts.Select(c => KeyValuePair.Create(c.Person, c.Choice))), [], [], [], null, null, null, null, null, [],
                new Outcome(yes > casts.Length - yes, new Figures(yes, casts.Length - yes, 0), 2, 3, 3, null, [], [], null, o.Now));
            o.Set(o.State with { Votes = o.State.Votes with { All = o.State.Votes.All.SetItem(id, vote) } });
        }
    }

    private static BodyPower Council(Founded o) => BodyPowers.Of(o.State, o.Now).Single(b => b.Body == "council");

    [Fact]
    public void Over_a_renewal_it_is_told_anew_which_members_decide_alone_or_never_and_who_lost_every_vote()
    {
        var o = Founded.Small();
        Halls.Convene(o, "k", "council", null, ImmutableSortedDictionary<string, int>.Empty);
        Votes(o, "old", ("b1-01", Choice.Yes), ("b1-02", Choice.Yes), ("b2-01", Choice.No));
        var first = Council(o);
        Assert.Equal((3, 2, BodyPowers.FewestVotes), (first.Seats, first.Needed, first.Votes!.Value));
        Assert.Equal((3, true, false), first.Groups.Select(g => (g.Seats, g.Alone, g.Never)).Single());
        Assert.Equal([("b2-01", BodyPowers.FewestVotes)], first.LostAll);

        o.Advance(30);
        o.Happened("b1-07", [.. Before[..2].Select(p => new TenureEnded(o.State.Offices.Tenures.Values.Single(t => t.Person == p && t.Seat.Of == "council").Id, "replaced"))]);
        o.Happened("b1-07",
            new TenureBegan("n1", "b1-09", new Seat("council"), o.Now, null, new Basis(BasisKind.Appointment, "a", "secretary")),
            new TenureBegan("n2", "b1-10", new Seat("council"), o.Now, null, new Basis(BasisKind.Appointment, "a", "secretary")));
        var renewed = Council(o);
        Assert.Equal((DateOnly.FromDateTime(o.Now.UtcDateTime), 0), (renewed.Since, renewed.Votes!.Value));
        Assert.Empty(renewed.LostAll);
        Assert.Equal([("Appointment/secretary", 2, true, false), ("Founding", 1, false, true)], renewed.Groups.Select(g => (g.By, g.Seats, g.Alone, g.Never)));

        Votes(o, "new", ("b1-09", Choice.No), ("b1-10", Choice.Yes), ("b2-01", Choice.Yes));
        Assert.Equal([("b1-09", BodyPowers.FewestVotes)], Council(o).LostAll);
    }
}
