using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>An entry of a section, read field by field; what is wrong is collected with its place.</summary>
internal sealed class Entry(Datum.Map map, string file, Faults faults)
{
    public Datum.Map Map => map;

    public string File => file;

    public Datum? Raw(string key) => map[key];

    /// <summary>Fields near to one that the section knows are slips; others are not read, as a list kept elsewhere may have more columns.</summary>
    public void Check(params string[] known)
    {
        foreach (var field in map.Entries.Where(f => !known.Contains(f.Key, StringComparer.Ordinal)))
            if (Nearest.To(field.Key, known) is { } near && map[near] is null && Nearest.IsSlip(field.Key, near)) Fault(field.Clause, $"there is no field '{field.Key}' here; did you mean '{near}'?");
    }

    public void Fault(string key, string message) => Fault(map[key]?.Clause ?? map.Clause, message);

    public void Fault(Clause at, string message) => faults.Add(file, at, message);

    public void Warn(string key, string message) => faults.Warn(file, map[key]?.Clause ?? map.Clause, message);

    public string? Text(string key) => map[key] switch
    {
        null or Datum.Nothing => null,
        Datum.Text t => t.Value,
        Datum.Number n => n.Canonical,
        Datum.Truth b => b.Value ? "true" : "false",
        _ => Wrong<string>(key, "needs a text"),
    };

    public string? NeedText(string key)
    {
        if (Text(key) is { Length: > 0 } text) return text;
        if (map[key] is null or Datum.Nothing or Datum.Text) Fault(key, $"'{key}' is missing: needs a text");
        return null;
    }

    public bool? Truth(string key) => map[key] switch { null or Datum.Nothing => null, Datum.Truth b => b.Value, _ => Wrong<bool?>(key, "needs true or false") };

    public ImmutableArray<string> Ids(string key)
    {
        if (map[key] is { } value and not (Datum.Nothing or Datum.List or Datum.Text)) return Wrong<ImmutableArray<string>?>(key, "needs a list of ids") ?? [];
        foreach (var item in map[key] is Datum.List list ? list.Items : [])
            if (item is not (Datum.Text or Datum.Number)) Fault(item.Clause, "needs an id");
        return IdsQuietly(key);
    }

    public ImmutableArray<string> IdsQuietly(string key) => map[key] switch
    {
        Datum.Text t => [t.Value],
        Datum.List l => [.. l.Items.Select(i => i is Datum.Text t ? t.Value : i is Datum.Number n ? n.Canonical : null).OfType<string>()],
        _ => [],
    };

    /// <summary>The entries of a list of maps; a single map is a list of one.</summary>
    public IEnumerable<Entry> Entries(string key)
    {
        switch (map[key])
        {
            case Datum.Map one:
                yield return new(one, file, faults);
                break;
            case Datum.List list:
                foreach (var item in list.Items)
                    if (item is Datum.Map inner) yield return new(inner, file, faults);
                    else Fault(item.Clause, "needs a map of fields");
                break;
            case null or Datum.Nothing:
                break;
            default:
                Fault(key, "needs a list of entries");
                break;
        }
    }

    /// <summary>A text, or a map of texts by language. Several forms of a name are joined by commas.</summary>
    public ImmutableSortedDictionary<string, string> Texts(string key, string language)
    {
        if (map[key] is not Datum.Map byLanguage) return Text(key) is { Length: > 0 } text ? Of((language, text)) : Of();
        return Of([.. byLanguage.Entries.Select(e => (e.Key, e.Value is Datum.List forms ? string.Join(", ", forms.Items.OfType<Datum.Text>().Select(t => t.Value)) : (e.Value as Datum.Text)?.Value ?? "")).Where(e => e.Item2.Length > 0)]);
    }

    /// <summary>A window: <c>[first, last]</c>, each a day or null; one day; or null where nothing is known.</summary>
    public Window Window(string key) => map[key] switch
    {
        null or Datum.Nothing => new(),
        Datum.List { Items: [var from, var to] } => Window(key, Day(from), Day(to)),
        Datum.Text t => Day(t) is { } day ? new(day, day) : new(),
        _ => Wrong<Window>(key, "needs a day (1923-12-31), or the first and last possible day: [1923-12-01, 1923-12-31], null where open") ?? new(),
    };

