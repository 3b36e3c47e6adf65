using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Mandate.Server.Wording;

/// <summary>
/// What the software says in one language with one organisation's words. Dates, numbers, periods and majorities are written by
/// us and not by the machine's culture data, so that every server, command line and printed paper says the same.
/// </summary>
public sealed class Words(Language language, Glossary? glossary = null, TimeZoneInfo? zone = null)
{
    public Glossary Glossary { get; } = glossary ?? Glossary.None;

    public Language Language { get; } = language;

    /// <summary>The zone in which times are told; the log itself is in UTC.</summary>
    public TimeZoneInfo Zone { get; } = zone ?? TimeZoneInfo.Utc;

    public string this[string key] => Say(key);

    /// <summary>The names of the places in a text.</summary>
    public IEnumerable<string> PlacesOf(string key) => Find(key, null).Places;

    public bool Has(string key) => Catalogue.Ours.Has(key);

    /// <summary>The text of a key with its places filled. Dates, numbers and fractions are written the way this language does.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(Find(key, null), values, null);

    /// <summary>A text whose form depends on a count; the count itself is the place <c>{n}</c>.</summary>
    public string Count(string key, long n, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(Find(key, n), values, n);

    /// <summary>A text in which a value may be a piece of a page: a link, a name, a time.</summary>
    public RenderFragment Rich(string key, params (string Name, object? Value)[] values) => builder =>
    {
        // Rendered once and never compared, so the parts need no numbers of their own.
        foreach (var part in Find(key, null).Parts)
        {
            if (part is Template.Place place && Value(place.Name, values) is RenderFragment fragment) builder.AddContent(0, fragment);
            else builder.AddContent(1, Written(part, values, null));
        }
    };

    /// <summary>
    /// The name of a body, office or unit kind of the constitution (<c>general_secretary</c>): the organisation's own, else ours,
    /// else its id made readable.
    /// </summary>
    public string Place(string id) =>
        Glossary.Own(id, "one", Language) is { } own ? Capital(own, true) : Has("place." + id) ? this["place." + id] : Capital(id.Replace('_', ' ').Replace('.', ' '), true);

    /// <summary>A word of the organisation's glossary.</summary>
    public string Term(string name, string form = "one") => Glossary.Word(name, form, Language);

    public string Date(DateOnly day) => Say("date.long", ("day", Day(day.Day)), ("month", Catalogue.Ours.Find($"month.{day.Month}", Language)!.Other.Parts.OfType<Template.Literal>().First().Text), ("year", day.Year.ToString(CultureInfo.InvariantCulture)));

    public string Month(DateOnly day) => Capital(Catalogue.Ours.Find($"month.{day.Month}", Language)!.Other.Parts.OfType<Template.Literal>().First().Text, true);

    public string Weekday(DateOnly day) => this["weekday." + ((int)day.DayOfWeek).ToString(CultureInfo.InvariantCulture)];

    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string TimeToTheSecond(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string Moment(DateTimeOffset at) => Say("date.moment", ("date", Date(DateOnly.FromDateTime(Local(at).DateTime))), ("time", Time(at)));

    /// <summary>When something becomes possible: a day where it does with the beginning of the day, which is told in UTC.</summary>
    public string Opening(DateTimeOffset at) => at.UtcDateTime.TimeOfDay == TimeSpan.Zero ? Date(DateOnly.FromDateTime(at.UtcDateTime)) : Moment(at);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>"in 12 days", "tomorrow", "today", "3 days ago".</summary>
    public string Away(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => this["date.today"],
        1 => this["date.tomorrow"],
        -1 => this["date.yesterday"],
        > 0 and var n => Count("date.in-days", n),
        var n => Count("date.days-ago", -n),
    };

    public string Number(long value) => Quantity.Grouped(value);

    /// <summary>Any value, written: see <see cref="Quantity"/>.</summary>
    public string Value(object? value) => Quantity.Write(value, this);

    private string Day(int day) => day == 1 ? this["date.first"] : day.ToString(CultureInfo.InvariantCulture);

    private Template Find(string key, long? count) =>
        Catalogue.Ours.Find(key, Language)?.For(Language, count) ?? throw new KeyNotFoundException($"no text {key} in {Language.Code}");

    private string Fill(Template template, ReadOnlySpan<(string Name, object? Value)> values, long? count)
    {
        if (template.Parts is [Template.Literal only]) return only.Text;
        var text = new StringBuilder();
        foreach (var part in template.Parts) text.Append(Written(part, values, count));
        return text.ToString();
    }

    private string Written(Template.Part part, ReadOnlySpan<(string Name, object? Value)> values, long? count) => part switch
    {
        Template.Literal literal => literal.Text,
        Template.Term term => Capital(Term(term.Name, term.Form), term.Capital),
        Template.Place { Name: "n" } when count is { } n => Number(n),
        Template.Place place => Value(Value(place.Name, values)),
        _ => "",
    };

    private static object? Value(string name, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (key, value) in values)
            if (key == name) return value;
        throw new KeyNotFoundException($"no value for the place {{{name}}}");
    }

    private static string Capital(string word, bool capital) => capital && word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
}
