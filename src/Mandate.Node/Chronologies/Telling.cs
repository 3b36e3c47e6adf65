using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>The events of a chronology, told in words, and the figures that stand in them.</summary>
internal static class Telling
{
    public static void Events(Building building, IEnumerable<Entry> events)
    {
        foreach (var told in events)
        {
            told.Check("id", "key", "title", "date", "kind", "scope", "mode", "actors", "bodies", "what", "text", "numbers", "documents", "source", "after", "place", "disputed", "undertakings");
            if (told.NeedText("id") is not { } id) continue;
            if (told.Raw("title") is null) told.Fault("title", "'title' is missing: needs a text, or texts by language");
            var (when, dated) = Date(told);
            var sources = building.Sources(told, []);
            if (sources.IsEmpty) told.Fault("source", "'source' is missing: needs {work, lines, quote}");
            var texts = told.Texts("text", building.Language) is { IsEmpty: false } text ? text : told.Texts("what", building.Language);
            var titles = told.Texts("title", building.Language);
            var tell = new Tell(
                id, when, titles.IsEmpty ? Entry.Of((building.Language, id)) : titles, texts, told.Ids("actors"), told.Ids("bodies"), told.Ids("documents"),
                told.Mode("mode"), sources, told.Text("scope"), told.Text("place"), told.Ids("after"), dated);
            if (!building.Events.TryAdd(id, tell)) told.Fault("id", $"the event '{id}' is told twice");
        }
    }

    /// <summary>After all events are told: a figure names its event.</summary>
    public static void Numbers(Building building, IEnumerable<Entry> events)
    {
        foreach (var told in events)
        {
            if (told.Text("id") is not { } id || !building.Events.TryGetValue(id, out var tell)) continue;
            foreach (var number in told.Entries("numbers"))
            {
                number.Check("what", "value", "unit", "basis");
                if (number.NeedText("what") is not { } what) continue;
                building.Record(number, null, $"{id}/number", FigureText.Of(what, number.Raw("value"), id, number.Text("unit")), tell.When, number.Mode("basis"), tell.Sources, [id]);
            }
        }
    }

    private static (Window When, Dating? Dated) Date(Entry told)
    {
        if (told.Raw("date") is null)
        {
            told.Fault("date", "'date' is missing: needs {earliest, latest}, [first, last] or a day");
            return (new(), null);
        }
        if (told.Raw("date") is not Constitutions.Datum.Map) return (told.Window("date"), null);
        var date = told.Entries("date").Single();
        date.Check("text", "precision", "earliest", "latest", "basis", "disputed", "note");
        var when = date.Window("earliest", date.Day(date.Raw("earliest")), date.Day(date.Raw("latest")));
        return (when, new Dating(date.Mode("basis"), date.Truth("disputed") ?? false, date.Text("text"), date.Text("note")));
    }
}
