using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Statutes;

public abstract record StatutesCommand : Command;

/// <summary>Ask the body that the constitution names for its judgement on what the format cannot express.</summary>
/// <param name="Clause">The clause that carries <c>judged_by</c>.</param>
/// <param name="Subject">What it is about: id of a motion, person or act.</param>
[WireName("statutes.ask-judgement")]
public sealed record AskJudgement(string Id, string Clause, string Question, string Subject) : StatutesCommand;

/// <summary>
/// Ask, before acting, whether something is allowed under a clause (S104). Asked under a pseudonym of this matter; the answer binds later charges about it. It goes to the body that
/// the clause leaves its judgement to, else to the one that hears appeals against sanctions.
/// </summary>
/// <param name="Register">SHA-256 of the pseudonyms of all members; the node adds it.</param>
[WireName("statutes.ask-whether-allowed")]
public sealed record AskWhetherAllowed(string Id, string Clause, string Question, string? Register = null) : StatutesCommand;

/// <summary>The body answers, in its own name.</summary>
[WireName("statutes.judge")]
public sealed record Judge(string Id, bool Answer, string Reason) : StatutesCommand;

/// <summary>
/// Correct an error of encoding: the YAML said something else than the adopted text. Only the body that the constitution
/// names may; from this entry on, or after the notice that <c>encoding.notice</c> asks for, never backwards.
/// </summary>
/// <param name="Constitution">SHA-256 of the corrected YAML.</param>
/// <param name="Clauses">The clauses that change; any other difference is refused.</param>
/// <param name="Affected">Places in the record, from 0, of the acts that were decided under the error.</param>
[WireName("statutes.correct-encoding")]
public sealed record CorrectEncoding(string Constitution, ImmutableArray<string> Clauses, string Reason, ImmutableArray<string> Affected) : StatutesCommand
{
    public override IEnumerable<string> Reads() => [Constitution];
}
