using System.Collections.Immutable;

namespace Mandate.Organisation.Federation;

/// <summary>An order to units: to whom, by which body, who has acknowledged it or its taking back, who has carried it out.</summary>
/// <param name="For">The body in whose name it was given.</param>
public sealed record Order(string Id, string What, ImmutableArray<string> To, string For, string? DependsOn, string? Fallback, DateTimeOffset At)
{
    public DateTimeOffset? CountermandedAt { get; init; }

    public string? Reason { get; init; }

    public ImmutableDictionary<string, DateTimeOffset> Acknowledged { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    public ImmutableDictionary<string, DateTimeOffset> RecallAcknowledged { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    public ImmutableDictionary<string, DateTimeOffset> CarriedOut { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);
}

public sealed record FederationState(ImmutableDictionary<string, Order> Orders)
{
    public static FederationState Empty { get; } = new(ImmutableDictionary.Create<string, Order>(StringComparer.Ordinal));
}
