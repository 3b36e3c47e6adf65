using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Encodings;
using Mandate.Node.Stores;
using Mandate.Node.Vaults;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Sequencing;

/// <summary>
/// Decides a batch on a tentative state: each act sees the ones before it, and nothing is true until the batch is written.
/// Of two acts that race for one right, the second finds it taken.
/// </summary>
internal sealed class Deciding
{
    /// <summary>Longest idempotency key and person id, in characters.</summary>
    private const int MaximumId = 200;

    private readonly ILedgerStore store;
    private readonly OrganisationClock clock;
    private readonly Vault? vault;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> arrived = new(StringComparer.Ordinal);

    public Deciding(State state, ILedgerStore store, OrganisationClock clock, Vault? vault)
    {
        this.vault = vault;
        State = state;
        this.store = store;
        this.clock = clock;
    }

    /// <summary>The state after all acts accepted so far.</summary>
    public State State { get; private set; }

    public List<NewEntry> Accepted { get; } = [];

    /// <summary>A refusal, or the entry that the act makes; the state has moved on.</summary>
    public (Refusal? Refusal, Entry? Entry) Decide(Submission submission)
    {
        if (!IsId(submission.Id)) return (ProtocolRefusals.Malformed("id", $"1 to {MaximumId} characters", submission.Id.Length), null);
        if (submission.By.Length is 0 or > MaximumId) return (ProtocolRefusals.Malformed("by", $"1 to {MaximumId} characters", submission.By.Length), null);
        // A pseudonym can be read in the log by anybody: nobody acts under one but through the vault.
        if (submission.By[0] == '~') return (ProtocolRefusals.Malformed("by", "an id on the roll", submission.By), null);
        byte[] text;
        try
        {
            text = WireText.Encode(submission.Command);
        }
        catch (ArgumentException e)
        {
            return (ProtocolRefusals.Malformed("command", "values that have a form in the log", e.Message), null);
        }
        // What is decided is what the log will give back, not what happened to be in memory.
        if (!WireText.TryDecode(text, out Command? command, out var error)) return (ProtocolRefusals.Malformed(error.Path, "a form that reads back", error.Message), null);
        var payloads = submission.Blobs.Select(b => KeyValuePair.Create(Convert.ToHexStringLower(SHA256.HashData(b.Span)), b))
            .DistinctBy(b => b.Key, StringComparer.Ordinal).OrderBy(b => b.Key, StringComparer.Ordinal).ToImmutableArray();
        foreach (var (name, _) in payloads)
            if (text.AsSpan().IndexOf(Encoding.ASCII.GetBytes(name)) < 0) return (ProtocolRefusals.Malformed("blobs", "only what the act names by its SHA-256", name), null);
        var blobs = new Blobs(name => payloads.FirstOrDefault(p => p.Key == name) is { Key: not null } own ? own.Value : Known(name), Boxes.BoxReading.Contents, Boxes.SealReading.Instance);
        foreach (var needed in command.Reads())
            if (blobs.Read(needed) is null) return (ProtocolRefusals.BlobMissing(needed), null);
        if (UnusableWitness(command) is { } key) return (ProtocolRefusals.Malformed("key", "a verifier key that signatures can be checked with", key), null);
        var put = new Act(submission.Id, clock.Next(State), submission.By, command) { Blobs = blobs };
        if (submission.Sig is null && submission.Seen is not null) return (ProtocolRefusals.Malformed("seen", "a signature beside it", submission.Seen), null);
        if (submission.Sig is not null)
        {
            put = put with { SignedWith = Signer(submission, put) };
            if (put.SignedWith is null) return (TrustRefusals.SignatureFails(submission.By), null);
        }
        if (Veil.OpensRegister(command)) vault?.Ensure(State.Roll.Members.Keys);
        var (act, register, hidden) = Veil.Over(State, put, vault is null ? null : vault.Name);
        if (hidden is not null) return (hidden, null);
        // A member's own signature would name them: it is asked for here, and an act under a pseudonym is written without it.
        if (act.By != put.By && State.Founding.Stage == Organisation.Founding.FoundingStage.Closed && TrustRules.Signature(State, put) is { } unsigned) return (unsigned, null);
        var written = act.By == put.By && Veil.Bare(act.Command).Equals(Veil.Bare(command)) ? submission : submission with { Sig = null, Seen = null };
        if (written.Sig is null) act = act with { SignedWith = null };
        if (register is not null) payloads = [.. payloads.Append(KeyValuePair.Create(Convert.ToHexStringLower(SHA256.HashData(register)), (ReadOnlyMemory<byte>)register)).OrderBy(p => p.Key, StringComparer.Ordinal)];
        return Decider.Decide(State, act) switch
        {
            Decision.Accepted accepted => Accept(act, accepted, payloads, written),
            Decision.Refused refused => (refused.Refusal, null),
            var other => throw new InvalidOperationException($"No such decision: {other}"),
        };
    }

