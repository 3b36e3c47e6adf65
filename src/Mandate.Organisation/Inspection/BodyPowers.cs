using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Offices;
using Mandate.Tally;
using Mandate.Tally.Power;

namespace Mandate.Organisation.Inspection;

/// <summary>Those of a body who owe their seats to the same: their number, their share of the power, whether they decide alone or never.</summary>
/// <param name="By">How they came, with the organ where one chose them: <c>Election</c>, <c>Appointment/council</c>.</param>
/// <param name="Power">Banzhaf index, normalised; null where none can decide anything.</param>
public sealed record PowerGroup(string By, int Seats, Fraction? Power, bool Alone, bool Never);

/// <summary>
/// The power in a body since its last renewal (S095): which groups of its members decide alone, which never make a difference, and who lost every
/// vote by name. Votes are looked at only of elected executives, whose members vote by name in their office (design, against misuse).
/// </summary>
/// <param name="Since">The day on which the last seat was filled by a choice.</param>
/// <param name="Needed">Seats that decide by the ordinary majority, all being there.</param>
/// <param name="Votes">Votes by name since then on which two sides stood; null where the body is none of whose votes are looked at.</param>
/// <param name="LostAll">Members who were on the losing side of each vote they took a side in, with how many.</param>
public sealed record BodyPower(string Body, DateOnly Since, int Seats, int Needed, ImmutableArray<PowerGroup> Groups, int? Votes, ImmutableArray<(string Person, int Lost)> LostAll);

public static class BodyPowers
{
    /// <summary>Votes before "lost every one" says something.</summary>
    public const int FewestVotes = 5;

    /// <summary>Every standing body of the whole that has members now, in the order of the constitution.</summary>
    public static ImmutableArray<BodyPower> Of(State state, DateTimeOffset at)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        var rules = state.Statutes.At(at);
        return [.. rules.Bodies.Keys.Where(b => rules.Bodies[b].Per is null).Select(b => One(state, rules, b, at)).OfType<BodyPower>()];
    }

    private static BodyPower? One(State state, Constitution rules, string body, DateTimeOffset at)
    {
        var seated = state.Offices.Holders(body, at).Where(t => t.Session is null).DistinctBy(t => t.Person, StringComparer.Ordinal).ToList();
        if (seated.Count < 2) return null;
        var needed = (int)Majorities.Decide(Procedures.DefaultMajority(rules), new(0, seated.Count, present: seated.Count, members: seated.Count, seats: seated.Count, units: seated.Count)).Decision.Needed;
        var groups = seated.GroupBy(Chosen, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var game = new WeightedGame(groups.Select(g => (long)g.Count()), needed);
        var power = game.Swings().Any(s => !s.IsZero) ? game.NormalisedBanzhaf() : [];
        var since = seated.Max(t => t.From);
        var (votes, lost) = Votes(state, body, since);
        return new(
            body, DateOnly.FromDateTime(since.UtcDateTime), seated.Count, needed,
            [.. groups.Select((g, i) => new PowerGroup(g.Key, g.Count(), power.IsEmpty ? null : power[i], g.Count() >= needed, !power.IsEmpty && power[i] == 0))],
            votes, [.. lost.Where(l => seated.Exists(t => t.Person == l.Person))]);
    }

    private static string Chosen(Tenure tenure) => tenure.Basis.By is { } by && tenure.Basis.Kind is BasisKind.Appointment or BasisKind.CoOption or BasisKind.Acting
        ? $"{tenure.Basis.Kind}/{by.Split('@')[0]}"
        : tenure.Seat.Group is { } group ? $"{tenure.Basis.Kind}/{tenure.Seat.Of}.{group}" : tenure.Basis.Kind.ToString();

    private static (int? Votes, ImmutableArray<(string Person, int Lost)> LostAll) Votes(State state, string body, DateTimeOffset since)
    {
        if (NamedVotes.Of(state, body) is not { } named) return (null, []);
        var decided = Enumerable.Range(0, named.Votes.Length)
            .Select(i => (Index: i, Vote: state.Votes.Find(named.Votes[i])!))
            .Where(v => (v.Vote.OpenedAt ?? v.Vote.PutAt) >= since && named.Marks.Any(r => r[v.Index] == VoteMark.Yes) && named.Marks.Any(r => r[v.Index] == VoteMark.No)).ToList();
        return (decided.Count, [.. named.Persons.Select((person, row) =>
        {
            var sides = decided.Select(d => (Mark: named.Marks[row][d.Index], d.Vote.Outcome!.Carried)).Where(s => s.Mark is VoteMark.Yes or VoteMark.No).ToList();
            return (Person: person, Lost: sides.Count >= FewestVotes && sides.TrueForAll(s => s.Mark == VoteMark.Yes != s.Carried) ? sides.Count : 0);
        }).Where(p => p.Lost > 0)]);
    }
}
