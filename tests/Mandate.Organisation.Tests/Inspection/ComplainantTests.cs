using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>What whoever complains can ask for: a reader of their choice, amends, and an answer in time at a congress.</summary>
public sealed class ComplainantTests
{
    private static readonly string Digest = new('a', 64);

    private static Complain About(bool? conduct = null) => new("c", ["t-secretary-0"], "Shouted at a teller", Digest, "national draw", Conduct: conduct);

    [Fact]
    public void Whoever_complained_chooses_among_the_readers_and_that_one_finds_first()
    {
        var o = Founded.Small();
        o.Do("b1-07", About());
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new ChooseReader("c", "b2-02")).Code);
        Assert.Equal("inspection.not-a-reader", o.Refused("b1-07", new ChooseReader("c", "b1-04")).Code);
        o.Do("b1-07", new ChooseReader("c", "b2-02"));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new ChooseReader("c", "b1-03")).Code);
        o.Do("b1-05", new ReplyToComplaint("c", Digest));
        var find = new FindOnComplaint("c", true, "Three saw it.");
        Assert.Equal(("inspection.lead-first", "b2-02"), (o.Refused("b1-03", find).Code, o.Refused("b1-03", find).Needs));
        o.Do("b2-02", find);
        o.Do("b1-03", find);
        Assert.True(o.State.Inspection.All["c"].Upheld);
    }

    [Fact]
    public void A_chosen_reader_who_does_nothing_holds_nothing_up_for_long()
    {
        var o = Founded.Small();
        o.Do("b1-07", About());
        o.Do("b1-07", new ChooseReader("c", "b2-02"));
        o.Advance(28);
        Assert.Equal(o.Now.Date.AddDays(1), o.Refused("b1-03", new FindOnComplaint("c", true, "Three saw it.")).Earliest?.Date);
        o.Advance(1);
        o.Do("b1-03", new FindOnComplaint("c", true, "Three saw it."));
    }

    [Fact]
    public void How_an_officer_treats_people_is_read_by_those_of_other_units()
    {
        var o = Founded.Small();
        o.Do("b1-07", About(conduct: true));
        Assert.Equal(["b2-02"], Readers.Of(o.State, o.State.Inspection.All["c"], o.Now));
        Assert.Equal(Bar.SameUnit, Readers.BarOf(o.State, o.State.Inspection.All["c"], "b1-03", o.Now));
        o.Do("b1-07", About() with { Id = "d" });
        Assert.Equal(["b1-03", "b2-02"], Readers.Of(o.State, o.State.Inspection.All["d"], o.Now));
        o.Do("b2-02", new StepAside("c", "related"));
        o.Advance(3);
        o.Do("b1-09", new DrawJury("c", "1 2 3"));
        Assert.All(o.State.Inspection.All["c"].Jury, p => Assert.StartsWith("b2", p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_complaint_about_conduct_is_settled_by_amends_and_the_next_within_a_year_goes_to_the_readers()
    {
        var o = Founded.Small();
        o.Do("b1-07", About());
        Assert.Equal("inspection.not-about-conduct", o.Refused("b1-07", new DemandAmends("c", Amends.Apology, Digest, new(2026, 1, 20))).Code);
        o.Do("b1-07", About(conduct: true) with { Id = "d" });
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new SettleComplaint("d")).Code);
        o.Do("b1-07", new DemandAmends("d", Amends.Apology, Digest, new(2026, 1, 20)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new AnswerDemand("d", true, Digest)).Code);
        o.Do("b1-05", new AnswerDemand("d", true, Digest));
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new SettleComplaint("d")).Code);
        o.Do("b1-07", new SettleComplaint("d"));
        var settled = o.State.Inspection.All["d"];
        Assert.Equal((true, (bool?)null), (settled.Settled, settled.Upheld));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new AppealFinding("d", Digest)).Code);
        o.Advance(200);
        o.Do("b1-09", About(conduct: true) with { Id = "e" });
        Assert.Equal("inspection.settled-before", o.Refused("b1-09", new DemandAmends("e", Amends.Apology, Digest, new(2026, 8, 1))).Code);
        o.Do("b2-02", new StepAside("e", "tired"));
        o.Advance(170);
        o.Do("b1-09", About(conduct: true) with { Id = "f" });
        o.Do("b1-09", new DemandAmends("f", Amends.Apology, Digest, new(2027, 2, 1)));
    }

    [Fact]
    public void Where_more_than_a_third_of_the_inspection_is_tied_a_drawn_jury_reads()
    {
        var o = Founded.Small();
        Assert.False(Independence.At(o.State, o.Now).AboveLimit);
        o.Do("b1-07", About());
        o.Happened("b1-01", new TenureEnded("t-control-0", "resigned"), new TenureBegan("t", "b1-03", new Seat("control"), o.Now, null, new Basis(BasisKind.Appointment, "x", "b1-05")));
        Assert.Equal((1, 2), (Independence.At(o.State, o.Now).Tied, Independence.At(o.State, o.Now).Inspectors));
        o.Do("b1-07", About() with { Id = "d", Against = ["t-electoral-0"] });
        Assert.Empty(Readers.Of(o.State, o.State.Inspection.All["d"], o.Now));
        Assert.Equal("inspection.jury-first", o.Refused("b2-02", new FindOnComplaint("d", true, "-")).Code);
        // What was begun before goes on with those who read it.
        Assert.Equal(["b2-02"], Readers.Of(o.State, o.State.Inspection.All["c"], o.Now));
        o.Advance(3);
        o.Do("b2-07", new DrawJury("d", "1 2 3"));
    }

    [Fact]
    public void At_a_congress_an_item_waits_for_the_finding_a_day_at_most_and_once()
    {
        var o = Congresses.Opened(c => c.Do("b1-09", c.Motion("m1")));
        var session = o.Session();
        var item = session.Agenda.First(i => i.Kind == Organisation.Sessions.ItemKind.Motion);
        var delegates = session.Credentials.Keys.ToArray();
        var urgent = About() with { Session = session.Id, Item = item.Id };
        Assert.Equal("protocol.not-yours", o.Refused("b2-08", urgent).Code);
        o.Do(delegates[0], urgent);
        Assert.Equal(delegates[0], o.State.Inspection.All["c"].By);
        var put = new PutQuestion("v", VoteKind.Hands, session.Id, null, item.Reference!, 1, "Adopt?");
        var waits = o.Refused(session.ChairPerson!, put);
        Assert.Equal(("inspection.item-waits", o.State.Inspection.All["c"].Urgent!.Due), (waits.Code, waits.Earliest));
        Assert.True(waits.Earliest <= o.Now.AddHours(24));
        Assert.Equal("inspection.stayed-already", o.Refused(delegates[1], urgent with { Id = "d" }).Code);
        Assert.Equal("inspection.not-heard", o.Refused("b1-03", new FindOnComplaint("c", false, "Nothing.")).Code);
        o.Do("b1-05", new ReplyToComplaint("c", Digest));
        o.Do("b1-03", new FindOnComplaint("c", false, "Nothing."));
        o.Do("b2-02", new FindOnComplaint("c", false, "Nothing."));
        Assert.NotEqual("inspection.item-waits", (o.Try(session.ChairPerson!, put) as Acts.Decision.Refused)?.Refusal.Code);
    }

    [Fact]
    public void Nothing_waits_past_noon_of_the_last_day()
    {
        var o = Congresses.Opened(c => c.Do("b1-09", c.Motion("m1")));
        var session = o.Session();
        var item = session.Agenda.First(i => i.Kind == Organisation.Sessions.ItemKind.Motion);
        var delegated = session.Credentials.Keys.First();
        o.Now = new DateTimeOffset(session.LastDay, new TimeOnly(11, 0), TimeSpan.Zero);
        o.Do(delegated, About() with { Session = session.Id, Item = item.Id });
        Assert.Equal(12, o.State.Inspection.All["c"].Urgent!.Due.Hour);
        o.Now = o.Now.AddHours(1);
        Assert.NotEqual("inspection.item-waits", (o.Try(session.ChairPerson!, new PutQuestion("v", VoteKind.Hands, session.Id, null, item.Reference!, 1, "Adopt?")) as Acts.Decision.Refused)?.Refusal.Code);
        Assert.Equal("inspection.item-waits-not", o.Refused(delegated, About() with { Id = "d", Session = session.Id, Item = "opening" }).Code);
    }
}
