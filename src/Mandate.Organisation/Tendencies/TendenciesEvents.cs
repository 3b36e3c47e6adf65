using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;


public abstract record TendenciesEvent : Event;

/// <param name="Register">SHA-256 of the pseudonyms of those who may join.</param>
/// <param name="Points">Points of the platform.</param>
/// <param name="Entered">Members ever entered on the roll when the register was opened.</param>
[WireName("tendencies.formed")]
public sealed record TendencyFormed(string Id, string Name, string Platform, DateOnly Until, string Clause, int Needed, string Register, string? Subject = null, int Points = 1, int Entered = 0) : TendenciesEvent;

/// <param name="Entered">Where the register was opened anew: members ever entered on the roll.</param>
[WireName("tendencies.joined")]
public sealed record TendencyJoined(
    string Tendency, ImmutableArray<int> Except = default, string? Reservation = null, string? Register = null, ImmutableSortedDictionary<string, string>? Carried = null, int Entered = 0) : TendenciesEvent;

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

[WireName("tendencies.editor-named")]
public sealed record EditorNamed(string Tendency, string Person) : TendenciesEvent;

[WireName("tendencies.co-reporter-named")]
public sealed record CoReporterNamed(string Tendency, string Session, string Item, string Person) : TendenciesEvent;

[WireName("tendencies.published")]
public sealed record PaperPublished(string Id, string Tendency, string Title, string Text) : TendenciesEvent;

[WireName("tendencies.account-given")]
public sealed record MoneyAccounted(string Tendency, DateOnly Until, string Currency, long Received, long Spent, string Statement) : TendenciesEvent;

[WireName("tendencies.joint-noted")]
public sealed record JointNoted(string Id, string Commitment, string Register) : TendenciesEvent;

[WireName("tendencies.joint-confirmed")]
public sealed record JointConfirmed(string Joint) : TendenciesEvent;

[WireName("tendencies.joint-opened")]
public sealed record JointOpened(string Joint, string Text, string SignedAs) : TendenciesEvent;
