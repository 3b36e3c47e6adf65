using System.Collections.Immutable;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>Who went from the base to paid posts, whose motions become decisions, and who fills agendas.</summary>
public sealed class BaseReportTests
{
    private static readonly ImmutableSortedDictionary<string, string> Text = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64));

    private static DateOnly Today(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    [Fact]
    public void Who_went_from_base_work_to_a_paid_post_is_counted_once_by_unit_and_year()
    {
        var o = Founded.Small();
        o.Advance(40);
        o.Happened("b1-01", new PostBegan("p1", "b1-06", "paid", "Organiser", Today(o), "council"), new PostBegan("p2", "b1-09", "paid", "Clerk", Today(o), "council"), new PostBegan("p3", "b1-09", "paid", "Cashier", Today(o), "council"));
        o.Happened("b1-01", new PostBegan("p4", "b2-05", "volunteer", "Steward", Today(o), "council"));
        var drains = Drains.Of(o.State, Today(o));
        // The secretary has held a paid place since the founding.
        Assert.Equal(["b1"], drains.Select(d => d.Unit));
        Assert.Equal((2026, 3, 1, 1, 12), (drains[0].Year, drains[0].Went, drains[0].FromPlaces, drains[0].Places, drains[0].Members));
        Assert.True(drains[0].AboveLimit);
        Assert.Empty(Drains.Of(Founded.Small(Founded.Yaml(("secretary: {tags: [paid, executive]", "secretary: {tags: [executive]"))).State, Today(o)));
    }

    [Fact]
    public void Whoever_takes_a_paid_post_stays_on_the_roll_of_the_unit_that_its_delegates_are_counted_by()
    {
        var o = Founded.Small();
        var before = o.State.Roll.CountOn(Today(o), "b1");
        o.Happened("b1-01", new PostBegan("p1", "b1-06", "paid", "Organiser", Today(o), "council"));
        o.Advance(30);
        Assert.Equal(before, o.State.Roll.CountOn(Today(o), "b1"));
    }

    [Fact]
    public void The_share_of_decisions_that_one_section_proposed_and_that_nobody_changed_is_told_beside_its_members()
    {
        var o = Congresses.Convened();
        foreach (var (id, mover, body) in new[] { ("m1", "b2-05", null), ("m2", "b2-06", null), ("m3", "b1-09", null), ("m4", "b1-01", "council") })
            o.Happened(mover, new MotionFiled(id, id, "c1", ClassRule.Ordinary, id, mover, body, Text, [], null, null, null, null, false, false), id == "m3" ? new MotionRejected(id, "v") : new MotionAdopted(id, "v"));
        var weights = SectionWeights.Of(o.State, new(2026, 4, 1));
        Assert.Equal(["b2", null, "b1"], weights.Select(w => w.Section));
        Assert.Equal((2, 2, 2, 3, 8, 20), (weights[0].Proposed, weights[0].Adopted, weights[0].Unchanged, weights[0].OfUnchanged, weights[0].Members, weights[0].OfMembers));
        Assert.True(weights[0].AboveLimit);
        Assert.False(weights[1].AboveLimit);
        Assert.Equal((1, 0), (weights[2].Proposed, weights[2].Adopted));
        Assert.Empty(SectionWeights.Of(o.State, new(2028, 4, 1)));
    }

    [Fact]
    public void Who_put_an_item_on_the_agenda_is_counted_and_what_stands_there_by_itself_is_nobodys()
    {
        var o = Congresses.Opened(c => c.Happened("b1-05", new ItemPut("c1", new AgendaItem("x", ItemKind.Other, "Rosters", null)), new ItemPut("c1", new AgendaItem("y", ItemKind.Other, "Cranes", null))));
        o.Happened("b1-08", new ItemPut("c1", new AgendaItem("z", ItemKind.Other, "Soup", null)));
        var congress = OfficeReviews.Of(o.State, Today(o)).Single(r => r.Of == "congress");
        Assert.Equal((3, 2), (congress.Decided.Items, congress.Decided.ItemsFromStaff));
    }
}
