using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>
/// The sections that list one kind of fact by columns: offices, restrictions, votes. What the columns cannot hold stands under
/// <c>fact</c>, in the fields of that kind.
/// </summary>
internal static class Listing
{
    public static void Offices(Building building, IEnumerable<Entry> offices)
    {
        foreach (var line in offices)
        {
            line.Check("person", "office", "body", "since", "since_window", "until", "until_window", "how", "basis", "event", "events", "fact", "source");
            if (line.NeedText("person") is not { } person || line.NeedText("office") is not { } office) continue;
            var body = line.Text("body");
            var until = line.Window("until_window");
            var exact = until.From is { } last && until.To == last;
            var fields = Fields(line, "held").Add("person", person).Add("office", office).Add("body", body).Add("words", line.Text("how"));
            if (exact) fields = fields.Add("until", Said(until.To));
            if (office is "member" or "head") fields = fields.Default("rank", office);
            var events = building.EventsOf(line).AddRange(building.EventsOf(line, "event"));
            if (fields.Read(line) is { } held) building.Record(line, null, "office", held, line.Window("since_window"), line.Mode("basis"), building.Sources(line, []), events);
            // An end that came on a day which nobody gives came after the day on which it is known to have begun.
            if (line.Raw("until_window") is Datum.List && until is { From: null, To: null } && line.Window("since_window").To is { } begun) until = until with { From = begun.AddDays(1) };
            if (!exact && (until.From ?? until.To) is not null) building.Record(line, null, "office", new Ended(person, office, body), until, line.Mode("basis"), building.Sources(line, []), []);
        }
    }

    public static void Restrictions(Building building, IEnumerable<Entry> restrictions)
    {
        foreach (var line in restrictions)
        {
            line.Check("id", "title", "by", "event", "events", "since", "since_window", "ends", "ends_window", "ends_event", "end_stated_in_text", "secret", "basis", "fact", "note", "source");
            if (line.NeedText("id") is not { } id) continue;
            var ends = line.Window("ends_window");
            var stated = line.Truth("end_stated_in_text");
            var by = line.Text("by");
            building.Name(line, id, ThingKind.Restriction, line.Texts("title", building.Language), line.Texts("note", building.Language), Naming.Attributes(line, "by", "since", "ends"), building.Sources(line, []));
            var fields = Fields(line, "restricted").Add("restriction", id).Add("by", by is not null && building.Actors.Contains(by) ? by : null).Add("endStated", stated).Add("secret", line.Truth("secret"));
            if (stated == true && (ends.To ?? ends.From) is { } until) fields = fields.Add("until", Said(until));
            // Its text is known where it is said to state no end: a body that must look at it again would stand there.
            if (stated == false && fields["review"] is null && fields["reviewNamed"] is null) fields = fields.Add("reviewNamed", false);
            // Without a first day it is only known that somebody wanted it.
            if (line.Raw("since_window") is null or Datum.Nothing && line.Raw("since") is null or Datum.Nothing) fields = fields.Default("stage", "proposed");
            var events = building.EventsOf(line).AddRange(building.EventsOf(line, "event"));
            var when = line.Raw("since_window") is null or Datum.Nothing && !events.IsEmpty ? building.Events[events[0]].When : line.Window("since_window");
            if (fields.Read(line) is { } restricted) building.Record(line, id, id, restricted, when, line.Mode("basis"), building.Sources(line, []), events);
            if (stated != true && (ends.From ?? ends.To) is not null) building.Record(line, $"{id}/end", id, new Lifted(id), ends, line.Mode("basis"), building.Sources(line, []), building.EventsOf(line, "ends_event"));
        }
    }

    public static void Votes(Building building, IEnumerable<Entry> votes)
    {
        foreach (var line in votes)
        {
            line.Check("id", "event", "events", "title", "counts", "unknown", "basis", "fact", "note", "source");
            if (line.NeedText("id") is not { } id) continue;
            var events = building.EventsOf(line).AddRange(building.EventsOf(line, "event"));
            var told = events.IsEmpty ? null : building.Events[events[0]];
            var sources = building.Sources(line, told?.Sources ?? []);
            building.Name(line, id, ThingKind.Matter, line.Texts("title", building.Language), line.Texts("note", building.Language), Entry.Of(("section", "votes")), sources);
            var counts = line.Entries("counts").FirstOrDefault()?.Map;
            foreach (var count in counts?.Entries ?? [])
                building.Record(line, null, id, FigureText.Of(count.Key, count.Value, id), told?.When ?? new(), line.Mode("basis"), sources, events);
            foreach (var unknown in line.Ids("unknown"))
                building.Record(line, null, id, new Numbered(unknown, new(), id, Words: "not given"), told?.When ?? new(), line.Mode("basis"), sources, events);
            if (told is not null && Counted(line, id, counts) is { } counted) building.Record(line, null, id, counted, told.When, line.Mode("basis"), sources, events);
        }
    }

    private static readonly ImmutableArray<(string Field, string Column)> Columns = [("yes", "for"), ("no", "against"), ("abstained", "abstained"), ("cast", "cast"), ("entitled", "entitled")];

    /// <summary>The count as one fact, where the columns say what they are: by the usual words, or under <c>fact</c>, which names columns.</summary>
    private static Fact? Counted(Entry line, string id, Datum.Map? counts)
    {
        var fields = Fields(line, "counted").Add("vote", id);
        var any = line.Raw("fact") is Datum.Map;
        foreach (var (field, column) in Columns)
        {
            var named = fields[field] is Datum.Text { Value: var other } ? other : column;
            if (counts?[named] is not Datum.Number number) continue;
            fields = fields.Put(field, new Datum.Map([new("exact", number) { Clause = number.Clause }]) { Clause = number.Clause });
            any = true;
        }
        return any ? fields.Read(line) : null;
    }

    private static FactFields Fields(Entry line, string kind)
    {
        var fields = new FactFields(new Datum.Map([]) { Clause = line.Map.Clause }).Add("kind", kind);
        return line.Raw("fact") is Datum.Map more ? more.Entries.Aggregate(fields, (f, e) => f.Put(e.Key, e.Value)) : fields;
    }

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
