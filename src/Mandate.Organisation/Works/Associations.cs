using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Works;

/// <summary>Members form an association for art, science or teaching. Nobody approves it (requirement S395).</summary>
[WireName("works.found-association")]
public sealed record FoundAssociation(string Id, string Name, string Aim) : WorksCommand;

[WireName("works.join-association")]
public sealed record JoinAssociation(string Association) : WorksCommand;

[WireName("works.leave-association")]
public sealed record LeaveAssociation(string Association) : WorksCommand;

/// <summary>The association goes, and takes its works with it: here it ends, and none of them is published here any more. Each of its members has to agree.</summary>
[WireName("works.take-out")]
public sealed record TakeAssociationOut(string Association) : WorksCommand;

[WireName("works.association-founded")]
public sealed record AssociationFounded(string Id, string Name, string Aim) : WorksEvent;

[WireName("works.association-joined")]
public sealed record AssociationJoined(string Association) : WorksEvent;

[WireName("works.association-left")]
public sealed record AssociationLeft(string Association) : WorksEvent;

[WireName("works.going-agreed")]
public sealed record GoingAgreed(string Association) : WorksEvent;

[WireName("works.taken-out")]
public sealed record AssociationTakenOut(string Association) : WorksEvent;

/// <summary>An association that members formed. Pages show its name, its works and how many belong to it, never who.</summary>
/// <param name="Leaving">Those who agreed that it goes.</param>
/// <param name="Gone">When it took itself and its works out.</param>
public sealed record Association(string Id, string Name, string Aim, DateTimeOffset At, ImmutableSortedSet<string> Members, ImmutableSortedSet<string> Leaving, DateTimeOffset? Gone = null);

internal static class Associations
{
    public static Decision Found(State state, Act act, FoundAssociation c)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Works.Associations.ContainsKey(c.Id)) return ProtocolRefusals.Taken("association", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        if (c.Name.Length is 0 or > 200) return ProtocolRefusals.Malformed("name", "a title of at most 200 characters", c.Name.Length);
        return c.Aim.Length is 0 or > 300 ? ProtocolRefusals.Malformed("aim", "what it is for, in at most 300 characters", c.Aim.Length) : Decision.Accept("", new AssociationFounded(c.Id, c.Name, c.Aim));
    }

    public static Decision Join(State state, Act act, JoinAssociation c)
    {
        if (Find(state, c.Association, out var association) is { } refusal) return refusal;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        return association.Members.Contains(act.By) ? ProtocolRefusals.Taken("membership", c.Association) : Decision.Accept("", new AssociationJoined(c.Association));
    }

    public static Decision Leave(State state, Act act, LeaveAssociation c) =>
        Own(state, act, c.Association, out _) is { } refusal ? refusal : Decision.Accept("", new AssociationLeft(c.Association));

    public static Decision TakeOut(State state, Act act, TakeAssociationOut c)
    {
        if (Own(state, act, c.Association, out var association) is { } refusal) return refusal;
        if (association.Leaving.Contains(act.By)) return ProtocolRefusals.Taken("association", c.Association);
        return association.Members.Except(association.Leaving).Remove(act.By).IsEmpty
            ? Decision.Accept("", new GoingAgreed(c.Association), new AssociationTakenOut(c.Association))
            : Decision.Accept("", new GoingAgreed(c.Association));
    }

    private static Refusal? Own(State state, Act act, string id, out Association association) =>
        Find(state, id, out association) is { } refusal ? refusal : association.Members.Contains(act.By) ? null : ProtocolRefusals.NotYours("", association.Name, act.By);

    private static Refusal? Find(State state, string id, out Association association)
    {
        if (!state.Works.Associations.TryGetValue(id, out association!)) return ProtocolRefusals.Unknown("association", id);
        return association.Gone is null ? null : ProtocolRefusals.WrongStage("association", id, "here", "gone");
    }
}
