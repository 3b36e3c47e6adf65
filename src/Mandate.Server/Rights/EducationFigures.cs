using Mandate.Organisation.Accounts;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>The line "education of members" of whoever decides over funds. It stands there also where nothing is on it (S401).</summary>
internal static class EducationFigures
{
    public static IEnumerable<FigureTable> Of(Visit v) =>
    [
        new(
            v.Words["education.caption"], [v.Words["education.of"], v.Words["accounts.granted"], v.Words["education.spent"], v.Words["education.all"]],
            [.. EducationLine.Of(v.State.Accounts, v.Now).Where(l => char.IsAsciiLetterUpper(l.Currency[0])).Select(l => (IReadOnlyList<Cell>)[AccountRows.Keeper(v, l.For), Money(v, l.Granted, l.Currency), Money(v, l.Spent, l.Currency), Money(v, l.All, l.Currency)])],
            v.Words["education.note"]),
    ];

    private static Cell Money(Visit v, long hundredths, string currency) => new(AccountRows.Money(v, hundredths, currency), Number: true);
}
