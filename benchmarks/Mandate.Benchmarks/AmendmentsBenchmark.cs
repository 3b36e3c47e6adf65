using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Motions;

namespace Mandate.Benchmarks;

/// <summary>What thousands of amendments to one long text (<see cref="LongText"/>) change, and which exclude each other: the arithmetic alone, without a server.</summary>
internal static class AmendmentsBenchmark
{
    public static Task RunAsync(Settings settings)
    {
        var source = new LongText(settings.Characters);
        var (paragraphs, text) = (source.Paragraphs, source.ToString());
        var amended = source.Amended(settings.Amendments).ToList();
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
}
