using System.Collections.Immutable;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// A tendency with its platform, named on a page of its own by right. Pages show its name, text and number of members; who joined is for
/// the tendency and the counting of its rights.
/// </summary>
/// <param name="Needed">Members with whom it stands.</param>
public sealed record Tendency(string Id, string Name, string Platform, DateOnly From, DateOnly Until, string Clause, int Needed, string Speaker, ImmutableHashSet<string> Members)
{
    public bool StandsOn(DateOnly day) => Members.Count >= Needed && From <= day && day <= Until;
}

public sealed record TendenciesState(ImmutableDictionary<string, Tendency> All)
{
    public static TendenciesState Empty { get; } = new(ImmutableDictionary.Create<string, Tendency>(StringComparer.Ordinal));
}
