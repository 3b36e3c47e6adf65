using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Undertakings;

namespace Mandate.Demo;

/// <summary>The accounts before congress: who reports for the council and who beside them, the report with its dissent, and how congress was prepared.</summary>
internal sealed class ReportScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    private const string Council = "report:council", Desk = "report:electoral";

    /// <summary>While nominations for rapporteur are open: one declines with a reason, the council chooses, a minority names a second.</summary>
    public void Name(string congress)
    {
        var (first, second) = (cast.Council[1], cast.Council[8]);
        floor.Do(cast.Council[0], new NominateRapporteur(congress, Council, cast.Council[2]));
        floor.Do(cast.Council[2], new AnswerRapporteur(congress, Council, false, "I was away for half of the period. Somebody who was there should report."));
        floor.Do(cast.Council[0], new NominateRapporteur(congress, Council, first));
        floor.Do(first, new AnswerRapporteur(congress, Council, true));
        floor.InWriting("w-rapporteur", "council", cast.Council, cast.Council.Length, new ChooseRapporteur(congress, Council, first));
        floor.Do(second, new NominateRapporteur(congress, Council, second));
        floor.Do(second, new AnswerRapporteur(congress, Council, true));
        foreach (var backer in cast.Council.Skip(9).Take(2)) floor.Do(backer, new BackRapporteur(congress, Council, second));
    }

    /// <summary>In the last days: the council's report with one against it, the report on the preparation, a task for the item, an hour, a statement.</summary>
    public void File(string congress, DateTimeOffset opens)
    {
        var report = new FileReport(congress, "council-report", Council, "Report of the council, two years", Text(
            "Rosters four weeks ahead were won in two ports of six. The strike fund stands at eleven days.\n\nThe council did not do what the last congress asked on night work: its committee met twice.",
            "Scheman fyra veckor i förväg vanns i två hamnar av sex. Strejkfonden räcker elva dagar.\n\nRådet gjorde inte vad förra kongressen begärde om nattarbete: dess kommitté möttes två gånger.",
            "Roosters vier weken vooraf werden in twee van zes havens verkregen. De stakingskas reikt elf dagen.\n\nDe raad deed niet wat het vorige congres over nachtwerk vroeg: zijn commissie kwam twee keer bijeen.",
            "Des horaires quatre semaines à l’avance ont été obtenus dans deux ports sur six. La caisse de grève couvre onze jours.\n\nLe conseil n’a pas fait ce que le dernier congrès demandait sur le travail de nuit : sa commission s’est réunie deux fois."));
        floor.Do(cast.Council[1], new ProposeAct("w-report", "council", null, report));
        floor.Do(cast.Council[8], new AnswerAct("w-report", WrittenAnswer.Against));
        foreach (var member in cast.Council.Where(m => m != cast.Council[1] && m != cast.Council[8]))
        {
            if (floor.State.Offices.Resolutions["w-report"].Carried) break;
            floor.Do(member, new SignAct("w-report", [.. report.Reads()]));
        }
        floor.InWriting("w-preparation", "electoral", cast.Electoral, cast.Electoral.Length, new FileReport(congress, "preparation-report", Desk, "How this congress was prepared", Text(
            "Every branch has its delegates. Notices that came back were served again. Nobody has challenged a seat.",
            "Varje avdelning har sina ombud. Kallelser som kom tillbaka delgavs på nytt. Ingen har bestridit en plats.",
            "Elke afdeling heeft haar afgevaardigden. Oproepingen die terugkwamen werden opnieuw betekend. Niemand heeft een zetel betwist.",
            "Chaque section a ses délégués. Les convocations revenues ont été signifiées à nouveau. Nul n’a contesté un siège.")));
        floor.Do(cast.GeneralSecretary, new TakeUndertaking("talks-at-congress", Duty.Report, "Tell congress how the talks with the employers stand", DateOnly.FromDateTime(opens.UtcDateTime), Session: congress, Item: Council));
        var motion = floor.State.Motions.Before(congress).First(m => m is { Stage: MotionStage.Filed, MovedFor: null });
        floor.Do(motion.Mover, new SetHour(congress, "motion:" + motion.Id, opens.AddHours(30), "The roster of this year goes on."));
        floor.Do(people.Where(p => p.Branch == "b-077" && !floor.State.Offices.Career(p.Id).Any()).ElementAt(12).Id, new RaiseConcern("who-asks", "b-077", "Whoever asks about the accounts at our meetings is not called to speak again.", Hindered: true));
    }

    private ImmutableSortedDictionary<string, string> Text(string english, string swedish, string dutch, string french) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", floor.Put(english)).Add("sv", floor.Put(swedish)).Add("nl", floor.Put(dutch)).Add("fr", floor.Put(french));
}
