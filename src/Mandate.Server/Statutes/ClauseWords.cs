using Mandate.Constitutions;
using Mandate.Server.Wording;

namespace Mandate.Server.Statutes;

/// <summary>The path of a clause, said in words: <c>bodies.congress.convene.notice</c> is "Congress › convening › notice".</summary>
public static class ClauseWords
{
    /// <param name="root">The constitution in which the clause stands, or stood.</param>
    /// <param name="below">Only what comes after this clause; the empty path gives all.</param>
    public static string Of(Words words, Datum root, string path, string below = "") => string.Join(" › ", Steps(words, root, path, below));

    /// <summary>One key of the format in words; names of bodies, offices and units are the organisation's own.</summary>
    public static string Key(Words words, string key) =>
        words.Has("key." + key) ? words["key." + key] : words.Has("chapter." + key) ? words["chapter." + key] : words.Place(key);

    private static IEnumerable<string> Steps(Words words, Datum root, string path, string below)
    {
        var at = root;
        while (at.Clause.Path != path)
        {
            switch (at)
            {
                case Datum.Map map when map.Entries.FirstOrDefault(e => Clauses.Covers(e.Value.Clause.Path, path)) is { } entry:
                    if (Shown(entry.Value)) yield return Key(words, entry.Key);
                    at = entry.Value;
                    break;
                case Datum.List list when list.Items.Select((item, i) => (item, i)).FirstOrDefault(p => Clauses.Covers(p.item.Clause.Path, path)) is { item: { } item, i: var i }:
                    if (Shown(item)) yield return item is Datum.Map named && named["id"] is Datum.Text id ? words.Place(id.Value) : words.Number(i + 1);
                    at = item;
                    break;
                default:
                    // A clause that this constitution does not have: the rest of its path as it stands.
                    yield return path[at.Clause.Path.Length..].TrimStart('.');
                    yield break;
            }
        }

        bool Shown(Datum datum) => below.Length == 0 || (datum.Clause.Path != below && Clauses.Covers(below, datum.Clause.Path));
    }
}
