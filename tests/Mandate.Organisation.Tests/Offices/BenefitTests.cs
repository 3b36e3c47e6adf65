using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Tally;
using Known = Mandate.Organisation.Inspection.Known;

namespace Mandate.Organisation.Tests.Offices;

/// <summary>The council (b1-01, b1-02, b2-01) decides; the secretary is b1-05.</summary>
public sealed class BenefitTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private static GrantBenefit Pay(string id, string place, long amount, string? vote = null) => new(id, place, BenefitKind.Pay, "Pay", amount, "EUR", Every.Month, Day, null, vote);

    [Fact]
    public void What_goes_with_a_place_is_decided_openly_and_never_by_those_who_get_it_alone()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", Pay("p1", "secretary", 3_000_00), "control").Code);
        var own = o.Refused("b1-01", Pay("p1", "council", 500_00), "council");
        Assert.Equal(("offices.own-pay", "others-decide"), (own.Code, own.Way));
        Assert.Equal("offices.not-decided", o.Refused("b1-01", Pay("p1", "council", 500_00, "no-vote"), "council").Code);
        o.Do("b1-01", Pay("p1", "secretary", 3_000_00), "council");
        Assert.Equal("council", o.State.Offices.Benefits["p1"].For);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Pay("p2", "secretary", 0), "council").Code);
        o.Do("b1-01", new EndBenefit("p1", Day), "council");
        Assert.False(o.State.Offices.Benefits["p1"].InForceOn(Day.AddDays(1)));
    }

    [Fact]
    public void Nobody_has_more_than_the_ceiling_from_all_places_together()
    {
        var o = Founded.Small();
        o.Do("b1-01", new SetPayCeiling(2_000_00, "EUR", 150, "Survey of members, 2025"), "council");
        o.Do("b1-01", Pay("p1", "secretary", 2_900_00), "council");
        var above = o.Refused("b1-01", Pay("p2", "secretary", 100_01), "council");
        Assert.Equal(("offices.above-ceiling", (object)3_000_00L, (object)3_000_01L), (above.Code, above.Needs, above.Given));
        o.Do("b1-01", new GrantBenefit("p3", "secretary", BenefitKind.Travel, "Rail pass", 1_200_00, "EUR", Every.Year, Day, null, null), "council");
        Assert.Equal("offices.above-ceiling", o.Refused("b1-01", Pay("p4", "secretary", 1), "council").Code);
        // What the person has from another place counts too.
        o.Happened("b1-01", new TenureBegan("t-x", "b1-05", new Seat("branch.secretary", null, "b1"), o.Now, null, new Organisation.Offices.Basis(BasisKind.Election, "e1")));
        Assert.Equal("offices.above-ceiling", o.Refused("b1-01", Pay("p5", "branch.secretary", 1), "council").Code);
    }

    [Fact]
    public void The_pay_ratio_is_not_given_until_the_wage_of_members_is_stated_and_exact_then()
    {
        var o = Founded.Small();
        Indicator Ratio() => Indicators.Of(o.State, Day, o.Reader).Single(i => i.Name == "pay-ratio");
        o.Do("b1-01", Pay("p1", "secretary", 3_000_00), "council");
        Assert.Equal(Known.NotGiven, Ratio().Known);
        o.Do("b1-01", new SetPayCeiling(2_000_00, "EUR", 200, "Survey of members, 2025"), "council");
        Assert.Equal(new Fraction(3, 2), Ratio().Value);
    }

    [Fact]
    public void An_assessment_stays_closed_until_those_who_elect_meet_and_the_answer_stands_beside_it()
    {
        var o = Congresses.Convened();
        const string Words = "Writes every decision down the same day. Answers no letter in August: see the letters of branch 2.";
        var commitment = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Words)));
        const string Session = "c1";
        var opens = o.State.Sessions.All[Session].Opens;
        Assert.Equal("offices.did-not-work-with", o.Refused("b1-09", new AssessHolder("a1", "t-council-1", Session, commitment)).Code);
        o.Do("b1-01", new AssessHolder("a1", "t-council-1", Session, commitment));
        var early = o.Refused("b1-01", new OpenAssessment("a1", o.Blob(Words)));
        Assert.Equal(("offices.not-yet-opened", (DateTimeOffset?)opens), (early.Code, early.Earliest));
        Assert.Equal("offices.not-yet-opened", o.Refused("b1-02", new ReplyToAssessment("a1", o.Blob("August is closed."))).Code);
        o.Set(o.State with { Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem(Session, o.State.Sessions.All[Session] with { OpenedAt = opens }) } });
        Assert.Equal("protocol.not-yours", o.Refused("b1-02", new OpenAssessment("a1", o.Blob(Words))).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new OpenAssessment("a1", o.Blob("Something else."))).Code);
        o.Do("b1-01", new OpenAssessment("a1", o.Blob(Words)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ReplyToAssessment("a1", o.Blob("August is closed."))).Code);
        o.Do("b1-02", new ReplyToAssessment("a1", o.Blob("August is closed.")));
        Assert.Equal("offices.already-done", o.Refused("b1-02", new ReplyToAssessment("a1", o.Blob("Again."))).Code);
    }

    [Fact]
    public void What_is_expected_of_a_place_is_published_and_a_recall_says_under_its_pseudonym_what_it_refers_to()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new SetStandard("secretary", o.Blob("Answers letters within a week."))).Code);
        o.Do("b1-01", new SetStandard("secretary", o.Blob("Answers letters within a week.")), "council");
        Assert.Equal("council", o.State.Offices.Standards["secretary"].For);
        o.Happened("b1-01", new TenureBegan("d1", "b1-07", new Seat("congress", "delegates", "b1"), o.Now, null, new Organisation.Offices.Basis(BasisKind.Election, "e1"), "c1"));
        o.Do("b1-08", new StartRecall("r1", "d1"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new StateGrounds("r1", "Voted otherwise than the branch asked.", null, [])).Code);
        o.Do("b1-08", new StateGrounds("r1", "Voted otherwise than the branch asked.", null, []));
        Assert.True(Acts.Pseudonyms.IsOne(o.State.Offices.Grounds["r1"].By));
    }

    [Fact]
    public void A_body_shares_out_its_work_until_a_day_of_the_term_and_whoever_had_it_before_has_it_no_more()
    {
        var o = Founded.Small();
        Assert.Equal("decide-in-writing", o.Refused("b1-01", new AssignPortfolio("f1", "t-council-0", "Negotiations", Day.AddDays(90))).Way);
        Assert.Equal("offices.not-of-a-body", o.Refused("b1-01", new AssignPortfolio("f1", "t-secretary-0", "Negotiations", Day.AddDays(90)), "council").Code);
        Assert.Equal("offices.beyond-term", o.Refused("b1-01", new AssignPortfolio("f1", "t-council-0", "Negotiations", Day.AddYears(9)), "council").Code);
        o.Do("b1-01", new AssignPortfolio("f1", "t-council-0", "Negotiations", Day.AddDays(90)), "council");
        o.Do("b1-01", new AssignPortfolio("f2", "t-council-1", "Negotiations", Day.AddDays(90)), "council");
        Assert.False(o.State.Offices.Portfolios["f1"].InForceOn(Day));
        Assert.True(o.State.Offices.Portfolios["f2"].InForceOn(Day));
        Assert.False(o.State.Offices.Portfolios["f2"].InForceOn(Day.AddDays(91)));
    }
}
