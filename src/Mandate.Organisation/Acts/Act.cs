namespace Mandate.Organisation.Acts;

/// <summary>
/// Somebody asks the organisation to do something. Everything that <see cref="Decider"/> reads beside the state
/// is in here, so that the same question put again years later gets the same answer.
/// </summary>
/// <param name="Id">Idempotency key: a repeated act is answered with the first answer.</param>
/// <param name="At">When it was put, UTC, whole seconds.</param>
/// <param name="By">Person id of the one who acts.</param>
/// <param name="Command">What is asked.</param>
public sealed record Act(string Id, DateTimeOffset At, string By, Command Command)
{
    /// <summary>
    /// The body in whose name the act is done, when a decision in writing of that body carries it; otherwise null.
    /// Set by the resolution rules only, never by a caller.
    /// </summary>
    public string? InNameOf { get; init; }

    /// <summary>
    /// The registered device key of <see cref="By"/> whose signature over this act holds (32 bytes in base64); null where the server
    /// attests the act. Checked by the node, and again by every verifier.
    /// </summary>
    public string? SignedWith { get; init; }

    /// <summary>The texts and ballots that the command refers to by SHA-256, lower hex. They lie beside the log, which commits to them.</summary>
    public Blobs Blobs { get; init; } = Blobs.None;

    /// <summary>The day of the act, UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}

/// <summary>What is asked of the organisation. One sealed record per verb; its wire name stands in <see cref="WireNameAttribute"/>.</summary>
public abstract record Command
{
    /// <summary>SHA-256 (lower hex) of the blobs that deciding or folding this command must read.</summary>
    public virtual IEnumerable<string> Reads() => [];
}

/// <summary>What has happened. Never changed, never removed; a new shape is a new version.</summary>
public abstract record Event
{
    /// <summary>SHA-256 (lower hex) of the blobs that folding this event must read.</summary>
    public virtual IEnumerable<string> Reads() => [];
}

/// <summary>The stable name of a command or event in the log, its word first: <c>motions.file</c>, <c>motions.filed</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WireNameAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Raised when the shape changes; older versions are upcast on read.</summary>
    public int Version { get; } = version;
}

/// <summary>When, by whom and in which entry an event happened: what folding may read beside the event.</summary>
/// <param name="Index">Index of the entry in the log, from 0.</param>
public sealed record Occasion(long Index, DateTimeOffset At, string By, Blobs Blobs)
{
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}
