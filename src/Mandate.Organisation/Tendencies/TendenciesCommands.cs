using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;


public abstract record TendenciesCommand : Command;

/// <summary>Form a tendency with a platform. It stands when enough members have joined; nobody approves it.</summary>
/// <param name="Platform">SHA-256 of its text.</param>
/// <param name="Until">Its last day, so that it is formed anew as often as its members want it.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all other members; the node adds it.</param>
/// <param name="Subject">What it is about: it is tied to a time and a subject (S090).</param>
[WireName("tendencies.form")]
public sealed record FormTendency(string Id, string Name, string Platform, DateOnly Until, string? Register = null, string? Subject = null) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Platform];
}

/// <summary>
/// Join it, with the points of its platform that one does not share (S102). Where members were admitted since its register was opened, the node opens
/// it anew, under other pseudonyms, so that whoever was admitted later joins too and does not stand out (S114).
/// </summary>
/// <param name="Except">Numbers of those points, from 1.</param>
/// <param name="Reservation">What one holds against it, in one's own words.</param>
/// <param name="Opening">Under which opening of the register; the node adds it, as what follows.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all members but the speaker, where it is opened anew.</param>
/// <param name="Carried">Then: the new pseudonym of each who belongs to it, by the one before.</param>
[WireName("tendencies.join")]
public sealed record JoinTendency(
    string Tendency, ImmutableArray<int> Except = default, string? Reservation = null, int Opening = 0, string? Register = null, ImmutableSortedDictionary<string, string>? Carried = null) : TendenciesCommand;

/// <param name="Opening">Under which opening of the register; the node adds it.</param>
[WireName("tendencies.leave")]
public sealed record LeaveTendency(string Tendency, int Opening = 0) : TendenciesCommand;

/// <summary>Offer to serve a tendency by name, at a count or in a body. Nobody is named for one who has not.</summary>
/// <param name="For">Id of the vote or of the body; <c>paper</c> to edit its paper.</param>
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

/// <summary>Name an editor of the tendency's own paper (S087).</summary>
[WireName("tendencies.name-editor")]
public sealed record NameEditor(string Tendency, string Person) : TendenciesCommand;

/// <summary>
/// Name who reports for a tendency beside the rapporteur of an item. It has the right where the constitution gives co-reports in that body and its
/// strength earns one (<see cref="CoReports"/>, S083).
/// </summary>
/// <param name="Item">A report on the agenda of the session.</param>
[WireName("tendencies.name-co-reporter")]
public sealed record NameCoReporter(string Tendency, string Session, string Item, string Person) : TendenciesCommand;

/// <summary>Bring out an issue of its own paper: it appears at once, and nobody looks at it first.</summary>
/// <param name="Text">SHA-256 of its text.</param>
[WireName("tendencies.publish")]
public sealed record PublishPaper(string Id, string Tendency, string Title, string Text) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>The speaker gives account of the tendency's money up to a day (S089).</summary>
/// <param name="Received">In hundredths of the currency named, since the last account.</param>
/// <param name="Statement">SHA-256 of where it came from and what it went to.</param>
[WireName("tendencies.give-account")]
public sealed record AccountForMoney(string Tendency, DateOnly Until, string Currency, long Received, long Spent, string Statement) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Statement];
}

/// <summary>
/// Put on record, under a pseudonym, that one has consulted others on a joint initiative: the digest of a text that its parties keep. Nobody else
/// learns that they did, or who they are (S112).
/// </summary>
/// <param name="Commitment">SHA-256 (lower hex) of the text, which says who consulted on what, and a line of chance.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all members; the node adds it.</param>
[WireName("tendencies.note-joint")]
public sealed record NoteJoint(string Id, string Commitment, string? Register = null) : TendenciesCommand;

/// <summary>Another party confirms it, under a pseudonym too.</summary>
[WireName("tendencies.confirm-joint")]
public sealed record ConfirmJoint(string Joint) : TendenciesCommand;

/// <summary>A party shows the text, and that they were one: for themselves and for nobody else.</summary>
/// <param name="Text">SHA-256 of the text, equal to the commitment.</param>
/// <param name="SignedAs">The pseudonym under which they noted or confirmed it; the node adds it.</param>
[WireName("tendencies.open-joint")]
public sealed record OpenJoint(string Joint, string Text, string? SignedAs = null) : TendenciesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}
