using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Mandate.Tally;

namespace Mandate.Constitutions.Checks;

/// <summary>
/// The checker's sentences in four languages, from the embedded files <c>Checks/Wording/*.json</c>: the languages of a sentence side
/// by side, so that a missing one is seen at once.
/// </summary>
public sealed class Wording
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, (string Other, string? One)>> texts;

    private Wording()
    {
        var assembly = typeof(Wording).Assembly;
        var all = new Dictionary<string, FrozenDictionary<string, (string, string?)>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("checks/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            foreach (var entry in document.RootElement.EnumerateObject())
                all.Add(entry.Name, entry.Value.EnumerateObject().ToFrozenDictionary(l => l.Name, l => Forms(l.Value), StringComparer.Ordinal));
        }
        texts = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Wording Ours { get; } = new();

    /// <summary>The languages in which everything is said.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "sv", "nl", "fr"];

    public IEnumerable<string> Keys => texts.Keys;

    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>The forms of a key in a language: for several, and for one where it differs.</summary>
    public (string Other, string? One) Forms(string key, string language) => texts[key][language];

    /// <summary>A place by its id: <c>general secretary</c>, <c>branch secretary</c>.</summary>
    public static string Readable(string id) => id.Replace('_', ' ').Replace('.', ' ');

    public string Sentence(Phrase phrase, string language, Func<string, string> place)
    {
        var text = Write(phrase, Known(language), place);
        return text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>A language that we have; English for any other.</summary>
    public static string Known(string language) => Languages.FirstOrDefault(l => language.StartsWith(l, StringComparison.OrdinalIgnoreCase)) ?? "en";

    private string Write(Phrase phrase, string language, Func<string, string> place)
    {
        var (other, one) = texts[phrase.Key][language];
        var count = phrase.Args.FirstOrDefault(a => a.Name == "n").Value switch { int n => n, long n => n, _ => (long?)null };
        var template = one is not null && count is { } number && (number == 1 || (language == "fr" && number == 0)) ? one : other;
        var text = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0) open = template.Length;
            text.Append(template, at, open - at);
            if (open == template.Length) break;
            var close = template.IndexOf('}', open);
            var name = template[(open + 1)..close];
            var value = phrase.Args.FirstOrDefault(a => a.Name == name).Value ?? throw new KeyNotFoundException($"{phrase.Key} needs {name}");
            text.Append(Value(value, language, place));
            at = close + 1;
        }
        return text.ToString();
    }

    private string Value(object value, string language, Func<string, string> place) => value switch
    {
        string id => place(id),
        int or long => Grouped(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        Fraction share => Percent(share, language),
        Period period => Value(new Duration(period.Count, period.Unit), language, place),
        Duration time => Write(new("period." + time.Unit.ToString().ToLowerInvariant(), [("n", time.Count)]), language, place),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Phrase phrase => Write(phrase, language, place),
        IEnumerable<Phrase> phrases => string.Join("; ", phrases.Select(p => Write(p, language, place))),
        IEnumerable<string> ids => string.Join(", ", ids.Select(place)),
        _ => value.ToString()!,
    };

    /// <summary>Groups of three, parted by a no-break space in every language (ISO 80000-1).</summary>
    private static string Grouped(long value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        if (digits.Length > 4)
            for (var at = digits.Length - 3; at > 0; at -= 3) digits = digits.Insert(at, "\u00A0");
        return digits;
    }

    /// <summary>Per cent with at most one decimal, rounded to the nearest, for reading only.</summary>
    private static string Percent(Fraction share, string language)
    {
        var tenths = (BigInteger)((share * 1000) + new Fraction(1, 2)).Floor();
        var (whole, tenth) = (tenths / 10, tenths % 10);
        return whole.ToString(CultureInfo.InvariantCulture) + (tenth.IsZero ? "" : (language == "en" ? "." : ",") + tenth.ToString(CultureInfo.InvariantCulture)) + (language == "en" ? "%" : "\u00A0%");
    }

    private static (string Other, string? One) Forms(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? (value.GetString()!, null)
        : (value.GetProperty("other").GetString()!, value.GetProperty("one").GetString());
}
