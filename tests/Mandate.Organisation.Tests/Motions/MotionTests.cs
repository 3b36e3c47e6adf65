using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

public sealed class MotionTests
{
    [Fact]
    public void Notice_is_counted_per_class_and_a_refusal_names_the_earliest_lawful_session()
    {
        var o = Elected();
        o.Now = o.Session().Opens.AddDays(-13);
        var refusal = o.Refused("b1-07", o.Motion("m1"));
        Assert.Equal(("motions.notice-too-short", "procedure.default.notice", "urgent"), (refusal.Code, refusal.Clause, refusal.Way));
        Assert.Equal(("14 days", 13), (refusal.Needs, refusal.Given));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), refusal.Earliest);
        o.Now = o.Session().Opens.AddDays(-14);
        o.Do("b1-07", o.Motion("m1"));
        Assert.Contains(o.Session().Agenda, i => i is { Kind: ItemKind.Motion, Reference: "m1" });
    }

    [Fact]
    public void A_delegate_files_directly_a_member_with_signatures_and_a_stranger_not_at_all()
    {
        var o = Elected(Yaml().Replace("must_include: [{petition: 1 members}", "must_include: [{petition: 3 members}", StringComparison.Ordinal));
        o.Do("b1-07", o.Motion("m1"));
        o.Do("b1-12", o.Motion("m2"));
        Assert.Equal(MotionStage.Gathering, o.State.Motions.Find("m2")!.Stage);
        Assert.Equal("motions.not-yours-to-file", o.Refused("stranger", o.Motion("m3")).Code);
        o.Do("b1-11", new SupportMotion("m2"));
        o.Advance(3);
        o.Do("b2-08", new SupportMotion("m2"));
        Assert.Equal(MotionStage.Filed, o.State.Motions.Find("m2")!.Stage);
        Assert.Equal(Founded.Day(2026, 1, 4), o.State.Motions.Find("m2")!.NoticedOn);
        Assert.Contains(o.Session().Agenda, i => i.Reference == "m2");
    }

    [Fact]
    public void A_revised_text_needs_its_notice_anew_and_a_withdrawn_motion_can_be_taken_over_with_its_own()
    {
        var o = Elected();
        o.Do("b1-07", o.Motion("m1"));
        o.Advance(5);
        o.Do("b1-07", new ReviseMotion("m1", o.Text("Better."), [], null));
        Assert.Equal(2, o.State.Motions.Find("m1")!.Current.Number);
        Assert.Equal("motions.not-your-motion", o.Refused("b1-08", new ReviseMotion("m1", o.Text("Mine."), [], null)).Code);
        o.Now = o.Session().Opens.AddDays(-10);
        Assert.Equal("amend-instead", o.Refused("b1-07", new ReviseMotion("m1", o.Text("Late."), [], null)).Way);
        o.Do("b1-07", new WithdrawMotion("m1"));
        o.Do("b1-08", new TakeOverMotion("m1"));
        Assert.Equal(("b1-08", MotionStage.Filed), (o.State.Motions.Find("m1")!.Mover, o.State.Motions.Find("m1")!.Stage));
        Assert.Equal(Founded.Day(2026, 1, 6), o.State.Motions.Find("m1")!.NoticedOn);
    }

    [Fact]
    public void A_carried_motion_is_in_force_from_that_day_with_its_end_date_and_a_lost_one_is_not()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", x.Motion("m1") with { Expires = Founded.Day(2026, 12, 31) });
            x.Do("b1-08", x.Motion("m2"));
        });
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Decide("v2", "m2", 1, [Choice.Yes, Choice.No, Choice.No]);
        var text = Assert.Single(o.State.Motions.InForceOn(Founded.Day(2026, 3, 2)));
        Assert.Equal(("m1", "v1"), (text.Motion, text.Vote));
        Assert.Empty(o.State.Motions.InForceOn(Founded.Day(2026, 3, 1)));
        Assert.Empty(o.State.Motions.InForceOn(Founded.Day(2027, 1, 1)));
        Assert.Equal(MotionStage.Rejected, o.State.Motions.Find("m2")!.Stage);
        Assert.Contains(Minutes.Of(o.State, o.Session()), s => s is { Code: "motion-adopted", About: "motion", Id: "m1" });
    }

    [Fact]
    public void Amendments_are_decided_first_and_a_carried_one_is_the_text()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
        var other = o.Text("Another text.");
        o.Do("b2-05", new AmendMotion("a1", "m1", other));
        Assert.Equal("motions.amendments-first", o.Refused("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?")).Code);
        o.Decide("v0", "a1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Decide("v1", "m1", 2, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(other["en"], Assert.Single(o.State.Motions.Texts).Texts["en"]);
    }

    [Fact]
    public void A_removal_is_heard_first_voted_secretly_and_ends_the_mandate()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Class = "remove_officer", Target = "t-council-1" }));
        var put = new PutQuestion("v1", VoteKind.Paper, "c1", null, "m1", 1, "Shall b1-02 be removed?");
        var hearing = o.Refused("b1-07", put);
        Assert.Equal(("motions.hearing-first", "procedure.by_object.remove_officer.hearing"), (hearing.Code, hearing.Clause));
        Assert.Equal("motions.not-your-hearing", o.Refused("b1-08", new RecordHearing("m1", HearingOutcome.Heard)).Code);
        o.Do("b1-02", new RecordHearing("m1", HearingOutcome.Waived));
        o.Do("b1-07", put);
        o.Do("b1-07", new NameTellers("v1", ["b1-11", "b1-12"]));
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b1-11", new IssuePapers("v1", [.. Congresses.Delegates]));
        o.Do("b1-07", new CloseVote("v1"));
        foreach (var teller in new[] { "b1-11", "b1-12" }) o.Do(teller, new EnterFigures("v1", new Figures(2, 1, 0), new Reconciliation(3, 3, 0, 0, 0)));
        o.Do("b1-07", new DeclareResult("v1"));
        Assert.Equal("removed", o.State.Offices.Tenures["t-council-1"].EndReason);
    }

    [Fact]
    public void A_restriction_needs_an_end_date_and_somebodys_consent()
    {
        var o = Congresses.Opened(x =>
        {
            var restriction = x.Motion("m1") with { Class = "restrict_right" };
            Assert.Equal("motions.end-date-missing", x.Refused("b1-07", restriction).Code);
            x.Do("b1-07", restriction with { Expires = Founded.Day(2026, 6, 30) });
        });
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        Assert.Empty(o.State.Motions.Texts);
        var consent = Assert.Single(MotionRule.Parts(o.State, o.State.Motions.Find("m1")!), p => p.Consent);
        Assert.Equal("decide-in-writing", o.Refused("b1-03", new ConsentToMotion("m1", consent.Clause)).Way);
        o.Do("b1-03", new ConsentToMotion("m1", consent.Clause), "control");
        Assert.Equal(Founded.Day(2026, 6, 30), Assert.Single(o.State.Motions.Texts).Until);
    }

    [Fact]
    public void What_has_a_procedure_of_its_own_is_never_decided_without_a_count_nor_on_the_last_day()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", x.Motion("m1") with { Class = "restrict_right", Expires = Founded.Day(2026, 6, 30) });
            x.Do("b1-07", x.Motion("m2"));
        });
        var (restriction, ordinary) = (o.State.Motions.Find("m1")!, o.State.Motions.Find("m2")!);
        Assert.Equal("motions.always-counted", Uncontested.WhyNot(o.State, restriction, o.Session(), o.Now)!.Code);
        Assert.Null(Uncontested.WhyNot(o.State, ordinary, o.Session(), o.Now));
        o.Do("b2-05", new Mandate.Organisation.Motions.DemandCount("m2", "c1"));
        Assert.Equal("motions.count-demanded", Uncontested.WhyNot(o.State, o.State.Motions.Find("m2")!, o.Session(), o.Now)!.Code);
        o.Now = o.Now.AddDays(2);
        var late = o.Refused("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?"));
        Assert.Equal("procedure.by_object.restrict_right.not_on", late.Clause);
    }

    [Fact]
    public void An_urgent_motion_is_let_in_by_the_session_and_never_on_what_the_clause_excludes()
    {
        var o = Congresses.Opened();
        Assert.Equal("motions.cannot-be-urgent", o.Refused("b1-07", o.Motion("m0") with { Class = "remove_officer", Target = "t-council-1", Urgent = true }).Code);
        o.Do("b1-07", o.Motion("m1") with { Urgent = true });
        Assert.Equal("motions.urgency-first", o.Refused("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?")).Code);
        o.Decide("v0", "urgency/m1", null, [Choice.Yes, Choice.Yes, Choice.Yes]);
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(MotionStage.Adopted, o.State.Motions.Find("m1")!.Stage);
    }

    [Fact]
    public void A_challenged_vote_put_again_that_goes_the_other_way_ends_what_the_first_one_did()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Single(o.State.Motions.InForceOn(Founded.Day(2026, 3, 2)));
        o.Do("b2-05", new ChallengeResult("v1", "I pressed the wrong button."));
        o.Decide("v2", "m1", 1, [Choice.Yes, Choice.No, Choice.No], "v1");
        Assert.Empty(o.State.Motions.InForceOn(Founded.Day(2026, 3, 2)));
        Assert.Equal((MotionStage.Rejected, "v2"), (o.State.Motions.Find("m1")!.Stage, o.State.Motions.Find("m1")!.Vote));
    }

    [Fact]
    public void Motions_that_did_not_come_up_end_with_the_session()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
        o.Do("b1-07", new CloseSession("c1"));
        Assert.Equal(MotionStage.NotTaken, o.State.Motions.Find("m1")!.Stage);
    }

    [Fact]
    public void Offers_are_the_answers_of_the_rules_themselves()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
        foreach (var person in Congresses.Everybody)
            foreach (var offer in MotionsOffers.For(o.State, person, o.Now))
                Assert.Equal(offer.WhyNot?.Code ?? "", o.Try(person, offer.Prototype) is Decision.Refused { Refusal: var r } && r.Code != "protocol.blob-missing" ? r.Code : "");
        Assert.Contains(MotionsOffers.For(o.State, "b1-07", o.Now), x => x is { Act: "motions.withdraw", WhyNot: null });
    }

    private static string Yaml() => File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"));

    private static Founded Elected(string? yaml = null)
    {
        var o = Congresses.Convened(60, yaml);
        o.Elect();
        return o;
    }
}

internal static class Texts
{
    public static ImmutableSortedDictionary<string, string> Text(this Founded o, string text) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", o.Blob(text));

    public static FileMotion Motion(this Founded o, string id) => new(id, "c1", "ordinary", "On cranes", o.Text("The cranes are checked yearly."), [], null, null, null, false);
}
