using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class InspectionOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        if (state.Offices.Tenures.Values.Where(t => t.HeldAt(at)).MinBy(t => t.Id, StringComparer.Ordinal) is { } tenure)
            yield return Offer.Of(state, person, at, "new", new Complain("offer", [tenure.Id], "-", new string('0', 64), "-"), names);
        foreach (var complaint in state.Inspection.All.Values.Where(c => c is { DecidedAt: not null, Appeal: null }).OrderBy(c => c.Id, StringComparer.Ordinal))
            if (complaint.Accused.Contains(person, StringComparer.Ordinal) || complaint.By == (names?.Invoke(person, Pseudonyms.Complaint(complaint.Id)) ?? person) || complaint.By == person)
                yield return Offer.Of(state, person, at, complaint.Id, new AppealFinding(complaint.Id, new string('0', 64)), names);
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
            if (readers.IsEmpty) yield return Offer.Of(state, person, at, complaint.Id, new DrawJury(complaint.Id, "-"));
            // Shown to every inspector, so that whoever is barred reads why.
            if (!readers.Contains(person, StringComparer.Ordinal) && !Readers.Inspectors(state, at).Contains(person, StringComparer.Ordinal)) continue;
            yield return Offer.Of(state, person, at, complaint.Id, new FindOnComplaint(complaint.Id, true, "-"));
            foreach (var accused in complaint.Against.Where(t => state.Offices.Tenures[t].HeldAt(at) && !state.Offices.Suspended.ContainsKey(t)))
                yield return Offer.Of(state, person, at, complaint.Id, new SuspendHolder(complaint.Id, accused, DateOnly.FromDateTime(at.UtcDateTime), "-"));
            yield return Offer.Of(state, person, at, complaint.Id, new StepAside(complaint.Id, "-"));
        }
    }
}
