using System.Collections.Immutable;
using Mandate.Organisation.Sessions;

namespace Mandate.Demo;

/// <summary>
/// The demo: a federation of transport and port workers, 24,000 members in 120 branches, in the last week before its congress.
/// Everything in it has happened through the rules; some things are left to do for every role, and some will be refused.
/// Dates are relative to the day of the first start.
/// </summary>
public static class UnionFederation
{
    public const string Id = "quay-and-rail";

    /// <summary>Day of the founding, counted from the day on which the demo is opened.</summary>
    public const int FoundedDaysAgo = 430;

    /// <summary>The congress opens that many days after the day on which the demo is opened.</summary>
    public const int CongressInDays = 7;

    /// <summary>Plays the whole story up to today.</summary>
    /// <param name="constitution">YAML of the constitution, and its legal text per language.</param>
    /// <param name="today">The day on which the demo is first opened.</param>
    public static Cast Play(IFloor floor, string constitution, ImmutableSortedDictionary<string, string> texts, DateOnly today, int seed = 1924)
    {
        var random = new Random(seed);
        var branches = Branches.Make(random);
        var people = People.Make(random, branches, today);
        var cast = Cast.Of(people, branches);
        new FoundingScene(floor, cast, branches, people, today).Play(constitution, texts);
        var opens = new DateTimeOffset(today.AddDays(CongressInDays), new TimeOnly(9, 0), TimeSpan.Zero);
        var congress = $"congress-{opens.Year}";
        var planning = new PlanningScene(floor, cast, people);
        planning.PlayLastYear(opens);
        new ConveningScene(floor, cast, people).Play(congress, opens);
        var motions = new MotionScene(floor, cast, people);
        var chamber = new ChamberScene(floor, cast);
        motions.PlayAmendment(congress, opens, constitution, texts);
        planning.PlayBudget(opens);
        planning.PlayThisYear(opens);
        chamber.Convene("chamber", MotionTexts.Notice.Id, opens.AddDays(-12));
        motions.PlayBeforeElections(congress, opens);
        var councils = new CouncilScene(floor, cast, people);
        councils.Early();
        new BranchElectionScene(floor, cast, people, random).Play(congress, opens, councils.Ask);
        motions.PlayByDelegates(congress, opens);
        motions.PlayAmendments(congress);
        motions.PlayComposite(congress);
        var reports = new ReportScene(floor, cast, people);
        reports.Name(congress);
        floor.MoveTo(opens.AddDays(-12));
        chamber.Meet("chamber", MotionTexts.Notice.Id);
        motions.PlayProposals();
        planning.PlayChoice(opens);
        new RightsScene(floor, cast, people).Play(opens);
        var inspections = new InspectionScene(floor, cast, people);
        inspections.Begin();
        new CommonActionScene(floor, cast, people).Play(opens);
        councils.Late();
        new PressScene(floor, cast, people).Play(opens);
        new MoneyScene(floor, cast, people).Play(opens);
        new UnitsScene(floor, cast, people).Play();
        new OwedScene(floor, cast, people).Play();
        var common = new CommonMoneyScene(floor, cast, people);
        common.Begin();
        new RemedyScene(floor, cast, people).Play(opens);
        new VoicesScene(floor, cast, people).Play(congress);
        inspections.Report();
        common.Late();
        reports.File(congress, opens);
        floor.MoveTo(new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.Zero));
        return cast with { Congress = congress };
    }

    internal static Session CongressOf(IFloor floor, string id) => floor.State.Sessions.Find(id)!;
}
