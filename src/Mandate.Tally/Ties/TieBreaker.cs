using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Tally.Ties;

/// <summary>What a tie is about: the best or the worst of the tied is wanted.</summary>
internal enum Wanted
{
    /// <summary>One to be elected, or whose surplus goes first.</summary>
    Best,

    /// <summary>One to be excluded.</summary>
    Worst,
}

/// <summary>How far back a method's own text looks before any lot.</summary>
internal enum LookBack
{
    None,

    /// <summary>
    /// From the latest round back. At the first round met at which their votes differ, those not at the wanted end drop out of the tie; what is left goes on
    /// to the next (docs/decisions/0010).
    /// </summary>
    Latest,

    /// <summary>As <see cref="Latest"/>, from the first round on.</summary>
    Earliest,
}

/// <summary>Decides the ties of one count and keeps the record of them.</summary>
internal sealed class TieBreaker(TieRule rule, ImmutableArray<string> candidates, ImmutableArray<int> paperOrder)
{
    private readonly Dictionary<TieStep.Java, JavaRandom> generators = [];
    private readonly ImmutableArray<TieBreak>.Builder record = ImmutableArray.CreateBuilder<TieBreak>();
    private int draws;

    public ImmutableArray<TieBreak> Record => record.ToImmutable();

    public OpenTie? Open { get; private set; }

    /// <summary>
    /// One of the tied, or null when nothing decides (then <see cref="Open"/> says so and the count stops).
    /// </summary>
    /// <param name="question">What is decided, for the record.</param>
    /// <param name="tied">At least one candidate, in paper order.</param>
    /// <param name="wanted">Which end.</param>
    /// <param name="rounds">Votes of every candidate after each finished round; the last is where the tie was met.</param>
    /// <param name="own">What the method's text prescribes first.</param>
    public int? Choose<T>(string question, ReadOnlySpan<int> tied, Wanted wanted, IReadOnlyList<T[]> rounds, LookBack own)
        where T : IComparable<T>
    {
        if (tied.Length == 1) return tied[0];
        ImmutableArray<int> all = [.. tied];
        var among = all;
        var round = Math.Max(rounds.Count - 1, 0);
        var at = -1;
        if (own != LookBack.None && Earlier(among, wanted, rounds, own, out at, out among) is { } earlier) return Note(earlier, $"votes at round {at}");
        foreach (var step in rule.Steps)
        {
            (int Chosen, string By)? decided = step switch
            {
                TieStep.PreviousRounds => Earlier(among, wanted, rounds, LookBack.Latest, out at, out among) is { } c ? (c, $"votes at round {at}") : null,
                TieStep.PaperOrder => (paperOrder.First(among.Contains), "order of the candidates"),
                TieStep.Ranking ranking => ByRanking(ranking, among, wanted) is { } c ? (c, "the chair's order") : null,
                TieStep.Seed seed => (ByHash(seed, among), $"draw {draws} from seed '{seed.Text}'"),
                TieStep.Java java => (among[Generator(java).NextIndex(among.Length)], $"java.util.Random with seed {java.Start}"),
                _ => null,
            };
            if (decided is { } d) return Note(d.Chosen, d.By);
        }
        Open = new(round, question, all);
        return null;

        int Note(int chosen, string by)
        {
            record.Add(new(round, question, all, chosen, by));
            return chosen;
        }
    }

    /// <summary>Puts a decision on the record that the method itself made.</summary>
    public void Add(TieBreak tie) => record.Add(tie);

    /// <summary>
    /// The one of the tied whom the votes of other rounds choose, or null where they do not tell all apart; <paramref name="still"/> are then those left.
    /// </summary>
    public static int? Earlier<T>(IReadOnlyList<int> tied, Wanted wanted, IReadOnlyList<T[]> rounds, LookBack direction, out int at, out ImmutableArray<int> still)
        where T : IComparable<T>
    {
        var left = tied.ToArray();
        for (var i = 0; i < rounds.Count; i++)
        {
            at = direction == LookBack.Earliest ? i : rounds.Count - 1 - i;
            var votes = rounds[at];
            var extreme = wanted == Wanted.Best ? left.Max(c => votes[c]) : left.Min(c => votes[c]);
            left = [.. left.Where(c => votes[c].CompareTo(extreme) == 0)];
            still = [.. left];
            if (left.Length == 1) return left[0];
        }
        at = -1;
        still = [.. left];
        return null;
    }

    private int? ByRanking(TieStep.Ranking ranking, ImmutableArray<int> tied, Wanted wanted)
    {
        var places = tied.Select(c => ranking.Names.IndexOf(candidates[c])).ToArray();
        if (Array.IndexOf(places, -1) >= 0 || places.Distinct().Count() < places.Length) return null;
        return tied[Array.IndexOf(places, wanted == Wanted.Best ? places.Min() : places.Max())];
    }

    private int ByHash(TieStep.Seed seed, ImmutableArray<int> tied)
    {
        draws++;
        return tied.MinBy(Ticket, StringComparer.Ordinal);

        string Ticket(int candidate)
        {
            var name = candidates[candidate];
            if (candidates.Count(n => n == name) > 1) name = FormattableString.Invariant($"{name}#{candidate + 1}");
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed.Text}\n{draws}\n{name}"))));
        }
    }

    private JavaRandom Generator(TieStep.Java java)
    {
        if (!generators.TryGetValue(java, out var generator)) generators[java] = generator = new(java.Start);
        return generator;
    }
}
