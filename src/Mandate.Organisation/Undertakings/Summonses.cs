using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Undertakings;

/// <summary>What the one who was summoned said.</summary>
public sealed record SummonsReply(bool Comes, string Text, DateTimeOffset At);

/// <summary>Whether they reported, as the unit or body that summoned recorded it.</summary>
public sealed record SummonsOutcome(bool Reported, string Account, string? Session, DateTimeOffset At);

/// <summary>
/// A unit or a body calls the holder of a place to report to it. What was asked, what was answered and whether they came stands on record
/// (requirement S228).
/// </summary>
/// <param name="By">The body or unit that asks (<c>branch.meeting@b-3</c>, <c>b-3</c>, <c>congress</c>).</param>
/// <param name="Due">The day by which they report.</param>
public sealed record Summons(string Id, string Tenure, string By, string Asks, DateOnly Due, string Clause, DateTimeOffset At)
{
    public SummonsReply? Reply { get; init; }

    public SummonsOutcome? Outcome { get; init; }

    public bool OverdueOn(DateOnly day) => Outcome is null && Due < day;
}

/// <summary>Whoever holds a place can be called by any unit, and by every body that chooses or can remove them, and says themselves whether they come.</summary>
internal static class Summonses
{
    private const int MostCharacters = 500, FewestDays = 7;

    public static Decision Call(State state, Act act, CallToReport c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Undertakings.Summonses.ContainsKey(c.Id)) return ProtocolRefusals.Taken("summons", c.Id);
        if (!state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure) || !tenure.HeldAt(act.At)) return ProtocolRefusals.Unknown("tenure", c.Tenure);
        if (c.Asks.Trim().Length is 0 or > MostCharacters) return ProtocolRefusals.Malformed("asks", "what they are to report on, in at most 500 characters", c.Asks.Length);
        if (c.Due < act.Day.AddDays(FewestDays)) return ProtocolRefusals.Malformed("due", "a week from today or later", c.Due);
        if (Caller(state, act, c, clause, out var by) is { } refusal) return refusal;
        return Decision.Accept(clause, new CalledToReport(c.Id, c.Tenure, by, c.Asks.Trim(), c.Due, clause));
    }

    public static Decision Reply(State state, Act act, ReplyToSummons c)
    {
        if (!state.Undertakings.Summonses.TryGetValue(c.Summons, out var summons)) return ProtocolRefusals.Unknown("summons", c.Summons);
        if (state.Offices.Tenures[summons.Tenure].Person != act.By) return ProtocolRefusals.NotYours(summons.Clause, state.Offices.Tenures[summons.Tenure].Seat.Of, act.By);
        if (summons.Outcome is not null) return ProtocolRefusals.WrongStage("summons", summons.Id, "open", "done");
        return c.Text.Trim().Length is 0 or > MostCharacters * 2 ? ProtocolRefusals.Malformed("text", "the answer, in at most 1000 characters", c.Text.Length) : Decision.Accept(summons.Clause, new SummonsReplied(summons.Id, c.Comes, c.Text.Trim()));
    }

    public static Decision Record(State state, Act act, RecordReport c)
    {
        if (!state.Undertakings.Summonses.TryGetValue(c.Summons, out var summons)) return ProtocolRefusals.Unknown("summons", c.Summons);
        if (summons.Outcome is not null) return ProtocolRefusals.WrongStage("summons", summons.Id, "open", "done");
        var unit = summons.By.Split('@')[^1];
        var theirs = act.InNameOf == summons.By || state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null && (t.Seat.Unit == unit || t.Seat.Of == summons.By))
            || c.Session is { } id && state.Sessions.Find(id) is { } session && session.ChairPerson == act.By && (session.Unit == unit || Authority.NameOf(session.Body, session.Unit) == summons.By);
        if (!theirs || act.By == state.Offices.Tenures[summons.Tenure].Person) return ProtocolRefusals.NotYours(summons.Clause, unit, act.By);
        if (c.Session is { } at && state.Sessions.Find(at) is null) return ProtocolRefusals.Unknown("session", at);
        return c.Account.Trim().Length is 0 or > MostCharacters * 2 ? ProtocolRefusals.Malformed("account", "what was asked and answered, in at most 1000 characters", c.Account.Length) : Decision.Accept(summons.Clause, new ReportRecorded(summons.Id, c.Reported, c.Account.Trim(), c.Session));
    }

    /// <summary>A unit by its vote or in writing; a body in writing; a sitting body by its carried vote on the summons.</summary>
    private static Refusal? Caller(State state, Act act, CallToReport c, string clause, out string by)
    {
        by = act.InNameOf ?? c.Unit ?? "";
        if (c.Unit is { } unit) return state.Roll.Unit(unit) is not { Until: null } ? ProtocolRefusals.Unknown("unit", unit) : UnitVoice.WhyNot(state, act, unit, c.Vote, c.Id, clause);
        if (c.Vote is null) return by.Length > 0 ? null : ProtocolRefusals.NotYours(clause, "body", act.By) with { Way = "decide-in-writing" };
        if (state.Votes.Find(c.Vote) is not { Session: { } id } vote || vote.Question.Subject != c.Id || state.Sessions.Find(id) is not { } session) return ProtocolRefusals.Unknown("vote", c.Vote);
        by = Authority.NameOf(session.Body, session.Unit);
        return vote.Outcome is { Carried: true } ? null : ProtocolRefusals.WrongStage("vote", vote.Id, "carried", vote.Stage);
    }
}
