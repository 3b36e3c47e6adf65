using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Procedural motions: moved, seconded, opposed, withdrawn, carried without objection. A vote on one has its id as subject.</summary>
internal static class ProcedureRules
{
    private const int MostMinutes = 24 * 60;

    /// <summary>Days until a referral is back where nobody says, and at most (S059).</summary>
    private const int ReferredDays = 90, MostReferredDays = 180;

    public static Decision Move(Sitting s, MoveProcedure c)
    {
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (c.Procedure.Length == 0) return ProtocolRefusals.Malformed("procedure", "a non-empty id", c.Procedure);
        if (s.State.Sessions.All.Values.Any(o => o.Procedures.Any(p => p.Id == c.Procedure))) return ProtocolRefusals.Taken("procedure", c.Procedure);
        if (s.Body.Debate?.Motions.GetValueOrDefault(c.Motion) is not { } rule) return SessionsRefusals.NoSuchProcedure(s.Body, c.Motion);
        if (NoVote(s) is { } not) return not;
        if (PresidingRules.RunningVote(s) is { } vote) return SessionsRefusals.VoteIsRunning(s.Body, vote);
        if (s.Session.RunningItem is null && rule.Effect != DebateEffect.Adjourn) return SessionsRefusals.NoRunningItem(rule);
        var item = s.Session.RunningItem ?? "";
        if (OutOfOrder(s, rule, item) is { } order) return order;
        if (rule.Effect is DebateEffect.PassOver or DebateEffect.Refer && s.Session.Plenary.Any(p => p.Item == item && p.Met)) return SessionsRefusals.InPlenary(rule.Clause.Path, s.Session.Item(item)!);
        if (rule.Effect is DebateEffect.PassOver or DebateEffect.Refer && Reports.BodyOf(item) is not null) return SessionsRefusals.ReportStays(rule.Clause.Path, s.Session.Item(item)!);
        if (Missing(s, rule, c) is { } missing) return missing;
        var needed = Debates.Seconds(s.State, s.Session, rule, s.At);
        var moved = new ProcedureMoved(s.Session.Id, c.Procedure, rule.Name, rule.Effect, item, s.By, rule.Clause.Path, needed, Takes(rule.Effect, c.Minutes), rule.Effect switch { DebateEffect.Adjourn => c.Until, DebateEffect.Refer => c.Until ?? s.At.AddDays(ReferredDays), _ => null }, rule.Effect == DebateEffect.Refer ? c.To : null);
        return needed == 0 && rule.OnDemand ? Decision.Accept(rule.Clause.Path, [moved, .. After(s, moved)]) : Decision.Accept(rule.Clause.Path, moved);
    }

    public static Decision Second(Sitting s, SecondProcedure c)
    {
        if (Open(s, c.Procedure, out var motion, out var rule) is { } refusal) return refusal;
        if (motion.Stage != ProcedureStage.Moved) return ProtocolRefusals.WrongStage("procedure", motion.Id, ProcedureStage.Moved.ToString(), motion.Stage.ToString());
        if (NoVote(s) is { } not) return not;
        if (motion.Mover == s.By || motion.Seconds.Contains(s.By)) return ProtocolRefusals.Taken("second", s.By);
        var seconded = new ProcedureSeconded(s.Session.Id, motion.Id, s.By);
        return rule.OnDemand && motion.Seconds.Count + 1 >= motion.SecondsNeeded ? Decision.Accept(motion.Clause, [seconded, .. After(s, seconded)]) : Decision.Accept(motion.Clause, seconded);
    }

    public static Decision Oppose(Sitting s, OpposeProcedure c)
    {
        if (Open(s, c.Procedure, out var motion, out _) is { } refusal) return refusal;
        if (NoVote(s) is { } not) return not;
        return motion.Opposed is null ? Decision.Accept(motion.Clause, new ProcedureOpposed(s.Session.Id, motion.Id, s.By)) : ProtocolRefusals.Taken("objection", motion.Opposed);
    }

    public static Decision Withdraw(Sitting s, WithdrawProcedure c)
    {
        if (Open(s, c.Procedure, out var motion, out _) is { } refusal) return refusal;
        if (motion.Mover != s.By) return ProtocolRefusals.NotYours(motion.Clause, motion.Mover, s.By);
        return s.State.Votes.All.Values.Any(v => v.Question.Subject == motion.Id && v.Outcome is null && v.StopReason is null)
            ? SessionsRefusals.VoteIsRunning(s.Body, motion.Id)
            : Decision.Accept(motion.Clause, new ProcedureWithdrawn(s.Session.Id, motion.Id));
    }

