using Mandate.Organisation.Inspection;
using Mandate.Organisation.Tendencies;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>An act that a row offers, with what it is about.</summary>
public sealed record RowAct(string Name, params (string Name, string Value)[] Given);

/// <summary>One thing in a register.</summary>
/// <param name="Facts">Labels (keys of the wording) and what stands there, already worded.</param>
public sealed record Row(string Id, string Title, Meaning Meaning, string Status, IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<RowAct> Acts)
{
    /// <summary>SHA-256 of a text that is shown with it.</summary>
    public string? Text { get; init; }

    /// <summary>The mailing that it is, which its speaker can have sent.</summary>
    public Mandate.Organisation.Press.Mailing? Mailing { get; init; }

    /// <summary>Further pages that it leads to: a label (key of the wording) and an address below the organisation's.</summary>
    public IReadOnlyList<(string Label, string Page)> Links { get; init; } = [];

    /// <summary>Where it has a page of its own, below the organisation's address.</summary>
    public string? Page { get; init; }
}

/// <summary>A register: its question is <c>rights.NAME.question</c>, its title <c>rights.NAME</c>; how to begin, and what is in it.</summary>
/// <param name="Word">The word whose acts begin something here.</param>
public sealed record Register(string Name, string Word, string? Begin, Func<Visit, IEnumerable<Row>> Rows)
{
    /// <summary>Figures above the rows; null where it has none.</summary>
    public Func<Visit, IEnumerable<FigureTable>>? Figures { get; init; }

    /// <summary>Other acts that begin something here.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public static IReadOnlyList<Register> All { get; } =
    [
        new("restrictions", "restrictions", null, Restrictions) { Figures = RightsFigures.Effects },
        new("petitions", "petitions", "petitions.start", Petitions),
        new("concerns", "concerns", "petitions.raise-concern", CouncilRows.ConcernRows),
        new("protests", "protests", "petitions.protest", CouncilRows.ProtestRows),
        new("committees", "committees", "federation.form-committee", CouncilRows.CommitteeRows),
        new("summonses", "summonses", "undertakings.summon", CouncilRows.SummonsRows),
        new("tendencies", "tendencies", "tendencies.form", Tendencies) { Figures = RightsFigures.Strength },
        new("documents", "documents", "documents.deposit", DocumentRows.Of),
        new("undertakings", "undertakings", "undertakings.take", Undertakings),
        new("needs", "undertakings", "undertakings.post-need", NeedRows.Of),
        new("decisions", "undertakings", null, DecisionRows.Of),
        new("complaints", "inspection", "inspection.complain", Complaints),
        new("charges", "roll", "roll.charge", PersonRows.Charges) { Figures = RightsFigures.Treatment },
        new("orders", "federation", "federation.order", Orders),
        new("plans", "federation", "federation.draw-up-plan", CommonActionRows.Plans),
        new("queries", "federation", "federation.ask", CommonActionRows.Queries) { Also = ["federation.report-situation"] },
        new("charters", "federation", "federation.charter", CommonActionRows.Charters),
        new("press", "press", "press.submit", PressRows.Of) { Figures = PressFigures.Of },
        new("accounts", "accounts", "accounts.open-fund", AccountRows.Of),
        new("works", "works", "works.begin", WorkRows.Of),
        new("facts", "facts", "facts.tell", FactRows),
        new("languages", "sessions", null, UnitRows.Languages) { Figures = LanguageTables.Of },
        new("missions", "federation", "federation.send", UnitRows.Missions),
        new("disputes", "federation", null, DisputeRows.Of) { Figures = DisputeRows.Figures },
        new("autonomy", "federation", null, UnitRows.Autonomy) { Figures = AutonomyFigures.Of },
    ];

    private static readonly string[] OnComplaints = ["inspection.reply", "inspection.find", "inspection.step-aside", "inspection.draw-jury"];

    private static readonly string[] AfterFinding = ["inspection.appeal"], OnAppeals = ["inspection.conclude-appeal"];

    public static Register? Find(string name) => All.FirstOrDefault(r => r.Name == name);

