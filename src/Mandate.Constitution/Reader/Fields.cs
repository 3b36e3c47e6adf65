using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>
/// The keys of one map. Asking for a key makes it known; <see cref="Done"/> reports those nobody asked for. Every method
/// reports its own faults and then returns null or nothing, so that reading goes on and finds the others.
/// </summary>
internal sealed class Fields
{
    private readonly Scope scope;
    private readonly Datum.Map map;
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);

    private Fields(Scope scope, Datum.Map map) => (this.scope, this.map) = (scope, map);

    public Clause Clause => map.Clause;

    /// <summary>Null, with a fault, where it is not a map.</summary>
    public static Fields? Of(Scope scope, Datum datum)
    {
        if (datum is Datum.Map map) return new(scope, map);
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"a map of keys is expected here, not {Scope.Kind(datum)}");
        return null;
    }

    public Datum? Raw(string key)
    {
        known.Add(key);
        return map[key];
    }

    public bool Has(string key) => Raw(key) is not null;

    public T? Opt<T>(string key, Func<Scope, Datum, T?> read)
        where T : class => Raw(key) is { } datum ? read(scope, datum) : null;

    public T? Need<T>(string key, Func<Scope, Datum, T?> read)
        where T : class => Present(key) is { } datum ? read(scope, datum) : null;

    public string? Text(string key) => Raw(key) is { } datum ? scope.Text(datum) : null;

    public string? NeedText(string key) => Present(key) is { } datum ? scope.Text(datum) : null;

    public int? Whole(string key, int least = 0)
    {
        if (Raw(key) is not { } datum || scope.Whole(datum) is not { } whole) return null;
        if (whole >= least) return whole;
        scope.Fault(FaultKind.WrongValue, datum.Clause, FormattableString.Invariant($"{whole} is too small: at least {least}"));
        return null;
    }

    public bool? Truth(string key) => Raw(key) is { } datum ? scope.Truth(datum) : null;

    public DateOnly? NeedDate(string key) => Present(key) is { } datum ? scope.Date(datum) : null;

    public T? Word<T>(string key, params ReadOnlySpan<(string Word, T Value)> words)
        where T : struct => Raw(key) is { } datum ? scope.Word(datum, words) : null;

    /// <summary>A number, or the word <c>unlimited</c> (null). The second value says whether it was readable.</summary>
    public (int? Value, bool Read) Limit(string key, int least)
    {
        if (Present(key) is not { } datum) return (null, false);
        if (datum is Datum.Text { Value: "unlimited" }) return (null, true);
        if (datum is Datum.Number number && int.TryParse(number.Canonical, System.Globalization.CultureInfo.InvariantCulture, out var whole) && whole >= least) return (whole, true);
        scope.Fault(FaultKind.WrongValue, datum.Clause, FormattableString.Invariant($"a whole number from {least}, or unlimited, is expected here, not {Scope.Kind(datum)}"));
        return (null, false);
    }

    public ImmutableArray<T> List<T>(string key, Func<Scope, Datum, T?> read, int least = 0)
        where T : class => Raw(key) is { } datum ? ListOf(scope, datum, read, least) : [];

    public ImmutableArray<T> NeedList<T>(string key, Func<Scope, Datum, T?> read, int least = 0)
        where T : class => Present(key) is { } datum ? ListOf(scope, datum, read, least) : [];

    /// <summary>One, or a list of them.</summary>
    public ImmutableArray<T> OneOrMany<T>(string key, Func<Scope, Datum, T?> read)
        where T : class => Raw(key) switch
        {
            null => [],
            Datum.List list => ListOf(scope, list, read, 1),
            { } one => read(scope, one) is { } value ? [value] : [],
        };

    public ImmutableSortedDictionary<string, T> Map<T>(string key, Func<Scope, string, Datum, T?> read)
        where T : class => Raw(key) is { } datum ? MapOf(scope, datum, read) : ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    /// <summary>A key that only exists from format 0.2; in a 0.1 file it is a fault of its own.</summary>
    public Fields Later(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Raw(key) is null || scope.Later) continue;
            var at = map.Entries.First(e => e.Key == key).Clause;
            scope.Fault(FaultKind.LaterFormat, at, $"'{key}' is a key of format 0.2: begin the file with mandate: \"0.2\"");
        }
        return this;
    }

    /// <summary>Reports keys that nobody asked for.</summary>
    public void Done() => Unknown(strict: true);

    /// <summary>The same for the parts that the 0.1 schema leaves open: there, an unknown key of a 0.1 file is a fault only if it is a slip of a known one (decision 0041).</summary>
    public void DoneOpen() => Unknown(strict: scope.Later);

    public void Contradiction(string message) => scope.Fault(FaultKind.Contradiction, map.Clause, message);

    private void Unknown(bool strict)
    {
        foreach (var entry in map.Entries)
        {
            if (known.Contains(entry.Key)) continue;
            var near = Nearest.To(entry.Key, known.Where(k => map[k] is null));
            if (strict || (near is not null && Nearest.IsSlip(entry.Key, near)))
                scope.Fault(FaultKind.UnknownKey, entry.Clause, $"the key '{entry.Key}' is not known here (known: {string.Join(", ", known)})", near);
            else
                scope.Warn(FaultKind.UnknownKey, entry.Clause, $"the key '{entry.Key}' is not known here; it is kept as data and no rule reads it");
        }
    }

    private Datum? Present(string key)
    {
        if (Raw(key) is { } datum) return datum;
        var slip = Nearest.To(key, map.Entries.Select(e => e.Key).Where(k => !known.Contains(k)));
        scope.Fault(FaultKind.MissingKey, map.Clause, $"the key '{key}' is missing" + (slip is null ? "" : $" (there is '{slip}')"));
        return null;
    }

    public static ImmutableArray<T> ListOf<T>(Scope scope, Datum datum, Func<Scope, Datum, T?> read, int least = 0)
        where T : class
    {
        if (datum is not Datum.List list)
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"a list is expected here, not {Scope.Kind(datum)}");
            return [];
        }
        if (list.Items.Length < least) scope.Fault(FaultKind.WrongValue, datum.Clause, FormattableString.Invariant($"at least {least} entries are expected here"));
        return [.. list.Items.Select(item => scope.Known<T>(item) ?? read(scope, item)).OfType<T>()];
    }

    public static ImmutableSortedDictionary<string, T> MapOf<T>(Scope scope, Datum datum, Func<Scope, string, Datum, T?> read)
        where T : class
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        if (datum is Datum.Map map)
        {
            foreach (var entry in map.Entries)
                if ((scope.Known<T>(entry.Value) ?? read(scope, entry.Key, entry.Value)) is { } value) builder[entry.Key] = value;
        }
        else
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"a map of names is expected here, not {Scope.Kind(datum)}");
        }
        return builder.ToImmutable();
    }
}
