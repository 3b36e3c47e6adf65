using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Offices;

/// <summary>The secretary and a branch secretary are incompatible here; b1-06 is secretary of branch b1.</summary>
public sealed class PlaceExceptionTests
{
    private static readonly DateOnly Until = new(2026, 6, 30);

    private static Founded Decided(int yes = 2, int no = 1, string text = "We let exception:b1-06:secretary stand until the summer.\n", string body = "congress")
    {
        var o = Congresses.Convened(yaml: Founded.Yaml(("incompatible:\n", "incompatible:\n  - [secretary, branch.secretary]\n"),
            ("secretary: {tags: [paid, executive], by: {elect: {electorate: members, method: irv}}, nominate: {petition: 3 members},", "secretary: {tags: [executive], by: {appoint: {by: council}},")));
        if (body != "congress") o.Set(o.State with { Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem("c1", o.Session() with { Body = body }) } });
        var texts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", o.Blob(text));
        o.Happened("b1-01", new MotionFiled("m", "1", "c1", ClassRule.Ordinary, "One more summer", "b1-01", null, texts, [], null, null, null, null, false, false), new MotionAdopted("m", "v"));
        var vote = new Vote(
            "v", VoteKind.Hands, "c1", null, new Question("?", "m", 1, "majority of votes cast", ""), null, 0, null, 3, o.Now, o.Now, o.Now, VoteStage.Result, ImmutableSortedDictionary<string, Candidacy>.Empty, [],
            ImmutableSortedDictionary<string, Choice>.Empty, [], [], [], null, null, null, null, null, [], new Outcome(yes > no, new Figures(yes, no, 0), 1, yes + no, yes + no, null, [], [], null, o.Now));
        var motion = o.State.Motions.All["m"] with { Vote = "v" };
        o.Set(o.State with { Votes = o.State.Votes with { All = o.State.Votes.All.SetItem("v", vote) }, Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", motion) } });
        return o;
    }

    private static EnterException Enter(Founded o, string text = "We let exception:b1-06:secretary stand until the summer.\n") => new("x", "b1-06", "secretary", "branch.secretary", "m", o.Blob(text), Until);

    private static string? WhyNot(Founded o) => Qualification.Of(o.State, "b1-06", new Seat("secretary"), o.Now)?.Code;

    [Fact]
    public void A_voted_exception_lets_one_person_hold_two_places_until_its_day()
    {
        var o = Decided();
        Assert.Equal("offices.incompatible", WhyNot(o));
        o.Do("b1-09", Enter(o));
        Assert.Null(WhyNot(o));
        Assert.NotNull(Qualification.Of(o.State, "b2-04", new Seat("secretary"), o.Now));
        o.Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("offices.incompatible", WhyNot(o));
    }

    [Fact]
    public void What_is_taken_under_it_ends_with_it()
    {
        var o = Decided();
        o.Do("b1-09", Enter(o));
        o.Happened("b1-01", new TenureEnded("t-secretary-0", "resigned"));
        o.Do("b1-01", new ProposeAppointment("a", "b1-06", new Seat("secretary")), "council");
        var began = o.Do("b1-01", new AppointProposed("a"), "council").OfType<TenureBegan>().Single();
        Assert.Equal(Until, began.Until);
    }

    [Fact]
    public void It_takes_two_thirds_of_the_body_that_amends_and_a_text_that_names_it()
    {
        var few = Decided(yes: 3, no: 2);
        Assert.Equal(("offices.exception-not-decided", "2/3 of votes cast"), (few.Refused("b1-09", Enter(few)).Code, few.Refused("b1-09", Enter(few)).Needs));
        var elsewhere = Decided(body: "council");
        Assert.Equal(("offices.exception-not-decided", "congress"), (elsewhere.Refused("b1-09", Enter(elsewhere)).Code, elsewhere.Refused("b1-09", Enter(elsewhere)).Needs));
        var vague = Decided(text: "We let it stand.\n");
        Assert.Equal("offices.exception-not-decided", vague.Refused("b1-09", Enter(vague, "We let it stand.\n")).Code);
        var o = Decided();
        Assert.Equal("protocol.malformed", o.Refused("b1-09", Enter(o) with { Until = new(2027, 1, 2) }).Code);
    }

    [Fact]
    public void No_vote_makes_one_where_a_place_checks_the_other()
    {
        var o = Decided();
        Assert.Equal("offices.no-exception", o.Refused("b1-09", Enter(o) with { Place = "control", Beside = "council" }).Code);
        Assert.Equal("offices.no-exception", o.Refused("b1-09", Enter(o) with { Place = "council", Beside = "control" }).Code);
    }
}
