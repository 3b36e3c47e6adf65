using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

public abstract record RestrictionsCommand : Command;

/// <summary>Enter a restriction that an adopted motion of that class has decided. Its terms are fixed here; it cannot be without an end.</summary>
/// <param name="Motion">The motion of the class <c>restrict_right</c> that carried it.</param>
/// <param name="Until">The last day. At most the end that the motion carries.</param>
/// <param name="Targets">Units, bodies or offices against whose conduct it is meant; nobody is named.</param>
/// <param name="Renews">A restriction that it prolongs: once, and by a motion of its own.</param>
[WireName("restrictions.enter")]
public sealed record EnterRestriction(
    string Id, string Motion, Liberty Right, ImmutableArray<string> Targets, string Purpose, string Occasion, DateOnly? Until, string? Renews = null) : RestrictionsCommand;

/// <summary>Put on record that a restriction in force was used.</summary>
/// <param name="Against">Unit, body or office.</param>
[WireName("restrictions.use")]
public sealed record UseRestriction(string Id, string Restriction, string Against, string Occasion, string Reason) : RestrictionsCommand;

/// <summary>Declare an emergency, within what the constitution lets it do. It lapses by its date.</summary>
[WireName("restrictions.declare-emergency")]
public sealed record DeclareEmergency(string Id, string Ground, ImmutableArray<string> Powers, string Reason, DateOnly? Until) : RestrictionsCommand;

[WireName("restrictions.confirm-emergency")]
public sealed record ConfirmEmergency(string Id) : RestrictionsCommand;

[WireName("restrictions.renew-emergency")]
public sealed record RenewEmergency(string Id, DateOnly Until) : RestrictionsCommand;
