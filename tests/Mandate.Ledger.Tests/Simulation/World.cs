using System.Collections.Immutable;
using System.Text;

namespace Mandate.Ledger.Tests.Simulation;

/// <summary>
/// A dishonest operator who tells two stories, honest witnesses with wandering clocks, lost answers and crashes between deciding and
/// storing, lying witnesses who sign anything with any time, and clients with a k-of-n policy. Everything follows from the seed.
/// </summary>
internal sealed class World
{
    private const int ClockSkew = 30;

    private readonly Random random;
    private readonly int witnesses, liars;
    private readonly TlogPolicy policy;
    private readonly Branch[] branches;
    private readonly ImmutableArray<NoteSigner> signers;
    private readonly WitnessProtocol[] protocols;
    private readonly WitnessState[] states;
    private readonly ulong[] believedSize;
    private readonly Dictionary<Checkpoint, Dictionary<int, NoteSignature>> collected = [];
    private readonly Dictionary<Checkpoint, ulong> firstShown = [];
    private ulong now = 1_000_000;

    public World(int seed, int witnesses, int liars, int threshold)
    {
        random = new(seed);
        this.witnesses = witnesses;
        this.liars = liars;
        var divergesAt = (ulong)random.Next(6);
        branches = [new("left", divergesAt), new("right", divergesAt)];
        signers = [.. Enumerable.Range(0, witnesses).Select(SampleLog.Witness)];
        protocols = [.. signers.Select(s => new WitnessProtocol([s], [new(SampleLog.Origin, [SampleLog.Signer.Key])]))];
        states = [.. Enumerable.Repeat(WitnessState.Empty, witnesses)];
        believedSize = new ulong[witnesses];
        var members = signers.Select((s, i) => new PolicyWitness($"w{i}", s.Key, null)).ToImmutableArray();
        policy = new([new(SampleLog.Signer.Key, null)], members, new PolicyGroup("quorum", threshold, [.. members]));
    }

    /// <summary>What clients have accepted.</summary>
    public List<SignedCheckpoint> Accepted { get; } = [];

    public void Run(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            now += (ulong)random.Next(20);
            if (random.Next(3) == 0) branches[random.Next(2)].Append();
            var branch = branches[random.Next(2)];
            var checkpoint = branch.At(branch.Size);
            firstShown.TryAdd(checkpoint, now);
            var who = random.Next(witnesses);
            if (who < liars) Collect(checkpoint, who, signers[who].Cosign(checkpoint.ToString(), (ulong)random.NextInt64(long.MaxValue)));
            else AskHonest(branch, checkpoint, who);
        }
    }

    private void AskHonest(Branch branch, Checkpoint checkpoint, int who)
    {
        var oldSize = random.Next(8) == 0 ? 0 : believedSize[who];
        var clock = now + (ulong)random.Next(2 * ClockSkew) - ClockSkew;
        WitnessState? seen = states[who];
        var answer = protocols[who].Answer("POST", "add-checkpoint", branch.Request(oldSize, checkpoint.Size), seen, clock);
        if (answer.Update is { } update)
        {
            // Another request may be answered and stored between this answer and its storing.
            if (random.Next(4) == 0) Interleave(who, clock);
            if (states[who].With(update) is not { } stored) return;
            states[who] = stored;
        }
        // The answer may be lost, after it was stored.
        if (random.Next(5) == 0) return;
        switch (AddCheckpointResponse.Read(answer.Status, answer.ContentType, Encoding.UTF8.GetBytes(answer.Body), checkpoint.ToString(), [signers[who].Key]))
        {
            case AddCheckpointResponse.Cosigned cosigned:
                believedSize[who] = checkpoint.Size;
                Collect(checkpoint, who, cosigned.Signatures[0]);
                break;
            case AddCheckpointResponse.Conflict conflict:
                believedSize[who] = conflict.Size;
                break;
            default:
                // Refused: the witness follows the other story.
                break;
        }
    }

    private void Interleave(int who, ulong clock)
    {
        var other = branches[random.Next(2)];
        var before = states[who].Of(SampleLog.Origin)?.Checkpoint.Size ?? 0;
        if (before > other.Size) return;
        var answer = protocols[who].Answer("POST", "add-checkpoint", other.Request(before, other.Size), states[who], clock);
        if (answer.Update is { } update) states[who] = states[who].With(update)!;
    }

    private void Collect(Checkpoint checkpoint, int who, NoteSignature signature)
    {
        if (!collected.TryGetValue(checkpoint, out var lines)) collected.Add(checkpoint, lines = []);
        lines[who] = signature;
        if (policy.TryAccept(checkpoint.Sign(SampleLog.Signer).With(lines.Values), out var accepted, out _)) Accepted.Add(accepted);
    }

    /// <summary>Two accepted checkpoints that no single log can have shown.</summary>
    public (Checkpoint, Checkpoint)? Conflict()
    {
        foreach (var a in Accepted)
            foreach (var b in Accepted)
                if (!branches.Any(branch => branch.Contains(a.Checkpoint) && branch.Contains(b.Checkpoint))) return (a.Checkpoint, b.Checkpoint);
        return null;
    }

    /// <summary>An accepted checkpoint whose proven latest time lies before it was first shown to anyone, beyond the skew of honest clocks.</summary>
    public Checkpoint? DatedBack() => Accepted
        .Where(a => WitnessedTime.NotLaterThan(a.Opened, liars) is { } time && time + ClockSkew < firstShown[a.Checkpoint])
        .Select(a => a.Checkpoint).FirstOrDefault();
}
