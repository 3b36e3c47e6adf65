using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

public enum Intervention { Decided, Commanded, Pressed }

/// <summary>The centre or its emissary acted in a unit's matter.</summary>
/// <param name="OwnMatter">Whether the matter belongs to the unit itself.</param>
public sealed record Intervened(string By, string Unit, Intervention How, string? Matter = null, bool? OwnMatter = null) : Fact
{
    public override IEnumerable<string> Names => [By];
}

public enum Exercise { Read, File, BeHeard, Decide }

/// <summary>Members or units of a language or nationality could not do something on equal terms.</summary>
public sealed record Disadvantaged(ImmutableArray<string> Who, ImmutableArray<Exercise> In = default, string? By = null) : Fact
{
    public override IEnumerable<string> Names => [.. Who.Each(), .. Lists.All(By)];
}

/// <summary>An order went out to units.</summary>
public sealed record Ordered(string Order, string? By = null, ImmutableArray<string> To = default) : Fact;

/// <summary>An order was taken back.</summary>
public sealed record Countermanded(string Order, string? By = null) : Fact;

/// <summary>Whether a unit received and acknowledged that an order was taken back.</summary>
public sealed record Acknowledged(string Order, string Unit, bool Received) : Fact;

/// <summary>A unit carried out an order.</summary>
public sealed record CarriedOut(string Order, string Unit) : Fact;

/// <summary>A plan was set in motion, one step of which hangs on a partner.</summary>
public sealed record Planned(string Plan, string Partner, bool? Confirmed = null, bool? Fallback = null) : Fact;

/// <summary>The partner of a plan did not act.</summary>
public sealed record PartnerFailed(string Plan, string Partner) : Fact;
