using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>A constitution before which acts de facto are brought, and which of its places the bodies of the facts are.</summary>
public sealed class Court(FactView view, Constitution rules, ImmutableDictionary<string, Thing> things)
{
    /// <summary>The attribute of a name that lists what constitutions call such a place: <c>congress</c>, <c>central_committee, committee</c>.</summary>
    public const string Places = "places";

    public FactView View => view;

    public Constitution Rules => rules;

    /// <summary>The place of the constitution that corresponds to a body of the facts; null where it has none.</summary>
    public string? Place(string? id)
    {
        if (id is null) return null;
        if (Exists(id)) return id;
        return things.GetValueOrDefault(id)?.Attributes?.GetValueOrDefault(Places)?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(Exists);
    }

    private bool Exists(string place) => rules.Offices.ContainsKey(place) || Qualities.BodyOf(rules, place) is not null;

    /// <summary>How a place is filled; null where its members sit there by right.</summary>
    public Select? Filling(string place) =>
        rules.Offices.TryGetValue(place, out var office) ? office.By : Qualities.BodyOf(rules, place)?.Seats.Values.FirstOrDefault()?.By;

    internal static ClauseAnswer Of(Constitutions.Rules.Answer answer) => new(answer.Holds ? Verdict.Permitted : Verdict.Refused, answer.Clause.Path, answer.Needs?.ToString(), answer.Given is { } given ? FormattableString.Invariant($"{given}") : null);
}
