using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Works;

public abstract record WorksEvent : Event;

[WireName("works.begun")]
public sealed record WorkBegun(string Id, string Title, Culture Field, string? Unit, string? Association = null) : WorksEvent;

[WireName("works.asked")]
public sealed record AskedOfWork(string Id, string Work, Aspect Aspect, bool Binding, string What) : WorksEvent;

[WireName("works.answered")]
public sealed record AnsweredOnWork(string Request, bool Agreed, string Text) : WorksEvent;

[WireName("works.published")]
public sealed record WorkPublished(string Work, string Text) : WorksEvent;

[WireName("works.ended")]
public sealed record WorkEnded(string Work) : WorksEvent;
