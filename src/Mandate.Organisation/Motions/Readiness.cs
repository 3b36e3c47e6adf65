using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>What the procedure of a class asks before the vote: languages, hearing, readings, judgement, not the last day, amendments first.</summary>
internal static class Readiness
{
    /// <param name="session">Null for a vote of members outside one.</param>
    public static Refusal? WhyNot(State state, Motion motion, Session? session, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        if (motion.Urgent && motion.UrgencyVote is null) return MotionsRefusals.UrgencyFirst(rules.Procedure.UrgentMotion?.Clause.Path ?? "", motion);
        if (motion.Amendments.Count(a => a.Stage == MotionStage.Filed) is > 0 and var open && (session is null || session.Id == motion.Session)) return MotionsRefusals.AmendmentsFirst(motion, open);
        if (IsOutdated(state, motion, at)) return MotionsRefusals.MergeFirst(rules.Amend.Clause.Path, motion);
        if (rules.Procedure.ByObject.GetValueOrDefault(motion.Class) is not { } procedure)
            return JudgementWhyNot(state, motion, rules.Procedure.Default.JudgedBy, rules.Procedure.Default.Clause.Path);
        return LanguagesWhyNot(rules, procedure, motion.Current)
            ?? (session is null ? null : LastDayWhyNot(procedure, session, at))
            ?? (procedure.HearingRequired && motion.Hearings.IsEmpty ? MotionsRefusals.HearingFirst(procedure, motion) : null)
            ?? ReadingsWhyNot(procedure, motion, at)
            ?? JudgementWhyNot(state, motion, procedure.JudgedBy, procedure.Clause.Path);
    }

    /// <summary>Whether another constitution has come into force since the amendment was written.</summary>
    public static bool IsOutdated(State state, Motion motion, DateTimeOffset at) =>
        motion.Basis is { } basis && state.Statutes.VersionAt(at) is { } inForce && inForce.Yaml != basis.BasedOn;

    /// <summary>Null when the text exists in the languages that its class asks for.</summary>
    public static Refusal? LanguagesWhyNot(Constitution rules, ObjectProcedure procedure, TextVersion text)
    {
        if (procedure.TextIn is null) return null;
        var missing = rules.Languages.Official.Where(l => !text.Texts.ContainsKey(l)).ToList();
        return missing.Count == 0 ? null : MotionsRefusals.LanguageMissing(procedure.Clause.Path + ".text_in", missing, text.Texts.Keys);
    }

    private static Refusal? LastDayWhyNot(ObjectProcedure procedure, Session session, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return procedure.NotOnLastDay && day >= session.LastDay ? MotionsRefusals.NotOnLastDay(procedure, session, day) : null;
    }

    /// <summary>
    /// The vote itself is the last reading. Those before it are occasions on which the text, as it stands, was taken up in a
    /// session, each at least the interval after the one before.
    /// </summary>
    private static Refusal? ReadingsWhyNot(ObjectProcedure procedure, Motion motion, DateTimeOffset at)
    {
        if (procedure.Readings is not { } needed || needed < 2) return null;
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        DateOnly? last = null;
        var counted = 0;
        foreach (var day in motion.Readings.Select(r => DateOnly.FromDateTime(r.At.UtcDateTime)).Order())
        {
            if (!Apart(procedure, last, day) || !Apart(procedure, day, today)) continue;
            (last, counted) = (day, counted + 1);
        }
        if (counted + 1 >= needed) return null;
        DateOnly? first = motion.Readings.IsEmpty ? null : motion.Readings.Select(r => DateOnly.FromDateTime(r.At.UtcDateTime)).Min();
        var next = first is { } held && counted + 2 >= needed && procedure.Interval is { } interval ? Periods.After(last ?? held, interval) : (DateOnly?)null;
        return MotionsRefusals.ReadingFirst(procedure, motion, needed, counted + 1, next);
    }

    private static bool Apart(ObjectProcedure procedure, DateOnly? before, DateOnly day) =>
        before is not { } held || (procedure.Interval is { } interval ? Periods.After(held, interval) <= day : held < day);

    private static Refusal? JudgementWhyNot(State state, Motion motion, Ref? judge, string clause)
    {
        if (judge is null) return null;
        var asked = state.Statutes.Judgements.Values.Where(j => j.Subject == motion.Id && Clauses.Covers(clause, j.Clause)).OrderBy(j => j.Asked).LastOrDefault();
        if (asked?.Answer == true) return null;
        return MotionsRefusals.JudgementFirst(judge, motion, asked?.Answer == false);
    }
}
