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
            if (Replies.RightOf(state, piece, person, at) is not null) yield return Offer.Of(state, person, at, piece.Id, new ReplyToPiece("offer", piece.Id, "-", ""));
            if (piece.Kind == PieceKind.Explanation) yield return Offer.Of(state, person, at, piece.Id, new AskAboutExplanation("offer", piece.Id, ""));
            if (piece is { Kind: PieceKind.Question, RectifiedAt: null } && (state.Press.Pieces[piece.To!].Author == person || PressRules.Edits(state, person, at))) yield return Offer.Of(state, person, at, piece.Id, new AnswerReader(piece.Id, ""));
            if (piece.Kind == PieceKind.Rectification && PressRules.Edits(state, person, at)) yield return Offer.Of(state, person, at, piece.Id, new Rectify(piece.Id, ""));
        }
        foreach (var claim in state.Press.Claims.Values.Where(c => SpaceClaims.Credit(state, c, day) is null).OrderBy(c => c.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, claim.Id, claim.Panel.IsEmpty ? new DrawPanel(claim.Id, "-") : new JudgeClaim(claim.Id, 0, "-"));
        foreach (var contrast in state.Press.Contrasts.Values.Where(c => c.Person == person && c.Answer is null).OrderBy(c => c.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, contrast.Id, new AnswerContrast(contrast.Id, "-"));
        foreach (var motion in state.Motions.All.Values.Where(m => m.Stage == MotionStage.Adopted || m.Stage is MotionStage.Filed or MotionStage.OnAgenda && PlainVersions.Needed(state.Statutes.At(at), m.Class)).OrderBy(m => m.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, motion.Id, new ExplainDecision("offer", motion.Id, "-", "", state.Statutes.At(at).Languages.Official[0]));
        foreach (var offer in OnLabels(state, person, at)) yield return offer;
        foreach (var tendency in state.Tendencies.All.Values.Where(t => t.Speaker == person && t.StandsOn(day)).OrderBy(t => t.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, tendency.Id, new SendMailing("offer", tendency.Id, "-", ""));
        foreach (var mailing in state.Press.Mailings.Values.Where(m => m.Sent + m.Refused == 0 && (Senders.Sends(state, person, m.Tendency, at) || state.Offices.ServedBy(person, at).Any(t => t.Session is null))).OrderBy(m => m.Id, StringComparer.Ordinal))
            if (MailingLanguages.Missing(state, mailing, at) is [var lacking, ..]) yield return Offer.Of(state, person, at, mailing.Id, new TranslateMailing(mailing.Id, lacking, ""));
        foreach (var committee in state.Federation.Committees.Keys.Order(StringComparer.Ordinal).Where(c => Senders.Sends(state, person, c, at)))
            yield return Offer.Of(state, person, at, committee, new SendMailing("offer", committee, "-", ""));
    }

    /// <summary>Answers to what official texts call somebody, for whoever speaks for a side; definitions, for those whose text it is.</summary>
    private static IEnumerable<Offer> OnLabels(State state, string person, DateTimeOffset at)
    {
        var side = state.Tendencies.All.Values.FirstOrDefault(t => t.Speaker == person)?.Id ?? state.Offices.ServedBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Unit ?? t.Seat.Of).FirstOrDefault();
        if (side is null) yield break;
        // The words are asked for in the form: here it is only asked whether somebody like this person may.
        foreach (var order in state.Federation.Orders.Values.OrderBy(o => o.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, order.Id, new AnswerLabel("offer", order.Id, order.What[..1], side, "-", ""));
            if (state.Offices.Holds(person, order.For.Split('@')[0], at)) yield return Offer.Of(state, person, at, order.Id, new DefineLabel(order.Id, order.What[..1], "-", ""));
        }
        foreach (var motion in state.Motions.All.Values.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, motion.Id, new AnswerLabel("offer", motion.Id, motion.Title[..1], side, "-", ""));
            if (motion.Mover == person) yield return Offer.Of(state, person, at, motion.Id, new DefineLabel(motion.Id, motion.Title[..1], "-", ""));
        }
    }
}
