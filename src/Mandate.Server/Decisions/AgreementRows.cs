using Mandate.Organisation.Decisions;
using Mandate.Server.Keeping;
using Mandate.Server.Look;
using Mandate.Server.Rights;

namespace Mandate.Server.Decisions;

/// <summary>Agreements among those who hold places: deposited by them, or known and not deposited, with the decisions that may rest on those (S077, S096).</summary>
internal static class AgreementRows
{
    public static IEnumerable<Row> Of(Visit v) =>
    [
        .. v.State.Decisions.Agreements.Values.OrderByDescending(a => a.At).ThenBy(a => a.Id, StringComparer.Ordinal).Select(a => new Row(
            a.Id, v.Words.Say("agreements.on", ("about", v.Words.Value(a.About))), Meaning.InForce, "agreements.deposited",
            [
                ("agreements.between", string.Join(", ", a.Parties.Select(v.NameOrId))), ("rights.since", v.Words.Moment(a.At)),
                .. a.Concerns is { } about ? new[] { ("agreements.about", Named.Of(v, about) ?? about) } : [],
                ("agreements.confirmed", a.Confirmed.Count == 0 ? v.Words["agreements.by-nobody"] : string.Join(", ", a.Confirmed.Select(v.NameOrId))),
            ],
            v.Person is { } person && a.With.Contains(person, StringComparer.Ordinal) && !a.Confirmed.Contains(person) ? [new("decisions.confirm-agreement", ("agreement", a.Id))] : []) { Text = a.Text }),
        .. UndeclaredAgreements.Of(v.State, v.State.Facts.All).Select(u => new Row(
            u.Fact, v.Words.Say("agreements.on", ("about", string.Join(", ", u.About.Select(b => v.Words.Value(b))))), Meaning.Alarm, "agreements.not-deposited",
            [
                ("agreements.between", string.Join(", ", u.Parties.Select(p => Named.Of(v, p) ?? p))), .. u.Since is { } since ? new[] { ("rights.since", v.Words.Date(since)) } : [],
                ("agreements.rests", u.Adopted.IsEmpty ? v.Words["agreements.rests-none"] : string.Join("; ", u.Adopted.Select(m => $"{v.Words.Say("motion.number", ("number", m.Number))} {v.Title(m)}"))),
                ("agreements.ground", v.Words["agreements.recall"]),
            ],
            []) { Links = [.. u.Adopted.Select(m => ("agreements.open", "/motions/" + m.Id))] }),
    ];
}
