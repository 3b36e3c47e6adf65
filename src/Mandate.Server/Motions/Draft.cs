using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Motions;

/// <summary>
/// A motion's text as it would read with everything that is proposed for adoption, in the mover's words or in others that the mover has
/// not refused. A draft decides nothing.
/// </summary>
/// <param name="Paragraphs">The text as it stands.</param>
/// <param name="Changes">What would change in it, in order.</param>
/// <param name="Waiting">Amendments whose movers have not yet accepted other words.</param>
/// <param name="LeftOut">Amendments that collide with one filed before them.</param>
public sealed record Draft(IReadOnlyList<string> Paragraphs, ImmutableArray<TextChange> Changes, ImmutableArray<string> Adopted, ImmutableArray<string> Waiting, ImmutableArray<string> LeftOut)
{
    private static readonly PerMotion<Draft?> Made = new();

    /// <summary>Null where the text is not at hand in that language.</summary>
    public static Draft? Of(Visit visit, Motion motion, string language) => Made.Of(visit, motion, language, () => Make(visit, motion, language));

    private static Draft? Make(Visit visit, Motion motion, string language)
    {
        if (!motion.Current.Texts.TryGetValue(language, out var sha256) || visit.Text(sha256) is not { } text) return null;
        var merged = new MergedText(text);
        var (adopted, waiting, leftOut) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var amendment in motion.Amendments.Where(a => a is { IsOpen: true, Of: null, Separate: null, Proposal.Refused: false } && a.To == motion.Current.Number))
        {
            if (Proposed(visit, motion, amendment, language) is not { } changes) continue;
            if (!merged.Make(changes)) { leftOut.Add(amendment.Id); continue; }
            adopted.Add(amendment.Id);
            if (amendment.Uncontested is null) waiting.Add(amendment.Id);
        }
        return new(merged.Origin, [.. merged.Changes], adopted.ToImmutable(), waiting.ToImmutable(), leftOut.ToImmutable());
    }

    /// <summary>What the proposal would change; null where it is not for adoption.</summary>
    private static ImmutableArray<TextChange>? Proposed(Visit visit, Motion motion, Amendment amendment, string language)
    {
        if (amendment.Uncontested == ProposedProcedure.Adopt) return Flags.Changes(visit, motion, amendment, language);
        return amendment.Proposal is { Procedure: ProposedProcedure.AdoptModified, Texts: { } texts } proposal && proposal.To == motion.Current.Number
            ? texts.TryGetValue(language, out var other) ? Flags.Between(visit, motion.Current.Texts[language], other) : Flags.Changes(visit, motion, amendment, language)
            : null;
    }
}
