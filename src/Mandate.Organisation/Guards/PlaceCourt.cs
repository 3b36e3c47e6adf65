using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Facts;
using Held = Mandate.Organisation.Facts.Held;

namespace Mandate.Organisation.Guards;

/// <summary>Who fills places, who may hold two, who stands in.</summary>
internal static class PlaceCourt
{
    /// <summary>Whether a place could have been filled from above.</summary>
    public static ClauseAnswer? Elected(Court court, RecordedFact record)
    {
        if (record.What is not Filled { FromAbove: true } filled || court.Place(filled.Place) is not { } place) return null;
        var by = court.Place(filled.By);
        return court.Filling(place) switch
        {
            // Whoever may turn down those elected as often as they like appoints them.
            Elect { Confirm: { Rejections: null } confirm } when confirm.By.Id == by => new(Verdict.Permitted, confirm.Clause.Path, confirm.By.Id, by),
            // Where the fact does not say who filled it, a clause that lets somebody do so cannot be held against it.
            Elect { Confirm.Rejections: null } or Appoint when by is null => null,
            Elect elect => new(Verdict.Refused, elect.Clause.Path, $"elected by {(elect.Electorate ?? elect.Body)?.Id}", by),
            Appoint appoint => new(appoint.By.Any(a => a.Id == by) ? Verdict.Permitted : Verdict.Refused, appoint.Clause.Path, string.Join(", ", appoint.By.Select(a => a.Id)), by),
            { } other => new(Verdict.Refused, other.Clause.Path, null, by),
            _ => null,
        };
    }

    /// <summary>Whether one person could have held this beside what they held.</summary>
    public static ClauseAnswer? Incompatible(Court court, RecordedFact record)
    {
        if (record.What is not Held { Rank: Rank.Head or Rank.Executive } held || court.Place(held.Body) is not { } place) return null;
        var day = record.When.To ?? record.When.From ?? court.View.Day;
        var others = court.View.Of<Held>()
            .Where(o => o.Fact.Person == held.Person && o.Fact.Rank is Rank.Head or Rank.Executive && o.When.MayPrecede(record.When) && !(o.Fact.Until < day))
            .Select(o => court.Place(o.Fact.Body)).OfType<string>().Where(p => p != place).Distinct(StringComparer.Ordinal).ToList();
        if (others.Count == 0) return null;
        var conflicts = Eligibility.Conflicts(court.Rules, place, new PersonFacts { Holdings = [.. others.Select(p => new Holding(p, day))] }, day);
        return conflicts.IsEmpty ? new(Verdict.Permitted, "incompatible", null, string.Join(", ", others.Append(place))) : Court.Of(conflicts[0]);
    }

    /// <summary>Whether somebody would have acted for an officer who could not.</summary>
    public static ClauseAnswer? StandIn(Court court, RecordedFact record)
    {
        if (record.What is not Unavailable { Unable: true } gone) return null;
        foreach (var held in court.View.Of<Held>().Where(h => h.Fact.Person == gone.Person && h.Fact.Rank is Rank.Head or Rank.Executive && h.When.MayPrecede(record.When)))
            if (court.Place(held.Fact.Body) is { } place && court.Rules.Offices.TryGetValue(place, out var office))
                return office.Vacancy is { Acting: { } acting } vacancy ? new(Verdict.Provided, vacancy.Clause.Path, acting.Id) : new(Verdict.Permitted, office.Clause.Path);
        return null;
    }
}
