using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <param name="Key">SHA-256 of its record.</param>
/// <param name="Threshold">How many holders open together.</param>
[WireName("documents.key-prepared")]
public sealed record KeyPrepared(string Key, int Threshold, ImmutableArray<KeyHolder> Holders) : DocumentsEvent;

[WireName("documents.key-confirmed")]
public sealed record KeyConfirmed(string Key, string Person) : DocumentsEvent;

[WireName("documents.holding-shown")]
public sealed record HoldingShown(string Key, int Holder, DateOnly On) : DocumentsEvent;

[WireName("documents.sealed")]
public sealed record DocumentSealed(string Id, string Title, string Sealed, ImmutableArray<string> To, OpeningTerms Opens, string Key) : DocumentsEvent;

[WireName("documents.copy-kept")]
public sealed record CopyKept(string Document, string Unit) : DocumentsEvent;

[WireName("documents.life-shown")]
public sealed record LifeShown(string Document) : DocumentsEvent;

/// <param name="Motion">The motion that decided it; null for a decision in writing.</param>
[WireName("documents.opening-ordered")]
public sealed record OpeningOrdered(string Document, string Body, string? Motion) : DocumentsEvent;

/// <param name="Reason">Why it may open, as the record shows it: <c>day</c>, <c>session</c>, <c>decision</c>, <c>silence</c>.</param>
[WireName("documents.share-lent")]
public sealed record ShareLent(string Document, int Holder, string Share, string Reason) : DocumentsEvent;

/// <param name="Name">Name of the file that was sealed.</param>
[WireName("documents.unsealed")]
public sealed record DocumentUnsealed(string Document, string Content, string Name) : DocumentsEvent;
