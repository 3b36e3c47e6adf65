using Mandate.Constitutions.Checks;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>Each place that gives something out, who controls it, and who controls those, up to the members (requirement S423).</summary>
internal static class DistributionFigures
{
    public static IEnumerable<FigureTable> Of(Visit v)
    {
        var books = v.State.Accounts;
        var places = books.Rounds.Values.Select(r => r.Place).Concat(books.Funds.Values.Select(f => f.Keeper)).Concat(books.Grants.Values.Select(g => g.For)).Select(p => p.Split('@')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (places.Count == 0) return [];
        var chains = ControlChains.Of(v.Version.Rules).ToDictionary(c => c.Place, StringComparer.Ordinal);
        return [new(
            v.Words["distribution.caption"], [v.Words["distribution.place"], v.Words["distribution.gives"], v.Words["distribution.control"], v.Words["distribution.scarce"]],
            [.. places.Select(p => (IReadOnlyList<Cell>)[v.State.Federation.Committees.GetValueOrDefault(p) is { } committee ? committee.Name : v.Words.Place(p), Gives(v, p), Control(v, chains.GetValueOrDefault(p)), Scarce(v, p)])],
            v.Words["distribution.note"])];
    }

    private static string Gives(Visit v, string place)
    {
        var books = v.State.Accounts;
        return string.Join("; ",
        [
            .. books.Funds.Values.Where(f => Is(f.Keeper, place)).OrderBy(f => f.Title, StringComparer.Ordinal).Select(f => f.Title),
            .. books.Rounds.Values.Where(r => Is(r.Place, place)).OrderBy(r => r.Closes).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Goods),
            .. books.Grants.Values.Any(g => Is(g.For, place)) ? new[] { v.Words["distribution.grants"] } : [],
        ]);
    }

    /// <summary>The chain of control; a place that none leads up to the members is told.</summary>
    private static string Control(Visit v, ControlChain? chain) =>
        chain is null || !chain.EndsWithMembers ? v.Words["distribution.nobody"] : string.Join(" ← ", chain.Steps.Select(s => v.Words.Place(s.By)));

    /// <summary>Where more asked than there is, the guard is on: whoever gives out comes after all others.</summary>
    private static string Scarce(Visit v, string place) =>
        v.State.Accounts.Rounds.Values.Any(r => Is(r.Place, place) && r.AllottedAt is null) ? v.Words["distribution.on"]
        : v.State.Accounts.Rounds.Values.Any(r => Is(r.Place, place)) ? v.Words["distribution.was"] : v.Words["distribution.no-round"];

    private static bool Is(string holder, string place) => holder.Split('@')[0] == place;
}
