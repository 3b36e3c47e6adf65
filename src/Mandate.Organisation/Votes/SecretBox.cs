using System.Collections.Immutable;

namespace Mandate.Organisation.Votes;

/// <summary>Somebody who holds a part of the key.</summary>
/// <param name="Camp">The tendency, list or body that they are of: no camp may be able to open ballots alone, or to stop the count.</param>
public sealed record BoxTrustee(string Person, string Camp);

/// <summary>A head of the box in the record.</summary>
/// <param name="Ballots">How many ballots had come: the height of that event.</param>
public sealed record AnchoredHead(int Ballots, string Head, DateTimeOffset At);

/// <summary>The box of a vote by sealed ballots. Nothing in it leads from a voter to a ballot: who has which credential is known to the authority alone.</summary>
/// <param name="Setup">SHA-256 of the archive that it began with.</param>
/// <param name="Head">Hash of the setup's event.</param>
/// <param name="Booth">SHA-256 of the program that seals ballots; null where none was named.</param>
public sealed record SecretBox(string Setup, string Uuid, string Fingerprint, string Head, int Credentials, int Threshold, string Authority, ImmutableArray<BoxTrustee> Trustees, string? Booth = null)
{
    /// <summary>Fewest who must be able to vote, and fewest ballots that are opened: the result of a smaller group would tell how its members voted.</summary>
    public const int LeastVoters = 10;

    /// <summary>The answers of a question that is decided by a majority, in this order in every box; pages say them in the reader's language.</summary>
    public static readonly ImmutableArray<string> Answers = ["Yes", "No", "Abstain"];

    /// <summary>The authority and those trustees who have confirmed that the box is as they made it.</summary>
    public ImmutableSortedSet<string> Confirmed { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Who opened the vote: in their name the host records heads while it runs. Null before.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>Heads in the record since it opened, the oldest first.</summary>
    public ImmutableArray<AnchoredHead> Heads { get; init; } = [];

    /// <summary>Since when ballots are taken at the desk only; null before.</summary>
    public DateTimeOffset? RemoteEndedAt { get; init; }

    /// <summary>The head after the box was closed; null before.</summary>
    public AnchoredHead? Closed { get; init; }

    /// <summary>How many ballots count; 0 before it was closed.</summary>
    public int Voters { get; init; }

    /// <summary>SHA-256 of the finished archive; null before there is a result.</summary>
    public string? Archive { get; init; }

    /// <summary>Who must still confirm before the vote can open.</summary>
    public IEnumerable<string> Unconfirmed => Trustees.Select(t => t.Person).Append(Authority).Where(p => !Confirmed.Contains(p));

    /// <summary>Whether it waits for this person to confirm it.</summary>
    public bool Awaits(string person) => Serves(person) && !Confirmed.Contains(person);

    /// <summary>Whether they have a part in the box as trustee or authority.</summary>
    public bool Serves(string person) => person == Authority || Trustees.Any(t => t.Person == person);
}
