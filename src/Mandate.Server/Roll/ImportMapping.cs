using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Node;
using Mandate.Node.Rolls;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Roll;

/// <summary>Which column of a roll holds what: saved from the last time, else guessed from the headings, else asked for.</summary>
public static class ImportMapping
{
    private const string Saved = "roll-mapping.json";

    /// <summary>Fields with one column each, as on the form.</summary>
    public static ImmutableArray<string> Single { get; } = ["email", "since", "language", "status", "protected"];

    /// <summary>Null with the reason where some column must be chosen by hand.</summary>
    public static (RollMapping? Mapping, string? Why) Guess(IKept kept, RollFile file, Constitution rules)
    {
        var saved = Path.Combine(Folder(kept).Path, Saved);
        if (System.IO.File.Exists(saved))
        {
            try
            {
                var mapping = RollMapping.FromJson(System.IO.File.ReadAllText(saved));
                if (Columns(mapping).All(c => file.Headings.Contains(c, StringComparer.OrdinalIgnoreCase)) && mapping.Units.All(u => rules.Units.ContainsKey(u.Kind))) return (mapping, null);
            }
            catch (FormatException)
            {
                // One that cannot be read is replaced by the next that is saved.
            }
        }
        try
        {
            return (RollMapping.Suggest(file.Headings, RollPlanner.Kinds(rules)), null);
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    public static void Save(IKept kept, RollMapping mapping)
    {
        var file = Path.Combine(Folder(kept).Path, Saved);
        System.IO.File.WriteAllText(file + ".new", mapping.ToJson() + "\n");
        System.IO.File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>The mapping chosen on the form; null where number, name or unit is missing.</summary>
    public static RollMapping? From(IFormCollection form, RollFile file, Constitution rules, RollMapping? before)
    {
        string? Column(string field) => form[field].ToString() is { Length: > 0 } column && file.Headings.Contains(column, StringComparer.Ordinal) ? column : null;
        ImmutableArray<string> Several(params string[] fields) => [.. fields.Select(Column).OfType<string>().Distinct(StringComparer.Ordinal)];

        var name = Several("name", "name-2");
        var units = RollPlanner.Kinds(rules).Select(k => (Kind: k, Column: Column("unit-" + k))).Where(u => u.Column is not null).Select(u => new UnitColumn(u.Column!, u.Kind)).ToImmutableArray();
        if (Column("number") is not { } number || name.IsEmpty || units.IsEmpty) return null;
        return (before ?? new(number, name, units)) with
        {
            Number = number, Name = name, Units = units,
            Address = Several("address", "address-2", "address-3"),
            Email = Column("email"), Since = Column("since"), Language = Column("language"), Status = Column("status"), Protected = Column("protected"),
            DefaultLanguage = rules.Languages.Official.Contains(form["default-language"].ToString(), StringComparer.Ordinal) ? form["default-language"].ToString() : null,
        };
    }

    /// <summary>Field of the form to column.</summary>
    public static IReadOnlyDictionary<string, string> Fields(RollMapping? mapping)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (mapping is null) return fields;
        void Put(string field, string? column) { if (column is not null) fields[field] = column; }
        Put("number", mapping.Number);
        Put("name", mapping.Name.ElementAtOrDefault(0));
        Put("name-2", mapping.Name.ElementAtOrDefault(1));
        foreach (var unit in mapping.Units) Put("unit-" + unit.Kind, unit.Column);
        Put("address", mapping.Address.ElementAtOrDefault(0));
        Put("address-2", mapping.Address.ElementAtOrDefault(1));
        Put("address-3", mapping.Address.ElementAtOrDefault(2));
        Put("email", mapping.Email);
        Put("since", mapping.Since);
        Put("language", mapping.Language);
        Put("status", mapping.Status);
        Put("protected", mapping.Protected);
        Put("default-language", mapping.DefaultLanguage);
        return fields;
    }

    private static IEnumerable<string> Columns(RollMapping mapping) => Fields(mapping).Where(f => f.Key != "default-language").Select(f => f.Value);

    private static OrganisationFolder Folder(IKept kept) => kept.Node?.Folder ?? throw new InvalidOperationException("The organisation has no folder.");
}
