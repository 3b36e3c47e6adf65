using System.Collections.Immutable;

namespace Mandate.Demo;

/// <summary>Who holds what when the demo is founded. Nobody is in two places.</summary>
public sealed record Cast
{
    public required string GeneralSecretary { get; init; }

    public required string Treasurer { get; init; }

    /// <summary>Nine elected by congress, then one of each region.</summary>
    public required ImmutableArray<string> Council { get; init; }

    public required ImmutableArray<string> Control { get; init; }

    public required ImmutableArray<string> Electoral { get; init; }

    public required ImmutableArray<string> Editors { get; init; }

    /// <summary>Region -> its three in the regions' chamber.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Chamber { get; init; }

    public required ImmutableSortedDictionary<string, ImmutableArray<string>> RegionCouncils { get; init; }

    /// <summary>Branch -> its secretary.</summary>
    public required ImmutableSortedDictionary<string, string> BranchSecretaries { get; init; }

    /// <summary>Id of the congress that is convened.</summary>
    public string Congress { get; init; } = "";

    /// <summary>Everybody who holds something.</summary>
    public IEnumerable<string> Holders =>
        [GeneralSecretary, Treasurer, .. Council, .. Control, .. Electoral, .. Editors, .. Chamber.Values.SelectMany(c => c), .. RegionCouncils.Values.SelectMany(c => c), .. BranchSecretaries.Values];

    internal static Cast Of(ImmutableArray<Person> people, ImmutableArray<DemoBranch> branches)
    {
        // The n-th member of the branches in turn: every office-holder comes from another branch or is another member.
        var byBranch = people.GroupBy(p => p.Branch, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        string Take(int branch, int n) => byBranch[branches[branch % branches.Length].Id][n].Id;
        string OfRegion(string region, int i, int n) => byBranch[branches.Where(b => b.Region == region).ElementAt(i).Id][n].Id;
        return new()
        {
            GeneralSecretary = Take(3, 5),
            Treasurer = Take(77, 5),
            Council = [.. Enumerable.Range(0, 9).Select(i => Take(13 * i + 1, 6)), .. Branches.Regions.Select(r => OfRegion(r.Id, 4, 7))],
            Control = [.. Enumerable.Range(0, 7).Select(i => Take(17 * i + 2, 8))],
            Electoral = [.. Enumerable.Range(0, 5).Select(i => Take(23 * i + 5, 9))],
            Editors = [.. Enumerable.Range(0, 5).Select(i => Take(19 * i + 7, 10))],
            Chamber = Branches.Regions.ToImmutableSortedDictionary(r => r.Id, r => Enumerable.Range(0, 3).Select(i => OfRegion(r.Id, 5 * i, 11)).ToImmutableArray(), StringComparer.Ordinal),
            RegionCouncils = Branches.Regions.ToImmutableSortedDictionary(r => r.Id, r => Enumerable.Range(0, 9).Select(i => OfRegion(r.Id, 2 * i, 12)).ToImmutableArray(), StringComparer.Ordinal),
            BranchSecretaries = branches.ToImmutableSortedDictionary(b => b.Id, b => byBranch[b.Id][0].Id, StringComparer.Ordinal),
        };
    }
}
