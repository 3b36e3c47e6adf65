using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>
/// What is said about a complaint: that it exists, against which places, how far it has got. Who complained is for its readers. Of concerns in confidence only how many there are (S391).
/// </summary>
internal static class ComplaintRows
{
    private static readonly string[] OnComplaints = ["inspection.reply", "inspection.find", "inspection.step-aside", "inspection.draw-jury", "inspection.ask-for"];

    private static readonly string[] AfterFinding = ["inspection.appeal"], OnAppeals = ["inspection.conclude-appeal"];

    public static IEnumerable<Row> Of(Visit v) => v.State.Inspection.All.Values.Where(c => c.Kind != ComplaintKind.Confidential || MayRead(v, c)).OrderByDescending(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c =>
    {
        var readers = Readers.Of(v.State, c, v.Now);
        return new Row(
            c.Id, c.Kind == ComplaintKind.Confidential ? v.Words.Value(c.Kind) : c.Subject, MeaningOf(v, c), StatusOf(c),
            [
                .. Told(v, c),
                ("rights.against", string.Join(", ", c.Against.Select(t => v.Words.Place(v.State.Offices.Tenures[t].Seat.Of)).Distinct(StringComparer.Ordinal))), ("rights.since", v.Words.Moment(c.At)),
                ("rights.readers", readers.IsEmpty ? v.Words["rights.jury-needed"] : v.Words.Number(readers.Length)), ("rights.reply-by", v.Words.Date(c.Reply)),
                .. Asked(v, c), .. Followed(v, c),
                .. c.Stays.Select(s => ("rights.stayed", $"{s.Measure}, {v.Words.Date(s.Until)}")),
                .. c.Against.Where(t => v.State.Offices.Suspended.ContainsKey(t)).Select(t => ("rights.suspended-until", v.Words.Say("rights.suspended-from", ("place", v.Words.Place(v.State.Offices.Tenures[t].Seat.Of)), ("until", v.Words.Date(v.State.Offices.Suspended[t].Until))))),
                .. c.SuspensionAppeal is { } against ? new[] { ("rights.appealed-to", v.Words.Place(against.To)) } : [],
                .. InspectionRows.Evidence(v, c.Id),
            ],
            [
                .. v.Person is { } self && c.Accused.Contains(self, StringComparer.Ordinal) && c is { Replied: not null, TakenBack: null, Appeal: null, Settled: false, Upheld: not false } ? new[] { new RowAct("inspection.take-back", ("complaint", c.Id)) } : [],
                .. c.DecidedAt is not null ? [] : c.Against.Where(t => !v.State.Offices.Suspended.ContainsKey(t)).Select(t => new RowAct("inspection.suspend", ("complaint", c.Id), ("tenure", t))),
                .. c.SuspensionAppeal is { DecidedAt: null } ? new[] { new RowAct("inspection.conclude-appeal", ("complaint", c.Id)) }
                    : c is { DecidedAt: null, SuspensionAppeal: null } && c.Against.Any(t => v.State.Offices.SuspendedAt(t, v.Now) is not null) ? [new("inspection.appeal", ("complaint", c.Id))] : [],
                .. c is { Upheld: true, Follows: null } ? new[] { new RowAct("inspection.propose-consequence", ("complaint", c.Id)) } : [],
                .. (c.DecidedAt is null ? OnComplaints : c.Settled ? [] : c.Appeal is null ? AfterFinding : c.Appeal.DecidedAt is null ? OnAppeals : []).Select(a => new RowAct(a, ("complaint", c.Id))),
                .. OfParties(v, c), .. InspectionRows.HandOver(v, c.Id),
            ]);
    });

    private static Meaning MeaningOf(Visit v, Complaint c) =>
        c.WithoutConsequenceOn(v.Today) || Inquiries.Late(v.State, c, v.Today) || c is { DecidedAt: null, Urgent: { } urgent } && urgent.Due < v.Now ? Meaning.Alarm
        : c.Settled ? Meaning.Past : c.Upheld is null || c.Appeal is { DecidedAt: null } ? Meaning.Pending : Meaning.InForce;

    private static string StatusOf(Complaint c) => c.Appeal is { DecidedAt: null } ? "rights.under-appeal" : c.Settled ? "inspections.settled" : c.Upheld is not { } upheld ? "rights.being-read" : upheld ? "rights.upheld" : "rights.not-upheld";

