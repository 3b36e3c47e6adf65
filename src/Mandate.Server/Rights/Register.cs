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

    /// <summary>Further texts that are shown with it: a title, and the SHA-256.</summary>
    public IReadOnlyList<(string Title, string Text)> Further { get; init; } = [];

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

    /// <summary>A component above what is in it, and one below; null where it has none.</summary>
    public Type? Head { get; init; }

    public Type? Foot { get; init; }

    public static IReadOnlyList<Register> All { get; } =
    [
        new("restrictions", "restrictions", null, RestrictionRows.Of) { Figures = RightsFigures.Effects, Foot = typeof(RestrictionSeriesPart) },
        new("petitions", "petitions", "petitions.start", Petitions),
        new("concerns", "petitions", "petitions.raise-concern", CouncilRows.ConcernRows) { Figures = CouncilRows.Hindered },
        new("protests", "petitions", "petitions.protest", CouncilRows.ProtestRows),
        new("committees", "federation", "federation.form-committee", CouncilRows.CommitteeRows),
        new("summonses", "undertakings", "undertakings.summon", CouncilRows.SummonsRows),
        new("tendencies", "tendencies", "tendencies.form", TendencyRows.Of) { Figures = RightsFigures.Strength },
        new("documents", "documents", "documents.deposit", v => DocumentRows.Of(v).Concat(DirectionRows.Of(v))) { Also = ["documents.leave-directions"], Head = typeof(DocumentLinks) },
        new("undertakings", "undertakings", "undertakings.take", Undertakings),
        new("needs", "undertakings", "undertakings.post-need", NeedRows.Of),
        new("decisions", "undertakings", null, DecisionRows.Of) { Figures = DecisionRows.WithoutRecord },
        new("agreements", "decisions", "decisions.deposit-agreement", Decisions.AgreementRows.Of),
        new("honours", NoWord, "decisions.give-honour", Honours),
        new("complaints", "inspection", "inspection.complain", ComplaintRows.Of) { Figures = ComplaintRows.InConfidence },
        new("inspections", "inspection", "inspection.open", InspectionRows.Of) { Foot = typeof(InspectionPlanPart) },
        new("charges", "roll", "roll.charge", PersonRows.Charges) { Figures = v => [.. RightsFigures.Treatment(v), .. RefusedOffenceRows.Of(v)], Head = typeof(ExpulsionsPart) },
        new("orders", "federation", "federation.order", Orders),
        new("plans", "federation", "federation.draw-up-plan", CommonActionRows.Plans),
        new("queries", "federation", "federation.ask", CommonActionRows.Queries) { Also = ["federation.report-situation"] },
        new("charters", "federation", "federation.charter", CommonActionRows.Charters),
        new("press", "press", "press.submit", PressRows.Of) { Figures = PressFigures.Of },
        new("accounts", "accounts", "accounts.open-fund", AccountRows.Of) { Head = typeof(BookLinks), Figures = v => [.. DistributionFigures.Of(v), .. FundFigures.Of(v), .. ShareFigures.Of(v), .. EducationFigures.Of(v)] },
        new("commitments", "commitments", null, CommitmentRows.Of) { Head = typeof(CommitmentActs), Figures = CommitmentRows.Figures },
        new("audits", "audits", "accounts.open-audit", AuditRows.Of),
        new("property", "property", "accounts.enter-property", PropertyRows.Of),
        new("works", "works", "works.begin", WorkRows.Of) { Also = ["works.found-association"] },
        new("facts", "facts", "facts.tell", FactRows),
        new("languages", NoWord, "statutes.ask-language", v => [.. UnitRows.Languages(v), .. UnitRows.AskedLanguages(v)]) { Figures = LanguageTables.Of },
        new("missions", "federation", "federation.send", UnitRows.Missions) { Also = ["federation.invite"] },
        new("disputes", "federation", null, DisputeRows.Of) { Figures = DisputeRows.Figures },
        new("autonomy", "federation", null, UnitRows.Autonomy) { Figures = AutonomyFigures.Of },
        new("treaties", NoWord, "federation.propose-treaty", TreatyRows.Of) { Figures = TreatyRows.Figures },
        new("separations", NoWord, "federation.decide-separation", SeparationRows.Of) { Figures = SeparationRows.Figures },
        new("stays", NoWord, "inspection.ask-stay", StayRows.Of),
        new("conflicts", NoWord, "federation.open-conflict", ConflictRows.Of),
        new("elections", NoWord, "offices.promise-election", ElectionRows.Of) { Figures = ElectionRows.Figures },
        new("stand-ins", NoWord, "offices.let-stand-in", StandInRows.Of),
    ];

    /// <summary>A register on whose page nothing else of its word is begun.</summary>
    private const string NoWord = "";

    public static Register? Find(string name) => All.FirstOrDefault(r => r.Name == name);

    /// <summary>Names, images and titles, each with its vote and its last day (S406).</summary>
    private static IEnumerable<Row> Honours(Visit v) => v.State.Decisions.Honours.Values.OrderByDescending(h => h.Until).ThenBy(h => h.Id, StringComparer.Ordinal).Select(h => new Row(
        h.Id, h.What, h.RunsOn(v.Today) ? Meaning.InForce : Meaning.Past, h.RunsOn(v.Today) ? "rights.in-force" : "rights.ended",
        [("field.honour-kind", v.Words.Value(h.Kind)), ("honours.given", v.Words.Moment(h.At)), ("field.honour-until", v.Words.Date(h.Until))], [])
        { Links = [("honours.vote", $"/motions/{h.Motion}")] });

    private static IEnumerable<Row> Petitions(Visit v) => v.State.Petitions.All.Values.OrderBy(p => p.Due ?? DateOnly.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => new Row(
        p.Id, p.Commitment is null ? p.Asks : v.Words[p.Closed ? "petition.closed" : "petition.declaration"],
        p.AnsweredAt is not null ? Meaning.InForce : p.OverdueOn(v.Today) ? Meaning.Alarm : Meaning.Pending,
        p.AnsweredAt is not null ? "rights.answered" : p.OverdueOn(v.Today) ? "rights.overdue" : p.Due is null ? "rights.gathering" : "rights.due",
        [("rights.to", v.Words.Place(p.To)), p.Closed ? ("petition.opens", v.Words.Say("petition.opens-at", ("needed", p.Needed))) : ("rights.signatures", v.Words.Say("rights.of", ("given", p.Signed.Count), ("needed", p.Needed))),
            .. p.Reached is { } reached && p.Signed.Count > reached ? new[] { ("rights.signed-later", v.Words.Number(p.Signed.Count - reached)) } : [],
            .. p.Due is { } due ? new[] { ("rights.answer-by", v.Words.Date(due)) } : [], .. p.Reply is { } reply ? new[] { ("rights.answer", $"{v.Words.Value(reply)}: {p.Reason}") } : []],
        [new(p.Closed ? "petitions.sign-closed" : "petitions.sign", ("petition", p.Id)), new("petitions.answer", ("petition", p.Id))]) { Text = p.Text });

    private static IEnumerable<Row> Undertakings(Visit v) => v.State.Undertakings.All.Values.OrderBy(u => u.Done).ThenBy(u => u.Due).ThenBy(u => u.Id, StringComparer.Ordinal).Select(u => new Row(
        u.Id, u.What, u.Done ? Meaning.InForce : u.OverdueOn(v.Today) ? Meaning.Alarm : Meaning.Pending, u.Done ? "rights.done" : u.OverdueOn(v.Today) ? "rights.overdue" : "rights.due",
        [("rights.owner", v.NameOrId(u.Owner)), ("rights.due-on", v.Words.Date(u.Due)), .. u.Measure is { } measure ? new[] { ("undertakings.measure", measure) } : [], .. u.Missed.Select(m => ("undertakings.missed", v.Words.Say("undertakings.missed-on", ("day", v.Words.Date(m.Due)), ("reason", m.Reason)))), .. u.Reports.Select(r => ("rights.report", r.Account))],
        [new("undertakings.report", ("undertaking", u.Id)), .. u.Done || u.Owner != v.Person ? [] : new[] { new RowAct("undertakings.set-new-date", ("undertaking", u.Id)) }, new("undertakings.take-over", ("undertaking", u.Id))]));

    /// <summary>Who answered what an official text calls them.</summary>
    private static IEnumerable<(string, string)> LabelsOf(Visit v, string of) => v.State.Press.Pieces.Values.Where(p => p.Kind == Mandate.Organisation.Press.PieceKind.Reply && p.About == of && p.PublicOn(v.Today)).OrderBy(p => p.At)
        .Select(p => ("label.title", $"{(v.State.Roll.Unit(p.Side ?? "") is { } unit ? unit.Name : PressRows.Side(v, p.Side ?? ""))}: {v.Text(p.Text)?.Trim()}"));

    private static IEnumerable<Row> Orders(Visit v) => v.State.Federation.Orders.Values.OrderByDescending(o => o.At).Select(o => new Row(
        o.Id, o.What, o.CountermandedAt is null ? o.ExpiredAt(v.Now) ? Meaning.Past : Meaning.InForce : o.RecallAcknowledged.Count < o.To.Length ? Meaning.Alarm : Meaning.Past, o.CountermandedAt is null ? o.ExpiredAt(v.Now) ? "rights.ended" : "rights.in-force" : "rights.taken-back",
        [("rights.by", v.Words.Place(o.For.Split('@')[0])), .. o.Until is { } expires ? new[] { ("field.expires-at", v.Words.Moment(expires)) } : [], ("rights.acknowledged", v.Words.Say("look.x-of-y", ("given", (o.CountermandedAt is null ? o.Acknowledged : o.RecallAcknowledged).Count), ("of", o.To.Length))),
            .. o.To.Where(u => !(o.CountermandedAt is null ? o.Acknowledged : o.RecallAcknowledged).ContainsKey(u)).Select(v.UnitName).ToArray() is { Length: > 0 } silent ? new[] { ("rights.not-acknowledged", string.Join("; ", silent)) } : [],
            .. LabelsOf(v, o.Id),
            .. o.LeftToUnits is { } left ? new[] { ("orders.left-to-units", left) } : [],
            .. o.Plans.Select(p => (p.Value.TurnedDownAt is null ? v.Today < p.Value.Firm ? "orders.plan" : "orders.plan-holds" : "orders.plan-turned-down", $"{v.UnitName(p.Key)}: {(p.Value.TurnedDownAt is null ? v.Text(p.Value.Text)?.Trim() : p.Value.Reasons)}")),
            .. v.State.Federation.Disputes.Values.Where(d => d.Of == o.Id).OrderBy(d => d.At).Select(d => ("orders.disputed-by", $"{v.UnitName(d.Unit)}: {v.Words["disputes.outcome." + d.OutcomeOn(v.Today)]}"))],
        [
            .. o.CountermandedAt is null ? new[] { new RowAct("federation.countermand", ("order", o.Id)) } : [], new("press.answer-label", ("said-in", o.Id)), new("press.define-label", ("said-in", o.Id)),
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
        v.Person is { } person ? units.Where(u => v.State.Offices.SpeaksFor(person, u, v.Now)) : [];

    /// <summary>What members recorded of things done outside the rules: events as told, then the facts that name them.</summary>
    private static IEnumerable<Row> FactRows(Visit v) =>
    [
        .. v.State.Facts.Happenings.Values.OrderByDescending(h => h.When.From ?? h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal).Take(200).Select(h => new Row(
            h.Id, Best(v, h.Titles), Meaning.InForce, "facts.told",
            [.. When(v, h.When), ("facts.evidence", v.Words.Value(Mandate.Organisation.Facts.Source.Of(h.Mode, h.Sources))), ("rights.rests-on", string.Join("; ", h.Sources.Select(s => GuardWords.Source(v.Words, s))))],
            [new("facts.record", ("event", h.Id))])),
        .. v.State.Facts.All.OrderByDescending(f => f.When.From ?? f.When.To).ThenBy(f => f.Id, StringComparer.Ordinal).Take(200).Select(f => new Row(
            f.Id, v.Words["fact-kind." + f.What.GetType().Name], f.CorrectedBy is null ? f.Contested.Length > 0 ? Meaning.Pending : Meaning.InForce : Meaning.Past,
            f.CorrectedBy is not null ? "facts.corrected" : f.Contested.Length > 0 ? "facts.contested" : f.Mode == Mandate.Organisation.Facts.Mode.Inferred ? "facts.inferred" : "facts.stated",
            [.. When(v, f.When), ("facts.evidence", v.Words.Value(Mandate.Organisation.Facts.Source.Of(f.Mode, f.Sources))), ("rights.rests-on", string.Join("; ", f.Sources.Select(s => GuardWords.Source(v.Words, s))))],
            [new("facts.object", ("fact", f.Id))])),
    ];

    private static IEnumerable<(string, string)> When(Visit v, Mandate.Organisation.Facts.Window when) =>
        [.. when.From is { } from ? new[] { ("rights.from", v.Words.Date(from)) } : [], .. when.To is { } to ? new[] { ("rights.until", v.Words.Date(to)) } : []];

    private static string Best(Visit v, IReadOnlyDictionary<string, string> titles) => titles.GetValueOrDefault(v.Words.Language.Code) ?? titles.GetValueOrDefault("en") ?? titles.Values.First();
}
