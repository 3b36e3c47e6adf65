using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Press;

public static class PressEvolve
{
    public static PressState Evolve(this PressState state, PressEvent happened, Occasion occasion) => happened switch
    {
        DebateOpened e => state with { Debates = state.Debates.SetItem(e.Id, new(e.Id, e.Question, e.Body, occasion.Day, e.Until, e.Words) { Answers = e.Answers.Each(), Motion = e.Motion }) },
        PieceSubmitted e => state with
        {
            Pieces = state.Pieces.SetItem(e.Id, new(e.Id, e.Kind, occasion.By, e.Title, e.Text, e.Words, e.Signed, e.Debate, e.Side, e.Against, e.Session, e.To, occasion.At, e.Due) { Unit = e.Unit, About = e.About, Language = e.Language, InName = e.InName, Sources = e.Sources.Each() }),
        },
        PieceRectified e => state with { Pieces = state.Pieces.SetItem(e.Demand, state.Pieces[e.Demand] with { Rectified = e.Text, RectifiedAt = occasion.At }) },
        ReaderAnswered e => state with { Pieces = state.Pieces.SetItem(e.Question, state.Pieces[e.Question] with { Rectified = e.Text, RectifiedAt = occasion.At }) },
        IssueBroughtOut e => state with
        {
            Issues = state.Issues.Add(new(e.Id, occasion.At, e.Pieces)),
            Pieces = state.Pieces.SetItems(e.Pieces.Select((id, i) => KeyValuePair.Create(id, state.Pieces[id] with { Issue = e.Id, IssuedAt = occasion.At, Place = i + 1 }))),
        },
        EditorsInstructed e => state with { Instructions = state.Instructions.SetItem(e.Id, new(e.Id, e.What, occasion.By, occasion.At)) },
        EditorProtested e => state with { Protests = state.Protests.SetItem(e.Id, new(e.Id, e.Tenure, e.What, occasion.At)) },
        LabelDefined e => state with { Labels = state.Labels.Add(new(e.Of, e.Label, e.Definition, e.Evidence, occasion.By, occasion.At)) },
        MailingHandedOver e => state with { Mailings = state.Mailings.SetItem(e.Mailing, state.Mailings[e.Mailing] with { Sent = state.Mailings[e.Mailing].Sent + e.Sent, Refused = state.Mailings[e.Mailing].Refused + e.Refused, HandedOverAt = state.Mailings[e.Mailing].HandedOverAt ?? occasion.At, Lacked = state.Mailings[e.Mailing].Lacked ?? e.Lacked }) },
        MailingTranslated e => state with { Mailings = state.Mailings.SetItem(e.Mailing, state.Mailings[e.Mailing] with { Translations = state.Mailings[e.Mailing].Translations.SetItem(e.Language, e.Text) }) },
        MailingSent e => state with { Mailings = state.Mailings.SetItem(e.Id, new(e.Id, e.Tendency, e.Title, e.Text, occasion.At) { Language = e.Language }) },
        SpaceClaimed e => state with { Claims = state.Claims.SetItem(e.Id, new(e.Id, e.Debate, e.Side, e.What, e.SeedProcedure, e.SeedDue, e.Due, occasion.At)) },
        PanelDrawn e => state with { Claims = state.Claims.SetItem(e.Claim, state.Claims[e.Claim] with { Panel = e.Panel }) },
        ClaimJudged e => state with { Claims = state.Claims.SetItem(e.Claim, state.Claims[e.Claim] with { Judged = state.Claims[e.Claim].Judged.Add(new(occasion.By, e.Words, e.Reasons, occasion.At)) }) },
        PositionsContrasted e => state with { Contrasts = state.Contrasts.SetItem(e.Id, new(e.Id, e.Person, e.First, e.Second, e.Remark, occasion.At)) },
        ContrastAnswered e => state with { Contrasts = state.Contrasts.SetItem(e.Contrast, state.Contrasts[e.Contrast] with { Answer = e.Answer }) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
