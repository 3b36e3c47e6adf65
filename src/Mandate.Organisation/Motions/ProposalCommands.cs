using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <summary>Propose, by those who prepare the session or preside over it, how an amendment is dealt with; again for a new version.</summary>
/// <param name="Texts">For a modified adoption: SHA-256 of the whole text in those words, per language.</param>
/// <param name="SettledBy">The amendment that does what this one asks.</param>
/// <param name="ReferTo">The body that it is handed to.</param>
[WireName("motions.propose-procedure")]
public sealed record ProposeProcedure(
    string Amendment, ProposedProcedure Procedure, ImmutableSortedDictionary<string, string> Texts, string? SettledBy = null, string? ReferTo = null, string? Reason = null) : MotionsCommand
{
    public override IEnumerable<string> Reads() => Texts.Values;
}

/// <summary>Accept or refuse, as the mover, what is proposed for one's amendment. Accepted other words are the amendment's own from then on.</summary>
/// <param name="Version">The version of the proposal that is answered.</param>
/// <param name="Reason">Why not; needed to refuse.</param>
[WireName("motions.answer-proposal")]
public sealed record AnswerProposal(string Amendment, int Version, bool Accepted, string? Reason) : MotionsCommand;

/// <summary>Demand, as anybody who may move in the session, that an amendment be voted on by itself and not in a list.</summary>
[WireName("motions.demand-separate")]
public sealed record DemandSeparate(string Amendment) : MotionsCommand;

/// <summary>
/// Draw up the list of a motion's amendments that nobody contests, for one vote. It takes in all for which something is proposed that the
/// mover has not refused, that nobody has taken out, and whose own amendments are decided; of two that collide the one filed first.
/// </summary>
/// <param name="Bloc">Id of a new list, or of one to draw up again.</param>
/// <param name="Texts">SHA-256 of the text with all that are to be adopted, per language; the rules make it themselves and compare.</param>
[WireName("motions.form-bloc")]
public sealed record FormBloc(string Bloc, string Motion, ImmutableSortedDictionary<string, string> Texts) : MotionsCommand
{
    public override IEnumerable<string> Reads() => Texts.Values;
}

/// <summary>Say, for a unit, how its delegates are asked to vote: by its body in writing or a carried vote of it.</summary>
/// <param name="Subject">Id of the motion or amendment.</param>
[WireName("motions.instruct-delegates")]
public sealed record InstructDelegates(string Subject, string Unit, Position Position, string? Reason, string? Vote) : MotionsCommand;

/// <summary>Propose, by the mover of one of them or those who prepare the session, one motion in place of several.</summary>
/// <param name="Motion">Id of the new motion.</param>
/// <param name="Of">The motions that it joins, two or more.</param>
/// <param name="From">SHA-256 of their texts as they stand, motion by motion, language by language in order.</param>
[WireName("motions.propose-composite")]
public sealed record ProposeComposite(string Motion, string Title, ImmutableArray<string> Of, ImmutableSortedDictionary<string, string> Texts, ImmutableArray<string> From) : MotionsCommand
{
    public override IEnumerable<string> Reads() => [.. Texts.Values, .. From];
}

/// <summary>Agree, as its mover, that a motion goes into a composite. Whoever does not agree keeps theirs.</summary>
/// <param name="Motion">The composite.</param>
/// <param name="Original">The mover's own motion.</param>
[WireName("motions.agree-composite")]
public sealed record AgreeComposite(string Motion, string Original) : MotionsCommand;
