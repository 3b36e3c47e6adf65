using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>What has come of each decision, how it stands to earlier ones, and what remains disputed.</summary>
internal static class DecisionRows
{
    /// <summary>Meetings that left no record (S285).</summary>
    public static IEnumerable<FigureTable> WithoutRecord(Visit v) =>
    [
        new(
            v.Words["decisions.without-record"], [v.Words["decisions.meeting"], v.Words["decisions.minutes"]],
            [.. DecisionGaps.WithoutRecord(v.State, v.Today).Where(s => s.Unit is null).Take(50).Select(s => (IReadOnlyList<Cell>)[new Cell(Home.Describe.Session(v, s), Page: "/sessions/" + s.Id), v.Words.Value(s.Minutes)])],
            v.Words["decisions.without-record.note"]),
        .. Owed(v),
    ];

    /// <summary>Decisions of the whole that are not explained in every official language: in which not, since when, and by whom it is owed (S136).</summary>
    private static IEnumerable<FigureTable> Owed(Visit v) => Mandate.Organisation.Press.PlainVersions.Owed(v.State, v.Now).Take(50).ToList() is not { Count: > 0 } owed ? [] :
    [
        new(v.Words["plain.owed-title"], [v.Words["plain.owed-decision"], v.Words["plain.owed-languages"], v.Words["plain.owed-since"], v.Words["plain.owed-by"]],
            [.. owed.Select(o => (IReadOnlyList<Cell>)[new Cell(v.Title(o.Motion), Page: $"/motions/{o.Motion.Id}#plain"), string.Join(", ", o.Languages.Select(l => Wording.Language.Find(l)?.Endonym ?? l)), v.Words.Date(o.Since), v.Words.Place(o.By)])],
            v.Words["plain.owed-note"]),
    ];

    public static IEnumerable<Row> Of(Visit v) => DecisionProgress.Of(v.State, v.Today).Take(200).Select(d =>
    {
        var paper = d.OnPaperOnly(v.Today);
        string Count(int? number) => number is { } n ? v.Words.Number(n) : v.Words["decisions.not-yet"];
        var statements = d.Motion.Vote is { } id && v.State.Votes.Find(id) is { } vote ? vote.Statements.Where(s => s.Kind != StatementKind.Explanation).ToList() : [];
        return new Row(
            "decision-" + d.Motion.Id, v.Words.Say("decisions.titled", ("number", d.Motion.Number), ("title", v.Title(d.Motion))), paper ? Meaning.Alarm : d.Index > 0 ? Meaning.InForce : Meaning.Pending,
            paper ? "decisions.on-paper" : d.Index > 0 ? "decisions.carried-out" : "decisions.waits",
            [
                ("decisions.adopted", v.Words.Date(d.Adopted)), ("decisions.tasks", v.Words.Say("look.x-of-y", ("given", d.Done), ("of", d.Tasks))),
                ("decisions.in-14", Count(d.DoneIn14)), ("decisions.in-30", Count(d.DoneIn30)), ("decisions.missed", v.Words.Number(d.Missed)),
                ("decisions.rules", v.Words.Number(d.Rules)), ("decisions.places", v.Words.Number(d.Places)),
                .. DecisionGaps.Of(v.State, d.Motion) is { Length: > 0 } gaps ? new[] { ("decisions.gaps", string.Join(", ", gaps.Select(g => v.Words.Value(g)))) } : [],
                .. d.Motion.Relations.Select(r => (v.Words.Has("value.DecisionRelation." + r.Value) ? "value.DecisionRelation." + r.Value : "decisions.relation", v.State.Motions.Find(r.Key) is { } earlier ? v.Title(earlier) : r.Key)),
                ("decisions.explained", Explained(v, d.Motion)),
                .. Mandate.Organisation.Decisions.ContestedResults.Of(v.State, d.Motion) is { } contested ? new[] { ("decisions.contested", $"{v.Words.Value(contested.By)} ({Named.Of(v, contested.Case) ?? contested.Case})") } : [],
                .. Mandate.Organisation.Decisions.Preparation.IsMissing(v.State, d.Motion) ? new[] { ("preparation.title", v.Words["preparation.none"]) } : [],
                .. statements.Select(s => ("value.StatementKind." + s.Kind, $"{v.NameOrId(s.Person)}: {s.Text}")),
                ("decisions.disputed", d.Reservations == 0 ? v.Words["decisions.nobody-declared"] : v.Words.Number(d.Reservations)),
                .. Mandate.Organisation.Decisions.Disputed.Of(v.State, d.Motion) is { Members.Count: > 0 } disputed ? new[] { ("disputed.title", disputed.Nothing ? v.Words["disputed.nothing"] : v.Words.Say("disputed.said", ("given", disputed.Confirmed.Count), ("of", disputed.Members.Count))) } : [],
            ],
            [new("undertakings.take", ("motion", d.Motion.Id))]) { Page = "/motions/" + d.Motion.Id };
    });

    /// <summary>In which official languages it is explained in plain words, and in which not yet (S136).</summary>
    private static string Explained(Visit v, Mandate.Organisation.Motions.Motion motion)
    {
        var there = v.State.Press.Pieces.Values.Where(p => p.Kind == Mandate.Organisation.Press.PieceKind.Explanation && p.About == motion.Id && p.PublicOn(v.Today)).Select(p => p.Language).ToHashSet(StringComparer.Ordinal);
        string Names(IEnumerable<string> codes) => string.Join(", ", codes.Select(l => Wording.Language.Find(l)?.Endonym ?? l));
        var official = v.Version.Rules.Languages.Official;
        return there.Count == 0 ? v.Words["decisions.explained-none"] : official.All(there.Contains) ? Names(official) : v.Words.Say("decisions.explained-some", ("in", Names(official.Where(there.Contains))), ("missing", Names(official.Where(l => !there.Contains(l)))));
    }
}
