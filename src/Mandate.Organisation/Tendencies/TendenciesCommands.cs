using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;


public abstract record TendenciesCommand : Command;

/// <summary>Form a tendency with a platform. It stands when enough members have joined; nobody approves it.</summary>
/// <param name="Platform">SHA-256 of its text.</param>
/// <param name="Until">Its last day, so that it is formed anew as often as its members want it.</param>
[WireName("tendencies.form")]
public sealed record FormTendency(string Id, string Name, string Platform, DateOnly Until) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Platform];
}

[WireName("tendencies.join")]
public sealed record JoinTendency(string Tendency) : TendenciesCommand;

[WireName("tendencies.leave")]
public sealed record LeaveTendency(string Tendency) : TendenciesCommand;
