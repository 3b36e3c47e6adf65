using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Statutes;

/// <summary>
/// What the format cannot express is asked of the body that the clause names; what was encoded wrongly is corrected by the body
/// that the constitution names, openly and from now on.
/// </summary>
public static class StatutesRules
{
    public static Decision Decide(State state, Act act, StatutesCommand command) => command switch
    {
        AskJudgement c => Ask(state, act, c),
        AskWhetherAllowed c => AskBefore(state, act, c),
        Judge c => Answer(state, act, c),
        CorrectEncoding c => Correct(state, act, c),
        AskLanguage c => WorkingLanguages.Ask(state, act, c),
        SignLanguage c => WorkingLanguages.Sign(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Ask(State state, Act act, AskJudgement command)
    {
        if (state.Statutes.Judgements.ContainsKey(command.Id)) return ProtocolRefusals.Taken("judgement", command.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(command.Clause, "member", act.By);
        // Whether an answer was about what a charge is about is for whoever gave it.
        return (OfPlea(state, command) ?? JudgeOf(state.Statutes.At(act.At), command.Clause)) is { } body
            ? Decision.Accept(command.Clause, new JudgementAsked(command.Id, command.Clause, body, command.Question, command.Subject))
            : StatutesRefusals.NobodyJudges(command.Clause);
    }

    private static Decision AskBefore(State state, Act act, AskWhetherAllowed c)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Statutes.Judgements.ContainsKey(c.Id)) return ProtocolRefusals.Taken("judgement", c.Id);
        if (Clauses.At(rules, c.Clause) is null) return ProtocolRefusals.Unknown("clause", c.Clause);
        if (c.Question.Length is 0 or > 500) return ProtocolRefusals.Malformed("question", "what you mean to do, in at most 500 characters", c.Question.Length);
        if (!Pseudonyms.IsOne(act.By) && state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(c.Clause, "member", act.By);
        if ((JudgeOf(rules, c.Clause) ?? rules.Rights.GetValueOrDefault("appeal")?.To.FirstOrDefault()?.Id) is not { } body) return StatutesRefusals.NobodyJudges(c.Clause);
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(null).Count, c.Clause, out var register) is { } bad) return bad;
        return register.Contains(act.By)
            ? Decision.Accept(c.Clause, new JudgementAsked(c.Id, c.Clause, body, c.Question, Judgement.WhetherAllowed))
            : ProtocolRefusals.NotYours(c.Clause, "member", act.By);
    }

    private static string? OfPlea(State state, AskJudgement c) => c.Subject.StartsWith(Judgement.OfPlea, StringComparison.Ordinal)
        && state.Roll.Charges.GetValueOrDefault(c.Subject[Judgement.OfPlea.Length..])?.Plea is { } plea ? state.Statutes.Judgements[plea].Body : null;

    private static Decision Answer(State state, Act act, Judge command)
    {
        if (state.Statutes.Judgements.GetValueOrDefault(command.Id) is not { } asked) return ProtocolRefusals.Unknown("judgement", command.Id);
        if (asked.Answer is not null) return ProtocolRefusals.WrongStage("judgement", command.Id, "asked", "judged");
        if (command.Reason.Length == 0) return ProtocolRefusals.Malformed("reason", "the reasons of the judgement", "");
        return act.InNameOf == asked.Body
            ? Decision.Accept(asked.Clause, new Judged(command.Id, command.Answer, command.Reason))
            : ProtocolRefusals.NotYours(asked.Clause, asked.Body, act.By) with { Way = "decide-in-writing" };
    }

    private static Decision Correct(State state, Act act, CorrectEncoding command)
    {
        var now = state.Statutes.VersionAt(act.At)!;
        if (now.Rules.Correction is not { } correction) return StatutesRefusals.NobodyCorrects();
        if (Authority.Decides(state, act, correction.CorrectedBy, correction.Clause.Path) is { } refusal) return refusal;
        if (act.Blobs.Text(command.Constitution) is not { } yaml) return ProtocolRefusals.BlobMissing(command.Constitution);
        var reading = ConstitutionReader.Read(yaml);
        if (reading.Constitution is not { } rules) return StatutesRefusals.Unreadable(reading.Faults[0].ToString(), reading.Faults.Length);
        foreach (var change in ConstitutionDiff.Between(now.Rules, rules))
            if (!command.Clauses.Any(c => Clauses.Covers(c, change.Path))) return StatutesRefusals.ChangesMore(change.Path);
        if (command.Reason.Length == 0) return ProtocolRefusals.Malformed("reason", "where the encoding departs from the adopted text", "");
        // It is published with this entry; where the constitution asks for notice, it runs from that day.
        var from = correction.Notice is { } notice ? new DateTimeOffset(Periods.After(act.Day, notice).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : act.At;
        return Decision.Accept(correction.Clause.Path, new ConstitutionAdopted(
            command.Constitution, Canonical.Hash(rules), now.Texts, from, "correction:" + act.Id, command.Affected));
    }

    /// <summary>The body named by <c>judged_by</c> at that clause or at the nearest clause around it.</summary>
    private static string? JudgeOf(Constitution rules, string clause)
    {
        for (var path = clause; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
            if (Clauses.At(rules, path + ".judged_by") is Datum.Text { Value: var body }) return body;
        return null;
    }
}