    /// <summary>What whoever complained asked for beside a finding.</summary>
    private static IEnumerable<(string, string)> Asked(Visit v, Complaint c) =>
    [
        .. c.Conduct ? new[] { ("inspections.about", v.Words["inspections.conduct"]) } : [],
        .. c.Drawn ? new[] { ("rights.note", v.Words["inspections.drawn-because"]) } : [],
        .. c.Urgent is { } urgent ? new[] { ("inspections.item-waits", v.Words.Say("inspections.item-until", ("item", v.State.Sessions.Find(urgent.Session)?.Item(urgent.Item)?.Title ?? urgent.Item), ("when", v.Words.Moment(urgent.Due)))) } : [],
        .. c.Lead is { } lead ? new[] { ("inspections.lead", v.NameOrId(lead)) } : [],
        .. c.Mediation is { } m ? new[] { ("inspections.amends", v.Words.Say(m.Agreed is null ? "inspections.amends-asked" : m.Agreed.Value ? "inspections.amends-agreed" : "inspections.amends-refused", ("what", v.Words.Value(m.Asked)), ("day", v.Words.Date(m.Due)))) } : [],
    ];

    private static IEnumerable<(string, string)> Followed(Visit v, Complaint c) =>
    [
        .. PendingConsequences.Of(v.State, c) is { } pending ? new[] { ("rights.consequence-by", v.Words.Say(pending.Due < v.Today ? "rights.consequence-late" : "rights.consequence-due", ("place", v.Words.Place(pending.Body)), ("day", v.Words.Date(pending.Due)))) } : [],
        .. c.Follows is { } follows ? new[] { ("rights.follows", $"{v.Words.Value(follows.Consequence)}. {follows.Reasons}") } : c.Upheld == true ? [("rights.follows", v.Words["rights.follows-nothing"])] : [],
        .. c.Appeal is { } appeal ? new[] { ("rights.appealed-to", v.Words.Place(appeal.To)) } : [],
    ];

    /// <summary>What the rules offer to the two sides; nobody else is shown these acts, so that the page tells nobody who they are.</summary>
    private static IEnumerable<RowAct> OfParties(Visit v, Complaint c) => v.Offers("inspection").Where(o => o.Subject == c.Id && o.Act is "inspection.choose-reader" or "inspection.demand-amends" or "inspection.answer-demand" or "inspection.settle")
        .Where(o => o.Subject == c.Id).Select(o => o.Act).Distinct(StringComparer.Ordinal).Select(a => new RowAct(a, ("complaint", c.Id)));

    /// <summary>What is owed to whoever told of a bloc, who was there when an answer was given, and that it was taken back.</summary>
    private static IEnumerable<(string, string)> Told(Visit v, Complaint c) =>
    [
        .. Inquiries.Owed(v.State, c) is { } owed ? new[] { ("rights.inquiry", v.Words.Say(owed.To is null ? "rights.inquiry-by" : "rights.inquiry-to", ("session", owed.To is { } to ? Home.Describe.Session(v, to) : ""), ("day", v.Words.Date(owed.Due)), ("protected", v.Words.Date(DateOnly.FromDateTime(c.At.UtcDateTime).AddMonths(Inquiries.ProtectedMonths))))) } : [],
        .. c.Present is { } present ? new[] { ("field.who-was-there", present) } : [],
        .. c.TakenBack is { } back ? new[] { ("rights.statement-taken-back", v.Words.Moment(back)) } : [],
    ];

    /// <summary>Fewer are not counted for anybody to see.</summary>
    private const int Fewest = 5;

    /// <summary>Its readers and whoever brought it.</summary>
    private static bool MayRead(Visit v, Complaint c) => v.Person is { } person
        && (Readers.Of(v.State, c, v.Now).Contains(person, StringComparer.Ordinal) || c.Accused.Contains(person, StringComparer.Ordinal) || v.Kept.Names?.Invoke(person, Pseudonyms.Complaint(c.Id)) == c.By);

    /// <summary>Concerns in confidence, by year: a number, and none under five.</summary>
    public static IEnumerable<FigureTable> InConfidence(Visit v)
    {
        var years = v.State.Inspection.All.Values.Where(c => c.Kind == ComplaintKind.Confidential).GroupBy(c => c.At.Year).OrderByDescending(g => g.Key).ToList();
        return years.Count == 0 ? [] : [new(
            v.Words["confidence.caption"], [v.Words["life.year"], v.Words["confidence.brought"], v.Words["confidence.concluded"]],
            [.. years.Select(y => (IReadOnlyList<Cell>)[y.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), Shown(v, y.Count()), y.Count() < Fewest ? Shown(v, 0) : Shown(v, y.Count(c => c.DecidedAt is not null))])],
            v.Words["confidence.note"])];
    }

    private static Cell Shown(Visit v, int number) => number < Fewest ? new(v.Words["confidence.few"], Number: true) : Cell.Of(v, number);
}
