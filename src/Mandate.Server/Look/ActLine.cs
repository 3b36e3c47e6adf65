using Microsoft.AspNetCore.Components;

namespace Mandate.Server.Look;

public enum Opening { Now, Later, Refused }

/// <summary>An act and whether it is open to this person: what the rule engine answered, ready to be shown.</summary>
/// <param name="Title">The act as an imperative: "File a motion".</param>
/// <param name="Address">Where it is done.</param>
public sealed record ActLine(string Title, string? Address, Opening Opening)
{
    /// <summary>When it opens.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>The last day on which it is in time; null where none is set.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The reason, already worded.</summary>
    public string? Why { get; init; }

    /// <summary>The lawful way to the same end, already worded.</summary>
    public string? Way { get; init; }

    public string? Clause { get; init; }

    /// <summary>Of a right of every day, the room (<c>section.ROOM</c>) under which it stands; null for what waits for this person.</summary>
    public string? Room { get; init; }
}
