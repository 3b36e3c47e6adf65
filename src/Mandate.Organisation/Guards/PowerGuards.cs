using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Organisation.Guards;

/// <summary>The guards against power that fills, checks and prolongs itself.</summary>
internal static class PowerGuards
{
    /// <summary>Officials per member from which an apparatus is too large: one in ten.</summary>
    private static readonly Fraction OfficialsPerMember = new(1, 10);

    /// <summary>Points by which the share of seats may differ from the share of base votes.</summary>
    private static readonly Fraction Tolerance = new(1, 20);

    /// <summary>The share of a body's staff, or of what there is, that is reported from there on.</summary>
    private static readonly Fraction LargeShare = new(1, 3);

    /// <summary>
    /// Those who owe their posts to an organ choose, compose or certify those who elect or control that same organ.
    /// </summary>
    public static IEnumerable<Breach> CircularFlowOfPower(FactView v)
    {
        var links = v.Of<Related>().Where(r => r.Fact.How is Relation.Elects or Relation.Fills or Relation.Supervises or Relation.Checks or Relation.PartOf).ToList();
        foreach (var (place, by, record) in v.Of<Filled>().Where(f => f.Fact is { By: not null, Manner: not (Manner.Elected or Manner.ByLot) }).Select(f => (f.Fact.Place, f.Fact.By!, f.Record))
            .Concat(v.Of<Beholden>().Select(b => (b.Fact.Who, b.Fact.To, b.Record))))
            if (Path(v, links, place, by) is { } path) yield return Breach.Of(record).With(path);
    }

