using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>How somebody stood in one vote by name. Absent, excused and not yet a member are no votes.</summary>
public enum Stand { None, Yes, No }

/// <summary>How somebody voted against the majority of their group: with it, against it, and not at all, which is not disloyalty.</summary>
public sealed record Loyalty(int With, int Against, int Absent);

/// <summary>
/// Votes by name of an elected body: agreement, cohesion, loyalty, and the first axis on which its members lie apart. Only for recorded votes of
/// executive bodies, off unless somebody asks; what it shows grounds no measure against anybody (design, against misuse).
/// </summary>
/// <param name="Casts">A row for each person, a place for each vote.</param>
public sealed record RollCalls(ImmutableArray<ImmutableArray<Stand>> Casts)
{
    /// <summary>Votes that two must have in common before their agreement says anything.</summary>
    public const int FewestInCommon = 10;

    /// <summary>Votes with a smaller minority are left out of the axis: they set nobody apart.</summary>
    private static readonly Fraction SmallestMinority = new(1, 40);

    public int Votes => Casts.IsEmpty ? 0 : Casts[0].Length;

    /// <summary>Votes cast of votes held; null where none was held.</summary>
    public Fraction? Participation(int person) => Votes == 0 ? null : new(Casts[person].Count(s => s != Stand.None), Votes);

    /// <summary>The same votes of the votes in which both took part; null where those are fewer than <see cref="FewestInCommon"/>.</summary>
    public Fraction? Agreement(int one, int other)
    {
        var (same, both) = Common(one, other, Enumerable.Range(0, Votes));
        return both < FewestInCommon ? null : new(same, both);
    }

    /// <summary>In how many votes both took part, and in how many of those they took the same side.</summary>
    public (int Same, int Both) InCommon(int one, int other) => Common(one, other, Enumerable.Range(0, Votes));

    /// <summary>The votes that set anybody apart: those with a minority of a fortieth or more.</summary>
    public ImmutableArray<int> OnAxis { get; } = [.. Enumerable.Range(0, Casts.IsEmpty ? 0 : Casts[0].Length).Where(v => SetsApart(Casts, v))];

    /// <summary>Rice's cohesion of a group, |yes - no| / (yes + no), as the mean of the votes in which anybody of it took part.</summary>
    public Fraction? Cohesion(IReadOnlyCollection<int> group) => Cohesion(group, Enumerable.Range(0, Votes));

    /// <inheritdoc cref="Cohesion(IReadOnlyCollection{int})"/>
    /// <param name="among">The votes that are looked at.</param>
    public Fraction? Cohesion(IReadOnlyCollection<int> group, IEnumerable<int> among)
    {
        var (sum, votes) = (new Fraction(0, 1), 0);
        foreach (var vote in among)
        {
            var (yes, no) = Sides(group, vote);
            if (yes + no == 0) continue;
            sum += new Fraction(Math.Abs(yes - no), yes + no);
            votes++;
        }
        return votes == 0 ? null : sum / new Fraction(votes, 1);
    }

    /// <summary>How somebody voted beside the majority of their group; where it was split evenly, yes counts as its majority (as pscl's <c>partyLoyalty</c>).</summary>
    public Loyalty Loyal(int person, IReadOnlyCollection<int> group)
    {
        var (with, against) = (0, 0);
        for (var vote = 0; vote < Votes; vote++)
        {
            if (Casts[person][vote] == Stand.None) continue;
            var (yes, no) = Sides(group, vote);
            if (Casts[person][vote] == (yes >= no ? Stand.Yes : Stand.No)) with++;
            else against++;
        }
        return new(with, against, Votes - with - against);
    }

    /// <summary>
    /// Places on the first axis of classical scaling: with D = 1 - agreement, the eigenvector of -1/2 J D² J with the greatest eigenvalue, times its
    /// root (Torgerson 1952). Pairs with too little in common stand at the mean distance. For reading only: its sign means nothing.
    /// </summary>
    public ImmutableArray<double> FirstAxis()
    {
        var n = Casts.Length;
        if (n < 2) return [.. new double[n]];
        var squared = Squared(OnAxis);
        var means = squared.Select(r => r.Average()).ToArray();
        var all = means.Average();
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) squared[i][j] = -(squared[i][j] - means[i] - means[j] + all) / 2;
        // By powers of the matrix; the start is no eigenvector of it, because the rows of a centred matrix add up to nothing.
        var axis = Enumerable.Range(0, n).Select(i => (double)(i + 1)).ToArray();
        var value = 0.0;
        for (var step = 0; step < 500; step++)
        {
            var next = squared.Select(row => row.Zip(axis, (a, b) => a * b).Sum()).ToArray();
            var length = Math.Sqrt(next.Sum(x => x * x));
            if (length < 1e-12) return [.. new double[n]];
            value = length;
            axis = [.. next.Select(x => x / length)];
        }
        return [.. axis.Select(x => x * Math.Sqrt(value))];
    }

    private static bool SetsApart(ImmutableArray<ImmutableArray<Stand>> casts, int vote)
    {
        var (yes, no) = (casts.Count(r => r[vote] == Stand.Yes), casts.Count(r => r[vote] == Stand.No));
        return yes + no > 0 && new Fraction(Math.Min(yes, no), yes + no) >= SmallestMinority;
    }

    private double[][] Squared(ImmutableArray<int> votes)
    {
        var n = Casts.Length;
        var found = new double?[n, n];
        for (var i = 0; i < n; i++)
            for (var j = i; j < n; j++)
            {
                var (same, both) = Common(i, j, votes);
                found[i, j] = found[j, i] = i == j ? 0 : both < FewestInCommon ? null : Math.Pow(1 - (double)same / both, 2);
            }
        var mean = found.Cast<double?>().OfType<double>().DefaultIfEmpty(0).Average();
        return [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => found[i, j] ?? mean).ToArray())];
    }

    private (int Same, int Both) Common(int one, int other, IEnumerable<int> votes)
    {
        var (same, both) = (0, 0);
        foreach (var vote in votes)
        {
            var (a, b) = (Casts[one][vote], Casts[other][vote]);
            if (a == Stand.None || b == Stand.None) continue;
            both++;
            if (a == b) same++;
        }
        return (same, both);
    }

    private (int Yes, int No) Sides(IEnumerable<int> group, int vote)
    {
        var (yes, no) = (0, 0);
        foreach (var person in group)
        {
            if (Casts[person][vote] == Stand.Yes) yes++;
            else if (Casts[person][vote] == Stand.No) no++;
        }
        return (yes, no);
    }
}
