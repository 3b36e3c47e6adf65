using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <summary>The fold of directions and of documents in meetings.</summary>
internal static class PapersEvolve
{
    /// <summary>Null where the event is none of theirs.</summary>
    public static DocumentsState? Of(DocumentsState state, DocumentsEvent happened, Occasion occasion) => happened switch
    {
        DirectionsLeft e => state with { Directions = state.Directions.SetItem(e.Id, new(e.Id, e.Matter, e.Commitment, occasion.By, e.Trustee, occasion.At)) },
        TrustAccepted e => state.Direct(e.Directions, d => d with { AcceptedAt = occasion.At }),
        DirectionsWithdrawn e => state with { Directions = state.Directions.Remove(e.Directions) },
        DirectionsOpened e => state.Direct(e.Directions, d => d with { Text = e.Text }),
        DeviationAsked e => state.Direct(e.Directions, d => d with { Deviations = d.Deviations.Add(new(e.Id, e.What, e.Reason, occasion.By, occasion.At)) }),
        DeviationAnswered e => state.Direct(state.Directions.Values.First(d => d.Deviations.Any(v => v.Id == e.Deviation)).Id, d => d with { Deviations = [.. d.Deviations.Select(v => v.Id == e.Deviation ? v with { Agreed = e.Agreed, Remark = e.Remark } : v)] }),
        PublicationDemanded e => state.Change(e.Document, d => d with { Demand = d.Demand is { } demand && demand.Session == e.Session ? demand with { By = demand.By.Add(occasion.By) } : new(e.Session, e.Needed, ImmutableSortedSet.Create(StringComparer.Ordinal, occasion.By), occasion.At) }),
        PublicationForced e => state.Change(e.Document, d => d.Seal is { } seal ? d with { Seal = seal with { OrderedAt = occasion.At } } : d with { Release = occasion.Day }),
        DemandAnswered e => state.Change(e.Document, d => d with { Demand = d.Demand! with { Reasons = e.Reasons, Review = e.Review } }),
        VoteAdjourned e => state with { Adjourned = state.Adjourned.SetItem(e.Motion, e.Until) },
        _ => null,
    };

    private static DocumentsState Direct(this DocumentsState state, string id, Func<Directions, Directions> change) => state with { Directions = state.Directions.SetItem(id, change(state.Directions[id])) };
}
