using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Restrictions;

public sealed class RestrictionTests
{
    private const string Emergencies = """

        emergency:
          declare: {by: council, rule: majority of seats, grounds: [disaster]}
          confirm: {by: control, within: 7 days, rule: majority of seats, else: lapses}
          lapses_after: 30 days
          renew: {by: control, max_times: 1, rules: [majority of seats]}
          may: [shorten_notice]
          may_not: [amend]
        """;

    private static EnterRestriction Enter(string id = "r") => new(id, "m", Liberty.Trade, ["b1"], "protect the strike fund", "strike", new(2026, 3, 31), Grounds: [RestrictionGround.Property]);

    private static Founded WithAdopted(string @class = ClassRule.RestrictRight)
    {
        var o = Founded.Small();
        o.Happened("b1-01", new MotionFiled("m", "1", "s", @class, "Trade", "b1-01", null, Texts, [], null, null, null, new(2026, 4, 30), false, false));
        o.Happened("b1-01", new MotionAdopted("m", "v"));
        return o;
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Texts { get; } =
        System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64));

    [Fact]
    public void A_restriction_without_an_end_or_of_what_minorities_live_on_does_not_come_to_be()
    {
        var o = WithAdopted();
        Assert.Equal("guards.no-sunset", o.Refused("b1-07", Enter() with { Until = null }).Code);
        foreach (var right in new[] { Liberty.Organise, Liberty.Propose, Liberty.Publish, Liberty.Stand, Liberty.BeHeard })
            Assert.Equal("guards.restriction-of-minority", o.Refused("b1-07", Enter() with { Right = right }).Code);
        o.Do("b1-07", Enter());
        Assert.Single(o.State.Restrictions.InForceOn(new(2026, 3, 31)));
        Assert.Empty(o.State.Restrictions.InForceOn(new(2026, 4, 1)));
    }

    [Fact]
    public void Only_an_adopted_decision_of_its_class_carries_it_and_no_longer_than_decided()
    {
        Assert.Equal("restrictions.not-decided", WithAdopted(ClassRule.Ordinary).Refused("b1-07", Enter()).Code);
        Assert.Equal("restrictions.longer-than-decided", WithAdopted().Refused("b1-07", Enter() with { Until = new(2026, 5, 1) }).Code);
    }

    [Fact]
    public void A_use_is_refused_after_the_end_and_raises_an_alarm_outside_its_purpose()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter());
        o.Do("b1-05", new UseRestriction("u1", "r", "b1", "strike", "the fund is low"));
        Assert.Empty(Fired(o));
        o.Do("b1-05", new UseRestriction("u2", "r", "b2", "strike", "they complain"));
        Assert.Equal("rule-beyond-purpose", Assert.Single(Fired(o)).Guard.Name);
        o.Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("restrictions.not-in-force", o.Refused("b1-05", new UseRestriction("u3", "r", "b1", "strike", "again")).Code);
    }

    [Fact]
    public void Whoever_moves_its_repeal_before_the_body_that_decided_it_ends_it_and_the_motion_names_it()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter());
        var (other, text) = (o.Blob("Nothing of the kind."), o.Blob("The congress repeals restriction:r."));
        Repeal("n", "s", other);
        Repeal("m2", "s", text);
        Repeal("m3", "another-session", text);
        Assert.Equal("restrictions.not-named", o.Refused("b2-07", new LiftRestriction("r", "n", other)).Code);
        Assert.Equal("restrictions.not-named", o.Refused("b2-07", new LiftRestriction("r", "n", text)).Code);
        Assert.Equal("restrictions.not-repealed", o.Refused("b2-07", new LiftRestriction("r", "m3", text)).Code);
        o.Do("b2-07", new LiftRestriction("r", "m2", text));
        Assert.Empty(o.State.Restrictions.InForceOn(DateOnly.FromDateTime(o.Now.UtcDateTime)));
        Assert.Equal("restrictions.not-in-force", o.Refused("b1-05", new UseRestriction("u", "r", "b1", "strike", "again")).Code);

        void Repeal(string id, string session, string words)
        {
            o.Happened("b2-07", new MotionFiled(id, id, session, ClassRule.Ordinary, "Trade again", "b2-07", null, Texts.SetItem("en", words), [], null, null, null, null, false, false));
            o.Happened("b2-07", new MotionAdopted(id, "v"));
        }
    }

    [Fact]
    public void Nothing_is_prolonged_before_its_effect_was_reviewed_and_the_figures_come_from_the_record()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter());
        o.Happened("b1-01", new MotionFiled("m9", "9", "s", ClassRule.RestrictRight, "Longer", "b1-01", null, Texts, [], null, null, null, new(2026, 4, 30), false, false));
        o.Happened("b1-01", new MotionAdopted("m9", "v"));
        var longer = Enter("r2") with { Motion = "m9", Renews = "r", Until = new(2026, 4, 30) };
        Assert.Equal("restrictions.review-first", o.Refused("b1-07", longer).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new ReviewRestriction("r", "Sales fell.")).Code);
        o.Do("b1-03", new ReviewRestriction("r", "Sales fell."));
        var review = Assert.Single(o.State.Restrictions.All["r"].Reviews);
        // Two motions were filed on its first day; what lies before the founding is not known.
        Assert.Equal(new EffectFigure("motions", null, 2), review.Figures[0]);
        o.Do("b1-07", longer);
    }

    [Fact]
    public void Unity_discipline_or_the_danger_of_a_split_is_no_ground_by_itself()
    {
        var o = WithAdopted();
        RestrictionGround[] alone = [RestrictionGround.Unity, RestrictionGround.Discipline, RestrictionGround.DangerOfSplit];
        Assert.Equal("restrictions.no-ground", o.Refused("b1-07", Enter() with { Grounds = default }).Code);
        foreach (var ground in alone) Assert.Equal("restrictions.no-ground", o.Refused("b1-07", Enter() with { Grounds = [ground] }).Code);
        Assert.Equal("restrictions.no-ground", o.Refused("b1-07", Enter() with { Grounds = [.. alone] }).Code);
        o.Do("b1-07", Enter() with { Grounds = [RestrictionGround.Unity, RestrictionGround.Safety] });
        Assert.All(Enum.GetValues<RestrictionGround>(), g => Assert.NotEqual(alone.Contains(g), RestrictionGrounds.Suffice([g])));
    }

    [Fact]
    public void A_use_against_one_is_put_to_all_that_are_alike_and_until_they_are_decided_on_it_is_used_against_nobody_else()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter() with { Targets = ["b1", "b2", "halls"] });
        o.Do("b1-05", new UseRestriction("u1", "r", "b1", "strike", "the fund is low"));
        Assert.Equal(["b2", "halls"], o.State.Restrictions.Uses["u1"].Undecided);
        Assert.Equal("restrictions.not-alike", o.Refused("b1-05", new TreatAlike("u1", ["b1"], true, "the same")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new TreatAlike("u1", ["b2"], true, "the same")).Code);
        // In the days to decide it goes on; after them it waits.
        o.Advance(EqualUse.Days);
        o.Do("b1-05", new UseRestriction("u2", "r", "halls", "strike", "a stall"));
        o.Advance(1);
        var refused = o.Refused("b1-05", new UseRestriction("u3", "r", "halls", "strike", "another stall"));
        Assert.Equal(("restrictions.alike-first", "b2, halls"), (refused.Code, refused.Needs));
        o.Do("b1-05", new TreatAlike("u1", ["b2"], true, "The fund of b2 is low too."));
        o.Do("b1-03", new TreatAlike("u1", ["halls"], false, "No goods are kept there."));
        Assert.Equal((true, false), (o.State.Restrictions.Uses["u1"].Decided["b2"].Applies, o.State.Restrictions.Uses["u1"].Decided["halls"].Applies));
        o.Do("b1-05", new UseRestriction("u3", "r", "halls", "strike", "another stall"));
    }

    [Fact]
    public void Alike_are_units_of_a_kind_bodies_of_a_kind_and_tendencies_that_stand()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter() with { Targets = [] });
        foreach (var (id, speaker, other) in new[] { ("t1", "b1-07", "b1-08"), ("t2", "b2-07", "b2-08"), ("t3", "b1-09", "") })
        {
            o.Do(speaker, new Mandate.Organisation.Tendencies.FormTendency(id, id, o.Blob("Platform of " + id), new(2026, 12, 31), Subject: "Rotation"));
            if (other.Length > 0) o.Do(other, new Mandate.Organisation.Tendencies.JoinTendency(id));
        }
        var r = o.State.Restrictions.All["r"];
        Assert.Equal(["b2"], EqualUse.To(o.State, r, "b1", o.Now));
        // The third has too few members to stand.
        Assert.Equal(["t2"], EqualUse.To(o.State, r, "t1", o.Now));
        Assert.Contains("control", EqualUse.To(o.State, r, "council", o.Now).Concat(EqualUse.To(o.State, r, "electoral", o.Now)));
        Assert.Empty(EqualUse.To(o.State, r, "the canteen", o.Now));
    }

    [Fact]
    public void Its_effect_is_reviewed_twelve_months_after_it_began_and_a_review_before_its_end_is_not_that_one()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter());
        Assert.Equal(new DateOnly(2027, 1, 1), o.State.Restrictions.All["r"].ReviewDue);
        o.Do("b1-03", new ReviewRestriction("r", "Too early to say."));
        Assert.True(o.State.Restrictions.All["r"].AwaitsReview);
        o.Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Contains(RestrictionsOffers.For(o.State, "b1-03", o.Now), x => x is { Act: "restrictions.review", WhyNot: null });
        o.Do("b1-03", new ReviewRestriction("r", "Sales fell."));
        Assert.False(o.State.Restrictions.All["r"].AwaitsReview);
    }

    [Fact]
    public void A_text_names_a_restriction_by_its_whole_id()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter());
        Assert.Equal(["r"], RestrictionEffects.NamedIn(o.State, "We repeal restriction:r, and restriction:r again.").Select(x => x.Id));
        Assert.Empty(RestrictionEffects.NamedIn(o.State, "We repeal restriction:r2 and the restriction r."));
    }

    [Fact]
    public void A_vote_is_told_with_the_restrictions_of_its_days()
    {
        var o = WithAdopted();
        o.Do("b1-07", Enter());
        Assert.Equal(["r"], RestrictionEffects.Meanwhile(o.State, new(2026, 3, 31), new(2026, 4, 2)).Select(r => r.Id));
        Assert.Empty(RestrictionEffects.Meanwhile(o.State, new(2026, 4, 1), new(2026, 4, 2)));
    }

    [Fact]
    public void An_emergency_keeps_to_its_grounds_powers_and_days_and_lapses_unconfirmed()
    {
        var o = Founded.Small(File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml")) + Emergencies);
        var declare = new DeclareEmergency("e", "disaster", ["shorten_notice"], "flood", new(2026, 1, 20));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", declare).Code);
        Assert.Equal("guards.no-sunset", o.Refused("b1-01", declare with { Until = null }, "council").Code);
        Assert.Equal("restrictions.too-long", o.Refused("b1-01", declare with { Until = new(2026, 2, 2) }, "council").Code);
        Assert.Equal("restrictions.no-such-ground", o.Refused("b1-01", declare with { Ground = "unrest" }, "council").Code);
        Assert.Equal("restrictions.never-permitted", o.Refused("b1-01", declare with { Powers = ["amend"] }, "council").Code);
        o.Do("b1-01", declare, "council");
        Assert.True(o.State.Restrictions.Emergencies["e"].InForceOn(new(2026, 1, 8)));
        Assert.False(o.State.Restrictions.Emergencies["e"].InForceOn(new(2026, 1, 9)));
        o.Advance(8);
        Assert.Equal("restrictions.confirmed-too-late", o.Refused("b1-03", new ConfirmEmergency("e"), "control").Code);
    }

    private static IEnumerable<Finding> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime));

    [Fact]
    public void What_members_read_is_narrowed_only_in_an_emergency_and_never_for_an_opinion()
    {
        var o = Founded.Small(Founded.Yaml() + Emergencies);
        o.Happened("b1-01", new MotionFiled("m", "1", "s", ClassRule.RestrictRight, "Papers", "b1-01", null, Texts, [], null, null, null, new(2026, 4, 30), false, false));
        o.Happened("b1-01", new MotionAdopted("m", "v"));
        var enter = Enter() with { Right = Liberty.Read, Until = new(2026, 1, 20), Review = "control" };
        foreach (var aim in new[] { RestrictionAim.Style, RestrictionAim.School, RestrictionAim.Opinion })
            Assert.Equal(("restrictions.aimed-at-opinion", "name-conduct"), (o.Refused("b1-01", Enter() with { Aim = aim }).Code, o.Refused("b1-01", Enter() with { Aim = aim }).Way));
        Assert.Equal("restrictions.only-in-emergency", o.Refused("b1-01", enter).Code);
        o.Do("b1-01", new DeclareEmergency("e", "disaster", ["shorten_notice"], "flood", new(2026, 1, 20)), "council");
        Assert.Equal("restrictions.only-in-emergency", o.Refused("b1-01", enter).Code);
        o.EarlierMotion("m", o.Now.AddDays(-30));
        Assert.Equal("restrictions.only-in-emergency", o.Refused("b1-01", enter with { Until = new(2026, 1, 21) }).Code);
        Assert.Equal("restrictions.only-in-emergency", o.Refused("b1-01", enter with { Review = null }).Code);
        o.Do("b1-01", enter);
        // Another right needs no emergency.
        Founded other = WithAdopted();
        other.Do("b1-01", Enter());
    }
}
