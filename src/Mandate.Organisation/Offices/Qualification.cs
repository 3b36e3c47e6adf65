using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Whether somebody can take a place: member in good standing, the conditions of the place, incompatible places, caps, limits of
/// terms. The rules decide on what the record says of the person. Asked when they stand and again when the place is given.
/// </summary>
public static class Qualification
{
    /// <summary>Null when the person can take the place; otherwise the first rule that stands against it.</summary>
    /// <param name="vote">The election in which they stand, so that it does not count as another candidacy; null otherwise.</param>
    /// <param name="session">For delegates: the session they are elected for.</param>
    public static Refusal? Of(State state, string person, Seat seat, DateTimeOffset at, string? vote = null, string? session = null)
    {
        var rules = state.Statutes.At(at);
        var clause = Seating.ClauseOf(rules, seat);
        if (state.Roll.Member(person) is not { InGoodStanding: true }) return OfficesRefusals.NotAMember(person, clause);
        if (state.Decisions.RenouncedBy(person, seat.Of, Calendar.Day(at)) is { } own) return OfficesRefusals.Renounced(clause, person, own.Motion, own.Until);
        var facts = FactsOf(state, person, at, vote) with { InUnit = seat.Unit is not { } unit || state.Roll.LiesIn(state.Roll.Member(person)!.Unit, unit) };
        var day = Calendar.Day(at);
        if (Eligibility.Failing(rules, Seating.EligibleOf(rules, seat), facts, day) is [var unfit, ..]) return OfficesRefusals.NotEligible(unfit, person);
        foreach (var place in ExOfficioSeats.Brings(rules, seat).Select(s => s.Place).Prepend(seat.Place))
            if (Conflict(rules, place, PlaceExceptions.Without(state, person, seat.Of, facts, day), day) is { } conflict) return OfficesRefusals.Incompatible(conflict, person, seat.Of);
        if (Caps.Broken(state, rules, person, seat.Place, seat, session, at) is { } full) return OfficesRefusals.CapReached(full, person);
        if (Seating.TermOf(rules, seat) is not { } term) return null;
        var may = Terms.MayBegin(term, Served(state, person, seat.Of), day, term.Clause);
        return may.Holds ? null : OfficesRefusals.TooManyTerms(may, person);
    }

    /// <summary>What the person holds that cannot be held together with the place; null when nothing.</summary>
    /// <param name="place">A body, a seat group, an office or a tag.</param>
    public static Answer? Conflict(State state, string person, string place, DateTimeOffset at) =>
        Conflict(state.Statutes.At(at), place, FactsOf(state, person, at), Calendar.Day(at));

    /// <summary>What the record says of a person at that time, as the rules read it.</summary>
    public static PersonFacts FactsOf(State state, string person, DateTimeOffset at, string? vote = null)
    {
        var day = Calendar.Day(at);
        var posts = state.Offices.Employments.Values.Where(e => e.Person == person).ToList();
        return new()
        {
            Holdings =
            [
                .. state.Offices.Career(person).Where(t => t.From <= at).Select(t => new Holding(t.Seat.Place, Calendar.Day(t.From), LastDay(t, at))),
                .. posts.Select(e => new Holding(e.Tag, e.From, e.Until)),
            ],
            MemberSince = state.Roll.Member(person)?.Since,
            IsCandidate = Stands(state, person, vote),
            EmployedAs = [.. posts.Where(e => new Holding(e.Tag, e.From, e.Until).On(day)).SelectMany(e => new[] { e.Post, e.Tag }).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The places that somebody would lose with that tag, because they could not stand for them any more, and the condition of each (S148).</summary>
    public static ImmutableArray<(Tenure Tenure, Answer Unmet)> Loses(State state, string person, string tag, DateTimeOffset at)
    {
        var (rules, day) = (state.Statutes.At(at), Calendar.Day(at));
        var now = FactsOf(state, person, at);
        var then = now with { Holdings = [.. now.Holdings, new Holding(tag, day, null)], EmployedAs = [.. now.EmployedAs, tag] };
        return
        [
            .. from tenure in state.Offices.HeldBy(person, at).OrderBy(t => t.Id, StringComparer.Ordinal)
               let eligible = Seating.EligibleOf(rules, tenure.Seat)
               where Eligibility.Failing(rules, eligible, now, day).IsEmpty
               let unmet = Eligibility.Failing(rules, eligible, then, day)
               where !unmet.IsEmpty
               select (tenure, unmet[0]),
        ];
    }

    /// <summary>Whether the holder can take the place again when this term ends; null where there is no term or no end (S158).</summary>
    public static Answer? Again(State state, Tenure tenure) => Seating.TermOf(state.Statutes.At(tenure.From), tenure.Seat) is { } term && tenure.Until is { } until && until < DateOnly.MaxValue
        ? Terms.MayBegin(term, Served(state, tenure.Person, tenure.Seat.Of), until.AddDays(1), term.Clause)
        : null;

    private static Answer? Conflict(Constitution rules, string place, PersonFacts facts, DateOnly day) => Eligibility.Conflicts(rules, place, facts, day).FirstOrDefault();

    /// <summary>Terms in a place: mandates on any ground but the founding and acting for somebody (decision 0066).</summary>
    private static IEnumerable<ServedTerm> Served(State state, string person, string of) => state.Offices.Career(person)
        .Where(t => t.Seat.Of == of && t.Basis.Kind is not (BasisKind.Founding or BasisKind.Acting))
        .Select(t => new ServedTerm(Calendar.Day(t.From), t.Ended is { } ended ? Calendar.Day(ended) : t.Until));

    /// <summary>Last day on which it was held. Days are whole: what ended earlier on the day asked about is not held on it any more.</summary>
    private static DateOnly? LastDay(Tenure t, DateTimeOffset at)
    {
        var last = t.Ended is { } ended ? Calendar.Day(ended) : t.Until;
        var day = Calendar.Day(at);
        return !t.HeldAt(at) && last >= day ? day.AddDays(-1) : last;
    }

    private static bool Stands(State state, string person, string? except) => state.Votes.All.Values.Any(v =>
        v.IsElection && v.Id != except && v.Stage is VoteStage.Nominations or VoteStage.Standing or VoteStage.Running or VoteStage.Counting
        && v.Candidates.GetValueOrDefault(person) is { Accepted: true, Withdrawn: false });
}
