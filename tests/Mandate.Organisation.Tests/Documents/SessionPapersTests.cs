using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Documents;

public sealed class SessionPapersTests
{
    private static ImmutableSortedDictionary<string, string> Text(Founded o, string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", o.Blob(text));

    /// <summary>An open congress of three delegates, to which a closed letter is addressed.</summary>
    private static Founded WithLetter(DocumentUse? use = null) => Congresses.Opened(o =>
    {
        o.Do("b1-09", new DepositDocument("letter", "A letter", o.Blob("The letter."), ["congress"], new(2026, 12, 1)));
        if (use is { } terms) o.Do("b1-09", new SetTerms("letter", TextState.Approved, terms));
    });

    [Fact]
    public void A_fifth_of_the_delegates_has_a_document_published_that_is_addressed_to_their_meeting()
    {
        var o = WithLetter();
        Assert.Equal("documents.not-yet-open", o.Refused("b1-09", new ReleaseDocument("letter", o.Blob("The letter."))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new DemandPublication("letter", "c1")).Code);
        // One of three is a fifth.
        o.Do("b1-08", new DemandPublication("letter", "c1"));
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime), o.State.Documents.All["letter"].Release);
        o.Do("b1-09", new ReleaseDocument("letter", o.Blob("The letter.")));
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-05", new DemandPublication("letter", "c1")).Code);
    }

    [Fact]
    public void Fewer_than_a_fifth_get_reasons_and_a_day_within_twelve_months()
    {
        var o = WithLetter();
        var session = o.Session();
        var many = Enumerable.Range(1, 8).Aggregate(session.Credentials, (all, i) => all.SetItem($"d{i}", new Credential($"d{i}", null, null, o.Now)));
        o.Set(o.State with { Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem("c1", session with { Credentials = many }) } });
        o.Do("b1-08", new DemandPublication("letter", "c1"));
        Assert.Equal((3, new DateOnly(2026, 12, 1)), (o.State.Documents.All["letter"].Demand!.Needed, o.State.Documents.All["letter"].Release));
        Assert.Equal("protocol.taken", o.Refused("b1-08", new DemandPublication("letter", "c1")).Code);
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new AnswerPublicationDemand("letter", "It names a witness.", day.AddDays(90))).Code);
        Assert.Equal(("documents.review-too-late", day.AddMonths(12)), (o.Refused("b1-07", new AnswerPublicationDemand("letter", "It names a witness.", day.AddMonths(13))).Code, (DateOnly)o.Refused("b1-07", new AnswerPublicationDemand("letter", "It names a witness.", day.AddMonths(13))).Needs!));
        o.Do("b1-07", new AnswerPublicationDemand("letter", "It names a witness.", day.AddDays(90)));
        // An answer ends no demand: the next delegates still join it.
        o.Do("b2-05", new DemandPublication("letter", "c1"));
        o.Do("b1-07", new DemandPublication("letter", "c1"));
        Assert.Equal(day, o.State.Documents.All["letter"].Release);
    }

    [Fact]
    public void What_was_promised_to_whoever_deposited_it_is_kept()
    {
        var o = WithLetter(DocumentUse.Read);
        var refusal = o.Refused("b1-08", new DemandPublication("letter", "c1"));
        Assert.Equal(("documents.not-to-publish", new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), (refusal.Code, refusal.Earliest));
        WithLetter(DocumentUse.Quote).Do("b1-08", new DemandPublication("letter", "c1"));
    }

    [Fact]
    public void A_vote_that_rests_on_a_paper_that_came_late_is_put_off_once_to_the_next_day()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", x.Motion("m1") with { Texts = Text(x, "As document:late and document:papers say.") });
            x.Do("b1-09", new DepositDocument("papers", "With the papers", x.Blob("In time."), [], DateOnly.FromDateTime(x.Now.UtcDateTime)));
        });
        o.Do("b1-09", new DepositDocument("late", "Handed out at the door", o.Blob("Late."), [], DateOnly.FromDateTime(o.Now.UtcDateTime)));
        var text = o.State.Motions.All["m1"].Current.Texts["en"];
        AskAdjournment Ask(string document) => new(document, "c1", "m1", text);
        Assert.Equal("documents.with-the-papers", o.Refused("b1-08", Ask("papers")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", Ask("late")).Code);
        Assert.Equal("documents.not-cited", o.Refused("b1-08", Ask("late") with { Text = o.Blob("Another text.") }).Code);
        PutQuestion put = new("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?");
        Assert.IsType<Decision.Accepted>(o.Try("b1-07", put));
        o.Do("b1-08", Ask("late"));
        var tomorrow = new DateTimeOffset(o.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        var refusal = o.Refused("b1-07", put);
        Assert.Equal(("documents.vote-put-off", tomorrow), (refusal.Code, refusal.Earliest));
        Assert.Equal("documents.adjourned-once", o.Refused("b2-05", Ask("late")).Code);
        o.Now = tomorrow.AddHours(9);
        o.Do("b1-07", put);
    }

    [Fact]
    public void On_the_last_day_a_vote_is_put_off_by_hours_and_not_lost_with_the_meeting()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Texts = Text(x, "As document:late says.") }));
        o.Advance(2);
        o.Do("b1-09", new DepositDocument("late", "Handed out", o.Blob("Late."), [], DateOnly.FromDateTime(o.Now.UtcDateTime)));
        o.Do("b1-08", new AskAdjournment("late", "c1", "m1", o.State.Motions.All["m1"].Current.Texts["en"]));
        Assert.Equal(o.Now.AddHours(2), o.State.Documents.Adjourned["m1"]);
    }

    [Fact]
    public void Addressees_are_reminded_before_their_meeting_until_they_have_received_it()
    {
        var o = Congresses.Convened();
        o.Do("b1-09", new DepositDocument("d", "Letter", o.Blob("x"), ["council"], new(2026, 12, 1)));
        Assert.Empty(Reminders.Of(o.State, "b1-01", o.Now));
        o.Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal([new(ReminderKind.NotReceived, "d", new DateOnly(2026, 12, 1))], Reminders.Of(o.State, "b1-01", o.Now));
        Assert.Empty(Reminders.Of(o.State, "b1-09", o.Now));
        o.Do("b1-01", new ReceiveDocument("d"));
        Assert.Empty(Reminders.Of(o.State, "b1-01", o.Now));
        Assert.Single(Reminders.Of(o.State, "b1-02", o.Now));
    }
}
