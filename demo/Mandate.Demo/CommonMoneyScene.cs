using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;

namespace Mandate.Demo;

/// <summary>
/// What units and members have in common with one another: a levy of a region on its branches, a workshop that is paid out by what each delivered,
/// two regions that exchange, gifts in another currency; and what members say without their names, and office-holders agreed with theirs.
/// </summary>
internal sealed class CommonMoneyScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    private const string Region = "r-gent", Other = "r-kust";

    private const string Declaration = "We have worked nights for ten years and do not want to be the ones who are asked last. Rosters first, talks afterwards.\n";

    private DateOnly Today => DateOnly.FromDateTime(floor.Now.UtcDateTime);

    public void Begin()
    {
        var ordinary = people.Where(p => !floor.State.Offices.Career(p.Id).Any()).Select(p => p.Id).Skip(1100).ToArray();
        Workshop(ordinary);
        Between();
        Abroad();
        floor.InUnit("w-gent-levy", Region, cast.RegionCouncils[Region], new SetLevy("gent-levy", "Levy for the reading rooms of the region", "gent-fund", "branch", 100_00, 1_00, 0, Today.AddDays(60), 3, null, 6_000_00));
        var (branch, secretary) = cast.BranchSecretaries.ElementAt(9);
        floor.Do(secretary, new StateReceived("solidarity", "meetings with interpreters", branch, Today, 2_00, "Minutes of our two evenings with an interpreter"));
        Without(ordinary);
        floor.Do(cast.Council[3], new DepositAgreement("one-voice", [cast.Council[4], cast.Council[5]], BargainSubject.Agenda, floor.Put("The three of us put the night rosters on the agenda of every meeting of the council until they are settled.\n"), MotionTexts.Notice.Id));
        floor.Do(cast.Council[4], new ConfirmAgreement("one-voice"));
    }

    /// <summary>Days later anybody has the workshop reckoned.</summary>
    public void Late() => floor.Do(people.Where(p => !floor.State.Offices.Career(p.Id).Any()).Select(p => p.Id).Skip(1110).First(), new Reckon("workshop", Today.AddDays(-1)));

    /// <summary>What the bicycle workshop earns goes to those who worked there, by their hours.</summary>
    private void Workshop(string[] ordinary)
    {
        floor.InWriting("w-workshop-fund", "council", cast.Council, 15, new OpenFund("workshop-money", "Bicycle workshop", "EUR", "treasurer"));
        floor.InWriting("w-workshop-hours", "council", cast.Council, 15, new OpenFund("workshop-hours", "Hours in the bicycle workshop", "hours", "treasurer"));
        floor.InWriting("w-workshop", "council", cast.Council, 15, new SetPool("workshop", "What the bicycle workshop earns", "workshop-money", "workshop-hours", 20));
        floor.Do(cast.Treasurer, new ReceiveFunds("workshop-repairs", "workshop-money", 1_240_00, "Repairs of the month", floor.Put("Cash book of the workshop: 62 repairs, 1,240 euro.\n")));
        foreach (var (member, hours) in ordinary.Zip([24_00L, 16_00L, 10_00L]))
            floor.Do(cast.Treasurer, new ReceiveFunds($"workshop-{hours / 100}", "workshop-hours", hours, "Sheet of hours", floor.Put($"Sheet of hours of the workshop: {hours / 100} hours, signed by two.\n"), member));
    }

    /// <summary>Two regions exchange: headsets for interpreters one way, printing the other way; one has paid.</summary>
    private void Between()
    {
        floor.InWriting("w-exchange", "council", cast.Council, 15, new SetLimit("exchange-cap", BookRuleKind.Exchange, null, 2_000_00));
        var (gent, coast) = (cast.RegionCouncils[Region], cast.RegionCouncils[Other]);
        floor.InUnit("w-coast-fund", Other, coast, new OpenFund("coast-fund", "Fund of the coast", "EUR", "region.council", Other));
        floor.Do(coast[0], new OfferGoods("headsets", "coast-fund", "Headsets for interpreters, a pair", 20, 12_00, Today.AddDays(60)));
        floor.Do(gent[0], new TakeGoods("headsets-gent", "headsets", "gent-fund", 10));
        floor.Do(gent[0], new OfferGoods("leaflets", "gent-fund", "A thousand leaflets, two colours", 12, 35_00, Today.AddDays(60)));
        floor.Do(coast[0], new TakeGoods("leaflets-coast", "leaflets", "coast-fund", 4));
        floor.Do(gent[0], new Settle("headsets-paid", "headsets-gent", "gent-fund", 120_00, floor.Put("Delivered to the hall at quay 12: ten pairs.\n")));
        floor.Do(gent[1], new CountersignPayment("headsets-paid"));
    }

    /// <summary>Gifts from Gothenburg in their own currency, and what that was worth on two days.</summary>
    private void Abroad()
    {
        floor.InWriting("w-gothenburg", "council", cast.Council, 15, new OpenFund("gothenburg", "Gifts from Gothenburg", "SEK", "treasurer"));
        floor.Do(cast.Treasurer, new EnterRate("SEK", "EUR", Today.AddDays(-30), 100_00, 8_74, "European Central Bank, reference rate of the day"));
        floor.Do(cast.Treasurer, new EnterRate("SEK", "EUR", Today, 100_00, 8_81, "European Central Bank, reference rate of the day"));
        floor.Do(cast.Treasurer, new ReceiveFunds("gothenburg-1", "gothenburg", 12_500_00, "Collection among the dockers of Gothenburg", floor.Put("Letter of the dockers of Gothenburg: 12,500 kronor for the pickets.\n")));
    }

    /// <summary>A declaration that nobody reads until enough have signed, and two concerns in confidence, of which only the number is told.</summary>
    private void Without(string[] ordinary)
    {
        floor.Do(ordinary[20], new StartPetition("nights-first", "congress", "", Commitment: Digest(Declaration)));
        foreach (var signer in ordinary.Skip(21).Take(9)) floor.Do(signer, new SignClosed("nights-first"));
        foreach (var (member, n) in ordinary.Skip(40).Take(2).Select((m, n) => (m, n)))
            floor.Do(member, new Complain($"confidence-{n}", [], "", Digest($"What this is about is for the readers. {n}\n"), "the winning numbers of the national draw on the second Saturday", Kind: ComplaintKind.Confidential));
    }

    /// <summary>The commitment of a text that is not put beside the log.</summary>
    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
