using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;


public abstract record DocumentsEvent : Event;

[WireName("documents.deposited")]
public sealed record DocumentDeposited(string Id, string Title, string Commitment, ImmutableArray<string> To, DateOnly Release, bool? Kept = null) : DocumentsEvent;

/// <param name="As">The body or office by which it reached them.</param>
[WireName("documents.received")]
public sealed record DocumentReceived(string Document, string As) : DocumentsEvent;

[WireName("documents.handed-on")]
public sealed record DocumentHandedOn(string Document, string To) : DocumentsEvent;

/// <param name="LeftBy">Bodies and offices whose holders had received it and had not opened it when its day was over, or when it was delivered by itself (S266).</param>
[WireName("documents.released")]
public sealed record DocumentReleased(string Document, string Text, ImmutableArray<string> Parts = default, bool? ByItself = null, ImmutableArray<string> LeftBy = default) : DocumentsEvent;
