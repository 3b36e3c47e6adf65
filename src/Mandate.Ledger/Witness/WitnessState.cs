using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>A log that a witness follows: its origin line and the keys that it trusts for it.</summary>
public sealed record WitnessedLog(string Origin, ImmutableArray<VerifierKey> Keys);

/// <summary>The latest checkpoint that a witness cosigned, with the note it serves to monitors.</summary>
public sealed record CosignedCheckpoint(Checkpoint Checkpoint, SignedNote Note);

/// <summary>
/// A change of a witness's record, to be stored before the answer leaves and only where the stored checkpoint is still
/// <see cref="Before"/>: check and change are one atomic step. Where it is not, the request must be answered anew.
/// </summary>
public sealed record WitnessUpdate(string Origin, Checkpoint? Before, CosignedCheckpoint After);

/// <summary>What a witness remembers: the latest cosigned checkpoint of each origin.</summary>
public sealed record WitnessState(ImmutableDictionary<string, CosignedCheckpoint> Latest)
{
    public static WitnessState Empty { get; } = new(ImmutableDictionary.Create<string, CosignedCheckpoint>(StringComparer.Ordinal));

    public CosignedCheckpoint? Of(string origin) => Latest.GetValueOrDefault(origin);

    /// <summary>The state after an update; null where another update came between.</summary>
    public WitnessState? With(WitnessUpdate update) =>
        Of(update.Origin)?.Checkpoint == update.Before ? new(Latest.SetItem(update.Origin, update.After)) : null;
}

/// <summary>An HTTP answer as values. <see cref="Update"/> must be stored before it is sent.</summary>
public sealed record WitnessAnswer(int Status, string ContentType, string Body, WitnessUpdate? Update = null);
