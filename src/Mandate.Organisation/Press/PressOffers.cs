using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Press;

/// <summary>The acts of the bulletin that a page can offer to one person, each put to the rules.</summary>
public static class PressOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        if (PressRules.Organ(state, at) is null) yield break;
        yield return Offer.Of(state, person, at, "new", new SubmitPiece("offer", "-", "", true, null, null, []));
        yield return Offer.Of(state, person, at, "new", new WriteLetter("offer", "-", ""));
        if (PressRules.Edits(state, person, at))
        {
            yield return Offer.Of(state, person, at, "new", new OpenDebate("offer", "-", state.Statutes.At(at).Bodies.Keys.First(), day, 1));
            if (state.Press.Pieces.Values.Where(p => p.Issue is null).Select(p => p.Id).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } waiting)
                yield return Offer.Of(state, person, at, "new", new BringOutIssue("offer", [.. waiting]));
        }
        foreach (var piece in state.Press.Pieces.Values.Where(p => p.PublicOn(day)).OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            if (!piece.Against.IsEmpty) yield return Offer.Of(state, person, at, piece.Id, new ReplyToPiece("offer", piece.Id, "-", ""));
            if (piece.Kind == PieceKind.Explanation) yield return Offer.Of(state, person, at, piece.Id, new AskAboutExplanation("offer", piece.Id, ""));
            if (piece is { Kind: PieceKind.Question, RectifiedAt: null } && (state.Press.Pieces[piece.To!].Author == person || PressRules.Edits(state, person, at))) yield return Offer.Of(state, person, at, piece.Id, new AnswerReader(piece.Id, ""));
            if (piece.Kind == PieceKind.Rectification && PressRules.Edits(state, person, at)) yield return Offer.Of(state, person, at, piece.Id, new Rectify(piece.Id, ""));
        }
        foreach (var motion in state.Motions.All.Values.Where(m => m.Stage == MotionStage.Adopted).OrderBy(m => m.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, motion.Id, new ExplainDecision("offer", motion.Id, "-", "", state.Statutes.At(at).Languages.Official[0]));
        foreach (var tendency in state.Tendencies.All.Values.Where(t => t.Speaker == person && t.StandsOn(day)).OrderBy(t => t.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, tendency.Id, new SendMailing("offer", tendency.Id, "-", ""));
    }
}
