using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Trust;

/// <summary>Whose signatures are believed: witnesses of the record, keys of members, and the ledger itself.</summary>
public abstract record TrustCommand : Command;

/// <summary>
/// Say who must have seen the record before it counts as witnessed: at least <paramref name="Needed"/> of the groups, each with the
/// number of its witnesses that it asks for. By the founders until the founding is closed, then by the body that keeps the ledger.
/// </summary>
[WireName("trust.set-witnesses")]
public sealed record SetWitnesses(int Needed, ImmutableArray<WitnessGroup> Groups) : TrustCommand;

/// <summary>Register a device's key as one's own, or replace one.</summary>
/// <param name="Key">Ed25519 public key, 32 bytes in base64.</param>
/// <param name="Demand">From the day it counts, no act in my name without it.</param>
/// <param name="Replaces">The key that ends when this one begins to count.</param>
[WireName("trust.register-key")]
public sealed record RegisterKey(string Key, bool Demand, string? Replaces = null) : TrustCommand;

/// <summary>The keeper of the register has told the member by another channel that a key was registered in their name; from then it waits.</summary>
/// <param name="Channel">How: by letter, by telephone, in person.</param>
[WireName("trust.record-key-notice")]
public sealed record RecordKeyNotice(string Person, string Key, string Channel) : TrustCommand;

/// <summary>End one's own key: at once when signed with a key that counts, otherwise after the waiting period.</summary>
[WireName("trust.withdraw-key")]
public sealed record WithdrawKey(string Key) : TrustCommand;

/// <summary>
/// Go on in a new ledger because the old one cannot: what it was, how far it is continued, and what was lost. The first decision in
/// the new ledger; nothing else is done before it.
/// </summary>
/// <param name="Origin">Name of the new ledger.</param>
/// <param name="Before">Name of the old one.</param>
/// <param name="Size">Entries of the old one that the new one holds.</param>
/// <param name="Root">Their root, in base64.</param>
/// <param name="Lost">What is known to be missing, in words.</param>
[WireName("trust.open-epoch")]
public sealed record OpenEpoch(string Origin, string Before, long Size, string Root, string Lost) : TrustCommand;
