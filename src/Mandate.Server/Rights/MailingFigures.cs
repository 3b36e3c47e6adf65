using Mandate.Organisation.Press;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;

namespace Mandate.Server.Rights;

/// <summary>In which languages a mailing is there, which of those that members read are missing, and until when it waits for them (S084).</summary>
internal static class MailingFigures
{
    public static IEnumerable<(string, string)> Of(Visit v, Mailing mailing)
    {
        yield return ("mailing.languages", Named(mailing.Translations.Keys.Prepend(mailing.Language ?? v.Version.Rules.Languages.Official[0])));
        if (mailing.Lacked is { } lacked) yield return ("mailing.went-without", Named(lacked.Split(", ")));
        else if (Waits(v, mailing)) yield return ("mailing.missing", v.Words.Say("mailing.waits-until", ("languages", Named(MailingLanguages.Missing(v.State, mailing, v.Now))), ("day", v.Words.Date(MailingLanguages.Due(mailing)))));
        if (mailing.HandedOverAt is { } at) yield return ("mailing.went-out", v.Words.Moment(at));
    }

    /// <summary>Whether it has not gone out and lacks a language that members read.</summary>
    public static bool Waits(Visit v, Mailing mailing) => mailing.Sent + mailing.Refused == 0 && MailingLanguages.Missing(v.State, mailing, v.Now).Count > 0;

    /// <summary>Every platform that was mailed beside the others: how many letters, in how many of the working languages, on which day.</summary>
    public static IEnumerable<FigureTable> Table(Visit v)
    {
        var mailings = v.State.Press.Mailings.Values.OrderByDescending(m => m.At).ThenBy(m => m.Id, StringComparer.Ordinal).Take(20).ToList();
        if (mailings.Count == 0) return [];
        var (official, members) = (v.Version.Rules.Languages.Official.Length, v.State.Roll.Members.Values.Count(m => m.Counts));
        return [new(
            v.Words["mailing.caption"], [v.Words["mailing.of"], v.Words["mailing.in-languages"], v.Words["mailing.letters"], v.Words["mailing.not-taken"], v.Words["mailing.went-out"]],
            [.. mailings.Select(m => (IReadOnlyList<Cell>)
            [
                new($"{PressRows.Side(v, m.Tendency)}: {m.Title}", Page: "/rights/press#" + m.Id), v.Words.Say("rights.of", ("given", m.Translations.Count + 1), ("needed", official)), v.Words.Say("rights.of", ("given", m.Sent), ("needed", members)),
                Cell.Of(v, m.Refused), m.HandedOverAt is { } at ? v.Words.Date(DateOnly.FromDateTime(at.UtcDateTime)) : v.Words["mailing.not-yet"],
            ])],
            v.Words["mailing.figures-note"])];
    }

    private static string Named(IEnumerable<string> languages) => string.Join(", ", languages.Select(l => Language.Find(l)?.Endonym ?? l));
}
