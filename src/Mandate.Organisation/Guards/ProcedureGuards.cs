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
        from put in v.Of<PutToVote>()
        where put.Fact.Session == present.Fact.Session && (present.Fact.Matter is null || present.Fact.Matter == put.Fact.Matter)
        select Breach.Of(present.Record, put.Record);

    private static bool Below(Present p) =>
        p is { Needed: { } needed, Accredited.Exact: { } accredited, Here.Exact: { } here } && here * needed.Denominator < accredited * needed.Numerator;

    /// <summary>A restriction, emergency power, concession or exceptional appointment has no end date and no review body.</summary>
    public static IEnumerable<Breach> NoSunset(FactView v) =>
        from restricted in v.Of<Restricted>()
        where WithoutEnd(restricted.Fact)
        let lifted = v.Of<Lifted>().FirstOrDefault(l => l.Fact.Restriction == restricted.Fact.Restriction)
        select lifted.Record is null ? Breach.Of(restricted.Record) : Breach.Of(restricted.Record, lifted.Record) with { Until = lifted.When.To ?? lifted.When.From };

    public static bool WithoutEnd(Restricted r) => r.Stage != Stage.Proposed && r is { Until: null, EndStated: false, Review: null, ReviewNamed: false };

    /// <summary>A binding text contains any part that those bound by it cannot read.</summary>
    public static IEnumerable<Breach> SecretClause(FactView v)
    {
        foreach (var adopted in v.Of<Adopted>())
        {
            if (adopted.Fact.SecretPart is not null) yield return Breach.Of(adopted.Record);
            foreach (var reference in adopted.Fact.References.Each())
                foreach (var earlier in v.Of<Adopted>().Where(e => e.Fact.SecretPart is not null && e.Fact.SecretPart == reference.Part && e.Fact.Document == reference.Document
                    && !v.Of<Published>().Any(p => p.Fact.Document == e.Fact.SecretPart && p.When.Precedes(adopted.When))))
                    yield return Breach.Of(adopted.Record).With(earlier.Record);
        }
    }

    /// <summary>A text binds through a reference whose full wording and effect were not displayed to, and confirmed by, those who voted.</summary>
    public static IEnumerable<Breach> IncorporationByReference(FactView v) => v.Of<Adopted>()
        .Where(a => a.Fact.References.Each().Any(r => r.Displayed == false || r.Confirmed == false)).Select(a => Breach.Of(a.Record));

    /// <summary>A restriction is used against persons, bodies or at a time outside the occasion and purpose recorded when it was adopted.</summary>
    public static IEnumerable<Breach> RuleBeyondPurpose(FactView v) =>
        from applied in v.Of<Applied>()
        let adopted = v.Of<Restricted>().FirstOrDefault(r => r.Fact.Restriction == applied.Fact.Restriction)
        where adopted.Record is not null
        let otherTarget = adopted.Fact.Targets.Each() is { Length: > 0 } targets && applied.Fact.Against.Each() is { Length: > 0 } against && against.Any(a => !targets.Any(t => v.SameOrWithin(a, t)))
        let otherOccasion = adopted.Fact.Occasion is { } occasion && applied.Fact.Occasion is { } used && occasion != used
        let tooLate = adopted.Fact.OccasionEnded is { } ended && applied.When.From is { } day && day > ended
        where otherTarget || otherOccasion || tooLate
        select Breach.Of(applied.Record).With(adopted.Record);

    /// <summary>A decision removes or narrows the right of a minority to organise, propose, publish, stand or be heard.</summary>
    public static IEnumerable<Breach> RestrictionOfMinority(FactView v) =>
        v.Of<Restricted>().Where(r => Narrows(r.Fact)).Select(r => Breach.Of(r.Record))
            .Concat(v.Of<Hindered>().Where(h => h.Fact.Rights.Each().Any(OfMinorities.Contains)).Select(h => Breach.Of(h.Record)));

    public static bool Narrows(Restricted r) => r.Rights.Each().Any(OfMinorities.Contains);

    /// <summary>Alternative lists, parties or candidates are excluded or outlawed by those they compete with.</summary>
    public static IEnumerable<Breach> MonopolyOfList(FactView v) => v.Of<Barred>().Where(b => b.Fact.Competes == true).Select(b => Breach.Of(b.Record));

    /// <summary>
    /// A person who accepted a task to move, defend or report something at a session did not do so and gave no account in due time.
    /// </summary>
    public static IEnumerable<Breach> UnfulfilledMandate(FactView v) =>
        from settled in v.Of<Settled>()
        where !settled.Fact.Kept && settled.Fact.Account == false
        from undertook in v.Of<Undertook>()
        where undertook.Fact.Undertaking == settled.Fact.Undertaking && undertook.Fact.Accepted == true
            && undertook.Fact.What is UndertakingKind.Task or UndertakingKind.Report
        select Breach.Of(settled.Record).With(undertook.Record);

    /// <summary>A deposited proposal is about to lapse only because its mover is ill, absent, dead or silent.</summary>
    public static IEnumerable<Breach> LostMover(FactView v)
    {
        foreach (var lapsed in v.Of<Lapsed>())
            if (lapsed.Fact.Because is LapseCause.Ill or LapseCause.Absent or LapseCause.Dead or LapseCause.Silent
                && !v.Of<Disposed>().Any(d => d.Fact.Matter == lapsed.Fact.Matter && d.Fact.How == Disposal.TakenUp)
                && v.Of<Filed>().FirstOrDefault(f => f.Fact.Matter == lapsed.Fact.Matter) is { Record: { } filed })
                yield return Breach.Of(lapsed.Record).With(filed);
        foreach (var gone in v.Of<Unavailable>().Where(u => u.Fact.Unable == true))
            foreach (var filed in v.Of<Filed>().Where(f => f.Fact.By.Each() is [var only] && only == gone.Fact.Person && f.When.MayPrecede(gone.When)))
                if (!v.Of<Disposed>().Any(d => d.Fact.Matter == filed.Fact.Matter))
                    yield return Breach.Of(gone.Record).With(filed.Record);
    }

    /// <summary>
    /// Office-holders agreed on posts, agenda, sanctions or silence without entering the agreement in the record of the body competent
    /// for it.
    /// </summary>
    public static IEnumerable<Breach> PrivateBargain(FactView v) => v.Of<Agreed>()
        .Where(a => a.Fact.Entered == false && a.Fact.Parties.Each().Length > 1 && a.Fact.About.Each().Any(b => b != BargainSubject.Policy))
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
        let subject = v.Of<Concerns>().FirstOrDefault(c => c.Fact.Matter == acted.Fact.Matter && Judges(v, acted.Fact.By, c.Fact.Who))
        where subject.Record is not null
        select Breach.Of(acted.Record).With(subject.Record);

    private static bool Judges(FactView v, ImmutableArray<string> by, ImmutableArray<string> who) =>
        by.Each().Any(actor => who.Each().Any(subject => v.SameOrWithin(actor, subject) || v.SameOrWithin(subject, actor)));

    /// <summary>Free intervention is replaced by prepared, approved or allotted texts.</summary>
    public static IEnumerable<Breach> ScriptedDebate(FactView v) => v.Of<Debated>().Where(d => d.Fact.Mode != DebateMode.Free).Select(d => Breach.Of(d.Record));

    /// <summary>
    /// A petition or formal request with enough supporters is not put on the agenda of the body addressed, or is answered by measures
    /// against its authors.
    /// </summary>
    public static IEnumerable<Breach> UnansweredPetition(FactView v)
    {
        foreach (var petition in v.Of<Petitioned>())
        {
            if (!(petition.Fact.Enough ?? petition.Fact.Supporters?.AtLeast >= v.Limits.PetitionSupporters)) continue;
            var answers = v.Of<Answered>().Where(a => a.Fact.Petition == petition.Fact.Petition).ToList();
            if (answers.Find(a => a.Fact.How == PetitionAnswer.Measures) is { Record: { } measures }) yield return Breach.Of(petition.Record, measures);
            else if (!answers.Exists(a => a.Fact.How is PetitionAnswer.Scheduled or PetitionAnswer.Granted) && v.Passed(petition.When, v.Limits.DueDays)) yield return Breach.Of(petition.Record);
        }
    }

    /// <summary>An adopted decision has no owner, no due date or no execution report when its date has passed.</summary>
    public static IEnumerable<Breach> ResolutionNotExecuted(FactView v)
    {
        foreach (var assigned in v.Of<Assigned>())
            if (assigned.Fact.OwnerNamed == false || assigned.Fact.DueNamed == false
                || assigned.Fact.Due is { } due && due < v.Day && !v.Of<Executed>().Any(e => e.Fact.Matter == assigned.Fact.Matter))
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
            foreach (var asked in v.Of<Consulted>().Where(c => c.Fact.Matter == uninformed.Fact.Matter && v.Meet(uninformed.Fact.Who, c.Fact.Who)))
                yield return Breach.Of(asked.Record, uninformed.Record);
            foreach (var put in v.Of<PutToVote>().Where(p => p.Fact.Matter == uninformed.Fact.Matter && (p.Fact.Body is not { } body || v.Meet(uninformed.Fact.Who, [body]))))
                yield return Breach.Of(put.Record, uninformed.Record);
        }
    }
}
