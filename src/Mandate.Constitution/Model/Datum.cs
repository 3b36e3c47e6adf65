using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>
/// The source of a constitution as plain data (JSON's kinds), every node with its clause. Free parts of the format stay this;
/// the canonical form, the list of clauses and the comparison of two constitutions are made from it.
/// </summary>
public abstract record Datum : Node
{
    /// <summary>Where the value begins in the source text, in UTF-16 units from 0.</summary>
    public int From { get; init; }

    /// <summary>Where it ends; for block collections the start of whatever follows.</summary>
    public int To { get; init; }

    public sealed record Nothing : Datum;

    public sealed record Truth(bool Value) : Datum;

    /// <summary>A number as its canonical JSON text.</summary>
    public sealed record Number(string Canonical) : Datum;

    public sealed record Text(string Value) : Datum;

    public sealed record List(ImmutableArray<Datum> Items) : Datum;

    /// <summary>In the order of the file.</summary>
    public sealed record Map(ImmutableArray<Entry> Entries) : Datum
    {
        public Datum? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;
    }

    /// <summary>A key with its value; the clause is that of the value, placed at the key.</summary>
    public sealed record Entry(string Key, Datum Value) : Node
    {
        /// <summary>Where the key begins in the source text.</summary>
        public int From { get; init; }
    }
}
