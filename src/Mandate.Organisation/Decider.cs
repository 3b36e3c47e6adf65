using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Press;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Trust;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;
using Mandate.Organisation.Works;

namespace Mandate.Organisation;

/// <summary>
/// The one way in. <see cref="Decide"/> answers an act with events or a refusal; <see cref="Evolve(State, Event, Occasion)"/>
/// folds events into the state. Both are pure: the server, the command line, the verifier and every mirror run them and
/// must come to the same bytes.
/// </summary>
public static class Decider
{
    public static Decision Decide(State state, Act act)
    {
        if (act.At < state.At) return ProtocolRefusals.ClockBehind(state.At, act.At);
        state = OnTheDay(state, act.Day);
        if (state.Founding.Clock is { } clock && act.At != clock) return ProtocolRefusals.ClockBehind(clock, act.At);
        if (act.Command is FoundingCommand founding) return FoundingRules.Decide(state, act, founding);
        if (act.Command is TrustCommand trust) return TrustRules.Decide(state, act, trust);
        if (state.Founding.Stage != FoundingStage.Closed) return ProtocolRefusals.NotFounded();
        if (IsNameOfPlace(state, act)) return ProtocolRefusals.Malformed("by", "an id on the roll", act.By);
        // What a member laid down for a day comes on that day without another signature of theirs.
        if (act.Command is not ReleaseDocument { ByItself: true } && TrustRules.Signature(state, act) is { } unsigned) return unsigned;
        if (Missioned(state, act) is { } beyond) return beyond;
        if (GroupStays.Stands(state, act) is { } stayed) return stayed;
        if (act.Command is PutQuestion put && Emergencies.Bars(state, act.At, state.Motions.Find(put.Subject)) is { } barred) return barred;
        if (act.Command is PutQuestion removal && MassRemoval.Bars(state, act.At, removal.Session, state.Motions.Find(removal.Subject)) is { } many) return many;
        if (act.Command is PutQuestion waits && UrgentComplaints.Bars(state, act.At, waits.Session, waits.Subject) is { } waiting) return waiting;
        return Treaties.Guarded(state, act, Lawful.Guarded(state, act, ByItsWord(state, act)));
    }

    /// <summary>What an emissary would get in the unit they are sent to, by their own or anybody's act.</summary>
    private static Refusal? Missioned(State state, Act act)
    {
        Vote? Of(string vote) => state.Votes.Find(vote);
        return act.Command switch
        {
            Nominate c => Missions.Beyond(state, act.Day, Of(c.Vote)?.Place?.Unit ?? Of(c.Vote)?.Unit, c.Person),
            AcceptNomination c => Missions.Beyond(state, act.Day, Of(c.Vote)?.Place?.Unit ?? Of(c.Vote)?.Unit, act.By),
            NameTellers c => Missions.Beyond(state, act.Day, Of(c.Vote)?.Unit, c.Tellers.Each()),
            ProposeAppointment c => Missions.Beyond(state, act.Day, c.Seat.Unit, c.Person),
            BeginActing c => Missions.Beyond(state, act.Day, c.Seat.Unit, c.Person),
            Transfer c => Missions.Beyond(state, act.Day, c.To, c.Person),
            _ => null,
        };
    }

