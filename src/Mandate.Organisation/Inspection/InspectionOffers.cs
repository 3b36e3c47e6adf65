using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class InspectionOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        if (state.Offices.Tenures.Values.Where(t => t.HeldAt(at)).MinBy(t => t.Id, StringComparer.Ordinal) is { } tenure)
            yield return Offer.Of(state, person, at, "new", new Complain("offer", [tenure.Id], "-", new string('0', 64), "-"), names);
        if (state.Roll.Member(person) is { InGoodStanding: true } member) yield return Offer.Of(state, person, at, "new", new AskStay("offer", member.Unit, "-"), names);
        foreach (var stay in state.Inspection.GroupStays.Values.OrderBy(s => s.Id, StringComparer.Ordinal))
            if (stay.Begun is null && !stay.Register.IsEmpty) yield return Offer.Of(state, person, at, stay.Id, new SignStay(stay.Id), names);
            else if (stay.RunsOn(DateOnly.FromDateTime(at.UtcDateTime)) && Readers.Inspectors(state, at).Contains(person, StringComparer.Ordinal)) yield return Offer.Of(state, person, at, stay.Id, new HearUnit(stay.Id, "-"));
        if (FigureComments.MayComment(state, person, at)) yield return Offer.Of(state, person, at, "new", new CommentOnFigures("offer", CommentedFigures.Activity, "-"), names);
        foreach (var offer in OfBodies(state, person, at)) yield return offer;
        foreach (var complaint in state.Inspection.All.Values.Where(c => c is { DecidedAt: not null, Appeal: null, Settled: false }).OrderBy(c => c.Id, StringComparer.Ordinal))
            if (complaint.Accused.Contains(person, StringComparer.Ordinal) || complaint.By == (names?.Invoke(person, Pseudonyms.Complaint(complaint.Id)) ?? person) || complaint.By == person)
                yield return Offer.Of(state, person, at, complaint.Id, new AppealFinding(complaint.Id, new string('0', 64)), names);
        foreach (var complaint in state.Inspection.All.Values.Where(c => c is { Replied: not null, TakenBack: null, Appeal: null, Settled: false, Upheld: not false } && c.Accused.Contains(person, StringComparer.Ordinal)).OrderBy(c => c.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, complaint.Id, new TakeBackStatement(complaint.Id));
        foreach (var complaint in state.Inspection.All.Values.Where(c => c is { Upheld: true, Follows: null }).OrderBy(c => c.Id, StringComparer.Ordinal))
            if (Readers.Of(state, complaint, at).Contains(person, StringComparer.Ordinal))
                yield return Offer.Of(state, person, at, complaint.Id, new ProposeConsequence(complaint.Id, Consequence.None, "-", null));
        foreach (var complaint in state.Inspection.All.Values.Where(c => c.DecidedAt is null).OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            if (complaint.Accused.Contains(person, StringComparer.Ordinal) && complaint.Replied is null)
                yield return Offer.Of(state, person, at, complaint.Id, new ReplyToComplaint(complaint.Id, new string('0', 64)));
            if (complaint.Accused.Contains(person, StringComparer.Ordinal) && Suspensions.RunsAt(state, complaint, at))
                yield return Offer.Of(state, person, at, complaint.Id, new AppealFinding(complaint.Id, new string('0', 64)), names);
            var readers = Readers.Of(state, complaint, at);
            foreach (var offer in OfParties(state, complaint, readers, person, at, names)) yield return offer;
            if (readers.IsEmpty) yield return Offer.Of(state, person, at, complaint.Id, new DrawJury(complaint.Id, "-"));
            // Shown to every inspector, so that whoever is barred reads why.
            if (!readers.Contains(person, StringComparer.Ordinal) && !Readers.Inspectors(state, at).Contains(person, StringComparer.Ordinal)) continue;
            yield return Offer.Of(state, person, at, complaint.Id, new FindOnComplaint(complaint.Id, true, "-"));
            foreach (var accused in complaint.Against.Where(t => state.Offices.Tenures[t].HeldAt(at) && !state.Offices.Suspended.ContainsKey(t)))
                yield return Offer.Of(state, person, at, complaint.Id, new SuspendHolder(complaint.Id, accused, DateOnly.FromDateTime(at.UtcDateTime), "-"));
            yield return Offer.Of(state, person, at, complaint.Id, new StepAside(complaint.Id, "-"));
        }
    }

    /// <summary>What the two sides of a complaint can do: choose who takes it up, and settle it.</summary>
    private static IEnumerable<Offer> OfParties(State state, Complaint complaint, System.Collections.Immutable.ImmutableArray<string> readers, string person, DateTimeOffset at, Naming? names)
    {
        var nothing = new string('0', 64);
        if (complaint.Accused.Contains(person, StringComparer.Ordinal) && complaint.Mediation is { Agreed: null }) yield return Offer.Of(state, person, at, complaint.Id, new AnswerDemand(complaint.Id, true, nothing));
        if (complaint.By != person && complaint.By != names?.Invoke(person, Pseudonyms.Complaint(complaint.Id))) yield break;
        if (complaint.Lead is null && !readers.IsEmpty) yield return Offer.Of(state, person, at, complaint.Id, new ChooseReader(complaint.Id, readers[0]), names);
        if (complaint is { Conduct: true, Mediation: null }) yield return Offer.Of(state, person, at, complaint.Id, new DemandAmends(complaint.Id, Amends.Apology, nothing, DateOnly.FromDateTime(at.UtcDateTime)), names);
        if (complaint.Mediation?.Agreed == true) yield return Offer.Of(state, person, at, complaint.Id, new SettleComplaint(complaint.Id), names);
    }

    /// <summary>What somebody can do on the inspections of bodies.</summary>
    private static IEnumerable<Offer> OfBodies(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        if (InspectionPlan.At(state, at).FirstOrDefault(p => p.Due <= day) is { } due) yield return Offer.Of(state, person, at, "new", new OpenInspection("offer", due.Place, "-"));
        foreach (var one in state.Inspection.Inspections.Values.Where(i => !i.Over).OrderBy(i => i.Id, StringComparer.Ordinal))
        {
            if (one.Inspectors.IsEmpty && at >= one.SeedDue) yield return Offer.Of(state, person, at, one.Id, new DrawInspectors(one.Id, "-"));
            if (one.Inspectors.Contains(person, StringComparer.Ordinal)) yield return Offer.Of(state, person, at, one.Id, one.Reports.Any(r => r.By == person) ? new FollowUpInspection(one.Id, "-", false) : new ReportInspection(one.Id, new string('0', 64), null, ""));
            if (!one.Reports.IsEmpty && one.Answer is null && InspectionPlan.Inspected(state, one.Place, at).Contains(person, StringComparer.Ordinal)) yield return Offer.Of(state, person, at, one.Id, new AnswerInspection(one.Id, new string('0', 64)));
        }
        foreach (var request in state.Inspection.Requests.Values.Where(r => r.HandedAt is null && InspectionPlan.Inspected(state, r.From, at).Contains(person, StringComparer.Ordinal)).OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, request.Id, new HandOverEvidence(request.Id, new string('0', 64)));
    }
}
