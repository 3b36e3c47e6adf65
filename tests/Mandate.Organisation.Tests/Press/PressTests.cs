using System.Collections.Immutable;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Press;

public sealed class PressTests
{
    private static readonly (string, string)[] Organ =
    [
        ("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda"),
        ("equal_space: journal}", "equal_space: journal, mailings_per_year: 1}"),
    ];

    /// <summary>The co-operative with a journal that the electoral committee (b1-04, b2-03) edits, and a tendency of b1-07, b1-08.</summary>
    private static Founded WithJournal()
    {
        var o = Founded.Small(Founded.Yaml(Organ));
        o.Do("b1-07", new FormTendency("ward", "Members first", o.Blob("Rotate the council."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b1-08", new JoinTendency("ward"));
        return o;
    }

    private static string Words(int number) => string.Join(' ', Enumerable.Repeat("word", number));

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, Day(o)).Select(f => f.Guard.Name);

    [Fact]
    public void Only_whoever_has_the_power_to_publish_edits_and_without_one_there_is_no_organ()
    {
        Assert.Equal("press.no-organ", Founded.Small().Refused("b1-04", new OpenDebate("d", "Rotation?", "congress", new(2026, 2, 1), 300)).Code);
        var o = WithJournal();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new OpenDebate("d", "Rotation?", "congress", new(2026, 2, 1), 300)).Code);
        Assert.Equal("press.debate-too-long", o.Refused("b1-04", new OpenDebate("d", "Rotation?", "congress", new(2026, 6, 1), 300)).Code);
        o.Do("b1-04", new OpenDebate("d", "Rotation?", "congress", new(2026, 2, 1), 300));
    }

    [Fact]
    public void Every_side_of_a_debate_has_the_same_words_and_writes_for_itself_and_appears_whoever_edits()
    {
        var o = WithJournal();
        o.Do("b1-04", new OpenDebate("d", "Rotation?", "congress", new(2026, 2, 1), 300));
        SubmitPiece Of(string id, string? side, int words) => new(id, "On rotation", o.Blob(Words(words)), true, "d", side, []);
        Assert.Equal("press.not-your-side", o.Refused("b1-09", Of("p0", "ward", 10)).Code);
        Assert.Equal("press.not-your-side", o.Refused("b1-07", Of("p0", null, 10)).Code);
        Assert.Equal("press.not-your-side", o.Refused("b1-07", Of("p0", "council", 10)).Code);
        Assert.Equal("press.space-used", o.Refused("b1-07", Of("p0", "ward", 301)).Code);
        o.Do("b1-07", Of("p1", "ward", 300));
        Assert.Equal("press.space-used", o.Refused("b1-07", Of("p2", "ward", 1)).Code);
        o.Do("b1-01", Of("p3", "council", 120));
        var piece = o.State.Press.Pieces["p1"];
        Assert.False(piece.PublicOn(Day(o).AddDays(6)));
        Assert.True(piece.PublicOn(Day(o).AddDays(7)));
        Assert.Equal([("council", 120), ("ward", 300)], o.State.Press.SpaceOf("d", Day(o).AddDays(7)).Select(s => (s.Side, s.Published)));
        Assert.Equal([0, 0], o.State.Press.SpaceOf("d", Day(o)).Select(s => s.Published));
        o.Advance(40);
        Assert.Equal("press.debate-over", o.Refused("b1-02", Of("p4", "council", 10)).Code);
    }

    [Fact]
    public void An_unsigned_text_against_somebody_is_refused_and_a_signed_one_or_one_against_nobody_is_not()
    {
        var o = WithJournal();
        var refusal = o.Refused("b1-01", new SubmitPiece("p", "On wards", o.Blob(Words(5)), false, null, null, ["ward"]));
        Assert.Equal("guards.unsigned-attack", refusal.Code);
        Assert.Equal("powers[3]", refusal.Clause);
        o.Do("b1-01", new SubmitPiece("p", "On wards", o.Blob(Words(5)), true, null, null, ["ward"]));
        o.Do("b1-01", new SubmitPiece("q", "On weather", o.Blob(Words(5)), false, null, null, []));
    }

    [Fact]
    public void A_reply_is_as_long_as_its_cause_stands_as_far_in_front_and_appears_by_itself()
    {
        var o = WithJournal();
        o.Do("b1-01", new SubmitPiece("p", "Against the ward", o.Blob(Words(200)), true, null, null, ["ward"]));
        ReplyToPiece Reply(string id, int words) => new(id, "p", "Our answer", o.Blob(Words(words)));
        Assert.Equal("press.not-public", o.Refused("b1-07", Reply("r", 10)).Code);
        o.Do("b1-04", new BringOutIssue("1", ["p"]));
        Assert.Equal("press.not-against-you", o.Refused("b1-09", Reply("r", 10)).Code);
        Assert.Equal("press.reply-too-long", o.Refused("b1-07", Reply("r", 201)).Code);
        o.Do("b1-07", Reply("r", 200));
        Assert.Equal("press.replied-already", o.Refused("b1-07", Reply("r2", 10)).Code);
        o.Do("b1-01", new SubmitPiece("q", "Weather", o.Blob(Words(5)), true, null, null, []));
        o.Advance(7);
        Assert.True(o.State.Press.Pieces["r"].PublicOn(Day(o)));
        Assert.Equal("press.due-left-out", o.Refused("b1-04", new BringOutIssue("2", ["q"])).Code);
        Assert.Equal("press.further-back", o.Refused("b1-04", new BringOutIssue("2", ["q", "r"])).Code);
        o.Do("b1-04", new BringOutIssue("2", ["r", "q"]));
        Assert.Equal(1, o.State.Press.Pieces["r"].Place);
    }

