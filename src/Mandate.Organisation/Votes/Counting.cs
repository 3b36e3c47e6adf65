using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Organisation.Votes;

/// <summary>How one unit's votes were cast.</summary>
/// <param name="Unit">Null for those who sit for no unit.</param>
public sealed record UnitFigures(string? Unit, int Votes, Figures Figures);

/// <summary>A vote by name counted: one vote each, or as many as each carries, whole, split or as the block of a unit.</summary>
public static class Counting
{
    public static Figures Of(Vote vote, IReadOnlyDictionary<string, Choice> casts)
    {
        if (vote.Shares is null) return Each(casts.Values);
        var units = ByUnit(vote, casts);
        return new(units.Sum(u => u.Figures.Yes), units.Sum(u => u.Figures.No), units.Sum(u => u.Figures.Abstain));
    }

    /// <summary>The same unit by unit; empty where everybody has one vote.</summary>
    public static ImmutableArray<UnitFigures> ByUnit(Vote vote, IReadOnlyDictionary<string, Choice> casts) =>
        vote.Shares is { } shares ? [.. shares.Units.Select(u => new UnitFigures(u.Unit, u.Votes, OfUnit(vote, shares.Cast, u, casts)))] : [];

    /// <summary>The choice that most have made; abstention where no one choice has most.</summary>
    public static Choice Most(Figures f) =>
        f.Yes > f.No && f.Yes > f.Abstain ? Choice.Yes : f.No > f.Yes && f.No > f.Abstain ? Choice.No : Choice.Abstain;

    private static Figures OfUnit(Vote vote, CastAs cast, UnitShare unit, IReadOnlyDictionary<string, Choice> casts)
    {
        if (cast == CastAs.Block && unit.Unit is not null)
        {
            var own = Each(unit.Delegates.Where(casts.ContainsKey).Select(p => casts[p]));
            return own.Sum == 0 ? own : All(Most(own), unit.Votes);
        }
        var sum = new Figures(0, 0, 0);
        for (var i = 0; i < unit.Delegates.Length; i++)
            if (casts.TryGetValue(unit.Delegates[i], out var choice))
                sum = Add(sum, vote.Splits.GetValueOrDefault(unit.Delegates[i]) ?? All(choice, unit.At(i)));
        return sum;
    }

    private static Figures Each(IEnumerable<Choice> choices)
    {
        var all = choices.ToList();
        return new(all.Count(v => v == Choice.Yes), all.Count(v => v == Choice.No), all.Count(v => v == Choice.Abstain));
    }

    private static Figures All(Choice choice, int votes) => new(choice == Choice.Yes ? votes : 0, choice == Choice.No ? votes : 0, choice == Choice.Abstain ? votes : 0);

    private static Figures Add(Figures a, Figures b) => new(a.Yes + b.Yes, a.No + b.No, a.Abstain + b.Abstain);
}
