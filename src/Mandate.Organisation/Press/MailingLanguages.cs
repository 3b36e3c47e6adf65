using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Press;

/// <summary>
/// The organisation owes every mailing in each working language of those who receive it (S084). Any holder of a place translates it, or its sender does; until
/// then it waits, so that it reaches all on the same day, for a week at most. What went out without a language stands with the mailing for good.
/// </summary>
public static class MailingLanguages
{
    /// <summary>Days in which the organisation translates.</summary>
    public const int Days = 7;

    /// <summary>The last day on which a missing language keeps it waiting.</summary>
    public static DateOnly Due(Mailing mailing) => DateOnly.FromDateTime(mailing.At.UtcDateTime).AddDays(Days);

    /// <summary>The official languages of members in which it has no text, in order.</summary>
    public static IReadOnlyList<string> Missing(State state, Mailing mailing, DateTimeOffset at)
    {
        var official = state.Statutes.At(at).Languages.Official;
        var read = state.Roll.Members.Values.Where(m => m.Counts).Select(m => m.Language).ToHashSet(StringComparer.Ordinal);
        return [.. official.Where(l => read.Contains(l) && TextIn(mailing, l, official[0]) is null)];
    }

    /// <summary>Its text in that language; null where it has none.</summary>
    /// <param name="first">The language of a mailing that names none.</param>
    public static string? TextIn(Mailing mailing, string language, string first) => mailing.Translations.GetValueOrDefault(language) ?? ((mailing.Language ?? first) == language ? mailing.Text : null);

    internal static Decision Translate(State state, Act act, TranslateMailing c)
    {
        var (rules, clause) = (state.Statutes.At(act.At), PressRules.Clause(state, act));
        if (!state.Press.Mailings.TryGetValue(c.Mailing, out var mailing)) return ProtocolRefusals.Unknown("mailing", c.Mailing);
        if (!Senders.Sends(state, act.By, mailing.Tendency, act.At) && !state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null)) return ProtocolRefusals.NotYours(clause, "office", act.By);
        if (mailing.Sent + mailing.Refused > 0) return ProtocolRefusals.WrongStage("mailing", mailing.Id, "waiting", "sent");
        if (!rules.Languages.Official.Contains(c.Language, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("language", string.Join(", ", rules.Languages.Official), c.Language);
        if (TextIn(mailing, c.Language, rules.Languages.Official[0]) is not null) return ProtocolRefusals.Taken("text", c.Language);
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new MailingTranslated(mailing.Id, c.Language, c.Text));
    }

    /// <summary>The refusal while it waits for a language; null once it has all, or the week is over.</summary>
    public static Refusal? Waits(State state, Mailing mailing, DateTimeOffset at, string clause) =>
        mailing.Sent + mailing.Refused == 0 && DateOnly.FromDateTime(at.UtcDateTime) <= Due(mailing) && Missing(state, mailing, at) is { Count: > 0 } missing ? PressRefusals.WaitsForLanguages(clause, string.Join(", ", missing), Due(mailing)) : null;
}
