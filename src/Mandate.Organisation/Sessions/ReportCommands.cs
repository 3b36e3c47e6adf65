using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Propose somebody, or oneself, to report on an item; open to whoever has a voice in the meeting or sits in the body that reports (S041).</summary>
[WireName("sessions.nominate-rapporteur")]
public sealed record NominateRapporteur(string Session, string Item, string Person) : SessionCommand(Session);

/// <summary>Say whether one reports. A no has a reason, and both stand in the record (S041).</summary>
[WireName("sessions.answer-rapporteur")]
public sealed record AnswerRapporteur(string Session, string Item, bool Accepts, string? Reason = null) : SessionCommand(Session);

/// <summary>Choose among those nominated, by the body whose report it is: its decision in writing, which names who was for and against (S041).</summary>
[WireName("sessions.choose-rapporteur")]
public sealed record ChooseRapporteur(string Session, string Item, string Person) : SessionCommand(Session);

/// <summary>Back somebody nominated, as a member of the body that reports or that meets: a tenth of either names a second with equal time (S041).</summary>
[WireName("sessions.back-rapporteur")]
public sealed record BackRapporteur(string Session, string Item, string Person) : SessionCommand(Session);

/// <summary>
/// Lay a report in writing before the meeting. In the name of a body it is that body's decision in writing; otherwise it is personal until the
/// body has voted on it by roll call (S052).
/// </summary>
/// <param name="Texts">SHA-256 of the text per language.</param>
[WireName("sessions.file-report")]
public sealed record FileReport(string Session, string Report, string Item, string Title, ImmutableSortedDictionary<string, string> Texts) : SessionCommand(Session)
{
    public override IEnumerable<string> Reads() => Texts.Values;
}

[WireName("sessions.rapporteur-nominated")]
public sealed record RapporteurNominated(string Session, string Item, string Person, string By) : SessionEvent(Session);

[WireName("sessions.rapporteur-answered")]
public sealed record RapporteurAnswered(string Session, string Item, string Person, bool Accepts, string? Reason) : SessionEvent(Session);

[WireName("sessions.rapporteur-chosen")]
public sealed record RapporteurChosen(string Session, string Item, string Person, string Body) : SessionEvent(Session);

[WireName("sessions.rapporteur-backed")]
public sealed record RapporteurBacked(string Session, string Item, string Person, string By) : SessionEvent(Session);

/// <param name="Body">The body in whose name; null where it is personal.</param>
[WireName("sessions.report-filed")]
public sealed record ReportFiled(string Session, string Report, string Item, string Person, string? Body, string Title, ImmutableSortedDictionary<string, string> Texts) : SessionEvent(Session);

/// <summary>Somebody proposed to report on an item.</summary>
/// <param name="Accepts">Their answer; null while there is none.</param>
public sealed record RapporteurNomination(string Item, string Person, string By, DateTimeOffset At, bool? Accepts = null, string? Reason = null)
{
    /// <summary>The body that chose them, and when; null while none has.</summary>
    public string? ChosenBy { get; init; }

    public DateTimeOffset? ChosenAt { get; init; }

    public ImmutableSortedSet<string> Backers { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}

/// <summary>A report in writing.</summary>
/// <param name="Body">The body that decided in writing that it is its report; null otherwise.</param>
public sealed record WrittenReport(string Id, string Item, string Person, string? Body, string Title, ImmutableSortedDictionary<string, string> Texts, DateTimeOffset At);
