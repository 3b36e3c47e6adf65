using Mandate.Organisation.Documents;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Directions that members left for after their death: what on, whether somebody has taken them on, what was asked of the trustee. Nobody is named.</summary>
internal static class DirectionRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Documents.Directions.Values.OrderByDescending(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal).Select(d => new Row(
        d.Id, v.Words.Say("directions.titled", ("matter", v.Words.Value(d.Matter)), ("day", v.Words.Date(DateOnly.FromDateTime(d.At.UtcDateTime)))), d.AcceptedAt is null ? Meaning.Pending : Meaning.InForce, d.Text is not null ? "rights.open" : d.AcceptedAt is null ? "directions.waits" : "directions.stand",
        [
            .. d.Member == v.Person ? new[] { ("directions.mine", v.Words["form.yes"]) } : [], .. d.Trustee == v.Person ? new[] { ("directions.trusted", v.Words["form.yes"]) } : [], ("directions.named-as", "directions:" + d.Id),
            .. d.Deviations.Select(x => ("directions.deviation", v.Words.Say(x.Agreed is null ? "directions.asked" : x.Agreed == true ? "directions.agreed" : "directions.refused", ("what", x.What), ("who", v.NameOrId(x.By)), ("reason", x.Reason), ("remark", x.Remark ?? "")))),
        ],
        [.. Acts(v, d)]) { Text = d.Text });

    private static IEnumerable<RowAct> Acts(Visit v, Directions d)
    {
        if (d.Trustee == v.Person)
        {
            if (d.AcceptedAt is null) yield return new("documents.accept-trust", ("directions", d.Id));
            if (d.Text is null) yield return new("documents.open-directions", ("directions", d.Id));
            foreach (var deviation in d.Deviations.Where(x => x.Agreed is null)) yield return new("documents.answer-deviation", ("deviation", deviation.Id));
        }
        if (d.Member == v.Person) yield return new("documents.withdraw-directions", ("directions", d.Id));
        if (v.Person is { } person && v.State.Offices.HeldBy(person, v.Now).Any() && d.AcceptedAt is not null) yield return new("documents.ask-deviation", ("directions", d.Id));
    }
}
