using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Motions;

/// <summary>What really comes to a vote of its own, and why.</summary>
/// <param name="Amendment">Null where it is the motion itself.</param>
/// <param name="Effect">In one line; empty where the text is not at hand.</param>
/// <param name="Lines">First and last line that it touches; null for a motion.</param>
/// <param name="Words">How many words there are to read, old and new.</param>
public sealed record ContestedItem(Motion Motion, Amendment? Amendment, ImmutableArray<string> Why, string Effect, (int From, int To)? Lines, int Words)
{
    public string Subject => Amendment?.Id ?? Motion.Id;
}

/// <summary>The contested items of a session, from proposals, collisions and demands; everything else stands in lists that nobody objects to.</summary>
public static class Contested
{
    /// <summary>In the order in which the motions and their amendments come up.</summary>
    public static IReadOnlyList<ContestedItem> Of(Visit visit, Session session) =>
        [.. visit.State.Motions.Before(session.Id).Where(m => m.Stage is MotionStage.Filed or MotionStage.OnAgenda).SelectMany(m => Of(visit, m))];

    /// <summary>Kept, because the chair's desk shows it anew with every step of the meeting.</summary>
    public static ImmutableArray<ContestedItem> Of(Visit visit, Motion motion) => Made.Of(visit, motion, visit.Here.Language.Code, () => [.. Make(visit, motion)]);

    private static readonly PerMotion<ImmutableArray<ContestedItem>> Made = new();

    private static IEnumerable<ContestedItem> Make(Visit visit, Motion motion)
    {
        var words = visit.Words;
        if (motion.Contested) yield return new(motion, null, [words["contested.why.count"]], "", null, 0);
        if (motion.Amendments.IsEmpty || visit.Text(motion.Current.Texts) is not { } text) yield break;
        var draft = Draft.Of(visit, motion, text.Language);
        var paragraphs = TextMerge.Paragraphs(text.Text);
        var starts = TextLines.Starts(paragraphs);
        var collide = Flags.Of(visit, motion, text.Language, paragraphs).SelectMany(f => f).Where(f => f.Collides.Length > 0)
            .ToLookup(f => f.Amendment.Id, f => f.Collides, StringComparer.Ordinal);
        var listed = BlocRules.Items(motion).Select(i => i.Amendment).Except(draft?.LeftOut ?? [], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var amendment in motion.Amendments.Where(a => a.IsOpen && !listed.Contains(a.Id)))
        {
            var changes = Flags.Changes(visit, motion, amendment, text.Language);
            var own = amendment.Of is null && amendment.To == motion.Current.Number;
            var origin = own ? paragraphs : visit.Text(motion.MovedOn(amendment).Texts.GetValueOrDefault(text.Language, "")) is { } moved ? TextMerge.Paragraphs(moved) : [];
            yield return new(motion, amendment, [.. Why(visit, motion, amendment, collide[amendment.Id].SelectMany(c => c))],
                origin.Length == 0 ? "" : ChangeInWords.Of(words, origin, changes),
                own && changes.Length > 0 ? (TextLines.Of(paragraphs, starts, changes[0]).From, TextLines.Of(paragraphs, starts, changes[^1]).To) : null,
                changes.Sum(c => Enumerable.Range(c.Start, c.Count).Sum(i => WordsOf(origin.ElementAtOrDefault(i))) + c.Instead.Sum(WordsOf)));
        }
    }

    private static IEnumerable<string> Why(Visit visit, Motion motion, Amendment amendment, IEnumerable<Amendment> collides)
    {
        var words = visit.Words;
        if (motion.IsOutdated(amendment)) yield return words["contested.why.outdated"];
        if (amendment.Separate is not null) yield return words["contested.why.separate"];
        if (amendment.Proposal is { } proposal)
        {
            if (proposal.Refused) yield return words["contested.why.refused"];
            else if (proposal.Procedure == ProposedProcedure.Vote) yield return words["contested.why.vote"];
            else if (amendment.Uncontested is null && amendment.Separate is null) yield return words["contested.why.waits"];
        }
        else yield return words["contested.why.nothing"];
        if (string.Join(", ", collides.Select(a => AmendmentNames.Number(motion, a.Id)).Distinct(StringComparer.Ordinal).Take(12)) is { Length: > 0 } numbers)
            yield return words.Say("contested.why.collides", ("numbers", numbers));
    }

    private static int WordsOf(string? text) => text is null ? 0 : text.Count(c => c == ' ') + 1;
}
