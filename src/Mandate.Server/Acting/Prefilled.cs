using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

/// <summary>
/// The page of an act with what is known already filled in from the prototype that was put to the rules: what it is about, and
/// the earliest lawful time. Placeholders for what a person still has to word are left out.
/// </summary>
public static class Prefilled
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["resolution"] = "Id", ["recall"] = "Id", ["proposal"] = "Id", ["post-id"] = "Id", ["judgement"] = "Id", ["papers"] = "Ballots", ["version"] = "TextVersion", ["kind-of-vote"] = "Kind", ["last-day"] = "LastDay",
    };

    public static string Address(Visit visit, Command prototype, string act)
    {
        var given = new List<(string, string)>();
        foreach (var input in Acts.Find(act)!.Inputs)
        {
            if (input is LineInput or AreaInput or TextsInput or NumberInput or FileInput) continue;
            var name = Properties.GetValueOrDefault(input.Name) ?? string.Concat(input.Name.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
            if (Written(visit, prototype.GetType().GetProperty(name)?.GetValue(prototype)) is { Length: > 0 } value) given.Add((input.Name, value));
        }
        return Asking.Address(visit, act, [.. given]);
    }

    private static string? Written(Visit visit, object? value) => value switch
    {
        string text => text,
        Enum choice => choice.ToString(),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => visit.Words.Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        _ => null,
    };
}
