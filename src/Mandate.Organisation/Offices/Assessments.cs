using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>What those who elect expect of a place; a recall may refer to it without anybody being guilty of anything (S144).</summary>
/// <param name="Text">SHA-256 of the text beside the log.</param>
public sealed record Standard(string Place, string Text, string For, DateTimeOffset At);

/// <summary>What somebody who worked with a holder has to say to those who elect: strengths, faults and examples, no scores (S145, S189).</summary>
/// <param name="Commitment">SHA-256 of the text, which stays with its author until the session opens.</param>
/// <param name="Text">The same once it is open; null before.</param>
/// <param name="Reply">SHA-256 of what the person assessed answers beside it.</param>
public sealed record Assessment(string Id, string Tenure, string Session, string Commitment, string By, DateTimeOffset At, string? Text = null, string? Reply = null);

/// <summary>Part of the work of a body that one of its members looks after, until a day (S191).</summary>
/// <param name="Ended">The last day, where another has it since.</param>
public sealed record Portfolio(string Id, string Tenure, string Matter, DateOnly Until, DateTimeOffset At, DateOnly? Ended = null)
{
    public bool InForceOn(DateOnly day) => day <= Until && !(Ended < day);
}

/// <summary>Standards of places, assessments of holders and the division of tasks in a body.</summary>
internal static class Assessments
{
    private const int Longest = 200, DaysAfter = 365;

    public static Decision Set(State state, Act act, SetStandard c)
    {
        var rules = state.Statutes.At(act.At);
        if (!rules.Bodies.ContainsKey(c.Place) && !rules.Offices.ContainsKey(c.Place)) return ProtocolRefusals.Unknown("place", c.Place);
        if (Authority.DecidesUnderAny(state, act, out var clause, out var by) is { } notYours) return notYours;
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new StandardSet(c.Place, c.Text, by));
    }

    public static Decision Assess(State state, Act act, AssessHolder c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Assessments.ContainsKey(c.Id)) return ProtocolRefusals.Taken("assessment", c.Id);
        if (!state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure)) return ProtocolRefusals.Unknown("tenure", c.Tenure);
        if (state.Sessions.Find(c.Session) is not { ClosedAt: null } session) return ProtocolRefusals.Unknown("session", c.Session);
        var rules = state.Statutes.At(act.At);
        var clause = Seating.ClauseOf(rules, tenure.Seat);
        if (Seating.SelectOf(rules, tenure.Seat) is Elect { Body: { } elects } && elects.Id != session.Body) return OfficesRefusals.OtherElectors(clause, elects.Id, session.Body);
        if (tenure.Ended is { } ended && ended.AddDays(DaysAfter) < act.At) return OfficesRefusals.NotInOffice(tenure.Id);
        if (!WorkedWith(state, act.By, tenure)) return OfficesRefusals.DidNotWorkWith(clause, act.By);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        return Decision.Accept(clause, new HolderAssessed(c.Id, c.Tenure, c.Session, c.Commitment));
    }

    public static Decision Open(State state, Act act, OpenAssessment c)
    {
        if (!state.Offices.Assessments.TryGetValue(c.Id, out var assessment)) return ProtocolRefusals.Unknown("assessment", c.Id);
        var clause = ClauseOf(state, act, assessment);
        if (assessment.By != act.By) return ProtocolRefusals.NotYours(clause, assessment.By, act.By);
        if (assessment.Text is not null) return OfficesRefusals.AlreadyDone(c.Id);
        var session = state.Sessions.Find(assessment.Session)!;
        if (session.OpenedAt is null) return OfficesRefusals.NotYetOpened(clause, session.Opens);
        if (c.Text != assessment.Commitment) return ProtocolRefusals.Malformed("text", "the text that was announced", c.Text);
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new AssessmentOpened(c.Id, c.Text));
    }

    public static Decision Reply(State state, Act act, ReplyToAssessment c)
    {
        if (!state.Offices.Assessments.TryGetValue(c.Id, out var assessment)) return ProtocolRefusals.Unknown("assessment", c.Id);
        var (clause, person) = (ClauseOf(state, act, assessment), state.Offices.Tenures[assessment.Tenure].Person);
        if (person != act.By) return ProtocolRefusals.NotYours(clause, person, act.By);
        if (assessment.Text is null) return OfficesRefusals.NotYetOpened(clause, state.Sessions.Find(assessment.Session)!.Opens);
        if (assessment.Reply is not null) return OfficesRefusals.AlreadyDone(c.Id);
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new AssessmentReplied(c.Id, c.Text));
    }

    public static Decision Assign(State state, Act act, AssignPortfolio c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Portfolios.ContainsKey(c.Id)) return ProtocolRefusals.Taken("portfolio", c.Id);
        if (!state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure)) return ProtocolRefusals.Unknown("tenure", c.Tenure);
        var rules = state.Statutes.At(act.At);
        if (!rules.Bodies.TryGetValue(tenure.Seat.Of, out var body)) return OfficesRefusals.NotOfABody(tenure.Seat.Of);
        if (!tenure.HeldAt(act.At)) return OfficesRefusals.NotInOffice(c.Tenure);
        if (Authority.Decides(state, act, new Ref(body.Id, RefKind.Body) { Clause = body.Clause }, body.Clause.Path, tenure.Seat.Unit) is { } notYours) return notYours;
        if (c.Matter.Length is 0 or > Longest) return ProtocolRefusals.Malformed("matter", $"what it is, in at most {Longest} characters", c.Matter.Length);
        var last = tenure.Until ?? DateOnly.MaxValue;
        return c.Until < act.Day || c.Until > last ? OfficesRefusals.BeyondTerm(body.Clause.Path, last, c.Until) : Decision.Accept(body.Clause.Path, new PortfolioAssigned(c.Id, c.Tenure, c.Matter, c.Until));
    }

    private static string ClauseOf(State state, Act act, Assessment assessment) => Seating.ClauseOf(state.Statutes.At(act.At), state.Offices.Tenures[assessment.Tenure].Seat);

    /// <summary>Sat on the same body at the same time, was appointed by the holder or their body, or had a paid post then.</summary>
    private static bool WorkedWith(State state, string by, Tenure tenure)
    {
        if (by == tenure.Person) return false;
        var until = tenure.Ended is { } ended ? Calendar.Day(ended) : tenure.Until ?? DateOnly.MaxValue;
        bool Overlaps(DateOnly from, DateOnly? to) => from <= until && Calendar.Day(tenure.From) <= (to ?? DateOnly.MaxValue);
        return state.Offices.Career(by).Any(t => (t.Seat.Of == tenure.Seat.Of && t.Seat.Unit == tenure.Seat.Unit || t.Basis.By is { } patron && (patron == tenure.Person || patron.Split('@')[0] == tenure.Seat.Of))
                && Overlaps(Calendar.Day(t.From), t.Ended is { } left ? Calendar.Day(left) : t.Until))
            || state.Offices.Employments.Values.Any(e => e.Person == by && Overlaps(e.From, e.Until));
    }
}
