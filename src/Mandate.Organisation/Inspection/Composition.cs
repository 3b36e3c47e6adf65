using System.Collections.Immutable;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>Who makes up a tier: its members by how long ago they joined, how many are paid, how the places were filled.</summary>
/// <param name="Of">Place of the constitution; <c>members</c> for the roll, <c>delegates</c> for those of the last congress.</param>
/// <param name="Cohorts">Persons by cohort of entry, in the order of <see cref="Composition.Cohorts"/>; persons who are no members are in none.</param>
/// <param name="Paid">Null where it is not known: of members of the roll.</param>
public sealed record CompositionRow(string Of, int Persons, ImmutableArray<int> Cohorts, int? Paid, int Elected, int Appointed, int ByLot, int Founding)
{
    /// <summary>Persons of whom a distribution says something.</summary>
    private const int FewestCompared = 5;

    /// <summary>Index of disproportion between this tier's cohorts and those of the roll; null where either is empty, or this one too small to be like anything.</summary>
    public Fraction? Against(CompositionRow roll)
    {
        var (here, there) = (Cohorts.Sum(), roll.Cohorts.Sum());
        return here < FewestCompared || there == 0 ? null : Distribution.Disproportion(Cohorts.Zip(roll.Cohorts).Select(c => (new Fraction(c.Second, there), new Fraction(c.First, here))));
    }
}

/// <summary>The tiers from the members up, and the cohorts of members of whom nobody holds any place (requirements S004, S031).</summary>
/// <param name="Unplaced">Indices of cohorts that have members and no holder of a standing place.</param>
public sealed record Composition(ImmutableArray<CompositionRow> Rows, ImmutableArray<int> Unplaced)
{
    /// <summary>Cohorts of entry: full years of membership from which each begins.</summary>
    public static ImmutableArray<int> Cohorts { get; } = [0, 2, 5, 10];

    /// <summary>The composition of every tier on the day of a moment.</summary>
    public static Composition On(State state, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var held = state.Offices.Tenures.Values.Where(t => t.HeldAt(at)).ToList();
        var paid = Paid.PersonsAt(state, at);
        var roll = new int[Cohorts.Length];
        foreach (var member in state.Roll.Members.Values.Where(m => m.Counts && m.WasMemberOn(day))) roll[Cohort(member.Since, day)]++;
        var standing = held.Where(t => t.Session is null).GroupBy(t => t.Seat.Of, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Row(state, g.Key, [.. g], paid, day)).ToList();
        var congress = state.Sessions.All.Values.Where(s => s.Delegates.Count > 0 && s.Stage != SessionStage.Cancelled).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal).LastOrDefault();
        List<Tenure> delegates = congress is null ? [] : [.. state.Offices.Tenures.Values.Where(t => t.Session == congress.Id)];
        var placed = standing.Aggregate(new int[Cohorts.Length], (sum, row) => [.. sum.Zip(row.Cohorts, (a, b) => a + b)]);
        return new(
            [new("members", roll.Sum(), [.. roll], null, 0, 0, 0, 0), .. delegates.Count > 0 ? new[] { Row(state, "delegates", delegates, paid, day) } : [], .. standing],
            [.. Enumerable.Range(0, Cohorts.Length).Where(c => roll[c] > 0 && placed[c] == 0)]);
    }

    private static CompositionRow Row(State state, string of, List<Tenure> held, ImmutableHashSet<string> paid, DateOnly day)
    {
        var cohorts = new int[Cohorts.Length];
        foreach (var member in held.Select(t => state.Roll.Member(t.Person)).OfType<Roll.Member>()) cohorts[Cohort(member.Since, day)]++;
        return new(
            of, held.Count, [.. cohorts], held.Count(t => paid.Contains(t.Person)),
            held.Count(t => t.Basis.Kind is BasisKind.Election or BasisKind.Countback or BasisKind.Substitution), held.Count(t => t.Basis.Kind is BasisKind.Appointment or BasisKind.CoOption or BasisKind.Acting),
            held.Count(t => t.Basis.Kind == BasisKind.Lot), held.Count(t => t.Basis.Kind == BasisKind.Founding));
    }

    private static int Cohort(DateOnly since, DateOnly day)
    {
        var years = day.Year - since.Year - (since.AddYears(day.Year - since.Year) > day ? 1 : 0);
        return Math.Max(0, Cohorts.Count(from => years >= from) - 1);
    }
}

/// <summary>Whom the organisation pays.</summary>
internal static class Paid
{
    /// <summary>Holders of places tagged <c>paid</c>, and persons in paid posts.</summary>
    public static ImmutableHashSet<string> PersonsAt(State state, DateTimeOffset at)
    {
        var (rules, day) = (state.Statutes.At(at), DateOnly.FromDateTime(at.UtcDateTime));
        var places = rules.Offices.Values.Where(o => o.Tags.Any(t => t.Id == Tag)).Select(o => o.Id).Concat(rules.Bodies.Values.Where(b => b.Tags.Any(t => t.Id == Tag)).Select(b => b.Id));
        return [.. places.SelectMany(of => state.Offices.Holders(of, at)).Select(t => t.Person).Concat(state.Offices.Employments.Values.Where(e => e.Tag == Tag && e.From <= day && (e.Until is null || day <= e.Until)).Select(e => e.Person))];
    }

    /// <summary>Tag of places and posts that are paid.</summary>
    public const string Tag = "paid";
}
