using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>Small elections with strict, possibly short rankings.</summary>
public sealed record SmallElection(int Candidates, int Seats, int[][] Rankings)
{
    public static Arbitrary<SmallElection> Any(int mostCandidates = 6, int mostPapers = 40) => Arb.From(
        from candidates in Gen.Choose(2, mostCandidates)
        from seats in Gen.Choose(1, candidates - 1)
        from papers in Gen.Choose(1, mostPapers)
        from rankings in Gen.ArrayOf(
            from order in Gen.Shuffle(Enumerable.Range(0, candidates).ToArray())
            from length in Gen.Choose(1, candidates)
            select order[..length], papers)
        select new SmallElection(candidates, seats, rankings));

    public IEnumerable<string> Names => Enumerable.Range(0, Candidates).Select(c => $"{(char)('A' + c)}");

    public Ballots Ballots(IEnumerable<int[]>? rankings = null)
    {
        var papers = new BallotsBuilder();
        foreach (var ranking in rankings ?? Rankings) papers.Add(1, ranking);
        return papers.Build(Names);
    }

    /// <summary>The same papers, equal ones on one line.</summary>
    public Ballots Grouped()
    {
        var papers = new BallotsBuilder();
        foreach (var group in Rankings.GroupBy(r => string.Join(' ', r), StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal)) papers.Add(group.Count(), group.First());
        return papers.Build(Names);
    }

    public override string ToString() => $"{Seats} seats of {Candidates}: {string.Join("; ", Rankings.Select(r => string.Join(">", r)))}";
}
