using System.Collections.Immutable;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>The votes on one motion at one tier, added up.</summary>
/// <param name="Of">The body, or the kind of unit whose members voted.</param>
/// <param name="Base">Whether members voted, not those whom they had elected.</param>
/// <param name="Votes">How many votes were held there.</param>
public sealed record Tier(string Of, bool Base, int Votes, long Yes, long No, long Abstain)
{
    public long Cast => Yes + No + Abstain;

    public Fraction? Share(long part) => Distribution.Share(part, Cast);
}

/// <summary>How the positions on a motion are strong on every tier that voted on it, from the members' votes up.</summary>
/// <param name="Last">The day of the last vote.</param>
public sealed record TieredMotion(string Motion, string Title, DateOnly Last, ImmutableArray<Tier> Rows)
{
    /// <summary>Index of disproportion between the members' votes and those of each tier above, the largest; null without both.</summary>
    public Fraction? Distortion => Rows.Where(r => !r.Base).Select(Against).OfType<Fraction>().OrderDescending().Select(f => (Fraction?)f).FirstOrDefault();

    /// <summary>The index for one tier above; null where members did not vote or nobody did there.</summary>
    public Fraction? Against(Tier tier)
    {
        var members = Rows.Where(r => r.Base).ToList();
        var cast = members.Sum(m => m.Cast);
        if (cast == 0 || tier.Cast == 0) return null;
        return Distribution.Disproportion(
        [
            (new(members.Sum(m => m.Yes), cast), new(tier.Yes, tier.Cast)),
            (new(members.Sum(m => m.No), cast), new(tier.No, tier.Cast)),
            (new(members.Sum(m => m.Abstain), cast), new(tier.Abstain, tier.Cast)),
        ]);
    }
}

/// <summary>Who is strong where: the composition of every tier, from the votes at the base to the leadership (requirement S013).</summary>
public static class Tiers
{
    /// <summary>Members' votes under this are not shown (design, against misuse).</summary>
    private const int Fewest = 10;

    /// <summary>Every motion on which more than one tier voted, the latest first.</summary>
    public static ImmutableArray<TieredMotion> Of(State state) =>
    [
        .. state.Votes.All.Values.Where(v => v is { Outcome: not null, Question.Subject: not null, Place: null, ReplacedBy: null, ClosedAt: not null })
            .GroupBy(v => v.Question.Subject!, StringComparer.Ordinal)
            .Where(g => state.Motions.Find(g.Key) is not null)
            .Select(g => new TieredMotion(
                g.Key, state.Motions.Find(g.Key)!.Title, g.Max(v => DateOnly.FromDateTime(v.ClosedAt!.Value.UtcDateTime)),
                [
                    .. g.GroupBy(v => Where(state, v)).OrderByDescending(t => t.Key.Base).ThenBy(t => t.Key.Of, StringComparer.Ordinal)
                        .Select(t => new Tier(t.Key.Of, t.Key.Base, t.Count(), t.Sum(v => (long)v.Outcome!.Figures.Yes), t.Sum(v => (long)v.Outcome!.Figures.No), t.Sum(v => (long)v.Outcome!.Figures.Abstain)))
                        .Where(t => !t.Base || t.Cast >= Fewest),
                ]))
            .Where(m => m.Rows.Length > 1)
            .OrderByDescending(m => m.Last).ThenBy(m => m.Motion, StringComparer.Ordinal),
    ];

    private static (string Of, bool Base) Where(State state, Votes.Vote vote)
    {
        if (vote.Session is null) return (vote.Unit is { } unit ? state.Roll.Unit(unit)?.Kind ?? unit : "members", true);
        var body = state.Sessions.Find(vote.Session)?.Body ?? vote.Session;
        return (body, state.Statutes.At(vote.PutAt).Bodies.GetValueOrDefault(body)?.Of is not null);
    }
}
