using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Undertakings;

public sealed class DecisionProgressTests
{
    private static Founded Adopted()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m1").Id));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        return o;
    }

    private static DateOnly Today(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    private static DecisionProgress Of(Founded o) => Assert.Single(DecisionProgress.Of(o.State, Today(o)));

    [Fact]
    public void A_decision_of_which_nothing_came_in_ninety_days_is_on_paper_only()
    {
        var o = Adopted();
        o.Do("b1-05", new TakeUndertaking("u", Duty.Execution, "Check the cranes", Today(o).AddDays(200), "m1"));
        o.Advance(90);
        Assert.False(Of(o).OnPaperOnly(Today(o)));
        o.Advance(1);
        Assert.True(Of(o).OnPaperOnly(Today(o)));
        Assert.Equal((1, 0, 0), (Of(o).Tasks, Of(o).Done, Of(o).Index));
        o.Do("b1-05", new ReportUndertaking("u", true, "All checked."));
        Assert.False(Of(o).OnPaperOnly(Today(o)));
        Assert.Equal((1, 0, 0), (Of(o).Done, Of(o).DoneIn14, Of(o).DoneIn30));
    }

    [Fact]
    public void What_was_done_in_fourteen_and_thirty_days_is_not_known_before()
    {
        var o = Adopted();
        o.Do("b1-05", new TakeUndertaking("u", Duty.Execution, "Check the cranes", Today(o).AddDays(20), "m1"));
        o.Do("b1-05", new TakeUndertaking("w", Duty.Execution, "Mend the cranes", Today(o).AddDays(40), "m1"));
        o.Advance(10);
        o.Do("b1-05", new ReportUndertaking("u", true, "All checked."));
        Assert.Equal((null, (int?)null), (Of(o).DoneIn14, Of(o).DoneIn30));
        o.Advance(10);
        o.Do("b1-05", new ReportUndertaking("w", true, "All mended."));
        Assert.Equal((1, (int?)null), (Of(o).DoneIn14, Of(o).DoneIn30));
        o.Advance(10);
        Assert.Equal((1, 2), (Of(o).DoneIn14, Of(o).DoneIn30));
    }

    [Fact]
    public void Reservations_stand_with_the_decision_and_explanations_are_none()
    {
        var o = Adopted();
        o.Do("b1-08", new StateOnVote("s1", "v1", StatementKind.Explanation, "It is cheap."));
        Assert.Equal(0, Of(o).Reservations);
        o.Do("b2-05", new StateOnVote("s2", "v1", StatementKind.Dissent, "It is not."));
        Assert.Equal(1, Of(o).Reservations);
    }
}
