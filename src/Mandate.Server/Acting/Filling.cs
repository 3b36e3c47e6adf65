using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

/// <summary>
/// What was filled in, read value by value. What cannot be read becomes an error with its field and what would be right; the
/// value read is then a harmless default, so that all errors are found at once.
/// </summary>
public sealed class Filling(Visit visit, IReadOnlyDictionary<string, string> values, bool lenient = false)
{
    private readonly List<(string Field, string Message)> errors = [];
    private readonly List<ReadOnlyMemory<byte>> blobs = [];

    public Visit Visit => visit;

    public IReadOnlyList<(string Field, string Message)> Errors => errors;

    public IReadOnlyList<ReadOnlyMemory<byte>> Blobs => blobs;

    public string? Raw(string name) => values.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;

    public string Text(string name) => Raw(name) ?? Missing(name);

    public string? TextOrNone(string name) => Raw(name);

    public int Number(string name)
    {
        if (Raw(name) is not { } text) { Missing(name); return 0; }
        if (int.TryParse(text.Replace("\u00A0", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return Wrong(name, "form.needs-number", 0);
    }

    /// <summary>An amount of money, in hundredths: <c>12</c>, <c>12.50</c>, <c>1 250,5</c>.</summary>
    public long Amount(string name)
    {
        if (Raw(name) is not { } text) { Missing(name); return 0; }
        var plain = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.').Split('.');
        return plain is { Length: 1 or 2 } && long.TryParse(plain[0], NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole < long.MaxValue / 1000
            && (plain.Length == 1 || plain[1].Length is 1 or 2 && plain[1].All(char.IsAsciiDigit))
            ? whole * 100 + (plain.Length == 1 ? 0 : int.Parse(plain[1].PadRight(2, '0'), CultureInfo.InvariantCulture))
            : Wrong(name, "form.needs-amount", 0L);
    }

    public DateOnly Day(string name)
    {
        if (Raw(name) is not { } text) { Missing(name); return visit.Today; }
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Wrong(name, "form.needs-day", visit.Today);
    }

    public DateOnly? DayOrNone(string name) => Raw(name) is null ? null : Day(name);

    public DateTimeOffset Moment(string name)
    {
        if (Raw(name) is not { } text) { Missing(name); return visit.Now; }
        if (!DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return Wrong(name, "form.needs-moment", visit.Now);
        return new DateTimeOffset(local, visit.Words.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public bool Flag(string name) => Raw(name) is "yes" or "true" or "on";

    public T Choice<T>(string name) where T : struct, Enum
    {
        if (Raw(name) is not { } text) { Missing(name); return default; }
        return Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice) ? choice : Wrong(name, "form.needs-choice", default(T));
    }

    /// <summary>One person, by id, member's number or name; an error where nobody is meant, or several are.</summary>
    public string Person(string name) => Raw(name) is { } text ? Meant(name, text) : Missing(name);

    /// <summary>Several persons: ids parted by blanks, or names and numbers one on a line or parted by commas.</summary>
    public ImmutableArray<string> Persons(string name)
    {
        if (Raw(name) is not { } text) return [Missing(name)];
        var ids = text.Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (ids.All(id => visit.State.Roll.Member(id) is not null)) return [.. ids.Distinct(StringComparer.Ordinal)];
        return [.. text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => Meant(name, one)).Distinct(StringComparer.Ordinal)];
    }

    private string Meant(string name, string text)
    {
        var found = PersonSearch.Find(visit, text);
        return found.Count == 1 ? found[0] : lenient ? text : Fail(name, found.Count == 0 ? "founding.nobody-called" : "founding.several-called", ("text", text));
    }

    public ImmutableArray<string> Several(string name) =>
        [.. (Raw(name) ?? Missing(name)).Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Several units, by name or id, one on a line or parted by commas.</summary>
    public ImmutableArray<string> Units(string name)
    {
        if (Raw(name) is not { } text) return [Missing(name)];
        var units = visit.State.Roll.Units.Values.Where(u => u.Until is null).ToList();
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var one in text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var meant = units.Where(u => u.Id == one || string.Equals(u.Name, one, StringComparison.OrdinalIgnoreCase)).Select(u => u.Id).ToList();
            found.Add(meant.Count == 1 ? meant[0] : lenient ? one : Fail(name, "form.no-such-unit", ("text", one)));
        }
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A text per official language; each becomes a blob beside the log.</summary>
    public ImmutableSortedDictionary<string, string> Texts(string name)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var language in visit.Version.Rules.Languages.Official)
            if (Raw($"{name}-{language}") is { } text) texts[language] = Blob(text);
        if (texts.Count == 0) errors.Add(($"{name}-{visit.Version.Rules.Languages.Official[0]}", visit.Words.Say("form.needs", ("field", Label(name)))));
        return texts.ToImmutable();
    }

    /// <summary>A text that goes beside the log; gives its SHA-256.</summary>
    public string Blob(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        blobs.Add(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>A file, or what was pasted in its place.</summary>
    public string File(string name) => Raw(name) is { } text ? Blob(text + "\n") : Missing(name);

    /// <summary>An id for what the act makes: the same again when the same form is sent twice.</summary>
    public string NewId(string prefix) => $"{prefix}-{(Raw("act") ?? "new")[^Math.Min(12, (Raw("act") ?? "new").Length)..]}";

    /// <summary>An error with words of its own.</summary>
    internal string Fail(string name, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!lenient) errors.Add((name, visit.Words.Say(key, values)));
        return "";
    }

    private string Label(string name) => visit.Words.Has("field." + name) ? visit.Words["field." + name] : name;

    private string Missing(string name)
    {
        if (!lenient) errors.Add((name, visit.Words.Say("form.needs", ("field", Label(name)))));
        return "";
    }

    private T Wrong<T>(string name, string key, T instead)
    {
        errors.Add((name, visit.Words.Say(key, ("field", Label(name)))));
        return instead;
    }
}
