using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Tests.Votes;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests;

/// <summary>What holds of the rules whatever is put to them.</summary>
public sealed class RulePropertyTests
{
    /// <summary>Acts that every member has, and every person: asking to be admitted.</summary>
    private static readonly string[] OfEverybody =
    [
        "roll.apply", "roll.transfer", "roll.leave", "roll.admit-by-silence", "motions.file", "motions.support", "motions.take-over", "motions.amend", "motions.erase-text", "sessions.demand", "sessions.sign-demand",
        "sessions.arrive", "sessions.waive-notice", "sessions.dispute-service", "sessions.contest-notice", "sessions.object-to-minutes", "votes.nominate", "votes.accept-nomination", "offices.start-recall", "offices.sign-recall", "offices.volunteer", "offices.fill-by-countback", "statutes.ask-judgement", "statutes.ask-whether-allowed", "statutes.ask-language",
    ];

    private static readonly Lazy<ImmutableArray<(Founded O, string Person, Offer Offer)>> Offered = new(() =>
    [
        .. from o in new[] { Founded.Small(), Halls.InCongress(), Halls.WithBox(6), Halls.InBranchMeeting("b1-06", "b1-01") }
           from person in o.State.Roll.Members.Keys.Order(StringComparer.Ordinal)
           from offer in All(o, person)
           select (o, person, offer),
    ]);

