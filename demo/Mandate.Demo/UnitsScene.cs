using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Press;
using Mandate.Organisation.Statutes;

namespace Mandate.Demo;

/// <summary>
/// What units have of their own: a page in two languages, a fund, a conflict with an employer for which money is drawn, a committee of defence with its account.
/// A stay that some have asked for and not enough; a chamber that stands in for the council; an election that is promised; money in real terms.
/// </summary>
internal sealed class UnitsScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    private const string Region = "r-gent", Other = "r-kust";

    public void Play()
    {
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        Page();
        League();
        InRegion("w-gent-fund", Region, new OpenFund("gent-fund", "Fund of the region", "EUR", "region.council", Region));
        floor.Do(cast.RegionCouncils[Region][0], new ReceiveFunds("gent-raffle", "gent-fund", 640_00, "Raffle of the spring fair", floor.Put("Counted by two: 640 euro from the raffle.\n")));
        Conflict(day);
        Defence(day);
        var charged = floor.State.Roll.Member(floor.State.Roll.Charges["keys-of-the-hall"].Person)!;
        var beside = people.Where(p => p.Branch == charged.Unit && p.Id != charged.Id && !floor.State.Offices.Career(p.Id).Any()).Select(p => p.Id).Skip(30).Take(6).ToArray();
        floor.Do(beside[0], new AskStay("hear-the-branch", charged.Unit, "Twice this year only members of our branch were charged. Hear the branch first."));
        foreach (var signer in beside.Skip(1)) floor.Do(signer, new SignStay("hear-the-branch"));
        floor.Do(cast.GeneralSecretary, new PromiseElection("new-branch-secretary", new Seat("branch.secretary", null, cast.BranchSecretaries.Keys.ElementAt(8)), day.AddDays(60)));
        floor.InWriting("w-yardstick", "council", cast.Council, 15, new ChooseYardstick("rent", "wage"));
        floor.InWriting("w-settled", "council", cast.Council, 15, new DeclareSettled("from-above", "Places filled from above", "appointed", 50));
    }

    /// <summary>A treaty that waits for the vote of the congress, an answer to what an order calls somebody, and a language that some have asked for.</summary>
    private void League()
    {
        floor.InWriting("w-league", "council", cast.Council, 15, new ProposeTreaty(
            "league", "League of the ports", floor.Put("The organisations that join call a levy for strikes in each other's ports together. Each leaves by its own vote, ninety days on.\n"),
            [new("Dockers of Gothenburg", "dockers.example/gothenburg+5f1c2a77+AZ8nKc0v3h1mWq7rT5yXb2LdPoJ9sUeGfHkQ4iVxC6M=")], [], ["strike_levy"], 90));
        floor.Do(cast.RegionCouncils[Other][1], new AnswerLabel("not-refusers", "night-lists", "refused night shifts", Other, "They asked for rest", floor.Put("Nobody here refused a shift. Forty-one asked for eleven hours of rest, as the law says.\n")));
        var asking = people.Where(p => !floor.State.Offices.Career(p.Id).Any()).Select(p => p.Id).Skip(700).Take(8).ToArray();
        floor.Do(asking[0], new AskLanguage("tr"));
        foreach (var signer in asking.Skip(1)) floor.Do(signer, new SignLanguage("tr"));
    }

    private void Page()
    {
        var writers = people.Where(p => floor.State.Roll.LiesIn(p.Branch, Region) && !floor.State.Offices.Career(p.Id).Any()).Skip(60).Take(2).Select(p => p.Id).ToImmutableArray();
        InRegion("w-gent-editors", Region, new NameEditors(Region, writers));
        floor.Do(writers[0], new WriteUnitPage(Region, "nl", "Wat er in Gent gebeurt", floor.Put("Elke tweede dinsdag koffie aan kaai 12, na de vroege ploeg.\n\nDe leeszaal is opnieuw open. Wie Frans leest, vindt de kranten links.\n")));
        floor.Do(writers[1], new WriteUnitPage(Region, "fr", "Ce qui se passe à Gand", floor.Put("Un mardi sur deux, café au quai 12, après l’équipe du matin.\n\nLa salle de lecture est rouverte. Les journaux en français sont à gauche.\n")));
    }

    /// <summary>A branch is locked out; the chamber, which stands in for the council for four weeks, draws money for it, and the council has yet to say whether it ratifies that.</summary>
    private void Conflict(DateOnly day)
    {
        var (branch, secretary) = cast.BranchSecretaries.ElementAt(9);
        floor.Do(secretary, new OpenConflict("gate-7", branch, "Terminal Seven Ltd", "The gate has been locked since the branch refused double shifts.", day.AddDays(-6)));
        floor.Do(secretary, new NoteConflict("gate-7", ConflictEntry.Offer, "Terminal Seven offers to open on Monday if double shifts stay for a month."));
        floor.Do(secretary, new NoteConflict("gate-7", ConflictEntry.Decision, "The branch meeting has turned the offer down, 61 to 4."));
        floor.InWriting("w-stand-in", "council", cast.Council, 15, new LetStandIn("chamber-for-council", "council", "regions_chamber", "direct_work", day.AddDays(28), "Eight of the council travel to the branches before the congress."));
        ImmutableArray<string> chamber = [.. cast.Chamber.Values.SelectMany(c => c)];
        floor.InWriting("w-gate-7", "council", chamber, chamber.Length, new GrantFunds("gate-7-food", "strike-fund", 2_500_00, "Food for the families at gate 7", day.AddDays(40), Conflict: "gate-7"));
    }

    private void Defence(DateOnly day)
    {
        var sent = people.Where(p => floor.State.Roll.LiesIn(p.Branch, Other) && !floor.State.Offices.Career(p.Id).Any()).Skip(70).Take(3).Select(p => p.Id).ToImmutableArray();
        InRegion("w-defence", Other, new FormCommittee("coast-defence", "Defence on the coast", CommitteePurpose.Defence, "Stand by members against any organ, ours too.", Other, sent, day.AddDays(200), 31));
        floor.Do(sent[0], new OpenFund("defence-fund", "Account of the defence committee", "EUR", "coast-defence"));
        floor.Do(sent[1], new ReceiveFunds("defence-collection", "defence-fund", 212_50, "Collection at the gates", floor.Put("Counted by two: 212.50 euro.\n")));
        floor.Do(cast.RegionCouncils[Other][0], new DisputeCompetence("leaflet-in-one-language", Other, "night-lists", DisputeGround.Language, "The order came in Dutch only; a third of us read French.", "The winning numbers of the national lottery on the first Saturday after this entry"));
    }

    private void InRegion(string id, string region, Command act) => floor.InUnit(id, region, cast.RegionCouncils[region], act);
}
