using Mandate.Organisation.Documents;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Documents;

public sealed class TermsTests
{
    private static readonly DateOnly Opens = new(2026, 3, 1);

    private static Founded Deposited(string? text = null)
    {
        var o = Founded.Small();
        o.Do("b1-07", new DepositDocument("d", "Letter on the council", o.Blob(text ?? "Let the council be larger."), ["council"], Opens));
        return o;
    }

    [Fact]
    public void Its_terms_are_versions_with_a_date_that_come_earlier_only_and_reach_whoever_has_it()
    {
        var o = Deposited();
        o.Do("b1-01", new ReceiveDocument("d"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new SetTerms("d", TextState.Draft, DocumentUse.Read)).Code);
        Assert.Equal("documents.not-put-off", o.Refused("b1-07", new SetTerms("d", TextState.Draft, DocumentUse.Read, Release: Opens.AddDays(1))).Code);
        Assert.Equal("protocol.taken", o.Refused("b1-01", new AcknowledgeTerms("d")).Code);
        o.Do("b1-07", new SetTerms("d", TextState.Dictated, DocumentUse.Quote, Release: Opens.AddDays(-9)));
        var document = o.State.Documents.All["d"];
        Assert.Equal((Opens.AddDays(-9), TextState.Dictated, 0), (document.Release, document.Terms[^1].State, document.TermsSeen(document.Receipts[0])));
        o.Do("b1-01", new AcknowledgeTerms("d"));
        Assert.Equal("protocol.taken", o.Refused("b1-01", new AcknowledgeTerms("d")).Code);
        // A text that was never corrected opens on its day like any other.
        o.Now = new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero);
        o.Do("b2-05", new ReleaseDocument("d", document.Commitment));
    }

    [Fact]
    public void What_is_asked_passes_to_the_next_bearer_when_it_is_declined_or_met_with_silence()
    {
        Founded Asked()
        {
            var o = Deposited();
            Assert.Equal("protocol.malformed", o.Refused("b1-07", new SetTerms("d", TextState.Approved, DocumentUse.Read, "Move it at congress.")).Code);
            o.Do("b1-07", new SetTerms("d", TextState.Approved, DocumentUse.Read, "Move it at congress.", "control"));
            Assert.Equal("protocol.not-yours", o.Refused("b1-03", new ReceiveDocument("d")).Code);
            return o;
        }
        var declined = Asked();
        Assert.Equal("protocol.not-yours", declined.Refused("b1-03", new AnswerTask("d", TaskAnswer.Accepts, "")).Code);
        declined.Do("b1-01", new AnswerTask("d", TaskAnswer.Asks, "Which congress?"));
        declined.Do("b1-01", new AnswerTask("d", TaskAnswer.Declines, "I am in it."));
        declined.Do("b1-03", new ReceiveDocument("d"));
        declined.Do("b1-03", new AnswerTask("d", TaskAnswer.Accepts, ""));
        var silent = Asked();
        silent.Advance(14);
        Assert.Equal("protocol.not-yours", silent.Refused("b1-03", new ReceiveDocument("d")).Code);
        silent.Advance(1);
        silent.Do("b1-03", new ReceiveDocument("d"));
        var accepted = Asked();
        accepted.Do("b1-01", new AnswerTask("d", TaskAnswer.Accepts, ""));
        accepted.Advance(30);
        Assert.Equal("protocol.not-yours", accepted.Refused("b1-03", new ReceiveDocument("d")).Code);
    }

    [Fact]
    public void Parts_have_their_own_date_and_open_together()
    {
        var o = Deposited();
        o.Do("b1-01", new ReceiveDocument("d"));
        o.Advance(3);
        var later = o.Blob("And remove the secretary.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new AddPart("d", "Addition", later)).Code);
        o.Do("b1-07", new AddPart("d", "Addition of 4 January", later));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new AddPart("d", "Again", later)).Code);
        o.Do("b1-02", new ReceiveDocument("d"));
        Assert.Equal([0, 1], Custody.On(o.State.Documents.All["d"], new(2026, 1, 4)).Where(e => e.Ground == CustodyGround.Received).Select(e => e.Parts));
        o.Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var text = o.State.Documents.All["d"].Commitment;
        Assert.Equal("documents.other-parts", o.Refused("b2-05", new ReleaseDocument("d", text)).Code);
        o.Do("b2-05", new ReleaseDocument("d", text, [later]));
        Assert.Equal(later, o.State.Documents.All["d"].Parts[0].Text);
    }

    [Fact]
    public void Who_had_it_on_a_day_is_told_with_the_ground_and_a_claim_is_checked_against_it()
    {
        var o = Deposited();
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new TellKnowledge("d", KnowledgeLevel.Exists, new(2026, 1, 1))).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new TellKnowledge("d", KnowledgeLevel.Exists, new(2026, 1, 2))).Code);
        o.Do("b1-05", new TellKnowledge("d", KnowledgeLevel.Exists, new(2026, 1, 1), "council"));
        o.Advance(9);
        o.Do("b1-01", new ReceiveDocument("d"));
        var document = o.State.Documents.All["d"];
        Assert.Equal([("b1-07", CustodyGround.Deposited), ("b1-05", CustodyGround.OwnWord)], Custody.On(document, new(2026, 1, 9)).Select(e => (e.Person!, e.Ground)));
        Assert.Equal(3, Custody.On(document, new(2026, 1, 10)).Count());
        Assert.Equal(ClaimVerdict.NotProvable, Custody.Check(document, "b1-01", new(2026, 1, 9), knew: false).Verdict);
        Assert.Equal(ClaimVerdict.Contradicted, Custody.Check(document, "b1-01", new(2026, 1, 10), knew: false).Verdict);
        var (verdict, by) = Custody.Check(document, "b1-01", new(2026, 1, 10), knew: true);
        Assert.Equal((ClaimVerdict.Consistent, "council"), (verdict, Assert.Single(by).As));
        Assert.Equal([("council", 1, 3)], Custody.Shares(o.State, document, o.Now));
    }

    [Fact]
    public void Whoever_gives_a_document_over_to_a_body_is_rid_of_the_duty_when_it_accepts_or_says_nothing_for_two_days()
    {
        var o = Deposited();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new DischargeHolder("d", "control")).Code);
        o.Do("b1-01", new ReceiveDocument("d"));
        o.Do("b1-01", new DischargeHolder("d", "control"));
        Assert.Equal("protocol.taken", o.Refused("b1-01", new DischargeHolder("d", "control")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-02", new AcceptCustody("d")).Code);
        Assert.Equal(o.Now.AddHours(48), o.State.Documents.All["d"].Discharges[0].Since);
        // All of the body have it, whoever accepts.
        o.Do("b2-02", new ReceiveDocument("d"));
        o.Do("b1-03", new AcceptCustody("d"));
        Assert.Equal(o.Now, o.State.Documents.All["d"].Discharges[0].Since);
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-02", new AcceptCustody("d")).Code);
        var silent = Deposited();
        silent.Do("b1-01", new ReceiveDocument("d"));
        silent.Do("b1-01", new DischargeHolder("d", "control"));
        silent.Advance(2);
        Assert.Equal("protocol.wrong-stage", silent.Refused("b1-03", new AcceptCustody("d")).Code);
        silent.Do("b1-03", new ReceiveDocument("d"));
    }

    [Fact]
    public void An_embargo_binds_all_or_nobody_and_never_whoever_is_complained_of_over_it()
    {
        var o = Deposited();
        var passage = o.Blob("the council be larger");
        o.Do("b1-01", new ReceiveDocument("d"));
        o.Do("b1-02", new ReceiveDocument("d"));
        Assert.Equal("documents.not-to-quote", o.Refused("b1-01", new QuotePassage("d", passage)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new QuotePassage("d", passage)).Code);
        var tenure = o.State.Offices.HeldBy("b1-01", o.Now).First().Id;
        o.Do("b1-10", new Complain("k", [tenure], "Kept document:d to himself", new string('a', 64), "the draw of Saturday"));
        Assert.Equal("documents.not-to-quote", o.Refused("b1-02", new QuotePassage("d", passage)).Code);
        o.Do("b1-01", new QuotePassage("d", passage));
        // Now that one has, the others may.
        o.Do("b1-02", new QuotePassage("d", o.Blob("Let the council")));
        var allowed = Deposited();
        allowed.Do("b1-07", new QuotePassage("d", allowed.Blob("larger")));
        allowed.Do("b1-01", new ReceiveDocument("d"));
        allowed.Do("b1-01", new QuotePassage("d", allowed.Blob("council")));
    }

    [Fact]
    public void A_copy_that_surfaces_is_told_authentic_altered_or_unknown()
    {
        var o = Deposited("The text.");
        var (same, other) = (o.Blob("The text."), o.Blob("The  text."));
        Assert.Equal((CopyVerdict.Authentic, "d"), CopyCheck.Of(o.State.Documents, same, null));
        Assert.Equal((CopyVerdict.Authentic, "d"), CopyCheck.Of(o.State.Documents, same, "d"));
        Assert.Equal((CopyVerdict.Altered, "d"), CopyCheck.Of(o.State.Documents, other, "d"));
        Assert.Equal((CopyVerdict.Unknown, null), CopyCheck.Of(o.State.Documents, other, null));
    }

    [Fact]
    public void One_who_received_it_hands_it_on_to_the_body_above()
    {
        var o = Deposited();
        o.Do("b1-01", new ReceiveDocument("d"));
        o.Do("b1-01", new HandOnDocument("d", "congress"));
        Assert.Contains("congress", o.State.Documents.All["d"].Addressees);
    }
}