    /// <summary>How power comes back: from the place that was filled, over those whom it elects, fills or checks, to whoever filled it.</summary>
    private static List<RecordedFact>? Path(FactView v, List<Seen<Related>> links, string from, string to)
    {
        var seen = new Dictionary<string, (string? Before, RecordedFact? Link)>(StringComparer.Ordinal) { [from] = (null, null) };
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var at))
        {
            if (at != from && (at == to || v.SameOrWithin(to, at)))
            {
                var path = new List<RecordedFact>();
                for (var step = at; seen[step] is { Link: { } link } s; step = s.Before!) path.Add(link);
                path.Reverse();
                // What only lies within the other neither elects nor controls it.
                if (path.TrueForAll(r => r.What is Related { How: Relation.PartOf })) continue;
                return path;
            }
            foreach (var link in links.Where(l => l.Fact.Organ == at && !seen.ContainsKey(l.Fact.Other)))
            {
                seen[link.Fact.Other] = (at, link.Record);
                waiting.Enqueue(link.Fact.Other);
            }
        }
        return null;
    }

    /// <summary>
    /// An elective post is filled by appointment, transfer or selection from above without an election by a fixed date.
    /// </summary>
    public static IEnumerable<Breach> AppointedNotElected(FactView v) => v.Of<Filled>()
        .Where(f => f.Fact is { Elective: true, Manner: Manner.Appointed or Manner.Selected or Manner.Transferred or Manner.CoOpted } && !ElectedBy(v, f))
        .Select(f => Breach.Of(f.Record));

    /// <summary>Whether a day for the election was fixed that is still to come, or on which it was held.</summary>
    private static bool ElectedBy(FactView v, Seen<Filled> filled) => filled.Fact.ElectionBy is { } by
        && (by >= v.Day || v.Of<Filled>().Any(e => e.Fact.Place == filled.Fact.Place && e.Fact.Manner == Manner.Elected && e.When.MayPrecede(new(by, by)) && !e.When.Precedes(filled.When)));

    /// <summary>
    /// The share of delegates or leadership seats of a position deviates beyond tolerance from its share of base votes, or cannot be
    /// computed.
    /// </summary>
    public static IEnumerable<Breach> DelegateDistortion(FactView v) => v.Of<Strength>().Where(s => s.Fact.Traceable == false || Deviates(s.Fact)).Select(s => Breach.Of(s.Record));

    private static bool Deviates(Strength s)
    {
        if (s is not { Seats.Exact: { } seats, Of.Exact: { } of and > 0, Base: { } votes }) return false;
        var difference = new Fraction(seats, of) - votes;
        return difference > Tolerance || difference < -Tolerance;
    }

    /// <summary>One person holds more offices than allowed, or two offices of which one supervises, fills or checks the other.</summary>
    public static IEnumerable<Breach> ConcentratedOffices(FactView v)
    {
        foreach (var person in v.Of<Held>().Where(h => h.Fact.Rank is Rank.Head or Rank.Executive).GroupBy(h => h.Fact.Person, StringComparer.Ordinal))
        {
            var held = person.ToList();
            var together = held.Where(h => Beside(v, held, h) is { Count: > 0 } others && (others.Count >= v.Limits.ExecutiveOffices || others.Exists(o => Linked(v, h.Fact, o.Fact)))).ToList();
            if (together.Count > 0) yield return Breach.Of([.. together.Select(h => h.Record)]);
        }
    }

    /// <summary>The other offices, one fact for each, that were held at the same time.</summary>
    private static List<Seen<Held>> Beside(FactView v, List<Seen<Held>> held, Seen<Held> one) =>
        [.. held.Where(h => Differs(h.Fact, one.Fact) && Together(v, one, h)).DistinctBy(h => Place(h.Fact), StringComparer.Ordinal)];

    /// <summary>Another office, or the same in another body; a body that is not told is no other one.</summary>
    private static bool Differs(Held a, Held b) => a.Office != b.Office || a.Body is { } one && b.Body is { } other && one != other;

    private static string Place(Held held) => $"{held.Office}@{held.Body}";

    private static bool Linked(FactView v, Held a, Held b) => v.Of<Related>().Any(r =>
        r.Fact.How is Relation.Supervises or Relation.Fills or Relation.Checks
        && (r.Fact.Organ == a.Body && r.Fact.Other == b.Body || r.Fact.Organ == b.Body && r.Fact.Other == a.Body));

    /// <summary>Neither ended before the other can have begun.</summary>
    private static bool Together(FactView v, Seen<Held> a, Seen<Held> b) => !Over(v, a, b) && !Over(v, b, a);

    private static bool Over(FactView v, Seen<Held> earlier, Seen<Held> later) =>
        earlier.Fact.Until is { } until && later.When.From is { } from && until < from
        || v.Of<Ended>().Any(e => e.Fact.Person == earlier.Fact.Person && e.Fact.Office == earlier.Fact.Office && (e.Fact.Body is null || earlier.Fact.Body is null || e.Fact.Body == earlier.Fact.Body) && !e.When.Precedes(earlier.When) && e.When.Precedes(later.When));

    /// <summary>A control organ is led, staffed or dominated by those it should control or by their appointees.</summary>
    public static IEnumerable<Breach> CapturedInspection(FactView v)
    {
        foreach (var checks in v.Of<Related>().Where(r => r.Fact.How == Relation.Checks))
        {
            var (control, checkedOrgan) = (checks.Fact.Organ, checks.Fact.Other);
            foreach (var held in v.Of<Held>().Where(h => h.Fact.Body == control && h.Fact.Rank is Rank.Head or Rank.Executive))
                if (v.Of<Held>().FirstOrDefault(h => h.Fact.Person == held.Fact.Person && h.Fact.Rank is Rank.Head or Rank.Executive && h.Fact.Body is { } body && body != control && LiesIn(v, body, checkedOrgan) && Together(v, held, h)) is { Record: { } other })
                    yield return Breach.Of(held.Record).With(checks.Record, other);
            foreach (var beholden in v.Of<Beholden>().Where(b => b.Fact.Who == control && LiesIn(v, b.Fact.To, checkedOrgan))) yield return Breach.Of(beholden.Record).With(checks.Record);
            foreach (var filled in v.Of<Filled>().Where(f => f.Fact is { By: { } by, Manner: not (Manner.Elected or Manner.ByLot) } && f.Fact.Place == control && LiesIn(v, by, checkedOrgan)))
                yield return Breach.Of(filled.Record).With(checks.Record);
        }
    }

    private static bool LiesIn(FactView v, string organ, string within) =>
        organ == within || v.Of<Related>().Any(r => r.Fact.How == Relation.PartOf && r.Fact.Organ == organ && r.Fact.Other == within);

    /// <summary>The number of paid officials grows beyond the limit relative to the base members.</summary>
    public static IEnumerable<Breach> ApparatusGrowth(FactView v) =>
        v.Of<Staffed>().Where(s => Grows(s.Fact)).Select(s => Breach.Of(s.Record))
            .Concat(v.Of<Absorbed>().Where(a => a.Fact.Share > LargeShare).Select(a => Breach.Of(a.Record)));

    private static bool Grows(Staffed s) =>
        s is { Officials.Exact: { } officials } && (s.Members?.Exact is { } members and > 0
            ? new Fraction(officials, members) > OfficialsPerMember && !(officials <= s.Before?.Exact)
            : s.Before?.Exact is { } before && officials > 2 * before);

    /// <summary>The share of officials taken over from a former regime or administration exceeds the limit or is not reported.</summary>
    public static IEnumerable<Breach> InheritedApparatus(FactView v) => v.Of<Staffed>()
        .Where(s => s.Fact.InheritedReported == false || s.Fact is { Officials.Exact: { } all and > 0, Inherited.Exact: { } old } && new Fraction(old, all) > LargeShare)
        .Select(s => Breach.Of(s.Record));

    /// <summary>A competent elected body is by-passed, duplicated or replaced by one created or appointed from above.</summary>
    public static IEnumerable<Breach> BypassedBody(FactView v) =>
        v.Of<PassedOver>().Where(p => p.Fact is { Elected: true, Stage: not Stage.Proposed }
            && !v.Of<Filled>().Any(f => f.Fact.Place == p.Fact.With && f.Fact.Manner is (Manner.Elected or Manner.ByLot))).Select(p => Breach.Of(p.Record));

    /// <summary>Two bodies act on the same matter, or none does, because no single competence is recorded.</summary>
    public static IEnumerable<Breach> BlurredCompetence(FactView v) =>
        v.Of<Handled>().Where(h => h.Fact.CompetenceRecorded == false && h.Fact.Bodies.Each().Length != 1).Select(h => Breach.Of(h.Record));

    /// <summary>An elected body stops meeting or deciding while another body takes the decisions in its competence.</summary>
    public static IEnumerable<Breach> DormantCouncil(FactView v) => v.Of<Idle>().Where(i => i.Fact is { Elected: true, DecidedBy: not null }).Select(i => Breach.Of(i.Record));

    /// <summary>The organ that should defend the members is merged with, staffed by or made to run the management it should check.</summary>
    public static IEnumerable<Breach> FusedDefence(FactView v) =>
        from joined in v.Of<Joined>()
        from defends in v.Of<Related>()
        where defends.Fact.How == Relation.Defends && defends.Fact.Organ == joined.Fact.Organ
            && !v.Of<Related>().Any(o => o.Fact.How == Relation.Defends && o.Fact.Organ == joined.Fact.With)
        select Breach.Of(joined.Record).With(defends.Record);

    /// <summary>An office-holder is incapacitated or gone and no constitutional stand-in takes effect.</summary>
    public static IEnumerable<Breach> SuccessionVacuum(FactView v) =>
        from gone in v.Of<Unavailable>()
        where gone.Fact.Unable == true && !v.Of<StoodIn>().Any(s => s.Fact.For == gone.Fact.Person && !s.When.Precedes(gone.When))
        let office = v.Of<Held>().FirstOrDefault(h => h.Fact.Person == gone.Fact.Person && h.Fact.Rank is Rank.Head or Rank.Executive && h.When.MayPrecede(gone.When) && !EndedBefore(h.Fact, gone.When))
        where office.Record is not null
        select Breach.Of(gone.Record).With(office.Record);

    private static bool EndedBefore(Held held, Window moment) => held.Until is { } until && moment.From is { } day && until < day;

    /// <summary>Material or symbolic advantages accrue to office-holders beyond what was openly voted.</summary>
    public static IEnumerable<Breach> PrivilegeDrift(FactView v) => v.Of<Advantaged>().Where(a => a.Fact.Voted == false).Select(a => Breach.Of(a.Record));
}
