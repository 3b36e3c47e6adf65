using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Offices;

/// <summary>Seats that fall vacant before their time: counted back, acted in, or filled by a by-election (nominations open as for every election).</summary>
internal static class Vacancies
{
    /// <summary>
    /// Counts the papers of the election again for the same seats, without those who have left or can no longer take the place.
    /// The first elected who does not sit yet serves the rest of the term. Anybody may set it going: it leaves nothing to decide.
    /// </summary>
    public static Decision Countback(State state, Act act, FillByCountback c)
    {
        if (!state.Offices.Tenures.TryGetValue(c.Tenure, out var left)) return ProtocolRefusals.Unknown("tenure", c.Tenure);
        var rules = state.Statutes.At(act.At);
        if (Seating.VacancyOf(rules, left.Seat) is not { Fill: VacancyFill.Countback or VacancyFill.NextOnList } vacancy)
            return OfficesRefusals.OtherWay(Seating.ClauseOf(rules, left.Seat), Way(Seating.VacancyOf(rules, left.Seat)));
        var clause = vacancy.Clause.Path;
        if (left.Ended is null || (left.Until is { } until && until < act.Day)) return OfficesRefusals.NoVacancy(clause, 0, earliest: null);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "members", act.By);
        var id = $"{c.Tenure}/countback";
        if (state.Offices.Tenures.ContainsKey(id)) return OfficesRefusals.AlreadyDone(c.Tenure);
        if (!Mandates.Openings(state, left.Seat, session: null, act.At).Any(o => o.From <= act.At)) return OfficesRefusals.NoVacancy(clause, 0, earliest: null);
        if (state.Votes.Find(left.Basis.Reference) is not { IsElection: true, Outcome: not null } vote) return OfficesRefusals.OtherWay(clause, "by_election");
        // An entry that was put right before the result is not what was counted.
        if (vote.Ballots != c.Ballots && !vote.LastEntries.Any(e => e.Ballots == c.Ballots)) return ProtocolRefusals.Unknown("papers", c.Ballots);
        if (ElectionPapers.Read(act.Blobs, c.Ballots, vote, out var papers) is { } fault) return fault;
        var sitting = state.Offices.Holders(left.Seat.Of, act.At, left.Seat.Unit).Where(t => t.Seat == left.Seat).Select(t => t.Person).ToHashSet(StringComparer.Ordinal);
        var gone = vote.CandidateOrder.Where(p => !sitting.Contains(p) && (Left(state, vote, p) || Qualification.Of(state, p, left.Seat, act.At, vote.Id) is not null));
        var next = vacancy.Fill == VacancyFill.NextOnList
            ? ElectionCount.Substitutes(vote, papers, sitting, gone, most: 1).FirstOrDefault()
            : ElectionCount.Count(vote, papers, vote.Seats, gone) is { Undecided: null } count ? count.ElectedNames.FirstOrDefault(p => !sitting.Contains(p)) ?? "" : null;
        if (next is null && vacancy.Fill == VacancyFill.Countback) return VotesRefusals.TieOpen(vote);
        if (string.IsNullOrEmpty(next)) return OfficesRefusals.NobodyLeft(clause);
        return Decision.Accept(clause, new TenureBegan(id, next, left.Seat, act.At, left.Until, new Basis(BasisKind.Countback, vote.Id), left.Session));
    }

    /// <summary>Somebody acts in an office that nobody holds, from whom the clause names, for the rest of the time that it allows.</summary>
    public static Decision Act(State state, Act act, BeginActing c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Tenures.ContainsKey(c.Id)) return ProtocolRefusals.Taken("tenure", c.Id);
        var rules = state.Statutes.At(act.At);
        if (!Places.Exists(rules, c.Seat)) return OfficesRefusals.NoSuchPlace(c.Seat);
        if (Seating.VacancyOf(rules, c.Seat) is not { Acting: { } acting } vacancy) return OfficesRefusals.OtherWay(Seating.ClauseOf(rules, c.Seat), Way(Seating.VacancyOf(rules, c.Seat)));
        var clause = vacancy.Clause.Path;
        if (state.Offices.Holders(c.Seat.Of, act.At, c.Seat.Unit).Any(t => t.Seat == c.Seat && state.Offices.AwayAt(t.Id, act.At) is null)) return OfficesRefusals.NoVacancy(clause, 1, earliest: null);
        var away = state.Offices.Holders(c.Seat.Of, act.At, c.Seat.Unit).Where(t => t.Seat == c.Seat).Select(t => state.Offices.AwayAt(t.Id, act.At)).OfType<Absent>().FirstOrDefault();
        if (Authority.Decides(state, act, acting, clause, Conduct.UnitOf(state, act, acting, c.Seat.Unit)) is { } notYours) return notYours;
        if (!state.Offices.Holds(c.Person, acting.Id, act.At)) return ProtocolRefusals.NotYours(clause, acting.Id, c.Person);
        if (Qualification.Conflict(state, c.Person, c.Seat.Place, act.At) is { } conflict) return OfficesRefusals.Incompatible(conflict, c.Person, c.Seat.Of);
        var last = vacancy.Max is { } max ? Periods.After(Since(state, c.Seat, act.At), max) : (DateOnly?)null;
        if (away is not null) last = away.Until;
        if (last < act.Day) return OfficesRefusals.ActingTooLong(clause, vacancy.Max!.ToString());
        return Decision.Accept(clause, new TenureBegan(c.Id, c.Person, c.Seat, act.At, last, new Basis(BasisKind.Acting, clause, act.InNameOf ?? act.By)));
    }

    /// <summary>The day on which the last holder who was more than acting left; today where nobody ever held it.</summary>
    private static DateOnly Since(State state, Seat seat, DateTimeOffset at) => state.Offices.TenuresOfPlace.GetValueOrDefault(seat.Of, [])
        .Select(id => state.Offices.Tenures[id])
        .Where(t => t.Seat == seat && t.Basis.Kind != BasisKind.Acting && !t.HeldAt(at) && t.From <= at)
        .Select(t => t.Ended is { } ended ? Calendar.Day(ended) : t.Until ?? Calendar.Day(at))
        .DefaultIfEmpty(Calendar.Day(at)).Max();

    /// <summary>The mandate whose holder left last before its end; null where no seat of the place is vacant for that reason.</summary>
    public static Tenure? LeftEarly(State state, Seat seat, DateTimeOffset at) => Mandates.Openings(state, seat, session: null, at).Any(o => o.From <= at && o.GivesWay is null)
        ? state.Offices.TenuresOfPlace.GetValueOrDefault(seat.Of, []).Select(id => state.Offices.Tenures[id])
            .Where(t => t.Seat == seat && t.Ended <= at && t.Until >= Calendar.Day(at)).OrderBy(t => t.Ended).LastOrDefault()
        : null;

    private static bool Left(State state, Vote vote, string person) =>
        state.Offices.Career(person).Any(t => t.Basis.Reference == vote.Id && t.Ended is not null);

    private static string Way(Vacancy? vacancy) => vacancy?.Fill switch
    {
        VacancyFill.Countback => "countback",
        VacancyFill.Coopt => "coopt",
        VacancyFill.LeaveEmpty => "leave_empty",
        VacancyFill.NextOnList => "next_on_list",
        _ => "by_election",
    };
}
