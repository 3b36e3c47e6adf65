using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Undertakings;

/// <summary>What was decided or promised has an owner, a day and a report. Only the owner takes it on; nobody is given one.</summary>
public static class UndertakingsRules
{
    /// <summary>Days after a meeting within which whoever did not do there what they had taken on says why.</summary>
    private const int AccountDays = 7;

    public static Decision Decide(State state, Act act, UndertakingsCommand command) => command switch
    {
        TakeUndertaking c => Take(state, act, c),
        ReportUndertaking c => Report(state, act, c),
        CallToReport c => Summonses.Call(state, act, c),
        ReplyToSummons c => Summonses.Reply(state, act, c),
        RecordReport c => Summonses.Record(state, act, c),
        TakeOverUndertaking c => TakeOver(state, act, c),
        PostNeed c => Needs.Post(state, act, c),
        OfferHelp c => Needs.Offer(state, act, c),
        WithdrawHelp c => Needs.Withdraw(state, act, c),
        AcceptHelp c => Needs.Accept(state, act, c),
        RefuseRequest c => Needs.Refuse(state, act, c),
        SetNewDate c => Move(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Take(State state, Act act, TakeUndertaking c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Undertakings.All.ContainsKey(c.Id)) return ProtocolRefusals.Taken("undertaking", c.Id);
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(clause, "office", act.By);
        if (c.What.Length is 0 or > 300) return ProtocolRefusals.Malformed("what", "what is undertaken, in at most 300 characters", c.What.Length);
        if (c.Measure?.Length > 300) return ProtocolRefusals.Malformed("measure", "the result, in at most 300 characters", c.Measure.Length);
        if (c.Due < act.Day) return ProtocolRefusals.Malformed("due", "today or later", c.Due);
        if (AtItem(state, c, out var due) is { } item) return item;
        if (c.Motion is { } id)
        {
            if (state.Motions.Find(id) is not { } motion) return ProtocolRefusals.Unknown("motion", id);
            if (motion.Stage != MotionStage.Adopted) return ProtocolRefusals.WrongStage("motion", id, MotionStage.Adopted.ToString(), motion.Stage.ToString());
        }
        return Decision.Accept(clause, new UndertakingTaken(c.Id, c.Duty, c.What, due, c.Motion, c.Measure is { Length: > 0 } ? c.Measure : null, c.Session, c.Item));
    }

    /// <summary>At an item of a meeting that is to come or runs: the account is due so many days after its last one (S049).</summary>
    private static Refusal? AtItem(State state, TakeUndertaking c, out DateOnly due)
    {
        due = c.Due;
        if (c.Session is null && c.Item is null) return null;
        if (state.Sessions.Find(c.Session ?? "") is not { } session) return ProtocolRefusals.Unknown("session", c.Session ?? "");
        if (session.Stage is not (SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned)) return ProtocolRefusals.WrongStage("session", session.Id, SessionStage.Convened.ToString(), session.Stage.ToString());
        if (session.Item(c.Item ?? "") is not { Done: false }) return ProtocolRefusals.Unknown("item", c.Item ?? "");
        due = session.LastDay.AddDays(AccountDays);
        return null;
    }

    private static Decision Report(State state, Act act, ReportUndertaking c)
    {
        if (!state.Undertakings.All.TryGetValue(c.Undertaking, out var undertaking)) return ProtocolRefusals.Unknown("undertaking", c.Undertaking);
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (undertaking.Owner != act.By) return ProtocolRefusals.NotYours(clause, undertaking.Owner, act.By);
        if (undertaking.Done) return ProtocolRefusals.WrongStage("undertaking", undertaking.Id, "open", "done");
        return c.Account.Length == 0 ? ProtocolRefusals.Malformed("account", "what was done, or why not", "") : Decision.Accept(clause, new UndertakingReported(undertaking.Id, c.Done, c.Account));
    }

    private static Decision Move(State state, Act act, SetNewDate c)
    {
        if (!state.Undertakings.All.TryGetValue(c.Undertaking, out var undertaking)) return ProtocolRefusals.Unknown("undertaking", c.Undertaking);
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (undertaking.Owner != act.By) return ProtocolRefusals.NotYours(clause, undertaking.Owner, act.By);
        if (undertaking.Done) return ProtocolRefusals.WrongStage("undertaking", undertaking.Id, "open", "done");
        if (c.Due < act.Day || c.Due <= undertaking.Due) return ProtocolRefusals.Malformed("due", "a later day", c.Due);
        return c.Reason.Length is 0 or > 500 ? ProtocolRefusals.Malformed("reason", "why, in at most 500 characters", c.Reason.Length) : Decision.Accept(clause, new NewDateSet(undertaking.Id, c.Due, c.Reason));
    }

    private static Decision TakeOver(State state, Act act, TakeOverUndertaking c)
    {
        if (!state.Undertakings.All.TryGetValue(c.Undertaking, out var undertaking)) return ProtocolRefusals.Unknown("undertaking", c.Undertaking);
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (undertaking.Done) return ProtocolRefusals.WrongStage("undertaking", undertaking.Id, "open", "done");
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(clause, "office", act.By);
        // From an owner who is there and in time it is not taken; when the item is called, being there is being at the meeting.
        var called = undertaking.Session is { } id && state.Sessions.Find(id) is { } session && session.RunningItem == undertaking.Item && !session.Present.Contains(undertaking.Owner);
        return !called && state.Offices.HeldBy(undertaking.Owner, act.At).Any() && !undertaking.OverdueOn(act.Day)
            ? ProtocolRefusals.WrongStage("undertaking", undertaking.Id, "overdue", "open")
            : Decision.Accept(clause, new UndertakingTakenOver(undertaking.Id, undertaking.Owner));
    }
}
