using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Simulation.Stage;

/// <summary>An organisation in memory. Acts go through its real rules; what prepares them (service, credentials, arrival) is folded as having happened.</summary>
public sealed class Floor(DateTimeOffset start)
{
    private readonly Dictionary<string, byte[]> blobs = new(StringComparer.Ordinal);
    private int names;
    private readonly SortedDictionary<string, int> refused = new(StringComparer.Ordinal);

    public State State { get; private set; } = State.Empty;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>Acts put to the rules.</summary>
    public int Decisions { get; private set; }

    /// <summary>How often the rules refused, by the act and the code of the refusal.</summary>
    public IReadOnlyDictionary<string, int> Refused => refused;

    public string Put(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        blobs[name] = bytes;
        return name;
    }

    /// <summary>Puts an act to the rules; false where they refuse it.</summary>
    /// <param name="inNameOf">The body whose decision in writing carries the act, taken as having been signed.</param>
    public bool Do(string by, Command command, string? inNameOf = null)
    {
        var (act, _, hidden) = Veil.Over(State, new Act($"a{Decisions++}", Now, by, command) { InNameOf = inNameOf, Blobs = Reader }, Names);
        switch (hidden is null ? Decider.Decide(State, act) : hidden)
        {
            case Decision.Accepted accepted:
                State = Decider.Evolve(State, accepted.Events, new Occasion(State.Size, act.At, act.By, act.Blobs));
                return true;
            case Decision.Refused { Refusal: var refusal }:
                var what = $"{command.GetType().GetCustomAttribute<WireNameAttribute>()!.Name}: {refusal.Code}";
                refused[what] = refused.GetValueOrDefault(what) + 1;
                return false;
            default:
                throw new InvalidOperationException("A decision is accepted or refused.");
        }
    }

    /// <summary>Folds what led up to an act.</summary>
    public void Happened(string by, params ImmutableArray<Event> events) => State = Decider.Evolve(State, events, new Occasion(State.Size, Now, by, Reader));

    public void Advance(int days) => Now = Now.AddDays(days);

    /// <summary>Keys of members as good as any: the same run gives the same record.</summary>
    private static Naming Names { get; } = (person, matter) => Pseudonyms.Of(Encoding.UTF8.GetBytes("key of " + person), matter);

    public void AdvanceTo(DateTimeOffset time) => Now = time > Now ? time : Now;

    /// <summary>A name that nothing has yet: <c>e17</c>.</summary>
    public string Name(string kind) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}{++names}");

    private Blobs Reader => new(name => blobs.TryGetValue(name, out var bytes) ? (ReadOnlyMemory<byte>?)bytes : null);
}
