using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;

public static class UndertakingsEvolve
{
    public static UndertakingsState Evolve(this UndertakingsState state, UndertakingsEvent happened, Occasion occasion) => happened switch
    {
        UndertakingTaken e => new(state.All.SetItem(e.Id, new(e.Id, e.Duty, e.What, occasion.By, e.Due, e.Motion, occasion.At, []))),
        UndertakingReported e => state.Change(e.Undertaking, u => u with { Reports = u.Reports.Add(new(e.Done, e.Account, occasion.By, occasion.At)) }),
        UndertakingTakenOver e => state.Change(e.Undertaking, u => u with { Owner = occasion.By }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static UndertakingsState Change(this UndertakingsState state, string id, Func<Undertaking, Undertaking> change) => new(state.All.SetItem(id, change(state.All[id])));
}
