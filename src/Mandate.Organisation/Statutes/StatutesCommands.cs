using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Statutes;

public abstract record StatutesCommand : Command;

/// <summary>Ask the body that the constitution names for its judgement on what the format cannot express.</summary>
/// <param name="Clause">The clause that carries <c>judged_by</c>.</param>
/// <param name="Subject">What it is about: id of a motion, person or act.</param>
[WireName("statutes.ask-judgement")]
public sealed record AskJudgement(string Id, string Clause, string Question, string Subject) : StatutesCommand;

/// <summary>The body answers, in its own name.</summary>
[WireName("statutes.judge")]
public sealed record Judge(string Id, bool Answer, string Reason) : StatutesCommand;
