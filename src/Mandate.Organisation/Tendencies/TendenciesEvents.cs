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

[WireName("tendencies.offered")]
public sealed record ServiceOffered(string Tendency, string For) : TendenciesEvent;

[WireName("tendencies.scrutineer-named")]
public sealed record ScrutineerNamed(string Tendency, string Vote, string Person) : TendenciesEvent;

[WireName("tendencies.observed")]
public sealed record CountObserved(string Tendency, string Vote, bool InOrder, string Remark) : TendenciesEvent;

[WireName("tendencies.sent")]
public sealed record SentToBody(string Tendency, string Body, string Person, string? InPlaceOf) : TendenciesEvent;

/// <param name="Needed">Signatures with which it is kept.</param>
[WireName("tendencies.reported")]
public sealed record MinorityReported(string Id, string Motion, string Text, string Clause, int Needed) : TendenciesEvent;

[WireName("tendencies.report-signed")]
public sealed record MinorityReportSigned(string Report) : TendenciesEvent;

[WireName("tendencies.hearing-asked")]
public sealed record HearingAsked(string Tendency) : TendenciesEvent;

[WireName("tendencies.hearing-given")]
public sealed record HearingGivenTo(string Tendency, string Unit, HearingGiven Given, string? Session) : TendenciesEvent;
