using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Inspection;

namespace Mandate.Demo;

/// <summary>
/// The council is inspected, because a year is over and a member asked for it: drawn inspectors, what one of them found and left out, and something
/// that the treasurer has still to hand over. And a complaint about conduct in which both sides agree on an apology.
/// </summary>
internal sealed class InspectionScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    private const string Draw = "the winning numbers of the national draw on the second Saturday";

    private const string Findings = """
        The council met in every month of the year. Of its minutes five came out later than the rules allow, by eleven days on average.
        Nobody else keeps a list of what it decided in writing between the meetings; we ask for one.
        """;

    private const string Figures = "month,days late\n2,9\n5,14\n6,8\n9,12\n11,12\n";

    public void Begin()
    {
        floor.Do(Ordinary(180), new OpenInspection("council-year", "council", Draw));
        var accused = floor.State.Offices.HeldBy(cast.Council[8], floor.Now).First(t => t.Seat.Of == "council").Id;
        floor.Do(Ordinary(181), new Complain("desk-remark", [accused], "How a member was spoken to at the desk", Digest("The file of this complaint is with its readers.\n"), Draw, Conduct: true));
        floor.Do(Ordinary(181), new ChooseReader("desk-remark", Readers.Of(floor.State, floor.State.Inspection.All["desk-remark"], floor.Now)[0]));
        floor.Do(Ordinary(181), new DemandAmends("desk-remark", Amends.Apology, Digest("The letter is between the two.\n"), DateOnly.FromDateTime(floor.Now.UtcDateTime).AddDays(10)));
    }

    /// <summary>Three days later the draw can be made.</summary>
    public void Report()
    {
        floor.MoveTo(floor.State.Inspection.Inspections["council-year"].SeedDue.AddHours(1));
        floor.Do(Ordinary(180), new DrawInspectors("council-year", "4 8 15 16 23 42"));
        var inspectors = floor.State.Inspection.Inspections["council-year"].Inspectors;
        floor.Do(inspectors[0], new AskForEvidence("travel-book", "council-year", "treasurer", "The travel book of the council for last year"));
        floor.Do(inspectors[0], new ReportInspection("council-year", floor.Put(Findings), floor.Put(Figures), "Two names of members who spoke to us and asked not to be named."));
        floor.Do(cast.Council[8], new AnswerDemand("desk-remark", Agrees: true, Digest("I am sorry for what I said.\n")));
    }

    private string Ordinary(int index) => people.Where(p => !floor.State.Offices.HeldBy(p.Id, floor.Now).Any()).Skip(index).First().Id;

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
