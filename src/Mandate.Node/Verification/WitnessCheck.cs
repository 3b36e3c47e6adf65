using System.Collections.Immutable;
using System.Globalization;
using Mandate.Ledger;
using Mandate.Node.Witnessing;
using Mandate.Organisation;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Verification;

/// <summary>
/// Who has seen a record: its quorum of witnesses, followed from the policy that the verifying person pinned through every change of
/// it. A change counts only where those before it have seen it. Fails closed.
/// </summary>
internal sealed class WitnessCheck(RecordSource source, VerifierKey key, SignedCheckpoint signed, Pinned pinned, ImmutableArray<(long Size, byte[] Note)> published)
{
    private readonly TiledTree tree = new(signed.Checkpoint.Size, source.Tile);
    private readonly Dictionary<string, (long Size, SignedNote Note)> seen = new(StringComparer.Ordinal);

    /// <summary>The proof of another history, where one was found.</summary>
    public ForkEvidence? Evidence { get; private set; }

    /// <returns>What was found, in a sentence; null where there is nothing to check.</returns>
    public string? Run(Execution execution, Action<string, string?, long?> fail)
    {
        if (pinned.Seen is { } kept) Continues(kept, "the checkpoint that was kept", null, fail);
        foreach (var (size, note) in published)
            if (Continues(note, "it", $"checkpoints/{size}", fail) is { } opened) seen[PublishedCheckpoints.Name(note)] = (size, opened);
        foreach (var (entry, sha256) in execution.Seen)
            if (!seen.TryGetValue(sha256, out var found) || found.Size > entry)
                fail($"its author had seen the checkpoint {sha256}, which is none that this record published before", null, entry);
        if (!execution.Whole)
        {
            if (pinned.Policy is not null) fail("the witnesses that the record names are not known, because it was not executed to the end", null, null);
            return pinned.Seen is null ? null : "the record continues the checkpoint that was kept";
        }
        var chain = Chain(execution.State);
        var start = pinned.Policy is null ? 0 : chain.FindIndex(p => p.Files is not null && PolicyFiles.AreSame(p.Files, pinned.Policy));
        if (start < 0) return Accepts(pinned.Policy!, "the policy that was asked for", fail);
        if (chain.Count == 0 || chain[^1].Policy.Groups.IsEmpty && pinned.Policy is null) return pinned.Seen is null ? null : "the record continues the checkpoint that was kept; it names no witnesses";
        for (var i = start; i + 1 < chain.Count; i++) Changed(chain[i], chain[i + 1].Policy.Entry, fail);
        var (policy, files) = chain[^1];
        if (files is null)
        {
            fail($"the policy of entry {policy.Entry} cannot be read", null, policy.Entry);
            return null;
        }
        return Accepts(files, pinned.Policy is null ? "the policy that the record itself names; whoever pinned one should give it" : "the policy that was pinned, followed through its changes", fail);
    }

    /// <summary>Which ledger this one continues, and by whose decision.</summary>
    public string? Epoch(State state)
    {
        if (source.Continues is not { } bytes || !SignedNote.TryParse(bytes, out var note, out _) || !Checkpoint.TryParse(note.Text, out var before, out _)) return null;
        var decision = state.Trust.Epochs.LastOrDefault(e => e.Origin == key.Name && e.Before == before.Origin);
        var said = $"this ledger continues {before.Origin} from {before.Size} entries on";
        return decision is null ? $"{said}; the organisation has not decided that yet" : $"{said}, as decided on {decision.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; lost: {decision.Lost}";
    }

    /// <summary>The policies that were in force: the last of the founding, then each change that had come into force by the last entry.</summary>
    private List<(WitnessPolicy Policy, TlogPolicy? Files)> Chain(State state)
    {
        var all = state.Trust.Policies.Where(p => p.From <= state.At).ToList();
        var founding = all.FindLastIndex(p => state.Founding.ClosedAt is not { } closed || p.From <= closed);
        return [.. all.Skip(Math.Max(0, founding)).Select(p => (p, PolicyFiles.Of(key, p)))];
    }

    private void Changed((WitnessPolicy Policy, TlogPolicy? Files) before, long entry, Action<string, string?, long?> fail)
    {
        if (before.Policy.Groups.IsEmpty) return;
        if (before.Files is { } files && (seen.Values.Any(s => s.Size > entry && files.TryAccept(s.Note, out _, out _)) || files.TryAccept(signed.Note, out _, out _))) return;
        fail("the witnesses are changed here, and those before have not seen it", null, entry);
    }

    private string? Accepts(TlogPolicy policy, string which, Action<string, string?, long?> fail)
    {
        if (policy.TryAccept(signed.Note, out _, out var fault)) return $"{Cosigners(policy, signed.Note)} have cosigned the checkpoint: the quorum of {which}";
        // A store is ahead of its witnesses by a moment; what they have seen of it is what counts.
        var newest = source.IsExport ? default : seen.Values.OrderByDescending(s => s.Size).FirstOrDefault(s => policy.TryAccept(s.Note, out _, out _));
        if (newest.Note is not null)
            return $"{Cosigners(policy, newest.Note)} have cosigned {newest.Size} entries: the quorum of {which}; {(long)signed.Checkpoint.Size - newest.Size} entries are not witnessed yet";
        fail(fault!, "checkpoint", null);
        return null;
    }

    private static string Cosigners(TlogPolicy policy, SignedNote note) =>
        note.TryOpen(policy.Witnesses.Select(w => w.Key), out var opened, out _) ? string.Join(", ", policy.Witnesses.Where(w => opened.IsSignedBy(w.Key)).Select(w => w.Name)) : "none";

    /// <summary>The checkpoint, where it is of this log and the record continues it.</summary>
    private SignedNote? Continues(byte[] bytes, string what, string? file, Action<string, string?, long?> fail)
    {
        switch (ForeignCheckpoint.Judge(bytes, key, signed.Note, tree))
        {
            case ForeignCheckpoint.Ours:
                return SignedNote.TryParse(bytes, out var note, out _) ? note : null;
            case ForeignCheckpoint.Fork fork:
                Evidence ??= fork.Evidence;
                fail($"{what} is signed by the same key over {fork.Checkpoint.Size} entries and has another history: two have been shown", file, null);
                return null;
            case ForeignCheckpoint.Ahead ahead:
                fail($"{what} is signed over {ahead.Checkpoint.Size} entries, and the record has {signed.Checkpoint.Size}: the rest is missing", file, null);
                return null;
            case ForeignCheckpoint.Foreign foreign:
                fail($"{what} is not of this log: {foreign.Why}", file, null);
                return null;
            default:
                throw new InvalidOperationException("a judgement of an unknown kind");
        }
    }
}
