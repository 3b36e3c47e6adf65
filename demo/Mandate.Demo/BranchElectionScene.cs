using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Demo;

/// <summary>
/// Every branch elects its delegates on paper: nominations, two tellers, papers given out, two independent entries, an account
/// of the papers that balances, an exact count. Three branches are left for the visitor to finish.
/// </summary>
internal sealed class BranchElectionScene(IFloor floor, Cast cast, ImmutableArray<Person> people, Random random)
{
    /// <summary>The tellers of this branch differ by one paper; it must be found before a result exists.</summary>
    public const string BranchWithDifference = "b-017";

    /// <summary>In this branch the second teller has not entered the papers yet.</summary>
    public const string BranchHalfCounted = "b-052";

    /// <summary>In this branch the polling is open.</summary>
    public const string BranchPolling = "b-088";

    /// <param name="asked">While nominations are open: what members ask in the branch that is left polling.</param>
    public void Play(string congress, DateTimeOffset opens, Action<string> asked)
    {
        floor.MoveTo(opens.AddDays(-45));
        var session = UnionFederation.CongressOf(floor, congress);
        var busy = cast.Holders.ToHashSet(StringComparer.Ordinal);
        var elections = session.Delegates.Select(d => Prepare(congress, d.Key, d.Value, busy)).ToList();
        foreach (var e in elections) Nominate(e);
        asked($"e-{BranchPolling}");
        floor.MoveTo(opens.AddDays(-31));
        foreach (var e in elections) CloseNominations(e);
        floor.MoveTo(opens.AddDays(-28));
        foreach (var e in elections) Poll(e);
        foreach (var e in elections.Where(e => e.Branch != BranchPolling)) Count(e);
    }

    private Election Prepare(string congress, string branch, int seats, HashSet<string> busy)
    {
        var members = people.Where(p => p.Branch == branch && !busy.Contains(p.Id)).Select(p => p.Id).ToImmutableArray();
        var candidates = members.Skip(20).Take(seats + 2 + seats / 2).ToImmutableArray();
        var tellers = members.Take(2).ToImmutableArray();
        var voters = members.Skip(2).Take((int)(members.Length * (0.28 + 0.2 * random.NextDouble()))).ToImmutableArray();
        return new($"e-{branch}", branch, congress, seats, cast.BranchSecretaries[branch], candidates, tellers, voters);
    }

    private void Nominate(Election e)
    {
        floor.Do(e.Conductor, new OpenNominations(e.Id, null, new Seat("congress", "delegates", e.Branch), e.Congress, $"previous,seed:{e.Id}"));
        foreach (var candidate in e.Candidates) floor.Do(candidate, new Nominate(e.Id, candidate));
    }

    private void CloseNominations(Election e)
    {
        floor.Do(e.Conductor, new CloseNominations(e.Id));
        floor.Do(e.Conductor, new NameTellers(e.Id, e.Tellers));
    }

    private void Poll(Election e)
    {
        floor.Do(e.Conductor, new OpenVote(e.Id));
        foreach (var some in e.Voters.Chunk(300)) floor.Do(e.Tellers[0], new IssuePapers(e.Id, [.. some]));
        if (e.Branch != BranchPolling) floor.Do(e.Conductor, new CloseVote(e.Id));
    }

    private void Count(Election e)
    {
        var order = floor.State.Votes.Find(e.Id)!.CandidateOrder;
        var blank = e.Voters.Length / 60;
        var spoiled = e.Voters.Length / 90;
        var counted = e.Voters.Length - blank - spoiled;
        var papers = new Reconciliation(e.Voters.Length + 10, counted, blank, spoiled, 10);
        var blt = Papers.Make(random, order, e.Seats, counted, e.Branch);
        floor.Do(e.Tellers[0], new EnterPapers(e.Id, floor.Put(blt), papers));
        if (e.Branch == BranchHalfCounted) return;
        var second = e.Branch == BranchWithDifference ? OnePaperOtherwise(blt) : blt;
        var entry = floor.Put(second);
        floor.Do(e.Tellers[1], new EnterPapers(e.Id, entry, papers));
        if (e.Branch == BranchWithDifference) return;
        floor.Do(e.Conductor, new PublishElection(e.Id, entry));
    }

    /// <summary>One paper moved from the first kind of paper to the second: a slip any teller can make.</summary>
    private static string OnePaperOtherwise(string blt)
    {
        var lines = blt.Split('\n');
        var at = Enumerable.Range(1, lines.Length - 2).First(i => Weight(lines[i]) > 1 && Weight(lines[i + 1]) > 0);
        lines[at] = WithWeight(lines[at], Weight(lines[at]) - 1);
        lines[at + 1] = WithWeight(lines[at + 1], Weight(lines[at + 1]) + 1);
        return string.Join('\n', lines);
    }

    private static int Weight(string line) => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);

    private static string WithWeight(string line, int weight) => weight.ToString(CultureInfo.InvariantCulture) + line[line.IndexOf(' ', StringComparison.Ordinal)..];

    private sealed record Election(
        string Id, string Branch, string Congress, int Seats, string Conductor, ImmutableArray<string> Candidates, ImmutableArray<string> Tellers, ImmutableArray<string> Voters);
}
