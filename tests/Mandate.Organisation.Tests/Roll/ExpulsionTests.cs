using System.Collections.Immutable;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Roll;

public sealed class ExpulsionTests
{
    private static readonly string Digest = new('a', 64);

    private static readonly ChargeMember Charge = new("x", "b1-09", ChargeGround.Conduct, Digest, Rule: "electorates.members", Done: Founded.Day(2026), Occasion: "At the hall of the branch.", Evidence: [EvidenceKind.Witness]);

    /// <summary>The meeting of b1, open, that many days after today.</summary>
    private static void Meet(Founded o, int ahead)
    {
        var opens = o.Now.AddDays(ahead);
        o.Do("b1-06", new ConveneSession("bm", "branch.meeting", "b1", "Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime), null));
        string[] members = [.. Enumerable.Range(1, 12).Select(i => $"b1-{i:00}")];
        o.Do("b1-06", new RecordService("bm", [.. members], ServiceOutcome.Posted, "post", DateOnly.FromDateTime(o.Now.UtcDateTime), "en"));
        o.Now = opens;
        foreach (var member in members.Take(11)) o.Do(member, new Arrive("bm", member));
        o.Do("b1-06", new OpenSession("bm"));
        o.Do("b1-06", new AnnounceChair("bm", "b1-10", null));
    }

    private static PutQuestion Question => new("v", VoteKind.Paper, "bm", null, "x", null, "Shall the member be expelled?");

    private static void Decided(Founded o, string vote, string session, string subject, bool carried)
    {
        var one = new Vote(vote, VoteKind.Paper, session, null, new("?", subject, null, "", ""), null, 0, null, 3, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(carried, new(8, 1, 0), 6, 9, 9, null, [], [], null, o.Now));
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem(vote, one)) });
    }

    [Fact]
    public void Opinion_is_no_ground_and_conduct_is_one()
    {
        var o = Founded.Small();
        foreach (var ground in new[] { ChargeGround.Opinion, ChargeGround.Advocacy, ChargeGround.Opposition })
            Assert.Equal("guards.opinion-offence", o.Refused("b1-01", Charge with { Ground = ground }).Code);
        o.Do("b1-01", Charge);
        Assert.Equal("roll.charged-already", o.Refused("b1-02", Charge with { Id = "y" }).Code);
    }

    [Fact]
    public void A_charge_names_a_clause_that_was_in_force_when_it_was_done_and_a_label_is_none()
    {
        var o = Founded.Small();
        o.Advance(3);
        Assert.Equal("roll.charge-without-rule", o.Refused("b1-01", Charge with { Rule = null }).Code);
        Assert.Equal("roll.charge-without-rule", o.Refused("b1-01", Charge with { Done = null }).Code);
        foreach (var rule in new[] { "faction", "electorates.unity" })
            Assert.Equal("roll.no-rule-then", o.Refused("b1-01", Charge with { Rule = rule }).Code);
        // Before the rules there were none.
        Assert.Equal("roll.no-rule-then", o.Refused("b1-01", Charge with { Done = Founded.Day(2025) }).Code);
        o.Do("b1-01", Charge with { Done = Founded.Day(2026, 1, 3) });
        Assert.Equal("electorates.members", o.State.Roll.Charges["x"].Rule);
    }

    [Fact]
    public void A_charge_names_its_occasion_and_the_version_and_what_does_not_fit_is_shown_before_the_vote()
    {
        var o = Founded.Small();
        o.Advance(3);
        var today = Founded.Day(2026, 1, 4);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Charge with { Occasion = null }).Code);
        Assert.Equal("roll.no-text-then", o.Refused("b1-01", Charge with { Text = "no-such-text" }).Code);
        o.Set(o.State with
        {
            Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", new("m", "1", "c1", "restrict_right", "On stalls", "b1-01", o.Now, [new(1, o.Text("No stalls."), o.Now, "b1-01")], [], null, null, false, ImmutableHashSet<string>.Empty, [], Organisation.Motions.MotionStage.Adopted, null)) },
            Restrictions = o.State.Restrictions with { All = o.State.Restrictions.All.SetItem("r", new("r", "m", Organisation.Facts.Liberty.Organise, ["b2"], "Free exits", "The fire inspection of 2025", Founded.Day(2026), today, null)) },
        });
        o.Do("b1-01", Charge with { Text = "r", Done = today });
        var charge = o.State.Roll.Charges["x"];
        Assert.Equal(o.Text("No stalls.")["en"], charge.Version);
        var basis = ChargeBasis.Of(o.State, charge, o.Now.AddDays(1))!;
        Assert.Equal((1, "m", "Free exits", "The fire inspection of 2025"), (basis.Number, basis.BroughtBy, basis.Purpose, basis.RecordedOccasion));
        Assert.Equal([Mismatch.Ended, Mismatch.OtherTarget, Mismatch.OtherOccasion], basis.Mismatches);
        var plain = Founded.Small();
        plain.Do("b1-01", Charge);
        Assert.Equal(plain.State.Statutes.Versions[0].Canonical, plain.State.Roll.Charges["x"].Version);
        Assert.Empty(ChargeBasis.Of(plain.State, plain.State.Roll.Charges["x"], plain.Now)!.Mismatches);
    }

    [Fact]
    public void An_answer_that_something_is_allowed_binds_a_later_charge_unless_it_was_about_something_else()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.unknown", o.Refused("b1-09", new AskWhetherAllowed("q", "electorates.unity", "May I hand out leaflets at the gate?")).Code);
        o.Do("b1-09", new AskWhetherAllowed("q", "electorates.members", "May I hand out leaflets at the gate?"));
        var asked = o.State.Statutes.Judgements["q"];
        Assert.Equal(("control", Judgement.WhetherAllowed), (asked.Body, asked.Subject));
        // Who asked stands nowhere.
        Assert.DoesNotContain("b1-09", o.Events[^1].ToString(), StringComparison.Ordinal);
        o.Do("b1-03", new Judge("q", true, "Leaflets are speech."), "control");
        o.Do("b1-01", Charge with { Done = Founded.Day(2026) });
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", new PleadAnswer("x", "q")).Code);
        o.Do("b1-09", new PleadAnswer("x", "q"));
        Meet(o, 30);
        var refused = o.Refused("b1-10", Question);
        Assert.Equal(("roll.answered-allowed", "q"), (refused.Code, refused.Given));
        o.Do("b1-01", new AskJudgement("q2", "electorates.members", "Was it about throwing leaflets into the canteen?", "plea/x"));
        Assert.Equal("control", o.State.Statutes.Judgements["q2"].Body);
        Assert.Equal("roll.answered-allowed", o.Refused("b1-10", Question).Code);
        o.Do("b1-03", new Judge("q2", false, "It was about the gate."), "control");
        o.Do("b1-10", Question);
    }

    [Fact]
    public void A_no_or_an_answer_that_came_later_protects_nobody()
    {
        var o = Founded.Small();
        o.Do("b1-09", new AskWhetherAllowed("no", "electorates.members", "May I lock the hall?"));
        o.Do("b1-09", new AskWhetherAllowed("late", "electorates.members", "May I lock the hall at night?"));
        o.Do("b1-03", new Judge("no", false, "The hall is everybody's."), "control");
        o.Do("b1-01", Charge);
        o.Advance(2);
        o.Do("b1-03", new Judge("late", true, "At night it is locked."), "control");
        foreach (var answer in new[] { "no", "late", "none" }) Assert.Equal("roll.no-such-answer", o.Refused("b1-09", new PleadAnswer("x", answer)).Code);
    }

    [Fact]
    public void After_so_many_expulsions_in_a_quarter_the_next_waits()
    {
        var o = Founded.Small(Founded.Yaml(("expel: {by: branch.meeting, rule: 2/3 of votes cast, notice: 21 days", "expel: {by: branch.meeting, rule: 2/3 of votes cast, notice: 7 days")));
        o.Do("b1-01", Charge);
        o.Do("b1-09", new AnswerCharge("x", Digest));
        void Earlier(int many) => o.Set(o.State with
        {
            Roll = o.State.Roll with
            {
                Charges = o.State.Roll.Charges.AddRange(Enumerable.Range(0, many).Select(i => KeyValuePair.Create($"e{i}", new Charge($"e{i}", "b2-08", ChargeGround.Conduct, Digest, o.Now, Founded.Day(2026)) { Stage = ChargeStage.Expelled, DecidedAt = o.Now.AddDays(i) }))),
            },
        });
        Earlier(3);
        Meet(o, 10);
        var refusal = o.Refused("b1-10", Question);
        Assert.Equal(("roll.too-many-expulsions", 3), (refusal.Code, refusal.Given));
        // A suspension is put all the same, and after the quarter the expulsion too.
        o.Set(o.State with { Roll = o.State.Roll with { Charges = o.State.Roll.Charges.Remove("e2") } });
        o.Do("b1-10", Question);
    }

    [Fact]
    public void A_person_sees_all_that_was_done_against_them_and_the_ranks_are_counted_without_small_parts()
    {
        var o = Founded.Small();
        o.Do("b1-01", Charge);
        o.Do("b1-02", Charge with { Id = "y", Person = "b1-05" });
        o.Do("b1-08", new Complain("c", ["t-secretary-0"], "Blows in the hall", Digest, "the draw of Saturday"));
        Assert.Equal([("charged", "electorates.members")], OwnMeasures.Of(o.State, "b1-09").Select(m => (m.What, m.About)));
        Assert.Equal(["charged", "complained"], OwnMeasures.Of(o.State, "b1-05").Select(m => m.What).Order());
        Assert.Empty(OwnMeasures.Of(o.State, "b1-08"));
        Assert.Equal([new TreatmentRow("holders", 1, null, null, null, null), new TreatmentRow("members", 1, null, null, null, null)], EqualTreatment.Of(o.State));
        foreach (var member in new[] { "b2-05", "b2-06", "b2-07", "b2-08" }) o.Do("b1-01", Charge with { Id = member, Person = member });
        Assert.Equal(new TreatmentRow("members", 5, 5, 0, 0, 0), EqualTreatment.Of(o.State)[1]);
    }

    [Fact]
    public void It_is_put_to_the_own_branch_after_its_notice_when_the_member_was_heard()
    {
        var o = Founded.Small();
        o.Do("b1-01", Charge);
        o.Advance(5);
        Meet(o, 8);
        var early = o.Refused("b1-10", Question);
        Assert.Equal(("roll.charge-too-late", "electorates.members.expel", "sanction-without-hearing"), (early.Code, early.Clause, early.Args["guard"]));
    }

    [Fact]
    public void Nobody_is_put_to_the_vote_unheard_and_silence_stops_nothing()
    {
        var o = Founded.Small(Founded.Yaml(("expel: {by: branch.meeting, rule: 2/3 of votes cast, notice: 21 days", "expel: {by: branch.meeting, rule: 2/3 of votes cast, notice: 7 days")));
        o.Do("b1-01", Charge);
        Meet(o, 10);
        Assert.Equal("roll.not-heard", o.Refused("b1-10", Question).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new AnswerCharge("x", Digest)).Code);
        o.Do("b1-09", new AnswerCharge("x", Digest));
        o.Do("b1-10", Question);
        Assert.Equal("2/3 of votes cast", o.State.Votes.All["v"].Question.Rule);
        Assert.NotNull(o.State.Votes.All["v"].Question.Secret);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_appeals_is_judged_by_the_next_body_and_it_waits_only_where_the_clause_says_so(bool waits)
    {
        var o = Founded.Small(waits ? Founded.Yaml(("suspended_during_appeal: false", "suspended_during_appeal: true")) : null);
        o.Do("b1-01", Charge);
        Meet(o, 22);
        Assert.Equal("roll.vote-does-not-carry", o.Refused("b1-06", new Expel("x", "v")).Code);
        Decided(o, "v", "bm", "x", carried: true);
        o.Do("b1-06", new Expel("x", "v"));
        Assert.Equal(waits ? MemberStatus.Active : MemberStatus.Expelled, o.State.Roll.Member("b1-09")!.Status);
        Assert.Equal("roll.appeal-is-open", o.Refused("b1-06", new CompleteExpulsion("x")).Code);
        o.Do("b1-09", new AppealExpulsion("x"));
        o.Do("b1-01", Congresses.Convening(o, 60), "council");
        Decided(o, "w", "c1", "appeal/x", carried: true);
        o.Do("b1-11", new ConcludeExpulsionAppeal("x", "w"));
        Assert.Equal(MemberStatus.Active, o.State.Roll.Member("b1-09")!.Status);
        Assert.Null(o.State.Roll.Member("b1-09")!.Until);
    }

    [Fact]
    public void For_ten_years_the_expelled_keep_their_file_one_appeal_and_the_record()
    {
        var o = Founded.Small();
        const string File = "The charge and its evidence.";
        o.Do("b1-01", Charge with { Commitment = o.Blob(File) });
        Meet(o, 22);
        Decided(o, "v", "bm", "x", carried: true);
        o.Do("b1-06", new Expel("x", "v"));
        var last = DateOnly.FromDateTime(o.Now.UtcDateTime).AddYears(10);
        Assert.Equal(last, FormerMembers.LastDay(o.State, "b1-09"));
        Assert.Null(FormerMembers.LastDay(o.State, "b1-08"));
        o.Advance(31);
        o.Do("b1-11", new CompleteExpulsion("x"));
        // The file is theirs whenever they want it opened; nobody else opens it.
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new OpenChargeFile("x", o.Blob(File))).Code);
        o.Do("b1-09", new OpenChargeFile("x", o.Blob(File)));
        // Others who left have none of it.
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new AppealExpulsion("x")).Code);
        o.Now = new(last.AddDays(1), new(9, 0), TimeSpan.Zero);
        Assert.False(FormerMembers.Keeps(o.State, "b1-09", last.AddDays(1)));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new AppealExpulsion("x")).Code);
        o.Now = new(last, new(9, 0), TimeSpan.Zero);
        Assert.True(FormerMembers.Keeps(o.State, "b1-09", last));
        o.Do("b1-09", new AppealExpulsion("x"));
        // It changes nothing until the next body has decided, and there is one.
        Assert.Equal(MemberStatus.Expelled, o.State.Roll.Member("b1-09")!.Status);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new AppealExpulsion("x")).Code);
    }

    [Fact]
    public void Where_the_clause_asks_for_a_consent_nobody_is_expelled_past_it()
    {
        var o = Founded.Small(Founded.Yaml(("expel: {by: branch.meeting, rule: 2/3 of votes cast, notice: 21 days", "expel: {by: branch.meeting, rule: 2/3 of votes cast, consent_of: control, notice: 21 days")));
        o.Do("b1-01", Charge);
        Meet(o, 22);
        Assert.Equal(("roll.needs-consent", "control"), (o.Refused("b1-10", Question).Code, o.Refused("b1-10", Question).Needs));
    }

    [Fact]
    public void Without_an_appeal_anybody_completes_it_when_its_days_are_over()
    {
        var o = Founded.Small(Founded.Yaml(("suspended_during_appeal: false", "suspended_during_appeal: true")));
        o.Do("b1-01", Charge);
        Meet(o, 22);
        Decided(o, "v", "bm", "x", carried: true);
        o.Do("b1-06", new Expel("x", "v"));
        o.Advance(31);
        Assert.Equal("roll.appeal-too-late", o.Refused("b1-09", new AppealExpulsion("x")).Code);
        o.Do("b1-11", new CompleteExpulsion("x"));
        Assert.Equal(MemberStatus.Expelled, o.State.Roll.Member("b1-09")!.Status);
    }

    [Fact]
    public void An_expulsion_after_a_complaint_under_a_pseudonym_opens_a_file_where_the_keys_are_at_hand()
    {
        var o = Founded.Small();
        o.Do("b1-09", new Complain("c", ["t-secretary-0"], "Claims", Digest, "the draw"));
        Assert.StartsWith("~", o.State.Inspection.All["c"].By, StringComparison.Ordinal);
        o.Advance(1);
        o.Do("b1-01", Charge);
        Meet(o, 22);
        Decided(o, "v", "bm", "x", carried: true);
        o.Do("b1-06", new Expel("x", "v"));
        var measure = Assert.Single(ReprisalWatch.Measures(o.State));
        Assert.Equal(("expelled", "members"), (measure.What, measure.Stratum));
        Assert.Null(ReprisalWatch.FileOf(o.State, measure));
        Assert.Equal(1, ReprisalWatch.FileOf(o.State, measure, Founded.Names)!.Acts);
    }

    [Fact]
    public void A_member_is_suspended_by_the_same_way_and_it_ends_by_its_date_without_an_entry()
    {
        var o = Founded.Small();
        Assert.Equal("roll.suspended-too-long", o.Refused("b1-01", Charge with { Person = "b1-02", SuspendDays = 91 }).Code);
        o.Do("b1-01", Charge with { Person = "b1-02", SuspendDays = 10 });
        Meet(o, 22);
        Assert.Equal("roll.vote-does-not-carry", o.Refused("b1-06", new SuspendMember("x", "v")).Code);
        Decided(o, "v", "bm", "x", carried: true);
        Assert.Equal("roll.other-measure", o.Refused("b1-06", new Expel("x", "v")).Code);
        o.Do("b1-06", new SuspendMember("x", "v"));
        Assert.Equal(MemberStatus.Suspended, o.State.Roll.Member("b1-02")!.Status);
        // The place is kept, and nobody acts in it.
        Assert.Single(o.State.Offices.HeldBy("b1-02", o.Now));
        Assert.False(o.State.Offices.Holds("b1-02", "council", o.Now));
        Assert.Equal("roll.not-a-fact", o.Refused("b1-04", new RecordStatus("b1-02", MemberStatus.Active, "paid")).Code);
        o.Advance(10);
        Assert.Equal("protocol.not-yours", o.Refused("b1-02", new StartPetition("p", "council", "Open the hall.")).Code);
        o.Advance(1);
        Assert.True(o.State.Offices.Holds("b1-02", "council", o.Now));
        o.Do("b1-02", new StartPetition("p", "council", "Open the hall."));
        Assert.Equal(MemberStatus.Active, o.State.Roll.Member("b1-02")!.Status);
        Assert.Empty(o.State.Roll.Suspended);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_is_suspended_appeals_and_is_back_at_once_when_it_is_overturned(bool overturned)
    {
        var o = Founded.Small();
        o.Do("b1-01", Charge with { Person = "b1-02", SuspendDays = 90 });
        Meet(o, 22);
        Decided(o, "v", "bm", "x", carried: true);
        o.Do("b1-06", new SuspendMember("x", "v"));
        o.Do("b1-02", new AppealExpulsion("x"));
        o.Do("b1-01", Congresses.Convening(o, 60), "council");
        Decided(o, "w", "c1", "appeal/x", overturned);
        o.Do("b1-06", new ConcludeExpulsionAppeal("x", "w"));
        Assert.Equal(overturned ? MemberStatus.Active : MemberStatus.Suspended, o.State.Roll.Member("b1-02")!.Status);
        Assert.Equal(overturned, o.State.Offices.Holds("b1-02", "council", o.Now));
    }

    [Fact]
    public void Where_a_clause_says_who_suspends_it_is_that_body_and_it_may_wait_for_the_appeal()
    {
        var o = Founded.Small(Founded.Yaml(("    transfer: {by: self}", "    suspend: {by: congress, appeal_to: control, suspended_during_appeal: true}\n    transfer: {by: self}")));
        o.Do("b1-01", Charge with { SuspendDays = 30 });
        Meet(o, 22);
        Assert.Equal(("votes.not-this-body", "electorates.members.suspend"), o.Refused("b1-10", Question) is var r ? (r.Code, r.Clause) : default);
        o.Do("b1-01", Congresses.Convening(o, 60), "council");
        Decided(o, "v", "c1", "x", carried: true);
        o.Do("b1-06", new SuspendMember("x", "v"));
        Assert.Equal(MemberStatus.Active, o.State.Roll.Member("b1-09")!.Status);
        o.Advance(31);
        o.Do("b1-06", new CompleteExpulsion("x"));
        Assert.Equal(MemberStatus.Suspended, o.State.Roll.Member("b1-09")!.Status);
    }
}
