using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

public sealed class VotesPropertyTests
{
    /// <summary>Hostile input: any order of casts, repeats and strangers.</summary>
    [Fact]
    public void Figures_never_exceed_those_entitled_and_one_person_is_one_vote() =>
        Prop.ForAll<(byte, byte)[]>(casts =>
        {
            var o = Halls.InCongress();
            o.Item("c1", "i1");
            o.Do("b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "i1", null, "Shall we?"));
            o.Do("b1-07", new OpenVote("v1"));
            string[] persons = ["b1-07", "b1-08", "b2-05", "b1-01", "nobody"];
            foreach (var (who, what) in casts ?? [])
            {
                var cast = new CastVote("v1", (Choice)(what % 3));
                if (o.Try(persons[who % persons.Length], cast) is Decision.Accepted) o.Do(persons[who % persons.Length], cast);
            }
            o.Do("b1-07", new CloseVote("v1"));
            o.Do("b1-07", new DeclareResult("v1"));
            var vote = o.State.Votes.Find("v1")!;
            return vote.Outcome!.Figures.Sum <= vote.Electorate && vote.Outcome.Figures.Sum == vote.Casts.Count && vote.Casts.Keys.All(k => persons.Take(3).Contains(k));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Papers_that_do_not_balance_never_enter() =>
        Prop.ForAll<(byte, byte, byte), (byte, byte)>((a, b) =>
        {
            var papers = new Reconciliation(a.Item1, a.Item2, a.Item3, b.Item1, b.Item2);
            var vote = Box.Value.State.Votes.Find("e1")!;
            var entered = Box.Value.Try("b1-10", new EnterPapers("e1", BoxPapers.Value, papers)) is Decision.Accepted;
            return !entered || (papers.Balances && papers.InTheBox <= vote.TookPart.Count && papers.Counted == 5);
        }).QuickCheckThrowOnFailure();

    /// <summary>The record of a whole election holds no entry that has both a voter and what they marked.</summary>
    [Fact]
    public void No_event_of_an_election_ties_a_voter_to_a_choice()
    {
        var o = Halls.WithBox(5);
        var ballots = BoxOf(o);
        foreach (var teller in new[] { "b1-10", "b1-11" }) o.Do(teller, new EnterPapers("e1", ballots, new(5, 5, 0, 0, 0)));
        o.Do("b1-10", new PublishElection("e1", ballots));
        Assert.Empty(o.Events.OfType<VoteCast>());
        Assert.All(o.Events.OfType<PapersIssued>(), e => Assert.Equal(["Vote", "Persons"], e.GetType().GetProperties().Where(p => p.DeclaringType == typeof(PapersIssued) && p.Name != "EqualityContract").Select(p => p.Name)));
        Assert.DoesNotContain(o.Events.OfType<PapersEntered>(), e => e.ToString().Contains("b1-01", StringComparison.Ordinal));
        Assert.Empty(o.State.Votes.Find("e1")!.Casts);
    }

    /// <summary>Two acts decided on the same state and applied one after the other: the second is decided again on what the first has made.</summary>
    [Fact]
    public void Of_two_acts_racing_for_one_right_exactly_one_is_accepted()
    {
        var o = Halls.WithCandidates();
        o.Do("b1-06", new OpenVote("e1"));
        var paper = new IssuePapers("e1", ["b1-01"]);
        Assert.IsType<Decision.Accepted>(o.Try("b1-10", paper));
        Assert.IsType<Decision.Accepted>(o.Try("b1-11", paper));
        o.Do("b1-11", paper);
        Assert.IsType<Decision.Refused>(o.Try("b1-10", paper));

        o.Do("b1-06", new CloseVote("e1"));
        var ballots = o.Blt("e1", ["b1-07"]);
        foreach (var teller in new[] { "b1-10", "b1-11" }) o.Do(teller, new EnterPapers("e1", ballots, new(1, 1, 0, 0, 0)));
        o.Do("b1-10", new PublishElection("e1", ballots));
        Assert.IsType<Decision.Refused>(o.Try("b1-11", new PublishElection("e1", ballots)));
        Assert.Equal("offices.no-vacancy", o.Refused("b1-06", new OpenNominations("e2", null, Halls.DelegatesOfB1, "c1")).Code);
    }

    [Fact]
    public void Every_offer_carries_the_answer_that_the_rules_give()
    {
        var o = Halls.WithBox(5);
        foreach (var person in o.State.Roll.Members.Keys)
            foreach (var offer in VotesOffers.For(o.State, person, o.Now, Founded.Names))
                Assert.Equal(offer.WhyNot is null, o.Try(person, offer.Prototype) is Decision.Accepted || ((Decision.Refused)o.Try(person, offer.Prototype)).Refusal.Code == "protocol.blob-missing");
        Assert.Contains(VotesOffers.For(o.State, "b1-10", o.Now), x => x is { Act: "votes.enter-papers", WhyNot: null });
        Assert.Empty(VotesOffers.For(o.State, "b2-08", o.Now));
    }

    [Fact]
    public void Whoever_presides_is_offered_the_election_that_the_agenda_has_come_to()
    {
        var o = Halls.InCongress();
        o.Happened("b1-01", new Organisation.Sessions.ItemPut("c1", new("i1", Organisation.Sessions.ItemKind.Election, "Council", "council")), new Organisation.Sessions.ItemTakenUp("c1", "i1"));
        Assert.Contains(VotesOffers.For(o.State, "b1-07", o.Now, Founded.Names), x => x is { Act: "votes.open-nominations", WhyNot: null });
        Assert.DoesNotContain(VotesOffers.For(o.State, "b1-08", o.Now), x => x.Act == "votes.open-nominations");
    }

    private static readonly Lazy<Founded> Box = new(() => Halls.WithBox(6));

    private static readonly Lazy<string> BoxPapers = new(() => BoxOf(Box.Value));

    private static string BoxOf(Founded o) => o.Blt("e1", ["b1-07"], ["b1-07"], ["b1-08"], ["b1-08", "b1-09"], ["b1-09"]);
}
