using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mandate.Constitutions.Reader;

/// <summary>Texts per language.</summary>
internal static class TextReader
{
    /// <summary>Linear time on any input.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Code = new(@"^[a-z]{2,3}(-[A-Za-z0-9]+)*\z", Linear);

    public static string? Language(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } code) return null;
        if (Code.IsMatch(code)) return code;
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{code}' is not a language code (en, nl, sv-FI)");
        return null;
    }

    public static LocalText? Read(Scope scope, Datum datum)
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (datum is Datum.Text plain) return new(none.Add("", plain.Value)) { Clause = datum.Clause };
        if (datum is not Datum.Map { Entries.IsEmpty: false } map)
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"a text, or a text per language ({{nl: …, fr: …}}), is expected here, not {Scope.Kind(datum)}");
            return null;
        }
        foreach (var entry in map.Entries)
        {
            if (!Code.IsMatch(entry.Key)) scope.Fault(FaultKind.WrongValue, entry.Clause, $"'{entry.Key}' is not a language code (en, nl, sv-FI)");
            else if (scope.Text(entry.Value) is { } text) none = none.SetItem(entry.Key, text);
        }
        return none.IsEmpty ? null : new(none) { Clause = datum.Clause };
    }
}
