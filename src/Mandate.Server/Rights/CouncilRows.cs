using Mandate.Organisation.Federation;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Tendencies;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>What comes from below: concerns of members, protests and committees of units, calls to report.</summary>
internal static class CouncilRows
{
    public static IEnumerable<Row> ConcernRows(Visit v) => v.State.Petitions.Concerns.Values.OrderBy(c => c.AnsweredAt is not null).ThenByDescending(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).Take(500).Select(c =>
    {
        var place = Concerns.On(v.State, c, v.Today);
        var last = place.Due < v.Today && c.AnsweredAt is null;
        return new Row(
            c.Id, c.Says,
            c.AnsweredAt is not null ? Meaning.InForce : last ? Meaning.Alarm : Meaning.Pending,
            c.AnsweredAt is not null ? "rights.answered" : c.Hindered && !last ? "rights.due" : last ? "rights.no-answer-anywhere" : place.Level > 0 ? "rights.moved-up" : "rights.waits-answer",
            [
                ("rights.raised-in", v.UnitName(c.Unit)), ("rights.since", v.Words.Moment(c.At)),
                .. c.Hindered ? new[] { ("rights.says-hindered", v.Words["rights.control-answers"]) } : [],
                .. c.AnsweredAt is null ? new[] { ("rights.lies-with", c.Hindered ? v.Words["rights.organ-of-control"] : Level(v, place.Unit)), ("rights.answer-by", v.Words.Date(place.Due)) } : [],
                .. c.Answers.Select(a => ("rights.answer", $"{a.Text} ({v.NameOrId(a.By)}, {Level(v, a.Unit)}, {v.Words.Moment(a.At)})")),
            ],
            c.AnsweredAt is null && v.Person is { } person && v.State.Offices.HeldBy(person, v.Now).Any(t => t.Session is null) ? [new("petitions.answer-concern", ("concern", c.Id))] : []);
    });

