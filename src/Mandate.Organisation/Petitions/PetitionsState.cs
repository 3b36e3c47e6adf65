using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;

public enum Reply { Scheduled, Granted, Refused }

/// <param name="Starter">Pseudonym in this matter, as all who signed.</param>
public sealed record Petition(string Id, string To, string Asks, string Clause, int Needed, string Starter, DateTimeOffset At, ImmutableHashSet<string> Signed)
{
    /// <summary>The last day to answer; null while signatures are missing.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Signatures on the day the number was reached; whoever signs later is counted apart (S101). Null while signatures are missing.</summary>
    public int? Reached { get; init; }

    /// <summary>Pseudonyms of those who may sign.</summary>
    public ImmutableHashSet<string> Register { get; init; } = Pseudonyms.None;

    /// <summary>SHA-256 of the text of a declaration that is closed until enough have signed; null for an open petition.</summary>
    public string? Commitment { get; init; }

    /// <summary>That text, once they have.</summary>
    public string? Text { get; init; }

    /// <summary>The decision that it calls up; null where it asks for something else.</summary>
    public string? Decision { get; init; }

    /// <summary>Neither its text nor its signatures are shown.</summary>
    public bool Closed => Commitment is not null && Text is null;

    public Reply? Reply { get; init; }

    public string? Reason { get; init; }

    /// <summary>The sitting on whose agenda it stands.</summary>
    public string? Session { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public bool OverdueOn(DateOnly day) => AnsweredAt is null && Due < day;
}

public sealed record PetitionsState(ImmutableDictionary<string, Petition> All)
{
    public ImmutableDictionary<string, Concern> Concerns { get; init; } = ImmutableDictionary.Create<string, Concern>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Protest> Protests { get; init; } = ImmutableDictionary.Create<string, Protest>(StringComparer.Ordinal);

    public static PetitionsState Empty { get; } = new(ImmutableDictionary.Create<string, Petition>(StringComparer.Ordinal));
}
