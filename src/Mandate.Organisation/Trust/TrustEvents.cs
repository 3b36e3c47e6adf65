using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Trust;

public abstract record TrustEvent : Event;

/// <param name="From">From then on clients ask for these witnesses; until then for the ones before, who must have seen this entry.</param>
[WireName("trust.witnesses-set")]
public sealed record WitnessesSet(int Needed, ImmutableArray<WitnessGroup> Groups, DateTimeOffset From) : TrustEvent;

[WireName("trust.key-registered")]
public sealed record KeyRegistered(string Person, string Key, bool Demand, string? Replaces = null) : TrustEvent;

/// <param name="Counts">When the key begins to count: the notice and the waiting period.</param>
[WireName("trust.key-notified")]
public sealed record KeyNotified(string Person, string Key, string Channel, DateTimeOffset Counts) : TrustEvent;

[WireName("trust.key-withdrawn")]
public sealed record KeyWithdrawn(string Person, string Key, DateTimeOffset Ends) : TrustEvent;

[WireName("trust.epoch-opened")]
public sealed record EpochOpened(string Origin, string Before, long Size, string Root, string Lost) : TrustEvent;
