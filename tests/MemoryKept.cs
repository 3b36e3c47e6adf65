using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Mandate.Demo;
using Mandate.Node.Encodings;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Founding;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;

namespace Mandate.Tests;

/// <summary>An organisation without a disk: the same rules, entries in memory. Stories are played on it as on any floor.</summary>
internal sealed class MemoryKept(string slug, DateTimeOffset start) : IKept, IFloor, IKeeper
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, byte[]> blobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableSortedDictionary<string, string>> vault = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Index, Decision Answer, DateTimeOffset At)> answered = new(StringComparer.Ordinal);
    private readonly List<Channel<State>> watchers = [];
    private ImmutableList<Entry> entries = [];
    private volatile State state = State.Empty;

    public string Slug => slug;

    /// <summary>Where a test keeps who signs in with what; null where nobody does.</summary>
    public string? SignInFile { get; set; }

    public State State => state;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>Keys of members as good as any, so that the same story gives the same record.</summary>
    public Naming Names { get; } = (person, matter) => Pseudonyms.Of(Pseudonyms.RegisterKey(Encoding.UTF8.GetBytes("key of " + person)), matter);

    public Proof? Proof => state.Size > 0 ? new(state.Size, state.At) : null;

    public IReadOnlyList<IKept> All => [this];

    public IKept? Find(string wanted) => wanted == slug ? this : null;

    public string? NameOf(string person) => Personal(person)?.GetValueOrDefault("name");

    public IReadOnlyDictionary<string, string>? Personal(string person) => vault.GetValueOrDefault(person);

    private readonly Dictionary<(string Person, string About), string> notes = [];

    public IReadOnlyDictionary<string, string>? NotesOf(string person) => notes.Where(n => n.Key.Person == person).ToDictionary(n => n.Key.About, n => n.Value, StringComparer.Ordinal);

    public void KeepNote(string person, string about, string text)
    {
        if (text.Length == 0) notes.Remove((person, about));
        else notes[(person, about)] = text;
    }

    public ReadOnlyMemory<byte>? Blob(string sha256) => blobs.TryGetValue(sha256, out var bytes) ? bytes : null;

    public Decision Ask(string by, Command command, params IReadOnlyList<ReadOnlyMemory<byte>> given)
    {
        var own = given.ToDictionary(b => Convert.ToHexStringLower(SHA256.HashData(b.Span)), StringComparer.Ordinal);
        var veiled = Veil.Over(state, new Act("", Now, by, command) { Blobs = new(n => own.TryGetValue(n, out var bytes) ? bytes : Blob(n)) }, Names);
        return veiled.Refusal is { } hidden ? hidden : Decider.Decide(state, veiled.Act);
    }

    public Task<Put> PutAsync(string by, Command command, string id, params IReadOnlyList<ReadOnlyMemory<byte>> given)
    {
        lock (gate)
        {
            foreach (var bytes in given) blobs[Convert.ToHexStringLower(SHA256.HashData(bytes.Span))] = bytes.ToArray();
            if (answered.TryGetValue(id, out var earlier)) return Task.FromResult(Answer(earlier.Index, earlier.Answer, earlier.At));
            var (act, register, hidden) = Veil.Over(state, new Act(id, Now, by, command) { Blobs = new(Blob) }, Names);
            if (register is not null) blobs[Convert.ToHexStringLower(SHA256.HashData(register))] = register;
            Decision decision = hidden is null ? Decider.Decide(state, act) : hidden;
            var index = state.Size;
            if (decision is Decision.Accepted accepted)
            {
                answered[id] = (index, decision, act.At);
                entries = entries.Add(new(id, act.At, act.By, act.Command, accepted.Clause, accepted.Events, Engine.Version));
                state = Decider.Evolve(state, accepted.Events, new Occasion(index, act.At, act.By, act.Blobs));
                if (accepted.Events.OfType<ClockAdvanced>().LastOrDefault() is { } advanced) Now = advanced.To;
                foreach (var watcher in watchers) watcher.Writer.TryWrite(state);
            }
            if (decision is Decision.Refused refused && RefusedOffences.Of(command, refused.Refusal, RefusedOffences.IdOf(id)) is { } record) _ = PutAsync(by, record, record.Id);
            return Task.FromResult(Answer(index, decision, act.At));
        }
    }

    public IEnumerable<(long Index, Entry Entry)> Entries(long from, int limit) => entries.Skip((int)from).Take(limit).Select((e, i) => (from + i, e));

    public async IAsyncEnumerable<State> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<State>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate) watchers.Add(channel);
        await foreach (var next in channel.Reader.ReadAllAsync(cancel)) yield return next;
    }

    public string Put(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        blobs[name] = bytes;
        return name;
    }

    public ImmutableDictionary<string, string> Keep(IEnumerable<KeyValuePair<string, ImmutableSortedDictionary<string, string>>> persons)
    {
        var commitments = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (person, fields) in persons)
        {
            vault[person] = fields;
            commitments[person] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person + fields["name"])));
        }
        return commitments.ToImmutable();
    }

    public void Do(string by, Command command)
    {
        if (PutAsync(by, command, $"story-{state.Size}").Result is Put.Refused { Refusal: var refusal })
            throw new InvalidOperationException($"{command} by {by} at {Now:u} was refused: {refusal.Code} at {refusal.Clause}, needs {refusal.Needs}, given {refusal.Given}");
    }

    public void MoveTo(DateTimeOffset to)
    {
        if (to > Now) Do(state.Founding.Founders[0], new AdvanceClock(to));
    }

    private static Put Answer(long index, Decision decision, DateTimeOffset at) => decision switch
    {
        Decision.Accepted accepted => new Put.Done(index, at, accepted.Clause),
        Decision.Refused refused => new Put.Refused(refused.Refusal),
        _ => throw new InvalidOperationException("A decision is accepted or refused."),
    };
}

/// <summary>The demo federation a week before its congress, played once for all tests that read it.</summary>
internal static class Federation
{
    private static readonly Lazy<(MemoryKept Kept, Cast Cast)> Once = new(Play);

    public static MemoryKept Kept => Once.Value.Kept;

    public static Cast Cast => Once.Value.Cast;

    /// <summary>Another one, for a test that acts in it.</summary>
    public static (MemoryKept Kept, Cast Cast) Play()
    {
        var today = new DateOnly(2026, 11, 23);
        var kept = new MemoryKept("federation", new DateTimeOffset(today.AddDays(-UnionFederation.FoundedDaysAgo), new TimeOnly(9, 0), TimeSpan.Zero));
        var folder = Path.Combine(Repository.Root, "constitutions", "union-federation");
        var texts = Directory.GetFiles(folder, "text.*.md").ToImmutableSortedDictionary(f => Path.GetFileName(f).Split('.')[1], File.ReadAllText, StringComparer.Ordinal);
        return (kept, UnionFederation.Play(kept, File.ReadAllText(Path.Combine(folder, "constitution.yaml")), texts, today));
    }
}
