using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Statutes;

public abstract record StatutesEvent : Event;

/// <summary>A constitution is adopted: at the founding, by amendment, or by the correction of an error of encoding.</summary>
/// <param name="From">When it comes into force.</param>
/// <param name="Affected">For a correction: the acts it concerns, so that the diff shows what would have been decided otherwise.</param>
[WireName("statutes.adopted")]
public sealed record ConstitutionAdopted(
    string Yaml,
    string Canonical,
    ImmutableSortedDictionary<string, string> Texts,
    DateTimeOffset From,
    string Basis,
    ImmutableArray<string> Affected) : StatutesEvent
{
    public override IEnumerable<string> Reads() => [Yaml];
}

[WireName("statutes.judgement-asked")]
public sealed record JudgementAsked(string Id, string Clause, string Body, string Question, string Subject) : StatutesEvent;

[WireName("statutes.judged")]
public sealed record Judged(string Id, bool Answer, string Reason) : StatutesEvent;
