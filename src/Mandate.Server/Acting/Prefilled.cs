using System.Collections.Frozen;
using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

/// <summary>
/// An act with what is known already filled in from the prototype that was put to the rules: what it is about, and the earliest
/// lawful time. Placeholders for what a person still has to word are left out.
/// </summary>
public static class Prefilled
{
    private static readonly FrozenDictionary<string, string> Properties = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["resolution"] = "Id", ["recall"] = "Id", ["proposal"] = "Id", ["post-id"] = "Id", ["judgement"] = "Id", ["papers"] = "Ballots", ["version"] = "TextVersion", ["kind-of-vote"] = "Kind", ["last-day"] = "LastDay",
        ["question"] = "Text", ["grounds-of"] = "Subject", ["interest"] = "Id", ["question-asked"] = "Question", ["question-on-entry"] = "Question", ["answer-on-entry"] = "Answer", ["assessment"] = "Id", ["benefit"] = "Id", ["for-place"] = "Place", ["benefit-kind"] = "Kind", ["own-unit"] = "Unit", ["portfolio-matter"] = "Matter", ["help"] = "What", ["tie-with"] = "With", ["where"] = "Place", ["to"] = "To", ["decided-at"] = "DecidedAt", ["not-here"] = "NotHere", ["for-session"] = "ForSession", ["until"] = "Until", ["to-body"] = "To",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What prototypes say in place of what a person words.</summary>
    private static readonly FrozenSet<string> Placeholders = FrozenSet.Create(StringComparer.Ordinal, "?", "answer", "offer", "place", "purpose", "reason", "text", "title", "-", "");

    public static string Address(Visit visit, Command prototype, string act) => Asking.Address(visit, act, Values(visit, prototype, act));

    /// <summary>Field names and values of the act's form.</summary>
    public static (string Name, string Value)[] Values(Visit visit, Command prototype, string act)
    {
        var given = new List<(string, string)>();
        foreach (var input in Acts.Find(act)!.Inputs)
        {
            if (input is TextsInput or NumberInput or FileInput) continue;
            if (Written(visit, Of(prototype, input.Name) ?? (input is GivenInput ? Read(visit, prototype, act, input.Name) : null)) is not { Length: > 0 } value) continue;
            if (input is LineInput or AreaInput && Placeholders.Contains(value)) continue;
            given.Add((input.Name, value));
        }
        return [.. given];
    }

    private static object? Of(Command prototype, string input)
    {
        var name = Properties.GetValueOrDefault(input) ?? string.Concat(input.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
        var type = prototype.GetType();
        // A place with its unit is one value of the command and two fields of the form.
        return input == "unit" && type.GetProperty("Place")?.GetValue(prototype) is Seat seat ? seat.Unit : type.GetProperty(name)?.GetValue(prototype);
    }

    /// <summary>What the form's field becomes in the command, where the two are called differently: the value that stands there in the prototype.</summary>
    private static object? Read(Visit visit, Command prototype, string act, string input)
    {
        const string Marker = "this-field";
        var made = Acts.Find(act)!.Build(new Filling(visit, new Dictionary<string, string>(StringComparer.Ordinal) { [input] = Marker }, lenient: true));
        return made.GetType() != prototype.GetType() ? null : made.GetType().GetProperties().FirstOrDefault(p => p.PropertyType == typeof(string) && p.GetValue(made) is Marker)?.GetValue(prototype);
    }

    private static string? Written(Visit visit, object? value) => value switch
    {
        string text => text,
        Enum choice => choice.ToString(),
        bool yes => yes ? "yes" : null,
        int number => number.ToString(CultureInfo.InvariantCulture),
        System.Collections.Immutable.ImmutableArray<string> { IsDefaultOrEmpty: false } list => string.Join('\n', list),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => visit.Words.Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        Seat seat => seat.Group is { Length: > 0 } group ? $"{seat.Of}/{group}" : seat.Of,
        _ => null,
    };
}
