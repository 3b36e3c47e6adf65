using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Planning;

/// <summary>The alternatives are put, chosen and counted: among members under a pseudonym of this choice, in a body by those who sit in its session.</summary>
internal static class Choices
{
    public static Decision Put(State state, Act act, PutAlternatives c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Filing) is { } wrong) return wrong;
        if (act.Day <= plan.FileUntil) return PlanningRefusals.FilingStillOpen(plan.Clause, plan.FileUntil);
        if (plan.ByMembers && act.Day > plan.ChooseUntil) return PlanningRefusals.ChoiceOver(plan.Clause, plan.ChooseUntil);
        var session = c.Session is null ? null : state.Sessions.Find(c.Session);
        if (Where(state, act, plan, c, session) is { } elsewhere) return elsewhere;
        ImmutableArray<string> order = [.. state.Planning.Of(plan).Where(state.Planning.Stands).Select(a => a.Id)];
        if (order.IsEmpty || order.Length == 1 && plan.Single is null) return PlanningRefusals.OneAlternative(plan.Clause, order.Length);
        if (Missing(state, act, plan, order) is { } opinion) return opinion;
        if (Unreviewed(state, plan, act.Day) is { } earlier) return PlanningRefusals.ReviewFirst(plan.Clause, earlier.Id);
        var register = Register(state, plan, session, act.At);
        if (register is not null && Pseudonyms.Read(act.Blobs, c.Register, register.Count, plan.Clause, out _) is { } missing) return missing;
        var electorate = register?.Count ?? Entitlement.Voters(state, session!, act.At).Count();
        return Decision.Accept(plan.Clause, new AlternativesPut(plan.Id, c.Session, order, electorate, Quorum(state, plan, session, electorate, act.At), register is null ? null : c.Register));
    }

    /// <summary>Who is on the register of a choice; null where those who sit in the body choose by name.</summary>
    internal static IReadOnlyCollection<string>? Register(State state, Plan plan, Session? session, DateTimeOffset at) =>
        plan.ByMembers ? state.Roll.InGoodStanding(null)
        : session is not null && Electors.MeetsAsMembers(state, session, at) ? [.. Entitlement.Voters(state, session, at)] : null;

    public static Decision Choose(State state, Act act, Choose c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Choosing) is { } wrong) return wrong;
        if (Entitled(state, act, plan) is { } not) return not;
        var order = c.Order.Each();
        if (order.Distinct(StringComparer.Ordinal).Count() < order.Length) return ProtocolRefusals.Malformed("order", "each alternative once", order.Length);
        if (order.FirstOrDefault(o => !plan.Order.Contains(o, StringComparer.Ordinal) && (o != Plan.None || plan.By == Choosing.EqualShares)) is { } stranger) return ProtocolRefusals.Unknown("alternative", stranger);
        return Decision.Accept(plan.Clause, new Chose(plan.Id, order));
    }

    public static Decision Conclude(State state, Act act, ConcludePlan c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Choosing) is { } wrong) return wrong;
        if (plan.Session is { } id && state.Sessions.Find(id) is { Stage: SessionStage.Open })
        {
            if (Conduct.InSession(state, act, id, mayBeConvened: false) is { } notYours) return notYours;
        }
        else
        {
            if (plan.Session is null && act.Day <= plan.ChooseUntil) return PlanningRefusals.StillChoosing(plan.Clause, plan.ChooseUntil);
            if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(plan.Clause, "member", act.By);
        }
        return Decision.Accept(plan.Clause, new PlanConcluded(plan.Id, PlanCount.Of(state, plan, Seats(state, plan, act.At))));
    }

    /// <summary>Members choose by their pseudonym until the last day; a body in its session.</summary>
    private static Refusal? Entitled(State state, Act act, Plan plan)
    {
        if (plan.Session is { } id)
        {
            var session = state.Sessions.Find(id)!;
            if (session.Stage != SessionStage.Open) return VotesRefusals.SessionNotOpen(id, session.Stage.ToString());
            if (plan.Choosers is null) return Entitlement.WhyNot(state, session, act.By, act.At) ?? (Connections.IsPresent(state, session, act.By, act.At) ? null : VotesRefusals.NotPresent(act.By));
        }
        else if (act.Day > plan.ChooseUntil) return PlanningRefusals.ChoiceOver(plan.Clause, plan.ChooseUntil);
        return plan.Choosers!.Contains(act.By) ? null : VotesRefusals.NotEntitled(plan.Clause, act.By);
    }

    private static Refusal? Where(State state, Act act, Plan plan, PutAlternatives c, Session? session)
    {
        if (plan.ByMembers)
            return c.Session is not null ? ProtocolRefusals.Malformed("session", "none: the members choose", c.Session)
                : state.Roll.Member(act.By) is { InGoodStanding: true } ? null : ProtocolRefusals.NotYours(plan.Clause, "member", act.By);
        if (session is null) return ProtocolRefusals.Unknown("session", c.Session ?? "");
        if (session.Body != plan.For) return VotesRefusals.NotThisBody(plan.Clause, plan.For, session.Body);
        // What those who choose have to read, they have had for as long as the procedure says.
        var rules = state.Statutes.At(act.At);
        var earliest = Notices.Earliest(plan.FileUntil, rules.Procedure.Default.Notice, rules.Procedure.ClearDays);
        if (act.Day < earliest) return PlanningRefusals.TooShort(rules.Procedure.Default.Notice?.Clause.Path ?? plan.Clause, rules.Procedure.Default.Notice?.ToString() ?? "", act.Day, earliest);
        return Conduct.InSession(state, act, session.Id, mayBeConvened: false);
    }

    /// <summary>A group from which something is taken has its say first; whoever is silent for the time given stops nobody (S316).</summary>
    private static Refusal? Missing(State state, Act act, Plan plan, ImmutableArray<string> order)
    {
        var last = plan.FileUntil.AddDays(PlanningRules.OpinionDays);
        if (act.Day > last) return null;
        foreach (var id in order)
            foreach (var take in state.Planning.Alternatives[id].Text.Takes)
                if (!plan.Opinions.Any(o => o.As == take.From && (o.Alternative is null || o.Alternative == id))) return PlanningRefusals.OpinionFirst(plan.Clause, take.From, last);
        return null;
    }

    /// <summary>An earlier plan of the fund whose review is due or whose forecasts failed, without a review since (S302).</summary>
    private static Plan? Unreviewed(State state, Plan plan, DateOnly day) => state.Planning.Plans.Values.OrderBy(p => p.Id, StringComparer.Ordinal)
        .FirstOrDefault(p => p.Id != plan.Id && p.Fund == plan.Fund && p.Stage == PlanStage.Decided && Scores.ReviewMissing(state.Planning, p, day));

    private static int? Quorum(State state, Plan plan, Session? session, int electorate, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var quantity = session is not null ? rules.Bodies.GetValueOrDefault(session.Body)?.Quorum?.EachVote
            : rules.Powers.FirstOrDefault(p => p.Id == plan.Power)?.Holder is RuleHolder { Rule: ReferendumRule { Quorum: { } asked } } ? asked : null;
        return quantity is null ? null : (int)Quantities.NeededOf(quantity, session is not null && quantity.Basis == Constitutions.Basis.Seats ? Seating.SeatsOfSession(state, session, at) : electorate);
    }

    private static int Seats(State state, Plan plan, DateTimeOffset at) =>
        plan.Session is { } id && state.Sessions.Find(id) is { } session && !Electors.MeetsAsMembers(state, session, at) ? Seating.SeatsOfSession(state, session, at) : plan.Electorate;
}
