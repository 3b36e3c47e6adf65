using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Rolls;

/// <summary>The units that a roll names by path, known ones found again by kind, name and place, new ones with ids of their own.</summary>
internal sealed class UnitTree
{
    private readonly Dictionary<(string Kind, string Name, string? Within), string> known = [];
    private readonly HashSet<string> ids;
    private readonly ImmutableArray<Unit>.Builder made = ImmutableArray.CreateBuilder<Unit>();
    private readonly DateOnly day;

    public UnitTree(RollState roll, DateOnly day)
    {
        this.day = day;
        ids = roll.Units.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var unit in roll.Units.Values) known[(unit.Kind, Folded(unit.Name), unit.Within)] = unit.Id;
    }

    /// <summary>New units, each after the one it lies in.</summary>
    public ImmutableArray<Unit> Made => made.ToImmutable();

    /// <summary>The innermost unit of a path; null where it is not known and none may be made.</summary>
    public string? Find(IEnumerable<(string Kind, string Name)> path, bool make)
    {
        string? within = null;
        foreach (var (kind, name) in path)
        {
            if (!known.TryGetValue((kind, Folded(name), within), out var id))
            {
                if (!make) return null;
                id = NewId(name);
                known[(kind, Folded(name), within)] = id;
                made.Add(new(id, kind, name, within, day));
            }
            within = id;
        }
        return within;
    }

    private string NewId(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) text.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && text.Length > 0 && text[^1] != '-') text.Append('-');
        }
        var plain = text.ToString().Trim('-');
        if (plain.Length == 0) plain = "unit";
        var id = plain;
        for (var i = 2; !ids.Add(id); i++) id = $"{plain}-{i.ToString(CultureInfo.InvariantCulture)}";
        return id;
    }

    /// <summary>Registers write one name in capitals here and with two spaces there.</summary>
    private static string Folded(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize().ToUpperInvariant();
}
