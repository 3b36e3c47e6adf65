using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Sortition;

/// <summary>
/// Reads a pool (docs/formats/pools.md): JSON with <c>features</c> (feature, value, [least, most]), <c>people</c> (id, feature, value), <c>household</c>
/// (id, household) and <c>seats</c>; or two CSV files, of people with a column for each feature, and of quotas with the columns
/// <c>feature</c>, <c>value</c>, <c>min</c> and <c>max</c> (or <c>category</c> and <c>feature</c> for the first two).
/// </summary>
public static class SortitionReader
{
    private const int MostPeople = 100_000, MostSeats = 10_000;

    public static Read<SortitionPool> Read(JsonElement root, int? seats = null)
    {
        if (root.ValueKind != JsonValueKind.Object) return Fault("$: an object with features, people and seats is expected");
        if (!root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Object) return Fault("$.features: an object from feature to value to [least, most] is expected");
        if (!root.TryGetProperty("people", out var people) || people.ValueKind != JsonValueKind.Object) return Fault("$.people: an object from id to the person's values is expected");
        if (SeatsOf(root, seats, out var number) is { } wrong) return wrong;
        var quotas = new List<Quota>();
        foreach (var feature in features.EnumerateObject())
        {
            if (feature.Value.ValueKind != JsonValueKind.Object) return Fault($"$.features.{feature.Name}: an object from value to [least, most] is expected");
            foreach (var value in feature.Value.EnumerateObject())
            {
                if (value.Value.ValueKind != JsonValueKind.Array || value.Value.GetArrayLength() < 2 || !value.Value[0].TryGetInt32(out var min) || !value.Value[1].TryGetInt32(out var max) || min < 0 || max < min)
                    return Fault($"$.features.{feature.Name}.{value.Name}: [least, most] is expected, two whole numbers from 0 of which the second is not the smaller");
                quotas.Add(new(feature.Name, value.Name, min, max));
            }
        }
        var homes = root.TryGetProperty("household", out var household) && household.ValueKind == JsonValueKind.Object
            ? household.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal) : [];
        var pool = new List<PoolMember>();
        foreach (var person in people.EnumerateObject())
        {
            if (person.Value.ValueKind != JsonValueKind.Object) return Fault($"$.people.{person.Name}: an object from feature to value is expected");
            pool.Add(new(person.Name, person.Value.EnumerateObject().ToImmutableDictionary(v => v.Name, v => v.Value.ToString(), StringComparer.Ordinal), homes.GetValueOrDefault(person.Name)));
        }
        return Pool(pool, quotas, number, "$.people");
    }

    /// <param name="id">Column that names people; null for <c>id</c>, or the first that tells all apart and is no feature, or their lines.</param>
    /// <param name="household">Column of which at most one of each value is drawn; null for none.</param>
    public static Read<SortitionPool> Read(Stream people, Stream quotas, int seats, string? id = null, string? household = null)
    {
        if (seats is < 1 or > MostSeats) return Fault(FormattableString.Invariant($"seats: a number from 1 to {MostSeats} is expected, {seats} given"));
        if (Table(quotas, out var heads, out var rows) is { } unread) return unread;
        var category = heads.IndexOf("category");
        var feature = category >= 0 ? category : heads.IndexOf("feature");
        var value = heads.IndexOf(category >= 0 ? "feature" : "value");
        var (least, most) = (heads.IndexOf("min"), heads.IndexOf("max"));
        if (feature < 0 || value < 0 || least < 0 || most < 0) return new InputFault(1, 0, $"quotas: the columns feature, value, min and max are expected; {string.Join(", ", heads)} given");
        var bounds = new List<Quota>();
        foreach (var (row, line) in rows)
        {
            if (!int.TryParse(row[least], NumberStyles.None, CultureInfo.InvariantCulture, out var min) || !int.TryParse(row[most], NumberStyles.None, CultureInfo.InvariantCulture, out var max) || max < min)
                return new InputFault(line, 0, $"quotas: min and max are whole numbers from 0, of which max is not the smaller; '{row[least]}' and '{row[most]}' given");
            if (bounds.Exists(b => b.Feature == row[feature] && b.Value == row[value])) return new InputFault(line, 0, $"quotas: {row[feature]} {row[value]} stands twice");
            bounds.Add(new(row[feature], row[value], min, max));
        }
        if (Table(people, out heads, out rows) is { } bad) return bad;
        var features = bounds.Select(b => b.Feature).Distinct(StringComparer.Ordinal).ToList();
        if (features.Find(f => !heads.Contains(f)) is { } missing) return new InputFault(1, 0, $"people: there is no column '{missing}', which has quotas");
        foreach (var column in new[] { id, household }) if (column is not null && !heads.Contains(column)) return new InputFault(1, 0, $"people: there is no column '{column}'");
        var key = heads.IndexOf(id ?? "id");
        if (key < 0) key = Enumerable.Range(0, heads.Count).FirstOrDefault(c => !features.Contains(heads[c]) && rows.Select(r => r.Fields[c]).Distinct(StringComparer.Ordinal).Count() == rows.Count, -1);
        var home = household is null ? -1 : heads.IndexOf(household);
        var pool = rows.Select((r, i) => new PoolMember(
            key < 0 ? FormattableString.Invariant($"{i + 1:D6}") : r.Fields[key],
            features.ToImmutableDictionary(f => f, f => r.Fields[heads.IndexOf(f)], StringComparer.Ordinal), home < 0 || r.Fields[home].Length == 0 ? null : r.Fields[home])).ToList();
        return Pool(pool, bounds, seats, "people");
    }

    private static InputFault? SeatsOf(JsonElement root, int? stated, out int seats)
    {
        seats = stated ?? 0;
        if (stated is null && (!root.TryGetProperty("seats", out var given) || given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out seats))) return Fault("$.seats: a whole number is expected");
        return seats is < 1 or > MostSeats ? Fault(FormattableString.Invariant($"$.seats: from 1 to {MostSeats} is expected, {seats} given")) : null;
    }

    private static Read<SortitionPool> Pool(List<PoolMember> people, List<Quota> quotas, int seats, string at)
    {
        if (people.Count > MostPeople) return Fault(FormattableString.Invariant($"{at}: at most {MostPeople} people"));
        if (people.GroupBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) return Fault($"{at}: {twice.Key} stands twice");
        var (pool, fault) = SortitionPool.Of(people, quotas, seats);
        return pool is not null ? pool : Fault(fault!.Value is { } value ? $"{at}: {fault.Person} has {fault.Feature} '{value}', for which there is no quota" : $"{at}: {fault.Person} has no {fault.Feature}");
    }

    private static InputFault? Table(Stream stream, out List<string> heads, out List<(string[] Fields, int Line)> rows)
    {
        (heads, rows) = ([], []);
        var source = new ByteSource(stream);
        if (source.Window is [0xEF, 0xBB, 0xBF, ..]) source.Take(3);
        var records = new CsvRecords(source);
        records.FindSeparator();
        while (records.Next())
        {
            if (records.Fields.Count == 1 && records.Fields[0].Trim().Length == 0) continue;
            if (heads.Count == 0)
            {
                heads = [.. records.Fields.Select(f => f.Trim())];
                continue;
            }
            if (records.Fields.Count != heads.Count) return new(records.Place(0).Line, 0, FormattableString.Invariant($"{heads.Count} fields are expected, {records.Fields.Count} given"));
            rows.Add(([.. records.Fields.Select(f => f.Trim())], records.Place(0).Line));
        }
        return records.Fault ?? (heads.Count == 0 ? new(0, 0, "the file is empty; a line of headings is expected") : null);
    }

    private static InputFault Fault(string message) => new(0, 0, message);
}
