using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Organisation.Guards;

/// <summary>The guards against power that fills, checks and prolongs itself.</summary>
internal static class PowerGuards
{
    /// <summary>
    /// Those who owe their posts to an organ choose, compose or certify those who elect or control that same organ.
    /// </summary>
    public static IEnumerable<Breach> CircularFlowOfPower(FactView v)
    {
        var links = Links(v);
        foreach (var (place, by, record) in v.Of<Filled>().Where(f => f.Fact is { By: not null, FromAbove: true, Stage: not Stage.Proposed }).Select(f => (f.Fact.Place, f.Fact.By!, f.Record))
            .Concat(v.Of<Beholden>().Where(b => b.Fact.Dominates).Select(b => (b.Fact.Who, b.Fact.To, b.Record))))
            if (Path(v, [.. links.Where(l => l.Record != record && !l.Record.When.Precedes(record.When) || l.Record.What is Related)], place, by) is { } path) yield return Breach.Of(record).With(path);
    }

    /// <summary>One organ elects, fills, composes or controls another, by the rules or as it was done.</summary>
    private sealed record Link(string From, string To, RecordedFact Record);

    private static List<Link> Links(FactView v) =>
    [
        .. v.Of<Related>().Where(r => r.Fact.How is Relation.Elects or Relation.Fills or Relation.Supervises or Relation.Checks or Relation.PartOf).Select(r => new Link(r.Fact.Organ, r.Fact.Other, r.Record)),
        .. v.Of<Filled>().Where(f => f.Fact is { By: not null, Manner: not (null or Manner.ByLot), Stage: not Stage.Proposed }).Select(f => new Link(f.Fact.By!, f.Fact.Place, f.Record)),
    ];

