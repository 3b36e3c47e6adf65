using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Motions;

/// <summary>A change that an amendment makes at a paragraph, and the amendments whose own change of the same words it excludes.</summary>
public sealed record Flag(Amendment Amendment, TextChange Change, ImmutableArray<Amendment> Collides);

/// <summary>The amendments to a text as flags at its paragraphs. What an amendment changes never changes, so it is derived once.</summary>
public static class Flags
{
    /// <summary>What stands at each paragraph of the text as it stands; amendments to an older version are not among them.</summary>
    public static ILookup<int, Flag> Of(Visit visit, Motion motion, string language, IReadOnlyList<string> paragraphs)
    {
        var now = motion.Amendments.Where(a => a.Stage is not MotionStage.Withdrawn && a.Of is null && a.To == motion.Current.Number);
        var changes = now.SelectMany(a => Changes(visit, motion, a, language).Select(c => (Amendment: a, Change: c))).ToList();
        // An insertion after a paragraph can collide with what the paragraph before it or after it becomes.
        var at = changes.SelectMany(c => Enumerable.Range(c.Change.Start, Math.Max(1, c.Change.Count)).Select(p => (Paragraph: p, c.Amendment, c.Change))).ToLookup(c => c.Paragraph);
        return changes.ToLookup(
            c => Math.Clamp(c.Change.Count == 0 ? c.Change.Start - 1 : c.Change.Start, 0, Math.Max(0, paragraphs.Count - 1)),
            c => new Flag(c.Amendment, c.Change, c.Amendment.Stage != MotionStage.Filed ? [] :
            [
                .. Enumerable.Range(c.Change.Start - 1, Math.Max(1, c.Change.Count) + 2).SelectMany(p => at[p])
                    .Where(o => o.Amendment.Id != c.Amendment.Id && o.Amendment.Stage == MotionStage.Filed && !TextMerge.Collisions(paragraphs, [c.Change], [o.Change]).IsEmpty)
                    .Select(o => o.Amendment).DistinctBy(a => a.Id, StringComparer.Ordinal),
            ]));
    }

    /// <summary>Amendments that wait and were moved on an older version.</summary>
    public static IEnumerable<Amendment> Outdated(Motion motion) => motion.Amendments.Where(a => a.IsOpen && motion.IsOutdated(a));

    /// <summary>What an amendment changes in the version it was moved on; nothing where a text is not at hand.</summary>
    public static ImmutableArray<TextChange> Changes(Visit visit, Motion motion, Amendment amendment, string language)
    {
        return amendment.Text.Texts.TryGetValue(language, out var own) && motion.MovedOn(amendment).Texts.TryGetValue(language, out var origin) ? Between(visit, origin, own) : [];
    }

    /// <summary>What one text changes in another, by their SHA-256; nothing where a text is not at hand.</summary>
    internal static ImmutableArray<TextChange> Between(Visit visit, string origin, string own)
    {
        // What was derived from a text before it was erased tells its words still.
        if (visit.State.Motions.Erased.Contains(origin) || visit.State.Motions.Erased.Contains(own)) return [];
        return TextChanges.Between(origin, own, visit.Text, out _);
    }
}
