using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;

namespace Mandate.Demo.Tests;

/// <summary>A floor without a store: the rules alone.</summary>
internal sealed class MemoryFloor(DateTimeOffset start) : IFloor
{
    private readonly Dictionary<string, byte[]> blobs = new(StringComparer.Ordinal);

    public State State { get; private set; } = State.Empty;

    public DateTimeOffset Now { get; private set; } = start;

    public int Acts { get; private set; }

    public Blobs Blobs => new(name => blobs.TryGetValue(name, out var bytes) ? (ReadOnlyMemory<byte>?)bytes : null);

    private static Naming Names { get; } = (person, matter) => Pseudonyms.Of(Pseudonyms.RegisterKey(Encoding.UTF8.GetBytes("key of " + person)), matter);

    public string Put(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        blobs[name] = bytes;
        return name;
    }

    public ImmutableDictionary<string, string> Keep(IEnumerable<KeyValuePair<string, ImmutableSortedDictionary<string, string>>> persons) =>
        persons.ToImmutableDictionary(p => p.Key, p => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(p.Key))), StringComparer.Ordinal);

    public void Do(string by, Command command)
    {
        var (act, _, hidden) = Veil.Over(State, new Act($"a{Acts++}", Now, by, command) { Blobs = Blobs }, Names);
        if (hidden is not null || Decider.Decide(State, act) is not Decision.Accepted accepted)
        {
            var refusal = hidden ?? ((Decision.Refused)Decider.Decide(State, act)).Refusal;
            throw new InvalidOperationException($"{command} by {by} at {Now:u} was refused: {refusal.Code} at {refusal.Clause}, needs {refusal.Needs}, given {refusal.Given}, {string.Join(", ", refusal.Args)}");
        }
        State = Decider.Evolve(State, accepted.Events, new Occasion(State.Size, act.At, act.By, act.Blobs));
    }

    public void MoveTo(DateTimeOffset to)
    {
        if (to <= Now) return;
        Do(State.Founding.Founders[0], new AdvanceClock(to));
        Now = to;
    }
}
