using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Organisation.Guards;

/// <summary>The guards of persons. They start from a measure, never from dissent.</summary>
internal static class PersonGuards
{
    private static readonly ImmutableHashSet<Ground> Opinion = [Ground.Opinion, Ground.Advocacy, Ground.Opposition];

    /// <summary>An adverse measure or threat hits a member within the protected period after a dissenting act.</summary>
    public static IEnumerable<Breach> ReprisalAfterDissent(FactView v) =>
        from measure in v.Of<MeasureTaken>()
        let earlier = v.Of<Dissented>().Where(d => v.Meet(measure.Fact.Against, d.Fact.Who) && (Within(v, d.When, measure.When) || d.When.MayPrecede(measure.When) && d.Fact.Matter is { } matter && measure.Fact.For.Each().Contains(matter, StringComparer.Ordinal))).ToList()
        where earlier.Count > 0
        select Breach.Of(measure.Record).With(earlier.Select(d => d.Record));

    /// <summary>The dissent can have come before the measure, and the measure within the protected period after it.</summary>
    private static bool Within(FactView v, Window dissent, Window measure) =>
        dissent.MayPrecede(measure) && measure.From is { } from && (dissent.To ?? dissent.From) is { } last && from.DayNumber <= last.DayNumber + v.Limits.ProtectedDays;

    /// <summary>A rule or measure makes opinion, advocacy or opposition as such punishable.</summary>
    public static IEnumerable<Breach> OpinionOffence(FactView v) =>
        v.Of<Punishable>().Where(p => p.Fact.What.Each().Any(Opinion.Contains)).Select(p => Breach.Of(p.Record))
            .Concat(v.Of<MeasureTaken>().Where(m => m.Fact.Grounds.Each().Any(Opinion.Contains)).Select(m => Breach.Of(m.Record)));

    /// <summary>A condemnation or sanction takes effect without charge, evidence, hearing, independent panel and appeal.</summary>
    public static IEnumerable<Breach> SanctionWithoutHearing(FactView v) => v.Of<MeasureTaken>()
        .Where(m => m.Fact.What != Adverse.Threatened && WithoutHearing(m.Fact)).Select(m => Breach.Of(m.Record));

    public static bool WithoutHearing(MeasureTaken m) => m.Charge == false || m.Evidence == false || m.Hearing == false || m.Panel == false || m.Appeal == false;

    /// <summary>Votes are taken while voters of one side are threatened with disadvantage.</summary>
    public static IEnumerable<Breach> CoercedBallot(FactView v) =>
        from pressed in v.Of<Pressured>()
        let count = v.Of<Counted>().FirstOrDefault(c => c.Fact.Vote == pressed.Fact.Vote)
        let put = v.Of<PutToVote>().FirstOrDefault(p => p.Fact.Matter == pressed.Fact.Vote)
        where count.Record is not null || put.Record is not null
        select Breach.Of(pressed.Record).With(count.Record, put.Record);

    /// <summary>Violence, insult or coercion by an office-holder is not suspended, heard and decided in due time.</summary>
    public static IEnumerable<Breach> AbuseOfOffice(FactView v) => v.Of<Misused>().Where(m => m.Fact.Dealt == false).Select(m => Breach.Of(m.Record));

    /// <summary>Guilt rests only on the accused's own statement.</summary>
    public static IEnumerable<Breach> ConfessionOnly(FactView v) => v.Of<MeasureTaken>().Where(m => m.Fact.ConfessionOnly == true).Select(m => Breach.Of(m.Record));

    /// <summary>A large share of a body or category is removed or expelled in a short time outside elections.</summary>
    public static IEnumerable<Breach> MassRemoval(FactView v) => v.Of<MeasureTaken>()
        .Where(m => m.Fact.What is Adverse.Removed or Adverse.Transferred or Adverse.Expelled or Adverse.Excluded or Adverse.Arrested or Adverse.Executed
            && m.Fact.ByElection != true && Large(v, m.Fact))
        .Select(m => Breach.Of(m.Record));

    private static bool Large(FactView v, MeasureTaken m) => m is { Count.Exact: { } count, Of.Exact: { } of and > 0 }
        ? count > 1 && new Fraction(count, of) >= v.Limits.LargeShare
        : m.Count?.AtLeast >= v.Limits.ManyRemoved || m.Count?.Scale == Scale.Most;

    /// <summary>Joining, staying, working or contributing is imposed instead of consented.</summary>
    public static IEnumerable<Breach> ForcedMembership(FactView v) => v.Of<Imposed>().Where(i => i.Fact.Consent == false).Select(i => Breach.Of(i.Record));
}
