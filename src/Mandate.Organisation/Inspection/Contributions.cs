using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>What somebody was when they contributed: a member without a standing place (delegates of one congress too), an officer, somebody whom the organisation pays.</summary>
public enum Contributor { Member, Officer, Paid }

/// <summary>How often each kind of contributor moved, amended, spoke and wrote.</summary>
public sealed record Contributed(Contributor By, int Moved, int Amended, int Spoke, int Wrote)
{
    public int All => Moved + Amended + Spoke + Wrote;
}

/// <summary>
/// Who acts in a body in a year: members, officers, paid officials (requirement S023). Acts are counted, not persons, and nobody is named.
/// </summary>
/// <param name="Body">The body; <c>bulletin</c> for what was written for the members.</param>
public sealed record BodyContributions(string Body, int Year, ImmutableArray<Contributed> Rows)
{
    /// <summary>The share of officials and officers from which the report asks why.</summary>
    public static Fraction Limit { get; } = new(3, 4);

    public int All => Rows.Sum(r => r.All);

    /// <summary>What officers and paid officials contributed, of everything; null where nothing was.</summary>
    public Fraction? OfOfficials => All == 0 ? null : new Fraction(Rows.Where(r => r.By != Contributor.Member).Sum(r => r.All), All);

    public bool AboveLimit => OfOfficials >= Limit;
}

public static class Contributions
{
    /// <summary>By body and calendar year, the latest year first.</summary>
    public static ImmutableArray<BodyContributions> Of(State state)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        var acts = new List<(string Body, string Person, DateTimeOffset At, int What)>();
        foreach (var motion in state.Motions.All.Values)
        {
            var body = state.Sessions.Find(motion.Session)?.Body;
            if (body is null) continue;
            acts.Add((body, motion.Mover, motion.FiledAt, 0));
            acts.AddRange(motion.Amendments.Select(a => (body, a.Mover, a.At, 1)));
        }
        acts.AddRange(state.Sessions.All.Values.SelectMany(s => s.Speeches.Where(p => p.From is not null).Select(p => (s.Body, p.Person, p.From!.Value, 2))));
        acts.AddRange(state.Press.Pieces.Values.Where(p => p.Kind != PieceKind.Report).Select(p => ("bulletin", p.Author, p.At, 3)));
        var paid = new Dictionary<DateOnly, ImmutableHashSet<string>>();
        return
        [
            .. acts.GroupBy(a => (a.Body, a.At.UtcDateTime.Year)).OrderByDescending(g => g.Key.Year).ThenBy(g => g.Key.Body, StringComparer.Ordinal).Select(g => new BodyContributions(g.Key.Body, g.Key.Year,
            [
                .. Enum.GetValues<Contributor>().Select(by => g.Where(a => Kind(a.Person, a.At) == by).ToList() is var of
                    ? new Contributed(by, of.Count(a => a.What == 0), of.Count(a => a.What == 1), of.Count(a => a.What == 2), of.Count(a => a.What == 3)) : null!),
            ])),
        ];

        Contributor Kind(string person, DateTimeOffset at)
        {
            if (Pseudonyms.IsOne(person)) return Contributor.Member;
            var day = DateOnly.FromDateTime(at.UtcDateTime);
            if (!paid.TryGetValue(day, out var then)) paid[day] = then = Paid.PersonsAt(state, at);
            return then.Contains(person) ? Contributor.Paid : state.Offices.HeldBy(person, at).Any(t => t.Session is null) ? Contributor.Officer : Contributor.Member;
        }
    }
}