    public Window Window(string key, DateOnly? from, DateOnly? to)
    {
        if (from > to) Fault(key, $"the first possible day, {Said(from)}, lies after the last, {Said(to)}");
        return new(from, to);
    }

    public DateOnly? Day(Datum? value)
    {
        if (value is null or Datum.Nothing) return null;
        if (value is Datum.Text t && DateOnly.TryParseExact(t.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Fault(value.Clause, $"needs a day as 1923-12-31, not {(value is Datum.Text text ? $"'{text.Value}'" : value is Datum.Number n ? n.Canonical : "this")}");
        return null;
    }

    public Mode Mode(string key) => Text(key) switch
    {
        null or "stated" => Organisation.Facts.Mode.Stated,
        "inferred" or "inference" or "computed" => Organisation.Facts.Mode.Inferred,
        _ => Wrong<Mode?>(key, "is stated, inferred or computed") ?? Organisation.Facts.Mode.Stated,
    };

    /// <summary>This entry with the fields of another that it has not, and with its texts in the languages that only the other has.</summary>
    public Entry With(Entry other, string language) => new(
        map with { Entries = [.. map.Entries.Select(e => Spoken.Contains(e.Key) && other.Raw(e.Key) is Datum.Map more ? e with { Value = InMore(e.Value, more, language) } : e), .. other.Map.Entries.Where(e => map[e.Key] is null)] }, file, faults);

    /// <summary>This entry with some fields of another, where it has them not.</summary>
    public Entry With(Entry? other, string[] keys) => new(map with { Entries = [.. map.Entries, .. other?.Map.Entries.Where(e => keys.Contains(e.Key, StringComparer.Ordinal) && map[e.Key] is null) ?? []] }, file, faults);

    /// <summary>The texts of another for the same thing, in the languages that this one has not; what this one says stays.</summary>
    public Entry SpokenAs(Entry other, string language) => new(
        map with { Entries = [.. map.Entries.Select(e => Spoken.Contains(e.Key) && (other.Raw(e.Key) ?? (e.Key == "what" ? other.Raw("text") : null)) is Datum.Map more ? e with { Value = InMore(e.Value, more, language) } : e)] }, file, faults);

    /// <summary>Fields that are texts by language.</summary>
    private static readonly FrozenSet<string> Spoken = new[] { "names", "title", "text", "what", "note", "notes", "subject", "version_a", "version_b" }.ToFrozenSet(StringComparer.Ordinal);

    private static Datum InMore(Datum own, Datum.Map more, string language) => own switch
    {
        Datum.Text text => new Datum.Map([new(language, text) { Clause = own.Clause }, .. more.Entries.Where(e => e.Key != language)]) { Clause = own.Clause },
        Datum.Map texts => texts with { Entries = [.. texts.Entries, .. more.Entries.Where(e => texts[e.Key] is null)] },
        _ => own,
    };

    public Entry Replacing(string key, IEnumerable<string> ids) =>
        new(map with { Entries = [.. map.Entries.Where(e => e.Key != key), new(key, new Datum.List([.. ids.Select(i => new Datum.Text(i) { Clause = map.Clause })]) { Clause = map.Clause }) { Clause = map.Clause }] }, file, faults);

    /// <summary>This entry with other ids.</summary>
    public Entry Renamed(Dictionary<string, string> renames) => new((Datum.Map)ChronologyMatch.Renamed(map, renames), file, faults);

    public Entry Without(string key) => new(map with { Entries = [.. map.Entries.Where(e => e.Key != key)] }, file, faults);

    internal static ImmutableSortedDictionary<string, string> Of(params IEnumerable<(string Key, string Value)> pairs)
    {
        var made = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs) made[key] = value;
        return made.ToImmutable();
    }

    private T? Wrong<T>(string key, string message)
    {
        Fault(key, message);
        return default;
    }

    private static string Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "open";
}
