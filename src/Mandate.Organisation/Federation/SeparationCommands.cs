using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>A unit leaves the whole, by a vote of its own meeting on <c>separation/UNIT</c> (S190).</summary>
/// <param name="Name">What it calls itself afterwards.</param>
/// <param name="Text">SHA-256 of the terms on which the meeting voted.</param>
[WireName("federation.decide-separation")]
public sealed record DecideSeparation(string Id, string Unit, string Vote, string Name, string Text) : FederationCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>A member of that unit stays with the whole, and goes to another unit of it on that day.</summary>
/// <param name="To">The other unit; null takes it back.</param>
[WireName("federation.stay-with-whole")]
public sealed record StayWithWhole(string Separation, string? To) : FederationCommand;

/// <summary>Carry it out from its day on. It leaves nothing to decide, so any member may.</summary>
[WireName("federation.carry-out-separation")]
public sealed record CarryOutSeparation(string Separation) : FederationCommand;

/// <summary>Those who went say how far the record reaches that they took: from then on neither side can rewrite it unseen by the other.</summary>
/// <param name="Size">Its entries.</param>
/// <param name="Root">Its root at that size (lower hex), as the checkpoint in the export says it.</param>
[WireName("federation.confirm-record")]
public sealed record ConfirmRecord(string Separation, long Size, string Root) : FederationCommand;

/// <param name="On">The first day on which it is carried out.</param>
[WireName("federation.separation-decided")]
public sealed record SeparationDecided(string Id, string Unit, string Vote, string Name, string Text, DateOnly On, DividedFunds Funds) : FederationEvent;

[WireName("federation.stays-with-whole")]
public sealed record StaysWithWhole(string Separation, string? To) : FederationEvent;

/// <param name="Gone">Who went.</param>
/// <param name="Of">Members of the whole on that day, those who went among them.</param>
[WireName("federation.separated")]
public sealed record Separated(string Separation, ImmutableArray<string> Gone, int Of) : FederationEvent;

[WireName("federation.record-confirmed")]
public sealed record RecordConfirmed(string Separation, long Size, string Root) : FederationEvent;
