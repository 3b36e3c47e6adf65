using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;

namespace Mandate.Demo;

/// <summary>
/// Plays a story into a node. Acts that the story does one after the other are put without waiting for each to be durable; the
/// node decides them in that order and writes them in batches. <see cref="Settle"/> waits for all.
/// </summary>
public sealed class NodeFloor(OrganisationNode node) : IFloor
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> texts = new(StringComparer.Ordinal);
    private readonly List<(Command Command, string By, Task<Answer> Answer)> pending = [];
    private State state = node.State;
    private int acts;

    /// <summary>The state as the story has made it so far, ahead of what is durable.</summary>
    public State State => state;

    public DateTimeOffset Now => state.Founding.Clock ?? node.Now;

    public string Put(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        texts[name] = bytes;
        return name;
    }

    public ImmutableDictionary<string, string> Keep(IEnumerable<KeyValuePair<string, ImmutableSortedDictionary<string, string>>> persons) => node.Vault!.Keep(persons);

    public void Do(string by, Command command)
    {
        var blobs = new Blobs(name => texts.TryGetValue(name, out var bytes) ? bytes : node.Blobs.Read(name));
        var (act, _, hidden) = Veil.Over(state, new Act($"demo-{acts++:00000}", Now, by, command) { Blobs = blobs }, node.Names);
        if ((hidden is null ? Decider.Decide(state, act) : hidden) is not Decision.Accepted accepted) throw Refused(command, by, hidden is null ? Decider.Decide(state, act) : hidden);
        state = Decider.Evolve(state, accepted.Events, new Occasion(state.Size, act.At, act.By, act.Blobs));
        pending.Add((command, by, node.SubmitAsync(by, command, act.Id, [.. command.Reads().Where(texts.ContainsKey).Distinct(StringComparer.Ordinal).Select(n => texts[n])])));
        // The first act makes the rehearsal; only then does the node have its clock.
        if (act.Id == "demo-00000" || pending.Count >= 500) Settle();
    }

    public void MoveTo(DateTimeOffset to)
    {
        if (to > Now) Do(state.Founding.Founders[0], new AdvanceClock(to));
    }

    /// <summary>Waits until everything put so far is durable and signed.</summary>
    public void Settle()
    {
        foreach (var (command, by, answer) in pending)
            if (answer.GetAwaiter().GetResult() is not Answer.Accepted) throw new InvalidOperationException($"{command} by {by}: {answer.Result}");
        pending.Clear();
    }

    private static InvalidOperationException Refused(Command command, string by, Decision decision) =>
        new($"{command} by {by} was refused: {((Decision.Refused)decision).Refusal}");
}
