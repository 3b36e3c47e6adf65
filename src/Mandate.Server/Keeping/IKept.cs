using Mandate.Node;
using Mandate.Node.Encodings;
using Mandate.Node.Rehearsals;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Server.Delivery;

namespace Mandate.Server.Keeping;

/// <summary>An organisation that is kept on this server, as the pages see it.</summary>
public interface IKept
{
    /// <summary>Its part of the address: <c>/o/SLUG</c>.</summary>
    string Slug { get; }

    /// <summary>The newest state that is durable. A page takes it once and shows one moment.</summary>
    State State { get; }

    /// <summary>The node that keeps it, with its vault and its folder; null for one kept without a disk.</summary>
    OrganisationNode? Node => null;

    /// <summary>Where it is kept who may sign in with what; null for one without a folder: it is a play, and nobody signs in to it.</summary>
    string? SignInFile => Node?.Folder?.SignInFile;

    /// <summary>Of which organisation it is a practice copy; null for one of its own.</summary>
    Practice? Practice => Node?.Practice;

    /// <summary>Makes the pseudonyms of members, to ask the rules with; null where their keys are not at hand.</summary>
    Naming? Names => Node?.Names;

    /// <summary>The organisation's own time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>How far the record is, for the line at the foot.</summary>
    Proof? Proof { get; }

    /// <summary>The name of a person, from the vault; null where it is erased or was never kept.</summary>
    string? NameOf(string person);

    /// <summary>What the vault keeps of a person (<c>name</c>, <c>address</c>, <c>email</c>, <c>number</c>); null where it is erased or was never kept.</summary>
    IReadOnlyDictionary<string, string>? Personal(string person) => Node?.Vault?.Read(person);

    /// <summary>A person's own notes by what they are about, which nobody else is shown; null where none can be kept.</summary>
    IReadOnlyDictionary<string, string>? NotesOf(string person) => Node?.Vault?.NotesOf(person);

    /// <summary>Keeps a note of a person, or deletes it where it is empty.</summary>
    void KeepNote(string person, string about, string text) => Node?.Vault?.KeepNote(person, about, text);

    /// <summary>A text or file beside the log, by its SHA-256 in lower hex.</summary>
    ReadOnlyMemory<byte>? Blob(string sha256);

    /// <summary>What the rules would answer, without putting it.</summary>
    Decision Ask(string by, Command command, params IReadOnlyList<ReadOnlyMemory<byte>> blobs);

    /// <summary>Puts an act. The answer comes when it is durable, or refused.</summary>
    /// <param name="id">Idempotency key: putting it again gives the first answer.</param>
    Task<Put> PutAsync(string by, Command command, string id, params IReadOnlyList<ReadOnlyMemory<byte>> blobs);

    /// <summary>Puts an act with its author's own signature, where they made one.</summary>
    Task<Put> PutAsync(string by, Command command, string id, OwnSignature? signature, IReadOnlyList<ReadOnlyMemory<byte>> blobs) => PutAsync(by, command, id, blobs);

    /// <summary>Entries of the record from an index on.</summary>
    IEnumerable<(long Index, Entry Entry)> Entries(long from, int limit);

    /// <summary>Says each time the record has grown, the newest only where the reader is slow.</summary>
    IAsyncEnumerable<State> WatchAsync(CancellationToken cancel);
}

/// <summary>A member's own signature over an act, and the checkpoint that they knew when they made it.</summary>
public sealed record OwnSignature(string Sig, string? Seen);

/// <summary>The answer to an act that was put.</summary>
public abstract record Put
{
    private Put() { }

    /// <param name="Index">The entry's place in the record, from 0.</param>
    public sealed record Done(long Index, DateTimeOffset At, string Clause) : Put;

    public sealed record Refused(Refusal Refusal) : Put;

    /// <summary>The machine failed on the way; the same key put again tells.</summary>
    public sealed record Unknown(string Reason) : Put;
}

/// <summary>The organisations kept here.</summary>
public interface IKeeper
{
    IReadOnlyList<IKept> All { get; }

    IKept? Find(string slug);

    /// <summary>Where new organisations are made; null where none can be.</summary>
    Installation? Installation => null;
}

/// <summary>Nothing is kept here yet.</summary>
public sealed class EmptyKeeper : IKeeper
{
    public IReadOnlyList<IKept> All => [];

    public IKept? Find(string slug) => null;
}
