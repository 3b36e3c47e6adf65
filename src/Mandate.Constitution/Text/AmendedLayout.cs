namespace Mandate.Constitutions;

/// <summary>Edits the text by position, from the end to the beginning, so that comments and layout elsewhere stay.</summary>
internal static class AmendedLayout
{
    public static string Of(string text, Datum.Map root, IReadOnlyList<PlannedEdit> edits)
    {
        var cuts = new List<(int From, int To, string With)>();
        foreach (var edit in edits)
        {
            if (edit.Old is null) cuts.Add(Insert(text, edit));
            else if (edit.Value is null) cuts.Add(Strike(text, root, edit.Old));
            else cuts.Add(Replace(text, root, edit.Old, edit.Value));
        }
        // At one place, later edits are put in first, so that they end up behind the earlier ones.
        foreach (var (from, to, with) in cuts.Select((c, i) => (c, i)).OrderByDescending(p => p.c.From).ThenByDescending(p => p.i).Select(p => p.c))
            if (from <= to && to <= text.Length) text = text[..from] + with + text[to..];
        return text;
    }

    private static (int, int, string) Replace(string text, Datum root, Datum old, Datum value)
    {
        var end = End(text, old);
        if (IsFlow(text, old) || old is not (Datum.Map or Datum.List)) return (old.From, end, YamlText.Flow(value));
        if (EntryOf(root, old) is not { } entry) return (old.From, end, YamlText.Flow(value));
        var colon = text.IndexOf(':', entry.From + entry.Key.Length);
        return colon < 0 || colon > old.From ? (old.From, end, YamlText.Flow(value)) : (colon + 1, end, YamlText.AfterKey(value, Column(text, entry.From) + 2));
    }

    private static (int, int, string) Insert(string text, PlannedEdit edit)
    {
        var parent = edit.Parent!;
        var word = parent is Datum.Map ? YamlText.Flow(new Datum.Text(edit.Key) { Clause = parent.Clause }) + ":" : "-";
        if (IsFlow(text, parent))
        {
            var empty = parent is Datum.Map { Entries.IsEmpty: true } or Datum.List { Items.IsEmpty: true };
            return (parent.To - 1, parent.To - 1, (empty ? "" : ", ") + (word == "-" ? "" : word + " ") + YamlText.Flow(edit.Value!));
        }
        var first = parent is Datum.Map map ? map.Entries[0].From : text.LastIndexOf('-', ((Datum.List)parent).Items[0].From - 1);
        var indent = Column(text, first);
        var end = LineEnd(text, End(text, parent));
        return (end, end, "\n" + new string(' ', indent) + word + YamlText.AfterKey(edit.Value!, indent + 2));
    }

    private static (int, int, string) Strike(string text, Datum root, Datum old)
    {
        var parent = Clauses.All(root).First(d => Children(d).Any(c => ReferenceEquals(c.Value, old)));
        var children = Children(parent).ToList();
        var at = children.FindIndex(c => ReferenceEquals(c.Value, old));
        if (children.Count == 1) return Replace(text, root, parent, parent is Datum.Map m ? m with { Entries = [] } : (Datum.List)parent with { Items = [] });
        if (IsFlow(text, parent))
            return at + 1 < children.Count ? (children[at].From, children[at + 1].From, "") : (End(text, children[at - 1].Value), End(text, old), "");
        var from = children[at].From - Column(text, children[at].From);
        // The first key of an entry of a list stands behind its dash.
        if (at == 0 && parent is Datum.Map && text[from..children[at].From].Trim().Length > 0) return (children[0].From, children[1].From, "");
        var to = LineEnd(text, End(text, old));
        return (from, Math.Min(text.Length, to + 1), "");
    }

    private static IEnumerable<(int From, Datum Value)> Children(Datum datum) => datum switch
    {
        Datum.Map map => map.Entries.Select(e => (e.From, e.Value)),
        Datum.List list => list.Items.Select(i => (i.From, i)),
        _ => [],
    };

    private static Datum.Entry? EntryOf(Datum root, Datum value) =>
        Clauses.All(root).OfType<Datum.Map>().SelectMany(m => m.Entries).FirstOrDefault(e => ReferenceEquals(e.Value, value));

    private static bool IsFlow(string text, Datum datum) => datum is Datum.Map or Datum.List && datum.From < text.Length && text[datum.From] is '{' or '[';

    /// <summary>The end of the last thing in it: a block collection itself ends only where something else begins.</summary>
    private static int End(string text, Datum datum) => IsFlow(text, datum) || !Children(datum).Any() ? datum.To : End(text, Children(datum).Last().Value);

    private static int LineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private static int Column(string text, int at) => at == 0 ? 0 : at - (text.LastIndexOf('\n', at - 1) + 1);
}