    private static Decision ByItsWord(State state, Act act) => act.Command switch
    {
        StatutesCommand c => StatutesRules.Decide(state, act, c),
        RollCommand c => RollRules.Decide(state, act, c),
        OfficesCommand c => OfficesRules.Decide(state, act, c),
        SessionsCommand c => SessionsRules.Decide(state, act, c),
        MotionsCommand c => MotionsRules.Decide(state, act, c),
        VotesCommand c => VotesRules.Decide(state, act, c),
        RestrictionsCommand c => RestrictionsRules.Decide(state, act, c),
        InspectionCommand c => InspectionRules.Decide(state, act, c),
        PetitionsCommand c => PetitionsRules.Decide(state, act, c),
        UndertakingsCommand c => UndertakingsRules.Decide(state, act, c),
        TendenciesCommand c => TendenciesRules.Decide(state, act, c),
        DocumentsCommand c => DocumentsRules.Decide(state, act, c),
        DecisionsCommand c => DecisionsRules.Decide(state, act, c),
        FederationCommand c => FederationRules.Decide(state, act, c),
        PressCommand c => PressRules.Decide(state, act, c),
        AccountsCommand c => AccountsRules.Decide(state, act, c),
        PlanningCommand c => PlanningRules.Decide(state, act, c),
        WorksCommand c => WorksRules.Decide(state, act, c),
        // The facts do not know the guards that look at them.
        ReportCase { Guard: var guard } when GuardCatalogue.Find(guard) is null => ProtocolRefusals.Unknown("guard", guard),
        FactsCommand c => FactsRules.Decide(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {act.Command.GetType().Name}."),
    };

    /// <summary>A body acts in its name by a decision in writing; nobody acts for it by being called what it is called.</summary>
    private static bool IsNameOfPlace(State state, Act act) =>
        act.By.Contains('@', StringComparison.Ordinal) || (state.Statutes.At(act.At) is var rules && (rules.Bodies.ContainsKey(act.By) || rules.Offices.ContainsKey(act.By)));

    /// <summary>The state after one event. Total over every event ever released.</summary>
    public static State Evolve(State state, Event happened, Occasion occasion) => happened switch
    {
        FoundingEvent e => state with { Founding = state.Founding.Evolve(e, occasion) },
        StatutesEvent e => Adopt(state, state.Statutes.Evolve(e, occasion)),
        RollEvent e => state with { Roll = state.Roll.Evolve(e, occasion) },
        OfficesEvent e => state with { Offices = state.Offices.Evolve(e, occasion, state.Statutes) },
        SessionsEvent e => Met(state with { Sessions = state.Sessions.Evolve(e, occasion, state) }, e, occasion),
        MotionsEvent e => state with { Motions = state.Motions.Evolve(e, occasion) },
        VotesEvent e => state with { Votes = state.Votes.Evolve(e, occasion) },
        RestrictionsEvent e => state with { Restrictions = state.Restrictions.Evolve(e, occasion) },
        InspectionEvent e => state with { Inspection = state.Inspection.Evolve(e, occasion) },
        PetitionsEvent e => state with { Petitions = state.Petitions.Evolve(e, occasion) },
        UndertakingsEvent e => state with { Undertakings = state.Undertakings.Evolve(e, occasion) },
        TendenciesEvent e => state with { Tendencies = state.Tendencies.Evolve(e, occasion) },
        DecisionsEvent e => state with { Decisions = state.Decisions.Evolve(e, occasion) },
        DocumentsEvent e => state with { Documents = state.Documents.Evolve(e, occasion) },
        PressEvent e => state with { Press = state.Press.Evolve(e, occasion) },
        FederationEvent e => state with { Federation = state.Federation.Evolve(e, occasion) },
        AccountsEvent e => state with { Accounts = state.Accounts.Evolve(e, occasion) },
        PlanningEvent e => state with { Planning = state.Planning.Evolve(e, occasion) },
        WorksEvent e => state with { Works = state.Works.Evolve(e, occasion) },
        FactsEvent e => state with { Facts = state.Facts.Evolve(e, occasion) },
        TrustEvent e => state with { Trust = state.Trust.Evolve(e, occasion) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    /// <summary>What lapses by its date has lapsed, without an entry.</summary>
    internal static State OnTheDay(State state, DateOnly day) => state.Roll.On(day) is var roll && ReferenceEquals(roll, state.Roll) ? state : state with { Roll = roll };

    /// <summary>A body that keeps watch over an emergency has met (S343).</summary>
    private static State Met(State state, SessionsEvent happened, Occasion occasion) => happened is SessionOpened opened && !state.Restrictions.Emergencies.IsEmpty && state.Sessions.Find(opened.Session) is { Unit: null } held
        ? state with { Restrictions = state.Restrictions.Met(held.Body, occasion.Day) }
        : state;

    /// <summary>Seats that go with an office follow the constitution as well as the mandate.</summary>
    private static State Adopt(State state, StatutesState statutes) => statutes.Versions.Length == state.Statutes.Versions.Length
        ? state with { Statutes = statutes }
        : state with { Statutes = statutes, Offices = ExOfficioSeats.Renew(state.Offices, statutes) };

    /// <summary>The state after one entry of the log: its events in order, then the entry counted.</summary>
    public static State Evolve(State state, ImmutableArray<Event> events, Occasion occasion)
    {
        state = OnTheDay(state, occasion.Day);
        foreach (var happened in events) state = Evolve(state, happened, occasion);
        return state with { Size = occasion.Index + 1, At = occasion.At };
    }
}
