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

/// <summary>Offer to serve a tendency by name, at a count or in a body. Nobody is named for one who has not.</summary>
/// <param name="For">Id of the vote or of the body.</param>
[WireName("tendencies.offer")]
public sealed record OfferService(string Tendency, string For) : TendenciesCommand;

/// <summary>Name a scrutineer of the tendency at a count.</summary>
[WireName("tendencies.name-scrutineer")]
public sealed record NameScrutineer(string Tendency, string Vote, string Person) : TendenciesCommand;

/// <summary>What a scrutineer says of a count. It stands beside the result for ever and stops nothing.</summary>
[WireName("tendencies.observe")]
public sealed record ObserveCount(string Tendency, string Vote, bool InOrder, string Remark) : TendenciesCommand;

/// <summary>Send somebody to speak for the tendency in a body, where the constitution gives it places there.</summary>
/// <param name="InPlaceOf">Whom they take over from; null while a place is free.</param>
[WireName("tendencies.send")]
public sealed record SendToBody(string Tendency, string Body, string Person, string? InPlaceOf = null) : TendenciesCommand;

/// <summary>Report on a resolution as a minority of the body that adopted it. With enough signatures it is kept with the resolution for ever.</summary>
/// <param name="Text">SHA-256 of its text.</param>
[WireName("tendencies.report")]
public sealed record FileMinorityReport(string Id, string Motion, string Text) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("tendencies.sign-report")]
public sealed record SignMinorityReport(string Report) : TendenciesCommand;

/// <summary>The speaker asks that the platform be heard in every unit.</summary>
[WireName("tendencies.ask-hearing")]
public sealed record AskHearing(string Tendency) : TendenciesCommand;

/// <summary>A unit records that it has offered a hearing to a tendency, or has heard it.</summary>
/// <param name="Session">The meeting of the unit; needed where it was heard.</param>
[WireName("tendencies.give-hearing")]
public sealed record GiveHearing(string Tendency, string Unit, HearingGiven Given, string? Session = null) : TendenciesCommand;
