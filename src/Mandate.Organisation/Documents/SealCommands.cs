using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <summary>Somebody who holds a share of a sealing key.</summary>
/// <param name="Camp">The tendency, list or body that they are of: no camp may be able to open documents alone, or to keep them closed.</param>
public sealed record KeyHolder(string Person, string Camp);

/// <summary>
/// Put a key of several holders on the record, to which documents can be sealed. Any member may; it stands when all its holders have
/// confirmed it, and whoever seals a document chooses whom they trust with it.
/// </summary>
/// <param name="Record">SHA-256 of the record of the key ceremony.</param>
/// <param name="Holders">In the order of the record.</param>
[WireName("documents.prepare-key")]
public sealed record PrepareKey(string Record, ImmutableArray<KeyHolder> Holders) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Record];
}

/// <summary>A holder: the share in this key is mine, and I alone have its secret.</summary>
[WireName("documents.confirm-key")]
public sealed record ConfirmKey(string Key) : DocumentsCommand;

/// <summary>A holder's share of a key is still there. Half a year without a sign raises an alarm.</summary>
/// <param name="Sign">SHA-256 of the sign, which proves it.</param>
[WireName("documents.sign-of-holding")]
public sealed record GiveSignOfHolding(string Key, string Sign) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Key, Sign];
}

/// <summary>Deposit a document that is sealed: everything that is to be read of it stands on the seal.</summary>
/// <param name="Sealed">SHA-256 of the sealed file.</param>
[WireName("documents.seal")]
public sealed record SealDocument(string Sealed) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Sealed];
}

/// <summary>A unit keeps a copy of its own, with which the document can be opened without this server.</summary>
/// <param name="Copy">SHA-256 of the file that it keeps.</param>
[WireName("documents.keep-copy")]
public sealed record KeepCopy(string Document, string Unit, string Copy) : DocumentsCommand;

/// <summary>Who sealed a document is there and may go on being silent about it.</summary>
[WireName("documents.sign-of-life")]
public sealed record GiveSignOfLife(string Document) : DocumentsCommand;

/// <summary>The body named on the seal decides that the document is opened: in writing, or by a motion it adopted.</summary>
/// <param name="Motion">The motion, whose title names <c>document:ID</c>; null for a decision in writing.</param>
[WireName("documents.order-opening")]
public sealed record OrderOpening(string Document, string? Motion = null) : DocumentsCommand;

/// <summary>A holder's share of the opening, brought by anybody, as soon as the document may open.</summary>
/// <param name="Share">SHA-256 of the share.</param>
[WireName("documents.lend-share")]
public sealed record LendShare(string Document, string Sealed, string Share) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Sealed, Share];
}

/// <summary>Publish what was sealed, from the shares on the record. Anybody can.</summary>
/// <param name="Sealed">SHA-256 of the sealed file.</param>
/// <param name="Shares">SHA-256 of the shares, in the order of their holders.</param>
/// <param name="Content">SHA-256 of what comes out of the seal.</param>
[WireName("documents.unseal")]
public sealed record UnsealDocument(string Document, string Sealed, ImmutableArray<string> Shares, string Content) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Sealed, .. Shares.IsDefault ? [] : Shares, Content];
}
