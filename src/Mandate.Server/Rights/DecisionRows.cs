using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>What has come of each decision, how it stands to earlier ones, and what remains disputed.</summary>
internal static class DecisionRows
{
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
                .. d.Motion.Relations.Select(r => (v.Words.Has("value.DecisionRelation." + r.Value) ? "value.DecisionRelation." + r.Value : "decisions.relation", v.State.Motions.Find(r.Key) is { } earlier ? v.Title(earlier) : r.Key)),
                .. statements.Select(s => ("value.StatementKind." + s.Kind, $"{v.NameOrId(s.Person)}: {s.Text}")),
                ("decisions.disputed", d.Reservations == 0 ? v.Words["decisions.nobody-declared"] : v.Words.Number(d.Reservations)),
            ],
            [new("undertakings.take", ("motion", d.Motion.Id))]) { Page = "/motions/" + d.Motion.Id };
    });
}
