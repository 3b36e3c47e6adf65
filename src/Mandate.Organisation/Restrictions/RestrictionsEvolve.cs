using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

public static class RestrictionsEvolve
{
    public static RestrictionsState Evolve(this RestrictionsState state, RestrictionsEvent happened, Occasion occasion) => happened switch
    {
        RestrictionEntered e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Motion, e.Right, e.Targets, e.Purpose, e.Occasion, occasion.Day, e.Until, e.Renews) { Review = e.Review, Grounds = e.Grounds.Each() }) },
        RestrictionLifted e => state with { All = state.All.SetItem(e.Restriction, state.All[e.Restriction] with { Lifted = occasion.Day, LiftedBy = e.Motion }) },
        RestrictionWidened e => state with { All = state.All.SetItem(e.Restriction, state.All[e.Restriction] with { Widened = state.All[e.Restriction].Widened.Add(new(e.Motion, e.Targets, e.Occasions, occasion.At)) }) },
        RestrictionReviewed e => state with { All = state.All.SetItem(e.Restriction, state.All[e.Restriction] with { Reviews = state.All[e.Restriction].Reviews.Add(new(occasion.Day, occasion.By, e.Account, e.Figures)) }) },
        RestrictionUsed e => state with { Uses = state.Uses.SetItem(e.Id, new(e.Id, e.Restriction, e.Against, e.Occasion, e.Reason, occasion.By, occasion.At) { Alike = e.Alike.Each() }) },
        AlikeTreated e => state with
        {
            Uses = state.Uses.SetItem(e.Use, state.Uses[e.Use] with { Decided = state.Uses[e.Use].Decided.SetItems(e.Groups.Select(g => KeyValuePair.Create(g, new AlikeDecision(e.Applies, e.Reason, occasion.By, occasion.At)))) }),
        },
        EmergencyDeclared e => state with { Emergencies = state.Emergencies.SetItem(e.Id, new(e.Id, e.Ground, e.Powers, e.Reason, occasion.Day, e.Until, e.ConfirmBy, false, 0) { Watcher = e.Watcher, MeetsEvery = e.MeetsEvery }) },
        EmergencyConfirmed e => state with { Emergencies = state.Emergencies.SetItem(e.Id, state.Emergencies[e.Id] with { Confirmed = true }) },
        EmergencyRenewed e => state with
        {
            Emergencies = state.Emergencies.SetItem(e.Id, state.Emergencies[e.Id] with { Until = e.Until, Renewals = state.Emergencies[e.Id].Renewals + 1 }),
        },
        EmergencyMeasureTaken e => Change(state, e.Emergency, x => x with { Measures = x.Measures.Add(new(e.Id, e.Power, e.What, occasion.By, occasion.At)) }),
        AccountGiven e => Change(state, e.Emergency, x => x with { Account = e.Account, AccountAt = occasion.At, Left = e.Left }),
        RemainderDisposed e => Change(state, e.Emergency, x => x with { Disposed = x.Disposed.SetItem(e.What, e.To ?? "") }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static RestrictionsState Change(RestrictionsState state, string id, Func<Emergency, Emergency> change) => state with { Emergencies = state.Emergencies.SetItem(id, change(state.Emergencies[id])) };
}
