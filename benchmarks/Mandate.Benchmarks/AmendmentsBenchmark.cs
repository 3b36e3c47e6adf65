using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Organisation.Motions;

namespace Mandate.Benchmarks;

/// <summary>
/// A congress that drowns in amendments: 3,300 to one text of 450,000 characters, as German party congresses have had. Each changes some words of
/// a paragraph drawn at random, strikes it out or puts one in; a tenth fall on the same fifty paragraphs, where the fight is.
/// </summary>
internal static class AmendmentsBenchmark
{
    public static Task RunAsync(Settings settings)
    {
        var random = new Random(1);
        var paragraphs = Text(random, settings.Characters);
        var text = string.Join("\n\n", paragraphs);
        var amended = Enumerable.Range(0, settings.Amendments).Select(i => Amended(random, paragraphs, i)).ToList();
        ImmutableArray<TextChange>[] changes = [];
        Table.Time($"what each changes in {text.Length:#,0} characters, {paragraphs.Count:#,0} paragraphs", "amendments", settings.Runs, () =>
        {
            changes = [.. amended.Select(a => TextMerge.Between(text, a))];
            return amended.Count;
        });
        var pairs = 0L;
        Table.Time("which of them change the same words", "amendments", settings.Runs, () =>
        {
            pairs = Collisions(paragraphs, changes);
            return changes.Length;
        });
        var (carried, compared) = (0, 0);
        Table.Time("adopting one after another, with the text as it stands after each", "amendments", settings.Runs, () =>
        {
            var merged = new MergedText(text);
            carried = 0;
            var length = 0L;
            foreach (var amendment in changes)
                if (merged.Make(amendment)) { carried++; length += merged.ToString().Length; }
            return length > 0 ? changes.Length : 0;
        });
        Table.Time("the same, comparing the text as it stands with the one moved on each time", "amendments", 1, () =>
        {
            var now = text;
            compared = 0;
            foreach (var amendment in amended)
                if (TextMerge.Merge(text, amendment, now) is { } merged) (now, compared) = (merged, compared + 1);
            return amended.Count;
        }, warm: false);
        Table.Row(string.Create(CultureInfo.InvariantCulture, $"{pairs:#,0} pairs collide; {carried:#,0} could be made together ({compared:#,0} by comparing), {amended.Count - carried:#,0} collide with one adopted before ({amended.Count - compared:#,0} by comparing)"), 1, "", "", "");
        return Task.CompletedTask;
    }

    private static long Collisions(IReadOnlyList<string> paragraphs, ImmutableArray<TextChange>[] changes)
    {
        var at = changes.SelectMany((c, i) => c.SelectMany(x => Enumerable.Range(x.Start, Math.Max(1, x.Count)).Select(p => (Paragraph: p, Index: i, Change: x)))).ToLookup(x => x.Paragraph);
        return at.Sum(here =>
        {
            var those = here.ToList();
            return those.SelectMany((a, i) => those.Skip(i + 1).Where(b => a.Index != b.Index && !TextMerge.Collisions(paragraphs, [a.Change], [b.Change]).IsEmpty)).LongCount();
        });
    }

    private static List<string> Text(Random random, int characters)
    {
        var paragraphs = new List<string>();
        for (var length = 0; length < characters;)
        {
            var words = new StringBuilder();
            for (var n = random.Next(25, 75); n > 0; n--) words.Append("abcdefghijklmnopqrstuvwxyz"[random.Next(26)], random.Next(1, 4)).Append(random.Next(1000)).Append(' ');
            paragraphs.Add(words.ToString().Trim() + ".");
            length += paragraphs[^1].Length + 2;
        }
        return paragraphs;
    }

    private static string Amended(Random random, List<string> paragraphs, int number)
    {
        var at = random.Next(10) == 0 ? random.Next(Math.Min(50, paragraphs.Count)) : random.Next(paragraphs.Count);
        var all = new List<string>(paragraphs);
        switch (random.Next(10))
        {
            case 0: all.RemoveAt(at); break;
            case 1: all.Insert(at, string.Create(CultureInfo.InvariantCulture, $"A new paragraph, number {number}.")); break;
            default:
                var words = all[at].Split(' ');
                for (var n = random.Next(1, 4); n > 0; n--) words[random.Next(words.Length)] = string.Create(CultureInfo.InvariantCulture, $"word{number}");
                all[at] = string.Join(' ', words);
                break;
        }
        return string.Join("\n\n", all);
    }
}
