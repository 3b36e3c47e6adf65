using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Planning;

namespace Mandate.Demo;

/// <summary>
/// Last year's solidarity money, which members shared out among projects and which has been spent, scored and reviewed; this year's, which they
/// are choosing on now; repairs for which alternatives can be filed; the budget of two years that waits for the congress; and two prices that
/// have come apart.
/// </summary>
internal sealed class PlanningScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    private DateOnly Day(int days) => DateOnly.FromDateTime(opensAt.UtcDateTime).AddDays(days);

    private DateTimeOffset opensAt;

    /// <summary>A year ago: the question, five projects, the choice, the first payments.</summary>
    public void PlayLastYear(DateTimeOffset opens)
    {
        opensAt = opens;
        To(-400);
        InWriting("w-solidarity-fund", "council", cast.Council, new OpenFund("solidarity-fund", "Solidarity fund", "EUR", "treasurer"));
        floor.Do(cast.Treasurer, new ReceiveFunds("solidarity-1", "solidarity-fund", 60_000_00, "Share of the dues of last year", floor.Put("Transfer from the dues: 60,000 euro for solidarity.\n")));
        InWriting("w-plan-1", "council", cast.Council, new OpenPlan(
            "solidarity", "Solidarity money: which projects shall we pay?", "direct_work", "solidarity-fund", Day(-340), Day(25), Day(-372), Day(-345), Choosing.EqualShares, ByMembers: true, 60_000_00, [Day(-140)]));
        To(-395);
        floor.Do(cast.GeneralSecretary, new FileAlternative("saturdays", "solidarity", Project(
            "Advice by telephone on Saturdays", "general_secretary", ("Two advisers, forty Saturdays", 14_400_00), ("Telephone line", 1_200_00), new("calls answered", "calls", 1_500_00, 2_200_00, Day(-160), true)), "general_secretary"));
        floor.Do(cast.Treasurer, new FileAlternative("library", "solidarity", Project(
            "A strike library on wheels", "treasurer", ("A van, second hand", 19_000_00), ("Books and fuel", 6_500_00), new("books lent", "books", 800_00, 1_200_00, Day(-160), true)), "treasurer"));
        InWriting("w-alt-1", "editors", cast.Editors, new FileAlternative("interpreters", "solidarity", Project(
            "Interpreters at branch meetings", "editors", ("Interpreters, sixty evenings", 9_000_00), ("Headsets", 3_400_00), new("meetings with interpreters", "meetings", 50_00, 70_00, Day(-160), true)), "editors"));
        InWriting("w-alt-2", "council", cast.Council, new FileAlternative("night-school", "solidarity", Project(
            "Night school for shop stewards", "council", ("Teachers, three terms", 16_000_00), ("Rooms", 4_000_00), new("stewards who finish", "persons", 120_00, 180_00, Day(-160), true)), "council"));
        To(-370);
        floor.Do(Ordinary(10), new PutAlternatives("solidarity"));
        Choose("solidarity", 0, 28, "saturdays", "night-school");
        Choose("solidarity", 28, 22, "interpreters");
        Choose("solidarity", 50, 15, "library", "saturdays");
        Choose("solidarity", 65, 8, "night-school");
        To(-344);
        floor.Do(Ordinary(10), new ConcludePlan("solidarity"));
        To(-335);
        var paid = floor.State.Planning.Plans["solidarity"].Result!.Chosen;
        foreach (var project in paid)
            floor.Do(cast.Treasurer, new ReleaseLine($"{project}-1", "solidarity", $"{project}/1", floor.State.Planning.Alternatives[project].Text.Lines[0].Amount, Day(20)));
        To(-250);
        foreach (var project in paid)
        {
            floor.Do(cast.Treasurer, new ProposePayment($"{project}-paid", $"{project}-1", floor.State.Planning.Alternatives[project].Text.Lines[0].Amount / 2, "First half", floor.Put($"Invoice of the first half: {project}.\n")));
            floor.Do(cast.Council[3], new CountersignPayment($"{project}-paid"));
        }
        var (branch, secretary) = cast.BranchSecretaries.ElementAt(9);
        floor.Do(secretary, new Deviate("solidarity", $"{paid[0]}/1", branch, "Our members work on Saturdays; we have kept the advice on Thursday evenings."));
        To(-150);
        floor.Do(cast.Treasurer, new StateOutcome("solidarity", "calls answered", Day(-160), 1_140_00, "Log of the telephone line"));
        floor.Do(cast.Treasurer, new StateOutcome("solidarity", "meetings with interpreters", Day(-160), 61_00, "Invoices of the interpreters"));
        To(-138);
        floor.Do(cast.GeneralSecretary, new ReviewPlan("solidarity", "", "The telephone company was late by nine weeks.", "A second line is ordered."));
        floor.Do(cast.GeneralSecretary, new ReviewPlan("solidarity", "We told the branches of the number only in the third month.", "The telephone company was late by nine weeks.", "The number stands on every card of a member."));
    }

    /// <summary>The budget of two years, which the congress chooses: alternatives until three weeks before it.</summary>
    public void PlayBudget(DateTimeOffset opens)
    {
        opensAt = opens;
        InWriting("w-plan-2", "council", cast.Council, new OpenPlan(
            "two-years", "Budget of the next two years", "budget", "solidarity-fund", Day(60), Day(789), Day(-20), Day(2), Choosing.Ranking, ByMembers: false, 900_000_00, [Day(420), Day(800)]));
        InWriting("w-alt-3", "council", cast.Council, new FileAlternative("steady", "two-years", Budget(
            "Keep what we have", 380_000_00, 210_000_00, 90_000_00, new("members", "persons", 23_500_00, 24_500_00, Day(700), true)), "council"));
        var (region, given) = (Branches.Regions[0].Id, Branches.Regions[1].Id);
        floor.Do(cast.GeneralSecretary, new FileAlternative("grow", "two-years", Budget(
            "Organise the warehouses", 300_000_00, 210_000_00, 240_000_00, new("members", "persons", 25_500_00, 28_000_00, Day(700), true)) with
        {
            Takes = [new(region, given, 40_000_00)],
            Risks = [new("Dues of the new members come in later than the costs", "months of dues in the bank", 2_00, Above: false)],
        }, "general_secretary"));
        floor.Do(cast.Treasurer, new FileAlternative("reserve", "two-years", Budget(
            "Fill the strike fund first", 310_000_00, 160_000_00, 60_000_00, new("months of dues in the bank", "months", 8_00, 10_00, Day(700), true)), "treasurer"));
        floor.Do(cast.RegionCouncils[region][0], new GiveOpinion("two-years", "grow", region, "We give up two organisers for warehouses in another region and ask that they come back after a year.", "Three of nine would give them gladly."));
        floor.Do(cast.Control[2], new GiveOpinion("two-years", null, "control", "All three rest on dues as they are. Only one says what happens when they are late."));
    }

    /// <summary>What members are choosing on this week, and what they can still file for.</summary>
    public void PlayThisYear(DateTimeOffset opens)
    {
        opensAt = opens;
        InWriting("w-plan-3", "council", cast.Council, new OpenPlan(
            "summer", "The summer camp: where and for whom?", "direct_work", "solidarity-fund", Day(40), Day(200), Day(-22), Day(9), Choosing.Ranking, ByMembers: true, 20_000_00, [Day(190)]));
        InWriting("w-alt-4", "council", cast.Council, new FileAlternative("sea", "summer", Project(
            "By the sea, for families", "council", ("House for three weeks", 12_000_00), ("Trains", 5_000_00), new("children who come", "children", 90_00, 130_00, Day(150), true)), "council"));
        floor.Do(cast.GeneralSecretary, new FileAlternative("hills", "summer", Project(
            "In the hills, for young workers", "general_secretary", ("Tents and field", 6_500_00), ("Teachers", 4_000_00), new("young workers who come", "persons", 60_00, 110_00, Day(150), true)), "general_secretary"));
    }

    /// <summary>Filing for it is over: members choose. A smaller question is open for filing, with an alternative of a member that gathers support.</summary>
    public void PlayChoice(DateTimeOffset opens)
    {
        opensAt = opens;
        floor.Do(Ordinary(20), new PutAlternatives("summer"));
        Choose("summer", 100, 9, "hills", "sea");
        Choose("summer", 109, 7, "sea");
        InWriting("w-plan-4", "council", cast.Council, new OpenPlan(
            "repairs", "Repairs of the house by the sea", "direct_work", "solidarity-fund", Day(60), Day(300), Day(12), Day(40), Choosing.Ranking, ByMembers: true, 15_000_00, [Day(290)]));
        floor.Do(cast.Treasurer, new FileAlternative("roof", "repairs", Project(
            "The roof first", "treasurer", ("Tiles and beams", 9_800_00), ("Scaffold", 2_100_00), new("rooms that stay dry", "rooms", 14_00, 16_00, Day(280), true)), "treasurer"));
        floor.Do(Ordinary(130), new FileAlternative("ramp", "repairs", Project(
            "A ramp and a room without stairs", "treasurer", ("Ramp", 4_300_00), ("A bathroom on the ground floor", 6_900_00), new("guests with a wheelchair", "persons", 20_00, 45_00, Day(280), true))));
        foreach (var i in Enumerable.Range(130, 12)) floor.Do(Ordinary(i), new SupportAlternative("repairs", "ramp"));
        Prices();
    }

    /// <summary>An hour's wage and a month's rent, quarter by quarter; the rent has run away.</summary>
    private void Prices()
    {
        floor.Do(cast.Treasurer, new OpenSeries("wage", "Wage of a docker", "euro an hour", "treasurer"));
        floor.Do(cast.Treasurer, new OpenSeries("rent", "Rent of two rooms by the port", "euro a month", "treasurer"));
        foreach (var (back, wage, rent) in new (int, long, long)[] { (-390, 18_40, 690_00), (-300, 18_40, 735_00), (-210, 18_90, 830_00), (-120, 18_90, 895_00), (-30, 19_10, 940_00) })
        {
            floor.Do(cast.Treasurer, new EnterValue("wage", Day(back), wage, "Collective agreement of the ports"));
            floor.Do(cast.Treasurer, new EnterValue("rent", Day(back), rent, "Survey of the branches, middle of the answers"));
        }
        floor.Do(Ordinary(140), new WatchSeries("wage-and-rent", "Wages and rent in the ports", "rent", "wage", Day(-390), 125, 2));
    }

    private static PlanText Project(string title, string owner, (string Purpose, long Amount) first, (string Purpose, long Amount) second, Forecast success) => new(
        title, [new("1", first.Purpose, first.Amount, owner), new("2", second.Purpose, second.Amount, owner, "an offer in writing", Secured: true)], "Offers of this spring, without a rise of prices.", [success], [], []);

    private static PlanText Budget(string title, long staff, long branches, long campaigns, Forecast success) => new(
        title,
        [
            new("1", "Staff and offices", staff, "general_secretary"), new("2", "Given to the branches", branches, "treasurer"),
            new("3", "Campaigns", campaigns, "council", "organisers who can be spared in the regions"), new("4", "Control commission", 9_000_00, "control"), new("5", "Journal", 18_000_00, "editors"),
        ],
        "Dues as this year; prices up by three in a hundred a year.", [success], [], []);

    /// <summary>Members who hold nothing choose.</summary>
    private void Choose(string plan, int from, int count, params ImmutableArray<string> order)
    {
        foreach (var i in Enumerable.Range(from, count)) floor.Do(Ordinary(i), new Choose(plan, order));
    }

    private string Ordinary(int n) => ordinary[n];

    private readonly string[] ordinary = [.. people.Where(p => !cast.Holders.Contains(p.Id, StringComparer.Ordinal)).Select(p => p.Id).Skip(600).Take(200)];

    private void To(int days) => floor.MoveTo(opensAt.AddDays(days));

    private void InWriting(string id, string body, ImmutableArray<string> members, Command act)
    {
        floor.Do(members[0], new ProposeAct(id, body, null, act));
        foreach (var member in members.Skip(1))
        {
            if (floor.State.Offices.Resolutions[id].Carried) break;
            floor.Do(member, new SignAct(id, [.. act.Reads()]));
        }
    }
}
