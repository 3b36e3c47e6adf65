using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

public abstract record RollEvent : Event;

[WireName("roll.units-entered")]
public sealed record UnitsEntered(ImmutableArray<Unit> Units) : RollEvent;

[WireName("roll.members-entered")]
public sealed record MembersEntered(ImmutableArray<Member> Members) : RollEvent;

[WireName("roll.applied")]
public sealed record Applied(Application Application) : RollEvent;

/// <param name="Basis">Id of the vote that admitted, or <c>deemed</c>.</param>
[WireName("roll.admitted")]
public sealed record Admitted(string Application, string Basis) : RollEvent;

[WireName("roll.application-refused")]
public sealed record ApplicationRefused(string Application, string Basis, string? Reason = null, DateOnly? AppealBy = null, string? AppealTo = null) : RollEvent;

[WireName("roll.transferred")]
public sealed record Transferred(string Person, string To) : RollEvent;

[WireName("roll.status-changed")]
public sealed record StatusChanged(string Person, MemberStatus Status, string Basis) : RollEvent;

/// <summary>A member's private data have been erased from the vault; the log keeps the coarse facts that rules need.</summary>
[WireName("roll.erased")]
public sealed record MemberErased(string Person) : RollEvent;

[WireName("roll.unit-dissolved")]
public sealed record UnitDissolved(string Unit, DateOnly Until, string Basis) : RollEvent;
