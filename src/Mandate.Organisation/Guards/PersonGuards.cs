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

    /// <summary>A condemnation or sanction takes effect without charge, evidence, hearing, independent panel and appeal. A threat is neither.</summary>
    public static IEnumerable<Breach> SanctionWithoutHearing(FactView v) => v.Of<MeasureTaken>()
        .Where(m => m.Fact.What != Adverse.Threatened && WithoutHearing(m.Fact)).Select(m => Breach.Of(m.Record));

    public static bool WithoutHearing(MeasureTaken m) => m.Charge == false || m.Evidence == false || m.Hearing == false || m.Panel == false || m.Appeal == false;

    /// <summary>Votes are taken while voters of one side are threatened with disadvantage.</summary>
    public static IEnumerable<Breach> CoercedBallot(FactView v) =>
        from pressed in v.Of<Pressured>()
        let count = v.Of<Counted>(c => c.Vote, pressed.Fact.Vote).FirstOrDefault()
        let put = v.Of<PutToVote>(p => p.Matter, pressed.Fact.Vote).FirstOrDefault()
        where count.Record is not null || put.Record is not null
        select Breach.Of(pressed.Record).With(count.Record, put.Record);

    /// <summary>Violence, insult or coercion by an office-holder is not suspended, heard and decided in due time.</summary>
    public static IEnumerable<Breach> AbuseOfOffice(FactView v) => v.Of<Misused>().Where(m => m.Fact.Dealt == false).Select(m => Breach.Of(m.Record));

    /// <summary>Guilt rests only on the accused's own statement.</summary>
    public static IEnumerable<Breach> ConfessionOnly(FactView v) => v.Of<MeasureTaken>().Where(m => m.Fact.ConfessionOnly == true).Select(m => Breach.Of(m.Record));

    /// <summary>A large share of a body or category is removed or expelled in a short time outside elections: by one measure, or by several from the same.</summary>
    public static IEnumerable<Breach> MassRemoval(FactView v)
    {
        var removals = v.Of<MeasureTaken>()
            .Where(m => m.Fact.What is Adverse.Removed or Adverse.Transferred or Adverse.Expelled or Adverse.Excluded or Adverse.Arrested or Adverse.Executed && m.Fact.ByElection != true).ToList();
        var at = removals.Where(m => Large(v, Hit(m.Fact), m.Fact.Of) || m.Fact.Count?.Scale == Scale.Most).ToList();
        foreach (var one in at) yield return Breach.Of(one.Record);
        foreach (var from in removals.Except(at).Where(m => m.Fact.From is not null).GroupBy(m => m.Fact.From, StringComparer.Ordinal))
            if (Series(v, [.. from.OrderBy(m => m.When.To ?? DateOnly.MaxValue).ThenBy(m => m.Record.Id, StringComparer.Ordinal)]) is { Count: > 0 } series)
                yield return Breach.Of([.. series.Select(m => m.Record)]);
    }

    /// <summary>The first removals that certainly lie within the short time and together are many; none where there are none.</summary>
    private static List<Seen<MeasureTaken>> Series(FactView v, List<Seen<MeasureTaken>> removals)
    {
        for (var last = 1; last < removals.Count; last++)
        {
            if (removals[last].When.To is not { } end) break;
            var within = removals.Take(last + 1).Where(m => m.When.From is { } from && end.DayNumber - from.DayNumber <= v.Limits.ShortDays).ToList();
            // Of how many there were when it began: the greatest figure that is told.
            if (within.Count > 1 && Large(v, within.Sum(m => Hit(m.Fact) ?? 0), within.Select(m => m.Fact.Of).MaxBy(f => f?.Exact ?? 0))) return within;
        }
        return [];
    }

    /// <summary>How many a measure hit at least: by the count that is given, else those it names.</summary>
    private static long? Hit(MeasureTaken m) => m.Count is { } count ? count.AtLeast : m.Against.Each().Length is > 0 and var named ? named : null;

    private static bool Large(FactView v, long? hit, Figure? of) => hit is { } count
        && (of is { Exact: { } all and > 0 } ? count > 1 && new Fraction(count, all) >= v.Limits.LargeShare : count >= v.Limits.ManyRemoved);

    /// <summary>Joining, staying, working or contributing is imposed instead of consented.</summary>
    public static IEnumerable<Breach> ForcedMembership(FactView v) => v.Of<Imposed>().Where(i => i.Fact.Consent == false).Select(i => Breach.Of(i.Record));
}
