using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Inspection;

public sealed class AppealTests
{
    private static readonly string Digest = new('a', 64);

    /// <summary>A complaint of an ordinary member against the secretary, upheld by both inspectors.</summary>
    private static Founded Found()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-09", new Complain("c", ["t-secretary-0"], "Travel claims", Digest, "the draw of Saturday"));
            x.Do("b1-05", new ReplyToComplaint("c", Digest));
        });
        foreach (var reader in new[] { "b1-03", "b2-02" }) o.Do(reader, new FindOnComplaint("c", true, "No receipts."));
        return o;
    }

    private static void Decided(Founded o, string vote, string subject, bool carried)
    {
        var one = new Vote(vote, VoteKind.Paper, "c1", null, new("?", subject, null, "", ""), null, 0, null, 3, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(carried, new(2, 1, 0), 2, 3, 3, null, [], [], null, o.Now));
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem(vote, one)) });
    }

    [Fact]
    public void Either_side_takes_a_finding_to_the_next_instance_once_and_nobody_else_does()
    {
        var o = Found();
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", new AppealFinding("c", Digest)).Code);
        o.Do("b1-09", new AppealFinding("c", Digest));
        Assert.Equal("congress", o.State.Inspection.All["c"].Appeal!.To);
        Assert.Equal("inspection.appealed-already", o.Refused("b1-05", new AppealFinding("c", Digest)).Code);
    }

    [Fact]
    public void Congress_votes_on_it_by_paper_and_a_carried_vote_overturns_the_finding()
    {
        var o = Found();
        o.Do("b1-05", new AppealFinding("c", Digest));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Paper, "c1", null, "appeal/c", null, "Is the finding overturned?"));
        Assert.IsType<Decision.Refused>(o.Try("b1-07", new PutQuestion("v2", VoteKind.RollCall, "c1", null, "appeal/c", null, "Is the finding overturned?")));
        Assert.Equal("inspection.not-decided-there", o.Refused("b1-09", new ConcludeAppeal("c", "v1")).Code);
        Decided(o, "v1", "appeal/c", carried: true);
        o.Do("b1-09", new ConcludeAppeal("c", "v1"));
        Assert.False(o.State.Inspection.All["c"].Upheld);
        Assert.NotNull(o.State.Inspection.All["c"].Appeal!.DecidedAt);
    }

    [Fact]
    public void A_vote_that_does_not_carry_leaves_the_finding()
    {
        var o = Found();
        o.Do("b1-05", new AppealFinding("c", Digest));
        Decided(o, "v1", "appeal/c", carried: false);
        o.Do("b1-05", new ConcludeAppeal("c", "v1"));
        Assert.True(o.State.Inspection.All["c"].Upheld);
    }

    [Fact]
    public void After_thirty_days_and_where_no_instance_is_named_it_ends_there()
    {
        var o = Found();
        o.Advance(31);
        Assert.Equal("inspection.appeal-too-late", o.Refused("b1-05", new AppealFinding("c", Digest)).Code);
        var without = Founded.Small(Founded.Yaml((", to: control, then: congress}", ", to: control}")));
        without.Do("b1-09", new Complain("c", ["t-secretary-0"], "Travel claims", Digest, "the draw"));
        without.Do("b1-05", new ReplyToComplaint("c", Digest));
        foreach (var reader in new[] { "b1-03", "b2-02" }) without.Do(reader, new FindOnComplaint("c", true, "No receipts."));
        Assert.Equal("inspection.no-further-instance", without.Refused("b1-05", new AppealFinding("c", Digest)).Code);
    }

    [Fact]
    public void An_ordinary_member_complains_under_a_pseudonym_and_a_holder_of_a_place_by_name()
    {
        var o = Founded.Small();
        o.Do("b1-09", new Complain("c", ["t-secretary-0"], "Travel claims", Digest, "the draw"));
        Assert.True(Pseudonyms.IsOne(o.State.Inspection.All["c"].By));
        o.Do("b1-06", new Complain("d", ["t-secretary-0"], "Travel claims", Digest, "the draw"));
        Assert.Equal("b1-06", o.State.Inspection.All["d"].By);
    }

    [Fact]
    public void A_juror_who_complained_finds_nothing_on_their_own_complaint()
    {
        var o = Founded.Small();
        o.Do("b1-09", new Complain("c", ["t-control-0"], "Claims", Digest, "the draw"));
        o.Happened("b1-10", new JuryDrawn("c", "1", ["b1-09", "b1-10", "b1-11"]));
        o.Advance(15);
        Assert.Equal("inspection.barred", o.Refused("b1-09", new FindOnComplaint("c", true, "So it is.")).Code);
        o.Do("b1-09", new StepAside("c", "I complained."));
        o.Do("b1-10", new FindOnComplaint("c", true, "So it is."));
    }

    [Fact]
    public void What_is_to_follow_from_a_finding_is_put_to_those_who_decide_and_a_finding_that_nothing_follows_is_told()
    {
        var o = Found();
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        Assert.False(o.State.Inspection.All["c"].WithoutConsequenceOn(day.AddDays(30)));
        Assert.True(o.State.Inspection.All["c"].WithoutConsequenceOn(day.AddDays(31)));
        Assert.Equal("inspection.not-a-reader", o.Refused("b1-09", new ProposeConsequence("c", Consequence.None, "Settled.", null)).Code);
        Assert.Equal("inspection.not-put", o.Refused("b1-03", new ProposeConsequence("c", Consequence.Correction, "Pays it back.", null)).Code);
        o.Do("b1-05", new TakeUndertaking("back", Duty.Rectification, "Pay the claims back.", day.AddDays(20)));
        o.Do("b1-03", new ProposeConsequence("c", Consequence.Correction, "Pays it back.", "back"));
        Assert.False(o.State.Inspection.All["c"].WithoutConsequenceOn(day.AddDays(31)));
        Assert.Equal("protocol.taken", o.Refused("b2-02", new ProposeConsequence("c", Consequence.None, "Settled.", null)).Code);
    }

    [Fact]
    public void A_proposed_consequence_lies_before_a_named_body_until_it_is_decided()
    {
        var o = Found();
        o.Happened("b1-03", new Mandate.Organisation.Motions.MotionFiled("out", "1", "s", "ordinary", "Limit the signature", "b1-03", null, System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64)), [], null, null, null, null, false, false));
        Assert.Null(PendingConsequences.Of(o.State, o.State.Inspection.All["c"]));
        o.Do("b1-03", new ProposeConsequence("c", Consequence.Limitation, "Two sign from now on.", "out"));
        Assert.Equal(new PendingConsequence("s", DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(60)), PendingConsequences.Of(o.State, o.State.Inspection.All["c"]));
        o.Happened("b1-03", new Mandate.Organisation.Motions.MotionAdopted("out", "v"));
        Assert.Null(PendingConsequences.Of(o.State, o.State.Inspection.All["c"]));
    }
}
