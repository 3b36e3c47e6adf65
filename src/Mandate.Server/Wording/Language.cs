using System.Collections.Immutable;

namespace Mandate.Server.Wording;

/// <summary>A language that the pages, notices and refusals are written in.</summary>
/// <param name="Code">ISO 639-1 code, as in the <c>lang</c> attribute.</param>
/// <param name="Endonym">Its name in itself, for the switcher.</param>
/// <param name="DecimalMark">Mark before the decimals.</param>
public sealed record Language(string Code, string Endonym, char DecimalMark)
{
    public static Language English { get; } = new("en", "English", '.');

    public static Language Swedish { get; } = new("sv", "Svenska", ',');

    public static Language Dutch { get; } = new("nl", "Nederlands", ',');

    public static Language French { get; } = new("fr", "Français", ',');

    /// <summary>Every text of the catalogue exists in each of these.</summary>
    public static ImmutableArray<Language> All { get; } = [English, Swedish, Dutch, French];

    /// <summary>The language of that code or of its primary part (<c>nl-BE</c> is <c>nl</c>); null where we have none.</summary>
    public static Language? Find(string? code)
    {
        if (code is null) return null;
        var primary = code.Split('-', '_')[0];
        return All.FirstOrDefault(l => l.Code.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Which of the two plural forms that a count takes (CLDR): French counts nought as one.</summary>
    public bool IsOne(long count) => count == 1 || (count == 0 && Code == "fr");
}
