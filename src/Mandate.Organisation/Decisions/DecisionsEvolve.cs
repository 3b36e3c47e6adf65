using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Decisions;

public static class DecisionsEvolve
{
    public static DecisionsState Evolve(this DecisionsState state, DecisionsEvent happened, Occasion occasion) => happened switch
    {
        MovedAgain e => state with { Again = state.Again.SetItem(e.Motion, new(e.Motion, e.Of, e.Ground, e.Circumstances, occasion.By, occasion.At)) },
        ElectionAskedAgain e => state with { ElectionsAgain = state.ElectionsAgain.SetItem(e.Vote, new(e.Vote, e.Person, e.Restriction, e.By, occasion.At)) },
        PostRenounced e => state with { Renounced = state.Renounced.Add(new(e.Person, e.Place, e.Until, e.Motion, occasion.At)) },
        MeasureSet e => state with { Measures = state.Measures.SetItem(e.Id, new(e.Id, e.Motion, e.Kind, e.Series, e.Above, e.Limit, e.Says, occasion.By, occasion.At)) },
        AgreementDeposited e => state with { Agreements = state.Agreements.SetItem(e.Id, new(e.Id, occasion.By, e.With, e.About, e.Text, e.Concerns, occasion.At, ImmutableSortedSet.Create<string>(StringComparer.Ordinal))) },
        AgreementConfirmed e => state with { Agreements = state.Agreements.SetItem(e.Agreement, state.Agreements[e.Agreement] with { Confirmed = state.Agreements[e.Agreement].Confirmed.Add(occasion.By) }) },
        SettledConfirmed e => state with { Settled = state.Settled.SetItem(e.Motion, state.SettledOf(e.Motion).Add(occasion.By)) },
        HonourGiven e => state with { Honours = state.Honours.SetItem(e.Id, new(e.Id, e.Kind, e.What, e.Motion, e.Until, occasion.At)) },
        RefusalRecorded e => state with { Refused = state.Refused.Add(new(e.Id, e.Kind, e.Ground, e.Clause, occasion.At)) },
        AccessDemanded e => state with { Demands = state.Demands.Add(new(e.Document, e.Session, occasion.By, occasion.At)) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
