using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tendencies;

namespace Mandate.Demo;

/// <summary>
/// What members have done against those who decide, each as of right: a finding taken to the congress, a branch secretary who does not act while a
/// complaint is open and on which day that ends, a petition to recall a delegate that still gathers names, and the report of the outvoted that stays
/// with the resolution of the chamber.
/// </summary>
internal sealed class RemedyScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    /// <summary>Where public figures make the seed, should every reader be barred.</summary>
    private const string Seed = "the winning numbers of the national draw on the second Saturday";

    public void Play(DateTimeOffset opens)
    {
        floor.MoveTo(opens.AddDays(-8));
        var ordinary = people.Where(p => !floor.State.Offices.HeldBy(p.Id, floor.Now).Any()).Select(p => p.Id).ToArray();
        Appeal(ordinary[160]);
        Suspension(ordinary[170], DateOnly.FromDateTime(opens.UtcDateTime).AddDays(10));
        Recall();
        Report();
    }

    /// <summary>The control commission found no fault in how the council let the hall; the complainant takes it to the congress.</summary>
    private void Appeal(string complainant)
    {
        var council = cast.Council[6];
        floor.Do(complainant, new Complain("hall-let", [TenureOf(council, "council")], "The hall of the fourth port was let without asking for offers", Digest("The file of this complaint is with its readers.\n"), Seed));
        floor.Do(council, new ReplyToComplaint("hall-let", Digest("The reply is with the readers.\n")));
        foreach (var reader in cast.Control.Take(4))
            floor.Do(reader, new FindOnComplaint("hall-let", Upheld: false, "Two offers lay before the council and are in its record; the rules ask for no more."));
        floor.Do(complainant, new AppealFinding("hall-let", Digest("The grounds of the appeal are with the congress.\n")));
    }

    /// <summary>Until a complaint about the cash box is decided, or at the latest until the day that the readers have set, the secretary does not act.</summary>
    private void Suspension(string complainant, DateOnly until)
    {
        var (_, secretary) = cast.BranchSecretaries.ElementAt(9);
        var tenure = TenureOf(secretary, "branch.secretary");
        floor.Do(complainant, new Complain("cash-box", [tenure], "The cash box of the branch was not shown to its auditors", Digest("The file is with the readers.\n"), Seed));
        floor.Do(secretary, new ReplyToComplaint("cash-box", Digest("The answer of the secretary is with the readers.\n")));
        foreach (var reader in cast.Control.Take(4))
            floor.Do(reader, new SuspendHolder("cash-box", tenure, until, "Until the box is counted, somebody else should keep it."));
    }

    /// <summary>Members of a branch want to call a delegate back; a few have signed so far.</summary>
    private void Recall()
    {
        var delegates = floor.State.Offices.Tenures.Values.Where(t => t.Session == floor.State.Sessions.All.Values.First(s => s.Body == "congress" && s.ClosedAt is null).Id && t.HeldAt(floor.Now) && t.Seat.Unit is not null);
        var tenure = delegates.OrderBy(t => t.Id, StringComparer.Ordinal).ElementAt(20);
        var members = floor.State.Roll.In(tenure.Seat.Unit!).Where(m => m != tenure.Person && floor.State.Roll.Members[m].InGoodStanding).Take(8).ToArray();
        floor.Do(members[0], new StartRecall("recall-delegate", tenure.Id));
        foreach (var member in members.Skip(1)) floor.Do(member, new SignRecall("recall-delegate"));
    }

    /// <summary>Two of the chamber voted against the restriction on sales, and say why beside the resolution.</summary>
    private void Report()
    {
        var present = cast.Chamber.Values.SelectMany(c => c).ToArray();
        floor.Do(present[2], new FileMinorityReport("report-on-stalls", MotionTexts.Stalls.Id, floor.Put("The corridors can be kept free by a line of tape. Sales of badges pay the bus to the pickets; three months without them cost a branch more than a guard at the door.\n")));
        floor.Do(present[9], new SignMinorityReport("report-on-stalls"));
    }

    private string TenureOf(string person, string place) => floor.State.Offices.HeldBy(person, floor.Now).First(t => t.Seat.Of == place).Id;

    /// <summary>The commitment of a text that is not put beside the log.</summary>
    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
