using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Sessions;

public static partial class SessionsRefusals
{
    public static Refusal NotOfBody(Body body, Session session, string person) =>
        new Refusal("sessions.not-of-body", BodyClause(body)) { Needs = body.Id, Given = person }.With("session", session.Id);

    public static Refusal NotInGoodStanding(Body body, string person, MemberStatus status) =>
        new Refusal("sessions.not-in-good-standing", BodyClause(body)) { Needs = MemberStatus.Active.ToString(), Given = status.ToString() }.With("person", person);

    /// <summary>Whoever is suspended keeps the place and does not vote in it until that day has passed.</summary>
    public static Refusal Suspended(Body body, string person, DateOnly until) =>
        new Refusal("sessions.suspended", BodyClause(body)) { Given = until, Earliest = new DateTimeOffset(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) }.With("person", person);

    public static Refusal MandateEnded(Body body, Tenure tenure) =>
        new Refusal("sessions.mandate-ended", BodyClause(body)) { Needs = body.Id, Given = tenure.EndReason ?? "lapsed" }
            .With("person", tenure.Person).With("tenure", tenure.Id).With("ended", tenure.Ended ?? (object?)tenure.Until ?? "");

    public static Refusal NoCredential(Body body, string person) =>
        new("sessions.no-credential", body.Credentials?.Clause.Path ?? BodyClause(body)) { Needs = 1, Given = 0, Way = "go-to-desk" };

    /// <summary>Clause path of what makes the body: its seats, or the electorate it is an assembly of.</summary>
    internal static string BodyClause(Body body) => body.Of is { } of ? of.Clause.Path : body.Clause.Path;
}
