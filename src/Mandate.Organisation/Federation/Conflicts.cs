using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>What is written down about a conflict: something that happened, an offer of the other side, a decision of those concerned.</summary>
public enum ConflictEntry { Fact, Offer, Decision }

/// <summary>How a conflict ended for the unit.</summary>
public enum ConflictEnd { Agreed, Won, Lost, BrokenOff }

/// <summary>A unit enters a conflict with an employer or another outside it: who, about what, since when (requirement S213).</summary>
[WireName("federation.open-conflict")]
public sealed record OpenConflict(string Id, string Unit, string Opponent, string About, DateOnly Since) : FederationCommand;

/// <summary>The unit writes down what happened, what was offered or what it decided.</summary>
[WireName("federation.note-conflict")]
public sealed record NoteConflict(string Conflict, ConflictEntry Entry, string Text) : FederationCommand;

/// <summary>The unit says how it ended. From then on nothing more is granted for it.</summary>
[WireName("federation.end-conflict")]
public sealed record EndConflict(string Conflict, ConflictEnd How, string Account) : FederationCommand;

[WireName("federation.conflict-opened")]
public sealed record ConflictOpened(string Id, string Unit, string Opponent, string About, DateOnly Since) : FederationEvent;

[WireName("federation.conflict-noted")]
public sealed record ConflictNoted(string Conflict, ConflictEntry Entry, string Text) : FederationEvent;

[WireName("federation.conflict-ended")]
public sealed record ConflictEnded(string Conflict, ConflictEnd How, string Account) : FederationEvent;

public sealed record ConflictNote(ConflictEntry Entry, string Text, string By, DateTimeOffset At);

/// <summary>A conflict of a unit with somebody outside. What was granted for it stands in the accounts under its id.</summary>
public sealed record Conflict(string Id, string Unit, string Opponent, string About, DateOnly Since, DateTimeOffset At)
{
    public ImmutableArray<ConflictNote> Notes { get; init; } = [];

    public ConflictEnd? How { get; init; }

    public string? Account { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Conflicts are the unit's to enter, to tell and to end; nobody else writes in them.</summary>
internal static class Conflicts
{
    public static Decision Open(State state, Act act, OpenConflict c)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Conflicts.ContainsKey(c.Id)) return ProtocolRefusals.Taken("conflict", c.Id);
        if (state.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (!state.Offices.SpeaksFor(act.By, c.Unit, act.At)) return ProtocolRefusals.NotYours("", c.Unit, act.By);
        if (c.Opponent.Trim().Length is 0 or > 200) return ProtocolRefusals.Malformed("opponent", "with whom, in at most 200 characters", c.Opponent.Length);
        if (c.About.Trim().Length is 0 or > 1000) return ProtocolRefusals.Malformed("about", "what it is about, in at most 1000 characters", c.About.Length);
        return c.Since > act.Day ? ProtocolRefusals.Malformed("since", "today or earlier", c.Since) : Decision.Accept("", new ConflictOpened(c.Id, c.Unit, c.Opponent.Trim(), c.About.Trim(), c.Since));
    }

    public static Decision Note(State state, Act act, NoteConflict c) =>
        Standing(state, act, c.Conflict) is { } refusal ? refusal
        : c.Text.Trim().Length is 0 or > 1000 ? ProtocolRefusals.Malformed("text", "what it is, in at most 1000 characters", c.Text.Length)
        : Decision.Accept("", new ConflictNoted(c.Conflict, c.Entry, c.Text.Trim()));

    public static Decision End(State state, Act act, EndConflict c) =>
        Standing(state, act, c.Conflict) is { } refusal ? refusal
        : c.Account.Trim().Length is 0 or > 2000 ? ProtocolRefusals.Malformed("account", "how it ended, in at most 2000 characters", c.Account.Length)
        : Decision.Accept("", new ConflictEnded(c.Conflict, c.How, c.Account.Trim()));

    /// <summary>Null where money may be granted for it.</summary>
    public static Refusal? MayDraw(State state, string id) =>
        !state.Federation.Conflicts.TryGetValue(id, out var conflict) ? ProtocolRefusals.Unknown("conflict", id)
        : conflict.EndedAt is null ? null : ProtocolRefusals.WrongStage("conflict", id, "open", "ended");

    private static Refusal? Standing(State state, Act act, string id)
    {
        if (MayDraw(state, id) is { } refusal) return refusal;
        var unit = state.Federation.Conflicts[id].Unit;
        return state.Offices.SpeaksFor(act.By, unit, act.At) ? null : ProtocolRefusals.NotYours("", unit, act.By);
    }
}
