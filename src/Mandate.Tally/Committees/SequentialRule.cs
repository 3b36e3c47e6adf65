using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Committees;

/// <summary>Who is in, and the rule's own numbers by ballot (loads, money), so that equal states can be recognised.</summary>
internal sealed record CommitteeState(BigInteger Members, int Count, Fraction[] Values, int Phase) : IEquatable<CommitteeState>
{
    public bool Has(int candidate) => !((Members >> candidate) & 1).IsZero;

    public CommitteeState With(int candidate, Fraction[] values) => this with { Members = Members | (BigInteger.One << candidate), Count = Count + 1, Values = values };

    public CommitteeState Without(int candidate) => this with { Members = Members & ~(BigInteger.One << candidate), Count = Count - 1 };

    public ImmutableArray<int> List(int candidates)
    {
        var self = this;
        return [.. Enumerable.Range(0, candidates).Where(self.Has)];
    }

    public bool Equals(CommitteeState? other) =>
        other is not null && Members == other.Members && Phase == other.Phase && Values.AsSpan().SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Members);
        hash.Add(Phase);
        foreach (var value in Values) hash.Add(value);
        return hash.ToHashCode();
    }
}

/// <summary>The candidates who stand equally best now.</summary>
/// <param name="From">The state to choose from; a rule may have entered its next part.</param>
internal sealed record SequentialChoice(CommitteeState From, ImmutableArray<int> Tied, Fraction Score, string Phase);

/// <summary>A rule that fills (or empties) a committee one candidate at a time.</summary>
internal abstract class SequentialRule(ApprovalProfile profile, int seats)
{
    protected ApprovalProfile Profile { get; } = profile;

    protected int Seats { get; } = seats;

    public virtual CommitteeState Start() => new(BigInteger.Zero, 0, [], 0);

    public virtual bool Done(CommitteeState state) => state.Count == Seats;

    public abstract SequentialChoice Next(CommitteeState state);

    public abstract CommitteeState Choose(CommitteeState state, int candidate, Fraction score);

    /// <summary>Every path through the ties.</summary>
    public TiedCommittees All(int atMost)
    {
        var states = new HashSet<CommitteeState> { Start() };
        var complete = true;
        while (states.Count > 0 && !Done(states.First()))
        {
            var next = new HashSet<CommitteeState>();
            foreach (var state in states)
            {
                var choice = Next(state);
                foreach (var candidate in choice.Tied)
                {
                    if (next.Count < atMost) next.Add(Choose(choice.From, candidate, choice.Score));
                    else complete = false;
                }
            }
            states = next;
        }
        var committees = states.Select(s => s.List(Profile.Candidates)).Distinct(CommitteeComparer.Instance).Order(CommitteeComparer.Instance);
        return new([.. committees], complete);
    }

    /// <summary>The one path on which each tie goes to the earliest in the order (in a reverse rule: drops the latest).</summary>
    public Committee First(IReadOnlyList<int> order)
    {
        var rank = new int[Profile.Candidates];
        for (var i = 0; i < order.Count; i++) rank[order[i]] = i;
        var steps = ImmutableArray.CreateBuilder<CommitteeStep>();
        var state = Start();
        while (!Done(state))
        {
            var choice = Next(state);
            var chosen = Drops ? choice.Tied.MaxBy(c => rank[c]) : choice.Tied.MinBy(c => rank[c]);
            steps.Add(new(chosen, choice.Score, choice.Tied, choice.Phase));
            state = Choose(choice.From, chosen, choice.Score);
        }
        return new(state.List(Profile.Candidates), steps.ToImmutable(), null);
    }

    protected virtual bool Drops => false;

    /// <summary>The candidates with the highest (or lowest) value; a null value stands for a candidate who cannot be chosen.</summary>
    protected static (ImmutableArray<int> Tied, Fraction Score) Extreme(IReadOnlyList<Fraction?> values, bool highest)
    {
        var tied = ImmutableArray.CreateBuilder<int>();
        Fraction best = default;
        for (var c = 0; c < values.Count; c++)
        {
            if (values[c] is not { } value) continue;
            var order = tied.Count == 0 ? 1 : highest ? value.CompareTo(best) : best.CompareTo(value);
            if (order < 0) continue;
            if (order > 0) tied.Clear();
            best = value;
            tied.Add(c);
        }
        return (tied.ToImmutable(), best);
    }
}

/// <summary>Committees as sorted lists.</summary>
internal sealed class CommitteeComparer : IComparer<ImmutableArray<int>>, IEqualityComparer<ImmutableArray<int>>
{
    public static CommitteeComparer Instance { get; } = new();

    public int Compare(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceCompareTo(y.AsSpan());

    public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

    public int GetHashCode(ImmutableArray<int> obj) => obj.Aggregate(17, (hash, c) => unchecked(hash * 31 + c));
}
