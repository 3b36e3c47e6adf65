using System.Collections.Frozen;

namespace Mandate.Server.Wording;

/// <summary>Languages by the names that their own speakers use: ours, and those that members of an organisation are likely to ask for.</summary>
public static class Endonyms
{
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ar"] = "العربية", ["bg"] = "български", ["bn"] = "বাংলা", ["ca"] = "català", ["cs"] = "čeština", ["da"] = "dansk", ["de"] = "Deutsch", ["el"] = "ελληνικά",
        ["es"] = "español", ["et"] = "eesti", ["eu"] = "euskara", ["fa"] = "فارسی", ["fi"] = "suomi", ["fy"] = "Frysk", ["ga"] = "Gaeilge", ["gl"] = "galego", ["he"] = "עברית",
        ["hi"] = "हिन्दी", ["hr"] = "hrvatski", ["hu"] = "magyar", ["is"] = "íslenska", ["it"] = "italiano", ["ja"] = "日本語", ["ka"] = "ქართული", ["ko"] = "한국어",
        ["ku"] = "kurdî", ["lb"] = "Lëtzebuergesch", ["lt"] = "lietuvių", ["lv"] = "latviešu", ["mt"] = "Malti", ["nb"] = "norsk bokmål", ["nn"] = "norsk nynorsk", ["no"] = "norsk",
        ["pl"] = "polski", ["pt"] = "português", ["ro"] = "română", ["ru"] = "русский", ["se"] = "davvisámegiella", ["sk"] = "slovenčina", ["sl"] = "slovenščina", ["so"] = "Soomaali",
        ["sq"] = "shqip", ["sr"] = "српски", ["ta"] = "தமிழ்", ["th"] = "ไทย", ["ti"] = "ትግርኛ", ["tl"] = "Tagalog", ["tr"] = "Türkçe", ["uk"] = "українська",
        ["ur"] = "اردو", ["vi"] = "Tiếng Việt", ["zh"] = "中文",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="code">BCP 47, <c>tr</c>; where nobody here knows the name, the code stands in for it.</param>
    public static string Of(string code) => Language.Find(code)?.Endonym ?? Others.GetValueOrDefault(code.Split('-')[0].ToLowerInvariant()) ?? code;
}
