using System.Collections.Immutable;

namespace Mandate.Constitutions.Checks.Capture;

/// <summary>How strong a way of filling a seat is; each includes those before it.</summary>
public enum Strength
{
    /// <summary>L1: appoint, elect, dismiss.</summary>
    Decisive = 1,

    /// <summary>L2: nominate, confirm without limit, disqualify, accredit, admit and expel.</summary>
    Gate = 2,

    /// <summary>L3: preside, convene, transfer, pay, edit.</summary>
    Steer = 3,
}

/// <summary>
/// Seats of one body that are chosen in one way, an office, an electorate, or a family of like units. State of the system is
/// how many of each are captured.
/// </summary>
/// <param name="Id">Path of the clause: <c>bodies.council.seats</c>.</param>
/// <param name="Size">Seats, or units where it is a family.</param>
/// <param name="Cost">Persons to capture one: 1 for a seat, a majority for a unit's body.</param>
/// <param name="IsBase">Ordinary members.</param>
public sealed record SeatSet(string Id, int Size, long Cost = 1, bool IsBase = false);

/// <summary>A condition that can only become true when more is captured.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>So many captured seats in all, of these groups.</summary>
    public sealed record Seats(ImmutableArray<int> Groups, long Need) : Condition;

    public sealed record All(ImmutableArray<Condition> Of) : Condition;

    public sealed record Any(ImmutableArray<Condition> Of) : Condition;

    public static Condition Always { get; } = new All([]);

    public static Condition Never { get; } = new Any([]);

    /// <summary>Whether two conditions say the same of the same groups.</summary>
    public static bool Same(Condition one, Condition other) => (one, other) switch
    {
        (Seats a, Seats b) => a.Need == b.Need && a.Groups.AsSpan().SequenceEqual(b.Groups.AsSpan()),
        (All a, All b) => Same(a.Of, b.Of),
        (Any a, Any b) => Same(a.Of, b.Of),
        _ => false,
    };

    private static bool Same(ImmutableArray<Condition> one, ImmutableArray<Condition> other)
    {
        if (one.Length != other.Length) return false;
        for (var i = 0; i < one.Length; i++)
            if (!Same(one[i], other[i])) return false;
        return true;
    }

    public bool Holds(ReadOnlySpan<int> state)
    {
        switch (this)
        {
            case Seats seats:
                long sum = 0;
                foreach (var g in seats.Groups) sum += state[g];
                return sum >= seats.Need;
            case All all:
                foreach (var c in all.Of)
                    if (!c.Holds(state)) return false;
                return true;
            default:
                foreach (var c in ((Any)this).Of)
                    if (c.Holds(state)) return true;
                return false;
        }
    }

    /// <summary>The groups it reads.</summary>
    public IEnumerable<int> Reads => this switch
    {
        Seats s => s.Groups,
        All a => a.Of.SelectMany(c => c.Reads),
        _ => ((Any)this).Of.SelectMany(c => c.Reads),
    };
}

/// <summary>One way of filling a group: all of it when the condition holds, or in proportion to another group.</summary>
/// <param name="Group">The group that is filled.</param>
/// <param name="When">The condition; for a proportional way, unused.</param>
/// <param name="InProportionTo">The groups whose captured share is the share captured here, rounded down.</param>
/// <param name="Clause">The clause that makes it so.</param>
/// <param name="Because">Which wording says it (<c>edge.NAME</c>): <c>elects</c>, <c>confirms-unlimited</c>, <c>presides</c>.</param>
public sealed record Way(int Group, Strength Strength, Condition When, ImmutableArray<int> InProportionTo, string Clause, string Because)
{
    public IEnumerable<int> Reads => InProportionTo.IsEmpty ? When.Reads : InProportionTo;

    /// <summary>Whether two ways fill the same group under the same condition, whatever the clauses that make them.</summary>
    public static bool Same(Way one, Way other) =>
        one.Group == other.Group && one.Strength == other.Strength && one.InProportionTo.AsSpan().SequenceEqual(other.InProportionTo.AsSpan()) && Condition.Same(one.When, other.When);
}

