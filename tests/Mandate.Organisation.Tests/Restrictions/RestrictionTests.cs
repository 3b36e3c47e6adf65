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

    private static EnterRestriction Enter(string id = "r") => new(id, "m", Liberty.Trade, ["b1"], "protect the strike fund", "strike", new(2026, 3, 31));

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
}
