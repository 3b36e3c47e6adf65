using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>Who got a document from whom, and who knew it: each line a fact.</summary>
internal static class Documented
{
    public static void Custody(Building building, Entry document, string id)
    {
        foreach (var line in document.Entries("custody"))
        {
            line.Check("date", "window", "from", "to", "what", "basis", "event", "source");
            if (line.NeedText("to") is not { } to) continue;
            var reader = building.ActorOf(line, to);
            var words = line.Text("what");
            // A list may also say that it did not get there.
            Fact fact = Denied(words)
                ? new Withheld(id, [reader])
                : new Delivered(id, [reader], line.Text("from") is { } from && building.Actors.Contains(from) ? from : null, words?.Contains("copy", StringComparison.OrdinalIgnoreCase) == true ? KnownBy.Copy : KnownBy.Text, Words: words);
            Record(building, line, id, fact);
        }
    }

    public static void Knowledge(Building building, Entry document, string id)
    {
        foreach (var line in document.Entries("knowledge"))
        {
            line.Check("who", "since", "window", "level", "basis", "event", "source");
            if (line.NeedText("who") is not { } who) continue;
            // A claim about everybody is no knowledge of anybody: where accounts differ, that is a contradiction.
            if (who.StartsWith("nobody", StringComparison.OrdinalIgnoreCase)) continue;
            var reader = building.ActorOf(line, who);
            var words = line.Text("level");
            var denied = Denied(words) || line.Text("since")?.StartsWith("not informed", StringComparison.OrdinalIgnoreCase) == true;
            Record(building, line, id, denied ? new Known(id, [], [reader], Words: words) : new Known(id, [reader], Form: Form(words), Words: words));
        }
    }

    /// <summary>Who wrote it knew it, from the first event on that it stands in.</summary>
    public static void Author(Building building, Entry document, string id)
    {
        if (document.Text("author") is not { } author || !building.Actors.Contains(author) || document.Entries("knowledge").Any(k => k.Text("who") == author)) return;
        var first = building.Events.Values.Where(e => e.Documents.Contains(id, StringComparer.Ordinal)).OrderBy(e => e.When.To ?? e.When.From ?? DateOnly.MaxValue).FirstOrDefault();
        // Where no event tells of it, it is not known since when.
        building.Record(document, null, id, new Known(id, [author], Words: "author"), first?.When ?? new(), Mode.Inferred, first?.Sources ?? building.Sources(document, []), []);
    }

    private static void Record(Building building, Entry line, string document, Fact fact)
    {
        var events = building.EventsOf(line, "event");
        var window = line.Window("window");
        // Where the line leaves the end open, the event that it belongs to may close it.
        if (!events.IsEmpty && (window is { From: not null, To: null } || window is { From: null, To: null } && fact is Delivered or Known { By.Length: > 0 })) window = window with { To = building.Events[events[0]].When.To };
        if (window.From > window.To) window = window with { To = null };
        building.Record(line, null, document, fact, window, line.Mode("basis"), building.Sources(line, SourcesOf(building, events)), events);
    }

    private static ImmutableArray<Source> SourcesOf(Building building, ImmutableArray<string> events) => events.IsEmpty ? [] : building.Events[events[0]].Sources;

    private static bool Denied(string? words) => words is not null && (words.StartsWith("not ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("no ", StringComparison.OrdinalIgnoreCase));

    private static KnownBy Form(string? words) => words switch
    {
        null => KnownBy.Told,
        _ when Says(words, "informed") => KnownBy.Told,
        _ when Says(words, "copy") => KnownBy.Copy,
        _ when Says(words, "heard") || Says(words, "rumour") => KnownBy.Hearsay,
        _ when Says(words, "vague") => KnownBy.Vaguely,
        _ when Says(words, "text") || Says(words, "author") || Says(words, "given it") => KnownBy.Text,
        _ => KnownBy.Told,
    };

    private static bool Says(string words, string word) => words.Contains(word, StringComparison.OrdinalIgnoreCase);
}