    private static IEnumerable<Row> Restrictions(Visit v) => v.State.Restrictions.All.Values.OrderByDescending(r => r.Until).Select(r => new Row(
        r.Id, v.Words.Value(r.Right), r.InForceOn(v.Today) ? Meaning.InForce : Meaning.Past, r.InForceOn(v.Today) ? "rights.in-force" : "rights.ended",
        [("rights.purpose", r.Purpose), ("rights.occasion", r.Occasion), ("rights.from", v.Words.Date(r.From)), ("rights.until", v.Words.Date(r.Until)), ("rights.uses", v.Words.Number(v.State.Restrictions.Uses.Values.Count(u => u.Restriction == r.Id))),
            ("rights.reviewed-by", v.Words.Place(r.Review ?? v.State.Sessions.Find(v.State.Motions.Find(r.Motion)?.Session ?? "")?.Body ?? r.Motion)),
            .. v.State.Restrictions.Uses.Values.Where(u => u.Restriction == r.Id).OrderBy(u => u.At).ThenBy(u => u.Id, StringComparer.Ordinal).Select(u => (
                r.Occasion == u.Occasion && (r.Targets.IsEmpty || r.Targets.Contains(u.Against, StringComparer.Ordinal)) ? "rights.used" : "rights.used-beyond", v.Words.Say("rights.use", ("when", v.Words.Moment(u.At)), ("against", u.Against), ("occasion", u.Occasion), ("by", v.NameOrId(u.By)), ("reason", u.Reason)))),
            .. r.Lifted is { } lifted ? new[] { ("restriction.lifted", v.Words.Date(lifted)) } : [], .. r.Reviews.Select(review => ("restriction.review", v.Words.Say("restriction.reviewed", ("day", v.Words.Date(review.On)), ("account", review.Account))))],
        r.InForceOn(v.Today) ? [new("restrictions.use", ("restriction", r.Id)), new("restrictions.review", ("restriction", r.Id)), new("restrictions.lift", ("restriction", r.Id))] : []))
        .Concat(v.State.Restrictions.Emergencies.Values.OrderByDescending(e => e.Until).Select(e => new Row(
            e.Id, e.Reason, e.InForceOn(v.Today) ? Meaning.Alarm : Meaning.Past, e.InForceOn(v.Today) ? "rights.in-force" : "rights.ended",
            [("rights.from", v.Words.Date(e.From)), ("rights.until", v.Words.Date(e.Until)), .. e.ConfirmBy is { } by ? new[] { ("rights.confirm-by", v.Words.Date(by)) } : [], .. EmergencyFacts(v, e)],
            e.InForceOn(v.Today) ? [.. e.Confirmed ? Array.Empty<RowAct>() : [new("restrictions.confirm-emergency", ("emergency", e.Id))], new("restrictions.renew-emergency", ("emergency", e.Id)), new("restrictions.take-measure", ("emergency", e.Id))]
                : e.Account is null ? [new("restrictions.give-account", ("emergency", e.Id))] : e.Left.Any(l => !e.Disposed.ContainsKey(l)) ? [new("restrictions.dispose", ("emergency", e.Id))] : [])));

    /// <summary>Powers, measures, and after its end the account, what is left, and by when what waited is taken up again.</summary>
    private static IEnumerable<(string, string)> EmergencyFacts(Visit v, Mandate.Organisation.Restrictions.Emergency e) =>
    [
        .. e.Powers.IsEmpty ? Array.Empty<(string, string)>() : [("field.powers", string.Join(", ", e.Powers.Select(v.Words.Place)))],
        .. e.Measures.Select(m => ("emergency.measure", v.Words.Say("emergency.measure-under", ("what", m.What), ("power", v.Words.Place(m.Power))))),
        .. e.InForceOn(v.Today) ? [] : e.Account is { } account ? new[] { ("emergency.account", account) } : [("emergency.account-due", v.Words.Date(Mandate.Organisation.Restrictions.Emergencies.AccountDue(v.State, e, v.Now)))],
        .. e.InForceOn(v.Today) ? [] : new[] { ("emergency.review-due", v.Words.Date(e.Last.AddDays(Mandate.Organisation.Restrictions.Emergency.ReviewDays))) },
        .. e.Left.Select(l => ("emergency.left", e.Disposed.TryGetValue(l, out var to) ? v.Words.Say(to.Length > 0 ? "emergency.assigned" : "emergency.dissolved", ("what", l), ("to", to.Length > 0 ? v.Words.Place(to) : "")) : v.Words.Say("emergency.open", ("what", l)))),
    ];

