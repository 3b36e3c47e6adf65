using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

/// <summary>How those who prepare a session propose to deal with an amendment. A proposal decides nothing.</summary>
public enum ProposedProcedure
{
    Adopt,

    /// <summary>Adopt it in other words, which the mover is asked to take over.</summary>
    AdoptModified,
    Reject,

    /// <summary>Hand it to another body without deciding it.</summary>
    Refer,

    /// <summary>Another amendment does what it asks.</summary>
    SettledBy,

    /// <summary>Nothing is proposed: the session decides between them.</summary>
    Vote,
}

/// <summary>The answer of an amendment's mover to what is proposed.</summary>
public sealed record ProposalAnswer(bool Accepted, string? Reason, DateTimeOffset At, string By);

/// <summary>One version of what is proposed for an amendment; earlier ones stay.</summary>
/// <param name="Texts">For a modified adoption: SHA-256 of the whole text in those words, per language.</param>
/// <param name="To">Version of the text that it is for.</param>
/// <param name="SettledBy">The amendment that does what this one asks.</param>
/// <param name="ReferTo">The body that it is handed to.</param>
public sealed record ProcedureProposal(
    int Version,
    ProposedProcedure Procedure,
    ImmutableSortedDictionary<string, string>? Texts,
    int To,
    string? SettledBy,
    string? ReferTo,
    string? Reason,
    DateTimeOffset At,
    string By,
    ProposalAnswer? Answer = null)
{
    public bool Refused => Answer is { Accepted: false };
}

/// <summary>An amendment to a motion, or to another amendment: another text for it, decided before it.</summary>
/// <param name="To">Version of the text that it replaces.</param>
public sealed record Amendment(string Id, string Motion, string Mover, int To, TextVersion Text, DateTimeOffset At, MotionStage Stage, string? Vote)
{
    /// <summary>The amendment that it amends; null where it amends the motion.</summary>
    public string? Of { get; init; }

    /// <summary>What its text was before it was carried over, worded anew or amended.</summary>
    public ImmutableArray<TextVersion> Earlier { get; init; } = [];

    /// <summary>What was proposed for it, oldest first.</summary>
    public ImmutableArray<ProcedureProposal> Proposals { get; init; } = [];

    /// <summary>Who demands that it be voted on by itself, or the lost vote on the list it stood in; null while it may stand in one.</summary>
    public string? Separate { get; init; }

    /// <summary>The body that it was handed to.</summary>
    public string? ReferredTo { get; init; }

    public bool IsOpen => Stage == MotionStage.Filed;

    public ProcedureProposal? Proposal => Proposals.IsEmpty ? null : Proposals[^1];

    /// <summary>What a list of uncontested amendments would do with it; null where it is contested, or nothing is proposed.</summary>
    public ProposedProcedure? Uncontested => Separate is null && Proposal is { Refused: false } proposal ? proposal.Procedure switch
    {
        ProposedProcedure.Vote => null,
        // In other words than the mover's own only with the mover.
        ProposedProcedure.AdoptModified => proposal.Answer is { Accepted: true } ? ProposedProcedure.Adopt : null,
        var procedure => procedure,
    } : null;

    /// <summary>That version of its own text.</summary>
    public TextVersion Version(int number) => Text.Number == number ? Text : Earlier.First(t => t.Number == number);

    internal Amendment With(ImmutableSortedDictionary<string, string> texts, DateTimeOffset at, string by) =>
        this with { Text = new TextVersion(Text.Number + 1, Text.Texts.SetItems(texts), at, by), Earlier = Earlier.Add(Text) };
}

/// <summary>One amendment in a list that is voted on together, and what the list does with it.</summary>
public sealed record BlocItem(string Amendment, ProposedProcedure Procedure, string? ReferTo = null);

/// <summary>Amendments to one text that nobody contests, put to one vote. Anybody with a vote can take any of them out until that vote opens.</summary>
/// <param name="To">Version of the motion's text.</param>
/// <param name="Texts">SHA-256 of the text with all that it adopts, per language; empty where it adopts none.</param>
/// <param name="Version">Raised each time it is drawn up again.</param>
/// <param name="Stage">Filed, adopted, rejected; not taken where somebody has taken something out and it was not drawn up again.</param>
public sealed record Bloc(string Id, string Motion, int To, ImmutableArray<BlocItem> Items, ImmutableSortedDictionary<string, string> Texts, int Version, MotionStage Stage, string? Vote);

/// <summary>How a unit asks its delegates to vote. It binds nobody in the count; members see what became of it.</summary>
public enum Position { For, Against, Free }

/// <param name="Subject">Id of the motion or amendment.</param>
/// <param name="Basis">The vote of the unit, or <c>in-writing</c>.</param>
public sealed record Instruction(string Subject, string Unit, Position Position, string? Reason, string Basis, DateTimeOffset At);
