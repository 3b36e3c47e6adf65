using Microsoft.AspNetCore.Components;

namespace Mandate.Server.Look;

public enum Opening { Now, Later, Refused }

/// <summary>An act and whether it is open to this person: what the rule engine answered, ready to be shown.</summary>
/// <param name="Title">The act as an imperative: "File a motion".</param>
/// <param name="Address">Where it is done.</param>
public sealed record ActLine(string Title, string? Address, Opening Opening)
{
    /// <summary>When it opens, or until when it is open.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>The reason, already worded.</summary>
    public string? Why { get; init; }

    /// <summary>The lawful way to the same end, already worded.</summary>
    public string? Way { get; init; }

    public string? Clause { get; init; }

    /// <summary>A right of every day, shown after what waits for this person.</summary>
    public bool Always { get; init; }
}
