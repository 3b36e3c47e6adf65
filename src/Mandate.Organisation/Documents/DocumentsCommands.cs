using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;


public abstract record DocumentsCommand : Command;

/// <summary>
/// Deposit a document: its commitment, its addressees and the day on which it is open to all. Nobody can change or stop that day, the
/// depositor included.
/// </summary>
/// <param name="Commitment">SHA-256 (lower hex) of the text as it will be published.</param>
/// <param name="To">Bodies and offices to which it is addressed.</param>
/// <param name="Kept">Whether its text lies with the organisation's server, which delivers it on its day by itself; else whoever has it brings it.</param>
[WireName("documents.deposit")]
public sealed record DepositDocument(string Id, string Title, string Commitment, ImmutableArray<string> To, DateOnly Release, bool? Kept = null) : DocumentsCommand;

/// <summary>An addressee has received it: the record says who knew, and when.</summary>
[WireName("documents.receive")]
public sealed record ReceiveDocument(string Document) : DocumentsCommand;

/// <summary>Hand it on to a body or an office; to all of a body, never to some of it.</summary>
[WireName("documents.hand-on")]
public sealed record HandOnDocument(string Document, string To) : DocumentsCommand;

/// <summary>Open it with all its parts, on or after its day. Anybody who has the texts can.</summary>
/// <param name="Parts">SHA-256 of the texts of its parts, in their order.</param>
/// <param name="ByItself">The server that keeps the text delivers it on its day, as its depositor laid down.</param>
[WireName("documents.release")]
public sealed record ReleaseDocument(string Document, string Text, ImmutableArray<string> Parts = default, bool? ByItself = null) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Text, .. Parts.IsDefault ? [] : Parts];
}
