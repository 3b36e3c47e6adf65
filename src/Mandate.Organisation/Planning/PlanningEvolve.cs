using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Planning;

public static class PlanningEvolve
{
    public static PlanningState Evolve(this PlanningState state, PlanningEvent happened, Occasion occasion) => happened switch
    {
        PlanOpened e => state with
        {
            Plans = state.Plans.SetItem(e.Id, new(
                e.Id, e.Title, e.Power, e.For, e.Clause, e.Fund, e.From, e.To, e.FileUntil, e.ChooseUntil, e.By, e.ByMembers, e.Envelope, e.Reviews, e.Petition, e.Amends, e.Reason, e.Rule, e.Needed, occasion.At)),
        },
        AlternativeFiled e => File(state, e, occasion),
        AlternativeSupported e => state with { Alternatives = state.Alternatives.SetItem(e.Alternative, state.Alternatives[e.Alternative] with { Supporters = state.Alternatives[e.Alternative].Supporters.Add(occasion.By) }) },
        OpinionGiven e => Change(state, e.Plan, p => p with { Opinions = p.Opinions.Add(new(e.Alternative, e.As, e.Text, e.Minority, occasion.At)) }),
        SingleDeclared e => Change(state, e.Plan, p => p with { Single = e.Reason }),
        AlternativesPut e => Change(state, e.Plan, p => p with
        {
            Stage = PlanStage.Choosing, Session = e.Session, Order = e.Order, Electorate = e.Electorate, Quorum = e.Quorum, Choosers = e.Register is { } sha ? Pseudonyms.Read(occasion.Blobs, sha) : null,
        }),
        Chose e => Change(state, e.Plan, p => p with { Papers = p.Papers.SetItem(occasion.By, e.Order) }),
        PlanConcluded e => Conclude(state, e, occasion),
        LineReleased e => Change(state, e.Plan, p => p with { Grants = p.Grants.SetItem(e.Line, p.Grants.TryGetValue(e.Line, out var grants) ? grants.Add(e.Grant) : [e.Grant]) }),
        LineSecured e => Change(state, e.Plan, p => p with { Secured = p.Secured.SetItem(e.Line, e.Source) }),
        ReceivedStated e => Change(state, e.Plan, p => p with { Received = p.Received.Add(new(e.Indicator, e.Unit, e.On, e.Value, e.Source, occasion.By, occasion.At)) }),
        DifferenceFiled e => state with { Differences = state.Differences.SetItem(e.Id, new(e.Id, e.Of, e.Where, e.Figure, e.How, e.Answers, e.Due, occasion.At)) },
        DifferenceExplained e => state with { Differences = state.Differences.SetItem(e.Difference, state.Differences[e.Difference] with { Agreed = e.Agreed, Explanation = e.Explanation, ExplainedAt = occasion.At }) },
        OutcomeStated e => Change(state, e.Plan, p => p with { Outcomes = p.Outcomes.Add(new(e.Indicator, e.On, e.Value, e.Source, occasion.By, occasion.At)) }),
        PlanReviewed e => Change(state, e.Plan, p => p with { Reviewed = p.Reviewed.Add(new(e.Own, e.Outside, e.Correction, e.Returned, occasion.By, occasion.At)) }),
        Deviated e => Change(state, e.Plan, p => p with { Deviations = p.Deviations.Add(new(e.Line, e.Unit, e.Reason, occasion.By, occasion.At)) }),
        PlanConfirmed e => Change(state, e.Plan, p => p with { Confirmed = p.Confirmed.Add(occasion.At) }),
        SeriesOpened e => Follow(state with { Series = state.Series.SetItem(e.Id, new(e.Id, e.Title, e.Unit, e.Keeper, [], e.Base, e.Method, e.Of)) }, e.Of ?? e.Id),
        ValueEntered e => Follow(state with { Series = state.Series.SetItem(e.Series, state.Series[e.Series] with { Entered = state.Series[e.Series].Entered.Add(new(e.On, e.Value, e.Source, occasion.By, occasion.At)) }) }, e.Series),
        WatchSet e => state with { Watches = state.Watches.SetItem(e.Id, new(e.Id, e.Title, e.First, e.Second, e.Base, e.Limit, e.Running, occasion.At)) },
        YardstickChosen e => state with { Yardstick = new(e.Prices, e.Wages, e.For, occasion.At) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static PlanningState Change(PlanningState state, string plan, Func<Plan, Plan> change) => state with { Plans = state.Plans.SetItem(plan, change(state.Plans[plan])) };

    /// <summary>What has been put on another base follows what was entered.</summary>
    private static PlanningState Follow(PlanningState state, string source) => state with
    {
        Series = state.Series.SetItems(state.Series.Values.Where(s => s.Of == source).Select(s => KeyValuePair.Create(s.Id, s.Follow(state.Series[source])))),
    };

    private static PlanningState File(PlanningState state, AlternativeFiled e, Occasion occasion)
    {
        var version = new PlanVersion(e.Text, occasion.At, e.Reason);
        return state with
        {
            Alternatives = state.Alternatives.SetItem(e.Id, state.Alternatives.TryGetValue(e.Id, out var known)
                ? known with { Versions = known.Versions.Add(version) }
                : new(e.Id, e.Plan, occasion.By, e.For, [version], e.Register is { } sha ? Pseudonyms.Read(occasion.Blobs, sha) : Pseudonyms.None, Pseudonyms.None)),
        };
    }

    private static PlanningState Conclude(PlanningState state, PlanConcluded e, Occasion occasion)
    {
        var chosen = !e.Result.Chosen.IsEmpty;
        state = Change(state, e.Plan, p => p with { Stage = chosen ? PlanStage.Decided : PlanStage.NoneChosen, Result = e.Result, DecidedAt = occasion.At });
        return chosen && state.Plans[e.Plan].Amends is { } earlier ? Change(state, earlier, p => p with { AmendedBy = e.Plan }) : state;
    }
}
