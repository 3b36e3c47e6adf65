using System.Collections.Immutable;
using Mandate.Server.Delivery;
using Mandate.Server.Founding;
using Mandate.Server.Keeping;

namespace Mandate.Server;

/// <summary>What a server is started with.</summary>
public sealed record WebHostOptions
{
    /// <summary>Where it listens: <c>http://127.0.0.1:5280</c>; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5280"];

    /// <summary>Folder of the server's own keys (cookies, form tokens); null keeps them for this run only.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>The organisations that are kept here.</summary>
    public IKeeper Keeper { get; init; } = new EmptyKeeper();

    /// <summary>Who may found organisations here.</summary>
    public FoundingAccess Founding { get; init; } = new(FoundingFrom.ThisMachine);

    /// <summary>Scheme and host under which people reach it; null where only the request says (<see cref="PublicAddress"/>).</summary>
    public string? Site { get; init; }

    /// <summary>How e-mail leaves the server; null where it does not.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>The sign-in service that an organisation has already; null where there is none.</summary>
    public SignIn.ProviderOptions? Provider { get; init; }

    /// <summary>The constitutions to which the acts of case studies are put, to see what each would have refused.</summary>
    public ImmutableArray<Constitutions.Constitution> Compared { get; init; } = [];

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The zone in which times are told.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;
}
