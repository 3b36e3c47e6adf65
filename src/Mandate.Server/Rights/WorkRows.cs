using Mandate.Organisation.Works;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Works of art, science and teaching: whose they are, what was asked of the makers and what they answered.</summary>
internal static class WorkRows
{
    public static IEnumerable<Row> Of(Visit v) => Works(v).Concat(v.State.Works.Associations.Values.OrderBy(a => a.Gone is not null).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal).Select(a => Association(v, a)));

    /// <summary>An association: how many belong to it, never who; its works are its own and go with it.</summary>
    private static Row Association(Visit v, Association a)
    {
        var own = v.Person is { } person && a.Members.Contains(person);
        return new(
            a.Id, a.Name, a.Gone is null ? Meaning.InForce : Meaning.Past, a.Gone is null ? "works.association" : "works.gone",
            [
                ("works.aim", a.Aim), ("works.association-members", v.Words.Number(a.Members.Count)), ("rights.since", v.Words.Moment(a.At)),
                .. v.State.Works.All.Values.Where(w => w.Association == a.Id).OrderBy(w => w.Title, StringComparer.Ordinal).Select(w => ("works.its-work", w.Title)),
                .. a.Gone is null ? Tested(v, a) : [],
                .. a.Leaving.IsEmpty || a.Gone is not null ? Array.Empty<(string, string)>() : [("works.going", v.Words.Say("look.x-of-y", ("given", a.Leaving.Count), ("of", a.Members.Count)))],
            ],
            a.Gone is not null ? [] : own ? [new("works.leave-association", ("association", a.Id)), new("works.take-out", ("association", a.Id))] : [new("works.join-association", ("association", a.Id))]);
    }

    /// <summary>The test of its independence (S404). How many hold places is not shown, only whether they are more than a third.</summary>
    private static IEnumerable<(string, string)> Tested(Visit v, Association a)
    {
        var test = AssociationIndependence.Of(v.State, a, v.Now);
        yield return ("independence.test", v.Words[test.Holds switch { true => "independence.holds", false => "independence.does-not", null => "independence.not-told" }]);
        yield return ("independence.bound", test.Bound == 0 ? v.Words["independence.by-nobody"] : v.Words.Count("independence.by-demands", test.Bound));
        yield return ("independence.led", v.Words[test.Led switch { true => "independence.above-third", false => "independence.below-third", null => "independence.too-few" }]);
        yield return ("independence.goes", v.Words["independence.goes-freely"]);
    }

    private static IEnumerable<Row> Works(Visit v) => v.State.Works.All.Values.OrderBy(w => w.EndedAt is not null).ThenBy(w => w.Title, StringComparer.Ordinal).ThenBy(w => w.Id, StringComparer.Ordinal).Select(w => new Row(
        w.Id, w.Title, w.EndedAt is null ? Meaning.InForce : Meaning.Past, w.EndedAt is not null ? "rights.ended" : w.Texts.IsEmpty ? "works.in-the-making" : "works.published",
        [
            ("works.field", v.Words.Value(w.Field)), ("works.makers", w.Unit is { } unit ? v.UnitName(unit) : w.Association is { } association ? v.State.Works.Associations[association].Name : v.Words["works.a-member"]), ("rights.since", v.Words.Moment(w.At)),
            .. Requests(v, w).Select(r => ("works.asked", v.Words.Say("works.asked-of", ("who", v.NameOrId(r.By)), ("aspect", v.Words.Value(r.Aspect)), ("what", r.What), ("binding", v.Words[r.Binding ? "works.binds" : "works.wish"]), ("answer", r.Answer is null ? v.Words["works.no-answer"] : $"{v.Words[r.Agreed == true ? "works.agreed" : "works.declined"]}: {r.Answer}")))),
        ],
        w.EndedAt is not null ? [] : [new("works.ask", ("work-of", w.Id)), .. Requests(v, w).Where(r => r.Agreed is null).Select(r => new RowAct("works.answer", ("request", r.Id))), new("works.publish", ("work-of", w.Id)), new("works.end", ("work-of", w.Id))])
        { Text = w.Texts.LastOrDefault() });

    private static IEnumerable<Request> Requests(Visit v, Work w) => v.State.Works.Requests.Values.Where(r => r.Work == w.Id).OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal);
}
