using System.Collections.Immutable;

namespace Mandate.Constitutions.Rules;

/// <summary>Eligibility and incompatibility of a person, from the register's facts.</summary>
public static class Eligibility
{
    /// <summary>The conditions that the person does not meet on that day; empty is eligible. Of an <c>any_of</c> none of which holds, the whole list is one.</summary>
    public static ImmutableArray<Answer> Failing(Constitution constitution, Eligible? eligible, PersonFacts person, DateOnly on)
    {
        if (eligible is null) return [];
        var failing = ImmutableArray.CreateBuilder<Answer>();
        foreach (var condition in eligible.AllOf)
            if (!Holds(constitution, condition, person, on)) failing.Add(Unmet(constitution, condition, person, on, wanted: true));
        if (!eligible.AnyOf.IsEmpty && !eligible.AnyOf.Any(c => Holds(constitution, c, person, on)))
            failing.Add(new(false, eligible.AnyOf[0].Clause with { Path = eligible.Clause.Path + ".any_of" }, string.Join(" | ", eligible.AnyOf.Select(Words)), null));
        foreach (var condition in eligible.NoneOf)
            if (Holds(constitution, condition, person, on)) failing.Add(Unmet(constitution, condition, person, on, wanted: false));
        return failing.ToImmutable();
    }

    /// <summary>The pairs that holding the place would bring together, with what is held already.</summary>
    public static ImmutableArray<Answer> Conflicts(Constitution constitution, string place, PersonFacts person, DateOnly on)
    {
        var conflicts = ImmutableArray.CreateBuilder<Answer>();
        foreach (var pair in constitution.Incompatible)
        {
            foreach (var (brought, held) in new[] { (pair.One.Id, pair.Other.Id), (pair.Other.Id, pair.One.Id) })
            {
                if (!Qualities.Brings(constitution, place, brought)) continue;
                // One and the same place may be tagged with both: then it is the constitution that wants it so.
                if (person.Holdings.FirstOrDefault(h => h.Place != place && h.On(on) && Qualities.Brings(constitution, h.Place, held)) is { } other)
                    conflicts.Add(new(false, pair.Clause, $"not {brought} with {held}", other.Place));
            }
        }
        return conflicts.ToImmutable();
    }

    /// <summary>The caps on the body that one more holder of these places would break.</summary>
    /// <param name="others">Places held by each of the other members of the body on that day.</param>
    public static ImmutableArray<Answer> CapsBroken(Constitution constitution, string body, Sizes sizes, IEnumerable<IEnumerable<string>> others, IEnumerable<string> mine)
    {
        var places = mine.ToList();
        var rest = others.Select(o => o.ToList()).ToList();
        return
        [
            .. from cap in constitution.Caps
               where cap.Body.Id == body && places.Exists(p => Qualities.Brings(constitution, p, cap.Tag.Id))
               let allowed = Quantities.AtMost(cap.Max, sizes)
               let holders = 1 + rest.Count(o => o.Exists(p => Qualities.Brings(constitution, p, cap.Tag.Id)))
               where holders > allowed
               select new Answer(false, cap.Clause, allowed, (long)holders),
        ];
    }

    private static bool Holds(Constitution constitution, Predicate condition, PersonFacts person, DateOnly on) => condition switch
    {
        Holds holds => person.Holdings.Any(h => h.On(on) && Qualities.Brings(constitution, h.Place, holds.Name.Id)),
        Held held => person.Holdings.Any(h => h.Between(Periods.Before(on, held.Within), on) && Qualities.Brings(constitution, h.Place, held.Name.Id)),
        MemberFor member => person.MemberSince is { } since && Periods.After(since, member.AtLeast) <= on,
        Candidate candidate => person.IsCandidate == candidate.Stands,
        InUnit unit => person.InUnit == unit.Belongs,
        EmployedAs employed => person.EmployedAs.Contains(employed.What, StringComparer.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static Answer Unmet(Constitution constitution, Predicate condition, PersonFacts person, DateOnly on, bool wanted)
    {
        var needs = (wanted ? "" : "not: ") + Words(condition);
        return condition switch
        {
            Holds h => new(false, condition.Clause, needs, wanted ? null : Place(h.Name.Id, on, on)),
            Held h => new(false, condition.Clause, needs, wanted ? null : Place(h.Name.Id, Periods.Before(on, h.Within), on)) { Earliest = wanted ? null : Free(h) },
            MemberFor m => new(false, condition.Clause, needs, person.MemberSince) { Earliest = wanted && person.MemberSince is { } since ? Periods.After(since, m.AtLeast) : null },
            _ => new(false, condition.Clause, needs, null),
        };

        string? Place(string quality, DateOnly first, DateOnly last) => person.Holdings.FirstOrDefault(h => h.Between(first, last) && Qualities.Brings(constitution, h.Place, quality))?.Place;

        // The day after the period since the last such place was left; none while it is held.
        DateOnly? Free(Held held)
        {
            var ends = person.Holdings.Where(h => h.From <= on && Qualities.Brings(constitution, h.Place, held.Name.Id)).Select(h => h.Until).ToList();
            return ends.Contains(null) ? null : Periods.After(ends.Max()!.Value, held.Within) is var day && day < DateOnly.MaxValue ? day.AddDays(1) : day;
        }
    }

    private static string Words(Predicate condition) => condition switch
    {
        Holds h => "holds " + h.Name.Id,
        Held h => $"held {h.Name.Id} within {h.Within}",
        MemberFor m => "member for " + m.AtLeast,
        Candidate c => c.Stands ? "stands as a candidate" : "does not stand as a candidate",
        InUnit u => u.Belongs ? "member of the unit" : "not a member of the unit",
        EmployedAs e => "employed as " + e.What,
        _ => "",
    };
}
