using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Mandate.Server.Api;

/// <summary>
/// A key under which the usual transliterations of a name fall together: <c>Zinoviev</c>, <c>Zinovjev</c>, <c>Zinowjew</c> and
/// <c>Зиновьев</c>. It serves to find what somebody means, never to decide anything.
/// </summary>
internal static class Sound
{
    private const string Cyrillic = "абвгдезийклмнопрстуфыэ";
    private const string Latin = "abvgdezijklmnoprstufye";

    private static readonly FrozenDictionary<char, string> Letters = Cyrillic.Zip(Latin, (c, l) => KeyValuePair.Create(c, l.ToString()))
        .Concat([new('ё', "e"), new('ж', "zh"), new('х', "kh"), new('ц', "ts"), new('ч', "tsch"), new('ш', "sh"), new('щ', "sh"), new('ъ', ""), new('ь', ""), new('ю', "iu"), new('я', "ia"), new('ł', "l"), new('ß', "ss"), new('ø', "o"), new('æ', "ae"), new('œ', "oe")])
        .ToFrozenDictionary();

    /// <summary>Ways of writing one sound, the longer before what is part of them.</summary>
    private static readonly ImmutableArray<(string From, string To)> Sounds =
    [
        ("shch", "s"), ("schtsch", "s"), ("sjtsj", "s"), ("tsch", "h"), ("tsj", "h"), ("tch", "h"), ("tj", "h"), ("sch", "s"), ("sh", "s"), ("sj", "s"), ("sz", "s"), ("zh", "s"), ("zj", "s"),
        ("kh", "h"), ("ch", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("w", "v"),
        ("oe", "u"), ("ou", "u"), ("y", "i"), ("j", "i"),
    ];

    /// <summary>Words that tell nothing apart.</summary>
    public static FrozenSet<string> Small { get; } = new[]
    {
        "the", "of", "a", "an", "and", "to", "on", "in", "at", "by", "for", "from", "with", "about", "his", "s",
        "den", "det", "de", "en", "ett", "och", "om", "i", "pa", "till", "av", "fran", "mot", "som", "het", "een", "van", "over", "aan", "der", "die", "das", "le", "la", "les", "l", "du", "des", "d", "et", "sur",
    }.SelectMany(w => Words(w)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The key of a whole name or title.</summary>
    public static string Of(string text) => string.Join(' ', Words(text));

    /// <summary>The keys of its words.</summary>
    public static ImmutableArray<string> Words(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Key)];

    /// <summary>A word without a Swedish article or a plural at its end: <c>kommittén</c>, <c>factions</c>.</summary>
    public static string Stem(string word)
    {
        foreach (var end in (string[])["erna", "arna", "orna", "en", "et", "es", "n", "s", "t"])
            if (word.Length - end.Length >= 4 && word.EndsWith(end, StringComparison.Ordinal)) return word[..^end.Length];
        return word;
    }

    /// <summary>Lower case, without marks, in Latin letters; whatever is neither letter nor digit parts words, except within a name (<c>Zinov'ev</c>).</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Replace("ье", "ие", StringComparison.Ordinal).Normalize(NormalizationForm.FormC))
            if (Letters.TryGetValue(c, out var letters)) plain.Append(letters);
            else if (c is '\'' or '’') continue;
            else foreach (var part in c.ToString().Normalize(NormalizationForm.FormD).Where(p => CharUnicodeInfo.GetUnicodeCategory(p) != UnicodeCategory.NonSpacingMark)) plain.Append(char.IsLetterOrDigit(part) ? part : ' ');
        return plain.ToString();
    }

    private static string Key(string word)
    {
        var key = Sounds.Aggregate(word, (w, s) => w.Replace(s.From, s.To, StringComparison.Ordinal));
        var made = new StringBuilder();
        for (var i = 0; i < key.Length; i++)
        {
            if (i > 0 && key[i] == key[i - 1] && !char.IsAsciiDigit(key[i])) continue;
            made.Append(key[i]);
        }
        // An i beside another vowel is a glide that some write and others do not: Fotieva, Fotijeva; Pyatakov, Piatakov.
        key = made.ToString();
        made.Clear();
        for (var i = 0; i < key.Length; i++)
        {
            var glide = key[i] == 'i' && key.Length > 2 && (i > 0 && IsVowel(key[i - 1]) || i + 1 < key.Length && IsVowel(key[i + 1]));
            if (!glide && (made.Length == 0 || made[^1] != key[i] || char.IsAsciiDigit(key[i]))) made.Append(key[i]);
        }
        return made.ToString();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'o' or 'u';
}