    private static IEnumerable<Row> Petitions(Visit v) => v.State.Petitions.All.Values.OrderBy(p => p.Due ?? DateOnly.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => new Row(
        p.Id, p.Asks,
        p.AnsweredAt is not null ? Meaning.InForce : p.OverdueOn(v.Today) ? Meaning.Alarm : Meaning.Pending,
        p.AnsweredAt is not null ? "rights.answered" : p.OverdueOn(v.Today) ? "rights.overdue" : p.Due is null ? "rights.gathering" : "rights.due",
        [("rights.to", v.Words.Place(p.To)), ("rights.signatures", v.Words.Say("rights.of", ("given", p.Signed.Count), ("needed", p.Needed))),
            .. p.Reached is { } reached && p.Signed.Count > reached ? new[] { ("rights.signed-later", v.Words.Number(p.Signed.Count - reached)) } : [],
            .. p.Due is { } due ? new[] { ("rights.answer-by", v.Words.Date(due)) } : [], .. p.Reply is { } reply ? new[] { ("rights.answer", $"{v.Words.Value(reply)}: {p.Reason}") } : []],
        [new("petitions.sign", ("petition", p.Id)), new("petitions.answer", ("petition", p.Id))]));

    private static IEnumerable<Row> Tendencies(Visit v) => v.State.Tendencies.All.Values.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new Row(
        t.Id, t.Name, v.Today > t.Until ? Meaning.Past : t.StandsOn(v.Today) ? Meaning.InForce : Meaning.Pending,
        v.Today > t.Until ? "rights.ended" : t.StandsOn(v.Today) ? "rights.stands" : "rights.gathering",
        [("rights.members", v.Words.Say("rights.of", ("given", t.Members.Count), ("needed", t.Needed))), ("rights.until", v.Words.Date(t.Until)), .. Served(v, t), .. CouncilRows.Heard(v, t)],
        [new("tendencies.join", ("tendency", t.Id)), new("tendencies.leave", ("tendency", t.Id)), .. Serving(v, t), .. t.StandsOn(v.Today) ? CouncilRows.Hearing(v, t) : []]) { Text = t.Platform });

    /// <summary>Who watches counts for it and speaks for it, where it has such places.</summary>
    private static IEnumerable<(string, string)> Served(Visit v, Tendency t) =>
    [
        .. t.Scrutineers.IsEmpty ? Array.Empty<(string, string)>() : [("rights.scrutineers", string.Join("; ", t.Scrutineers.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{string.Join(", ", s.Value.Select(v.NameOrId))} ({v.State.Votes.All[s.Key].Question.Text})")))],
        .. t.Observations.Select(o => (o.InOrder ? "field.remark" : "rights.note", v.Words.Say("rights.observed", ("vote", v.State.Votes.All[o.Vote].Question.Text), ("remark", o.Remark)))),
    ];

    private static IEnumerable<RowAct> Serving(Visit v, Tendency t) => !t.StandsOn(v.Today) ? []
        : t.Speaker == v.Person ? [new("tendencies.name-scrutineer", ("tendency", t.Id)), new("tendencies.send", ("tendency", t.Id))]
        : [new("tendencies.offer", ("tendency", t.Id)), .. t.Scrutineers.Values.Any(s => v.Person is { } person && s.Contains(person)) ? new[] { new RowAct("tendencies.observe", ("tendency", t.Id)) } : []];

    private static IEnumerable<Row> Undertakings(Visit v) => v.State.Undertakings.All.Values.OrderBy(u => u.Done).ThenBy(u => u.Due).ThenBy(u => u.Id, StringComparer.Ordinal).Select(u => new Row(
        u.Id, u.What, u.Done ? Meaning.InForce : u.OverdueOn(v.Today) ? Meaning.Alarm : Meaning.Pending, u.Done ? "rights.done" : u.OverdueOn(v.Today) ? "rights.overdue" : "rights.due",
        [("rights.owner", v.NameOrId(u.Owner)), ("rights.due-on", v.Words.Date(u.Due)), .. u.Measure is { } measure ? new[] { ("undertakings.measure", measure) } : [], .. u.Missed.Select(m => ("undertakings.missed", v.Words.Say("undertakings.missed-on", ("day", v.Words.Date(m.Due)), ("reason", m.Reason)))), .. u.Reports.Select(r => ("rights.report", r.Account))],
        [new("undertakings.report", ("undertaking", u.Id)), .. u.Done || u.Owner != v.Person ? [] : new[] { new RowAct("undertakings.set-new-date", ("undertaking", u.Id)) }, new("undertakings.take-over", ("undertaking", u.Id))]));

    /// <summary>What is said about a complaint: that it exists, against which places, how far it has got. Who complained is for its readers.</summary>
    private static IEnumerable<Row> Complaints(Visit v) => v.State.Inspection.All.Values.OrderByDescending(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c =>
    {
        var readers = Readers.Of(v.State, c, v.Now);
        return new Row(
            c.Id, c.Subject, c.WithoutConsequenceOn(v.Today) ? Meaning.Alarm : c.Upheld is null || c.Appeal is { DecidedAt: null } ? Meaning.Pending : Meaning.InForce, c.Appeal is { DecidedAt: null } ? "rights.under-appeal" : c.Upheld is not { } upheld ? "rights.being-read" : upheld ? "rights.upheld" : "rights.not-upheld",
            [("rights.against", string.Join(", ", c.Against.Select(t => v.Words.Place(v.State.Offices.Tenures[t].Seat.Of)).Distinct(StringComparer.Ordinal))), ("rights.since", v.Words.Moment(c.At)),
                ("rights.readers", readers.IsEmpty ? v.Words["rights.jury-needed"] : v.Words.Number(readers.Length)), ("rights.reply-by", v.Words.Date(c.Reply)),
                .. PendingConsequences.Of(v.State, c) is { } pending ? new[] { ("rights.consequence-by", v.Words.Say(pending.Due < v.Today ? "rights.consequence-late" : "rights.consequence-due", ("place", v.Words.Place(pending.Body)), ("day", v.Words.Date(pending.Due)))) } : [],
                .. c.Follows is { } follows ? new[] { ("rights.follows", $"{v.Words.Value(follows.Consequence)}. {follows.Reasons}") } : c.Upheld == true ? [("rights.follows", v.Words["rights.follows-nothing"])] : [],
                .. c.Appeal is { } appeal ? new[] { ("rights.appealed-to", v.Words.Place(appeal.To)) } : [],
                .. c.Stays.Select(s => ("rights.stayed", $"{s.Measure}, {v.Words.Date(s.Until)}")),
                .. c.Against.Where(t => v.State.Offices.Suspended.ContainsKey(t)).Select(t => ("rights.suspended-until", v.Words.Say("rights.suspended-from", ("place", v.Words.Place(v.State.Offices.Tenures[t].Seat.Of)), ("until", v.Words.Date(v.State.Offices.Suspended[t].Until))))),
                .. c.SuspensionAppeal is { } against ? new[] { ("rights.appealed-to", v.Words.Place(against.To)) } : []],
            [
                .. c.DecidedAt is not null ? [] : c.Against.Where(t => !v.State.Offices.Suspended.ContainsKey(t)).Select(t => new RowAct("inspection.suspend", ("complaint", c.Id), ("tenure", t))),
                .. c.SuspensionAppeal is { DecidedAt: null } ? new[] { new RowAct("inspection.conclude-appeal", ("complaint", c.Id)) }
                    : c is { DecidedAt: null, SuspensionAppeal: null } && c.Against.Any(t => v.State.Offices.SuspendedAt(t, v.Now) is not null) ? [new("inspection.appeal", ("complaint", c.Id))] : [],
                .. c is { Upheld: true, Follows: null } ? new[] { new RowAct("inspection.propose-consequence", ("complaint", c.Id)) } : [],
                .. (c.DecidedAt is null ? OnComplaints : c.Appeal is null ? AfterFinding : c.Appeal.DecidedAt is null ? OnAppeals : []).Select(a => new RowAct(a, ("complaint", c.Id))),
            ]);
    });

    private static IEnumerable<Row> Orders(Visit v) => v.State.Federation.Orders.Values.OrderByDescending(o => o.At).Select(o => new Row(
        o.Id, o.What, o.CountermandedAt is null ? o.ExpiredAt(v.Now) ? Meaning.Past : Meaning.InForce : o.RecallAcknowledged.Count < o.To.Length ? Meaning.Alarm : Meaning.Past, o.CountermandedAt is null ? o.ExpiredAt(v.Now) ? "rights.ended" : "rights.in-force" : "rights.taken-back",
        [("rights.by", v.Words.Place(o.For.Split('@')[0])), .. o.Until is { } expires ? new[] { ("field.expires-at", v.Words.Moment(expires)) } : [], ("rights.acknowledged", v.Words.Say("look.x-of-y", ("given", (o.CountermandedAt is null ? o.Acknowledged : o.RecallAcknowledged).Count), ("of", o.To.Length))),
            .. o.To.Where(u => !(o.CountermandedAt is null ? o.Acknowledged : o.RecallAcknowledged).ContainsKey(u)).Select(v.UnitName).ToArray() is { Length: > 0 } silent ? new[] { ("rights.not-acknowledged", string.Join("; ", silent)) } : [],
            .. o.LeftToUnits is { } left ? new[] { ("orders.left-to-units", left) } : [],
            .. o.Plans.Select(p => (p.Value.TurnedDownAt is null ? v.Today < p.Value.Firm ? "orders.plan" : "orders.plan-holds" : "orders.plan-turned-down", $"{v.UnitName(p.Key)}: {(p.Value.TurnedDownAt is null ? v.Text(p.Value.Text)?.Trim() : p.Value.Reasons)}")),
            .. v.State.Federation.Disputes.Values.Where(d => d.Of == o.Id).OrderBy(d => d.At).Select(d => ("orders.disputed-by", $"{v.UnitName(d.Unit)}: {v.Words["disputes.outcome." + d.OutcomeOn(v.Today)]}"))],
        [
            .. o.CountermandedAt is null ? new[] { new RowAct("federation.countermand", ("order", o.Id)) } : [],
            .. o.Plans.Where(p => p.Value.TurnedDownAt is null && v.Today < p.Value.Firm).Select(p => new RowAct("federation.turn-down-plan", ("order", o.Id), ("unit", p.Key))),
            .. Units(v, o.To).SelectMany(u => o.CountermandedAt is null
                ? new[]
                {
                    new RowAct("federation.acknowledge", ("order", o.Id), ("unit", u)), new RowAct("federation.carry-out", ("order", o.Id), ("unit", u)),
                    new RowAct("federation.plan", ("order", o.Id), ("unit", u)), new RowAct("federation.dispute", ("of", o.Id), ("unit", u)),
                }
                : [new RowAct("federation.acknowledge", ("order", o.Id), ("unit", u))]),
        ]));

    /// <summary>Of those units the ones for which the visitor speaks.</summary>
    internal static IEnumerable<string> Units(Visit v, IEnumerable<string> units) =>
        v.Person is { } person ? units.Where(u => v.State.Offices.HeldBy(person, v.Now).Any(t => t.Seat.Unit == u && t.Session is null)) : [];

    /// <summary>What members recorded of things done outside the rules: events as told, then the facts that name them.</summary>
    private static IEnumerable<Row> FactRows(Visit v) =>
    [
        .. v.State.Facts.Happenings.Values.OrderByDescending(h => h.When.From ?? h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal).Take(200).Select(h => new Row(
            h.Id, Best(v, h.Titles), Meaning.InForce, "facts.told",
            [.. When(v, h.When), ("rights.rests-on", string.Join(", ", h.Sources.Select(s => s.Lines is null ? s.Work : $"{s.Work}, {s.Lines}")))],
            [new("facts.record", ("event", h.Id))])),
        .. v.State.Facts.All.OrderByDescending(f => f.When.From ?? f.When.To).ThenBy(f => f.Id, StringComparer.Ordinal).Take(200).Select(f => new Row(
            f.Id, string.Concat(f.What.GetType().Name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")), f.CorrectedBy is null ? f.Contested.Length > 0 ? Meaning.Pending : Meaning.InForce : Meaning.Past,
            f.CorrectedBy is not null ? "facts.corrected" : f.Contested.Length > 0 ? "facts.contested" : f.Mode == Mandate.Organisation.Facts.Mode.Inferred ? "facts.inferred" : "facts.stated",
            [.. When(v, f.When), ("rights.rests-on", string.Join(", ", f.Sources.Select(s => s.Lines is null ? s.Work : $"{s.Work}, {s.Lines}")))],
            [new("facts.object", ("fact", f.Id))])),
    ];

    private static IEnumerable<(string, string)> When(Visit v, Mandate.Organisation.Facts.Window when) =>
        [.. when.From is { } from ? new[] { ("rights.from", v.Words.Date(from)) } : [], .. when.To is { } to ? new[] { ("rights.until", v.Words.Date(to)) } : []];

    private static string Best(Visit v, IReadOnlyDictionary<string, string> titles) => titles.GetValueOrDefault(v.Words.Language.Code) ?? titles.GetValueOrDefault("en") ?? titles.Values.First();
}