    /// <summary>Statements that criticism is hindered, by unit and year: the annex of the accounts that bodies give (S045).</summary>
    public static IEnumerable<FigureTable> Hindered(Visit v) => Concerns.Hindered(v.State, v.Today) is { IsEmpty: false } counts
        ? [new(v.Words["hindered.title"], [v.Words["rights.raised-in"], v.Words["hindered.year"], v.Words["hindered.stated"], v.Words["hindered.answered"], v.Words["hindered.overdue"]],
            [.. counts.Select(c => (IReadOnlyList<Cell>)[v.UnitName(c.Unit), c.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), Cell.Of(v, c.Stated), Cell.Of(v, c.Answered), Cell.Of(v, c.Overdue)])], v.Words["hindered.note"])]
        : [];

    public static IEnumerable<Row> ProtestRows(Visit v) => v.State.Petitions.Protests.Values.OrderBy(p => p.Answered).ThenByDescending(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p =>
    {
        var stays = p.Kind == ProtestAgainst.Order
            ? p.Units.Keys.Select(u => (Unit: u, Stay: Protests.StayOf(v.State, p.Against, u, v.Today))).Where(s => s.Stay is { } stay && stay.Protest == p.Id).Select(s => v.Words.Say("rights.stayed-in-until", ("unit", v.UnitName(s.Unit)), ("until", v.Words.Date(s.Stay!.Value.Until)))).ToList()
            : [];
        return new Row(
            p.Id, p.Grounds, p.Answered ? Meaning.InForce : p.OverdueOn(v.Today) ? Meaning.Alarm : Meaning.Pending,
            p.Answered ? "rights.answered" : p.OverdueOn(v.Today) ? "rights.overdue" : p.Due is null ? "rights.gathering" : "rights.due",
            [
                ("rights.protest-measure", Measure(v, p)), ("rights.measure-of", Named.Place(v, p.To) ?? p.To),
                ("rights.units-protest", $"{string.Join("; ", p.Units.Keys.Select(v.UnitName))} ({v.Words.Say("rights.of", ("given", p.Units.Count), ("needed", p.Needed))})"),
                .. stays.Count > 0 ? new[] { ("rights.stayed-in", string.Join("; ", stays)) } : [],
                .. p.Due is { } due && !p.Answered ? new[] { ("rights.read-again-by", v.Words.Date(due)) } : [],
                .. p.Readings.Select(r => ("rights.answer", $"{v.Words.Value(r.Reading)}: {r.Reasons} ({Named.Place(v, r.By) ?? r.By}, {v.Words.Moment(r.At)})")),
            ],
            p.Answered ? [] : [new("petitions.join-protest", ("protest", p.Id)), new("petitions.answer-protest", ("protest", p.Id))]);
    });

    public static IEnumerable<Row> CommitteeRows(Visit v) => v.State.Federation.Committees.Values.OrderByDescending(c => c.Until).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c =>
    {
        var (behind, not) = (c.Units.Keys.Where(u => c.Behind(u, v.Today)).Select(v.UnitName).ToList(), c.Units.Keys.Where(u => !c.Behind(u, v.Today)).Select(v.UnitName).ToList());
        var over = v.Today > c.Until;
        return new Row(
            c.Id, c.Name, over ? Meaning.Past : behind.Count == 0 ? Meaning.Alarm : Meaning.InForce, over ? "rights.ended" : "rights.in-force",
            [
                ("field.committee-purpose", v.Words.Value(c.Purpose)), ("field.aim", c.Aim), ("rights.until", v.Words.Date(c.Until)),
                ("rights.confirm-every", v.Words.Value($"{c.Every} days")), ("rights.behind", v.Words.Say("look.x-of-y", ("given", behind.Count), ("of", c.Units.Count))),
                .. behind.Count > 0 ? new[] { ("rights.behind-names", string.Join("; ", behind)) } : [], .. not.Count > 0 ? new[] { ("rights.lapsed-names", string.Join("; ", not)) } : [],
                .. v.State.Accounts.Funds.Values.Where(f => f.Keeper == c.Id).OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => ("rights.own-account", $"{f.Title}: {AccountRows.Money(v, v.State.Accounts.BalanceOfFund(f.Id), f.Currency)}")),
                .. over ? [] : new[] { ("rights.sits-there", string.Join("; ", Committees.Sitting(v.State, c, v.Now).Select(v.NameOrId))) },
            ],
            over ? [] : [new("federation.confirm-delegation", ("committee", c.Id)), new("federation.withdraw-delegation", ("committee", c.Id)), .. Mandate.Organisation.Press.Senders.Sends(v.State, v.Person, c.Id, v.Now) ? new[] { new RowAct("press.mail", ("tendency", c.Id)), new RowAct("accounts.open-fund", ("keeper", c.Id)) } : []]);
    });

    public static IEnumerable<Row> SummonsRows(Visit v) => v.State.Undertakings.Summonses.Values.OrderBy(s => s.Outcome is not null).ThenByDescending(s => s.Due).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s =>
    {
        var tenure = v.State.Offices.Tenures[s.Tenure];
        return new Row(
            s.Id, s.Asks, s.Outcome is { Reported: true } ? Meaning.InForce : s.Outcome is not null || s.OverdueOn(v.Today) || s.Reply is { Comes: false } ? Meaning.Alarm : Meaning.Pending,
            s.Outcome is { } o ? o.Reported ? "rights.reported-yes" : "rights.reported-no" : s.OverdueOn(v.Today) ? "rights.overdue" : "rights.due",
            [
                ("field.holder-called", Named.Tenure(v, tenure)), ("rights.called-by", v.State.Roll.Unit(s.By) is { } unit ? unit.Name : Named.Place(v, s.By) ?? s.By), ("rights.report-by", v.Words.Date(s.Due)),
                .. s.Reply is { } reply ? new[] { ("rights.called-answer", v.Words.Say(reply.Comes ? "rights.comes-yes" : "rights.comes-no", ("text", reply.Text))) } : [],
                .. s.Outcome is { } outcome ? new[] { ("field.account-report", outcome.Account) } : [],
            ],
            s.Outcome is not null ? [] : tenure.Person == v.Person ? [new("undertakings.reply-to-summons", ("summons", s.Id))] : v.Person is { } person && v.State.Offices.HeldBy(person, v.Now).Any() ? [new("undertakings.record-report", ("summons", s.Id))] : []);
    });

    /// <summary>In how many units a tendency was offered a hearing, where it has asked for one.</summary>
    public static IEnumerable<(string, string)> Heard(Visit v, Tendency t) => t.HearingAsked is null ? []
        : [("rights.hearings", v.Words.Say("rights.hearings-of", ("given", t.Hearings.Count), ("of", v.State.Roll.Units.Values.Count(u => u.Until is null && !v.State.Roll.In(u.Id).IsEmpty))))];

    public static IEnumerable<RowAct> Hearing(Visit v, Tendency t) =>
        t.HearingAsked is null ? t.Speaker == v.Person ? [new("tendencies.ask-hearing", ("tendency", t.Id))] : []
        : v.Person is { } person && v.State.Offices.HeldBy(person, v.Now).Any(o => o.Session is null && o.Seat.Unit is not null) ? [new("tendencies.give-hearing", ("tendency", t.Id))] : [];

    private static string Level(Visit v, string? unit) => unit is null ? v.Words["rights.whole"] : v.UnitName(unit);

    private static string Measure(Visit v, Protest protest) => protest.Kind == ProtestAgainst.Order
        ? $"{v.Words.Value(protest.Kind)}: {v.State.Federation.Orders.GetValueOrDefault(protest.Against)?.What}"
        : $"{v.Words.Value(protest.Kind)}: {(v.State.Motions.Find(protest.Against) is { } motion ? v.Title(motion) : protest.Against)}";
}
