using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

public abstract record OfficesEvent : Event;

/// <summary>A mandate begins. A delegate's carries the session it is for.</summary>
[WireName("offices.tenure-began")]
public sealed record TenureBegan(string Id, string Person, Seat Seat, DateTimeOffset From, DateOnly? Until, Basis Basis, string? Session = null) : OfficesEvent;

/// <summary>A mandate ends before its time.</summary>
[WireName("offices.tenure-ended")]
public sealed record TenureEnded(string Id, string Reason) : OfficesEvent;

/// <summary>A paid post, or another tag that rules read, begins.</summary>
[WireName("offices.post-began")]
public sealed record PostBegan(string Id, string Person, string Tag, string Post, DateOnly From, string By) : OfficesEvent;

[WireName("offices.post-ended")]
public sealed record PostEnded(string Id, DateOnly Until) : OfficesEvent;
