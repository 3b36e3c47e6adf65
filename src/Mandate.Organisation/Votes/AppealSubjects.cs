namespace Mandate.Organisation.Votes;

/// <summary>
/// Votes of a next instance on what was decided about a person: the subject is <c>appeal/ID</c> of the complaint, charge or application, the
/// question whether the decision is overturned.
/// </summary>
public static class AppealSubjects
{
    public const string Prefix = "appeal/";

    public static string Of(string id) => Prefix + id;

    /// <summary>Whether that vote of that body overturned it; null where it is no decided vote of that body on it.</summary>
    public static bool? DecidedBy(State state, string voteId, string id, string body) =>
        state.Votes.Find(voteId) is { Stage: VoteStage.Result, Outcome: { } outcome } vote && vote.Question.Subject == Of(id)
        && vote.Session is { } session && state.Sessions.Find(session)?.Body == body
            ? outcome.Carried
            : null;

    /// <summary>The body before which an appeal is open; null where none is.</summary>
    internal static string? OpenBefore(State state, string subject) => !subject.StartsWith(Prefix, StringComparison.Ordinal) ? null
        : state.Inspection.All.GetValueOrDefault(subject[Prefix.Length..]) is { Appeal: { DecidedAt: null } appeal } ? appeal.To
        : state.Inspection.All.GetValueOrDefault(subject[Prefix.Length..]) is { SuspensionAppeal: { DecidedAt: null } suspension } ? suspension.To
        : state.Roll.Charges.GetValueOrDefault(subject[Prefix.Length..]) is { Stage: Roll.ChargeStage.Appealed } charge ? charge.AppealTo
        : state.Roll.Applications.GetValueOrDefault(subject[Prefix.Length..]) is { Stage: Roll.ApplicationStage.Appealed } application ? state.Roll.Refused[application.Id].AppealTo
        : null;
}
