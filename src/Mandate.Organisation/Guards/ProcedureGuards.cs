using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>The guards of fair procedure. Each predicate says what its definition says, and no more.</summary>
internal static class ProcedureGuards
{
    private static readonly ImmutableHashSet<Liberty> OfMinorities =
        [Liberty.Organise, Liberty.Propose, Liberty.Publish, Liberty.Stand, Liberty.BeHeard];

    /// <summary>A binding motion is put to the vote although the notice period has not run for every member or unit entitled to vote on it.</summary>
    public static IEnumerable<Breach> SurpriseMotion(FactView v) => v.Of<PutToVote>()
        .Where(p => p.Fact.Binding == true && p.Fact.NoticeDays is { } given && (p.Fact.NoticeNeeded is { } needed ? given < needed : given == 0))
        .Select(p => Breach.Of(p.Record));

    /// <summary>
    /// A vote is taken when the voters present have fallen below the required share of those accredited, or when no attendance count
    /// is on record.
    /// </summary>
    public static IEnumerable<Breach> VanishedQuorum(FactView v) =>
        from present in v.Of<Present>()
        where present.Fact.Counted == false || Below(present.Fact)
        from vote in Taken(v, present.Fact)
        select Breach.Of(present.Record, vote);

    /// <summary>The votes that were taken while those were there: what was put to them, or a result of the matter.</summary>
    private static IEnumerable<RecordedFact> Taken(FactView v, Present present) =>
        v.Of<PutToVote>(p => p.Session, present.Session).Where(p => (present.Matter is null || present.Matter == p.Fact.Matter)).Select(p => p.Record) is var put && put.Any() || present.Matter is null
            ? put
            : v.Of<Counted>().Where(c => c.Fact.Matter == present.Matter || c.Fact.Vote == present.Matter).Select(c => c.Record);

    /// <summary>Fewer for certain: so many were there, or so many at least had left.</summary>
    private static bool Below(Present p) =>
        p is { Needed: { } needed, Accredited.Exact: { } accredited } && (p.Here is null ? accredited - p.Left?.AtLeast : p.Here.Exact) is { } here
        && here * needed.Denominator < accredited * needed.Numerator;

    /// <summary>A restriction, emergency power, concession or exceptional appointment has no end date and no review body.</summary>
    public static IEnumerable<Breach> NoSunset(FactView v) =>
        from restricted in v.Of<Restricted>()
        where WithoutEnd(restricted.Fact)
        let lifted = v.Of<Lifted>(l => l.Restriction, restricted.Fact.Restriction).FirstOrDefault()
        select lifted.Record is null ? Breach.Of(restricted.Record) : Breach.Of(restricted.Record, lifted.Record) with { Until = lifted.When.To ?? lifted.When.From };

    public static bool WithoutEnd(Restricted r) => r.Stage != Stage.Proposed && r is { Until: null, EndStated: false, Review: null, ReviewNamed: false };

    /// <summary>A binding text contains any part that those bound by it cannot read.</summary>
    public static IEnumerable<Breach> SecretClause(FactView v)
    {
        foreach (var adopted in v.Of<Adopted>())
        {
            if (adopted.Fact.SecretPart is { } part) yield return Breach.Of(adopted.Record) with { Until = OpenedOn(v, part) };
            foreach (var reference in adopted.Fact.References.Each())
                foreach (var earlier in v.Of<Adopted>().Where(e => e.Fact.SecretPart is not null && e.Fact.SecretPart == reference.Part && e.Fact.Document == reference.Document
                    && !v.Of<Published>().Any(p => p.Fact.Document == e.Fact.SecretPart && p.When.Precedes(adopted.When))))
                    yield return Breach.Of(adopted.Record).With(earlier.Record);
        }
        // An order to keep a document from somebody is another thing than an order that is itself kept from them; of one that stands in a document its adoption tells.
        foreach (var secret in v.Of<Restricted>().Where(r => r.Fact is { Secret: true, Form: not RestrictionForm.Secrecy, Stage: not Stage.Proposed, Document: null } && r.Fact.Rights.Each().Length > 0))
            yield return Breach.Of(secret.Record) with { Until = EndOf(v, secret.Fact) };
    }

    private static DateOnly? OpenedOn(FactView v, string document) => v.Of<Published>(p => p.Document, document).Select(p => p.When.To ?? p.When.From).Min();

    /// <summary>A text binds through a reference whose full wording and effect were not displayed to, and confirmed by, those who voted.</summary>
    public static IEnumerable<Breach> IncorporationByReference(FactView v) => v.Of<Adopted>()
        .Where(a => a.Fact.References.Each().Any(r => r.Displayed == false || r.Confirmed == false)).Select(a => Breach.Of(a.Record));

