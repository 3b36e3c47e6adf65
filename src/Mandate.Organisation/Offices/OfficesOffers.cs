using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>The acts on offices that a page can offer to one person, each put to the rules.</summary>
public static class OfficesOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        var rules = state.Statutes.At(at);
        foreach (var r in state.Offices.Resolutions.Values.Where(r => !r.Carried && state.Offices.Holds(person, r.StandIn is { } through ? state.Offices.StandIns[through].By : r.Body, at, r.Unit)).OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, r.Id, new SignAct(r.Id, [.. r.Act.Reads()]));
        foreach (var offer in StandInOffers.For(state, person, at)) yield return offer;
        foreach (var p in state.Offices.Proposals.Values.Where(p => !p.Carried).OrderBy(p => p.Id, StringComparer.Ordinal))
            foreach (var command in OfProposal(rules, p))
                if (Concerned(state, rules, p, person, at)) yield return Offer.Of(state, person, at, p.Id, command);
        foreach (var t in state.Offices.HeldBy(person, at))
        {
            yield return Offer.Of(state, person, at, t.Id, new Resign(t.Id));
            if (t.Session is null) yield return Offer.Of(state, person, at, t.Id, state.Offices.UnableAt(t.Id, at) is null ? new ReportUnable(t.Id, Calendar.Day(at)) : new ReportAble(t.Id));
        }
        if (state.Offices.HeldBy(person, at).Any() || Interests.Stands(state, person)) yield return Offer.Of(state, person, at, "new", new DeclareInterest("offer", Tie.Other, "-", "-", null, null));
        foreach (var interest in Interests.Of(state, person).Where(i => i.Until is null)) yield return Offer.Of(state, person, at, interest.Id, new EndInterest(interest.Id, Calendar.Day(at)));
        foreach (var subject in Unreasoned(state, person, at)) yield return Offer.Of(state, person, at, subject, new StateGrounds(subject, "-", null, []));
        foreach (var post in state.Offices.Employments.Values.Where(e => e.Person == person && e.Until is null).OrderBy(e => e.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, post.Id, new EndPost(post.Id, Calendar.Day(at)));
        foreach (var offer in OfPlaces(state, rules, person, at)) yield return offer;
        foreach (var offer in OfRecalls(state, rules, person, at, names)) yield return offer;
        foreach (var seat in Lots.Places(rules).Where(s => !state.Offices.Draws.Values.Any(d => d.Seat == s && d.Seed is null)))
            yield return Offer.Of(state, person, at, seat.Place, new OpenDraw("offer", seat, "?", Calendar.Day(at), Calendar.Start(Calendar.Day(at).AddDays(1))));
        foreach (var d in state.Offices.Draws.Values.Where(d => d.Seed is null).OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, d.Id, d.Pool.Contains(person, StringComparer.Ordinal) ? new WithdrawVolunteer(d.Id) : new Volunteer(d.Id));
            if (at >= d.SeedDue) yield return Offer.Of(state, person, at, d.Id, new DrawLots(d.Id, "?"));
        }
    }

    /// <summary>Pay, standards and the division of tasks, for those who sit where it is decided; assessments for those concerned.</summary>
    private static IEnumerable<Offer> OfPlaces(State state, Constitution rules, string person, DateTimeOffset at)
    {
        var day = Calendar.Day(at);
        var decides = rules.Powers.Where(p => p.Verb == Verb.Decide).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>().FirstOrDefault(of => state.Offices.Holds(person, of, at));
        if (decides is not null && (rules.Offices.Keys.Concat(rules.Bodies.Keys).FirstOrDefault(of => of != decides && !state.Offices.Holds(person, of, at)) is { } other))
        {
            yield return Offer.Of(state, person, at, "new", new GrantBenefit("offer", other, BenefitKind.Access, "-", 0, "EUR", Every.Month, day, null, null));
            yield return Offer.Of(state, person, at, "new", new SetPayCeiling(1, "EUR", 100, "-"));
            foreach (var benefit in state.Offices.Benefits.Values.Where(b => !(b.Until < day)).OrderBy(b => b.Id, StringComparer.Ordinal)) yield return Offer.Of(state, person, at, benefit.Id, new EndBenefit(benefit.Id, day));
        }
        foreach (var colleague in state.Offices.HeldBy(person, at).Where(t => t.Session is null && rules.Bodies.ContainsKey(t.Seat.Of)).SelectMany(t => state.Offices.Holders(t.Seat.Of, at, t.Seat.Unit)).OrderBy(t => t.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, colleague.Id, new AssignPortfolio("offer", colleague.Id, "-", colleague.Until is { } until && until < day.AddDays(1) ? until : day));
            if (colleague.Person != person && state.Sessions.All.Values.Where(s => s.ClosedAt is null && s.Body == ((Seating.SelectOf(rules, colleague.Seat) as Elect)?.Body?.Id ?? s.Body)).MinBy(s => s.Opens) is { } session)
                yield return Offer.Of(state, person, at, colleague.Id, new AssessHolder("offer", colleague.Id, session.Id, new string('0', 64)));
        }
        foreach (var a in state.Offices.Assessments.Values.OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            if (a.By == person && a.Text is null) yield return Offer.Of(state, person, at, a.Id, new OpenAssessment(a.Id, a.Commitment));
            if (a is { Text: not null, Reply: null } && state.Offices.Tenures[a.Tenure].Person == person) yield return Offer.Of(state, person, at, a.Id, new ReplyToAssessment(a.Id, new string('0', 64)));
        }
    }

    /// <summary>Decisions in writing of bodies on which the person sits, and open proposals, that have no reasons yet.</summary>
    private static IEnumerable<string> Unreasoned(State state, string person, DateTimeOffset at) =>
        state.Offices.Resolutions.Values.Where(r => r.Carried && state.Offices.Holds(person, r.Body, at, r.Unit)).Select(r => r.Id)
            .Concat(state.Offices.Proposals.Values.Where(p => !p.Carried && (p.Proposer == person || state.Offices.Holds(person, p.Proposer.Split('@')[0], at))).Select(p => p.Id))
            .Where(id => !state.Offices.Grounds.ContainsKey(id)).Order(StringComparer.Ordinal);

    /// <summary>Petitions that run, and petitions that this person could start against those whom they elect.</summary>
    private static IEnumerable<Offer> OfRecalls(State state, Constitution rules, string person, DateTimeOffset at, Naming? names)
    {
        if (state.Roll.Member(person) is not { } member) yield break;
        var running = state.Offices.Recalls.Values.Where(r => state.Offices.Tenures[r.Tenure].HeldAt(at)).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        foreach (var r in running) yield return Offer.Of(state, person, at, r.Id, new SignRecall(r.Id), names);
        foreach (var t in state.Offices.Tenures.Values.Where(t => t.HeldAt(at) && !running.Exists(r => r.Tenure == t.Id)).OrderBy(t => t.Id, StringComparer.Ordinal))
            if (Recalls.Of(rules, t) is { } terms && (terms.Unit is null || state.Roll.LiesIn(member.Unit, terms.Unit)))
                yield return Offer.Of(state, person, at, t.Id, new StartRecall("offer", t.Id), names);
    }

    private static IEnumerable<Command> OfProposal(Constitution rules, Proposal p)
    {
        if (p.Seat is null) return [new BeginPost(p.Id)];
        var appoint = Seating.SelectOf(rules, p.Seat) as Appoint;
        return [.. (appoint?.ConsentOf ?? []).Where(c => !p.Consents.Contains(c.Id, StringComparer.Ordinal)).Select(c => (Command)new ConsentToAppointment(p.Id, c.Id)), new AppointProposed(p.Id)];
    }

    /// <summary>Holds an office or seat that has a say in it.</summary>
    private static bool Concerned(State state, Constitution rules, Proposal p, string person, DateTimeOffset at)
    {
        IEnumerable<string> who = p.Seat is { } seat && Seating.SelectOf(rules, seat) is Appoint a
            ? a.By.Concat(a.ConsentOf).Select(r => r.Id)
            : rules.Powers.Where(w => w.Verb == Verb.Appoint).Select(w => (w.Holder as NamedHolder)?.Name.Id ?? "");
        return who.Any(w => state.Offices.Holds(person, w, at));
    }
}
