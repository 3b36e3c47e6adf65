using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Press;

public abstract record PressCommand : Command;

/// <summary>Open a debate in the bulletin: with its question, the body that will decide it, its last day and the same space for every side.</summary>
/// <param name="Body">The body that decides the question.</param>
/// <param name="Answers">Petitions that it answers, by id.</param>
/// <param name="Besides">Petitions to the same body of the last ninety days that it is not about: said, and not kept silent (requirement S125).</param>
/// <param name="Motion">The motion that will decide it; null where there is none yet, and then it stays an open question when it ends (requirement S127).</param>
/// <param name="Words">Words for each side, the leadership's no more than any other's.</param>
[WireName("press.open-debate")]
public sealed record OpenDebate(string Id, string Question, string Body, DateOnly Until, int Words, ImmutableArray<string> Answers = default, ImmutableArray<string> Besides = default, string? Motion = null) : PressCommand;

/// <summary>
/// Send a signed text to the bulletin. In a debate, for a side to which the author belongs, it appears by itself on its day, whoever edits.
/// </summary>
/// <param name="Text">SHA-256 of the text.</param>
/// <param name="Signed">Whether it appears under the author's name; the record knows the author either way.</param>
/// <param name="Debate">The debate it belongs to; null for any other text.</param>
/// <param name="Side">A tendency, or a body of which the author is a member; only in a debate.</param>
/// <param name="Against">Tendencies, bodies and offices that it is against.</param>
[WireName("press.submit")]
public sealed record SubmitPiece(string Id, string Title, string Text, bool Signed, string? Debate, string? Side, ImmutableArray<string> Against) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Whose votes a report of a sitting gives.</summary>
public enum ReportedVotes { None, Yes, No, Both }

/// <summary>Send an official report of a sitting. It names every side that spoke there, or is refused.</summary>
/// <param name="Covers">Sides (as the speakers gave them) whose contributions it contains.</param>
/// <param name="Votes">Sides whose votes it gives; a report that gives no votes at all leaves nobody's out (requirement S120).</param>
[WireName("press.report")]
public sealed record SubmitReport(string Id, string Title, string Text, string Session, ImmutableArray<string> Covers, ReportedVotes Votes = ReportedVotes.None) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Reply to a text that is against one's tendency, body or office: as long as it, in the same place, on its day by itself.</summary>
[WireName("press.reply")]
public sealed record ReplyToPiece(string Id, string To, string Title, string Text) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Demand that a false statement be put right. Where the editors have not done so by its day, the demand itself appears.</summary>
[WireName("press.demand-rectification")]
public sealed record DemandRectification(string Id, string Of, string Text) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Put a statement right, as demanded.</summary>
[WireName("press.rectify")]
public sealed record Rectify(string Demand, string Text) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Bring out an issue: its texts in their order. What is due by that day is in it, replies no further back than what they reply to.</summary>
[WireName("press.issue")]
public sealed record BringOutIssue(string Id, ImmutableArray<string> Pieces) : PressCommand;

/// <summary>Tell an editor what to do, in the open: the only lawful way to instruct one.</summary>
[WireName("press.instruct")]
public sealed record InstructEditors(string Id, string What) : PressCommand;

/// <summary>Whoever edits or has edited says before all that they were hindered; it counts as leaving under protest.</summary>
[WireName("press.protest")]
public sealed record ProtestAsEditor(string Id, string Tenure, string What) : PressCommand;

/// <summary>Send a mailing of a tendency to all members: as many in a year for each, and nobody looks at it first.</summary>
/// <param name="Language">The official language in which it is written; null for the first of them.</param>
[WireName("press.mail")]
public sealed record SendMailing(string Id, string Tendency, string Title, string Text, string? Language = null) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Translate a mailing into another working language, so that all read it on the same day (S084).</summary>
/// <param name="Text">SHA-256 of the text in that language.</param>
[WireName("press.translate-mailing")]
public sealed record TranslateMailing(string Mailing, string Language, string Text) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>How many of a mailing's letters the mail server took and how many it refused, batch by batch.</summary>
[WireName("press.record-mailing")]
public sealed record RecordMailing(string Mailing, int Sent, int Refused) : PressCommand;