    private (Refusal?, Entry?) Accept(Act act, Decision.Accepted accepted, ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> payloads, Submission submission)
    {
        var entry = new Entry(act.Id, act.At, act.By, act.Command, accepted.Clause, accepted.Events, Engine.Version)
        {
            Blobs = [.. payloads.Select(p => p.Key)], Sig = submission.Sig, Seen = submission.Seen,
        };
        var body = EntryText.Encode(entry);
        if (body.Length > EntryText.MaximumLength)
            return (ProtocolRefusals.Malformed("command", $"an entry of at most {EntryText.MaximumLength} bytes; send it in parts", body.Length), null);
        State = Decider.Evolve(State, accepted.Events, entry.Occasion(State.Size, act.Blobs));
        // Only with an act that is written do its payloads stay.
        foreach (var (name, bytes) in payloads) arrived.TryAdd(name, bytes);
        Accepted.Add(new(entry.Id, body, payloads));
        return (null, entry);
    }

    /// <summary>The key of theirs that made the signature; null where none did.</summary>
    private string? Signer(Submission submission, Act act) => store.Read(0, 1).FirstOrDefault() is { } first
        ? AuthorSignature.Signer(AuthorSignature.Organisation(first.Body.Span), act, submission.Sig!, submission.Seen, State)
        : null;

    /// <summary>A witness's key that has the right form and is no point of the curve: no client could ever read such a policy.</summary>
    private static string? UnusableWitness(Command command) => command switch
    {
        SetWitnesses set => set.Groups.SelectMany(g => g.Witnesses).Select(w => w.Key).FirstOrDefault(k => !Ledger.VerifierKey.TryParse(k, out _, out _)),
        Organisation.Offices.ProposeAct { Act: SetWitnesses set } => UnusableWitness(set),
        _ => null,
    };

    private ReadOnlyMemory<byte>? Known(string name) => arrived.TryGetValue(name, out var bytes) ? bytes : StoredBlobs.Read(store, name);

    /// <summary>Whether a stored entry is the same act: then its answer is given again.</summary>
    public bool IsSame(Submission submission, Entry stored)
    {
        var veiled = Veil.Bare(State, new Act(submission.Id, stored.At, submission.By, submission.Command), vault is null ? null : vault.Name);
        return stored.By == veiled.By && WireText.Encode(Veil.Bare(stored.Command)).AsSpan().SequenceEqual(WireText.Encode(Veil.Bare(veiled.Command)));
    }

    public static bool IsId(string id) => id.Length is > 0 and <= MaximumId;

    /// <summary>The entry that stands in the log at that index.</summary>
    public (long Index, Entry Entry)? Stored(long index)
    {
        var body = store.Read(index, 1).Single().Body;
        return EntryText.TryDecode(body, out var entry, out var error) ? (index, entry) : throw new StoreFaultException($"entry {index} cannot be read: {error}");
    }
}
