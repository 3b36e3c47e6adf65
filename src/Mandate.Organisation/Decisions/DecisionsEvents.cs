using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Decisions;

public abstract record DecisionsEvent : Event;

/// <param name="Circumstances">Those on the record when the first decision was taken.</param>
[WireName("decisions.moved-again")]
public sealed record MovedAgain(string Motion, string Of, AgainGround Ground, ImmutableArray<Circumstance> Circumstances) : DecisionsEvent;

/// <param name="Restriction">The restriction that lay on the side of whoever asks.</param>
[WireName("decisions.election-asked-again")]
public sealed record ElectionAskedAgain(string Vote, string Person, string Restriction, DateOnly By) : DecisionsEvent;

/// <param name="Until">The last day on which the person cannot take the place.</param>
[WireName("decisions.post-renounced")]
public sealed record PostRenounced(string Person, string Place, DateOnly Until, string Motion) : DecisionsEvent;

[WireName("decisions.measure-set")]
public sealed record MeasureSet(string Id, string Motion, MeasureKind Kind, string Series, bool Above, long Limit, string Says) : DecisionsEvent;

[WireName("decisions.agreement-deposited")]
public sealed record AgreementDeposited(string Id, ImmutableArray<string> With, BargainSubject About, string Text, string? Concerns) : DecisionsEvent;

[WireName("decisions.agreement-confirmed")]
public sealed record AgreementConfirmed(string Agreement) : DecisionsEvent;

[WireName("decisions.settled-confirmed")]
public sealed record SettledConfirmed(string Motion) : DecisionsEvent;

[WireName("decisions.access-demanded")]
public sealed record AccessDemanded(string Document, string Session) : DecisionsEvent;
