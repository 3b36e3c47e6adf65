using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Founding;

public abstract record FoundingEvent : Event;

[WireName("founding.opened")]
public sealed record FoundingOpened(string Organisation, ImmutableArray<string> Founders, bool Rehearsal, string Engine) : FoundingEvent;

[WireName("founding.approved")]
public sealed record FoundingApproved(string Founder) : FoundingEvent;

[WireName("founding.reopened")]
public sealed record ApprovalsVoided : FoundingEvent;

[WireName("founding.closed")]
public sealed record FoundingClosed : FoundingEvent;

[WireName("clock.advanced")]
public sealed record ClockAdvanced(DateTimeOffset To) : FoundingEvent;
