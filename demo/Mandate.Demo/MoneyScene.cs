using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Works;

namespace Mandate.Demo;

/// <summary>
/// The strike fund with a decision, a receipt, a payment that two have signed and one that waits; rooms by the sea that are given out after the
/// congress; a play of a branch about which the council has a wish.
/// </summary>
internal sealed class MoneyScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    public void Play(DateTimeOffset opens)
    {
        floor.MoveTo(opens.AddDays(-9));
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        var ordinary = people.Where(p => !floor.State.Offices.HeldBy(p.Id, floor.Now).Any()).Select(p => p.Id).ToArray();
        Fund(day);
        Questions(ordinary);
        Rooms(ordinary, DateOnly.FromDateTime(opens.UtcDateTime).AddDays(14));
        Works(ordinary);
        Offices(ordinary, day);
    }

    /// <summary>What goes with places and the ceiling; the division of tasks; what is expected of the treasurer; hands that a branch needs.</summary>
    private void Offices(string[] ordinary, DateOnly day)
    {
        InWriting("w-ceiling", new SetPayCeiling(2_850_00, "EUR", 150, "Wage survey of the branches, last autumn"));
        InWriting("w-pay", new GrantBenefit("pay-secretary", "general_secretary", BenefitKind.Pay, "Full-time pay", 3_600_00, "EUR", Every.Month, day, null, null));
        InWriting("w-rail", new GrantBenefit("rail-secretary", "general_secretary", BenefitKind.Travel, "Rail pass", 1_980_00, "EUR", Every.Year, day, day.AddYears(1), null));
        InWriting("w-standard", new SetStandard("treasurer", floor.Put("Shows every voucher to whoever asks, answers within a week, and signs nothing alone.\n")));
        var seat = floor.State.Offices.HeldBy(cast.Council[3], floor.Now).First(t => t.Seat.Of == "council");
        InWriting("w-harbours", new AssignPortfolio("harbours", seat.Id, "Talks with the harbours", seat.Until < day.AddYears(1) ? seat.Until!.Value : day.AddYears(1)));
        var (branch, secretary) = cast.BranchSecretaries.ElementAt(5);
        floor.Do(secretary, new PostNeed("books", branch, "Two who can keep the books of the branch in order", 2, day.AddDays(40), null));
        floor.Do(ordinary[62], new OfferHelp("books", "Bookkeeping, Tuesday evenings"));
    }

    private void Fund(DateOnly day)
    {
        InWriting("w-strike-fund", new OpenFund("strike-fund", "Strike fund", "EUR", "treasurer"));
        floor.Do(cast.Treasurer, new ReceiveFunds("levy-1", "strike-fund", 184_250_00, "Levy of the first quarter", floor.Put("Bank advice: 120 branches, 24,000 members, levy of the first quarter.\n")));
        floor.Do(cast.Treasurer, new ReceiveFunds("gift-1", "strike-fund", 5_000_00, "Dockers of Gothenburg", floor.Put("Letter of the dockers of Gothenburg with a gift of 5,000 euro.\n")));
        InWriting("w-pickets", new GrantFunds("pickets", "strike-fund", 40_000_00, "Food and shelter for the pickets in three ports", day.AddDays(60)));
        floor.Do(cast.Treasurer, new ProposePayment("kitchen-1", "pickets", 3_180_40, "Field kitchen hire", floor.Put("Invoice 2201: two field kitchens for fourteen days.\n")));
        floor.Do(cast.Council[4], new CountersignPayment("kitchen-1"));
        floor.Do(cast.Control[1], new StateBalance("count-1", "strike-fund", 186_069_60, floor.Put("Statement of the bank, seen by the control commission.\n")));
        floor.Do(cast.Council[0], new StateGrounds("w-pickets", "The pickets in three ports had nothing warm to eat.", "w-strike-fund", []));
        floor.Do(cast.Control[1], new DeclareInterest("tie-1", Tie.Service, "The treasurer", "Bookkeeper in the treasurer's branch until 2021.", new(2018, 1, 1), new(2021, 6, 30)));
        floor.Do(cast.Treasurer, new ProposePayment("tents-1", "pickets", 1_450_00, "Tents, second hand", floor.Put("Invoice 88: six tents.\n")));
    }

    /// <summary>A member asks about a payment and reads the answer; another question waits for its day.</summary>
    private void Questions(string[] ordinary)
    {
        floor.Do(ordinary[63], new AskAboutEntry("why-hired", "kitchen-1", "Why were the kitchens hired and not borrowed from the branches?"));
        floor.Do(cast.Treasurer, new AnswerOnEntry("why-hired", "Two branches were asked; both kitchens were out at a strike of their own."));
        floor.Do(ordinary[64], new AskAboutEntry("levy-branches", "levy-1", "Which branches have not paid the levy yet?"));
    }

    /// <summary>More ask than there are rooms, and the one who gives them out has asked too.</summary>
    private void Rooms(string[] ordinary, DateOnly closes)
    {
        floor.Do(cast.GeneralSecretary, new OpenRound("rooms", "A week in the house by the sea", 4, "general_secretary", closes));
        foreach (var member in ordinary.Skip(400).Take(6)) floor.Do(member, new AskInRound("rooms"));
        floor.Do(cast.GeneralSecretary, new AskInRound("rooms"));
    }

    private void Works(string[] ordinary)
    {
        var (branch, secretary) = cast.BranchSecretaries.ElementAt(4);
        floor.Do(secretary, new BeginWork("night-shift", "The night shift, a play in two acts", Culture.Art, branch));
        floor.Do(cast.Council[5], new AskOfWork("wish-1", "night-shift", Aspect.Content, Binding: false, "Could the council appear in a friendlier light?"));
        floor.Do(secretary, new AnswerOnWork("wish-1", Agreed: false, "It appears as the night shift sees it."));
        floor.Do(cast.Council[5], new AskOfWork("hall-1", "night-shift", Aspect.Time, Binding: true, "The hall is free on Friday until ten."));
        floor.Do(ordinary[60], new BeginWork("wage-slips", "Reading a wage slip, a course in five evenings", Culture.Education));
    }

    private void InWriting(string id, Command act)
    {
        floor.Do(cast.Council[0], new ProposeAct(id, "council", null, act));
        foreach (var member in cast.Council.Skip(1))
        {
            if (floor.State.Offices.Resolutions[id].Carried) break;
            floor.Do(member, new SignAct(id, [.. act.Reads()]));
        }
    }
}