    /// <summary>Whoever the constitution does not know, whatever they call themselves, can do nothing but ask to be admitted.</summary>
    [Fact]
    public void No_act_is_permitted_to_a_role_that_the_constitution_does_not_know() =>
        Prop.ForAll<int, NonEmptyString>((at, name) =>
        {
            var (o, _, offer) = Offered.Value[Math.Abs(at % Offered.Value.Length)];
            var stranger = name.Get.Length > 60 ? name.Get[..60] : name.Get;
            if (o.State.Roll.Member(stranger) is not null) return true;
            return offer.Act == "roll.apply" || o.Try(stranger, offer.Prototype) is Decision.Refused;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData("admin"), InlineData("root"), InlineData("system"), InlineData("council"), InlineData("council@b1"), InlineData("~00000000000000000000000000000000")]
    public void A_name_that_sounds_like_authority_gives_none(string name) =>
        Assert.Equal([], Offered.Value.Where(x => x.Offer.Act != "roll.apply" && x.O.Try(name, x.Offer.Prototype) is Decision.Accepted).Select(x => x.Offer.Act).Distinct());

    /// <summary>What is open to somebody in an office and is no right of every member is closed to a member without one.</summary>
    [Fact]
    public void A_member_without_an_office_does_nothing_that_needs_one()
    {
        var open = Offered.Value.Where(x => x.Offer.WhyNot is null && !OfEverybody.Contains(x.Offer.Act, StringComparer.Ordinal) && x.Person != "b1-12").ToList();
        Assert.NotEmpty(open);
        Assert.Equal([], open.Where(x => x.O.Try("b1-12", x.Offer.Prototype) is Decision.Accepted).Select(x => $"{x.Offer.Act} is open to {x.Person}, and to b1-12, who holds nothing").Distinct());
    }

    /// <summary>Half of three seats is two: one is never a quorum, however they vote.</summary>
    [Fact]
    public void A_vote_decides_from_the_quorum_on_and_not_below() =>
        Prop.ForAll<byte, byte>((present, choices) =>
        {
            var o = Halls.InCongress();
            o.Item("c1", "i1");
            string[] delegates = ["b1-07", "b1-08", "b2-05"];
            var there = delegates.Where((_, i) => i == 0 || (present & (1 << i)) != 0).ToList();
            foreach (var gone in delegates.Except(there)) o.Happened(gone, new Departed("c1", gone));
            o.Do("b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "i1", null, "Shall we?"));
            o.Do("b1-07", new OpenVote("v1"));
            foreach (var (person, i) in there.Select((p, i) => (p, i))) o.Do(person, new CastVote("v1", (Choice)((choices >> (2 * i)) % 3)));
            o.Do("b1-07", new CloseVote("v1"));
            var decision = o.Try("b1-07", new DeclareResult("v1"));
            return there.Count >= 2
                ? decision is Decision.Accepted { Events: [ResultDeclared { Outcome: var outcome }, ..] } && outcome.Carried == (outcome.Figures.Yes > outcome.Figures.No)
                : decision is Decision.Refused { Refusal: { Code: "votes.no-quorum", Needs: 2, Given: 1 } };
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_recall_ends_the_mandate_at_once_and_for_good() =>
        Prop.ForAll<byte, byte, ushort>((yes, no, minutes) =>
        {
            var (y, n) = (yes % 7, no % 7);
            if (y + n == 0) return true;
            var o = Halls.InCongress();
            foreach (var (person, i) in new[] { "b1-01", "b1-02", "b1-03" }.Select((p, i) => (p, i))) o.Do(person, i == 0 ? new StartRecall("r1", "d-b1-07") : new SignRecall("r1"));
            o.Do("b1-06", new PutQuestion("v1", VoteKind.Paper, null, "b1", "r1", null, "Shall b1-07 be recalled?"));
            o.Do("b1-06", new NameTellers("v1", ["b1-10", "b1-11"]));
            o.Do("b1-06", new OpenVote("v1"));
            o.Do("b1-10", new IssuePapers("v1", [.. Enumerable.Range(1, y + n).Select(i => $"b1-{i:00}")]));
            o.Do("b1-06", new CloseVote("v1"));
            foreach (var teller in new[] { "b1-10", "b1-11" }) o.Do(teller, new EnterFigures("v1", new(y, n, 0), new(y + n, y + n, 0, 0, 0)));
            o.Do("b1-06", new DeclareResult("v1"));
            var later = o.Now.AddMinutes(minutes);
            var session = o.State.Sessions.Find("c1")!;
            return o.State.Offices.Holds("b1-07", "congress", o.Now) == y <= n
                && o.State.Offices.Holds("b1-07", "congress", later) == y <= n
                && Entitlement.MayVote(o.State, session, "b1-07", o.Now) == y <= n;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>Two put the same thing at the same time: whichever comes first has it, the other learns that it is taken.</summary>
    [Fact]
    public void Of_two_commands_racing_for_one_right_exactly_one_is_accepted() =>
        Prop.ForAll<int, bool>((which, swapped) =>
        {
            var races = Races();
            var (o, one, other) = races[Math.Abs(which % races.Length)];
            if (swapped) (one, other) = (other, one);
            var seats = o.State.Offices.Tenures.Values.Count(t => t.HeldAt(o.Now));
            if (o.Try(one.By, one.Command) is not Decision.Accepted || o.Try(other.By, other.Command) is not Decision.Accepted) return false;
            o.Do(one.By, one.Command);
            var after = o.State.Offices.Tenures.Values.Count(t => t.HeldAt(o.Now));
            return o.Try(other.By, other.Command) is Decision.Refused && after - seats <= 2;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static (Founded O, (string By, Command Command) One, (string By, Command Command) Other)[] Races()
    {
        var polling = Halls.WithCandidates();
        polling.Do("b1-06", new OpenVote("e1"));
        var counted = Halls.WithBox(5);
        var ballots = counted.Blt("e1", ["b1-07", "b1-08"], ["b1-07"], ["b1-08"], ["b1-08"], ["b1-09"]);
        foreach (var teller in new[] { "b1-10", "b1-11" }) counted.Do(teller, new EnterPapers("e1", ballots, new(5, 5, 0, 0, 0)));
        var recall = Halls.InCongress();
        recall.Do("b1-01", new StartRecall("r1", "d-b1-07"));
        var vacant = Founded.Small();
        vacant.Do("b1-05", new Resign("t-secretary-0"));
        vacant.Advance(1);
        foreach (var (id, person) in new[] { ("w1", "b1-02"), ("w2", "b2-01") }) vacant.Do("b1-01", new ProposeAct(id, "council", null, new BeginActing("a-" + id, person, new Seat("secretary"))));
        var motions = Halls.WithCongress();
        return
        [
            (polling, ("b1-10", new IssuePapers("e1", ["b1-01"])), ("b1-11", new IssuePapers("e1", ["b1-01"]))),
            (polling, ("b1-10", new IssuePapers("e1", ["b1-01", "b1-02"])), ("b1-11", new IssuePapers("e1", ["b1-02", "b1-03"]))),
            (counted, ("b1-10", new PublishElection("e1", ballots)), ("b1-11", new PublishElection("e1", ballots))),
            (recall, ("b1-02", new SignRecall("r1")), ("b1-02", new SignRecall("r1"))),
            (vacant, ("b2-01", new SignAct("w1", [])), ("b1-02", new SignAct("w2", []))),
            (motions, ("b1-06", new OpenNominations("e1", null, Halls.DelegatesOfB1, "c1")), ("b1-06", new OpenNominations("e2", null, Halls.DelegatesOfB1, "c1"))),
        ];
    }

    private static IEnumerable<Offer> All(Founded o, string person) =>
    [
        .. RollOffers.For(o.State, person, o.Now), .. OfficesOffers.For(o.State, person, o.Now, Founded.Names), .. VotesOffers.For(o.State, person, o.Now, Founded.Names),
        .. SessionsOffers.For(o.State, person, o.Now), .. MotionsOffers.For(o.State, person, o.Now), .. StatutesOffers.For(o.State, person, o.Now),
    ];
}
