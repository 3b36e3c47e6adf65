using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Deliver the text of a motion in a language that it lacks (requirement S232). By its mover, or by whoever holds a place: the organisation sees to it, not those
/// who read the language.
/// </summary>
[WireName("motions.translate")]
public sealed record TranslateMotion(string Motion, string Language, string Text) : MotionsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <param name="NoticedOn">The day from which the notice of its class runs: that of the delivery, where its class asks for the language; null where it goes on.</param>
[WireName("motions.translated")]
public sealed record MotionTranslated(string Motion, string Language, string Text, DateOnly? NoticedOn) : MotionEvent(Motion);

/// <summary>A translation changes no word of what was filed; where the class asks for the language, its notice runs from the delivery.</summary>
internal static class TranslationRules
{
    public static Decision Translate(Dealing d, TranslateMotion c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsNoVote() is { } running) return running;
        if (!d.Rules.Languages.Official.Contains(c.Language, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("language", string.Join(", ", d.Rules.Languages.Official), c.Language);
        if (d.Motion.Current.Texts.ContainsKey(c.Language)) return ProtocolRefusals.Taken("text", c.Language);
        if (d.By != d.Motion.Mover && !d.State.Offices.ServedBy(d.By, d.At).Any(t => t.Session is null)) return ProtocolRefusals.NotYours(d.Clause, "office", d.By);
        return string.IsNullOrWhiteSpace(d.Act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text)
            : Decision.Accept(d.Clause, new MotionTranslated(d.Motion.Id, c.Language, c.Text, d.Class.Procedure?.TextIn is null ? null : d.Act.Day));
    }
}
