using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

public static class TendenciesEvolve
{
    public static TendenciesState Evolve(this TendenciesState state, TendenciesEvent happened, Occasion occasion) => happened switch
    {
        TendencyFormed e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Name, e.Platform, occasion.Day, e.Until, e.Clause, e.Needed, occasion.By, [occasion.By]) { Register = Pseudonyms.Read(occasion.Blobs, e.Register) }) },
        TendencyJoined e => state.Change(e.Tendency, t => t with { Members = t.Members.Add(occasion.By) }),
        TendencyLeft e => state.Change(e.Tendency, t => t with { Members = t.Members.Remove(occasion.By) }),
        MinorityReported e => state with { Reports = state.Reports.SetItem(e.Id, new(e.Id, e.Motion, e.Text, e.Clause, e.Needed, occasion.At, [occasion.By])) },
        MinorityReportSigned e => state with { Reports = state.Reports.SetItem(e.Report, state.Reports[e.Report] with { Signed = state.Reports[e.Report].Signed.Add(occasion.By) }) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static TendenciesState Change(this TendenciesState state, string id, Func<Tendency, Tendency> change) => state with { All = state.All.SetItem(id, change(state.All[id])) };
}
