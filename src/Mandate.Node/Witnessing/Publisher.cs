using System.Collections.Immutable;
using Mandate.Ledger;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Witnessing;

/// <summary>How far a record has been seen by its witnesses.</summary>
/// <param name="Size">Entries in the newest checkpoint that reached the quorum.</param>
/// <param name="Signed">Witnesses who have cosigned the newest checkpoint that was put to them.</param>
/// <param name="Of">Witnesses of the policy.</param>
/// <param name="Trouble">What each witness who has not cosigned answered.</param>
public sealed record Witnessed(long Size, int Signed, int Of, ImmutableArray<string> Trouble);

/// <summary>
/// Puts the newest checkpoint of an organisation to its witnesses and publishes it when they are enough; never otherwise. Where a
/// witness shows a checkpoint under our own key that this log cannot have, nothing more is written here.
/// </summary>
public sealed class Publisher(OrganisationNode node, HttpClient client)
{
    private readonly Dictionary<string, WitnessClient> clients = new(StringComparer.Ordinal);
    private long doneFor = -1;

    /// <summary>One round. Does nothing where the log names no witnesses, or all have cosigned what there is.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (node.Published is not { } published || node.Halted is not null) return;
        var (state, bytes) = node.Current;
        // In force as of the last entry: the same for everybody who reads the log.
        if (state.Size == 0 || state.Size == doneFor || state.Trust.PolicyAt(state.At) is not { Groups.Length: > 0 } named || PolicyFiles.Of(node.Key, named) is not { } policy) return;
        if (!SignedNote.TryParse(bytes, out var note, out _) || !Checkpoint.TryParse(note.Text, out var checkpoint, out _)) return;
        var asked = policy.Witnesses.Where(w => w.Url is not null).Select(Client).ToList();
        var outcomes = await Task.WhenAll(asked.Select(async w => (Witness: w, Outcome: await w.AskAsync(checkpoint, note, node.Tree(state.Size).Node, cancel))));
        var trouble = ImmutableArray.CreateBuilder<string>();
        var signed = 0;
        foreach (var (witness, outcome) in outcomes)
        {
            switch (outcome)
            {
                case WitnessOutcome.Cosigned cosigned:
                    note = note.With(cosigned.Signatures);
                    signed++;
                    break;
                case WitnessOutcome.WitnessIsAhead or WitnessOutcome.OtherHistory:
                    if (await ProvesOtherAsync(witness, cancel) is { } why)
                    {
                        node.Halt(why);
                        return;
                    }
                    trouble.Add($"{witness.Witness.Name}: says that it knows another record, and shows none");
                    break;
                case WitnessOutcome.Unavailable unavailable:
                    trouble.Add($"{witness.Witness.Name}: {unavailable.Reason}");
                    break;
                default:
                    trouble.Add($"{witness.Witness.Name}: its size moves while it is asked");
                    break;
            }
        }
        if (policy.TryAccept(note, out _, out _)) published.Keep(state.Size, note.ToBytes());
        if (signed == policy.Witnesses.Length) doneFor = state.Size;
        node.Witnessed = new(SizeOf(published), signed, policy.Witnesses.Length, trouble.ToImmutable());
    }

    internal static long SizeOf(PublishedCheckpoints published) =>
        published.Latest is { } latest && SignedNote.TryParse(latest, out var note, out _) && Checkpoint.TryParse(note.Text, out var checkpoint, out _) ? (long)checkpoint.Size : 0;

    private WitnessClient Client(PolicyWitness witness)
    {
        var name = $"{witness.Key} {witness.Url}";
        if (!clients.TryGetValue(name, out var known)) clients[name] = known = new(witness, client);
        return known;
    }

    /// <summary>
    /// What the witness has, if it bears our own signature and is not of this log: evidence is written and the reason given. A
    /// witness's word alone stops nothing, or any one of them could stop the organisation.
    /// </summary>
    private async Task<string?> ProvesOtherAsync(WitnessClient witness, CancellationToken cancel)
    {
        if (await witness.LatestAsync(node.Key.Name, cancel) is not { } bytes) return null;
        return node.Judge(bytes) switch
        {
            ForeignCheckpoint.Ahead ahead => $"{witness.Witness.Name} has cosigned {ahead.Checkpoint.Size} entries of this log, and here are {node.State.Size}: an older copy is in place",
            ForeignCheckpoint.Fork fork => $"{witness.Witness.Name} has cosigned another history of {fork.Checkpoint.Size} entries under this log's key: two have been signed",
            _ => null,
        };
    }
}