    /// <summary>How power comes back: from the place that was filled, over those whom it elects, fills or checks, to whoever filled it.</summary>
    private static List<RecordedFact>? Path(FactView v, List<Link> links, string from, string to)
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
            foreach (var link in links.Where(l => l.From == at && !seen.ContainsKey(l.To)))
            {
                seen[link.To] = (at, link.Record);
                waiting.Enqueue(link.To);
            }
        }
        return null;
    }

    /// <summary>
    /// An elective post is filled by appointment, transfer or selection from above without an election by a fixed date.
    /// </summary>
    public static IEnumerable<Breach> AppointedNotElected(FactView v) => v.Of<Filled>()
        .Where(f => f.Fact is { Elective: true, FromAbove: true } && (f.Fact.ElectionFixed == false || f.Fact.ElectionBy is { } by && !Elected(v, f, by)))
        .Select(f => Breach.Of(f.Record));

    /// <summary>Whether the day of the election is still to come, or it was held by then.</summary>
    private static bool Elected(FactView v, Seen<Filled> filled, DateOnly by) =>
        by >= v.Day || v.Of<Filled>().Any(e => e.Fact.Place == filled.Fact.Place && e.Fact.Manner == Manner.Elected && e.When.MayPrecede(new(by, by)) && !e.When.Precedes(filled.When));

    /// <summary>
    /// The share of delegates or leadership seats of a position deviates beyond tolerance from its share of base votes, or cannot be
    /// computed.
    /// </summary>
    public static IEnumerable<Breach> DelegateDistortion(FactView v) => v.Of<Strength>().Where(s => s.Fact.Traceable == false || Deviates(s.Fact, v.Limits.Distortion)).Select(s => Breach.Of(s.Record));

    private static bool Deviates(Strength s, Fraction tolerance)
    {
        if (s is not { Seats.Exact: { } seats, Of.Exact: { } of and > 0, Base: { } votes }) return false;
        var difference = new Fraction(seats, of) - votes;
        return difference > tolerance || difference < -tolerance;
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
        && (IsOf(a, r.Fact.Organ) && IsOf(b, r.Fact.Other) || IsOf(b, r.Fact.Organ) && IsOf(a, r.Fact.Other)));

    /// <summary>Whether somebody's office is that organ, or one in it.</summary>
    private static bool IsOf(Held held, string organ) => held.Office == organ || held.Body == organ;

    /// <summary>Held at the same time for certain: on the day by which both had begun.</summary>
    private static bool Together(FactView v, Seen<Held> a, Seen<Held> b) =>
        a.When.To is { } one && b.When.To is { } other && (one > other ? one : other) is var day && HeldOn(v, a, day) && HeldOn(v, b, day);

    /// <summary>Begun by that day, and no end is told that can lie before it.</summary>
    private static bool HeldOn(FactView v, Seen<Held> held, DateOnly day) =>
        held.When.To <= day && !(held.Fact.Until < day) && !EndTold(v, held, day);

    /// <summary>Whether an end of it is told that can lie before that day.</summary>
    private static bool EndTold(FactView v, Seen<Held> held, DateOnly day) => v.Of<Ended>(e => e.Person, held.Fact.Person).Any(e =>
        e.Fact.Office == held.Fact.Office && (e.Fact.Body is null || held.Fact.Body is null || e.Fact.Body == held.Fact.Body)
        && !e.When.Precedes(held.When) && (e.When.From is not { } from || from < day));

    /// <summary>A control organ is led, staffed or dominated by those it should control or by their appointees.</summary>
    public static IEnumerable<Breach> CapturedInspection(FactView v)
    {
        foreach (var checks in v.Of<Related>().Where(r => r.Fact.How == Relation.Checks))
        {
            var (control, checkedOrgan) = (checks.Fact.Organ, checks.Fact.Other);
            foreach (var held in Leading(v).Where(h => IsOf(h.Fact, control)))
                if (Leading(v).FirstOrDefault(h => h.Fact.Person == held.Fact.Person && Leads(v, h.Fact, checkedOrgan, control) && Together(v, held, h)) is { Record: { } other })
                    yield return Breach.Of(held.Record).With(checks.Record, other);
            // Whoever leads what is to be controlled does not sit among those who control it either.
            foreach (var seat in v.Of<Held>().Where(h => h.Fact.Rank is not (Rank.Head or Rank.Executive) && IsOf(h.Fact, control)))
                if (Leading(v).FirstOrDefault(h => h.Fact.Person == seat.Fact.Person && Leads(v, h.Fact, checkedOrgan, control) && Together(v, seat, h)) is { Record: { } leads })
                    yield return Breach.Of(seat.Record).With(checks.Record, leads);
            foreach (var joined in v.Of<Joined>().Where(j => j.Fact is { How: Fusion.Staffed, Stage: not Stage.Proposed } && j.Fact.Organ == control && LiesIn(v, j.Fact.With, checkedOrgan)))
                yield return Breach.Of(joined.Record).With(checks.Record);
            foreach (var beholden in v.Of<Beholden>().Where(b => b.Fact.Who == control && b.Fact.Dominates && Controlled(v, b.Fact.To, checkedOrgan, control))) yield return Breach.Of(beholden.Record).With(checks.Record);
            foreach (var filled in v.Of<Filled>().Where(f => f.Fact is { By: { } by, FromAbove: true, Stage: not Stage.Proposed } && f.Fact.Place == control && Controlled(v, by, checkedOrgan, control)))
                yield return Breach.Of(filled.Record).With(checks.Record);
        }
    }

    private static bool Leads(FactView v, Held held, string checkedOrgan, string control) =>
        !IsOf(held, control) && (LiesIn(v, held.Office, checkedOrgan) || held.Body is { } body && LiesIn(v, body, checkedOrgan));

    private static IEnumerable<Seen<Held>> Leading(FactView v) => v.Of<Held>().Where(h => h.Fact.Rank is Rank.Head or Rank.Executive);

    private static bool LiesIn(FactView v, string organ, string within) =>
        organ == within || v.Of<Related>().Any(r => r.Fact.How == Relation.PartOf && r.Fact.Organ == organ && r.Fact.Other == within);

    /// <summary>Whether it is the organ that should be controlled, one in it, or somebody who leads it.</summary>
    private static bool Controlled(FactView v, string who, string checkedOrgan, string control) =>
        who != control && (LiesIn(v, who, checkedOrgan) || Leading(v).Any(h => h.Fact.Person == who && IsOf(h.Fact, checkedOrgan)));

    /// <summary>The number of paid officials grows beyond the limit relative to the base members; or an apparatus takes more than its share of what there is (docs/decisions/0410).</summary>
    public static IEnumerable<Breach> ApparatusGrowth(FactView v) =>
        v.Of<Staffed>().Where(s => Grows(s.Fact, v.Limits)).Select(s => Breach.Of(s.Record))
            .Concat(v.Of<Absorbed>().Where(a => a.Fact.Share > v.Limits.Absorbed).Select(a => Breach.Of(a.Record)));

    private static bool Grows(Staffed s, GuardLimits limits) =>
        s is { Officials.Exact: { } officials } && (s.Members?.Exact is { } members and > 0
            ? new Fraction(officials, members) > limits.OfficialsPerMember && !(officials <= s.Before?.Exact)
            : s.Before?.Exact is { } before && new Fraction(officials) > limits.Growth * new Fraction(before));

    /// <summary>The share of officials taken over from a former regime or administration exceeds the limit or is not reported.</summary>
    public static IEnumerable<Breach> InheritedApparatus(FactView v) => v.Of<Staffed>()
        .Where(s => s.Fact.InheritedReported == false || s.Fact is { Officials.Exact: { } all and > 0, Inherited.Exact: { } old } && new Fraction(old, all) > v.Limits.Inherited)
        .Select(s => Breach.Of(s.Record));

    /// <summary>A competent elected body is by-passed, duplicated or replaced by one created or appointed from above.</summary>
    public static IEnumerable<Breach> BypassedBody(FactView v) =>
        v.Of<PassedOver>().Where(p => p.Fact is { Elected: true, Stage: not Stage.Proposed, Agreed: not true }
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
        where defends.Fact.How == Relation.Defends && Defender(joined.Fact, defends.Fact.Organ) is { } other
            && !v.Of<Related>().Any(o => o.Fact.How == Relation.Defends && o.Fact.Organ == other)
        select Breach.Of(joined.Record).With(defends.Record);

    /// <summary>With whom an organ was joined; of two that are merged each is joined with the other.</summary>
    private static string? Defender(Joined joined, string organ) =>
        joined.Organ == organ ? joined.With : joined.How == Fusion.Merged && joined.With == organ ? joined.Organ : null;

    /// <summary>An office-holder is incapacitated or gone and no constitutional stand-in takes effect.</summary>
    public static IEnumerable<Breach> SuccessionVacuum(FactView v)
    {
        foreach (var gone in v.Of<Unavailable>().Where(u => u.Fact.Unable == true && !v.Of<StoodIn>(s => s.For, u.Fact.Person).Any(s => !s.When.Precedes(u.When))))
            // A seat in a body is no office: the others of the body act.
            foreach (var office in v.Of<Held>(h => h.Person, gone.Fact.Person).Where(h => h.Fact.Rank != Rank.Member && h.When.MayPrecede(gone.When) && !EndedBefore(v, h, gone.When)).DistinctBy(h => Place(h.Fact), StringComparer.Ordinal))
            {
                var next = v.Of<Held>(h => h.Office, office.Fact.Office).Where(h => h.Fact.Person != gone.Fact.Person && Place(h.Fact) == Place(office.Fact) && !h.When.Precedes(gone.When)).Select(h => h.When.To ?? h.When.From).Min();
                yield return Breach.Of(gone.Record).With(office.Record) with { Until = next };
            }
    }

    /// <summary>Whether an office was over, or may have been, before somebody was gone.</summary>
    private static bool EndedBefore(FactView v, Seen<Held> held, Window moment) =>
        (moment.From ?? moment.To) is { } day && (held.Fact.Until < day || EndTold(v, held, day));

    /// <summary>Material or symbolic advantages accrue to office-holders beyond what was openly voted.</summary>
    public static IEnumerable<Breach> PrivilegeDrift(FactView v) => v.Of<Advantaged>().Where(a => a.Fact.Voted == false).Select(a => Breach.Of(a.Record));
}
