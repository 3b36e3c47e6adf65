using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Guards;

/// <summary>For each guard that refuses: the act inside the rules that it refuses, and its lawful neighbour, which it lets through.</summary>
public sealed class LawfulTests
{
    private static ImmutableSortedDictionary<string, string> Text(Founded o, string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", o.Blob(text));

    private static void Refused(Refusal refusal, string guard, string clause)
    {
        Assert.Equal(($"guards.{guard}", clause), (refusal.Code, refusal.Clause));
        Assert.NotNull(refusal.Way);
    }

    [Fact]
    public void A_text_that_refers_to_a_closed_document_is_not_filed_and_one_to_an_open_document_is()
    {
        var o = Congresses.Convened();
        var letter = o.Blob("The letter.");
        o.Do("b1-07", new DepositDocument("letter", "Letter", letter, ["congress"], Founded.Day(2026, 1, 5)));
        Refused(o.Refused("b1-07", o.Motion("m1") with { Texts = Text(o, "As document:letter says.") }), "secret-clause", "publication.default");
        Refused(o.Refused("b1-07", o.Motion("m1") with { Texts = Text(o, $"As {letter} says.") }), "secret-clause", "publication.default");
        o.Advance(4);
        o.Do("b1-07", new ReleaseDocument("letter", letter));
        o.Do("b1-07", o.Motion("m1") with { Texts = Text(o, $"As document:letter ({letter}) says.") });
    }

    [Fact]
    public void A_text_that_binds_by_words_the_record_does_not_show_is_not_filed()
    {
        var o = Congresses.Convened();
        Refused(o.Refused("b1-07", o.Motion("m1") with { Texts = Text(o, $"Article 7 of {new string('a', 64)} holds.") }), "incorporation-by-reference", "procedure.by_object.amendment.text_in");
        o.Do("b1-07", o.Motion("m1") with { Texts = Text(o, $"Article 7 of {o.State.Statutes.Versions[0].Yaml} holds.") });
    }

    [Fact]
    public void Who_votes_on_a_text_that_refers_to_other_words_says_that_they_have_read_them()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", x.Motion("m1") with { Texts = Text(x, $"Article 7 of {x.State.Statutes.Versions[0].Yaml} holds.") });
            x.Do("b1-07", x.Motion("m2") with { Texts = Text(x, "Article 7 holds.") });
        });
        PutQuestion Put(string vote, string motion, VoteKind kind) => new(vote, kind, "c1", null, motion, 1, "Adopt?");
        // Hands and papers are not tied to anybody: whoever presides has the words read out.
        Refused(o.Refused("b1-07", Put("v1", "m1", VoteKind.Paper)), "incorporation-by-reference", "procedure.by_object.amendment.text_in");
        Assert.IsType<Decision.Accepted>(o.Try("b1-07", Put("v1", "m1", VoteKind.Paper) with { ReadOut = true }));
        Assert.IsType<Decision.Accepted>(o.Try("b1-07", Put("v1", "m2", VoteKind.Paper)));
        o.Do("b1-07", Put("v1", "m1", VoteKind.RollCall));
        o.Do("b1-07", new OpenVote("v1"));
        var cast = new CastVote("v1", Choice.No);
        Refused(o.Refused(Congresses.Delegates[0], cast), "incorporation-by-reference", "procedure.by_object.amendment.text_in");
        o.Do(Congresses.Delegates[0], cast with { Read = true });
        Assert.Equal([o.State.Statutes.Versions[0].Yaml], References.Of(o.State, o.Act("b1-07", cast).Blobs, "m1", 1).Select(r => r.Text));
        Assert.Empty(References.Of(o.State, o.Act("b1-07", cast).Blobs, "m2", 1));
    }

    [Fact]
    public void A_motion_without_its_notice_is_refused_by_the_rules_which_name_the_guard_that_holds_too()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
        o.EarlierMotion("m1", o.Now.AddDays(-3));
        var refusal = o.Refused("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?"));
        Assert.Equal("motions.notice-too-short", refusal.Code);
        Assert.Equal("surprise-motion", refusal.Args["guard"]);
        o.EarlierMotion("m1", o.Now.AddDays(-30));
        Assert.NotEqual("motions.notice-too-short", (o.Try("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?")) as Decision.Refused)?.Refusal.Code);
    }

    [Fact]
    public void Whoever_presides_does_not_put_their_own_removal_and_nobody_is_removed_unheard()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Class = "remove_officer", Target = "t-council-1" }));
        var put = new PutQuestion("v1", VoteKind.Paper, "c1", null, "m1", 1, "Shall the holder be removed?");
        var unheard = o.Refused("b1-07", put);
        Assert.Equal("sanction-without-hearing", unheard.Args["guard"]);
        o.Do("b1-02", new RecordHearing("m1", HearingOutcome.Heard));
        o.Do("b1-07", put);
    }

    [Fact]
    public void The_chair_of_a_removal_is_not_the_one_it_is_about()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Class = "remove_officer", Target = "t-council-1" }));
        o.Do("b1-02", new RecordHearing("m1", HearingOutcome.Heard));
        o.Happened("b1-01", new TenureBegan("t-2", "b1-02", new Seat("congress", "delegates", "b1"), o.Now, null, new Basis(BasisKind.Election, "e1"), "c1"), new Accredited("c1", "b1-02", "t-2", "b1", null, null), new Arrived("c1", "b1-02"));
        o.Set(o.State with { Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem("c1", o.Session() with { ChairPerson = "b1-02" }) } });
        Refused(o.Refused("b1-02", new PutQuestion("v1", VoteKind.Paper, "c1", null, "m1", 1, "Shall the holder be removed?")), "conflict-of-interest", "powers[1]");
    }

    [Fact]
    public void An_item_is_not_done_with_only_because_its_mover_is_away()
    {
        var o = Congresses.Opened(x => x.Do("b1-08", x.Motion("m1")));
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        o.Do("b1-08", new Depart("c1", "b1-08"));
        Refused(o.Refused("b1-07", new FinishItem("c1", "motion:m1")), "lost-mover", "powers[2]");
        o.Do("b1-08", new Arrive("c1", "b1-08"));
        o.Do("b1-07", new FinishItem("c1", "motion:m1"));
    }

    [Fact]
    public void A_delegate_whom_no_ballot_stands_behind_is_not_accredited()
    {
        var o = Congresses.AtTheDoor();
        o.Happened("b1-01", new TenureEnded("t-b1-07", "resigned"), new TenureBegan("t-x", "b1-11", new Seat("congress", "delegates", "b1"), o.Now, null, new Basis(BasisKind.Appointment, "a", "council"), "c1"));
        Refused(o.Refused("b1-04", new Accredit("c1", "b1-11", "t-x", null)), "delegate-distortion", "bodies.congress.seats");
        o.Do("b1-04", new Accredit("c1", "b1-08", "t-b1-08", null));
    }

    [Fact]
    public void Nobody_at_the_desk_shuts_out_somebody_against_whom_they_stand()
    {
        var o = Congresses.AtTheDoor();
        var reject = new RejectCredential("c1", "b1-07", "t-b1-07", "Not on the list.");
        var vote = new Vote("e", VoteKind.Paper, "c1", null, new("Council", null, null, "", ""), new Seat("council"), 3, "scottish-stv", 3, o.Now, null, null, VoteStage.Nominations,
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new[] { "b1-04", "b1-07" }.Select(p => KeyValuePair.Create(p, new Candidacy(p, p, o.Now, true)))),
            [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null);
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem("e", vote)) });
        Refused(o.Refused("b1-04", reject), "monopoly-of-list", "rights.platform.may_not_require");
        o.Do("b2-03", reject);
    }

    private static readonly (string, string)[] Appointing =
    [
        ("offices:\n", "offices:\n  archivist: {by: {appoint: {by: council}}, term: {length: 1 year, consecutive: 2}, remove: [{by: congress, rule: majority of votes cast}]}\n  returning.officer: {by: {appoint: {by: council}}, term: {length: 1 year, consecutive: 2}, remove: [{by: congress, rule: majority of votes cast}]}\n"),
        ("powers:\n", "powers:\n  - {id: hire_staff, verb: appoint, object: staff, holder: council}\n  - {id: audit, verb: inspect, object: [council, archivist], holder: returning.officer}\n"),
        ("  - [inspector, executive]\n", ""),
    ];

    [Fact]
    public void Whom_the_constitution_lets_appoint_their_checkers_does_and_it_stays_a_finding()
    {
        var o = Founded.Small(Founded.Yaml(Appointing));
        o.Do("b1-01", new ProposeAppointment("p", "b1-09", new Seat("returning.officer")), "council");
        o.Happened("b1-01", new TenureBegan("t-r", "b1-09", new Seat("returning.officer"), o.Now, null, new Basis(BasisKind.Appointment, "p", "council")));
        var findings = Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime));
        // Whoever inspects the council was appointed by it.
        Assert.Equal([("circular-flow-of-power", "offices.returning.officer.by"), ("captured-inspection", "powers[1]")], findings.Select(f => (f.Guard.Name, f.Clause)));
    }

    [Fact]
    public void Nobody_counts_an_election_of_those_who_choose_or_check_the_organ_to_which_they_owe_their_post()
    {
        var o = Congresses.Convened(yaml: Founded.Yaml(Appointing));
        o.Happened("b1-01", new PostBegan("job", "b1-11", "paid", "organiser", DateOnly.FromDateTime(o.Now.UtcDateTime), "council"));
        o.Do("b1-06", new OpenNominations("e", null, new Seat("congress", "delegates", "b1"), "c1"));
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem("e", o.State.Votes.All["e"] with { Stage = VoteStage.Standing })) });
        Refused(o.Refused("b1-06", new NameTellers("e", ["b1-11", "b1-10"])), "circular-flow-of-power", "bodies.congress.seats");
        o.Do("b1-06", new NameTellers("e", ["b1-12", "b1-10"]));
    }

    [Fact]
    public void Nobody_holds_two_places_of_which_one_checks_the_other_and_no_inspector_is_taken_in()
    {
        var o = Founded.Small(Founded.Yaml(Appointing));
        o.Happened("b1-01", new TenureBegan("t-r", "b1-09", new Seat("returning.officer"), o.Now, null, new Basis(BasisKind.Election, "e")));
        Refused(o.Refused("b1-01", new ProposeAppointment("p", "b1-09", new Seat("archivist")), "council"), "concentrated-offices", "incompatible");
        Refused(o.Refused("b1-01", new ProposeAppointment("p", "b1-03", new Seat("archivist")), "council"), "fused-defence", "incompatible");
        o.Do("b1-01", new ProposeAppointment("p", "b1-10", new Seat("archivist")), "council");
    }

    /// <summary>S162.</summary>
    [Fact]
    public void How_many_places_one_may_hold_is_what_the_constitution_says_and_nothing_where_it_says_nothing()
    {
        const string place = "{by: {appoint: {by: council}}, term: {length: 1 year, consecutive: 2}, remove: [{by: congress, rule: majority of votes cast}]}";
        var yaml = Founded.Yaml(("offices:\n", $"offices:\n  archivist: {place}\n  librarian: {place}\n"));
        foreach (var (limit, refused) in new[] { ("", false), ("\nguards: {offices: 2}\n", false), ("\nguards: {offices: 1}\n", true) })
        {
            var o = Founded.Small(yaml + limit);
            o.Happened("b1-01", new TenureBegan("t-a", "b1-09", new Seat("archivist"), o.Now, null, new Basis(BasisKind.Appointment, "p", "council")));
            var propose = new ProposeAppointment("p", "b1-09", new Seat("librarian"));
            if (refused) Assert.Equal("guards.concentrated-offices", o.Refused("b1-01", propose, "council").Code);
            else o.Do("b1-01", propose, "council");
        }
    }

    /// <summary>S339: what the registers show is counted together, without a fact that anybody records.</summary>
    [Fact]
    public void Those_removed_from_one_body_in_a_short_time_are_many_and_one_is_not()
    {
        var o = Founded.Small();
        IEnumerable<Finding> Fired() => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Where(f => f.Guard.Name == "mass-removal");
        var seats = o.State.Offices.Holders("council", o.Now).Select(t => t.Id).Order(StringComparer.Ordinal).ToList();
        o.Happened("b1-01", new TenureEnded(seats[0], "removed"));
        Assert.Empty(Fired());
        o.Happened("b1-01", new TenureEnded(seats[1], "resigned"));
        Assert.Empty(Fired());
        o.Happened("b1-01", new TenureEnded(seats[2], "removed"));
        Assert.Equal(2, Assert.Single(Fired()).Facts.Length);
    }

    [Fact]
    public void An_inspector_is_not_hired_by_the_inspected_and_others_are()
    {
        var o = Founded.Small(Founded.Yaml([.. Appointing, ("incompatible:\n", "incompatible:\n  - [secretary, electoral]\n")]));
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        foreach (var person in new[] { "b1-03", "b1-09" }) o.Do("b1-01", new ProposePost("h-" + person, person, "paid", "organiser", day));
        Refused(o.Refused("b1-01", new BeginPost("h-b1-03"), "council"), "fused-defence", "incompatible");
        o.Do("b1-01", new BeginPost("h-b1-09"), "council");
    }

    [Fact]
    public void A_body_orders_units_only_where_the_business_is_its_own()
    {
        var o = Founded.Small();
        Refused(o.Refused("b1-04", new GiveOrder("o", "Close the hall.", ["b1"]), "electoral"), "bypassed-body", "bodies.council.vacancy");
        o.Do("b1-01", new GiveOrder("o", "Close the hall.", ["b1"]), "council");
    }

    [Fact]
    public void A_member_is_moved_by_nobody_else()
    {
        var o = Founded.Small();
        Assert.Equal("forced-membership", o.Refused("b1-01", new Transfer("b1-09", "b2")).Args["guard"]);
        o.Do("b1-09", new Transfer("b1-09", "b2"));
    }

    [Fact]
    public void A_complaint_is_not_upheld_on_the_own_statement_alone()
    {
        var o = Founded.Small();
        o.Do("b1-09", new Complain("c", ["t-secretary-0"], "Claims", new string('0', 64), "the draw"));
        o.Do("b1-05", new ReplyToComplaint("c", new string('1', 64)));
        Refused(o.Refused("b1-03", new FindOnComplaint("c", true, "He said so.", OnOwnStatementOnly: true)), "confession-only", "rights.appeal");
        o.Do("b1-03", new FindOnComplaint("c", true, "He said so, and the receipts agree.", OnOwnStatementOnly: false));
    }

    [Fact]
    public void A_vote_for_which_too_few_were_left_has_no_result()
    {
        foreach (var left in new[] { true, false })
        {
            var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
            o.EarlierMotion("m1", o.Now.AddDays(-40));
            o.Do("b1-07", new TakeUp("c1", "motion:m1"));
            o.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?"));
            if (left) foreach (var person in new[] { "b1-08", "b2-05" }) o.Do(person, new Depart("c1", person));
            o.Do("b1-07", new OpenVote("v1"));
            o.Do("b1-07", new CastVote("v1", Choice.Yes));
            o.Do("b1-07", new CloseVote("v1"));
            if (left) Assert.Equal("vanished-quorum", o.Refused("b1-07", new DeclareResult("v1")).Args["guard"]);
            else o.Do("b1-07", new DeclareResult("v1"));
        }
    }
}