/// <summary>
/// A constitution as a monotone threshold system: groups of seats and the ways in which they are filled. With unlimited loyal
/// persons negative conditions never bind, so least and greatest fixpoints answer what can be reached and what perpetuates itself.
/// </summary>
public sealed class ThresholdSystem(ImmutableArray<SeatSet> groups, ImmutableArray<Way> ways)
{
    private readonly ImmutableArray<Way>[] byStrength =
        [.. Enumerable.Range(0, 4).Select(s => ways.Where(w => (int)w.Strength <= s).ToImmutableArray())];

    public ImmutableArray<SeatSet> Groups { get; } = groups;

    public ImmutableArray<Way> Ways { get; } = ways;

    /// <summary>Whether another system has the same groups, filled in the same ways: then everything that is worked out of the one holds for the other.</summary>
    public bool SameAs(ThresholdSystem other)
    {
        if (!Groups.AsSpan().SequenceEqual(other.Groups.AsSpan()) || Ways.Length != other.Ways.Length) return false;
        for (var i = 0; i < Ways.Length; i++)
            if (!Way.Same(Ways[i], other.Ways[i])) return false;
        return true;
    }

    public int IndexOf(string id)
    {
        for (var i = 0; i < Groups.Length; i++)
            if (Groups[i].Id == id) return i;
        return -1;
    }

    public ImmutableArray<Way> Upto(Strength strength) => byStrength[(int)strength];

    /// <summary>How many of each group can be filled at the next occasion.</summary>
    public int[] Fill(Strength strength, ReadOnlySpan<int> state)
    {
        var filled = new int[Groups.Length];
        foreach (var way in byStrength[(int)strength])
        {
            if (filled[way.Group] == Groups[way.Group].Size) continue;
            filled[way.Group] = Math.Max(filled[way.Group], Fills(way, state));
        }
        return filled;
    }

    /// <summary>All that follows from a seed in the end: least fixpoint.</summary>
    public int[] Reach(Strength strength, ReadOnlySpan<int> seed)
    {
        var state = seed.ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var way in byStrength[(int)strength])
            {
                var filled = Fills(way, state);
                if (filled <= state[way.Group]) continue;
                state[way.Group] = filled;
                changed = true;
            }
        }
        return state;
    }

    /// <summary>The greatest state below the given that fills itself again; seeded members stay members, seeded offices expire.</summary>
    public int[] Sustained(Strength strength, int[] below, ReadOnlySpan<int> seed)
    {
        var state = (int[])below.Clone();
        for (var changed = true; changed;)
        {
            changed = false;
            var filled = Fill(strength, state);
            for (var g = 0; g < state.Length; g++)
            {
                var stays = Groups[g].IsBase ? Math.Max(filled[g], seed[g]) : filled[g];
                if (state[g] <= stays) continue;
                state[g] = stays;
                changed = true;
            }
        }
        return state;
    }

    /// <summary>What a seed captures and keeps.</summary>
    public int[] Captured(Strength strength, ReadOnlySpan<int> seed) => Sustained(strength, Reach(strength, seed), seed);

    /// <summary>The largest set of offices that, once held, fills itself again whatever members vote; empty (all zero) where there is none.</summary>
    public int[] Kernel(Strength strength)
    {
        var all = new int[Groups.Length];
        for (var g = 0; g < all.Length; g++) all[g] = Groups[g].IsBase && !IsPackable(strength, g) ? 0 : Groups[g].Size;
        return Sustained(strength, all, new int[Groups.Length]);
    }

    /// <summary>Whether a base group can be filled by others at that strength.</summary>
    public bool IsPackable(Strength strength, int group) => byStrength[(int)strength].Any(w => w.Group == group);

    /// <summary>How much of its group one way fills in that state.</summary>
    public int Fills(Way way, ReadOnlySpan<int> state)
    {
        var size = Groups[way.Group].Size;
        if (way.InProportionTo.IsEmpty) return way.When.Holds(state) ? size : 0;
        if (!way.When.Holds(state)) return 0;
        long captured = 0, all = 0;
        foreach (var g in way.InProportionTo)
        {
            captured += state[g];
            all += Groups[g].Size;
        }
        return all == 0 ? 0 : (int)(captured * size / all);
    }
}
