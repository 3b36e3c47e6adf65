using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>The fields of a typed fact while they are put together from the columns of a list.</summary>
internal readonly record struct FactFields(Datum.Map Map)
{
    public Datum? this[string key] => Map[key];

    /// <summary>A field that the list's own column gives; it prevails. Null leaves it out.</summary>
    public FactFields Add(string key, string? value) => value is null ? this : Put(key, new Datum.Text(value) { Clause = Map.Clause });

    /// <inheritdoc cref="Add(string, string?)"/>
    public FactFields Add(string key, bool? value) => value is { } truth ? Put(key, new Datum.Truth(truth) { Clause = Map.Clause }) : this;

    /// <summary>A field for the case that nothing else gives it.</summary>
    public FactFields Default(string key, string value) => Map[key] is null ? Add(key, value) : this;

    public FactFields Put(string key, Datum value) =>
        new(Map with { Entries = [.. Map.Entries.Where(e => e.Key != key), new(key, value) { Clause = value.Clause }] });

    public Fact? Read(Entry entry) => FactText.Read(entry, Map);
}