    /// <summary>A restriction is used against persons, bodies or at a time outside the occasion and purpose recorded when it was adopted.</summary>
    public static IEnumerable<Breach> RuleBeyondPurpose(FactView v) =>
        from applied in v.Of<Applied>()
        let adopted = v.Of<Restricted>(r => r.Restriction, applied.Fact.Restriction).ToList()
        where adopted.Count > 0
        // What several facts tell of one restriction holds together; what none tells is not known and bounds nothing.
        let targets = adopted.SelectMany(r => r.Fact.Targets.Each()).ToList()
        let otherTarget = targets.Count > 0 && applied.Fact.Against.Each().Any(a => !targets.Exists(t => v.SameOrWithin(a, t)))
        let occasions = adopted.Select(r => r.Fact.Occasion).OfType<string>().ToList()
        let otherOccasion = occasions.Count > 0 && applied.Fact.Occasion is { } used && !occasions.Contains(used, StringComparer.Ordinal)
        let over = adopted.Select(r => r.Fact.OccasionEnded ?? r.Fact.Until).Max()
        let tooLate = over is { } ended && applied.When.From is { } day && day > ended
        where otherTarget || otherOccasion || tooLate
        select Breach.Of(applied.Record).With(adopted.Select(r => (RecordedFact?)r.Record));

    /// <summary>A decision removes or narrows the right of a minority to organise, propose, publish, stand or be heard.</summary>
    public static IEnumerable<Breach> RestrictionOfMinority(FactView v) =>
        v.Of<Restricted>().Where(r => Narrows(r.Fact)).Select(r => Breach.Of(r.Record) with { Until = EndOf(v, r.Fact) })
            .Concat(v.Of<Hindered>().Where(h => h.Fact.Rights.Each().Any(OfMinorities.Contains)).Select(h => Breach.Of(h.Record)));

    /// <summary>The day on which it ended, by its own words or in fact, where that day is past.</summary>
    private static DateOnly? EndOf(FactView v, Restricted r) =>
        v.Of<Lifted>(l => l.Restriction, r.Restriction).Select(l => l.When.To ?? l.When.From).Append(r.Until < v.Day ? r.Until : null).Min();

    public static bool Narrows(Restricted r) => r.Rights.Each().Any(OfMinorities.Contains);

    /// <summary>Alternative lists, parties or candidates are excluded or outlawed by those they compete with.</summary>
    public static IEnumerable<Breach> MonopolyOfList(FactView v) => v.Of<Barred>().Where(b => b.Fact.Competes == true).Select(b => Breach.Of(b.Record));

    /// <summary>
    /// A person who accepted a task to move, defend or report something at a session did not do so and gave no account in due time.
    /// </summary>
    public static IEnumerable<Breach> UnfulfilledMandate(FactView v) =>
        from settled in v.Of<Settled>()
        where !settled.Fact.Kept && settled.Fact.Account == false
        from undertook in v.Of<Undertook>(u => u.Undertaking, settled.Fact.Undertaking)
        where undertook.Fact.Accepted == true
            && undertook.Fact.What is UndertakingKind.Task or UndertakingKind.Report
        select Breach.Of(settled.Record).With(undertook.Record);

    /// <summary>A deposited proposal is about to lapse only because its mover is ill, absent, dead or silent.</summary>
    public static IEnumerable<Breach> LostMover(FactView v)
    {
        foreach (var lapsed in v.Of<Lapsed>())
            if (lapsed.Fact.Because is LapseCause.Ill or LapseCause.Absent or LapseCause.Dead or LapseCause.Silent
                && !v.Of<Disposed>(d => d.Matter, lapsed.Fact.Matter).Any(d => d.Fact.How == Disposal.TakenUp)
                && v.Of<Filed>(f => f.Matter, lapsed.Fact.Matter).FirstOrDefault() is { Record: { } filed })
                yield return Breach.Of(lapsed.Record).With(filed);
        // Of several movers one who is left can move it.
        var gone = v.Of<Unavailable>().Where(u => u.Fact.Unable == true).ToLookup(u => u.Fact.Person, StringComparer.Ordinal);
        foreach (var filed in v.Of<Filed>().Where(f => gone.Count > 0 && f.Fact.By.Each().Length > 0))
        {
            var movers = filed.Fact.By.Each().Select(m => gone[m].Where(u => filed.When.MayPrecede(u.When)).ToList()).ToList();
            if (movers.Exists(m => m.Count == 0) || v.Of<Disposed>(d => d.Matter, filed.Fact.Matter).Any()) continue;
            if (movers is [var one])
                foreach (var each in one) yield return Breach.Of(each.Record).With(filed.Record);
            else yield return Breach.Of([.. movers.SelectMany(m => m).Select(m => m.Record)]).With(filed.Record);
        }
    }

    /// <summary>
    /// Office-holders agreed on posts, agenda, sanctions or silence without entering the agreement in the record of the body competent
    /// for it.
    /// </summary>
    public static IEnumerable<Breach> PrivateBargain(FactView v) => v.Of<Agreed>()
        .Where(a => a.Fact.Entered == false && (a.Fact.Parties.Each().Length > 1 || a.Fact.Parties.Each().Any(v.HasMembers)) && a.Fact.About.Each().Any(b => b != BargainSubject.Policy))
        .Select(a => Breach.Of(a.Record));

