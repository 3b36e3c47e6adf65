using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;


public abstract record TendenciesEvent : Event;

/// <param name="Register">SHA-256 of the pseudonyms of those who may join.</param>
[WireName("tendencies.formed")]
public sealed record TendencyFormed(string Id, string Name, string Platform, DateOnly Until, string Clause, int Needed, string Register) : TendenciesEvent;

[WireName("tendencies.joined")]
public sealed record TendencyJoined(string Tendency) : TendenciesEvent;

[WireName("tendencies.left")]
public sealed record TendencyLeft(string Tendency) : TendenciesEvent;

/// <param name="Needed">Signatures with which it is kept.</param>
[WireName("tendencies.reported")]
public sealed record MinorityReported(string Id, string Motion, string Text, string Clause, int Needed) : TendenciesEvent;

[WireName("tendencies.report-signed")]
public sealed record MinorityReportSigned(string Report) : TendenciesEvent;
