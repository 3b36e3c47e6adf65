using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Works;

/// <summary>
/// Works of art, science and teaching. Their makers enter, publish and end them; others ask. That nobody binds them on content or form is the
/// guard <c>command-of-culture</c>, asked in <c>Lawful</c> here and of orders to their unit.
/// </summary>
public static class WorksRules
{
    public static Decision Decide(State state, Act act, WorksCommand command) => command switch
    {
        BeginWork c => Begin(state, act, c),
        AskOfWork c => Ask(state, act, c),
        AnswerOnWork c => Answer(state, act, c),
        PublishWork c => Publish(state, act, c),
        EndWork c => Makers(state, act, c.Work, out _) is { } refusal ? refusal : Decision.Accept("", new WorkEnded(c.Work)),
        FoundAssociation c => Associations.Found(state, act, c),
        JoinAssociation c => Associations.Join(state, act, c),
        LeaveAssociation c => Associations.Leave(state, act, c),
        TakeAssociationOut c => Associations.TakeOut(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Begin(State state, Act act, BeginWork c)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Works.All.ContainsKey(c.Id)) return ProtocolRefusals.Taken("work", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.Unit is { } unit)
        {
            if (state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
            if (!state.Offices.SpeaksFor(act.By, unit, act.At)) return ProtocolRefusals.NotYours("", unit, act.By);
        }
        if (c.Association is { } id)
        {
            if (!state.Works.Associations.TryGetValue(id, out var association) || association.Gone is not null) return ProtocolRefusals.Unknown("association", id);
            if (c.Unit is not null) return ProtocolRefusals.Malformed("unit", "a unit or an association", c.Unit);
            if (!association.Members.Contains(act.By)) return ProtocolRefusals.NotYours("", association.Name, act.By);
        }
        return Decision.Accept("", new WorkBegun(c.Id, c.Title, c.Field, c.Unit, c.Association));
    }

    private static Decision Ask(State state, Act act, AskOfWork c)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Works.Requests.ContainsKey(c.Id)) return ProtocolRefusals.Taken("request", c.Id);
        if (!state.Works.All.TryGetValue(c.Work, out var work)) return ProtocolRefusals.Unknown("work", c.Work);
        if (work.EndedAt is not null) return ProtocolRefusals.WrongStage("work", work.Id, "open", "ended");
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours("", "office", act.By);
        return c.What.Length is 0 or > 300 ? ProtocolRefusals.Malformed("what", "what is asked, in at most 300 characters", c.What.Length) : Decision.Accept("", new AskedOfWork(c.Id, c.Work, c.Aspect, c.Binding, c.What));
    }

    private static Decision Answer(State state, Act act, AnswerOnWork c)
    {
        if (!state.Works.Requests.TryGetValue(c.Request, out var request)) return ProtocolRefusals.Unknown("request", c.Request);
        if (Makers(state, act, request.Work, out _) is { } refusal) return refusal;
        if (request.Agreed is not null) return ProtocolRefusals.WrongStage("request", c.Request, "unanswered", "answered");
        return c.Text.Length is 0 or > 300 ? ProtocolRefusals.Malformed("text", "an answer in at most 300 characters", c.Text.Length) : Decision.Accept("", new AnsweredOnWork(c.Request, c.Agreed, c.Text));
    }

    private static Decision Publish(State state, Act act, PublishWork c) =>
        Makers(state, act, c.Work, out _) is { } refusal ? refusal
        : act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text)
        : Decision.Accept("", new WorkPublished(c.Work, c.Text));

    private static Refusal? Makers(State state, Act act, string id, out Work work)
    {
        if (!state.Works.All.TryGetValue(id, out work!)) return ProtocolRefusals.Unknown("work", id);
        if (work.EndedAt is not null) return ProtocolRefusals.WrongStage("work", id, "open", "ended");
        return state.Works.Makes(work, act.By) || work.Unit is { } unit && state.Offices.SpeaksFor(act.By, unit, act.At) ? null : ProtocolRefusals.NotYours("", work.Unit ?? work.Maker, act.By);
    }
}
