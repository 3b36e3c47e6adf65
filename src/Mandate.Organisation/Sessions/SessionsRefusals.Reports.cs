using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public static partial class SessionsRefusals
{
    /// <summary>The account of a body stays on the agenda: it is given by somebody, not passed over (S042).</summary>
    public static Refusal ReportStays(string clause, AgendaItem item) => new("sessions.report-stays", clause) { Needs = item.Title, Given = item.Id, Way = "hear-report" };

    public static Refusal ReportFirst(AgendaItem item, string body) => new("sessions.report-first", $"bodies.{body}") { Needs = body, Given = item.Title, Way = "hear-report" };

    /// <summary>A second rapporteur who is there has not had the floor.</summary>
    public static Refusal SecondFirst(AgendaItem item, string person) => new("sessions.second-first", "") { Needs = person, Given = item.Title, Way = "hear-second" };

    /// <summary>The second has as long as the first had.</summary>
    public static Refusal EqualTime(string clause, TimeSpan equal, DateTimeOffset until) => new("sessions.equal-time", clause) { Needs = (int)Math.Ceiling(equal.TotalMinutes), Given = (int)Math.Ceiling(equal.TotalMinutes), Earliest = until, Way = "wait-for-speech" };

    public static Refusal NotRapporteur(AgendaItem item, string person) => new("sessions.not-rapporteur", "") { Needs = item.Title, Given = person, Way = "nominate-rapporteur" };

    public static Refusal NotNominated(string clause, string person) => new("sessions.not-nominated", clause) { Needs = "somebody who was nominated and accepted", Given = person, Way = "nominate-rapporteur" };

    public static Refusal ChosenTooLate(string clause, DateOnly until, DateOnly given) => new("sessions.chosen-too-late", clause) { Needs = until, Given = given, Way = "back-rapporteur" };
}
