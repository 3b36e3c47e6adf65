using System.Collections.Immutable;
using Mandate.Organisation.Federation;

namespace Mandate.Demo;

/// <summary>
/// What branches do together, left where a visitor can go on: a plan that waits for one more branch, a question to the council that is still open,
/// a commission with two powers of which a third is refused.
/// </summary>
internal sealed class CommonActionScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    public void Play(DateTimeOffset opens)
    {
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        var branches = cast.BranchSecretaries.Keys.Take(3).ToImmutableArray();
        Plan(branches, opens);
        var asks = branches[2];
        floor.Do(cast.BranchSecretaries[asks], new AskBody("gate-on-congress-day", asks, "council", "May we close our gate for an hour on the first day of the congress?", DateOnly.FromDateTime(opens.UtcDateTime)));
        floor.Do(cast.BranchSecretaries[asks], new ReportSituation(
            "gates-this-week", asks, "council", "All four gates are open; the night shift has asked for a meeting.", "Seen at the gates by the shop stewards", floor.Now.AddHours(-2), floor.Now.AddDays(3)));
        var members = people.Where(p => !floor.State.Offices.HeldBy(p.Id, floor.Now).Any()).Skip(140).Take(2).Select(p => p.Id).ToImmutableArray();
        floor.InWriting("w-move", "council", cast.Council, 15, new GiveCharter(
            "office-move", CharterKind.Commission, "Prepare the move of the strike fund's office.", members, ["Visit offices and compare rents", "Ask for offers of movers"], 30, day.AddDays(90)));
        floor.Do(members[0], new TakeCharter("office-move"));
        floor.Do(members[0], new ActUnderCharter("offers", "office-move", "Ask for offers of movers", "Three firms were asked."));
    }

    /// <summary>Two of three branches have to say that their shift is willing; one has. The signal workers have not confirmed, and there is a fallback.</summary>
    private void Plan(ImmutableArray<string> branches, DateTimeOffset opens)
    {
        floor.InWriting("w-stoppage", "council", cast.Council, 15, new DrawUpPlan(
            "two-hour-stoppage", "Stop work for two hours at the container terminals.", branches, opens.AddDays(30), ValidDays: 14, ReviewDays: 21,
            Condition: "The shift has voted to take part.", UnitsNeeded: 2, Partners: [new("Signal workers' union", "A rally at the gates at noon")],
            Strengths: [new("Members on the shift", 640, "Roll of the three branches", DateOnly.FromDateTime(floor.Now.UtcDateTime).AddDays(-2)), new("Willing to stop work", 410, "Slips counted at the gates", DateOnly.FromDateTime(floor.Now.UtcDateTime).AddDays(-1))]));
        floor.Do(cast.BranchSecretaries[branches[0]], new ConfirmCondition("two-hour-stoppage", branches[0], true));
    }
}
