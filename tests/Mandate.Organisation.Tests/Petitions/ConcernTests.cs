using Mandate.Organisation.Acts;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Petitions;

/// <summary>A member's concern: one step, under no name, on the next agenda, and one level up where nobody answers.</summary>
public sealed class ConcernTests
{
    private static Founded Regional() => Founded.Small(Founded.Yaml(
        ("units:\n", "units:\n  region: {created_by: congress, dissolved_by: {body: congress, rule: 2/3 of votes cast, consent_of: branch.meeting}}\n"),
        ("  branch: {created_by", "  branch: {within: region, created_by")), within: true);

    private static ConcernPlace Place(Founded o) => Concerns.On(o.State, o.State.Petitions.Concerns["k"], DateOnly.FromDateTime(o.Now.UtcDateTime));

    [Fact]
    public void A_member_raises_it_in_the_own_unit_alone_and_under_no_name()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b2-05", new RaiseConcern("k", "b1", "The forklift has no brakes.")).Code);
        o.Do("b1-09", new RaiseConcern("k", "b1", "The forklift has no brakes."));
        Assert.True(Pseudonyms.IsOne(o.State.Petitions.Concerns["k"].By));
        Assert.Equal("bodies.branch.meeting", o.State.Petitions.Concerns["k"].Clause);
        Assert.Contains(PetitionsOffers.For(o.State, "b1-10", o.Now, Founded.Names), x => x is { Act: "petitions.raise-concern", WhyNot: null });
    }

    [Fact]
    public void It_stands_on_the_agenda_of_the_next_meeting_of_the_unit_and_of_no_other()
    {
        var o = Founded.Small();
        o.Do("b1-09", new RaiseConcern("k", "b1", "The forklift has no brakes."));
        var opens = o.Now.AddDays(10);
        foreach (var (secretary, unit) in new[] { ("b1-06", "b1"), ("b2-04", "b2") })
            o.Do(secretary, new ConveneSession("m-" + unit, "branch.meeting", unit, "Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime), null));
        Assert.Contains(o.State.Sessions.Find("m-b1")!.Agenda, i => i.Id == "concern:k");
        Assert.DoesNotContain(o.State.Sessions.Find("m-b2")!.Agenda, i => i.Id == "concern:k");
    }

    [Fact]
    public void Unanswered_it_moves_up_by_the_calendar_and_those_above_answer_only_then()
    {
        var o = Regional();
        o.Do("b1-09", new RaiseConcern("k", "b1", "The forklift has no brakes."));
        Assert.Equal(("b1", 0), (Place(o).Unit, Place(o).Level));
        var early = o.Refused("b1-01", new AnswerConcern("k", "It is mended."));
        Assert.Equal("petitions.not-yet-yours", early.Code);
        o.Advance(Concerns.AnswerDays);
        Assert.Equal("b1", Place(o).Unit);
        o.Advance(1);
        Assert.Equal(("r1", 1), (Place(o).Unit, Place(o).Level));
        o.Advance(Concerns.AnswerDays);
        Assert.Equal((null, 2), (Place(o).Unit, Place(o).Level));
        Assert.Equal(early.Earliest, new DateTimeOffset(DateOnly.FromDateTime(o.Now.UtcDateTime), TimeOnly.MinValue, TimeSpan.Zero));
        o.Advance(100);
        Assert.Equal((null, 2), (Place(o).Unit, Place(o).Level));
        Assert.Equal([new ConcernsWaiting(null, 2, 1, 1)], Concerns.Waiting(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)));
        o.Do("b1-01", new AnswerConcern("k", "It is mended."));
        Assert.Empty(Concerns.Waiting(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)));
        Assert.Null(o.State.Petitions.Concerns["k"].Answers.Single().Unit);
    }

    [Fact]
    public void The_own_unit_answers_at_once_and_nobody_without_a_place_does()
    {
        var o = Founded.Small();
        o.Do("b1-09", new RaiseConcern("k", "b1", "The forklift has no brakes."));
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", new AnswerConcern("k", "Who cares.")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new AnswerConcern("k", "Not ours.")).Code);
        o.Do("b1-06", new AnswerConcern("k", "It is mended tomorrow."));
        Assert.Equal("b1", o.State.Petitions.Concerns["k"].Answers.Single().Unit);
        o.Advance(90);
        Assert.Equal(0, Place(o).Level);
        var month = Assert.Single(Concerns.ByUnitAndMonth(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)));
        Assert.Equal(("b1", 1, 1), (month.Unit, month.Raised, month.Answered));
    }
}
