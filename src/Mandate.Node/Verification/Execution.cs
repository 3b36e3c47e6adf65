using System.Collections.Immutable;
using Mandate.Node.Encodings;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Verification;

/// <summary>An entry as it was read, with its events as they stand in the text; or why it cannot be one.</summary>
internal readonly record struct ReadEntry(Entry? Entry, ReadOnlyMemory<byte> Events, string? Fault);

/// <summary>Executes a log again, entry by entry: the same act put to the same state must give the same events under the same clause.</summary>
internal sealed class Execution(Blobs blobs)
{
    /// <summary>In the place of a payload that is not there: whether it may be missing is told at the end, when all erasures are known.</summary>
    private readonly Blobs standIn = new(name => blobs.Read(name) ?? ReadOnlyMemory<byte>.Empty, Boxes.BoxReading.Contents, Boxes.SealReading.Instance);

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly CanonicalWriter writer = new();

    public State State { get; private set; } = State.Empty;

    public long Read { get; private set; }

    public long Executed { get; private set; }

    public bool EntriesHold { get; private set; } = true;

    public bool DecisionsHold { get; private set; } = true;

    /// <summary>Why some entries were not executed; null where all were.</summary>
    public string? NotExecuted { get; private set; }

    public List<Fault> Faults { get; } = [];

    /// <summary>Acts that are signed by their author's own key.</summary>
    public long Signed { get; private set; }

    public bool SignaturesHold { get; private set; } = true;

    /// <summary>What authors say they had seen: entry and SHA-256 of the checkpoint.</summary>
    public List<(long Entry, string Sha256)> Seen { get; } = [];

    private string? organisation;

    /// <summary>The payloads that entries carry, and the entry of each.</summary>
    public Dictionary<string, long> BlobsNamed { get; } = new(StringComparer.Ordinal);

    /// <summary>Every entry was read and executed, and what came out is what stands there.</summary>
    public bool Whole => EntriesHold && DecisionsHold && NotExecuted is null;

    public int Votes => State.Votes.All.Values.Count(v => v.Outcome is not null);

    public int PersonalData => State.Roll.Members.Count + State.Roll.Applications.Values.Count(a => !State.Roll.Members.ContainsKey(a.Person));

    public int Erased => State.Roll.Erased.Count;

    /// <summary>Reads an entry and sees whether its bytes are the only ones that it can have. It touches no state, so it may run ahead.</summary>
    public static ReadEntry Decode(ReadOnlyMemory<byte> bytes, CanonicalWriter writer)
    {
        if (EntryText.Decode(bytes, out var entry, out var events) is { } error) return new(null, default, $"cannot be read: {error}");
        writer.Clear();
        EntryText.Encode(entry!, writer);
        return writer.Written.SequenceEqual(bytes.Span) ? new(entry, events, null) : new(null, default, "is not in canonical form");
    }

    public void Next(long index, ReadEntry read, string file)
    {
        if (!Whole) return;
        Read++;
        if (Checked(index, read, file) is not { } entry) return;
        foreach (var name in entry.Blobs) BlobsNamed.TryAdd(name, index);
        if (entry.Engine != Engine.Version)
        {
            NotExecuted = $"entry {index} was decided by version {entry.Engine} of the rules, and this program has version {Engine.Version}";
            return;
        }
        // A text that was erased is only asked whether it is there; what rules read cannot be erased, and fails without it.
        var missing = entry.Command.Reads().FirstOrDefault(b => blobs.Read(b) is null);
        Execute(index, entry, read.Events.Span, file);
        if (missing is null || DecisionsHold) return;
        Faults.RemoveAt(Faults.Count - 1);
        Decision(index, $"it reads the blob {missing}, which is missing or changed", file);
    }

    private Entry? Checked(long index, ReadEntry read, string file)
    {
        if (read.Entry is not { } entry) return Entry(index, read.Fault!, file);
        if (!ids.Add(entry.Id)) return Entry(index, $"its id {entry.Id} stands twice in the log", file);
        return entry.At < State.At ? Entry(index, $"is of {entry.At:u}, before the entry that precedes it", file) : entry;
    }

    private void Execute(long index, Entry entry, ReadOnlySpan<byte> events, string file)
    {
        var act = new Act(entry.Id, entry.At, entry.By, entry.Command) { Blobs = standIn };
        // Its bytes are the only ones that it can have: Decode has seen to that.
        organisation ??= AuthorSignature.Organisation(EntryText.Encode(entry));
        if (entry.Seen is { } seen) Seen.Add((index, seen));
        if (entry.Sig is { } sig)
        {
            act = act with { SignedWith = AuthorSignature.Signer(organisation, act with { Command = Veil.Bare(act.Command) }, sig, entry.Seen, State) };
            if (act.SignedWith is null)
            {
                SignaturesHold = DecisionsHold = false;
                Faults.Add(new("signatures", "its signature is by no key that its author had registered", index, file));
                return;
            }
            Signed++;
        }
        try
        {
            switch (Decider.Decide(State, act))
            {
                case Decision.Refused { Refusal: var refusal }:
                    Decision(index, $"the rules refuse this act ({refusal.Code}{(refusal.Clause.Length == 0 ? "" : $", {refusal.Clause}")})", file);
                    return;
                case Decision.Accepted accepted when accepted.Clause != entry.Clause:
                    Decision(index, $"the rules permit this act under '{accepted.Clause}', and '{entry.Clause}' stands there", file);
                    return;
                case Decision.Accepted accepted when !Text(accepted.Events).SequenceEqual(events):
                    Decision(index, $"the rules give other events: {Difference(accepted, entry)}", file);
                    return;
            }
            State = Decider.Evolve(State, entry.Events, entry.Occasion(index, standIn));
            Executed++;
        }
        catch (Exception broken) when (broken is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            Decision(index, $"the rules cannot be executed on it: {broken.Message}", file);
        }
    }

    private static string Difference(Decision.Accepted accepted, Entry entry)
    {
        for (var i = 0; i < Math.Max(accepted.Events.Length, entry.Events.Length); i++)
        {
            if (i >= accepted.Events.Length) return $"event {i} ({entry.Events[i].GetType().Name}) does not follow";
            if (i >= entry.Events.Length) return $"event {i} ({accepted.Events[i].GetType().Name}) is missing";
            if (!WireText.Encode(accepted.Events[i]).AsSpan().SequenceEqual(WireText.Encode(entry.Events[i]))) return $"event {i} differs";
        }
        return "in another order";
    }

    private ReadOnlySpan<byte> Text(ImmutableArray<Event> events)
    {
        writer.Clear();
        EntryText.EncodeEvents(events, writer);
        return writer.Written;
    }

    private Entry? Entry(long index, string message, string file)
    {
        EntriesHold = false;
        Faults.Add(new("entries", message, index, file));
        return null;
    }

    private void Decision(long index, string message, string file)
    {
        DecisionsHold = false;
        Faults.Add(new("decisions", message, index, file));
    }
}
