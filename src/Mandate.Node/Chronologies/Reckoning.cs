using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>Tables of figures, contradictions, and the typed facts.</summary>
internal static class Reckoning
{
    /// <summary>A table: the first column names the row, every other cell is a figure or, where it is none, words.</summary>
    public static void Statistics(Building building, IEnumerable<Entry> tables)
    {
        foreach (var table in tables)
        {
            table.Check("id", "title", "unit", "columns", "rows", "notes", "basis", "source");
            if (table.NeedText("id") is not { } id) continue;
            var sources = building.Sources(table, []);
            building.Name(table, id, ThingKind.Matter, table.Texts("title", building.Language), table.Texts("notes", building.Language), Entry.Of([("section", "statistics"), .. table.Text("unit") is { } unit ? new[] { ("unit", unit) } : []]), sources);
            var columns = table.Ids("columns");
            if (table.Raw("rows") is not Datum.List rows) continue;
            for (var i = 0; i < rows.Items.Length; i++)
            {
                if (rows.Items[i] is not Datum.List { Items: { Length: > 0 } cells } || cells.Length > columns.Length)
                {
                    table.Fault(rows.Items[i].Clause, string.Create(CultureInfo.InvariantCulture, $"needs a list of at most {columns.Length} cells, one for each column"));
                    continue;
                }
                var label = cells[0] is Datum.Text t ? t.Value : cells[0] is Datum.Number n ? n.Canonical : (i + 1).ToString(CultureInfo.InvariantCulture);
                for (var c = 1; c < cells.Length; c++)
                    building.Record(table, null, id, FigureText.Of(columns[c], cells[c], $"{id}/{label}", table.Text("unit")), new(), table.Mode("basis"), sources, []);
            }
        }
    }

    public static void Contradictions(Building building, IEnumerable<Entry> contradictions)
    {
        foreach (var line in contradictions)
        {
            line.Check("id", "subject", "version_a", "version_b", "events", "about", "source");
            if (line.NeedText("id") is not { } id) continue;
            if (line.Raw("version_a") is null) line.Fault("version_a", "'version_a' is missing: what one account says");
            if (line.Raw("version_b") is null) line.Fault("version_b", "'version_b' is missing: what the other says");
            var sources = building.Sources(line, []);
            if (sources.IsEmpty) line.Fault("source", "'source' is missing: needs {work, lines, quote}");
            if (building.Contradictions.Exists(c => c.Id == id)) line.Fault("id", $"the contradiction '{id}' stands twice");
            building.Contradictions.Add(new(
                id, line.Texts("subject", building.Language), line.Texts("version_a", building.Language), line.Texts("version_b", building.Language),
                building.EventsOf(line), [], sources, line.Ids("about")));
        }
    }

    /// <summary>Typed facts: those that the source states, and those that whoever wrote the chronology infers.</summary>
    public static void Facts(Building building, IEnumerable<Entry> facts)
    {
        foreach (var entry in facts)
        {
            entry.Check("event", "events", "when", "source", "states", "infers");
            var events = building.EventsOf(entry).AddRange(building.EventsOf(entry, "event"));
            var asked = entry.IdsQuietly("event").Length + entry.IdsQuietly("events").Length;
            if (asked > 0 && events.IsEmpty) continue;
            var told = events.IsEmpty ? null : building.Events[events[0]];
            var when = entry.Raw("when") is null && told is not null ? told.When : entry.Window("when");
            var sources = building.Sources(entry, told?.Sources ?? []);
            if (sources.IsEmpty) entry.Fault("source", "'source' is missing: a fact without an event needs one of its own");
            if (entry.Raw("states") is null && entry.Raw("infers") is null) entry.Fault("states", "needs facts under 'states' or 'infers'");
            var stem = told?.Id ?? "standing";
            foreach (var fact in entry.Entries("states"))
                if (FactText.Read(fact, fact.Map) is { } read) building.Record(fact, null, stem, read, when, Mode.Stated, sources, events);
            foreach (var fact in entry.Entries("infers"))
                if (FactText.Read(fact, fact.Map) is { } read) building.Record(fact, null, stem, read, when, Mode.Inferred, sources, events);
        }
    }
}
