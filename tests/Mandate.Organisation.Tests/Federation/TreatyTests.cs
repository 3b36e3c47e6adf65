using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class TreatyTests
{
    private static Constitution Rules(params (string Old, string New)[] changes) => ConstitutionReader.Read(Founded.Yaml(changes)).Constitution!;

    private static (string What, Impact Impact)[] Impacts(IEnumerable<CompetenceImpact> impacts) => [.. impacts.Select(i => (i.What, i.Impact))];

    [Fact]
    public void Before_a_vote_each_unit_sees_what_it_keeps_shares_and_loses()
    {
        var before = Rules(("powers:", "powers:\n  - {id: own_hall, verb: decide, object: hall, holder: branch.meeting}"));
        var lost = Impacts(Competences.Between(before, Rules(("powers:", "powers:\n  - {id: own_hall, verb: decide, object: hall, holder: council}")), "branch"));
        Assert.Contains(("decide hall", Impact.Loses), lost);
        Assert.Contains(("elect branch.secretary", Impact.Keeps), lost);
        Assert.Contains(("dissolve branch", Impact.Keeps), lost);
        Assert.DoesNotContain(lost, i => i.What == "inspect council");
        var shared = Impacts(Competences.Between(before, Rules(("powers:", "powers:\n  - {id: own_hall, verb: decide, object: hall, holder: {all_of: [{body: branch.meeting}, {body: council}]}}")), "branch"));
        Assert.Contains(("decide hall", Impact.Shares), shared);
        Assert.Contains(("decide hall", Impact.Gains), Impacts(Competences.Between(Rules(), before, "branch")));
    }

    private static (Founded O, ProposeTreaty Treaty) Put()
    {
        var o = Congresses.Convened();
        return (o, new("t", "League of the ports", o.Blob("We run one strike fund together."), [new("Dockers of the North", "north+1a2b3c4d+AbcDefGhiJklMnoPqrStuVwxYz0123456789")], ["direct_work"], [], 30));
    }

    private static void Adopted(Founded o, string id, string text)
    {
        o.Do("b1-01", new FileMotion(id, "c1", "ordinary", "League", ImmutableSortedDictionary<string, string>.Empty.Add("en", text), [], null, null, null, false));
        o.Set(o.State with { Motions = o.State.Motions with { All = o.State.Motions.All.SetItem(id, o.State.Motions.All[id] with { Stage = MotionStage.Adopted }) } });
    }

    [Fact]
    public void An_organisation_joins_by_its_own_vote_on_the_very_text_and_what_it_handed_over_it_decides_alone_no_more()
    {
        var (o, treaty) = Put();
        Assert.Equal("decide-in-writing", o.Refused("b1-01", treaty).Way);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", treaty with { Delegated = ["none"] }, "council").Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", treaty with { Partners = [new("North", "no key")] }, "council").Code);
        o.Do("b1-01", treaty, "council");
        Adopted(o, "m1", o.Blob("Another text."));
        Assert.Equal("federation.other-text", o.Refused("b1-05", new JoinTreaty("t", "m1")).Code);
        Adopted(o, "m2", treaty.Text);
        o.Do("b1-05", new JoinTreaty("t", "m2"));
        o.Do("b1-01", new OpenFund("f", "Fund", "EUR", "secretary"), "council");
        Assert.Equal("protocol.unknown", o.Refused("b1-05", new NotePartner("t", "South", 4)).Code);
        o.Do("b1-05", new NotePartner("t", "Dockers of the North", 41));
        var refused = o.Refused("b1-01", new OpenFund("g", "Fund", "EUR", "secretary"), "council");
        Assert.Equal(("federation.handed-over", "leave-treaty"), (refused.Code, refused.Way));
    }

    [Fact]
    public void It_leaves_by_its_own_vote_and_nobody_else_has_to_agree()
    {
        var (o, treaty) = Put();
        o.Do("b1-01", treaty, "council");
        Adopted(o, "m2", treaty.Text);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new LeaveTreaty("t", "m2")).Code);
        o.Do("b1-05", new JoinTreaty("t", "m2"));
        o.Do("b1-05", new NotePartner("t", "Dockers of the North", 41));
        Assert.Equal("federation.other-text", o.Refused("b1-05", new LeaveTreaty("t", "m2")).Code);
        Adopted(o, "m3", o.Blob("We leave the league."));
        o.Do("b1-05", new LeaveTreaty("t", "m3"));
        Assert.Equal("federation.handed-over", o.Refused("b1-01", new OpenFund("g", "Fund", "EUR", "secretary"), "council").Code);
        o.Advance(31);
        o.Do("b1-01", new OpenFund("g", "Fund", "EUR", "secretary"), "council");
    }

    [Fact]
    public void A_treaty_tells_each_kind_of_unit_what_it_would_hand_over_of_theirs()
    {
        var rules = Rules(("powers:", "powers:\n  - {id: own_hall, verb: decide, object: hall, holder: branch.meeting}"));
        var treaty = new Treaty("t", "League", "", [], ["own_hall"], [], 0, "council", Founded.Start);
        Assert.Contains(("decide hall", Impact.Loses), Impacts(Competences.Under(rules, treaty, "branch")));
        Assert.Contains(("elect branch.secretary", Impact.Keeps), Impacts(Competences.Under(rules, treaty with { Delegated = [], Shared = ["own_hall"] }, "branch")));
        Assert.Contains(("decide hall", Impact.Shares), Impacts(Competences.Under(rules, treaty with { Delegated = [], Shared = ["own_hall"] }, "branch")));
    }

    /// <summary>One branch of sixty members, five of nine, which a key of one for twelve leaves without a seat.</summary>
    [Fact]
    public void More_seats_for_the_smaller_are_allowed_and_a_key_that_takes_a_whole_seat_from_them_is_not()
    {
        var o = Founded.Small();
        Organisation.Roll.Member Of(string unit, int i) => new($"{unit}-x{i:00}", unit, Founded.Day(2021), "en", Organisation.Roll.MemberStatus.Active, "commitment");
        o.Happened("b1-01", new Organisation.Roll.UnitsEntered([.. Enumerable.Range(3, 4).Select(n => new Organisation.Roll.Unit($"b{n}", "branch", $"Quay {n}", null, Founded.Day(2020)))]));
        o.Happened("b1-01", new Organisation.Roll.MembersEntered([.. Enumerable.Range(0, 48).Select(i => Of("b1", i)), .. Enumerable.Range(3, 4).SelectMany(n => Enumerable.Range(0, 9).Select(i => Of($"b{n}", i)))]));
        Constitution With(string key) => Rules(("one_per: 5 members, min: 1", key));
        var (day, now) = (new DateOnly(2026, 1, 1), With("one_per: 4 members, min: 1"));
        Assert.False(SeatKeys.Of(o.State, now, day).Single().FavoursLarger);
        Assert.True(SeatKeys.Of(o.State, With("equal: 9"), day).Single().FavoursSmaller);
        Assert.Null(SeatKeys.Reversed(o.State, now, With("equal: 9"), day));
        var reversed = SeatKeys.Reversed(o.State, now, With("one_per: 12 members"), day)!;
        Assert.Equal((26, 104, 0, 5), (reversed.Members, reversed.OfMembers, reversed.Seats, reversed.OfSeats));
        // One that is no worse than now is not refused, or an unequal key could never be repaired step by step.
        Assert.True(SeatKeys.Of(o.State, Rules(), day).Single().FavoursLarger);
        Assert.Null(SeatKeys.Reversed(o.State, Rules(), With("one_per: 12 members"), day));
    }
}
