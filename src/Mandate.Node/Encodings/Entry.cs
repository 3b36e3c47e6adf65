using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Encodings;

/// <summary>One entry of an organisation's log: an act that was lawful, and what it made happen (docs/formats/entry.md).</summary>
/// <param name="Id">Idempotency key of the act.</param>
/// <param name="At">When it was decided, UTC, whole seconds.</param>
/// <param name="By">Person id of the one who acted.</param>
/// <param name="Clause">Clause path that permits it; empty for acts of the protocol itself.</param>
/// <param name="Engine">Version of the rules that decided.</param>
public sealed record Entry(string Id, DateTimeOffset At, string By, Command Command, string Clause, ImmutableArray<Event> Events, string Engine)
{
    /// <summary>SHA-256 (lower hex, in order) of the blobs that came with the act and lie beside the log.</summary>
    public ImmutableArray<string> Blobs { get; init; } = [];

    /// <summary>SHA-256 of the newest cosigned checkpoint that the author knew; null where none was given.</summary>
    public string? Seen { get; init; }

    /// <summary>The author's own signature; null where the server attests the act.</summary>
    public string? Sig { get; init; }

    /// <summary>The events as they stand beside the state: what folding reads.</summary>
    public Occasion Occasion(long index, Blobs blobs) => new(index, At, By, blobs);
}
