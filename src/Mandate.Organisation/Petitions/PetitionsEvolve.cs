using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;

public static class PetitionsEvolve
{
    public static PetitionsState Evolve(this PetitionsState state, PetitionsEvent happened, Occasion occasion) => happened switch
    {
        PetitionStarted e => new(state.All.SetItem(e.Id, new(e.Id, e.To, e.Asks, e.Clause, e.Needed, occasion.By, occasion.At, [occasion.By]) { Register = Pseudonyms.Read(occasion.Blobs, e.Register) })),
        PetitionSigned e => state.Change(e.Petition, p => p with { Signed = p.Signed.Add(occasion.By) }),
        PetitionReady e => state.Change(e.Petition, p => p with { Due = e.Due }),
        PetitionAnswered e => state.Change(e.Petition, p => p with { Reply = e.Reply, Reason = e.Reason, Session = e.Session, AnsweredAt = occasion.At }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static PetitionsState Change(this PetitionsState state, string id, Func<Petition, Petition> change) => new(state.All.SetItem(id, change(state.All[id])));
}
