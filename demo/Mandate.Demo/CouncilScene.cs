using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Demo;

/// <summary>What comes from below: concerns of members, a protest and a committee of regions, a call to report, questions and hearings.</summary>
internal sealed class CouncilScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    /// <summary>The region that protests, and the one that stands beside it in the committee.</summary>
    private const string Protesting = "r-gent", Beside = "r-kust";

    /// <summary>Weeks before the congress: two concerns, one of which nobody will have answered in time.</summary>
    public void Early()
    {
        floor.Do(Ordinary("b-045", 30), new RaiseConcern("changing-rooms", "b-045", "The changing rooms at gate 4 have had no heating since March."));
        floor.Do(Ordinary("b-012", 31), new RaiseConcern("bus-times", "b-012", "The last bus leaves before the late shift ends."));
        floor.Do(cast.BranchSecretaries["b-012"], new AnswerConcern("bus-times", "The bus company has agreed to a later bus from the first of next month."));
    }

    /// <summary>While nominations are open: two questions to those who stand in one branch, of which one candidate answers the first.</summary>
    public void Ask(string election)
    {
        var vote = floor.State.Votes.All[election];
        floor.Do(Ordinary(vote.Place!.Unit!, 70), new AskCandidates(election, "question-1", "Will you vote for night rosters four weeks ahead?"));
        floor.Do(vote.Candidates.Keys.First(), new AnswerAsCandidate(election, "question-1", "Yes. I work nights myself and know mine on Friday for Monday."));
        floor.Do(Ordinary(vote.Place.Unit!, 71), new AskCandidates(election, "question-2", "How will you report back to the branch?"));
    }

    /// <summary>In the last weeks: an order against which a region protests, a committee of two regions, a call to report, hearings.</summary>
    public void Late()
    {
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        InWriting("w-night-lists", "council", null, cast.Council, new GiveOrder("night-lists", "Send the names of all who refused night shifts this year.", [Protesting, Beside]));
        InWriting("w-protest", "region.council", Protesting, cast.RegionCouncils[Protesting], new BeginProtest("no-lists-of-names", "night-lists", Protesting, "Who refuses a shift has a reason. We send numbers, not names."));
        InWriting("w-committee", "region.council", Protesting, cast.RegionCouncils[Protesting], new FormCommittee(
            "night-shifts", "Night shifts together", CommitteePurpose.Action, "Rosters four weeks ahead in all ports of both regions.", Protesting, [InRegion(Protesting, 40), InRegion(Protesting, 41)], day.AddDays(90), 28));
        InWriting("w-committee-2", "region.council", Beside, cast.RegionCouncils[Beside], new ConfirmDelegation("night-shifts", Beside, [InRegion(Beside, 40)]));
        var secretary = floor.State.Offices.HeldBy(cast.GeneralSecretary, floor.Now).First(t => t.Seat.Of == "general_secretary");
        InWriting("w-summons", "region.council", Beside, cast.RegionCouncils[Beside], new CallToReport("talks-with-employers", secretary.Id, "What was said in the talks on the night rosters?", day.AddDays(21), Beside));
        floor.Do(cast.GeneralSecretary, new ReplyToSummons("talks-with-employers", true, "I come to the meeting on the second Tuesday after the congress."));
        var speaker = floor.State.Tendencies.All["members-first"].Speaker;
        floor.Do(speaker, new AskHearing("members-first"));
        foreach (var branch in cast.BranchSecretaries.Keys.Skip(4).Take(6)) floor.Do(cast.BranchSecretaries[branch], new GiveHearing("members-first", branch, HearingGiven.Offered));
    }

    /// <summary>A member of a branch who holds nothing.</summary>
    private string Ordinary(string branch, int n) => people.Where(p => p.Branch == branch && !floor.State.Offices.Career(p.Id).Any() && !floor.State.Votes.All.Values.Any(v => v.Candidates.ContainsKey(p.Id))).ElementAt(n % 30).Id;

    private string InRegion(string region, int n) => people.Where(p => floor.State.Roll.LiesIn(p.Branch, region) && !floor.State.Offices.Career(p.Id).Any()).ElementAt(n).Id;

    private void InWriting(string id, string body, string? unit, ImmutableArray<string> members, Command act)
    {
        floor.Do(members[0], new ProposeAct(id, body, unit, act));
        foreach (var member in members.Skip(1))
        {
            if (floor.State.Offices.Resolutions[id].Carried) break;
            floor.Do(member, new SignAct(id, [.. act.Reads()]));
        }
    }
}
