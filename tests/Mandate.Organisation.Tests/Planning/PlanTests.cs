using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Planning;

/// <summary>The council (b1-01, b1-02, b2-01) decides on daily business; the secretary (b1-05) keeps the fund; notice is 14 days.</summary>
public sealed class PlanTests
{
    private static readonly DateOnly FileUntil = new(2026, 1, 20), ChooseUntil = new(2026, 2, 10), From = new(2026, 3, 1), To = new(2026, 12, 31);

    internal static OpenPlan Question(Choosing by = Choosing.Ranking, bool members = true, long? envelope = 1_000_00) =>
        new("p", "What shall we spend in 2026?", "direct_work", "chest", From, To, FileUntil, ChooseUntil, by, members, envelope, [new(2026, 6, 30)]);

    internal static PlanText Text(string title, params (string Purpose, long Amount)[] lines) => new(
        title, [.. lines.Select((l, i) => new PlanLine($"{i + 1}", l.Purpose, l.Amount, "secretary"))], "Prices of last year.",
        [new("new members", "persons", 10_00, 20_00, new(2026, 5, 31), Success: true)], [], []);

    internal static Founded Funded()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("chest", "Chest", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r1", "chest", 2_000_00, "Dues", o.Blob("Bank advice.")));
        return o;
    }

    internal static Founded Opened(OpenPlan? question = null)
    {
        var o = Funded();
        o.Do("b1-01", question ?? Question(), "council");
        return o;
    }

