using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class SittingTests
{
    [Fact]
    public void A_session_opens_at_its_time_with_its_quorum_and_by_its_convenor()
    {
        var o = Congresses.AtTheDoor();
        o.Now = o.Now.AddMinutes(-1);
        o.Seat("b1-07");
        Assert.Equal(o.Session().Opens, o.Refused("b1-01", new OpenSession("c1")).Earliest);
        o.Now = o.Session().Opens;
        var thin = o.Refused("b1-01", new OpenSession("c1"));
        Assert.Equal("sessions.no-quorum", thin.Code);
        Assert.Equal("bodies.congress.quorum.opening", thin.Clause);
        Assert.Equal((2, 1, 3), (thin.Needs, thin.Given, thin.Args["seats"]));
        o.Seat("b2-05");
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new OpenSession("c1")).Code);
        o.Do("b1-01", new OpenSession("c1"));
        Assert.Equal(new QuorumFigures(2, 2, 3, "bodies.congress.quorum.opening", "2/3 of seats"), o.Session().AtOpening);
    }

    [Fact]
    public void Nobody_counts_or_votes_without_a_credential_and_a_recall_takes_both_at_once()
    {
        var o = Congresses.Opened();
        Assert.Equal(3, Quorum.AtVote(o.State, o.Session(), o.Now).Present);
        o.Happened("b1-06", new TenureEnded("t-b1-08", "recalled"));
        Assert.Equal(2, Quorum.AtVote(o.State, o.Session(), o.Now).Present);
        var refusal = Entitlement.WhyNot(o.State, o.Session(), "b1-08", o.Now)!;
        Assert.Equal(("sessions.mandate-ended", "recalled"), (refusal.Code, refusal.Given));
        Assert.Equal("sessions.not-of-body", Entitlement.WhyNot(o.State, o.Session(), "b1-12", o.Now)!.Code);
    }

    [Fact]
    public void A_substitute_sits_only_by_the_desk_in_the_order_of_the_count_and_the_record_says_for_whom()
    {
        var o = Congresses.AtTheDoor();
        o.Seat("b1-07", "b2-05");
        var second = new SeatSubstitute("c1", "b1-10", "t-b1-08", "t-sub", [], null);
        Assert.Equal("b1-09", o.Refused("b1-04", second).Needs);
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", second).Code);
        Assert.Equal("sessions.delegate-is-here", o.Refused("b1-04", second with { Replaces = "t-b1-07" }).Code);
        Assert.Equal("sessions.not-a-substitute", o.Refused("b1-04", second with { Person = "b1-11" }).Code);
        o.Do("b1-04", second with { NotHere = ["b1-09"] });
        Assert.Equal("t-b1-08", o.Session().Credentials["b1-10"].Replaces);
        Assert.Equal("replaced", o.State.Offices.Tenures["t-b1-08"].EndReason);
        Assert.Equal(new Basis(BasisKind.Substitution, "e1"), o.State.Offices.Tenures["t-sub"].Basis);
        Assert.Equal("sessions.mandate-ended", o.Refused("b1-04", new Accredit("c1", "b1-08", "t-b1-08", null)).Code);
        o.Do("b1-10", new Arrive("c1", "b1-10"));
        Assert.True(Entitlement.MayVote(o.State, o.Session(), "b1-10", o.Now));
    }

    [Fact]
    public void A_credential_refused_at_the_desk_goes_to_the_congress()
    {
        var o = Congresses.Opened();
        o.Do("b1-04", new RejectCredential("c1", "b2-05", "t-b2-05", "the card is not hers"));
        Assert.False(Entitlement.MayVote(o.State, o.Session(), "b2-05", o.Now));
        o.Do("b2-05", new AppealCredential("c1"));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Hands, "c1", null, Mandate.Organisation.Motions.Consequences.CredentialSubject("c1", "b2-05"), null, "Shall b2-05 sit?"));
        o.Do("b1-07", new NameTellers("v1", ["b1-11"]));
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b1-07", new CloseVote("v1"));
        o.Do("b1-11", new EnterFigures("v1", new Mandate.Organisation.Votes.Figures(2, 0, 0)));
        o.Do("b1-07", new DeclareResult("v1"));
        Assert.False(o.Session().Rejections[^1].Upheld);
        Assert.Equal("sessions.appeal-granted", o.Refused("b1-04", new RejectCredential("c1", "b2-05", "t-b2-05", "again")).Code);
        o.Do("b1-04", new Accredit("c1", "b2-05", "t-b2-05", null));
    }

    [Fact]
    public void Only_whoever_presides_moves_the_session_and_a_ruling_can_be_overturned_by_the_floor()
    {
        var o = Congresses.Opened();
        Assert.Equal(("sessions.not-presiding", "b1-07"), (o.Refused("b1-01", new TakeUp("c1", "election:council")).Code, o.Refused("b1-01", new TakeUp("c1", "election:council")).Needs));
        o.Do("b1-07", new TakeUp("c1", "election:council"));
        o.Do("b2-05", new AskToSpeak("c1", "s1", "election:council", "for"));
        o.Do("b1-08", new AskToSpeak("c1", "s2", "election:council", "against"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new GiveFloor("c1", "s2")).Code);
        o.Do("b2-05", new EndSpeech("c1", "s1"));
        o.Do("b1-07", new GiveRuling("c1", "r1", "election:council", "Nominations are closed.", "bodies.council.seats"));
        Assert.Equal("sessions.not-of-body", o.Refused("b1-12", new AppealRuling("c1", "r1")).Code);
        o.Do("b1-08", new AppealRuling("c1", "r1"));
        o.Decide("v1", "r1", null, [Choice.No, Choice.Yes, Choice.Yes]);
        Assert.True(o.Session().Rulings[0].Overturned);
    }

    [Fact]
    public void Mandates_for_a_session_end_with_it_and_an_adjournment_is_on_the_record()
    {
        var o = Congresses.Opened();
        var tomorrow = o.Now.AddDays(1);
        o.Do("b1-07", new AdjournSession("c1", tomorrow, "The hall is needed."));
        Assert.Equal(tomorrow, o.Refused("b1-07", new ResumeSession("c1")).Earliest);
        o.Now = tomorrow;
        o.Do("b1-07", new ResumeSession("c1"));
        o.Do("b1-07", new CloseSession("c1"));
        Assert.All(Congresses.Delegates, p => Assert.Equal("session-closed", o.State.Offices.Tenures["t-" + p].EndReason));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new TakeUp("c1", "election:council")).Code);
    }

    [Fact]
    public void Minutes_follow_the_log_and_pass_objections_correction_and_approval()
    {
        var o = Congresses.Opened();
        o.Do("b1-07", new TakeUp("c1", "election:council"));
        o.Do("b2-05", new AskToSpeak("c1", "s1", "election:council", "for"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Do("b1-07", new EndSpeech("c1", "s1"));
        o.Now = o.Now.AddHours(1);
        o.Do("b1-07", new CloseSession("c1"));
        var codes = Minutes.Of(o.State, o.Session()).Select(s => s.Code).ToList();
        // Two accounts were owed, and nobody was there to give them.
        Assert.Equal(["convened", "served", "opened", "spoke", "report-missing", "report-missing", "closed"], codes);

        Assert.NotNull(o.Refused("b1-12", new PublishMinutes("c1")).Earliest);
        o.Do("b1-07", new PublishMinutes("c1"));
        o.Do("b2-05", new CorrectSpeech("c1", "k1", "s1", "I said: by name."));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new CorrectSpeech("c1", "k2", "s1", "No.")).Code);
        o.Do("b1-12", new ObjectToMinutes("c1", "o1", "The hour is wrong."));
        Assert.Equal("sessions.objections-open", Minutes.MayBeApproved(o.State, o.Session(), o.Now)!.Code);
        o.Do("b1-07", new AnswerObjection("c1", "o1", "The clock of the log stands.", false));
        Assert.Equal("sessions.objections-run", Minutes.MayBeApproved(o.State, o.Session(), o.Now)!.Code);
        o.Advance(15);
        Assert.Equal("sessions.objections-over", o.Refused("b1-12", new ObjectToMinutes("c1", "o2", "Late.")).Code);
        Assert.Null(Minutes.MayBeApproved(o.State, o.Session(), o.Now));
    }

    [Fact]
    public void Presence_is_the_sum_of_arrivals_and_departures_of_those_entitled()
    {
        var steps = Gen.Elements(Congresses.Delegates).Zip(Gen.Elements(true, false)).ListOf();
        Prop.ForAll(steps.ToArbitrary(), toggles =>
        {
            var o = Congresses.AtTheDoor();
            foreach (var person in Congresses.Delegates) o.Do("b1-04", new Accredit("c1", person, "t-" + person, null));
            var here = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (person, arrives) in toggles)
            {
                var changed = arrives ? here.Add(person) : here.Remove(person);
                var accepted = o.Try(person, arrives ? new Arrive("c1", person) : new Depart("c1", person)) is Decision.Accepted;
                if (accepted) o.Do(person, arrives ? new Arrive("c1", person) : new Depart("c1", person));
                if (accepted != changed) return false;
            }
            var quorum = Quorum.AtOpening(o.State, o.Session(), o.Now);
            return quorum.Present == here.Count && quorum.Met == (here.Count >= 2) && o.Session().Comings.Length == toggles.Count(t => true) - Idle(toggles);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>How many toggles change nothing.</summary>
    private static int Idle(IEnumerable<(string Person, bool Arrives)> toggles)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        return toggles.Count(t => !(t.Arrives ? here.Add(t.Person) : here.Remove(t.Person)));
    }

    [Fact]
    public void Somebody_without_office_or_mandate_gets_no_act_of_the_chair_the_desk_or_the_convenor_accepted()
    {
        var o = Congresses.Opened();
        Command[] acts =
        [
            new TakeUp("c1", "election:council"), new FinishItem("c1", "election:council"), new AdjournSession("c1", o.Now.AddDays(1), "no"), new CloseSession("c1"),
            new AnnounceChair("c1", "b1-08", null), new GiveRuling("c1", "r1", "election:council", "No.", "x"), new PutItem("c1", "i9", ItemKind.Other, "Mine", null),
            new Accredit("c1", "b1-12", "t-b1-07", null), new RejectCredential("c1", "b1-07", "t-b1-07", "no"), new Depart("c1", "b1-07"), new OpenSession("c1"),
            new CancelSession("c1", "no"), new PublishMinutes("c1"), new Arrive("c1", "b1-12"), new AskToSpeak("c1", "s1", "election:council", "for"),
            new ConveneSession("c2", "congress", null, "Hall", o.Now.AddDays(60), DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(61), null),
        ];
        Assert.All(acts, c => Assert.IsType<Decision.Refused>(o.Try("b1-12", c)));
        Assert.All(acts, c => Assert.IsType<Decision.Refused>(o.Try("stranger", c)));
    }

    [Fact]
    public void Offers_are_the_answers_of_the_rules_themselves()
    {
        var o = Congresses.Opened();
        foreach (var person in Congresses.Everybody)
            foreach (var offer in SessionsOffers.For(o.State, person, o.Now))
            {
                var decision = o.Try(person, offer.Prototype);
                Assert.Equal(offer.WhyNot?.Code, (decision as Decision.Refused)?.Refusal.Code);
            }
        Assert.Contains(SessionsOffers.For(o.State, "b1-07", o.Now), x => x is { Act: "sessions.close", WhyNot: null });
        Assert.DoesNotContain(SessionsOffers.For(o.State, "b1-12", o.Now), x => x is { Act: "sessions.close" });
    }
}
