using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;


public abstract record TendenciesCommand : Command;

/// <summary>Form a tendency with a platform. It stands when enough members have joined; nobody approves it.</summary>
/// <param name="Platform">SHA-256 of its text.</param>
/// <param name="Until">Its last day, so that it is formed anew as often as its members want it.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all other members; the node adds it.</param>
[WireName("tendencies.form")]
public sealed record FormTendency(string Id, string Name, string Platform, DateOnly Until, string? Register = null) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Platform];
}

[WireName("tendencies.join")]
public sealed record JoinTendency(string Tendency) : TendenciesCommand;

[WireName("tendencies.leave")]
public sealed record LeaveTendency(string Tendency) : TendenciesCommand;

/// <summary>Report on a resolution as a minority of the body that adopted it. With enough signatures it is kept with the resolution for ever.</summary>
/// <param name="Text">SHA-256 of its text.</param>
[WireName("tendencies.report")]
public sealed record FileMinorityReport(string Id, string Motion, string Text) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("tendencies.sign-report")]
public sealed record SignMinorityReport(string Report) : TendenciesCommand;
