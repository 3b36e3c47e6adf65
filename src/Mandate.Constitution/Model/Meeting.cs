using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>How one may be present (0.2).</summary>
public sealed record Presence(ImmutableArray<PresenceMode> Modes) : Node
{
    public LostConnection LostConnection { get; init; }

    /// <summary>A connection lost for less than that changes nothing.</summary>
    public Period? Grace { get; init; }
}

public enum PresenceMode
{
    InPerson,
    Remote,
}

/// <summary>What a lost connection does.</summary>
public enum LostConnection
{
    /// <summary>The person is absent from then on; quorum is counted without them.</summary>
    CountsAbsent,

    /// <summary>The running vote waits until the connection is back or the grace is over.</summary>
    SuspendsVote,

    /// <summary>The running vote is taken again.</summary>
    RepeatsVote,
}

/// <summary>Whether one may vote for another (0.2). A prohibition states its reason.</summary>
public sealed record Proxies(bool Allowed) : Node
{
    public string? Reason { get; init; }

    public int? MaxPerHolder { get; init; }

    /// <summary>A proxy lapses after that time.</summary>
    public Period? ValidFor { get; init; }
}

/// <summary>Who stands in for an absent delegate (0.2).</summary>
public sealed record Substitutes(SubstitutesFrom From) : Node
{
    /// <summary>A substitute takes a seat only at the credentials desk.</summary>
    public bool AtCredentials { get; init; } = true;

    public int? Max { get; init; }
}

public enum SubstitutesFrom
{
    /// <summary>In the order in which the count of the same ballots elects them.</summary>
    Count,

    /// <summary>Elected separately as substitutes.</summary>
    Elected,

    None,
}

/// <summary>Which service of a notice counts, per channel (0.2).</summary>
public sealed record Service(ImmutableSortedDictionary<string, ServiceChannel> Channels) : Node;

/// <summary>The notice is served on the day of <see cref="Counts"/> plus <see cref="Plus"/>.</summary>
public sealed record ServiceChannel(string Channel, ServiceEvent Counts) : Node
{
    public Period? Plus { get; init; }
}

public enum ServiceEvent
{
    Sent,
    Posted,
    Delivered,
}
