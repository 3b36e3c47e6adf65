using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Restrictions;

public sealed class EmergencyTests
{
    private const string Clause = """

        emergency:
          declare: {by: council, rule: majority of seats, grounds: [disaster]}
          confirm: {by: control, within: 7 days, rule: majority of seats, else: lapses}
          lapses_after: 30 days
          renew: {by: control, max_times: 1, rules: [majority of seats]}
          may: [shorten_notice, meet_remotely]
          may_not: [amend]
          report: {by: council, to: control, within: 10 days, published: true}
        """;

    private static Founded Flood()
    {
        var o = Founded.Small(Founded.Yaml() + Clause);
        o.Do("b1-01", new DeclareEmergency("e", "disaster", ["shorten_notice"], "flood", new(2026, 1, 20)), "council");
        o.Do("b1-03", new ConfirmEmergency("e"), "control");
        return o;
    }

    [Fact]
    public void Measures_fall_under_a_power_that_was_declared_and_lapse_with_the_emergency()
    {
        var o = Flood();
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", new TakeMeasure("m", "e", "shorten_notice", "Seven days")).Code);
        Assert.Equal(("restrictions.never-permitted", "shorten_notice"), (o.Refused("b1-01", new TakeMeasure("m", "e", "meet_remotely", "On screen")).Code, o.Refused("b1-01", new TakeMeasure("m", "e", "meet_remotely", "On screen")).Needs));
        o.Do("b1-01", new TakeMeasure("m", "e", "shorten_notice", "Seven days for the council"));
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("restrictions.not-in-force", o.Refused("b1-01", new TakeMeasure("n", "e", "shorten_notice", "Again")).Code);
    }

    [Fact]
    public void While_it_lasts_nobody_puts_an_amendment_of_the_constitution_to_the_vote()
    {
        var o = Flood();
        var texts = System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64));
        o.Happened("b1-07", new MotionFiled("a", "1", "s", ClassRule.Amendment, "Change", "b1-07", null, texts, [], null, null, null, null, false, false));
        o.Happened("b1-07", new MotionFiled("b", "2", "s", ClassRule.Ordinary, "Soup", "b1-07", null, texts, [], null, null, null, null, false, false));
        PutQuestion Put(string motion) => new("v", VoteKind.Hands, "s", null, motion, 1, "Shall we?");
        Assert.Equal(("restrictions.not-in-emergency", "emergency.may_not"), (o.Refused("b1-01", Put("a")).Code, o.Refused("b1-01", Put("a")).Clause));
        Assert.NotEqual("restrictions.not-in-emergency", o.Refused("b1-01", Put("b")).Code);
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        Assert.NotEqual("restrictions.not-in-emergency", o.Refused("b1-01", Put("a")).Code);
    }

    [Fact]
    public void After_its_end_the_body_gives_account_in_time_and_votes_on_what_is_left()
    {
        var o = Flood();
        Assert.Equal("restrictions.still-in-force", o.Refused("b1-01", new GiveAccount("e", "Done."), "council").Code);
        o.Now = new(2026, 1, 30, 9, 0, 0, TimeSpan.Zero);
        Assert.Empty(Fired(o));
        o.Advance(1);
        Assert.Equal(["unfulfilled-mandate"], Fired(o));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new GiveAccount("e", "Done.")).Code);
        o.Do("b1-01", new GiveAccount("e", "Notices went out in seven days.", ["two pumps", "a clerk"]), "council");
        Assert.Empty(Fired(o));
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new DisposeOfRemainder("e", "a boat"), "council").Code);
        o.Do("b1-01", new DisposeOfRemainder("e", "two pumps", "control"), "council");
        o.Do("b1-01", new DisposeOfRemainder("e", "a clerk"), "council");
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new DisposeOfRemainder("e", "a clerk"), "council").Code);
    }

    [Fact]
    public void A_right_is_narrowed_for_a_year_at_most_and_somebody_looks_at_it_again()
    {
        var o = Founded.Small();
        var texts = System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64));
        o.Happened("b1-01", new MotionFiled("m", "1", "s", ClassRule.RestrictRight, "Trade", "b1-01", null, texts, [], null, null, null, new(2028, 4, 30), false, false), new MotionAdopted("m", "v"));
        var enter = new EnterRestriction("r", "m", Liberty.Trade, ["b1"], "protect the strike fund", "strike", new(2027, 1, 1), Review: "control");
        Assert.Equal("restrictions.too-long", o.Refused("b1-07", enter with { Until = new(2027, 1, 2) }).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-07", enter with { Review = "nobody" }).Code);
        o.Do("b1-07", enter);
        Assert.Equal("control", o.State.Restrictions.All["r"].Review);
    }

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(f => f.Guard.Name).Distinct();
}
