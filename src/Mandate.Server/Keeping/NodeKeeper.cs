using System.Runtime.CompilerServices;
using Mandate.Node;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Server.Delivery;

namespace Mandate.Server.Keeping;

/// <summary>The organisations of a data folder.</summary>
/// <param name="nameOf">The name of a person of an organisation, from its vault; null where there is none.</param>
public sealed class NodeKeeper(Installation installation, Func<OrganisationNode, string, string?> nameOf) : IKeeper
{
    public Installation Installation => installation;

    public IReadOnlyList<IKept> All => [.. installation.Organisations.Select(o => new NodeKept(o.Key, o.Value, nameOf))];

    public IKept? Find(string slug) => installation.Find(slug) is { } node ? new NodeKept(slug, node, nameOf) : null;
}

/// <summary>An organisation that a node keeps.</summary>
internal sealed class NodeKept(string slug, OrganisationNode node, Func<OrganisationNode, string, string?> nameOf) : IKept
{
    public string Slug => slug;

    public OrganisationNode Node => node;

    public State State => node.State;

    public DateTimeOffset Now => node.Now;

    public Proof? Proof => node.State is { Size: > 0 } state ? new(state.Size, state.At, node.Witnessed is { } seen ? (seen.Signed, seen.Of) : null) : null;

    public string? NameOf(string person) => nameOf(node, person);

    public ReadOnlyMemory<byte>? Blob(string sha256) => node.Blobs.Read(sha256);

    public Decision Ask(string by, Command command, params IReadOnlyList<ReadOnlyMemory<byte>> blobs) => node.Ask(by, command, [.. blobs]);

    public Task<Put> PutAsync(string by, Command command, string id, params IReadOnlyList<ReadOnlyMemory<byte>> blobs) => PutAsync(by, command, id, null, blobs);

    public async Task<Put> PutAsync(string by, Command command, string id, OwnSignature? signature, IReadOnlyList<ReadOnlyMemory<byte>> blobs) =>
        await node.SubmitAsync(new Submission(by, command, id) { Blobs = [.. blobs], Sig = signature?.Sig, Seen = signature?.Seen }) switch
        {
            Answer.Accepted accepted => new Put.Done(accepted.Receipt.Index, accepted.Receipt.At, accepted.Receipt.Clause),
            Answer.Refused refused => new Put.Refused(refused.Refusal),
            Answer.Unknown unknown => new Put.Unknown(unknown.Reason),
            var other => throw new InvalidOperationException($"no such answer: {other}"),
        };

    public IEnumerable<(long Index, Entry Entry)> Entries(long from, int limit) => node.Entries(from, limit);

    public async IAsyncEnumerable<State> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var publication in node.WatchAsync(cancel)) yield return publication.State;
    }
}
