using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <summary>From what the program sees that two decisions are about the same.</summary>
public enum SameBy
{
    /// <summary>The text names the earlier one as <c>motion:ID</c>.</summary>
    Cites,

    /// <summary>Both name the same third thing.</summary>
    SameReference,

    /// <summary>They have paragraphs in which at least half of the words are the same.</summary>
    SameWords,
}

/// <summary>
/// Decisions in force that a motion may contradict, as far as a program sees it (S066): it is not put to the vote, and so not published as adopted, before it is said how
/// they stand to each other. Clauses of the constitution need none of this: there two amendments of the same words are merged first.
/// </summary>
public static class SameMatter
{
    /// <summary>Decisions in force on that day about the same, the latest first; also those of which it has been said how they stand.</summary>
    /// <param name="read">A text by its SHA-256; null where it is not at hand.</param>
    public static ImmutableArray<(Motion Earlier, SameBy By)> Of(State state, Motion motion, DateOnly day, Func<string, string?> read)
    {
        var own = motion.Current.Texts;
        var references = own.Values.Select(read).OfType<string>().SelectMany(t => CitedInText.In(t)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from text in state.Motions.InForceOn(day)
               where text.Motion != motion.Id && !motion.CompositeOf.Contains(text.Motion, StringComparer.Ordinal)
               let seen = references.Contains("motion:" + text.Motion) ? SameBy.Cites
                   : references.Count > 0 && text.Texts.Values.Select(read).OfType<string>().SelectMany(t => CitedInText.In(t)).Any(references.Contains) ? SameBy.SameReference
                   : own.Any(t => text.Texts.TryGetValue(t.Key, out var theirs) && !Kinship.Between(t.Value, theirs, read).IsEmpty) ? SameBy.SameWords : (SameBy?)null
               where seen is not null
               orderby text.From descending
               select (state.Motions.All[text.Motion], seen.Value),
        ];
    }

    /// <summary>Null when it has been said of each how they stand.</summary>
    internal static Refusal? WhyNot(State state, Motion motion, DateOnly day, Func<string, string?> read, string clause) =>
        Contradicting.Open(state, motion, day).FirstOrDefault() is { } contradicted ? MotionsRefusals.AnswerContradiction(clause, motion, contradicted)
        : Of(state, motion, day, read).Where(s => !motion.Relations.ContainsKey(s.Earlier.Id)).Select(s => s.Earlier).FirstOrDefault() is { } earlier ? MotionsRefusals.SayHowItStands(clause, motion, earlier) : null;
}
