using System.Collections.Immutable;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Press;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Press;

public sealed class QuotedTests
{
    private static Founded WithLetter()
    {
        var o = Founded.Small(Founded.Yaml(("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda")));
        o.Do("b1-09", new WriteLetter("l", "On the nights", o.Blob("Nobody works two nights in a row.")));
        o.Advance(2);
        return o;
    }

    private static WriteLetter Quoting(Founded o) => new("q", "On a letter", o.Blob("It says “nobody works two nights in a row” (piece:l), and more (piece:none)."));

    [Fact]
    public void Whose_words_are_quoted_with_their_source_may_reply_and_nobody_else()
    {
        var o = WithLetter();
        o.Do("b1-10", Quoting(o));
        var quoting = o.State.Press.Pieces["q"];
        Assert.Equal(["piece:l"], quoting.Sources);
        Assert.Equal(ReplyGround.Quoted, Replies.RightOf(o.State, quoting, "b1-09", o.Now)!.Ground);
        Assert.Null(Replies.RightOf(o.State, quoting, "b1-11", o.Now));
        Assert.Null(Replies.RightOf(o.State, quoting, "b1-10", o.Now));
        o.Advance(2);
        o.Do("b1-09", new ReplyToPiece("r", "q", "I said more", o.Blob("Read the whole letter.")));
        Assert.True(Replies.Used(o.State, quoting, "b1-09", new(ReplyGround.Quoted, null)));
        Assert.Equal("press.replied-already", o.Refused("b1-09", new ReplyToPiece("r2", "q", "Again", o.Blob("Again."))).Code);
    }

    [Fact]
    public void After_a_death_the_trustee_of_the_papers_adds_a_remark()
    {
        var o = WithLetter();
        o.Do("b1-09", new LeaveDirections("will", DirectionMatter.Papers, new string('a', 64), "b1-11"));
        o.Do("b1-10", Quoting(o));
        o.Advance(2);
        o.Do("b1-11", new AcceptTrust("will"));
        Assert.Equal("press.not-against-you", o.Refused("b1-11", new ReplyToPiece("r", "q", "Remark", o.Blob("Written in the strike."))).Code);
        o.Happened("b1-05", new StatusChanged("b1-09", MemberStatus.Deceased, "reported"));
        o.Do("b1-11", new ReplyToPiece("r", "q", "Remark", o.Blob("Written in the strike.")));
    }

    [Fact]
    public void In_the_name_of_a_body_a_quotation_names_its_source()
    {
        var o = WithLetter();
        SubmitPiece Text(string words) => new("p", "On a letter", o.Blob(words), true, null, null, []);
        Assert.Equal("press.names-no-source", o.Refused("b1-01", Text("It says “nobody works two nights in a row”."), "council").Code);
        o.Do("b1-01", Text("It says “nobody works two nights in a row” (piece:l)."), "council");
        o.Do("b1-01", Text("It says “nobody works two nights in a row”.") with { Id = "own" });
    }

    [Fact]
    public void What_is_told_in_ones_own_words_stands_beside_its_source_and_a_quotation_in_its_paragraph()
    {
        var own = Assert.Single(Quotations.In("The nights are too long for anybody (cf. document:letter)."));
        Assert.Equal(("The nights are too long for anybody", "document", "letter", true), (own.Words, own.Kind, own.Source, own.Own));
        Assert.Equal(QuotationVerdict.Closed, Quotations.Check(own, (_, _) => ""));
        Assert.Equal(QuotationVerdict.Paraphrase, Quotations.Check(own, (_, _) => "Nobody works two nights."));
        Assert.Equal(QuotationVerdict.NoSource, Quotations.Check(own, (_, _) => null));
        Assert.Equal("Second one, whole.", Quotations.Context("one, whole", "First.\n\nSecond one, whole.\n\nThird."));
        Assert.Null(Quotations.Context("elsewhere", "First.\n\nSecond."));
    }

    [Fact]
    public void Two_positions_of_an_office_holder_are_set_beside_each_other_and_they_answer()
    {
        var o = WithLetter();
        foreach (var (id, text) in new[] { ("p", "It is sound."), ("q", "It is not.") }) o.Do("b1-01", new SubmitPiece(id, "The council " + id, o.Blob(text), true, null, null, []));
        o.Do("b1-04", new BringOutIssue("i", ["l", "p", "q"]));
        ContrastPositions Two(string second) => new("x", "b1-01", "piece:p", second, "April and December.");
        Assert.Equal("protocol.unknown", o.Refused("b1-09", Two("piece:l")).Code);
        // Of an ordinary member there is no list to choose from.
        Assert.Equal("protocol.unknown", o.Refused("b1-10", Two("piece:q") with { Person = "b1-09" }).Code);
        Assert.Equal("protocol.taken", o.Refused("b1-09", Two("piece:p")).Code);
        o.Do("b1-09", Two("piece:q"));
        Assert.Equal("protocol.taken", o.Refused("b1-10", Two("piece:q") with { Id = "y", First = "piece:q", Second = "piece:p" }).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-02", new AnswerContrast("x", "So?")).Code);
        o.Do("b1-01", new AnswerContrast("x", "Much happened in between."));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new AnswerContrast("x", "More.")).Code);
    }
}
