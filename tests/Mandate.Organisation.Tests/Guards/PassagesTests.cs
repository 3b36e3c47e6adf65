using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Guards;

public sealed class PassagesTests
{
    [Fact]
    public void Each_passage_to_which_a_text_refers_is_told_with_its_effect_and_confirmed_by_itself()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", x.Motion("m0"));
            x.Do("b1-07", x.Motion("m1") with { Texts = x.Text($"We confirm motion:m0, restriction:r, restriction:old and article 7 of {x.State.Statutes.Versions[0].Yaml}.") });
        });
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m0").Id));
        o.Decide("v0", "m0", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        var today = DateOnly.FromDateTime(o.Now.UtcDateTime);
        o.Set(o.State with
        {
            Restrictions = o.State.Restrictions with
            {
                All = o.State.Restrictions.All.SetItem("r", new("r", "x", Liberty.Trade, [], "Order", "Noise", today.AddDays(-5), today.AddDays(5), null)).SetItem("old", new("old", "y", Liberty.Trade, [], "Order", "Noise", today.AddDays(-50), today.AddDays(-20), null)),
            },
        });
        var yaml = o.State.Statutes.Versions[0].Yaml;
        Assert.Equal(
            [(yaml, ReferenceEffect.Constitution), ("motion:m0", ReferenceEffect.ConfirmsDecision), ("restriction:r", ReferenceEffect.Restriction), ("restriction:old", ReferenceEffect.EndedRestriction)],
            References.Of(o.State, o.Reader, "m1", 1).Select(r => (r.Name, r.Effect)));
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m1").Id));
        o.Do("b1-07", new RelateMotion("m1", DecisionRelation.LeavesInForce, "m0"));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?"));
        o.Do("b1-07", new OpenVote("v1"));
        // To have read "all of it" confirms none by itself.
        Assert.Equal(("guards.incorporation-by-reference", yaml), Told(o.Refused(Congresses.Delegates[0], new CastVote("v1", Choice.Yes, Read: true))));
        Assert.Equal(("guards.incorporation-by-reference", "restriction:old"), Told(o.Refused(Congresses.Delegates[0], new CastVote("v1", Choice.Yes, Passages: [yaml, "motion:m0", "restriction:r"]))));
        o.Do(Congresses.Delegates[0], new CastVote("v1", Choice.Yes, Passages: [yaml, "motion:m0", "restriction:r", "restriction:old"]));
    }

    private static (string, string) Told(Refusal refusal) => (refusal.Code, (string)refusal.Needs!);
}
