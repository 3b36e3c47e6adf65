using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Offices;

/// <summary>Places that are filled by appointment or co-option: proposed, consented to, made, each by whom the clause names.</summary>
internal static class Appointments
{
    public static Decision Propose(State state, Act act, ProposeAppointment c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Proposals.ContainsKey(c.Id)) return ProtocolRefusals.Taken("proposal", c.Id);
        var rules = state.Statutes.At(act.At);
        if (!Places.Exists(rules, c.Seat)) return OfficesRefusals.NoSuchPlace(c.Seat);
        if (CoOptions.Applies(state, rules, c.Seat, act.At)) return CoOptions.Propose(state, act, c);
        if (Seating.SelectOf(rules, c.Seat) is not Constitutions.Appoint appoint) return Other(rules, c.Seat);
        var by = appoint.OnProposalOf.IsEmpty ? appoint.By : appoint.OnProposalOf;
        if (OneOf(state, act, by, appoint.Clause.Path, c.Seat.Unit) is { } notYours) return notYours;
        if (Ready(state, act, c.Person, c.Seat) is { } refusal) return refusal;
        return Decision.Accept(appoint.Clause.Path, new Proposed(new Proposal(c.Id, c.Person, c.Seat, null, null, null, Name(act), act.At, [], Carried: false)));
    }

    public static Decision Consent(State state, Act act, ConsentToAppointment c)
    {
        if (Open(state, c.Id, out var proposal) is { } refusal) return refusal;
        var rules = state.Statutes.At(act.At);
        if (proposal.Seat is null || Seating.SelectOf(rules, proposal.Seat) is not Constitutions.Appoint appoint) return ProtocolRefusals.Unknown("proposal", c.Id);
        if (OwnCase.Of(state, act.By, c) is { } own) return own;
        if (appoint.ConsentOf.FirstOrDefault(r => r.Id == c.As) is not { } who) return ProtocolRefusals.Unknown("consent", c.As);
        if (Authority.Decides(state, act, who, appoint.Clause.Path, Conduct.UnitOf(state, act, who, proposal.Seat.Unit)) is { } notYours) return notYours;
        return proposal.Consents.Contains(c.As, StringComparer.Ordinal) ? OfficesRefusals.AlreadySigned(c.Id) : Decision.Accept(appoint.Clause.Path, new Consented(c.Id, c.As));
    }

    public static Decision Appoint(State state, Act act, AppointProposed c)
    {
        if (Open(state, c.Id, out var proposal) is { } refusal) return refusal;
        if (OwnCase.Of(state, act.By, c) is { } own) return own;
        var rules = state.Statutes.At(act.At);
        if (proposal.Seat is not { } seat) return ProtocolRefusals.Unknown("proposal", c.Id);
        if (CoOptions.Applies(state, rules, seat, act.At)) return CoOptions.Decide(state, act, proposal, seat);
        if (Seating.SelectOf(rules, seat) is not Constitutions.Appoint appoint) return Other(rules, seat);
        if (OneOf(state, act, appoint.By, appoint.Clause.Path, seat.Unit) is { } notYours) return notYours;
        if (appoint.ConsentOf.FirstOrDefault(r => !proposal.Consents.Contains(r.Id, StringComparer.Ordinal)) is { } missing) return OfficesRefusals.ConsentMissing(appoint.Clause.Path, missing.Id);
        if (Ready(state, act, proposal.Person, seat) is { } notReady) return notReady;
        var basis = new Basis(BasisKind.Appointment, c.Id, Name(act));
        return Decision.Accept(appoint.Clause.Path, [new ProposalCarried(c.Id), .. Mandates.Begin(state, seat, session: null, [proposal.Person], basis, c.Id, act.At)]);
    }

    internal static Refusal? Ready(State state, Act act, string person, Seat seat)
    {
        var clause = Seating.ClauseOf(state.Statutes.At(act.At), seat);
        if (Qualification.Of(state, person, seat, act.At) is { } unfit) return unfit;
        if (state.Offices.HeldBy(person, act.At).Any(t => t.Seat == seat)) return OfficesRefusals.AlreadyHolds(person, seat, clause);
        return Mandates.Openings(state, seat, session: null, act.At).IsEmpty
            ? OfficesRefusals.NoVacancy(clause, Seating.SeatsOf(state, state.Statutes.At(act.At), seat, null, act.At), Mandates.NextOpening(state, seat, act.At))
            : null;
    }

    private static Refusal? OneOf(State state, Act act, IEnumerable<Ref> who, string clause, string? unit)
    {
        Refusal? last = null;
        foreach (var each in who)
        {
            last = Authority.Decides(state, act, each, clause, Conduct.UnitOf(state, act, each, unit));
            if (last is null) return null;
        }
        return last;
    }

    private static Refusal? Open(State state, string id, out Proposal proposal)
    {
        if (!state.Offices.Proposals.TryGetValue(id, out proposal!)) return ProtocolRefusals.Unknown("proposal", id);
        return proposal.Carried ? OfficesRefusals.AlreadyDone(id) : null;
    }

    private static Refusal Other(Constitution rules, Seat seat) => OfficesRefusals.OtherWay(Seating.ClauseOf(rules, seat), Way(Seating.SelectOf(rules, seat)));

    /// <summary>The name of the way in which a place is filled, as the format has it.</summary>
    public static string Way(Select? select) => select switch
    {
        Elect => "elect",
        Constitutions.Appoint => "appoint",
        Lot => "lot",
        ExOfficio => "ex_officio",
        Coopt => "coopt",
        _ => "external",
    };

    internal static string Name(Act act) => act.InNameOf ?? act.By;
}
