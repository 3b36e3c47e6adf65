using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Committees;

/// <summary>
/// The best committees under a Thiele score, by branch and bound on whole numbers. The bound adds the largest present
/// gains of the candidates left: gains never grow as a committee grows, so it is never too low.
/// </summary>
internal sealed class BestCommittee
{
    /// <summary>Nodes of the search before it gives up, deterministic on every machine; some seconds of work.</summary>
    private const long NodeLimit = 20_000_000;

    private readonly int seats;
    private readonly Int128[] weights;
    private readonly BigInteger denominator;
    private readonly (int[] Approved, long Weight)[] ballots;
    private readonly int[][] ballotsOf;
    private readonly int[] elected;
    private readonly State[] state;
    private Int128 best;
    private int limit;
    private List<ImmutableArray<int>> found = [];
    private long nodes;

    public BestCommittee(ApprovalProfile profile, int seats, Func<int, Fraction> weight)
    {
        this.seats = seats;
        (weights, denominator) = ThieleWeights.Whole(weight, Math.Max(seats, 1), Math.Max(profile.Voters, 1));
        ballots = [.. profile.Ballots.Select(b => (b.Approved.ToArray(), b.Weight))];
        var of = Enumerable.Range(0, profile.Candidates).Select(_ => new List<int>()).ToArray();
        for (var b = 0; b < ballots.Length; b++)
            foreach (var candidate in ballots[b].Approved) of[candidate].Add(b);
        ballotsOf = [.. of.Select(l => l.ToArray())];
        elected = new int[ballots.Length];
        state = new State[profile.Candidates];
    }

    private enum State
    {
        Open,
        In,
        Out,
    }

    /// <summary>All best committees, up to a limit.</summary>
    public (TiedCommittees Tied, Fraction Score) All(int atMost)
    {
        Search(-1, atMost + 1);
        var sorted = found.Select(c => c.Sort()).OrderBy(c => c, Comparer<ImmutableArray<int>>.Create((a, b) => a.AsSpan().SequenceCompareTo(b.AsSpan())));
        return (new([.. sorted.Take(atMost)], found.Count <= atMost), new(best, denominator));
    }

    /// <summary>The best committee that has the earliest candidate of the order, then the earliest next, and so on.</summary>
    public Committee First(IReadOnlyList<int> order)
    {
        Search(-1, 1);
        var optimum = best;
        var members = 0;
        foreach (var candidate in order)
        {
            if (members == seats) break;
            Enter(candidate);
            Search(optimum, 1);
            if (found.Count > 0) members++;
            else
            {
                Leave(candidate);
                state[candidate] = State.Out;
            }
        }
        var chosen = Enumerable.Range(0, state.Length).Where(c => state[c] == State.In).ToImmutableArray();
        return new(chosen, [], new(optimum, denominator));
    }

    /// <summary>Finds committees of at least that score; with -1 the optimum is found first by any committee.</summary>
    private void Search(Int128 atLeast, int atMost)
    {
        (best, limit, nodes, found) = (atLeast, atMost, 0, []);
        // To find all of a large tie first learn the optimum with one committee, so that no lesser ones are listed.
        if (atLeast < 0 && atMost > 1)
        {
            limit = 1;
            Visit(ScoreSoFar(), state.Count(s => s == State.In));
            (limit, found) = (atMost, []);
        }
        Visit(ScoreSoFar(), state.Count(s => s == State.In));
    }

    private void Visit(Int128 score, int members)
    {
        if (++nodes > NodeLimit) throw new CommitteeTooLargeException("the exact search for the best committee is too large; use the sequential rule");
        if (members == seats)
        {
            if (score > best) (best, found) = (score, []);
            if (score == best && found.Count < limit) found.Add([.. Enumerable.Range(0, state.Length).Where(c => state[c] == State.In)]);
            return;
        }
        var gains = new List<(Int128 Gain, int Candidate)>();
        for (var c = 0; c < state.Length; c++)
            if (state[c] == State.Open) gains.Add((GainOf(c), c));
        var missing = seats - members;
        if (gains.Count < missing) return;
        gains.Sort((a, b) => b.Gain != a.Gain ? b.Gain.CompareTo(a.Gain) : a.Candidate.CompareTo(b.Candidate));
        var bound = score;
        for (var i = 0; i < missing; i++) bound += gains[i].Gain;
        // Equal bounds are followed while ties are wanted.
        if (bound < best || (bound == best && found.Count >= limit)) return;
        var (gain, candidate) = gains[0];
        Enter(candidate);
        Visit(score + gain, members + 1);
        Leave(candidate);
        state[candidate] = State.Out;
        Visit(score, members);
        state[candidate] = State.Open;
    }

    private Int128 ScoreSoFar()
    {
        Int128 score = 0;
        for (var b = 0; b < ballots.Length; b++)
            for (var j = 0; j < elected[b]; j++) score += weights[j] * ballots[b].Weight;
        return score;
    }

    private Int128 GainOf(int candidate)
    {
        Int128 gain = 0;
        foreach (var b in ballotsOf[candidate]) gain += weights[Math.Min(elected[b], weights.Length - 1)] * ballots[b].Weight;
        return gain;
    }

    private void Enter(int candidate)
    {
        state[candidate] = State.In;
        foreach (var b in ballotsOf[candidate]) elected[b]++;
    }

    private void Leave(int candidate)
    {
        state[candidate] = State.Open;
        foreach (var b in ballotsOf[candidate]) elected[b]--;
    }
}
