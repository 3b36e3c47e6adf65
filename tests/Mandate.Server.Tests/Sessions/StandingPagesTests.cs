using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Tests.Sessions;

/// <summary>What pages of votes and motions tell beside the text: the effect of a restriction and no mover, a minority without a seat, passages one by one.</summary>
public sealed class StandingPagesTests
{
    private static ImmutableSortedDictionary<string, string> Texts(Dockside d, string text) => ImmutableSortedDictionary<string, string>.Empty.Add("en", d.Kept.Put(text)).Add("nl", d.Kept.Put(text));

    private static void ByBody(Dockside d, string id, string body, string[] members, Organisation.Acts.Command act)
    {
        d.Kept.Do(members[0], new ProposeAct(id, body, null, act));
        foreach (var other in members[1..]) d.Kept.Do(other, new SignAct(id, []));
    }

    private static void Adopted(Dockside d, string vote, string motion)
    {
        d.Kept.Do("b1-07", new TakeUp("c1", d.Kept.State.Sessions.Find("c1")!.Agenda.Single(i => i.Reference == motion).Id));
        d.Kept.Do("b1-07", new PutQuestion(vote, VoteKind.RollCall, "c1", null, motion, 1, "Shall it be adopted?"));
        d.Kept.Do("b1-07", new OpenVote(vote));
        foreach (var person in new[] { "b1-07", "b1-08", "b2-05" }) d.Kept.Do(person, new CastVote(vote, Choice.Yes));
        d.Kept.Do("b1-07", new CloseVote(vote));
        d.Kept.Do("b1-07", new DeclareResult(vote));
    }

    [Fact]
    public async Task A_vote_on_a_repeal_shows_what_the_restriction_has_changed_and_names_no_mover_and_each_passage_is_confirmed()
    {
        await using var dockside = await Dockside.OpenAsync();
        var session = dockside.Convene();
        var ends = session.LastDay.AddDays(200);
        ByBody(dockside, "w2", "council", ["b1-01", "b1-02"], new FileMotion("m1", "c1", "restrict_right", "Stalls", Texts(dockside, "No stalls at the gates."), [], null, null, ends, false));
        dockside.Kept.Do("b1-08", new FileMotion("m2", "c1", "ordinary", "Stalls again", Texts(dockside, "The congress repeals restriction:r and motion:m1."), [], null, null, null, false));
        dockside.Meet(session);
        Adopted(dockside, "v1", "m1");
        ByBody(dockside, "w3", "control", ["b1-03", "b2-02"], new ConsentToMotion("m1", MotionRule.Parts(dockside.Kept.State, dockside.Kept.State.Motions.All["m1"]).Single(p => p.Consent).Clause));
        dockside.Kept.Do("b1-07", new EnterRestriction("r", "m1", Liberty.Trade, ["b1"], "Keep the gates free", "A queue", ends, Grounds: [RestrictionGround.Property]));
        dockside.Kept.Do("b1-07", new TakeUp("c1", dockside.Kept.State.Sessions.Find("c1")!.Agenda.Single(i => i.Reference == "m2").Id));
        dockside.Kept.Do("b1-07", new RelateMotion("m2", DecisionRelation.LeavesInForce, "m1"));
        dockside.Kept.Do("b1-07", new PutQuestion("v2", VoteKind.RollCall, "c1", null, "m2", 1, "Shall it be repealed?"));
        dockside.Kept.Do("b1-07", new OpenVote("v2"));

        using var reader = await dockside.AsAsync("b2-06");
        await reader.GoAsync("/o/dockside/votes/v2");
        var effects = Assert.Single(reader.Page.QuerySelectorAll(".effects-before"));
        Assert.Contains("Keep the gates free", effects.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(effects.QuerySelectorAll("table tbody tr"));
        Assert.DoesNotContain("Name b1-01", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Name b1-08", reader.Text, StringComparison.Ordinal);

        using var voter = await dockside.AsAsync("b2-05");
        await voter.GoAsync("/o/dockside/votes/v2");
        Assert.Equal(2, voter.Page.QuerySelectorAll("input[name^=passage-]").Length);
        Assert.Contains("this is about a restriction in force", voter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_body_prepared_carries_the_mark_that_a_minority_is_not_seated_there_while_it_is_undecided()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Convene();
        ByBody(dockside, "w2", "council", ["b1-01", "b1-02"], new FileMotion("m1", "c1", "ordinary", "Rosters", Texts(dockside, "Four weeks ahead."), [], null, null, null, false));
        using var reader = await dockside.AsAsync("b2-06");
        await reader.GoAsync("/o/dockside/motions/m1");
        Assert.DoesNotContain("Minority not seated", reader.Text, StringComparison.Ordinal);
        dockside.Kept.Do("b1-10", new FormTendency("t", "Members first", dockside.Kept.Put("Rotate."), new(2027, 12, 31), Subject: "How offices are filled"));
        foreach (var person in new[] { "b1-11", "b1-12" }) dockside.Kept.Do(person, new JoinTendency("t"));
        await reader.GoAsync("/o/dockside/motions/m1");
        Assert.Contains("Minority not seated where this was prepared: Members first", reader.Text, StringComparison.Ordinal);
    }
}
