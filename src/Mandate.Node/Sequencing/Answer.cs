using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Sequencing;

/// <summary>What is put to an organisation.</summary>
/// <param name="By">Person id of the one who acts.</param>
/// <param name="Id">Idempotency key, made by whoever puts it: putting it again gives the first answer.</param>
public sealed record Submission(string By, Command Command, string Id)
{
    /// <summary>Texts and ballots that the command names by their SHA-256; others are refused.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Blobs { get; init; } = [];

    /// <summary>The author's own signature (<see cref="Encodings.AuthorSignature"/>), 64 bytes in base64; null where the server attests the act.</summary>
    public string? Sig { get; init; }

    /// <summary>SHA-256 (lower hex) of the newest cosigned checkpoint that the author knew; it is part of what is signed.</summary>
    public string? Seen { get; init; }
}

/// <summary>The answer to a submission.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>It is in the log: durable, with an index, in a tree that the log has signed.</summary>
    public sealed record Accepted(Receipt Receipt) : Answer;

    /// <summary>The rules refuse it, and say which. Nothing was written.</summary>
    public sealed record Refused(Refusal Refusal) : Answer;

    /// <summary>The machine failed on the way: it may or may not be in the log. Put it again with the same id to know.</summary>
    public sealed record Unknown(string Reason) : Answer;
}

/// <summary>What somebody who acted keeps.</summary>
/// <param name="Index">The entry's place in the log, from 0.</param>
/// <param name="Checkpoint">A signed checkpoint that the entry is in.</param>
/// <param name="Size">Entries that the checkpoint covers.</param>
/// <param name="Repeated">The same act had been put before, and this is its answer.</param>
public sealed record Receipt(long Index, string Id, DateTimeOffset At, string Clause, ImmutableArray<Event> Events, byte[] Checkpoint, long Size, bool Repeated = false);

/// <summary>An organisation at one moment: the state and the signed checkpoint that says how far the log was.</summary>
public sealed record Publication(State State, byte[] Checkpoint)
{
    public long Size => State.Size;
}
