using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>
/// An elected body stands in for another in one named competence for some weeks (requirement S018). Decided by the body whose competence it is, or
/// by one that elects or removes it.
/// </summary>
/// <param name="Body">The body whose competence it is.</param>
/// <param name="By">The elected body that stands in.</param>
/// <param name="Power">The power of <paramref name="Body"/> that it is given, by its id in the constitution, and no other.</param>
[WireName("offices.let-stand-in")]
public sealed record LetStandIn(string Id, string Body, string By, string Power, DateOnly Until, string Reasons) : OfficesCommand;

/// <summary>The body whose competence it is takes it back before the day.</summary>
[WireName("offices.end-stand-in")]
public sealed record EndStandIn(string StandIn) : OfficesCommand;

/// <summary>The body that was stood in for ratifies or rejects what was decided in its stead (requirement S002).</summary>
/// <param name="Resolution">The decision in writing of the body that stood in.</param>
[WireName("offices.ratify")]
public sealed record RatifyDecision(string Resolution, bool Ratified, string Reasons) : OfficesCommand;

[WireName("offices.stand-in-let")]
public sealed record StandInLet(string Id, string Body, string By, string Power, DateOnly Until, string Reasons, string For) : OfficesEvent;

[WireName("offices.stand-in-ended")]
public sealed record StandInEnded(string StandIn) : OfficesEvent;

[WireName("offices.ratified")]
public sealed record DecisionRatified(string Resolution, bool Ratified, string Reasons) : OfficesEvent;

/// <summary>A competence that is with another body until a day. It goes back by the date alone.</summary>
/// <param name="For">The body that decided it.</param>
public sealed record BodyStandIn(string Id, string Body, string By, string Power, DateOnly From, DateOnly Until, string Reasons, string For)
{
    /// <summary>When it was taken back before its day.</summary>
    public DateTimeOffset? Ended { get; init; }

    public bool RunsOn(DateOnly day) => Ended is null && From <= day && day <= Until;
}

/// <summary>What a body that was stood in for has said about a decision in its stead.</summary>
public sealed record Ratification(bool Ratified, string Reasons, DateTimeOffset At);

/// <summary>Bodies that stand in for others, and what they decided meanwhile: provisional until the body itself has spoken.</summary>
public static class BodyStandIns
{
    /// <summary>Weeks for which one stands in at most.</summary>
    public const int MostWeeks = 12;

