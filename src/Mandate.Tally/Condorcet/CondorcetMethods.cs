using System.Collections.Immutable;

namespace Mandate.Tally.Condorcet;

/// <summary>Methods that compare candidates two by two.</summary>
internal static class CondorcetMethods
{
    private const string SchulzeText = "M. Schulze, arXiv 1804.02973";
    private const string Tideman = "T. N. Tideman, Social Choice and Welfare 4, 1987; T. M. Zavist and Tideman, 1989";

    public static ImmutableArray<RankedMethod> All { get; } =
    [
        One("schulze", "Schulze, strength of a defeat by winning votes", SchulzeText, Schulze.By("schulze", PairStrength.WinningVotes)),
        One("schulze-margins", "Schulze, strength of a defeat by margin", SchulzeText, Schulze.By("schulze-margins", PairStrength.Margins)),
        One(SchulzeDebian.Name, "Schulze with quorum and default option, as Debian votes", "Debian constitution, A.5", SchulzeDebian.ByCustom),
        One("ranked-pairs", "Ranked pairs by margin", Tideman, RankedPairs.By("ranked-pairs", PairStrength.Margins)),
        One("ranked-pairs-wv", "Ranked pairs by winning votes", Tideman, RankedPairs.By("ranked-pairs-wv", PairStrength.WinningVotes)),
        One("minimax", "Minimax by margin", "P. B. Simpson 1969, G. H. Kramer 1977", Minimax.By("minimax", PairStrength.Margins)),
        One("minimax-wv", "Minimax by winning votes", "P. B. Simpson 1969, G. H. Kramer 1977", Minimax.By("minimax-wv", PairStrength.WinningVotes)),
        One(Copeland.Name, "Copeland", "A. H. Copeland 1951", Copeland.Count),
    ];

    private static RankedMethod One(string name, string title, string source, Func<Ballots, int, TieRule, Count> counter) =>
        new(name, title, source, counter) { MostSeats = 1, Family = name.Split('-')[0] };
}
