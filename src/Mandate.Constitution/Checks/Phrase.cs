using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Mandate.Tally;

namespace Mandate.Constitutions.Checks;

/// <summary>
/// A sentence of the checker before it is put into words: the key of its wording and what stands in it. So a finding is the same
/// in every language, and a page may write the values its own way.
/// </summary>
/// <param name="Key">Key in <c>Checks/Wording/*.json</c>.</param>
/// <param name="Args">
/// By name: text is the id of a place (<c>general_secretary</c>), <see cref="Verbatim"/> is written as it is, whole numbers, a
/// <see cref="Fraction"/> is a share, a <see cref="Period"/>, a day, another phrase, or several of these. The form of the
/// sentence follows the number called <c>n</c>.
/// </param>
public sealed record Phrase(string Key, ImmutableArray<(string Name, object Value)> Args)
{
    private string? english;

    /// <exception cref="KeyNotFoundException">There is no such wording: a mistake in a check.</exception>
    public static Phrase Say(string key, params ReadOnlySpan<(string Name, object Value)> args)
    {
        if (!Wording.Ours.Has(key)) throw new KeyNotFoundException($"no wording {key}");
        return new(key, [.. args]);
    }

    /// <summary>The class of a decision in words where it is one of the known, else as it is written.</summary>
    public static object Class(string name) => Wording.Ours.Has("class." + name) ? Say("class." + name) : new Verbatim(name.Replace('_', ' '));

    /// <summary>The sentence in <c>en</c>, <c>sv</c>, <c>nl</c> or <c>fr</c>.</summary>
    /// <param name="place">How places are called; by default their ids made readable.</param>
    public string In(string language, Func<string, string>? place = null) => Wording.Ours.Sentence(this, language, place ?? Wording.Readable);

    public override string ToString() => english ??= In("en");

    public bool Equals(Phrase? other) => other is not null && Key == other.Key && ToString() == other.ToString();

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary><c>{key, args}</c>.</summary>
    public JsonObject Json() => new() { ["key"] = Key, ["args"] = new JsonObject(Args.Select(a => KeyValuePair.Create(a.Name, Json(a.Value)))) };

    private static JsonNode? Json(object value) => value switch
    {
        string id => id,
        Verbatim text => text.Text,
        int n => n,
        long n => n,
        Phrase phrase => phrase.Json(),
        IEnumerable<Phrase> phrases => new JsonArray([.. phrases.Select(p => (JsonNode)p.Json())]),
        IEnumerable<string> ids => new JsonArray([.. ids.Select(i => (JsonNode)i)]),
        Duration { Count: var count, Unit: var unit } => new JsonObject { ["count"] = count, ["unit"] = CheckJson.Word(unit) },
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>A clause path, a quantity, or anything else that is the same in every language.</summary>
public sealed record Verbatim(string Text)
{
    public override string ToString() => Text;
}

/// <summary>A length of time that the checker worked out: so many months.</summary>
public sealed record Duration(long Count, PeriodUnit Unit)
{
    public static Duration OfDays(long days) => days switch
    {
        >= 365 when days % 365 is 0 => new(days / 365, PeriodUnit.Year),
        >= 365 * 3 => new((days + 364) / 365, PeriodUnit.Year),
        >= 60 => new((days * 12 + 364) / 365, PeriodUnit.Month),
        _ => new(days, PeriodUnit.Day),
    };
}
