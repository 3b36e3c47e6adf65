using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Works;

public static class WorksEvolve
{
    public static WorksState Evolve(this WorksState state, WorksEvent happened, Occasion occasion) => happened switch
    {
        WorkBegun e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Title, e.Field, occasion.By, e.Unit, occasion.At, []) { Association = e.Association }) },
        AskedOfWork e => state with { Requests = state.Requests.SetItem(e.Id, new(e.Id, e.Work, e.Aspect, e.Binding, e.What, occasion.By, occasion.At)) },
        AnsweredOnWork e => state with { Requests = state.Requests.SetItem(e.Request, state.Requests[e.Request] with { Agreed = e.Agreed, Answer = e.Text }) },
        WorkPublished e => state with { All = state.All.SetItem(e.Work, state.All[e.Work] with { Texts = state.All[e.Work].Texts.Add(e.Text) }) },
        WorkEnded e => state with { All = state.All.SetItem(e.Work, state.All[e.Work] with { EndedAt = occasion.At }) },
        AssociationFounded e => state with { Associations = state.Associations.SetItem(e.Id, new(e.Id, e.Name, e.Aim, occasion.At, [occasion.By], [])) },
        AssociationJoined e => state.Change(e.Association, a => a with { Members = a.Members.Add(occasion.By), Leaving = [] }),
        AssociationLeft e => state.Change(e.Association, a => a with { Members = a.Members.Remove(occasion.By), Leaving = a.Leaving.Remove(occasion.By) }),
        GoingAgreed e => state.Change(e.Association, a => a with { Leaving = a.Leaving.Add(occasion.By) }),
        AssociationTakenOut e => state.Change(e.Association, a => a with { Gone = occasion.At }) with { All = state.All.SetItems(state.All.Values.Where(w => w.Association == e.Association).Select(w => KeyValuePair.Create(w.Id, w with { EndedAt = w.EndedAt ?? occasion.At }))) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static WorksState Change(this WorksState state, string id, Func<Association, Association> change) => state with { Associations = state.Associations.SetItem(id, change(state.Associations[id])) };
}
