using Mandate.Organisation.Acts;
using Mandate.Organisation.Press;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Press;

public sealed class PlainVersionTests
{
    private static readonly PutQuestion Put = new("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?");

    private static Founded Opened(string? clause)
    {
        (string, string)[] organ = [("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda")];
        return Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")), yaml: Founded.Yaml(clause is null ? organ : [.. organ, ("rights:\n", $"rights:\n  plain_version: {{who: any member, gives: {{{clause}: true}}}}\n")]));
    }

    [Fact]
    public void A_vote_of_a_class_that_needs_it_waits_for_the_version_in_plain_words()
    {
        var o = Opened("ordinary");
        var refusal = o.Refused("b1-07", Put);
        Assert.Equal(("press.no-plain-version", "rights.plain_version", "en", "explain"), (refusal.Code, refusal.Clause, refusal.Needs, refusal.Way));
        o.Do("b1-09", new ExplainDecision("e", "m1", "In plain words", o.Blob("We take turns."), "en"));
        // As long as nobody can read it there is none.
        Assert.Equal("press.no-plain-version", o.Refused("b1-07", Put).Code);
        o.Advance(2);
        Assert.IsType<Decision.Accepted>(o.Try("b1-07", Put));
    }

    [Fact]
    public void A_decision_of_the_whole_is_owed_an_explanation_in_each_official_language_from_the_day_it_is_taken()
    {
        var o = Opened(null);
        Assert.Empty(PlainVersions.Owed(o.State, o.Now));
        o.Do("b1-07", new Organisation.Sessions.TakeUp("c1", "motion:m1"));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        var owed = Assert.Single(PlainVersions.Owed(o.State, o.Now));
        // Whoever publishes owes it.
        Assert.Equal(("m1", DateOnly.FromDateTime(o.Now.UtcDateTime), "electoral"), (owed.Motion.Id, owed.Since, owed.By));
        Assert.Equal(["en"], owed.Languages);
        o.Do("b1-09", new ExplainDecision("e", "m1", "In plain words", o.Blob("What changes?\nWe take turns."), "en"));
        // Until everybody can read it, it is owed.
        Assert.Single(PlainVersions.Owed(o.State, o.Now));
        Assert.Empty(PlainVersions.Owed(o.State, o.Now.AddDays(2)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("amendment")]
    public void A_vote_of_another_class_waits_for_none(string? clause)
    {
        var o = Opened(clause);
        Assert.IsType<Decision.Accepted>(o.Try("b1-07", Put));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new ExplainDecision("e", "m1", "In plain words", o.Blob("We take turns."), "en")).Code);
    }
}
