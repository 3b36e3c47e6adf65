using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public static partial class SessionsRefusals
{
    public static Refusal NoSuchProcedure(Body body, string given) =>
        new("sessions.no-such-procedure", body.Debate?.Clause.Path ?? BodyClause(body)) { Needs = string.Join(", ", body.Debate?.Motions.Keys ?? []), Given = given };

    public static Refusal NoRunningItem(ProceduralRule rule) => new("sessions.no-running-item", rule.Clause.Path) { Given = rule.Name, Way = "wait-for-item" };

    /// <summary>One of the same or a higher rank is open.</summary>
    public static Refusal OutranksProcedure(ProceduralRule rule, ProceduralMotion open, int rank) =>
        new Refusal("sessions.procedure-outranked", rule.Clause.Path) { Needs = rank + 1, Given = rule.Rank, Way = "decide-procedure-first" }.With("open", open.Kind);

    public static Refusal ProcedureFirst(ProceduralMotion open) => new("sessions.procedure-first", open.Clause) { Needs = open.Kind, Given = open.Mover, Way = "decide-procedure-first" };

    public static Refusal NotSeconded(ProceduralMotion motion) => new("sessions.not-seconded", motion.Clause) { Needs = motion.SecondsNeeded, Given = motion.Seconds.Count, Way = "second-procedure" };

    public static Refusal SomebodySpeaks(ProceduralRule rule, string speaker) => new("sessions.somebody-speaks", rule.Clause.Path) { Given = speaker, Way = "wait-for-speech" };

    public static Refusal HasSpoken(ProceduralRule rule, string person) => new("sessions.has-spoken", rule.Clause.Path) { Needs = "somebody who has not spoken", Given = person };

    /// <summary>Somebody objects, or the clause asks for a vote.</summary>
    public static Refusal ProcedureNeedsVote(ProceduralMotion motion) => new("sessions.procedure-needs-vote", motion.Clause) { Given = motion.Opposed ?? "", Way = "put-to-vote" };

    public static Refusal SpeakersWaiting(string clause, int waiting) => new("sessions.speakers-waiting", clause) { Needs = 0, Given = waiting, Way = "close-debate" };

    public static Refusal DebateClosed(ProceduralMotion motion) => new("sessions.debate-closed", motion.Clause) { Needs = "a debate that is open", Given = motion.Kind };

    public static Refusal SpokenEnough(Debate rules, string person) => new("sessions.spoken-enough", rules.Clause.Path) { Needs = rules.Speeches ?? 1, Given = person };

    public static Refusal NotAList(Debate rules, string given) => new("sessions.not-a-list", rules.Clause.Path) { Needs = string.Join(", ", rules.Lists), Given = given };

    public static Refusal NotDebatable(ProceduralMotion motion) => new("sessions.not-debatable", motion.Clause) { Needs = "a motion that is debated", Given = motion.Kind };

    /// <summary>One speech for and one against a procedural motion, and that side has had or asked for its own.</summary>
    public static Refusal OneEach(ProceduralMotion motion, string side) => new("sessions.one-each", motion.Clause) { Needs = 1, Given = side };

    public static Refusal TimeUsed(Debate rules, TimeSpan total) => new("sessions.time-used", rules.Clause.Path) { Needs = (int)total.TotalMinutes, Given = (int)total.TotalMinutes, Way = "extend-debate" };

    public static Refusal NoPlatformTime(Body body) => new("sessions.no-platform-time", body.Debate?.Clause.Path ?? BodyClause(body)) { Way = "speak-for-oneself" };

    /// <summary>Only its speaker, and those whom it has sent, speak on the time of a tendency.</summary>
    public static Refusal NotForPlatform(string clause, string name, string person) => new("sessions.not-for-platform", clause) { Needs = name, Given = person, Way = "speak-for-oneself" };

    public static Refusal PlatformTimeUsed(string clause, TimeSpan each) => new("sessions.platform-time-used", clause) { Needs = (int)each.TotalMinutes, Given = (int)each.TotalMinutes, Way = "speak-for-oneself" };

    public static Refusal RollCallDemanded(ProceduralMotion motion, Votes.VoteKind kind) => new("sessions.roll-call-demanded", motion.Clause) { Needs = nameof(Votes.VoteKind.RollCall), Given = kind.ToString() };

    /// <summary>Questions in writing are answered before the vote, or stated to be unanswered.</summary>
    public static Refusal QuestionsOpen(AgendaItem item, int open) => new("sessions.questions-open", "") { Needs = item.Title, Given = open, Way = "answer-or-leave" };
}
