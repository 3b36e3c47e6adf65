using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mandate.Constitutions.Reader;

/// <summary>What every part of the reader needs: the names, the format's version, and where faults are put.</summary>
internal sealed class Scope(Names names, bool later, List<Fault> faults, List<Fault> warnings, Remembered? before = null, WorkingCalendar? calendar = null)
{
    /// <summary>Linear time on any input.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex NameForm = new(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*\z", Linear);

    public Names Names => names;

    /// <summary>Format 0.2 or later.</summary>
    public bool Later => later;

    /// <summary>The days off that periods count past; null where none are stated.</summary>
    public WorkingCalendar? Calendar => calendar;

    /// <summary>What the same data were read as before the amendment; null where they are new.</summary>
    public T? Known<T>(Datum datum)
        where T : class => before?.Of<T>(datum);

    public void Fault(FaultKind kind, Clause at, string message, string? suggestion = null) => faults.Add(new(kind, at, message, suggestion));

    public void Warn(FaultKind kind, Clause at, string message, string? suggestion = null) => warnings.Add(new(kind, at, message, suggestion));

    public string? Text(Datum datum)
    {
        if (datum is Datum.Text text) return text.Value;
        Fault(FaultKind.WrongValue, datum.Clause, datum is Datum.Number or Datum.Truth ? "a text is expected here: put it in quotes" : $"a text is expected here, not {Kind(datum)}");
        return null;
    }

    public int? Whole(Datum datum)
    {
        if (datum is Datum.Number number && int.TryParse(number.Canonical, System.Globalization.CultureInfo.InvariantCulture, out var whole)) return whole;
        Fault(FaultKind.WrongValue, datum.Clause, $"a whole number is expected here, not {Kind(datum)}");
        return null;
    }

    public bool? Truth(Datum datum)
    {
        if (datum is Datum.Truth truth) return truth.Value;
        Fault(FaultKind.WrongValue, datum.Clause, $"true or false is expected here, not {Kind(datum)}");
        return null;
    }

    public DateOnly? Date(Datum datum)
    {
        if (Text(datum) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)) return date;
        Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a date; write it as \"2029-06-30\"");
        return null;
    }

    /// <summary>One of a fixed list of words, as its value.</summary>
    public T? Word<T>(Datum datum, params ReadOnlySpan<(string Word, T Value)> words)
        where T : struct
    {
        if (Text(datum) is not { } text) return null;
        foreach (var (word, value) in words)
            if (word == text) return value;
        var all = new List<string>();
        foreach (var (word, _) in words) all.Add(word);
        Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not one of {string.Join(", ", all)}", Nearest.To(text, all));
        return null;
    }

    /// <summary>A name that must be declared as one of these kinds; the first kind that has it is meant.</summary>
    public Ref? Name(Datum datum, params ReadOnlySpan<RefKind> kinds)
    {
        if (Text(datum) is not { } text) return null;
        if (!IsName(text))
        {
            Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a name: names are small letters, digits and _, parted by dots");
            return null;
        }
        foreach (var kind in kinds)
            if (kind == RefKind.Class || names.Has(kind, text)) return new(text, kind) { Clause = datum.Clause };
        Fault(FaultKind.UnknownName, datum.Clause, $"no {Kinds(kinds)} is called '{text}'", Nearest.To(text, names.Of(kinds)));
        return null;
    }

    /// <summary>Whoever can act: a body, an office, an electorate; the person concerned; those who petition.</summary>
    public static Ref? Actor(Scope scope, Datum datum) => scope.Name(datum, RefKind.Body, RefKind.Office, RefKind.Electorate, RefKind.Self, RefKind.Petitioners, RefKind.Tag);

    public static Ref? BodyName(Scope scope, Datum datum) => scope.Name(datum, RefKind.Body);

    public static Ref? BodyOrOffice(Scope scope, Datum datum) => scope.Name(datum, RefKind.Body, RefKind.Office);

    public static Ref? ElectorateName(Scope scope, Datum datum) => scope.Name(datum, RefKind.Electorate);

    public static Ref? UnitName(Scope scope, Datum datum) => scope.Name(datum, RefKind.Unit);

    public static Ref? TagName(Scope scope, Datum datum) => scope.Name(datum, RefKind.Tag);

    /// <summary>What a person may be or hold.</summary>
    public static Ref? Quality(Scope scope, Datum datum) => scope.Name(datum, RefKind.Tag, RefKind.Office, RefKind.Body, RefKind.Seats, RefKind.Electorate);

    /// <summary>Anything declared, or a class of matters or persons.</summary>
    public static Ref? Matter(Scope scope, Datum datum)
    {
        ReadOnlySpan<RefKind> declared = [RefKind.Body, RefKind.Office, RefKind.Seats, RefKind.Electorate, RefKind.Unit, RefKind.Tag];
        var name = scope.Name(datum, [.. declared, RefKind.Class]);
        if (name is { Kind: RefKind.Class } && !scope.Names.Classes.Contains(name.Id) && Nearest.To(name.Id, scope.Names.Of(declared)) is { } near && Nearest.Distance(name.Id, near) == 1)
            scope.Warn(FaultKind.UnknownName, name.Clause, $"'{name.Id}' is not declared and is taken as a class of matters", near);
        return name;
    }

    public static string Kind(Datum datum) => datum switch
    {
        Datum.Map => "a map",
        Datum.List => "a list",
        Datum.Number n => n.Canonical,
        Datum.Truth t => t.Value ? "true" : "false",
        Datum.Text t => $"'{t.Value}'",
        _ => "nothing",
    };

    private static string Kinds(ReadOnlySpan<RefKind> kinds)
    {
        var words = new List<string>();
        foreach (var kind in kinds)
        {
            if (kind is RefKind.Self or RefKind.Petitioners) continue;
            words.Add(kind == RefKind.Seats ? "seat group" : kind.ToString().ToLowerInvariant());
        }
        return words.Count == 1 ? words[0] : string.Join(", ", words[..^1]) + " or " + words[^1];
    }

    public static bool IsName(string text) => NameForm.IsMatch(text);
}
