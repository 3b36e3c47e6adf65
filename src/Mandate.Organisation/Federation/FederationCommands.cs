using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Works;

namespace Mandate.Organisation.Federation;


public abstract record FederationCommand : Command;

/// <summary>Give units an order. It says what it rests on if a partner does not act.</summary>
/// <param name="DependsOn">A partner without whose act it cannot be carried out; null where there is none.</param>
/// <param name="Fallback">What is done if that partner does not act; needed where there is one.</param>
/// <param name="LeftToUnits">What of it is left to the units; null where it says nothing, and then how they do it is theirs (requirement S237).</param>
/// <param name="Until">When it expires by itself, carried out or not (S357).</param>
/// <param name="Concerns">What of a unit's works it settles; needed where a unit it goes to has any on the register.</param>
[WireName("federation.order")]
public sealed record GiveOrder(string Id, string What, ImmutableArray<string> To, string? DependsOn = null, string? Fallback = null, ImmutableArray<Aspect> Concerns = default, string? LeftToUnits = null, DateTimeOffset? Until = null) : FederationCommand;

/// <summary>Take an order back. Nobody carries it out from here on.</summary>
[WireName("federation.countermand")]
public sealed record CountermandOrder(string Order, string Reason) : FederationCommand;

/// <summary>A unit says that it has received an order, or that it was taken back.</summary>
[WireName("federation.acknowledge")]
public sealed record AcknowledgeOrder(string Order, string Unit) : FederationCommand;

/// <summary>Send an emissary to a unit, for a purpose and until a day. A body sends, and the person takes the mission up or does not.</summary>
[WireName("federation.send")]
public sealed record SendEmissary(string Id, string Unit, string Person, string Purpose, DateOnly Until) : FederationCommand;

/// <summary>A unit invites a member of another one to help it. They come as equals: without powers, as long as the unit wants (requirement S399).</summary>
[WireName("federation.invite")]
public sealed record InviteHelper(string Id, string Unit, string Person, string Purpose, DateOnly Until) : FederationCommand;

/// <summary>The unit says how the help was, from 1 (of no use) to 5 (come again).</summary>
[WireName("federation.rate-help")]
public sealed record RateHelp(string Mission, int Rating, string Remark) : FederationCommand;

[WireName("federation.take-mission")]
public sealed record TakeMission(string Mission) : FederationCommand;

/// <summary>The emissary reports.</summary>
[WireName("federation.report-mission")]
public sealed record ReportMission(string Mission, string Account) : FederationCommand;

/// <summary>End a mission before its day: any member of the body that sent, or the emissary.</summary>
[WireName("federation.end-mission")]
public sealed record EndMission(string Mission, string Reason) : FederationCommand;

/// <summary>The unit says that the emissary went beyond the purpose. It stays on record and is a finding.</summary>
[WireName("federation.object-mission")]
public sealed record ObjectToMission(string Mission, string Reason) : FederationCommand;

/// <summary>A unit says that it has carried out an order.</summary>
[WireName("federation.carry-out")]
public sealed record CarryOutOrder(string Order, string Unit) : FederationCommand;

/// <summary>A unit forms a committee with an aim and an end, and sends the first delegates. Nobody approves it.</summary>
/// <param name="Every">Days after which each unit must have confirmed its delegation again.</param>
/// <param name="Vote">The unit's carried vote on the id of the committee; null where a body of it decides in writing.</param>
[WireName("federation.form-committee")]
public sealed record FormCommittee(string Id, string Name, CommitteePurpose Purpose, string Aim, string Unit, ImmutableArray<string> Persons, DateOnly Until, int Every, string? Vote = null) : FederationCommand;

/// <summary>A unit sends delegates to a committee, or confirms that it stands behind it.</summary>
[WireName("federation.confirm-delegation")]
public sealed record ConfirmDelegation(string Committee, string Unit, ImmutableArray<string> Persons, string? Vote = null) : FederationCommand;

/// <summary>A unit withdraws from a committee.</summary>
[WireName("federation.withdraw-delegation")]
public sealed record WithdrawDelegation(string Committee, string Unit, string? Vote = null) : FederationCommand;
