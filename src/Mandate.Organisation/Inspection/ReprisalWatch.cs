using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>An adverse measure on record: a place that ended other than by its term or by resigning, a suspension, an expulsion.</summary>
/// <param name="What">Why the place ended (<c>removed</c>, <c>recalled</c>), or the status.</param>
/// <param name="Stratum">The kind of place, or <c>members</c>: measures are compared only within one.</param>
/// <param name="FirstStep">The first step of it on record; only what came before it protects.</param>
public sealed record AdverseMeasure(string Id, string Person, string What, string Stratum, DateTimeOffset At, DateTimeOffset FirstStep);

/// <summary>A file that opens by itself: a measure within the protected time after an open act of the same person. It says nothing of why.</summary>
/// <param name="Acts">How many such acts came before its first step; which ones is for the person to say.</param>
public sealed record ProtectedFile(AdverseMeasure Measure, int Acts, DateOnly ProtectedUntil);

/// <summary>
/// The exact test over strata: are those who acted openly hit more often than chance would give? Only where no count is under five, and as a
/// question for an inquiry, never as a finding.
/// </summary>
/// <param name="Chance">How often chance alone would give as much or more; null where counts are too few to say.</param>
/// <param name="CanTell">Whether even the worst case could have come under one in twenty.</param>
public sealed record ReprisalTest(Fraction? Chance, Fraction? CommonOddsRatio, bool CanTell);

/// <summary>
/// Starts from measures, never from dissent (design, against misuse): no list of those who dissented is made or kept. A file goes to the
/// person and to the inspection; the test gives figures only. First line of defence is the file, whose burden lies with whoever decided
/// (Directive (EU) 2019/1937, art. 21(5)); the statistic comes second.
/// </summary>
public static class ReprisalWatch
{
    /// <summary>Days after an open act during which a measure opens a file.</summary>
    private const int ProtectedDays = 365;

    /// <summary>Measures against members as such.</summary>
    private const string MembersStratum = "members";

    private static readonly ImmutableHashSet<string> Adverse = ["removed", "recalled", "replaced"];

    /// <summary>The measures on record up to a day, the latest first.</summary>
    public static ImmutableArray<AdverseMeasure> Measures(State state) =>
    [
        .. state.Offices.Tenures.Values.Where(t => t.Ended is not null && t.EndReason is { } why && Adverse.Contains(why))
            .Select(t => new AdverseMeasure(t.Id, t.Person, t.EndReason!, t.Seat.Of, t.Ended!.Value, FirstStep(state, t)))
            .Concat(state.Roll.Charges.Values.Where(c => c.DecidedAt is not null && c.Stage != ChargeStage.Overturned)
                .Select(c => new AdverseMeasure(c.Id, c.Person, "expelled", MembersStratum, c.DecidedAt!.Value, c.At)))
            .OrderByDescending(m => m.At).ThenBy(m => m.Id, StringComparer.Ordinal),
    ];

    /// <summary>The motion to remove or the petition to recall, where one is on record; else the measure itself.</summary>
    private static DateTimeOffset FirstStep(State state, Tenure tenure) =>
        state.Motions.All.Values.Where(m => m.Target == tenure.Id && m.FiledAt <= tenure.Ended).Select(m => m.FiledAt)
            .Concat(state.Offices.Recalls.Values.Where(r => r.Tenure == tenure.Id && r.At <= tenure.Ended).Select(r => r.At))
            .Append(tenure.Ended!.Value).Min();

    /// <summary>The file of a measure; null where no open act of that person came before it within the protected time.</summary>
    /// <param name="names">Makes the person's own pseudonyms, so that complaints and petitions of theirs protect too; null where the vault is not at hand.</param>
    public static ProtectedFile? FileOf(State state, AdverseMeasure measure, Naming? names = null)
    {
        var acts = ActsOf(state, measure.Person, names).Where(a => a < measure.FirstStep && a >= measure.FirstStep.AddDays(-ProtectedDays)).ToList();
        return acts.Count == 0 ? null : new(measure, acts.Count, DateOnly.FromDateTime(acts.Max().UtcDateTime).AddDays(ProtectedDays));
    }

