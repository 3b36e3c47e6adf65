using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Founding;

/// <summary>Acts of the founding protocol: only the named founders, only until it is closed.</summary>
public abstract record FoundingCommand : Command;

/// <summary>The first entry: constitution, founders, and whether this is a rehearsal.</summary>
/// <param name="Constitution">SHA-256 of the YAML blob.</param>
/// <param name="Texts">SHA-256 of the legal text per language.</param>
[WireName("founding.open")]
public sealed record OpenFounding(string Constitution, ImmutableSortedDictionary<string, string> Texts, ImmutableArray<string> Founders, bool Rehearsal) : FoundingCommand
{
    public override IEnumerable<string> Reads() => [Constitution, .. Texts.Values];
}

/// <summary>Enter units; those within others after them.</summary>
[WireName("founding.enter-units")]
public sealed record EnterUnits(ImmutableArray<Unit> Units) : FoundingCommand;

/// <summary>Enter members of the founding roll, a few hundred per act.</summary>
[WireName("founding.enter-members")]
public sealed record EnterMembers(ImmutableArray<Member> Members) : FoundingCommand;

/// <summary>Name a provisional officer or body member, with the last day they serve.</summary>
[WireName("founding.name-officer")]
public sealed record NameOfficer(string Tenure, string Person, Seat Seat, DateOnly Until) : FoundingCommand;

/// <summary>Record a paid post that exists at the founding, so that eligibility and incompatibility see it.</summary>
[WireName("founding.record-post")]
public sealed record RecordPost(string Id, string Person, string Tag, string Post, DateOnly From) : FoundingCommand;

/// <summary>A founder approves the whole as entered so far; anything entered later asks every founder again.</summary>
[WireName("founding.approve")]
public sealed record ApproveFounding : FoundingCommand;

/// <summary>Close the founding: from here only rules act.</summary>
[WireName("founding.close")]
public sealed record CloseFounding : FoundingCommand;

/// <summary>In a rehearsal, move its clock forward. Anyone in it may.</summary>
[WireName("clock.advance")]
public sealed record AdvanceClock(DateTimeOffset To) : FoundingCommand;