    /// <summary>Decisions taken in the stead of a body on which it has not spoken yet, oldest first.</summary>
    public static IEnumerable<Resolution> Provisional(State state, string body) => state.Offices.Resolutions.Values
        .Where(r => r is { Carried: true, StandIn: not null, Ratification: null } && r.Body == body).OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal);

    /// <summary>The stand-in for a body through which that person signs for it now; null where there is none.</summary>
    internal static BodyStandIn? Through(State state, string person, string body, DateTimeOffset at) => state.Offices.StandIns.Values
        .Where(s => s.Body == body && s.RunsOn(Calendar.Day(at)) && state.Offices.Holds(person, s.By, at)).OrderBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The refusal where a decision in somebody's stead rests on another clause than the one that was given.</summary>
    internal static Refusal? Beyond(State state, Act act, BodyStandIn standIn, string clause) =>
        state.Statutes.At(act.At).Powers.FirstOrDefault(p => p.Id == standIn.Power)?.Clause.Path is { } given && Clauses.Covers(given, clause) ? null : OfficesRefusals.BeyondStandIn(clause, standIn.Power, standIn.Body);

    internal static Decision Let(State state, Act act, LetStandIn c)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.StandIns.ContainsKey(c.Id)) return ProtocolRefusals.Taken("stand-in", c.Id);
        if (!rules.Bodies.TryGetValue(c.Body, out var body) || body.Per is not null) return ProtocolRefusals.Unknown("body", c.Body);
        if (!rules.Bodies.TryGetValue(c.By, out var by) || by.Per is not null || c.By == c.Body) return ProtocolRefusals.Unknown("body", c.By);
        if (rules.Powers.FirstOrDefault(p => p.Id == c.Power && p.Verb == Verb.Decide && p.Holder is NamedHolder h && h.Name.Id == c.Body) is not { } power) return ProtocolRefusals.Unknown("power", c.Power);
        var clause = power.Clause.Path;
        if (act.InNameOf is not { } decider || decider != c.Body && !Above(body, decider)) return ProtocolRefusals.NotYours(clause, c.Body, act.By) with { Way = state.Offices.Holds(act.By, c.Body, act.At) ? "decide-in-writing" : null };
        // Only those who were elected stand in, and never those who check the body or are checked by it.
        if (by.Seats.IsEmpty || by.Seats.Values.Any(g => g.By is not Elect)) return OfficesRefusals.NotElectedBody(by.Clause.Path, c.By);
        if (Checks(rules, c.By, c.Body) || Checks(rules, c.Body, c.By)) return OfficesRefusals.ChecksIt(clause, c.By, c.Body);
        var last = act.Day.AddDays(7 * MostWeeks);
        if (c.Until < act.Day || c.Until > last) return OfficesRefusals.StandsInTooLong(clause, last, c.Until);
        if (state.Offices.StandIns.Values.FirstOrDefault(s => s.Body == c.Body && s.Power == c.Power && s.RunsOn(act.Day)) is { } runs) return ProtocolRefusals.Taken("stand-in", runs.Id);
        // Again and again would be for good: as many weeks pass before the same competence is lent again.
        if (state.Offices.StandIns.Values.Where(s => s.Body == c.Body && s.Power == c.Power).Select(s => (DateOnly?)s.Until.AddDays(7 * MostWeeks)).Max() is { } free && act.Day < free) return OfficesRefusals.StoodInLately(clause, free);
        return c.Reasons.Trim().Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reasons", "why, in at most 1000 characters", c.Reasons.Length)
            : Decision.Accept(clause, new StandInLet(c.Id, c.Body, c.By, c.Power, c.Until, c.Reasons.Trim(), decider));
    }

    internal static Decision End(State state, Act act, EndStandIn c)
    {
        if (!state.Offices.StandIns.TryGetValue(c.StandIn, out var standIn)) return ProtocolRefusals.Unknown("stand-in", c.StandIn);
        if (Own(state, act, standIn.Body) is { } notYours) return notYours;
        return standIn.RunsOn(act.Day) ? Decision.Accept($"bodies.{standIn.Body}", new StandInEnded(standIn.Id)) : ProtocolRefusals.WrongStage("stand-in", standIn.Id, "in force", "ended");
    }

    internal static Decision Ratify(State state, Act act, RatifyDecision c)
    {
        if (!state.Offices.Resolutions.TryGetValue(c.Resolution, out var resolution) || resolution is not { Carried: true, StandIn: not null }) return ProtocolRefusals.Unknown("resolution", c.Resolution);
        if (Own(state, act, resolution.Body) is { } notYours) return notYours;
        if (resolution.Ratification is not null) return OfficesRefusals.AlreadyDone(c.Resolution);
        return c.Reasons.Trim().Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reasons", "why, in at most 1000 characters", c.Reasons.Length)
            : Decision.Accept($"bodies.{resolution.Body}", new DecisionRatified(resolution.Id, c.Ratified, c.Reasons.Trim()));
    }

    /// <summary>The body itself, by those who sit on it: what stands in for it does not judge its own decisions.</summary>
    private static Refusal? Own(State state, Act act, string body) =>
        act.InNameOf == body && state.Offices.Holds(act.By, body, act.At) ? null
        : ProtocolRefusals.NotYours($"bodies.{body}", body, act.By) with { Way = state.Offices.Holds(act.By, body, act.At) ? "decide-in-writing" : null };

    private static bool Above(Body body, string decider) =>
        body.Seats.Values.Any(g => g.By is Elect { Body: { } electing } && electing.Id == decider) || body.Remove.OfType<RemovalBy>().Any(r => r.By.Id == decider);

    private static bool Checks(Constitution rules, string one, string other) => rules.Powers.Any(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder h && h.Name.Id == one && p.Object.Any(o => o.Id == other));
}