    public static Decision Accept(Sitting s, AcceptProcedure c)
    {
        if (s.NeedsChair() is { } chair) return chair;
        if (Open(s, c.Procedure, out var motion, out var rule) is { } refusal) return refusal;
        if (Debates.MayBePut(s.State, s.Session, motion.Id, s.At) is { } before) return before;
        if (!rule.Unopposed || motion.Opposed is not null) return SessionsRefusals.ProcedureNeedsVote(motion);
        return PresidingRules.RunningVote(s) is { } vote ? SessionsRefusals.VoteIsRunning(s.Body, vote) : Decision.Accept(motion.Clause, Debates.Decide(s.Session, motion, carried: true, vote: null));
    }

    /// <summary>A higher rank is open; somebody else speaks; the mover has spoken; the debate is closed already.</summary>
    private static Refusal? OutOfOrder(Sitting s, ProceduralRule rule, string item)
    {
        if (Debates.First(s.State, s.Session, s.At) is { } open && Debates.RuleOf(s.State, s.Session, open, s.At) is { } higher && higher.Rank >= rule.Rank) return SessionsRefusals.OutranksProcedure(rule, open, higher.Rank);
        if (!rule.Interrupts && s.Session.Speeches.FirstOrDefault(r => r is { From: not null, To: null }) is { } speaking && speaking.Person != s.By) return SessionsRefusals.SomebodySpeaks(rule, speaking.Person);
        if (rule.NotSpoken && s.Session.Speeches.Any(r => r.Item == item && r.Person == s.By && r.From is not null && r.Side != SpeechSides.Order)) return SessionsRefusals.HasSpoken(rule, s.By);
        return rule.Effect is DebateEffect.CloseDebate or DebateEffect.CloseList or DebateEffect.RollCall or DebateEffect.SecretVote && Debates.Closed(s.Session, item, rule.Effect) is { } done
            ? ProtocolRefusals.Taken("procedure", done.Id)
            : null;
    }

    private static Refusal? Missing(Sitting s, ProceduralRule rule, MoveProcedure c) => rule.Effect switch
    {
        DebateEffect.LimitSpeech or DebateEffect.ExtendDebate when c.Minutes is not (> 0 and <= MostMinutes) => ProtocolRefusals.Malformed("minutes", "from 1 to 1440", c.Minutes ?? 0),
        DebateEffect.Adjourn when c.Until is not { } until || until <= s.At => ProtocolRefusals.Malformed("until", "a time to come", c.Until ?? s.At),
        DebateEffect.Refer when c.To is not { } to || to == s.Body.Id || !s.Rules.Bodies.ContainsKey(to) => ProtocolRefusals.Malformed("to", "another body", c.To ?? ""),
        DebateEffect.Refer when c.Until is { } day && (day <= s.At || day > s.At.AddDays(MostReferredDays)) => ProtocolRefusals.Malformed("until", "a day to come, at most 180 days from now", day),
        _ => null,
    };

    private static int? Takes(DebateEffect effect, int? minutes) => effect is DebateEffect.LimitSpeech or DebateEffect.ExtendDebate ? minutes : null;

    /// <summary>Carried on demand: decided on the state that the last event leaves.</summary>
    private static IEnumerable<Event> After(Sitting s, SessionEvent last)
    {
        var after = Decider.Evolve(s.State, last, new Occasion(s.State.Size, s.At, s.By, s.Act.Blobs)).Sessions.All[s.Session.Id];
        var id = last is ProcedureMoved moved ? moved.Procedure : ((ProcedureSeconded)last).Procedure;
        return Debates.Decide(after, after.Procedures.First(p => p.Id == id), carried: true, vote: null);
    }

    private static Refusal? Open(Sitting s, string id, out ProceduralMotion motion, out ProceduralRule rule)
    {
        (motion, rule) = (null!, null!);
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (s.Session.Procedures.FirstOrDefault(p => p.Id == id) is not { } found) return ProtocolRefusals.Unknown("procedure", id);
        motion = found;
        if (!found.IsOpen) return ProtocolRefusals.WrongStage("procedure", id, ProcedureStage.Pending.ToString(), found.Stage.ToString());
        if (Debates.RuleOf(s.State, s.Session, found, s.At) is not { } kind) return SessionsRefusals.NoSuchProcedure(s.Body, found.Kind);
        rule = kind;
        return null;
    }

    private static Refusal? NoVote(Sitting s) =>
        Entitlement.WhyNot(s.State, s.Session, s.By, s.At) ?? (s.Session.Present.Contains(s.By) ? null : SessionsRefusals.NotPresent(s.Body, s.By));
}
