using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Works;

/// <summary>What of a work somebody wants settled. Content and form are its makers' alone; the others can be asked or ordered.</summary>
public enum Aspect { Content, Form, Time, Place, Money, Safety }

public abstract record WorksCommand : Command;

/// <summary>Enter a work of art, of science or of teaching as the makers' own: a play, a study, a course.</summary>
/// <param name="Unit">The unit whose work it is; null where it is the member's own or an association's.</param>
/// <param name="Association">The association whose work it is; null for none.</param>
[WireName("works.begin")]
public sealed record BeginWork(string Id, string Title, Culture Field, string? Unit = null, string? Association = null) : WorksCommand;

/// <summary>Ask something of the makers. A wish may be about anything; what binds, a condition of money or room with it, is never about content or form.</summary>
[WireName("works.ask")]
public sealed record AskOfWork(string Id, string Work, Aspect Aspect, bool Binding, string What) : WorksCommand;

/// <summary>The makers answer.</summary>
[WireName("works.answer")]
public sealed record AnswerOnWork(string Request, bool Agreed, string Text) : WorksCommand;

/// <summary>The makers publish it, or a new version. Nobody else has an act that allows or stops it.</summary>
/// <param name="Text">SHA-256 of the text beside the log.</param>
[WireName("works.publish")]
public sealed record PublishWork(string Work, string Text) : WorksCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>The makers take it off the register.</summary>
[WireName("works.end")]
public sealed record EndWork(string Work) : WorksCommand;
