using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>What a charter sets up.</summary>
public enum CharterKind
{
    /// <summary>Oversees or prepares something for a body (S349).</summary>
    Commission,

    /// <summary>Does something out of the ordinary, with the consent of the elected bodies that it touches (S345).</summary>
    TaskForce,

    /// <summary>Speaks for the organisation in a body outside it (S359).</summary>
    Representative,
}

/// <summary>What becomes of something that an ended charter leaves behind (S336).</summary>
public enum Disposal { Dissolved, Reassigned }

/// <summary>Charter some persons for a task: powers, reports and an end are listed, and what is not listed they may not do.</summary>
/// <param name="Touches">Elected bodies in whose business it reaches; it is in force when each has consented.</param>
/// <param name="Outside">The outside body in which they speak; for representatives only.</param>
[WireName("federation.charter")]
public sealed record GiveCharter(
    string Id, CharterKind Kind, string Task, ImmutableArray<string> Members, ImmutableArray<string> Powers, int ReportEvery, DateOnly Until, ImmutableArray<string> Touches = default,
    string? Outside = null) : FederationCommand;

/// <summary>A body that it touches consents.</summary>
[WireName("federation.consent-charter")]
public sealed record ConsentToCharter(string Charter) : FederationCommand;

/// <summary>Take up what one was named for. Nobody is given a task.</summary>
[WireName("federation.take-charter")]
public sealed record TakeCharter(string Charter) : FederationCommand;

/// <summary>Put on record what was decided under a charter, and under which of its powers.</summary>
[WireName("federation.act-under-charter")]
public sealed record ActUnderCharter(string Id, string Charter, string Power, string What) : FederationCommand;

/// <summary>The body instructs those whom it sends.</summary>
[WireName("federation.instruct-charter")]
public sealed record InstructUnderCharter(string Charter, string What) : FederationCommand;

/// <summary>Report on it.</summary>
/// <param name="Conflict">A duty outside that stands against the mandate; null where there is none.</param>
/// <param name="Holdings">In the last report: staff, money and things that it leaves behind.</param>
[WireName("federation.report-charter")]
public sealed record ReportOnCharter(string Charter, string Account, bool Final = false, string? Conflict = null, ImmutableArray<string> Holdings = default) : FederationCommand;

/// <summary>End it before its day: the body that gave it.</summary>
[WireName("federation.end-charter")]
public sealed record EndCharter(string Charter, string Reason) : FederationCommand;

/// <summary>The body votes what becomes of a power or holding of a charter that has ended.</summary>
/// <param name="To">The body to which it goes; null where it is dissolved.</param>
[WireName("federation.dispose")]
public sealed record DisposeOf(string Charter, string What, Disposal Disposal, string? To = null) : FederationCommand;

[WireName("federation.chartered")]
public sealed record Chartered(
    string Id, CharterKind Kind, string Task, ImmutableArray<string> Members, ImmutableArray<string> Powers, int ReportEvery, DateOnly Until, ImmutableArray<string> Touches, string? Outside, string For) : FederationEvent;

[WireName("federation.charter-consented")]
public sealed record CharterConsented(string Charter, string Body) : FederationEvent;

[WireName("federation.charter-taken")]
public sealed record CharterTaken(string Charter) : FederationEvent;

[WireName("federation.acted-under-charter")]
public sealed record ActedUnderCharter(string Id, string Charter, string Power, string What) : FederationEvent;

[WireName("federation.charter-instructed")]
public sealed record CharterInstructed(string Charter, string What) : FederationEvent;

[WireName("federation.charter-reported")]
public sealed record CharterReported(string Charter, string Account, bool Final, string? Conflict, ImmutableArray<string> Holdings) : FederationEvent;

[WireName("federation.charter-ended")]
public sealed record CharterEnded(string Charter, string Reason) : FederationEvent;

[WireName("federation.disposed")]
public sealed record Disposed(string Charter, string What, Disposal Disposal, string? To) : FederationEvent;
