using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

internal static class BodyInspectionEvolve
{
    public static InspectionState Evolve(InspectionState state, BodyInspectionEvent happened, Occasion occasion) => happened switch
    {
        InspectionOpened e => state with { Inspections = state.Inspections.SetItem(e.Id, new(e.Id, e.Place, e.SeedProcedure, e.SeedDue, occasion.At)) },
        InspectorsDrawn e => Change(state, e.Inspection, i => i with { Inspectors = e.Inspectors }),
        InspectionReported e => Change(state, e.Inspection, i => i with { Reports = i.Reports.Add(new(occasion.By, e.Text, e.Data, e.LeftOut, occasion.At)) }),
        InspectionAnswered e => Change(state, e.Inspection, i => i with { Answer = e.Text, AnsweredAt = occasion.At }),
        InspectionFollowedUp e => Change(state, e.Inspection, i => i with { FollowUps = i.FollowUps.Add(new(occasion.By, e.Account, e.Done, occasion.At)) }),
        EvidenceAsked e => state with { Requests = state.Requests.SetItem(e.Id, new(e.Id, e.For, e.From, e.What, occasion.By, e.Due, occasion.At)) },
        EvidenceHandedOver e => state with { Requests = state.Requests.SetItem(e.Request, state.Requests[e.Request] with { Commitment = e.Commitment, HandedAt = occasion.At }) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static InspectionState Change(InspectionState state, string id, Func<BodyInspection, BodyInspection> change) =>
        state with { Inspections = state.Inspections.SetItem(id, change(state.Inspections[id])) };
}
