using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Restrictions;

public sealed class WiderPurposeTests
{
    private static void Adopt(Founded o, string id, string session, string words, string @class = ClassRule.RestrictRight)
    {
        o.Happened("b1-01", new MotionFiled(id, id, session, @class, "Trade", "b1-01", null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", o.Blob(words)), [], null, null, null, new(2026, 4, 30), false, false));
        o.Happened("b1-01", new MotionAdopted(id, "v"));
    }

    private static Founded InForce()
    {
        var o = Founded.Small();
        Adopt(o, "m", "s", "Trade is narrowed.");
        o.Do("b1-07", new EnterRestriction("r", "m", Liberty.Trade, ["b1"], "protect the strike fund", "strike", new(2026, 3, 31), Grounds: [RestrictionGround.Property]));
        return o;
    }

    private static UseRestriction Use(string id, string against = "b1", string occasion = "strike") => new(id, "r", against, occasion, "the fund is low");

    [Fact]
    public void After_a_use_beyond_its_purpose_it_is_used_no_further_until_the_body_that_adopted_it_has_decided()
    {
        var o = InForce();
        o.Do("b1-05", Use("u1"));
        o.Do("b1-05", Use("u2", "b2", "complaints"));
        // Not even for what was decided: it is for the body to say what it meant.
        var refused = o.Refused("b1-05", Use("u3"));
        Assert.Equal(("restrictions.decide-first", "strike", "complaints"), (refused.Code, refused.Needs, refused.Given));
        Assert.Equal(new DateOnly(2026, 4, 1), DateOnly.FromDateTime(refused.Earliest!.Value.UtcDateTime));
        o.Advance(1);
        const string Words = "The congress confirms restriction:r for complaints against the second branch.";
        Adopt(o, "other", "another-session", Words);
        Adopt(o, "mild", "s", Words, ClassRule.Ordinary);
        Adopt(o, "fresh", "s", Words);
        Adopt(o, "vague", "s", "Trade is narrowed further.");
        ConfirmWider Confirm(string motion, string words = Words) => new("r", motion, o.Blob(words));
        foreach (var wrong in new[] { "m", "other", "mild" }) Assert.Equal("restrictions.not-confirmed", o.Refused("b1-07", Confirm(wrong)).Code);
        Assert.Equal("restrictions.not-named", o.Refused("b1-07", Confirm("vague", "Trade is narrowed further.")).Code);
        o.Do("b1-07", Confirm("fresh"));
        o.Do("b1-05", Use("u3"));
        o.Do("b1-05", Use("u4", "b2", "complaints"));
        Assert.Equal([true, false, true, true], new[] { "u1", "u2", "u3", "u4" }.Select(u => o.State.Restrictions.All["r"].Covers(o.State.Restrictions.Uses[u])));
        Assert.Equal("restrictions.nothing-beyond", o.Refused("b1-07", Confirm("fresh")).Code);
        // A further purpose is beyond it again.
        o.Advance(1);
        o.Do("b1-05", Use("u5", "b2", "a festival"));
        Assert.Equal("restrictions.decide-first", o.Refused("b1-05", Use("u6")).Code);
        Assert.Equal("restrictions.not-confirmed", o.Refused("b1-07", Confirm("fresh")).Code);
    }

    [Fact]
    public void A_restriction_whose_own_decision_was_set_aside_is_ended()
    {
        var o = InForce();
        o.Happened("b1-01", new AdoptionSetAside("m", "v2"));
        o.Do("b1-07", new LiftRestriction("r", "m", o.Blob("Trade is narrowed.")));
        Assert.Empty(o.State.Restrictions.InForceOn(new(2026, 1, 2)));
    }
}
