using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Petitions;

namespace Mandate.Organisation.Federation;

/// <summary>Orders to units with acknowledgement, taking back and fallback: nobody acts on an order that has been taken back.</summary>
public static class FederationRules
{
    public static Decision Decide(State state, Act act, FederationCommand command) => command switch
    {
        GiveOrder c => Give(state, act, c),
        CountermandOrder c => Countermand(state, act, c),
        AcknowledgeOrder c => Acknowledge(state, act, c),
        CarryOutOrder c => CarryOut(state, act, c),
        SendEmissary c => Missions.Send(state, act, c),
        InviteHelper c => Missions.Invite(state, act, c),
        RateHelp c => Missions.Rate(state, act, c),
        TakeMission c => Missions.Take(state, act, c),
        ReportMission c => Missions.Report(state, act, c),
        EndMission c => Missions.End(state, act, c),
        FormCommittee c => Committees.Form(state, act, c),
        ConfirmDelegation c => Committees.Confirm(state, act, c),
        WithdrawDelegation c => Committees.Withdraw(state, act, c),
        ObjectToMission c => Missions.Object(state, act, c),
        DisputeCompetence c => Disputes.File(state, act, c),
        SettleDispute c => Disputes.Settle(state, act, c),
        FileLocalPlan c => Disputes.Plan(state, act, c),
        TurnDownPlan c => Disputes.TurnDown(state, act, c),
        RejectEmissary c => Disputes.Reject(state, act, c),
        DrawUpPlan c => PlanRules.DrawUp(state, act, c),
        ConfirmCondition c => PlanRules.Confirm(state, act, c),
        ConfirmPartner c => PlanRules.Partner(state, act, c),
        DecidePlan c => PlanRules.Decide(state, act, c),
        RenewGo c => PlanRules.Renew(state, act, c),
        AcknowledgePlan c => PlanRules.Acknowledge(state, act, c),
        ReportExecution c => PlanRules.Report(state, act, c),
        ReviewPlan c => PlanRules.Review(state, act, c),
        AskBody c => QueryRules.Ask(state, act, c),
        AnswerUnit c => QueryRules.Answer(state, act, c),
        DecideAlone c => QueryRules.DecideAlone(state, act, c),
        ReportSituation c => QueryRules.Report(state, act, c),
        GiveCharter c => CharterRules.Give(state, act, c),
        ConsentToCharter c => CharterRules.Consent(state, act, c),
        TakeCharter c => CharterRules.Take(state, act, c),
        ActUnderCharter c => CharterRules.Do(state, act, c),
        InstructUnderCharter c => CharterRules.Instruct(state, act, c),
        ReportOnCharter c => CharterRules.Report(state, act, c),
        EndCharter c => CharterRules.End(state, act, c),
        DisposeOf c => CharterRules.Dispose(state, act, c),
        ProposeTreaty or JoinTreaty or NotePartner or LeaveTreaty => Treaties.Decide(state, act, command),
        DecideSeparation or StayWithWhole or CarryOutSeparation or ConfirmRecord => Separations.Decide(state, act, command),
        NameEditors c => UnitPages.Name(state, act, c),
        WriteUnitPage c => UnitPages.Write(state, act, c),
        OpenConflict c => Conflicts.Open(state, act, c),
        NoteConflict c => Conflicts.Note(state, act, c),
        EndConflict c => Conflicts.End(state, act, c),
        DrawDisputePanel c => Panels.Draw(state, act, c),
        FindOnDispute c => Panels.Find(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Give(State state, Act act, GiveOrder c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Orders.ContainsKey(c.Id)) return ProtocolRefusals.Taken("order", c.Id);
        // A body orders, not one of its members.
        if (act.InNameOf is not { } body) return ProtocolRefusals.NotYours(clause, "body", act.By) with { Way = "decide-in-writing" };
        if (c.What.Length is 0 or > 300) return ProtocolRefusals.Malformed("what", "what is to be done, in at most 300 characters", c.What.Length);
        if (c.LeftToUnits is { Length: > 300 } open) return ProtocolRefusals.Malformed("leftToUnits", "what is left to the units, in at most 300 characters", open.Length);
        if (c.To.Each().IsEmpty) return ProtocolRefusals.Malformed("to", "at least one unit", "[]");
        foreach (var unit in c.To)
            if (state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
            else if (body.Split('@') is [_, var own] && !state.Roll.LiesIn(unit, own)) return FederationRefusals.NotWithin(clause, own, unit);
        if (c.DependsOn is { } partner && string.IsNullOrEmpty(c.Fallback)) return FederationRefusals.NoFallback(partner);
        if (c.Until <= act.At) return ProtocolRefusals.Malformed("until", "a time to come", c.Until);
        // Where works are made, an order says what of them it settles; that it is not content or form is asked in Lawful.
        if (c.Concerns.Each().IsEmpty && c.To.FirstOrDefault(unit => state.Works.Of(unit).Any()) is { } makers) return FederationRefusals.SaysNotWhat(clause, makers);
        return Decision.Accept(clause, new OrderGiven(c.Id, c.What, c.To, body, c.DependsOn, c.Fallback, string.IsNullOrWhiteSpace(c.LeftToUnits) ? null : c.LeftToUnits, c.Until));
    }

    private static Decision Countermand(State state, Act act, CountermandOrder c)
    {
        if (!state.Federation.Orders.TryGetValue(c.Order, out var order)) return ProtocolRefusals.Unknown("order", c.Order);
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        // Stopping is easier than starting: any member of the body that ordered takes it back at once.
        if (act.InNameOf != order.For && !state.Offices.Holds(act.By, order.For.Split('@')[0], act.At)) return ProtocolRefusals.NotYours(clause, order.For, act.By);
        if (order.CountermandedAt is { } at) return FederationRefusals.TakenBack(order.Id, at);
        return c.Reason.Length == 0 ? ProtocolRefusals.Malformed("reason", "why", "") : Decision.Accept(clause, new OrderCountermanded(order.Id, c.Reason));
    }

    private static Decision Acknowledge(State state, Act act, AcknowledgeOrder c)
    {
        if (Addressed(state, act, c.Order, c.Unit, out var order) is { } refusal) return refusal;
        var recall = order.CountermandedAt is not null;
        return (recall ? order.RecallAcknowledged : order.Acknowledged).ContainsKey(c.Unit)
            ? FederationRefusals.AcknowledgedAlready(c.Unit)
            : Decision.Accept("", new OrderAcknowledged(order.Id, c.Unit, recall));
    }

    private static Decision CarryOut(State state, Act act, CarryOutOrder c)
    {
        if (Addressed(state, act, c.Order, c.Unit, out var order) is { } refusal) return refusal;
        if (order.CountermandedAt is { } at) return FederationRefusals.TakenBack(order.Id, at);
        if (order.ExpiredAt(act.At)) return FederationRefusals.OrderExpired(order.Until!.Value);
        if (Disputes.Stands(state, order.Id, c.Unit, act.Day) is { } stands) return stands;
        if (Protests.StayOf(state, order.Id, c.Unit, act.Day) is var (protest, until)) return FederationRefusals.StayedByProtest(state.Petitions.Protests[protest].Clause, protest, until);
        return order.CarriedOut.ContainsKey(c.Unit) ? FederationRefusals.AcknowledgedAlready(c.Unit) : Decision.Accept("", new OrderCarriedOut(order.Id, c.Unit));
    }

    /// <summary>For a unit speaks whoever holds a place in it.</summary>
    private static Refusal? Addressed(State state, Act act, string id, string unit, out Order order)
    {
        if (!state.Federation.Orders.TryGetValue(id, out order!)) return ProtocolRefusals.Unknown("order", id);
        if (!order.To.Contains(unit, StringComparer.Ordinal)) return FederationRefusals.NotAddressed(id, unit);
        return state.Offices.SpeaksFor(act.By, unit, act.At) ? null : ProtocolRefusals.NotYours("", unit, act.By);
    }
}
