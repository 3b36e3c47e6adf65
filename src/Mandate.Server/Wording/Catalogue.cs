using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Mandate.Server.Wording;

/// <summary>A text in one language: one form, or one for a single thing and one for several.</summary>
public sealed record Text(Template Other, Template? One = null)
{
    public Template For(Language language, long? count) => One is not null && count is { } n && language.IsOne(n) ? One : Other;

    public IEnumerable<Template> Templates => One is null ? [Other] : [One, Other];
}

/// <summary>
/// All texts, from the embedded files <c>Wording/*.json</c>: one file per domain word, the four languages of a text side by side,
/// so that a missing one is seen at once. Key to language code to text.
/// </summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Text>> texts;

    private Catalogue(FrozenDictionary<string, FrozenDictionary<string, Text>> texts) => this.texts = texts;

    public static Catalogue Ours { get; } = Embedded(typeof(Catalogue).Assembly);

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>Keys that stand in more than one file, where the first file in order of name holds; a test keeps it empty.</summary>
    public IReadOnlyList<string> Twice { get; private init; } = [];

    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>The text of a key in a language; null where there is none.</summary>
    public Text? Find(string key, Language language) => texts.GetValueOrDefault(key)?.GetValueOrDefault(language.Code);

    private static Catalogue Embedded(Assembly assembly)
    {
        var all = new Dictionary<string, FrozenDictionary<string, Text>>(StringComparer.Ordinal);
        var twice = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("wording/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in Read(stream, name))
                if (!all.TryAdd(key, text)) twice.Add($"{name}: {key}");
        }
        return new(all.ToFrozenDictionary(StringComparer.Ordinal)) { Twice = twice };
    }

    /// <exception cref="FormatException">A text is not a string or an object with <c>one</c> and <c>other</c>.</exception>
    public static IEnumerable<(string Key, FrozenDictionary<string, Text> Text)> Read(Stream json, string file)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return [.. document.RootElement.EnumerateObject().Select(entry => (entry.Name,
            entry.Value.EnumerateObject().ToFrozenDictionary(l => l.Name, l => Parse(l.Value, l.Name, $"{file}: {entry.Name}.{l.Name}"), StringComparer.Ordinal)))];
    }

    private static Text Parse(JsonElement value, string language, string place)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => new(Template.Parse(Set(value.GetString()!, language))),
                JsonValueKind.Object => new(Template.Parse(Set(value.GetProperty("other").GetString()!, language)), Template.Parse(Set(value.GetProperty("one").GetString()!, language))),
                _ => throw new FormatException("a text is a string, or an object with one and other"),
            };
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException)
        {
            throw new FormatException($"{place}: {e.Message}", e);
        }
    }

    /// <summary>French keeps the space before a colon and within guillemets on the line: it is a no-break space.</summary>
    private static string Set(string text, string language) => language != "fr" ? text : text
        .Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace(" ;", "\u00A0;", StringComparison.Ordinal).Replace(" ?", "\u00A0?", StringComparison.Ordinal)
        .Replace(" !", "\u00A0!", StringComparison.Ordinal).Replace("« ", "«\u00A0", StringComparison.Ordinal).Replace(" »", "\u00A0»", StringComparison.Ordinal);
}