    [Fact]
    public void A_demand_without_an_answer_appears_itself_and_fires_and_an_answer_in_time_does_not()
    {
        foreach (var answered in new[] { true, false })
        {
            var o = WithJournal();
            o.Do("b1-01", new SubmitPiece("p", "Figures", o.Blob("Forty came."), true, null, null, []));
            o.Do("b1-04", new BringOutIssue("1", ["p"]));
            o.Do("b1-09", new DemandRectification("c", "p", o.Blob("Four hundred came.")));
            if (answered) o.Do("b2-03", new Rectify("c", o.Blob("It was four hundred.")));
            o.Advance(8);
            Assert.True(o.State.Press.Pieces["c"].PublicOn(Day(o)));
            Assert.Equal(!answered, o.State.Press.Pieces["c"].UnansweredOn(Day(o)));
            Assert.Equal(!answered, Fired(o).Contains("unanswered-rectification"));
        }
    }

    [Fact]
    public void A_report_of_a_sitting_that_leaves_out_a_side_is_refused_and_one_with_all_is_not()
    {
        var o = WithJournal();
        o.Do("b1-01", new ConveneSession("s", "congress", null, "Hall", o.Now.AddDays(60), Day(o).AddDays(61), null), "council");
        var session = o.State.Sessions.All["s"] with
        {
            Speeches = [new("1", "b1-07", "motion:m", "for", o.Now, o.Now, o.Now), new("2", "b1-09", "motion:m", "against", o.Now, o.Now, o.Now), new("3", "b1-10", "motion:m", "neither", o.Now)],
        };
        o.Set(o.State with { Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem("s", session) } });
        Assert.Equal("guards.one-sided-report", o.Refused("b1-04", new SubmitReport("p", "The debate", o.Blob(Words(9)), "s", ["for"])).Code);
        o.Do("b1-04", new SubmitReport("p", "The debate", o.Blob(Words(9)), "s", ["for", "against"]));
    }

    [Theory]
    [InlineData(30, 12, ReportedVotes.Yes, false)]
    [InlineData(30, 12, ReportedVotes.No, false)]
    [InlineData(30, 12, ReportedVotes.Both, true)]
    [InlineData(30, 12, ReportedVotes.None, true)]
    [InlineData(30, 0, ReportedVotes.Yes, true)]
    public void A_report_that_gives_the_votes_of_one_side_alone_is_refused_where_the_other_had_some(int yes, int no, ReportedVotes given, bool lawful)
    {
        var o = WithJournal();
        o.Do("b1-01", new ConveneSession("s", "congress", null, "Hall", o.Now.AddDays(60), Day(o).AddDays(61), null), "council");
        var vote = new Vote("v", VoteKind.Open, "s", null, new("The hall", "m", null, "majority of votes cast", "procedure.default"), null, 0, null, 45, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null) with { Outcome = new(true, new(yes, no, 3), 16, 30, 45, null, [], [], null, o.Now) };
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem("v", vote)) });
        var report = new SubmitReport("p", "The debate", o.Blob(Words(9)), "s", [], given);
        if (lawful) o.Do("b1-04", report);
        else Assert.Equal("guards.one-sided-report", o.Refused("b1-04", report).Code);
    }

    [Fact]
    public void An_editor_who_is_replaced_while_a_debate_is_open_raises_an_alarm_and_one_whose_debate_is_over_does_not()
    {
        foreach (var open in new[] { true, false })
        {
            var o = WithJournal();
            o.Do("b1-04", new OpenDebate("d", "Rotation?", "congress", Day(o).AddDays(5), 300));
            if (!open) o.Advance(6);
            o.Happened("b1-01", new TenureEnded("t-electoral-0", "removed"));
            Assert.Equal(open, Fired(o).Contains("editor-displaced"));
        }
    }

    [Fact]
    public void An_editor_who_resigns_fires_nothing_unless_under_protest()
    {
        var o = WithJournal();
        o.Do("b1-04", new OpenDebate("d", "Rotation?", "congress", Day(o).AddDays(5), 300));
        o.Happened("b1-04", new TenureEnded("t-electoral-0", "resigned"));
        Assert.DoesNotContain("editor-displaced", Fired(o));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new ProtestAsEditor("x", "t-electoral-0", "The line was imposed.")).Code);
        o.Do("b1-04", new ProtestAsEditor("x", "t-electoral-0", "The line was imposed."));
        Assert.Contains("editor-displaced", Fired(o));
    }

    [Fact]
    public void Each_tendency_has_as_many_mailings_in_a_year_and_nobody_looks_at_them_first()
    {
        var o = WithJournal();
        SendMailing Mail(string id) => new(id, "ward", "To all members", o.Blob("Come to congress."));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", Mail("m1")).Code);
        o.Do("b1-07", Mail("m1"));
        var refusal = o.Refused("b1-07", Mail("m2"));
        Assert.Equal("press.mailings-used", refusal.Code);
        o.Now = refusal.Earliest!.Value;
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", Mail("m2")).Code);
    }

    [Fact]
    public void A_mailing_waits_a_week_for_the_languages_of_members_which_the_organisation_owes()
    {
        var o = WithJournal();
        o.Do("b1-07", new SendMailing("m1", "ward", "To all members", o.Blob("Come to congress.")));
        var (rules, roll) = (o.State.Statutes.Versions[^1], o.State.Roll);
        // A second working language, which one member reads.
        var two = rules with { Rules = rules.Rules with { Languages = rules.Rules.Languages with { Official = ["en", "nl", "sv"] } } };
        o.Set(o.State with { Statutes = o.State.Statutes with { Versions = o.State.Statutes.Versions.SetItem(o.State.Statutes.Versions.Length - 1, two) }, Roll = roll with { Members = roll.Members.SetItem("b1-08", roll.Members["b1-08"] with { Language = "nl" }) } });
        var waits = o.Refused("b1-07", new RecordMailing("m1", 19, 1));
        Assert.Equal(("press.waits-for-languages", (object)"nl", "translate-mailing"), (waits.Code, waits.Needs, waits.Way));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new TranslateMailing("m1", "nl", o.Blob("Kom naar het congres."))).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new TranslateMailing("m1", "fr", o.Blob("Venez au congrès."))).Code);
        Assert.Equal("protocol.taken", o.Refused("b1-05", new TranslateMailing("m1", "en", o.Blob("Come."))).Code);
        var before = o.State;
        o.Do("b1-05", new TranslateMailing("m1", "nl", o.Blob("Kom naar het congres.")));
        o.Do("b1-07", new RecordMailing("m1", 19, 1));
        Assert.Null(o.State.Press.Mailings["m1"].Lacked);
        Assert.DoesNotContain("unequal-space", Fired(o));
        // Nobody translated it: after the week it goes out, and what it lacked stands with it.
        o.Set(before);
        o.Now = waits.Earliest!.Value;
        o.Do("b1-07", new RecordMailing("m1", 19, 1));
        Assert.Equal("nl", o.State.Press.Mailings["m1"].Lacked);
        Assert.Contains("unequal-space", Fired(o));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new TranslateMailing("m1", "nl", o.Blob("Kom naar het congres."))).Code);
    }

    [Fact]
    public void Every_mailing_has_the_same_space_and_the_record_says_what_of_it_went_out()
    {
        var o = WithJournal();
        Assert.Equal("press.mailing-too-long", o.Refused("b1-07", new SendMailing("m1", "ward", "Long", o.Blob(string.Join(' ', Enumerable.Repeat("word", 1001))))).Code);
        o.Do("b1-07", new SendMailing("m1", "ward", "To all members", o.Blob(string.Join(' ', Enumerable.Repeat("word", 1000)))));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new RecordMailing("m1", 12, 1)).Code);
        o.Do("b1-07", new RecordMailing("m1", 12, 1));
        o.Do("b1-07", new RecordMailing("m1", 6, 0));
        Assert.Equal((18, 1), (o.State.Press.Mailings["m1"].Sent, o.State.Press.Mailings["m1"].Refused));
        Assert.Equal("protocol.malformed", o.Refused("b1-07", new RecordMailing("m1", 2, 0)).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-07", new RecordMailing("m1", -1, 1)).Code);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n ", 0)]
    [InlineData("one", 1)]
    [InlineData(" one  two\nthree ", 3)]
    public void Words_are_what_stands_between_blanks(string text, int words) => Assert.Equal(words, PressRules.Count(text));

    [Fact]
    public void An_instruction_to_the_editors_is_for_everybody_to_read()
    {
        var o = WithJournal();
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new InstructEditors("i", "Leave it out.")).Code);
        o.Do("b1-01", new InstructEditors("i", "Leave it out."));
        Assert.Equal(("Leave it out.", "b1-01"), (o.State.Press.Instructions["i"].What, o.State.Press.Instructions["i"].By));
    }

    [Fact]
    public void There_is_no_act_by_which_anybody_clears_a_text()
    {
        var acts = typeof(PressCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PressCommand))).Select(t => t.Name);
        Assert.DoesNotContain(acts, name => name.Contains("Approve", StringComparison.Ordinal) || name.Contains("Clear", StringComparison.Ordinal) || name.Contains("Withhold", StringComparison.Ordinal));
        // What a member sends in is on its way without anybody's further act.
        var o = WithJournal();
        o.Do("b1-09", new WriteLetter("l", "On the nights", o.Blob("To all.")));
        Assert.NotNull(o.State.Press.Pieces["l"].Due);
    }
}
