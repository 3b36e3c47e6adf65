using System.Collections.Immutable;

namespace Mandate.Constitutions.Rules;

/// <summary>Who may do what: the powers that a constitution gives.</summary>
public static class Competence
{
    /// <summary>The powers with that verb over that object.</summary>
    public static ImmutableArray<Power> Over(Constitution constitution, Verb verb, string matter) =>
        [.. constitution.Powers.Where(p => p.Verb == verb && p.Object.Any(o => o.Id == matter))];

    /// <summary>The powers that a body, office or electorate holds by name.</summary>
    public static ImmutableArray<Power> Of(Constitution constitution, string holder) =>
        [.. constitution.Powers.Where(p => p.Holder is NamedHolder named && named.Name.Id == holder)];

    /// <summary>What holds the body's members or the office to account: the ways of removing them.</summary>
    public static ImmutableArray<Removal> RemovalOf(Constitution constitution, string place) =>
        constitution.Offices.TryGetValue(place, out var office) ? office.Remove : Qualities.BodyOf(constitution, place)?.Remove ?? [];

    /// <summary>The term of an office, or of the body that a seat belongs to.</summary>
    public static Term? TermOf(Constitution constitution, string place) =>
        constitution.Offices.TryGetValue(place, out var office) ? office.Term : Qualities.BodyOf(constitution, place)?.Term;
}
