using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Documents;

/// <summary>What somebody gives directions on for after their death.</summary>
public enum DirectionMatter { Funeral, Papers, Name, Proposals }

/// <summary>
/// A member leaves directions on their own person, papers, name or proposals, and names whom they trust with them (requirement S283). The text stays with them and
/// the trustee; the record holds its commitment.
/// </summary>
[WireName("documents.leave-directions")]
public sealed record LeaveDirections(string Id, DirectionMatter Matter, string Commitment, string Trustee) : DocumentsCommand;

/// <summary>The trustee takes it on.</summary>
[WireName("documents.accept-trust")]
public sealed record AcceptTrust(string Directions) : DocumentsCommand;

/// <summary>Whoever left directions takes them back; new ones are further directions.</summary>
[WireName("documents.withdraw-directions")]
public sealed record WithdrawDirections(string Directions) : DocumentsCommand;

/// <summary>After the death the trustee opens them to all.</summary>
[WireName("documents.open-directions")]
public sealed record OpenDirections(string Directions, string Text) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>A holder of a place asks the trustee to agree to something else than the directions say.</summary>
[WireName("documents.ask-deviation")]
public sealed record AskDeviation(string Id, string Directions, string What, string Reason) : DocumentsCommand;

/// <summary>The trustee answers. Only what they agree to may be moved.</summary>
[WireName("documents.answer-deviation")]
public sealed record AnswerDeviation(string Deviation, bool Agreed, string Remark) : DocumentsCommand;

[WireName("documents.directions-left")]
public sealed record DirectionsLeft(string Id, DirectionMatter Matter, string Commitment, string Trustee) : DocumentsEvent;

[WireName("documents.trust-accepted")]
public sealed record TrustAccepted(string Directions) : DocumentsEvent;

[WireName("documents.directions-withdrawn")]
public sealed record DirectionsWithdrawn(string Directions) : DocumentsEvent;

[WireName("documents.directions-opened")]
public sealed record DirectionsOpened(string Directions, string Text) : DocumentsEvent;

[WireName("documents.deviation-asked")]
public sealed record DeviationAsked(string Id, string Directions, string What, string Reason) : DocumentsEvent;

[WireName("documents.deviation-answered")]
public sealed record DeviationAnswered(string Deviation, bool Agreed, string Remark) : DocumentsEvent;

/// <summary>Something else than directions say, and what the trustee answered; null while they have not.</summary>
public sealed record Deviation(string Id, string What, string Reason, string By, DateTimeOffset At, bool? Agreed = null, string? Remark = null);

/// <summary>Directions of a member.</summary>
/// <param name="Text">SHA-256 of the text once it is open.</param>
public sealed record Directions(string Id, DirectionMatter Matter, string Commitment, string Member, string Trustee, DateTimeOffset At, DateTimeOffset? AcceptedAt = null, string? Text = null)
{
    public ImmutableArray<Deviation> Deviations { get; init; } = [];

    /// <summary>Whether that person speaks for somebody who has died: as the trustee of their papers or proposals who has taken it on (requirement S407).</summary>
    public static bool Speaks(State state, string person, string dead) =>
        state.Roll.Member(dead)?.Status == MemberStatus.Deceased
        && state.Documents.Directions.Values.Any(d => d.Member == dead && d.Trustee == person && d.AcceptedAt is not null && d.Matter is DirectionMatter.Papers or DirectionMatter.Proposals);
}
