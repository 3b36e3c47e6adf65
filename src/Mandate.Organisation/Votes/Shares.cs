using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Organisation.Votes;

/// <summary>The votes of one unit, and the delegates who carry them between them.</summary>
/// <param name="Unit">Null for those who sit for no unit; each of them carries one.</param>
/// <param name="Delegates">In order of id: as many each, and what is left over one by one from the first.</param>
public sealed record UnitShare(string? Unit, int Votes, ImmutableArray<string> Delegates)
{
    /// <summary>What the delegate at that place carries.</summary>
    public int At(int place) => (Votes / Delegates.Length) + (place < Votes % Delegates.Length ? 1 : 0);
}

/// <summary>The votes of a body whose delegates carry several, as they were shared out when a vote opened.</summary>
public sealed record Shares(CastAs Cast, ImmutableArray<UnitShare> Units)
{
    /// <summary>All votes of the body, also of those who are away.</summary>
    public int Total => Units.Sum(u => u.Votes);

    public bool Has(string person) => ShareOf(person) is not null;

    /// <summary>The share of the unit for which somebody sits; null for whoever came after the votes were shared out.</summary>
    public UnitShare? ShareOf(string person) => Units.FirstOrDefault(u => u.Delegates.Contains(person, StringComparer.Ordinal));

    /// <summary>How many votes somebody carries; 0 for whoever came later.</summary>
    public int Of(string person) => ShareOf(person) is { } share ? share.At(share.Delegates.IndexOf(person)) : 0;

    /// <summary>How many votes these persons carry together; where a unit's go as one, all of each unit of which somebody is among them.</summary>
    public int Carried(IEnumerable<string> persons)
    {
        var among = persons.ToHashSet(StringComparer.Ordinal);
        return Cast == CastAs.Block
            ? Units.Where(u => u.Delegates.Any(among.Contains)).Sum(u => u.Unit is null ? u.Delegates.Count(among.Contains) : u.Votes)
            : Units.Sum(u => u.Delegates.Select((person, place) => among.Contains(person) ? u.At(place) : 0).Sum());
    }
}