    private static Founded Choosing_(Choosing by = Choosing.Ranking)
    {
        var o = Opened(Question(by));
        o.Do("b1-01", new FileAlternative("halls", "p", Text("Halls", ("Rent", 600_00), ("Heating", 200_00)), "council"), "council");
        o.Do("b1-05", new FileAlternative("courses", "p", Text("Courses", ("Teachers", 500_00)), "secretary"));
        o.Do("b1-03", new FileAlternative("press", "p", Text("A journal", ("Printing", 400_00)), "control"), "control");
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new PutAlternatives("p"));
        return o;
    }

    private static Founded Decided()
    {
        var o = Choosing_();
        foreach (var person in new[] { "b1-07", "b1-08", "b2-05" }) o.Do(person, new Choose("p", ["halls", "courses"]));
        foreach (var person in new[] { "b1-09", "b2-06" }) o.Do(person, new Choose("p", ["courses", Plan.None]));
        o.Now = new(2026, 2, 11, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new ConcludePlan("p"));
        return o;
    }

    [Fact]
    public void A_plan_question_has_notice_before_filing_ends_and_again_before_the_choice_does()
    {
        var o = Funded();
        var early = o.Refused("b1-01", Question() with { FileUntil = new(2026, 1, 10) }, "council");
        Assert.Equal(("planning.too-short", "procedure.default.notice", new DateOnly(2026, 1, 15)), (early.Code, early.Clause, DateOnly.FromDateTime(early.Earliest!.Value.UtcDateTime)));
        Assert.Equal("planning.too-short", o.Refused("b1-01", Question() with { ChooseUntil = new(2026, 1, 30) }, "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", Question()).Code);
        Assert.Equal("decide-in-writing", o.Refused("b1-01", Question()).Way);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", Question() with { Fund = "none" }, "council").Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", Question() with { Power = "none" }, "council").Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Question(Choosing.EqualShares, envelope: null), "council").Code);
        o.Do("b1-01", Question(), "council");
        Assert.Equal("powers[0]", o.State.Planning.Plans["p"].Clause);
    }

    [Fact]
    public void A_petition_with_its_signatures_lets_any_member_open_the_question()
    {
        var o = Funded();
        o.Do("b1-07", new StartPetition("call", "council", "Let us choose the budget."));
        var question = Question(members: false) with { Petition = "call" };
        Assert.Equal("petitions.not-ready", o.Refused("b1-09", question).Code);
        o.Do("b1-08", new SignPetition("call"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", question with { ByMembers = true }).Code);
        o.Do("b1-09", question);
        Assert.Equal(("council", false), (o.State.Planning.Plans["p"].For, o.State.Planning.Plans["p"].ByMembers));
    }

    [Fact]
    public void Alternatives_are_filed_as_of_right_in_one_form_and_no_act_takes_one_off()
    {
        var o = Opened();
        var text = Text("Halls", ("Rent", 600_00));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new FileAlternative("a", "p", text, "council")).Code);
        Assert.Equal("planning.more-than-envelope", o.Refused("b1-08", new FileAlternative("a", "p", Text("Much", ("Rent", 1_000_01)))).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new FileAlternative("a", "p", text with { Forecasts = [text.Forecasts[0] with { Success = false }] })).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new FileAlternative("a", "p", text with { Forecasts = [text.Forecasts[0] with { Low = 30_00 }] })).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new FileAlternative("a", "p", text with { Lines = [] })).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new FileAlternative("a", "p", text with { Lines = [text.Lines[0] with { Owner = "nobody" }] })).Code);
        o.Do("b1-08", new FileAlternative("a", "p", text));
        Assert.False(o.State.Planning.Stands(o.State.Planning.Alternatives["a"]));
        // Two members are the share that the constitution asks of an initiative to the council.
        Assert.Equal(2, o.State.Planning.Plans["p"].Needed);
        o.Do("b1-08", new SupportAlternative("p", "a"));
        Assert.Equal("planning.supported-already", o.Refused("b1-08", new SupportAlternative("p", "a")).Code);
        o.Do("b1-09", new SupportAlternative("p", "a"));
        Assert.True(o.State.Planning.Stands(o.State.Planning.Alternatives["a"]));
        Assert.All(o.State.Planning.Alternatives["a"].Supporters, s => Assert.True(Pseudonyms.IsOne(s)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new FileAlternative("a", "p", text, null, "Rather not."), "council").Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new FileAlternative("a", "p", text)).Code);
        o.Do("b1-08", new FileAlternative("a", "p", text with { Title = "Halls in both towns" }, null, "The second town was forgotten."));
        Assert.Equal(2, o.State.Planning.Alternatives["a"].Versions.Length);
        Assert.DoesNotContain(typeof(PlanningCommand).Assembly.GetTypes(), t => t.IsSubclassOf(typeof(PlanningCommand)) && (t.Name.Contains("Remove", StringComparison.Ordinal) || t.Name.Contains("Withdraw", StringComparison.Ordinal)));
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("planning.filing-over", o.Refused("b1-08", new FileAlternative("a", "p", text, null, "Once more.")).Code);
    }

    [Fact]
    public void One_alternative_alone_is_not_put_without_a_declaration_why()
    {
        var o = Opened();
        o.Do("b1-05", new FileAlternative("courses", "p", Text("Courses", ("Teachers", 500_00)), "secretary"));
        Assert.Equal("planning.filing-still-open", o.Refused("b1-08", new PutAlternatives("p")).Code);
        Assert.Equal("planning.filing-still-open", o.Refused("b1-01", new DeclareSingle("p", "Nobody else.")).Code);
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        var refusal = o.Refused("b1-08", new PutAlternatives("p"));
        Assert.Equal(("planning.one-alternative", "declare-single"), (refusal.Code, refusal.Way));
        o.Do("b1-01", new DeclareSingle("p", "Asked three times in the journal; nobody filed another."));
        o.Do("b1-08", new PutAlternatives("p"));
        Assert.Equal(PlanStage.Choosing, o.State.Planning.Plans["p"].Stage);
    }

    [Fact]
    public void A_group_from_which_something_is_taken_says_first_what_it_thinks_and_its_silence_stops_nobody()
    {
        var o = Opened();
        o.Do("b1-01", new FileAlternative("halls", "p", Text("Halls", ("Rent", 600_00)) with { Takes = [new("b2", "b1", 100_00)] }, "council"), "council");
        o.Do("b1-05", new FileAlternative("courses", "p", Text("Courses", ("Teachers", 500_00)), "secretary"));
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        var refusal = o.Refused("b1-08", new PutAlternatives("p"));
        Assert.Equal(("planning.opinion-first", "b2", new DateOnly(2026, 2, 4)), (refusal.Code, refusal.Given, DateOnly.FromDateTime(refusal.Earliest!.Value.UtcDateTime)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new GiveOpinion("p", "halls", "b2", "Fine by us.")).Code);
        o.Do("b2-04", new GiveOpinion("p", "halls", "b2", "We would rather keep it.", "Two of us agree with the council."));
        o.Do("b1-08", new PutAlternatives("p"));
        var silent = Opened();
        silent.Do("b1-01", new FileAlternative("halls", "p", Text("Halls", ("Rent", 600_00)) with { Takes = [new("b2", "b1", 100_00)] }, "council"), "council");
        silent.Do("b1-05", new FileAlternative("courses", "p", Text("Courses", ("Teachers", 500_00)), "secretary"));
        silent.Now = new(2026, 2, 4, 9, 0, 0, TimeSpan.Zero);
        silent.Do("b1-08", new PutAlternatives("p"));
    }

    [Fact]
    public void Who_advises_does_not_decide()
    {
        var o = Opened(Question(members: false));
        o.Do("b1-05", new FileAlternative("courses", "p", Text("Courses", ("Teachers", 500_00)), "secretary"));
        Assert.Equal("planning.decides-itself", o.Refused("b1-01", new GiveOpinion("p", null, "council", "We like ours.")).Code);
        o.Do("b1-03", new GiveOpinion("p", "courses", "control", "The prices are those of last year.", "One of us finds them high."));
        Assert.Equal("control", Assert.Single(o.State.Planning.Plans["p"].Opinions).As);
    }

    [Fact]
    public void Members_choose_under_a_pseudonym_and_what_wins_needs_the_majority_against_none()
    {
        var o = Choosing_();
        o.Do("b1-07", new Choose("p", ["courses"]));
        o.Do("b1-07", new Choose("p", ["halls", "courses"]));
        Assert.Equal("protocol.unknown", o.Refused("b1-08", new Choose("p", ["halls", "nothing"])).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new Choose("p", ["halls", "halls"])).Code);
        Assert.Equal("votes.not-entitled", o.Refused("nobody", new Choose("p", ["halls"])).Code);
        var papers = o.State.Planning.Plans["p"].Papers;
        Assert.Equal([Founded.Names("b1-07", Pseudonyms.PlanChoice("p"))!], papers.Keys);
        Assert.Equal("planning.still-choosing", o.Refused("b1-08", new ConcludePlan("p")).Code);
        foreach (var person in new[] { "b1-09", "b2-06" }) o.Do(person, new Choose("p", [Plan.None]));
        o.Now = new(2026, 2, 11, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("planning.choice-over", o.Refused("b1-08", new Choose("p", ["halls"])).Code);
        o.Do("b1-08", new ConcludePlan("p"));
        Assert.Equal(PlanStage.NoneChosen, o.State.Planning.Plans["p"].Stage);
        Assert.Empty(o.State.Planning.Plans["p"].Result!.Chosen);
    }

    [Fact]
    public void What_is_chosen_is_the_budget_and_no_more_is_released_than_a_line_has()
    {
        var o = Decided();
        var plan = o.State.Planning.Plans["p"];
        Assert.Equal((PlanStage.Decided, "halls", 3, 2), (plan.Stage, plan.Result!.Chosen.Single(), plan.Result.Yes, plan.Result.No));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new ReleaseLine("g1", "p", "halls/1", 1, To)).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-05", new ReleaseLine("g1", "p", "courses/1", 1, To)).Code);
        var refusal = o.Refused("b1-05", new ReleaseLine("g1", "p", "halls/1", 600_01, To));
        Assert.Equal(("planning.more-than-line", "powers[0]", "amend-plan"), (refusal.Code, refusal.Clause, refusal.Way));
        o.Do("b1-05", new ReleaseLine("g1", "p", "halls/1", 400_00, To));
        Assert.Equal("planning.more-than-line", o.Refused("b1-05", new ReleaseLine("g2", "p", "halls/1", 200_01, To)).Code);
        o.Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-05", new ProposePayment("pay", "g1", 150_00, "Landlord", o.Blob("Invoice 1.")));
        o.Do("b1-01", new CountersignPayment("pay"));
        o.Do("b1-01", new GrantFunds("beside", "chest", 50_00, "Flowers", To), "council");
        o.Do("b1-05", new ProposePayment("pay-2", "beside", 20_00, "Florist", o.Blob("Invoice 2.")));
        o.Do("b1-01", new CountersignPayment("pay-2"));
        plan = o.State.Planning.Plans["p"];
        Assert.Equal([("halls/1", 600_00L, 400_00L, 150_00L), ("halls/2", 200_00L, 0L, 0L)], Budget.Execution(o.State, plan).Select(l => (l.Key, l.Decided, l.Released, l.Spent)));
        Assert.Equal(("Flowers", 20_00L), (Assert.Single(Budget.Beside(o.State, plan)) is var beside ? (beside.Purpose, beside.Spent) : default));
    }

    [Fact]
    public void A_plan_is_changed_by_a_new_choice_with_its_reason_and_the_earlier_one_stays_on_record()
    {
        var o = Decided();
        var next = Question() with { Id = "q", Amends = "p", FileUntil = new(2026, 3, 1), ChooseUntil = new(2026, 3, 20), From = new(2026, 4, 1), Reviews = [] };
        Assert.Equal("protocol.malformed", o.Refused("b1-01", next, "council").Code);
        o.Do("b1-01", next with { Reason = "The landlord has sold the hall." }, "council");
        o.Do("b1-01", new FileAlternative("tents", "q", Text("Tents", ("Rent", 100_00)), "council"), "council");
        o.Do("b1-05", new FileAlternative("no-halls", "q", Text("No halls", ("Post", 50_00)), "secretary"));
        o.Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new PutAlternatives("q"));
        o.Do("b1-08", new Choose("q", ["tents"]));
        o.Now = new(2026, 3, 21, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new ConcludePlan("q"));
        Assert.Equal("q", o.State.Planning.Plans["p"].AmendedBy);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new ReleaseLine("g9", "p", "halls/2", 1, To)).Code);
        Assert.Equal("halls", o.State.Planning.Plans["p"].Result!.Chosen.Single());
    }

    [Fact]
    public void Equal_shares_pay_the_projects_whose_supporters_can()
    {
        var o = Choosing_(Choosing.EqualShares);
        Assert.Equal("protocol.unknown", o.Refused("b1-07", new Choose("p", [Plan.None])).Code);
        foreach (var person in new[] { "b1-07", "b1-08", "b1-09", "b1-10" }) o.Do(person, new Choose("p", ["courses"]));
        foreach (var person in new[] { "b2-05", "b2-06", "b2-07", "b2-08" }) o.Do(person, new Choose("p", ["press"]));
        o.Now = new(2026, 2, 11, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new ConcludePlan("p"));
        Assert.Equal(["courses", "press"], o.State.Planning.Plans["p"].Result!.Chosen.Order(StringComparer.Ordinal));
        Assert.Equal(2, Budget.Lines(o.State, o.State.Planning.Plans["p"]).Count());
    }

    [Fact]
    public void Forecasts_are_scored_beside_those_that_lost_and_a_miss_is_found_until_it_is_reviewed()
    {
        var o = Decided();
        o.Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.All(Scores.Of(o.State.Planning, o.State.Planning.Plans["p"]), s => Assert.Null(s.Outcome));
        Assert.Equal("protocol.unknown", o.Refused("b1-05", new StateOutcome("p", "rain", new(2026, 5, 31), 4_00, "Roll")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new StateOutcome("p", "new members", new(2026, 5, 31), 4_00, "Roll")).Code);
        o.Do("b1-05", new StateOutcome("p", "new members", new(2026, 5, 31), 4_00, "Roll of 31 May"));
        var scores = Scores.Of(o.State.Planning, o.State.Planning.Plans["p"]);
        Assert.Equal(["courses", "halls", "press"], scores.Select(s => s.Alternative));
        Assert.All(scores, s => Assert.Equal((4_00L, -6_00L), (s.Outcome, s.Off)));
        Assert.Equal("forecast-failure", Assert.Single(Findings.AsOf(o.State, o.State, new(2026, 6, 1))).Guard.Name);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new ReviewPlan("p", "", "", "More leaflets.")).Code);
        o.Do("b1-05", new ReviewPlan("p", "", "The winter was long.", "More leaflets."));
        Assert.True(o.State.Planning.Plans["p"].Reviewed.Single().Returned);
        Assert.Single(Findings.AsOf(o.State, o.State, new(2026, 6, 1)));
        o.Do("b1-05", new ReviewPlan("p", "We opened the halls two months late.", "The winter was long.", "Keys are with the branches."));
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2026, 6, 1)));
    }

    [Fact]
    public void The_next_plan_of_a_fund_is_not_put_before_the_last_one_was_reviewed()
    {
        var o = Decided();
        o.Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-01", Question() with { Id = "q", From = new(2027, 1, 1), To = new(2027, 12, 31), FileUntil = new(2026, 8, 1), ChooseUntil = new(2026, 9, 1), Reviews = [] }, "council");
        foreach (var id in new[] { "x", "y" }) o.Do("b1-05", new FileAlternative(id, "q", Text(id, ("Rent", 100_00)) with { Forecasts = [new("new members", "persons", 1_00, 2_00, new(2027, 5, 31), true)] }, "secretary"));
        o.Now = new(2026, 8, 2, 9, 0, 0, TimeSpan.Zero);
        var refusal = o.Refused("b1-08", new PutAlternatives("q"));
        Assert.Equal(("planning.review-first", "p", "review-plan"), (refusal.Code, refusal.Given, refusal.Way));
        o.Do("b1-05", new ReviewPlan("p", "The keys came late.", "", "Keys are with the branches."));
        o.Do("b1-08", new PutAlternatives("q"));
    }

    [Fact]
    public void A_unit_does_otherwise_with_a_reason_and_the_plan_orders_nobody()
    {
        var o = Decided();
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new Deviate("p", "halls/1", "b2", "Too far.")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b2-04", new Deviate("p", "halls/9", "b2", "Too far.")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-04", new Deviate("p", "halls/1", "b2", "")).Code);
        o.Do("b2-04", new Deviate("p", "halls/1", "b2", "We meet in the canteen, which is free."));
        Assert.Equal("b2", Assert.Single(o.State.Planning.Plans["p"].Deviations).Unit);
    }

    [Fact]
    public void A_long_plan_is_confirmed_anew_before_more_is_released()
    {
        var o = Opened(Question() with { To = new(2030, 12, 31), Reviews = [] });
        foreach (var id in new[] { "x", "y" }) o.Do("b1-05", new FileAlternative(id, "p", Text(id, ("Rent", 100_00)), "secretary"));
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new PutAlternatives("p"));
        o.Do("b1-08", new Choose("p", ["x"]));
        o.Now = new(2026, 2, 11, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new ConcludePlan("p"));
        o.Do("b1-05", new ReleaseLine("g1", "p", "x/1", 10_00, new(2027, 1, 1)));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new ConfirmPlan("p"), "council").Code);
        var plan = o.State.Planning.Plans["p"];
        Assert.Null(plan.ConfirmDue(new(2028, 2, 29)));
        Assert.Equal(new DateOnly(2028, 3, 1), plan.ConfirmDue(new(2028, 3, 1)));
        Assert.Null((plan with { Confirmed = [new(2028, 3, 2, 9, 0, 0, TimeSpan.Zero)] }).ConfirmDue(new(2028, 4, 1)));
        Assert.Equal(new DateOnly(2030, 3, 1), (plan with { Confirmed = [new(2028, 3, 2, 9, 0, 0, TimeSpan.Zero)] }).ConfirmDue(new(2030, 4, 1)));
    }

    [Fact]
    public void A_tendency_files_through_its_speaker_in_the_same_form()
    {
        var o = Opened();
        o.Do("b1-08", new FormTendency("open-doors", "Open doors", o.Blob("A platform."), new(2026, 12, 31), Subject: "How offices are filled"));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new FileAlternative("a", "p", Text("Doors", ("Keys", 50_00)), "open-doors")).Code);
        foreach (var person in new[] { "b1-09", "b1-10" }) o.Do(person, new JoinTendency("open-doors"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new FileAlternative("a", "p", Text("Doors", ("Keys", 50_00)), "open-doors")).Code);
        o.Do("b1-08", new FileAlternative("a", "p", Text("Doors", ("Keys", 50_00)), "open-doors"));
        Assert.True(o.State.Planning.Stands(o.State.Planning.Alternatives["a"]));
    }

    [Fact]
    public void Stated_risks_are_told_on_the_day_on_which_they_have_come_about()
    {
        var o = Opened();
        o.Do("b1-01", new FileAlternative("halls", "p", Text("Halls", ("Rent", 600_00)) with { Risks = [new("Dues come late", "months in the bank", 2_00, Above: false)] }, "council"), "council");
        o.Do("b1-05", new FileAlternative("courses", "p", Text("Courses", ("Teachers", 500_00)), "secretary"));
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new PutAlternatives("p"));
        o.Do("b1-08", new Choose("p", ["halls"]));
        o.Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new ConcludePlan("p"));
        o.Do("b1-05", new StateOutcome("p", "months in the bank", new(2026, 3, 31), 3_00, "Bank"));
        Assert.Null(Assert.Single(Scores.Risks(o.State.Planning, o.State.Planning.Plans["p"])).Since);
        o.Do("b1-05", new StateOutcome("p", "months in the bank", new(2026, 4, 30), 1_50, "Bank"));
        Assert.Equal(new DateOnly(2026, 4, 30), Assert.Single(Scores.Risks(o.State.Planning, o.State.Planning.Plans["p"])).Since);
    }
}
