using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Seats that a body fills itself, up to the limit of the clause: proposed by a member of the body, decided by the body. So are
/// vacancies where the constitution says <c>fill: coopt</c>; then for the rest of the term only. And seats from outside, for persons who
/// are not members; the record holds an id, the name stays in the vault.
/// </summary>
internal static class CoOptions
{
    public static bool Applies(State state, Constitution rules, Seat seat, DateTimeOffset at) =>
        Seating.SelectOf(rules, seat) is Coopt or External
        || (rules.Bodies.ContainsKey(seat.Of) && Seating.VacancyOf(rules, seat)?.Fill == VacancyFill.Coopt && Vacancies.LeftEarly(state, seat, at) is not null);

    public static Decision Propose(State state, Act act, ProposeAppointment c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = Clause(rules, c.Seat);
        if (Authority.Serves(state, act, Body(rules, c.Seat), clause, UnitOf(rules, c.Seat)) is { } notYours) return notYours;
        if (Ready(state, act, rules, c.Person, c.Seat) is { } refusal) return refusal;
        return Decision.Accept(clause, new Proposed(new Proposal(c.Id, c.Person, c.Seat, null, null, null, Appointments.Name(act), act.At, [], Carried: false)));
    }

    public static Decision Decide(State state, Act act, Proposal proposal, Seat seat)
    {
        var rules = state.Statutes.At(act.At);
        var clause = Clause(rules, seat);
        if (Authority.Decides(state, act, Body(rules, seat), clause, UnitOf(rules, seat)) is { } notYours) return notYours;
        if (Ready(state, act, rules, proposal.Person, seat) is { } refusal) return refusal;
        var basis = new Basis(BasisKind.CoOption, proposal.Id, Appointments.Name(act));
        if (Seating.SelectOf(rules, seat) is Coopt or External)
            return Decision.Accept(clause, [new ProposalCarried(proposal.Id), .. Mandates.Begin(state, seat, session: null, [proposal.Person], basis, proposal.Id, act.At)]);
        var left = Vacancies.LeftEarly(state, seat, act.At)!;
        return Decision.Accept(clause, new ProposalCarried(proposal.Id), new TenureBegan($"{proposal.Id}/{proposal.Person}", proposal.Person, seat, act.At, left.Until, basis, left.Session));
    }

    private static Refusal? Ready(State state, Act act, Constitution rules, string person, Seat seat)
    {
        if (Seating.SelectOf(rules, seat) is not External external) return Appointments.Ready(state, act, person, seat);
        if (state.Roll.Member(person) is { Counts: true }) return OfficesRefusals.NotFromOutside(Clause(rules, seat), external.Who, person);
        if (state.Offices.HeldBy(person, act.At).Any(t => t.Seat == seat)) return OfficesRefusals.AlreadyHolds(person, seat, Clause(rules, seat));
        return Mandates.Openings(state, seat, session: null, act.At).IsEmpty
            ? OfficesRefusals.NoVacancy(Clause(rules, seat), Seating.SeatsOf(state, rules, seat, null, act.At), Mandates.NextOpening(state, seat, act.At))
            : null;
    }

    private static string Clause(Constitution rules, Seat seat) =>
        Seating.SelectOf(rules, seat) is Coopt or External ? Seating.SelectOf(rules, seat)!.Clause.Path : Seating.VacancyOf(rules, seat)!.Clause.Path;

    private static Ref Body(Constitution rules, Seat seat)
    {
        if (rules.Bodies.TryGetValue(seat.Of, out var body)) return new(seat.Of, RefKind.Body) { Clause = body.Clause };
        // An office from outside is filled by whoever keeps the register: a fact to record, nothing to decide.
        var register = Roll.RollRules.Members(rules).Register;
        return register.KeptBy;
    }

    private static string? UnitOf(Constitution rules, Seat seat) =>
        rules.Bodies.TryGetValue(seat.Of, out var body) && Sessions.BodyShape.UnitKindOf(rules, body) is not null ? seat.Unit : null;
}
