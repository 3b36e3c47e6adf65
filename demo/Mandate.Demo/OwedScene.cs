using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Planning;

namespace Mandate.Demo;

/// <summary>
/// What is owed: a limit above which outsiders are paid under contracts, one contract, a collection with two pledges, a van with a line of those who wait, an audit whose auditors are still to be drawn, and a figure that somebody made again.
/// </summary>
internal sealed class OwedScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    public void Play()
    {
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        var ordinary = people.Where(p => !floor.State.Offices.Career(p.Id).Any()).Select(p => p.Id).Skip(900).ToArray();
        floor.InWriting("w-contracts-from", "council", cast.Council, 15, new SetLimit("contracts-from", BookRuleKind.ContractsFrom, null, 5_000_00));
        floor.InWriting("w-tents", "council", cast.Council, 15, new GrantFunds("tents", "strike-fund", 12_000_00, "Tents for the pickets in three ports", day.AddDays(90)));
        floor.Do(cast.Treasurer, new EnterContract("tent-maker", "tents", "Sail & Rope, tent makers", "Twelve tents with floors", 9_600_00, day.AddDays(50), 0, floor.Put("Sail & Rope make twelve tents with floors for 9,600 euro and put them up in three ports.\n")));
        floor.InWriting("w-reading-room", "council", cast.Council, 15, new OpenFund("reading-room", "Reading room on wheels", "EUR", "treasurer"));
        floor.Do(cast.Treasurer, new OpenCollection("wheels", "A reading room on wheels for the ports", "reading-room", 8_000_00, day.AddDays(120)));
        floor.Do(ordinary[0], new MakePledge("pledge-1", "reading-room", 25_00, day.AddDays(20)));
        floor.Do(ordinary[1], new MakePledge("pledge-2", "reading-room", 40_00, day.AddDays(30)));
        floor.InWriting("w-van", "council", cast.Council, 15, new EnterProperty("van", "The van with the stage", "Full tank, swept out, back by Sunday evening.", "general_secretary", 1));
        var (branch, secretary) = cast.BranchSecretaries.ElementAt(7);
        floor.Do(secretary, new AskForUse("van", branch));
        floor.Do(ordinary[2], new AskForUse("van"));
        floor.Do(cast.GeneralSecretary, new GiveInUse("van"));
        floor.Do(cast.Control[1], new OpenAudit("last-year", "solidarity-fund", day.AddDays(-380), day.AddDays(-1), 5, "The six numbers of the national lottery, in the order drawn", day.AddDays(12)));
        floor.Do(ordinary[3], new FileDifference("saturdays-rent", "saturdays", "Two advisers, forty Saturdays", 13_600_00, "Forty Saturdays, two advisers, 170 euro a day: 13,600 and not 14,400."));
    }
}
