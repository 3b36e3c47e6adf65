using Mandate.Organisation.Federation;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;
using Mandate.Tally;

namespace Mandate.Server.Rights;

/// <summary>Each language beside its share of members, and what is missing in which language.</summary>
internal static class LanguageTables
{
    public static IEnumerable<FigureTable> Of(Visit v)
    {
        var figures = LanguageFigures.Of(v.State, v.Version.Rules, v.Now);
        Cell Part(long? given, long of) => new(given is not { } number ? v.Words["languages.few"] : of == 0 ? v.Words["languages.nothing-yet"] : v.Words.Say("autonomy.of-members", ("given", number), ("of", of), ("share", Quantity.Percent(new Fraction(number, of), v.Words))));
        yield return new(
            v.Words["languages.table"], [v.Words["languages.language"], v.Words["tiers.members-share"], v.Words["languages.officers"], v.Words["languages.speaking"], v.Words["languages.notices"], v.Words["languages.texts"]],
            [.. figures.Languages.Select(l => (IReadOnlyList<Cell>)[Name(l.Language), Part(l.Members, figures.Members), Part(l.Officers, figures.Officers), Part(l.Seconds / 60, figures.Seconds / 60), Part(l.InOwn, l.Notices), Part(l.Texts, figures.Motions)])],
            v.Words.Say("languages.table.note", ("fewest", LanguageFigures.Fewest)));
        yield return new(
            v.Words["languages.equal-in-fact"], [v.Words["languages.language"], v.Words["languages.ready"], v.Words["languages.answered-in"], v.Words["languages.funds"]],
            [.. figures.Languages.Select(l => (IReadOnlyList<Cell>)
            [
                Name(l.Language), Part(l.Ready, figures.PutToVote), l.AnswerDays is { } days ? new Cell(v.Words.Value($"{days} days"), Number: true) : v.Words["languages.nothing-yet"],
                new(l.Funds.IsEmpty ? v.Words["languages.nothing-yet"] : string.Join("; ", l.Funds.Select(f => AccountRows.Money(v, f.Value, f.Key))), Number: true),
            ])],
            v.Words["languages.equal-in-fact.note"]);
        yield return new(
            v.Words["languages.missing"], [v.Words["languages.motion"], v.Words["languages.missing-in"]],
            [.. figures.Missing.Take(30).Select(m => (IReadOnlyList<Cell>)[new Cell(v.State.Motions.Find(m.Motion)!.Title, Page: "/motions/" + m.Motion), string.Join(", ", m.Missing.Select(Name))])],
            figures.Missing.Length > 30 ? v.Words.Count("languages.more", figures.Missing.Length - 30) : null);
    }

    private static string Name(string code) => Language.Find(code)?.Endonym ?? code;
}
