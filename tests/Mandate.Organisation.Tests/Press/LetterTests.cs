using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Press;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Press;

public sealed class LetterTests
{
    private static Founded WithJournal()
    {
        var o = Founded.Small(Founded.Yaml(("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda")));
        o.Do("b1-07", new FormTendency("ward", "Members first", o.Blob("Rotate the council."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b1-08", new JoinTendency("ward"));
        return o;
    }

    /// <summary>A motion at a stage, as if it had come there.</summary>
    private static void Motion(Founded o, MotionStage stage)
    {
        var motion = new Motion("m", "1", "c1", ClassRule.Ordinary, "Rotation", "b1-07", o.Now, [new(1, ImmutableSortedDictionary<string, string>.Empty, o.Now, "b1-07")], [], null, null, false, [], [], stage, null);
        o.Set(o.State with { Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", motion) } });
    }

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    [Fact]
    public void A_letter_appears_by_itself_two_days_on_and_everybody_writes_as_many()
    {
        var o = WithJournal();
        WriteLetter Letter(string id, string text = "To all.") => new(id, "On the nights", o.Blob(text), "b1");
        Assert.Equal("protocol.unknown", o.Refused("b1-09", Letter("x") with { Unit = "b9" }).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-09", Letter("x") with { About = "no-case" }).Code);
        Assert.Equal("press.letter-too-long", o.Refused("b1-09", Letter("x", string.Join(' ', Enumerable.Repeat("word", 1001)))).Code);
        foreach (var i in Enumerable.Range(0, 12)) o.Do("b1-09", Letter($"l{i}"));
        var used = o.Refused("b1-09", Letter("l12"));
        Assert.Equal(("press.letters-used", o.Now.AddYears(1)), (used.Code, used.Earliest));
        var letter = o.State.Press.Pieces["l0"];
        Assert.Equal((false, true, "b1"), (letter.PublicOn(Day(o).AddDays(1)), letter.PublicOn(Day(o).AddDays(2)), letter.Unit));
        o.Do("b1-01", Letter("m"));
    }

    [Fact]
    public void A_decision_is_explained_in_plain_words_and_questions_are_answered_by_whoever_explained_or_an_editor()
    {
        var o = WithJournal();
        Motion(o, MotionStage.Filed);
        ExplainDecision Explained(string language) => new("e", "m", "What it means", o.Blob("From May on we meet on Mondays."), language);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", Explained("en")).Code);
        Motion(o, MotionStage.Adopted);
        Assert.Equal("protocol.malformed", o.Refused("b1-09", Explained("nl")).Code);
        o.Do("b1-09", Explained("en"));
        AskAboutExplanation Asked(string id) => new(id, "e", o.Blob("Also on holidays?"));
        Assert.Equal("press.not-public", o.Refused("b1-10", Asked("q")).Code);
        o.Advance(2);
        o.Do("b1-10", Asked("q"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-11", new AnswerReader("q", o.Blob("No."))).Code);
        o.Do("b1-04", new AnswerReader("q", o.Blob("No, not then.")));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new AnswerReader("q", o.Blob("Yes."))).Code);
        o.Do("b1-10", Asked("r"));
        o.Do("b1-09", new AnswerReader("r", o.Blob("Neither.")));
    }

    [Theory]
    [InlineData("What changes?\nWe meet on Mondays.\n\nFrom when?\nMay.", 2), InlineData("We meet on Mondays. Why?\nBecause.", 1), InlineData("From May on we meet on Mondays.\nWhy?", 0), InlineData("", 0)]
    public void An_explanation_that_begins_with_a_question_reads_as_questions_and_answers(string text, int questions)
    {
        var dialogue = PlainVersions.Dialogue(text);
        Assert.Equal(questions, dialogue.Length);
        if (questions == 2) Assert.Equal([("What changes?", "We meet on Mondays."), ("From when?", "May.")], dialogue);
    }

    [Fact]
    public void A_debate_says_which_petitions_it_answers_or_is_not_about()
    {
        var o = WithJournal();
        OpenDebate Debate(params string[] answers) => new("d", "Rosters?", "council", new(2026, 2, 20), 300, [.. answers]);
        o.Do("b1-09", new StartPetition("p", "council", "Publish the rosters."));
        o.Advance(1);
        // Without its signatures a petition asks nothing yet.
        Assert.IsType<Organisation.Acts.Decision.Accepted>(o.Try("b1-04", Debate()));
        o.Do("b1-10", new SignPetition("p"));
        Assert.Equal(("press.says-not-what-it-answers", "p"), (o.Refused("b1-04", Debate()).Code, o.Refused("b1-04", Debate()).Needs));
        Assert.Equal("protocol.unknown", o.Refused("b1-04", Debate("p", "other")).Code);
        Assert.IsType<Organisation.Acts.Decision.Accepted>(o.Try("b1-04", Debate() with { Besides = ["p"] }));
        // Another body was not asked.
        Assert.IsType<Organisation.Acts.Decision.Accepted>(o.Try("b1-04", Debate() with { Body = "congress" }));
        o.Do("b1-04", Debate("p"));
        Assert.Equal(["p"], o.State.Press.Debates["d"].Answers);
        Assert.Equal((AntecedentKind.Petition, "Publish the rosters."), Antecedents.Of(o.State, "council", o.Now).Select(a => (a.Kind, a.Title!)).Single());
        Assert.Empty(Antecedents.Of(o.State, "council", o.Now.AddDays(Antecedents.Days + 1)));
    }

    [Fact]
    public void A_debate_that_ends_without_a_decision_is_an_open_question()
    {
        var o = WithJournal();
        Motion(o, MotionStage.Filed);
        o.Do("b1-04", new OpenDebate("d", "Rotation?", "congress", new(2026, 2, 1), 300, Motion: "m"));
        var debate = o.State.Press.Debates["d"];
        Assert.Equal((DebateEnd.Open, DebateEnd.OpenQuestion), (SpaceMeter.EndOf(o.State, debate, new(2026, 2, 1)), SpaceMeter.EndOf(o.State, debate, new(2026, 2, 2))));
        Motion(o, MotionStage.Rejected);
        Assert.Equal(DebateEnd.Decided, SpaceMeter.EndOf(o.State, debate, new(2026, 2, 2)));
    }

    [Fact]
    public void Space_is_measured_in_words_place_days_and_mailings_and_a_text_is_the_bodys_only_when_it_decided_so()
    {
        var o = WithJournal();
        o.Do("b1-04", new OpenDebate("d", "Rotation?", "congress", new(2026, 1, 20), 300));
        SubmitPiece Of(string id, string side) => new(id, "On rotation", o.Blob("five words are in it"), true, "d", side, []);
        o.Do("b1-07", Of("p1", "ward"));
        o.Do("b1-01", Of("p2", "council"));
        o.Do("b1-01", Of("p3", "council"), "council");
        Assert.Equal([false, true], new[] { "p2", "p3" }.Select(p => o.State.Press.Pieces[p].InName));
        o.Do("b1-04", new BringOutIssue("i", ["p2"]));
        o.Do("b1-07", new SendMailing("mail", "ward", "Read it", o.Blob("Read.")));
        Assert.Equal(
            [new MeasuredSpace("council", 1, 5, 10, 1, 2, null), new MeasuredSpace("ward", 0, 0, 5, null, 0, 1)],
            SpaceMeter.Of(o.State, o.State.Press.Debates["d"], Day(o).AddDays(1)));
        // After its end no side gains days any more.
        Assert.Equal([20, 13], SpaceMeter.Of(o.State, o.State.Press.Debates["d"], new(2026, 5, 1)).Select(s => s.Days));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("We meet.", 2)]
    [InlineData("We meet on Mondays. Bring coffee.", 20)]
    [InlineData("Notwithstanding aforementioned considerations, organisational subcommittees reconvene", 106)]
    public void Readability_is_words_a_sentence_and_the_share_of_long_words(string text, int? lix) => Assert.Equal(lix, Readability.Lix(text));

    [Fact]
    public void What_somebody_said_in_office_is_told_with_its_date_and_what_an_ordinary_member_wrote_is_not()
    {
        var o = WithJournal();
        o.Do("b1-01", new SubmitPiece("p", "The council is sound", o.Blob("It is sound."), true, null, null, []));
        o.Do("b1-09", new SubmitPiece("q", "The council is not", o.Blob("It is not."), true, null, null, []));
        o.Do("b1-04", new BringOutIssue("i", ["p", "q"]));
        Assert.Equal("The council is sound", Assert.Single(Positions.Of(o.State, "b1-01", Day(o))).Title);
        Assert.Empty(Positions.Of(o.State, "b1-09", Day(o)));
        Assert.Empty(Positions.Of(o.State, "b1-01", Day(o).AddDays(-1)));
    }
}
