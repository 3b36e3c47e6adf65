using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
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

    private static Founded Flood(bool watched = true)
    {
        var o = Founded.Small(Founded.Yaml() + Clause);
        o.Do("b1-01", new DeclareEmergency("e", "disaster", ["shorten_notice"], "flood", new(2026, 1, 20)), "council");
        o.Do("b1-03", new ConfirmEmergency("e"), "control");
        if (watched) Meet(o, new(2026, 1, 10));
        return o;
    }

    /// <summary>The control commission, which keeps watch, has met on that day.</summary>
    private static void Meet(Founded o, DateOnly day) => o.Set(o.State with { Restrictions = o.State.Restrictions.Met("control", day) });

    [Fact]
    public void Without_a_meeting_of_the_body_that_keeps_watch_the_emergency_ends()
    {
        var o = Flood(watched: false);
        var declared = o.State.Restrictions.Emergencies["e"];
        Assert.Equal(("control", 14, new DateOnly(2026, 1, 15)), (declared.Watcher, declared.MeetsEvery, declared.MeetBy));
        Assert.Equal(new(2026, 1, 15), declared.Last);
        o.Now = new(2026, 1, 16, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("restrictions.not-in-force", o.Refused("b1-01", new TakeMeasure("m", "e", "shorten_notice", "Seven days")).Code);
        // A meeting that comes too late brings nothing back.
        Meet(o, new(2026, 1, 16));
        Assert.False(o.State.Restrictions.Emergencies["e"].InForceOn(new(2026, 1, 17)));
        Assert.True(Flood().State.Restrictions.Emergencies["e"].InForceOn(new(2026, 1, 20)));
    }

    [Fact]
    public void Opening_a_meeting_of_that_body_keeps_it_in_force_and_of_another_does_not()
    {
        var o = Flood(watched: false);
        o.Advance(5);
        foreach (var (id, body) in new[] { ("s1", "electoral"), ("s2", "control") })
        {
            o.Happened("b1-03", new Organisation.Sessions.SessionConvened(id, body, null, "Hall", "b1-03", o.Now, new(2026, 1, 6), new(2026, 1, 6), System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty, 0, Organisation.Sessions.Entitlement.Digest(Organisation.Sessions.Entitlement.ToNotice(o.State, body, null, o.Now)), [], null));
            o.Happened("b1-03", new Organisation.Sessions.SessionOpened(id, "b1-03", new(2, 2, 1, "bodies.control", "1"), new(0, 0, 0, 0, 0, 0, 0)));
        }
        Assert.Equal([new DateOnly(2026, 1, 6)], o.State.Restrictions.Emergencies["e"].Met);
    }

    [Fact]
    public void Its_end_convenes_a_review_within_thirty_days_with_what_waited_on_the_agenda()
    {
        var o = Flood();
        var texts = System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64));
        o.Happened("b1-07", new MotionFiled("a", "1", "s", ClassRule.Amendment, "Change the key", "b1-07", null, texts, [], null, null, null, null, false, false));
        Organisation.Sessions.ConveneSession Review(int day) => new("r", "control", null, "Hall", new(2026, 2, day, 18, 0, 0, TimeSpan.Zero), new(2026, 2, day), null);
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", Review(10)).Code);
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", Review(10)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", Review(20)).Code);
        Assert.Equal("e", Emergencies.ToReview(o.State, "control", new(2026, 1, 21))?.Id);
        o.Now = new(2026, 2, 4, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-09", Review(10));
        Assert.Equal(["emergency:e", "waited:a"], o.State.Sessions.Find("r")!.Agenda.Select(i => i.Id).Where(i => i.Contains(':', StringComparison.Ordinal)));
        Assert.Null(Emergencies.ToReview(o.State, "control", new(2026, 2, 4)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", Review(11) with { Session = "r2" }).Code);
    }

    [Fact]
    public void It_is_declared_confirmed_and_renewed_by_the_majority_of_its_own_clause_and_not_by_half_of_the_seats()
    {
        var o = Founded.Small(Founded.Yaml() + Clause
            .Replace("declare: {by: council, rule: majority of seats", "declare: {by: council, rule: 3/4 of seats", StringComparison.Ordinal)
            .Replace("max_times: 1, rules: [majority of seats]", "max_times: 2, rules: [1/2 of seats, all of seats]", StringComparison.Ordinal)
            .Replace("renew: {by: control", "renew: {by: council", StringComparison.Ordinal));
        o.Do("b1-01", new ProposeAct("w", "council", null, new DeclareEmergency("e", "disaster", ["shorten_notice"], "flood", new(2026, 1, 20))));
        Assert.Equal(3, o.State.Offices.Resolutions["w"].Needed);
        o.Do("b1-02", new SignAct("w", []));
        Assert.False(o.State.Offices.Resolutions["w"].Carried);
        Assert.Empty(o.State.Restrictions.Emergencies);
        o.Do("b2-01", new SignAct("w", []));
        Assert.True(o.State.Restrictions.Emergencies.ContainsKey("e"));
        o.Do("b1-03", new ConfirmEmergency("e"), "control");
        // The first renewal is carried by more than half, which is what a decision in writing takes at least; the second by all.
        Written("r1", new(2026, 2, 10), 2);
        Written("r2", new(2026, 3, 5), 3);
        Assert.Equal(2, o.State.Restrictions.Emergencies["e"].Renewals);

        void Written(string id, DateOnly until, int signatures)
        {
            string[] council = ["b1-01", "b1-02", "b2-01"];
            o.Do(council[0], new ProposeAct(id, "council", null, new RenewEmergency("e", until)));
            foreach (var person in council.Skip(1).Take(signatures - 2)) o.Do(person, new SignAct(id, []));
            Assert.False(o.State.Offices.Resolutions[id].Carried);
            o.Do(council[signatures - 1], new SignAct(id, []));
            Assert.True(o.State.Offices.Resolutions[id].Carried);
        }
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
        var enter = new EnterRestriction("r", "m", Liberty.Trade, ["b1"], "protect the strike fund", "strike", new(2027, 1, 1), Review: "control", Grounds: [RestrictionGround.Property]);
        Assert.Equal("restrictions.too-long", o.Refused("b1-07", enter with { Until = new(2027, 1, 2) }).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-07", enter with { Review = "nobody" }).Code);
        o.Do("b1-07", enter);
        Assert.Equal("control", o.State.Restrictions.All["r"].Review);
    }

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(f => f.Guard.Name).Distinct();
}