    /// <summary>Members who together can decide for a body settle its decisions beforehand without declaring themselves.</summary>
    public static IEnumerable<Breach> SecretCaucus(FactView v)
    {
        var secret = v.Of<Caucused>().Where(c => c.Fact.Declared == false && c.Fact.Decisive == true).ToList();
        foreach (var caucus in secret) yield return Breach.Of(caucus.Record);
        foreach (var exposed in v.Of<Exposed>())
            if (secret.Find(c => c.Fact.Group == exposed.Fact.Group) is { Record: { } caucus }) yield return Breach.Of(exposed.Record).With(caucus);
    }

    /// <summary>A person or body reports on, chairs, judges or decides a matter of which it is itself the subject.</summary>
    public static IEnumerable<Breach> ConflictOfInterest(FactView v) =>
        from acted in v.Of<Acted>()
        // To speak for or against is everybody's right, one's own case included.
        where acted.Fact.As != Part.Advises
        let subject = v.Of<Concerns>(c => c.Matter, acted.Fact.Matter).FirstOrDefault(c => Judges(v, acted.Fact, c.Fact.Who))
        where subject.Record is not null
        select Breach.Of(acted.Record).With(subject.Record);

    /// <summary>Whether somebody who acted is whom it is about, or one is of the other: those who stood aside took no part.</summary>
    private static bool Judges(FactView v, Acted acted, ImmutableArray<string> who) =>
        acted.By.Each().Except(acted.Apart.Each(), StringComparer.Ordinal)
            .Any(actor => who.Each().Any(subject => v.SameOrWithin(actor, subject) || v.SameOrWithin(subject, actor) && !acted.Apart.Each().Contains(subject, StringComparer.Ordinal)));

    /// <summary>Free intervention is replaced by prepared, approved or allotted texts.</summary>
    public static IEnumerable<Breach> ScriptedDebate(FactView v) => v.Of<Debated>().Where(d => d.Fact.Mode != DebateMode.Free).Select(d => Breach.Of(d.Record));

    /// <summary>
    /// A petition or formal request with enough supporters is not put on the agenda of the body addressed, or is answered by measures
    /// against its authors.
    /// </summary>
    public static IEnumerable<Breach> UnansweredPetition(FactView v)
    {
        var taken = v.Of<MeasureTaken>().SelectMany(m => m.Fact.For.Each().Select(of => (Of: of, Measure: m))).ToLookup(m => m.Of, m => m.Measure, StringComparer.Ordinal);
        foreach (var petition in v.Of<Petitioned>())
        {
            if (!(petition.Fact.Enough ?? petition.Fact.Supporters?.AtLeast >= v.Limits.PetitionSupporters)) continue;
            var answers = v.Of<Answered>(a => a.Petition, petition.Fact.Petition).ToList();
            RecordedFact[] measures =
            [
                .. answers.Where(a => a.Fact.How == PetitionAnswer.Measures).Select(a => a.Record),
                .. taken[petition.Fact.Petition].Where(m => InAnswer(v, petition.When, m.When)).Select(m => m.Record),
            ];
            if (measures.Length > 0) yield return Breach.Of([petition.Record, .. measures]);
            else if (!answers.Exists(a => a.Fact.How is PetitionAnswer.Scheduled or PetitionAnswer.Granted) && v.Passed(petition.When, v.Limits.DueDays)) yield return Breach.Of(petition.Record);
        }
    }

    /// <summary>A measure for it that came while the answer was due.</summary>
    private static bool InAnswer(FactView v, Window petition, Window measure) =>
        petition.MayPrecede(measure) && measure.From is { } from && (petition.To ?? petition.From) is { } last && from.DayNumber <= last.DayNumber + v.Limits.DueDays;

    /// <summary>An adopted decision has no owner, no due date or no execution report when its date has passed.</summary>
    public static IEnumerable<Breach> ResolutionNotExecuted(FactView v)
    {
        foreach (var assigned in v.Of<Assigned>())
            if (assigned.Fact.OwnerNamed == false || assigned.Fact.DueNamed == false
                || assigned.Fact.Due is { } due && due < v.Day && !v.Of<Executed>(e => e.Matter, assigned.Fact.Matter).Any())
                yield return Breach.Of(assigned.Record);
        foreach (var executed in v.Of<Executed>().Where(e => !e.Fact.Done)) yield return Breach.Of(executed.Record);
    }

    /// <summary>
    /// A position or vote is demanded from members who have declared that they lack the information, or who demonstrably were not
    /// given it.
    /// </summary>
    public static IEnumerable<Breach> UninformedVote(FactView v)
    {
        foreach (var uninformed in v.Of<Uninformed>())
        {
            foreach (var asked in v.Of<Consulted>(c => c.Matter, uninformed.Fact.Matter).Where(c => v.Meet(uninformed.Fact.Who, c.Fact.Who)))
                yield return Breach.Of(asked.Record, uninformed.Record);
            foreach (var put in v.Of<PutToVote>(p => p.Matter, uninformed.Fact.Matter).Where(p => (p.Fact.Body is not { } body || v.Meet(uninformed.Fact.Who, [body]))))
                yield return Breach.Of(put.Record, uninformed.Record);
        }
    }
}
