using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

/// <summary>At what a restriction is directed. A style, a school or an opinion is nobody's to restrict (requirement S396).</summary>
public enum RestrictionAim { Conduct, Style, School, Opinion }

public abstract record RestrictionsCommand : Command;

/// <summary>Enter a restriction that an adopted motion of that class has decided. Its terms are fixed here; it cannot be without an end.</summary>
/// <param name="Motion">The motion of the class <c>restrict_right</c> that carried it.</param>
/// <param name="Until">The last day. At most the end that the motion carries.</param>
/// <param name="Targets">Units, bodies or offices against whose conduct it is meant; nobody is named.</param>
/// <param name="Review">The body that looks at it again; the one that adopted it where none is said (S034).</param>
/// <param name="Renews">A restriction that it prolongs: once, and by a motion of its own.</param>
/// <param name="Grounds">Why; at least one of <see cref="RestrictionGrounds.Sufficient"/> (S115).</param>
[WireName("restrictions.enter")]
public sealed record EnterRestriction(
    string Id, string Motion, Liberty Right, ImmutableArray<string> Targets, string Purpose, string Occasion, DateOnly? Until, string? Renews = null, string? Review = null,
    ImmutableArray<RestrictionGround> Grounds = default, RestrictionAim Aim = RestrictionAim.Conduct) : RestrictionsCommand;

/// <summary>
/// End a restriction before its day: an adopted motion whose text names it as <c>restriction:ID</c>, of the body that decided it (S088). Anybody who
/// can move a motion moves this one; no restriction stands against it.
/// </summary>
/// <param name="Text">SHA-256 of the motion's text.</param>
[WireName("restrictions.lift")]
public sealed record LiftRestriction(string Restriction, string Motion, string Text) : RestrictionsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Review what a restriction has changed (S098): the figures come from the record, the account is the reviewer's. None is prolonged without.</summary>
[WireName("restrictions.review")]
public sealed record ReviewRestriction(string Restriction, string Account) : RestrictionsCommand;

/// <summary>Put on record that a restriction in force was used.</summary>
/// <param name="Against">Unit, body or office.</param>
[WireName("restrictions.use")]
public sealed record UseRestriction(string Id, string Restriction, string Against, string Occasion, string Reason) : RestrictionsCommand;

/// <summary>
/// Enter that the body that adopted a restriction has confirmed a use of it beyond its purpose: by an adopted motion of its class, filed after that use, whose text
/// names it as <c>restriction:ID</c>. Until then, or until it ends, it is used no further (S036).
/// </summary>
/// <param name="Text">SHA-256 of the motion's text.</param>
[WireName("restrictions.confirm-wider")]
public sealed record ConfirmWider(string Restriction, string Motion, string Text) : RestrictionsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Decide for groups that are like the one against which a restriction was used: it is used against them too, or not, with a reason (S113).</summary>
[WireName("restrictions.treat-alike")]
public sealed record TreatAlike(string Use, ImmutableArray<string> Groups, bool Applies, string Reason) : RestrictionsCommand;

/// <summary>Declare an emergency, within what the constitution lets it do. It lapses by its date.</summary>
[WireName("restrictions.declare-emergency")]
public sealed record DeclareEmergency(string Id, string Ground, ImmutableArray<string> Powers, string Reason, DateOnly? Until) : RestrictionsCommand;

[WireName("restrictions.confirm-emergency")]
public sealed record ConfirmEmergency(string Id) : RestrictionsCommand;

[WireName("restrictions.renew-emergency")]
public sealed record RenewEmergency(string Id, DateOnly Until) : RestrictionsCommand;

/// <summary>Put a measure under an emergency on record. It lapses with it (S039).</summary>
/// <param name="Power">The power of the emergency under which it falls.</param>
[WireName("restrictions.take-measure")]
public sealed record TakeMeasure(string Id, string Emergency, string Power, string What) : RestrictionsCommand;

/// <summary>The body that declared it gives account after the end: what was done, and what powers, staff and things are left (S336).</summary>
[WireName("restrictions.give-account")]
public sealed record GiveAccount(string Emergency, string Account, ImmutableArray<string> Left = default) : RestrictionsCommand;

/// <summary>That body votes what becomes of something that is left.</summary>
/// <param name="To">The body to which it goes; null where it is dissolved.</param>
[WireName("restrictions.dispose")]
public sealed record DisposeOfRemainder(string Emergency, string What, string? To = null) : RestrictionsCommand;
