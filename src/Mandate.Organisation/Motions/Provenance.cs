using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mandate.Organisation.Motions;

/// <summary>A run of words of a text that came into it together.</summary>
/// <param name="Version">The version of the motion's text that brought them, from 1.</param>
public sealed record Written(string Words, int Version);

/// <summary>
/// Who wrote which words of the text as it stands (S063): its versions are compared one after another, word by word in the paragraphs that changed, and each run of words belongs to
/// the version that brought it: the mover's, a revision, or an adopted amendment.
/// </summary>
public static partial class Provenance
{
    /// <summary>The paragraphs of the present text, each as runs of words; null where an earlier version is not at hand in this language.</summary>
    public static ImmutableArray<ImmutableArray<Written>>? Of(Motion motion, string language, Func<string, string?> read)
    {
        List<(string Word, int Version)>? words = null;
        foreach (var version in motion.Versions)
        {
            if (!version.Texts.TryGetValue(language, out var name) || read(name) is not { } text) return null;
            var now = Word().Matches(string.Join("\n\n", TextMerge.Paragraphs(text))).Select(m => m.Value).ToList();
            words = words is null ? [.. now.Select(w => (w, version.Number))] : Carried(words, now, version.Number);
        }
        var paragraphs = ImmutableArray.CreateBuilder<ImmutableArray<Written>>();
        var runs = ImmutableArray.CreateBuilder<Written>();
        foreach (var (word, version) in words ?? [])
        {
            if (word.StartsWith('\n'))
            {
                paragraphs.Add(runs.ToImmutable());
                runs.Clear();
            }
            else if (runs.Count > 0 && runs[^1].Version == version) runs[^1] = runs[^1] with { Words = runs[^1].Words + word };
            else runs.Add(new(word, version));
        }
        if (runs.Count > 0) paragraphs.Add(runs.ToImmutable());
        return paragraphs.ToImmutable();
    }

    /// <summary>Words that stayed keep the version that brought them.</summary>
    private static List<(string, int)> Carried(List<(string Word, int Version)> before, List<string> now, int version)
    {
        var kept = TextAlignment.Of(new([.. before.Select(b => b.Word)], 0, before.Count), new(now, 0, now.Count)).ToDictionary(p => p.Y, p => p.X);
        return [.. now.Select((word, i) => (word, kept.TryGetValue(i, out var x) ? before[x].Version : version))];
    }

    /// <summary>A word with the blanks after it, or the end of a paragraph.</summary>
    [GeneratedRegex(@"\n\n|\S+(?:[^\S\n]+|\n(?!\n))*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
