using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Whether somebody can take a place: member in good standing, the predicates of the place, incompatible places, limits of terms.
/// Asked when they stand and again when the place is given.
/// </summary>
public static class Eligibility
{
    /// <summary>Null when the person can take the place; otherwise the first rule that stands against it.</summary>
    /// <param name="vote">The election in which they stand, so that it does not count as another candidacy; null otherwise.</param>
    public static Refusal? Of(State state, string person, Seat seat, DateTimeOffset at, string? vote = null)
    {
        var rules = state.Statutes.At(at);
        var clause = Seating.ClauseOf(rules, seat);
        if (state.Roll.Member(person) is not { InGoodStanding: true }) return OfficesRefusals.NotAMember(person, clause);
        if (Seating.EligibleOf(rules, seat) is { } eligible && Predicates(state, rules, eligible, person, at, vote) is { } unfit) return unfit;
        if (Places.IncompatibleWith(state, rules, person, seat.Of, at) is { } pair) return OfficesRefusals.Incompatible(person, pair.Held, seat.Of, pair.Clause);
        return Seating.TermOf(rules, seat) is { } term ? Terms(state, rules, term, person, seat, at) : null;
    }

    private static Refusal? Predicates(State state, Constitution rules, Eligible eligible, string person, DateTimeOffset at, string? vote)
    {
        foreach (var p in eligible.AllOf)
            if (!Holds(state, rules, p, person, at, vote)) return OfficesRefusals.NotEligible(p, Words(p), Given(state, p, person, at), person);
        foreach (var p in eligible.NoneOf)
            if (Holds(state, rules, p, person, at, vote)) return OfficesRefusals.NotEligible(p, "not: " + Words(p), Given(state, p, person, at), person);
        if (!eligible.AnyOf.IsEmpty && !eligible.AnyOf.Any(p => Holds(state, rules, p, person, at, vote))) return OfficesRefusals.NoneOfTheWays(eligible, person);
        return null;
    }

    private static bool Holds(State state, Constitution rules, Predicate predicate, string person, DateTimeOffset at, string? vote) => predicate switch
    {
        Holds h => HoldsNow(state, rules, h.Name, person, at),
        Held h => HeldSince(state, rules, h.Name, person, Calendar.Day(at).Minus(h.Within), at),
        MemberFor m => state.Roll.Member(person) is { } member && member.Since.Plus(m.AtLeast) <= Calendar.Day(at),
        Candidate c => Stands(state, person, vote) == c.Stands,
        EmployedAs e => state.Offices.Employments.Values.Any(p => p.Person == person && (p.Post == e.What || p.Tag == e.What) && Covers(p, Calendar.Day(at))),
        _ => throw new InvalidOperationException($"No rule for {predicate.GetType().Name}."),
    };

    private static bool HoldsNow(State state, Constitution rules, Ref name, string person, DateTimeOffset at) => name.Kind == RefKind.Seats
        ? state.Offices.HeldBy(person, at).Any(t => Is(t, name.Id))
        : Places.NamesHeld(state, rules, person, at).Contains(name.Id, StringComparer.Ordinal);

    private static bool HeldSince(State state, Constitution rules, Ref name, string person, DateOnly since, DateTimeOffset at) =>
        state.Offices.Career(person).Any(t => t.From <= at && (LastDay(t) is not { } last || last >= since) && Named(rules, t, name))
        || state.Offices.Employments.Values.Any(e => e.Person == person && e.Tag == name.Id && e.From <= Calendar.Day(at) && (e.Until is null || e.Until >= since));

    private static bool Named(Constitution rules, Tenure t, Ref name) =>
        Is(t, name.Id) || t.Seat.Of == name.Id || Places.TagsOf(rules, t.Seat.Of).Contains(name.Id, StringComparer.Ordinal);

    private static bool Is(Tenure t, string seats) => t.Seat.Group is { Length: > 0 } group && $"{t.Seat.Of}.{group}" == seats;

    private static bool Stands(State state, string person, string? except) => state.Votes.All.Values.Any(v =>
        v.IsElection && v.Id != except && v.Stage is VoteStage.Nominations or VoteStage.Standing or VoteStage.Running or VoteStage.Counting
        && v.Candidates.GetValueOrDefault(person) is { Accepted: true, Withdrawn: false });

    private static bool Covers(Employment post, DateOnly day) => post.From <= day && (post.Until is null || day <= post.Until);

    /// <summary>
    /// Terms in a row and in a lifetime. A mandate counts from any ground but the founding and acting for somebody. Mandates are
    /// in a row when less than the cooling-off period lies between them, or less than one term where the clause names none.
    /// </summary>
    private static Refusal? Terms(State state, Constitution rules, Term term, string person, Seat seat, DateTimeOffset at)
    {
        var had = state.Offices.Career(person)
            .Where(t => t.Seat.Of == seat.Of && t.Basis.Kind is not (BasisKind.Founding or BasisKind.Acting))
            .OrderByDescending(t => t.From).ToList();
        if (term.Lifetime is { } lifetime && had.Count >= lifetime) return OfficesRefusals.TooManyTerms(term.Clause.Path, lifetime, had.Count, person, earliest: null);
        if (term.Consecutive is not { } most) return null;
        var pause = term.CoolingOff ?? term.Length;
        var row = 0;
        var next = Calendar.Day(at);
        foreach (var t in had)
        {
            if (LastDay(t) is { } last && last.Plus(pause) < next) break;
            row++;
            next = Calendar.Day(t.From);
        }
        if (row < most) return null;
        return OfficesRefusals.TooManyTerms(term.Clause.Path, most, row, person, LastDay(had[0])?.Plus(pause).AddDays(1));
    }

    private static DateOnly? LastDay(Tenure t) => t.Ended is { } ended ? Calendar.Day(ended) : t.Until;

    /// <summary>A predicate in the words of the format.</summary>
    public static string Words(Predicate predicate) => predicate switch
    {
        Holds h => $"holds {h.Name.Id}",
        Held h => $"held {h.Name.Id} within {h.Within}",
        MemberFor m => $"member for {m.AtLeast}",
        Candidate c => c.Stands ? "stands as a candidate" : "does not stand as a candidate",
        EmployedAs e => $"employed as {e.What}",
        _ => throw new InvalidOperationException($"No words for {predicate.GetType().Name}."),
    };

    private static string Given(State state, Predicate predicate, string person, DateTimeOffset at) => predicate switch
    {
        MemberFor => state.Roll.Member(person) is { } m ? FormattableString.Invariant($"member since {m.Since:yyyy-MM-dd}") : "",
        _ => string.Join(", ", Places.NamesHeld(state, state.Statutes.At(at), person, at)),
    };
}
