using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Facts;

public static class FactsEvolve
{
    public static FactsState Evolve(this FactsState state, FactsEvent happened, Occasion occasion) => happened switch
    {
        ThingNamed e => state with { Things = state.Things.SetItem(e.Thing.Id, e.Thing) },
        Told e => state with { Happenings = state.Happenings.SetItem(e.Happening.Id, e.Happening) },
        FactRecorded e => Record(state, e, occasion),
        FactObjected e => Change(state, e.Fact, f => f with { Contested = f.Contested.Add(e.Id) }) with
        {
            Objections = state.Objections.SetItem(e.Id, new(e.Id, e.Fact, occasion.By, occasion.At, e.Reason)),
        },
        CaseReported e => state with { Cases = state.Cases.SetItem(e.Id, new(e.Id, e.Guard, e.Misjudged, e.About, e.Reason, occasion.At)) },
        ContradictionRecorded e => state with { Contradictions = state.Contradictions.SetItem(e.Contradiction.Id, e.Contradiction) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static FactsState Record(FactsState state, FactRecorded e, Occasion occasion)
    {
        if (e.Corrects is { } corrected) state = Change(state, corrected, f => f with { CorrectedBy = e.Id });
        return state with
        {
            All = state.All.Add(new(e.Id, e.Fact, e.When, e.Mode, e.Sources, e.Events, occasion.By, occasion.At)),
            Places = state.Places.SetItem(e.Id, state.All.Length),
        };
    }

    private static FactsState Change(FactsState state, string id, Func<RecordedFact, RecordedFact> change)
    {
        var place = state.Places[id];
        return state with { All = state.All.SetItem(place, change(state.All[place])) };
    }
}