    /// <summary>What somebody did: complaints made, motions moved, petitions started, concerns raised, dissent declared, no by roll call. Computed for one measure, kept nowhere.</summary>
    private static IEnumerable<DateTimeOffset> ActsOf(State state, string person, Naming? names)
    {
        bool Is(string pseudonym, string matter) => Pseudonyms.IsOne(pseudonym) && names?.Invoke(person, matter) == pseudonym;
        return state.Inspection.All.Values.Where(c => c.By == person || Is(c.By, Pseudonyms.Complaint(c.Id))).Select(c => c.At)
            .Concat(state.Motions.All.Values.Where(m => m.Mover == person && m.MovedFor is null).Select(m => m.FiledAt))
            .Concat(state.Petitions.All.Values.Where(p => p.Starter == person || Is(p.Starter, Pseudonyms.Petition(p.Id))).Select(p => p.At))
            .Concat(state.Petitions.Concerns.Values.Where(c => Is(c.By, Pseudonyms.Concern(c.Id))).Select(c => c.At))
            .Concat(state.Votes.All.Values.SelectMany(v => v.Statements.Where(s => s.Person == person && s.Kind == Votes.StatementKind.Dissent)).Select(s => s.At))
            .Concat(state.Votes.All.Values.Where(v => v is { Kind: Votes.VoteKind.RollCall, Outcome.Carried: true, ClosedAt: not null } && v.Casts.GetValueOrDefault(person, Votes.Choice.Yes) == Votes.Choice.No).Select(v => v.ClosedAt!.Value));
    }

    /// <summary>The exact test over kinds of places (expulsions open files; all members are no kind of place), for the measures of the twelve months up to a day.</summary>
    public static ReprisalTest Test(State state, DateTimeOffset at, Naming? names = null)
    {
        var from = at.AddDays(-ProtectedDays);
        var hit = Measures(state).Where(m => m.Stratum != MembersStratum && m.At > from && m.At <= at).GroupBy(m => m.Stratum, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var strata = hit.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => TableOf(state, h.Key, h.Value, from, at, names)).ToList();
        if (strata.Count == 0 || new[] { strata.Sum(t => t.A + t.B), strata.Sum(t => t.C + t.D), strata.Sum(t => t.A + t.C) }.Any(n => n < Indicator.Fewest)) return new(null, null, false);
        return new(FisherExact.Greater(strata), FisherExact.CommonOddsRatio(strata), FisherExact.AtWorst(strata) <= new Fraction(1, 20));
    }

    /// <summary>Hit and not hit, of those who had acted openly and of the others, who held such a place in that time.</summary>
    private static Table TableOf(State state, string place, List<AdverseMeasure> hit, DateTimeOffset from, DateTimeOffset at, Naming? names)
    {
        var persons = state.Offices.TenuresOfPlace.GetValueOrDefault(place, []).Select(id => state.Offices.Tenures[id])
            .Where(t => t.From <= at && (t.Ended is null || t.Ended > from) && (t.Until is null || t.Until >= DateOnly.FromDateTime(from.UtcDateTime))).Select(t => t.Person).Distinct(StringComparer.Ordinal).ToList();
        var (open, struck) = (new HashSet<string>(StringComparer.Ordinal), hit.Select(h => h.Person).ToHashSet(StringComparer.Ordinal));
        foreach (var person in persons)
            if (hit.Find(h => h.Person == person) is { } measure ? FileOf(state, measure, names) is not null : ActsOf(state, person, names).Any(a => a >= from && a <= at)) open.Add(person);
        return new(persons.Count(p => open.Contains(p) && struck.Contains(p)), persons.Count(p => open.Contains(p) && !struck.Contains(p)), persons.Count(p => !open.Contains(p) && struck.Contains(p)), persons.Count(p => !open.Contains(p) && !struck.Contains(p)));
    }
}
