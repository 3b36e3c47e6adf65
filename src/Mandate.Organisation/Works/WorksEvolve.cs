using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Works;

public static class WorksEvolve
{
    public static WorksState Evolve(this WorksState state, WorksEvent happened, Occasion occasion) => happened switch
    {
        WorkBegun e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Title, e.Field, occasion.By, e.Unit, occasion.At, [])) },
        AskedOfWork e => state with { Requests = state.Requests.SetItem(e.Id, new(e.Id, e.Work, e.Aspect, e.Binding, e.What, occasion.By, occasion.At)) },
        AnsweredOnWork e => state with { Requests = state.Requests.SetItem(e.Request, state.Requests[e.Request] with { Agreed = e.Agreed, Answer = e.Text }) },
        WorkPublished e => state with { All = state.All.SetItem(e.Work, state.All[e.Work] with { Texts = state.All[e.Work].Texts.Add(e.Text) }) },
        WorkEnded e => state with { All = state.All.SetItem(e.Work, state.All[e.Work] with { EndedAt = occasion.At }) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
