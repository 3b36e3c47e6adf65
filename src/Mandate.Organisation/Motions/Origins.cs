using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

/// <summary>Who proposed a paragraph of an adopted text first (S079).</summary>
/// <param name="Paragraph">Number of the paragraph in the adopted text, from 0.</param>
/// <param name="Filed">The earliest motion whose text, or the amendment to it, has the paragraph or one akin to it.</param>
/// <param name="Number">Its filing number: of the motion, and of the amendment below it.</param>
public sealed record Origin(int Paragraph, Motion Filed, Amendment? Amendment, string Mover, string Number, DateTimeOffset At);

/// <summary>The earliest proposer of each point of an adopted text, in whatever session and by whomever it was filed: found by likeness of the words, and so shown as found.</summary>
public static class Origins
{
    /// <summary>For the paragraphs of a text in one language that something filed before has too; none for what the motion itself brought first.</summary>
    public static ImmutableArray<Origin> Of(MotionsState motions, Motion motion, string language, Func<string, string?> read)
    {
        if (!motion.Current.Texts.TryGetValue(language, out var adopted)) return [];
        var first = new SortedDictionary<int, Origin>();
        foreach (var (filed, amendment, text, by, number, at) in Filings(motions, motion).OrderBy(f => f.At).ThenBy(f => f.Filed.Id, StringComparer.Ordinal))
            if (text.TryGetValue(language, out var earlier))
                foreach (var (paragraph, _) in Kinship.Between(adopted, earlier, read)) first.TryAdd(paragraph, new(paragraph, filed, amendment, by, number, at));
        return [.. first.Values.Where(o => o.Filed.Id != motion.Id || o.Amendment is not null)];
    }

    /// <summary>Everything filed up to the adopted text: the first version of each motion and each amendment, with its mover.</summary>
    private static IEnumerable<(Motion Filed, Amendment? Amendment, ImmutableSortedDictionary<string, string> Text, string Mover, string Number, DateTimeOffset At)> Filings(MotionsState motions, Motion motion)
    {
        var until = motion.Current.At;
        foreach (var filed in motions.All.Values.Where(m => m.FiledAt <= until && m.CompositeOf.IsEmpty))
        {
            yield return (filed, null, filed.Versions[0].Texts, filed.MovedFor ?? filed.Versions[0].By, filed.Number, filed.FiledAt);
            foreach (var amendment in filed.Amendments.Where(a => a.At <= until))
                yield return (filed, amendment, Added(filed, amendment), amendment.Mover, $"{filed.Number}/{filed.NumberOf(amendment)}", amendment.At);
        }
    }

    private static ImmutableSortedDictionary<string, string> Added(Motion filed, Amendment amendment) => (amendment.Earlier.IsEmpty ? amendment.Text : amendment.Earlier[0]).Texts;
}
