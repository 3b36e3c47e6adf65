using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Roll;

/// <summary>Appeal against a refusal of admission. By the applicant, or entered by whoever sits in the body appealed to: an applicant has no account yet.</summary>
[WireName("roll.appeal-refusal")]
public sealed record AppealRefusal(string Application) : RollCommand;

/// <summary>The body appealed to has decided.</summary>
/// <param name="Vote">The decided vote on <c>appeal/APPLICATION</c>, where it was decided in a session; null for a decision in writing.</param>
[WireName("roll.decide-refusal")]
public sealed record DecideRefusal(string Application, bool Admit, string? Vote) : RollCommand;

[WireName("roll.refusal-appealed")]
public sealed record RefusalAppealed(string Application) : RollEvent;

[WireName("roll.refusal-upheld")]
public sealed record RefusalUpheld(string Application, string Basis) : RollEvent;

/// <summary>Why somebody was not admitted, and until when and to whom they may appeal.</summary>
/// <param name="AppealTo">Null where the constitution names no body, or another one has decided.</param>
public sealed record AdmissionRefusal(DateOnly On, string Reason, DateOnly? AppealBy, string? AppealTo);

/// <summary>
/// Who is admitted, by <c>electorates.*.admit</c>. A refusal says its reasons and can be taken to another body than the one that refused
/// (<c>admit.appeal_to</c>; S021); what no vote carried is refused all the same, so that a meeting that says no is not overruled by its silence.
/// </summary>
internal static class Admissions
{
    /// <summary>Days in which a refusal can be appealed (default).</summary>
    private const int AppealDays = 30;

    public static Decision Conclude(State state, Act act, Constitution rules, DecideApplication c)
    {
        if (In(state, c.Application, ApplicationStage.Filed, out var application) is { } refusal) return refusal;
        var admit = RollRules.Members(rules).Admit;
        if (admit.Name is not { } who) return ProtocolRefusals.NotYours(admit.Clause.Path, "-", act.By);
        var basis = RollRules.Basis(state, act, who, admit.Clause.Path, RollRules.UnitOf(rules, who, application.Unit), c.Vote, c.Application, out var refused, carried: c.Admit);
        if (basis is null) return refused!;
        if (c.Admit) return Decision.Accept(admit.Clause.Path, new Admitted(c.Application, basis));
        if (c.Reason is not { Length: > 0 and <= 1000 }) return ProtocolRefusals.Malformed("reason", "the rule and the facts, in at most 1000 characters", c.Reason?.Length ?? 0);
        return Decision.Accept(admit.Clause.Path, new ApplicationRefused(c.Application, basis, c.Reason, admit.AppealTo is null ? null : act.Day.AddDays(AppealDays), admit.AppealTo?.Id));
    }

    public static Decision Appeal(State state, Act act, Constitution rules, AppealRefusal c)
    {
        if (In(state, c.Application, ApplicationStage.Refused, out var application) is { } refusal) return refusal;
        var clause = RollRules.Members(rules).Admit.Clause.Path + ".appeal_to";
        if (state.Roll.Refused.GetValueOrDefault(c.Application) is not { AppealBy: { } last, AppealTo: { } to }) return RollRefusals.NoAppeal(clause);
        if (act.By != application.Person && !state.Offices.Holds(act.By, to, act.At)) return ProtocolRefusals.NotYours(clause, to, act.By);
        return act.Day > last ? RollRefusals.AppealTooLate(clause, last) : Decision.Accept(clause, new RefusalAppealed(c.Application));
    }

    public static Decision ConcludeAppeal(State state, Act act, Constitution rules, DecideRefusal c)
    {
        if (In(state, c.Application, ApplicationStage.Appealed, out var application) is { } refusal) return refusal;
        var clause = RollRules.Members(rules).Admit.Clause.Path + ".appeal_to";
        var appealed = state.Roll.Refused[c.Application].AppealTo!;
        var to = new Ref(appealed, rules.Bodies.ContainsKey(appealed) ? RefKind.Body : RefKind.Office) { Clause = RollRules.Members(rules).Admit.Clause };
        var basis = RollRules.Basis(state, act, to, clause, RollRules.UnitOf(rules, to, application.Unit), c.Vote, AppealSubjects.Of(c.Application), out var refused, carried: c.Admit);
        return basis is null ? refused! : Decision.Accept(clause, c.Admit ? new Admitted(c.Application, basis) : new RefusalUpheld(c.Application, basis));
    }

    public static Decision Silence(State state, Act act, Constitution rules, AdmitBySilence c)
    {
        if (In(state, c.Application, ApplicationStage.Filed, out var application) is { } refusal) return refusal;
        var clause = RollRules.Members(rules).Admit.Clause.Path + ".deemed_after";
        if (application.Deemed is not { } day) return RollRefusals.NoSilence(clause);
        return act.Day < day
            ? RollRefusals.SilenceTooEarly(clause, day, act.Day)
            : Decision.Accept(clause, new Admitted(c.Application, "deemed"));
    }

    private static Refusal? In(State state, string id, ApplicationStage stage, out Application application) =>
        !state.Roll.Applications.TryGetValue(id, out application!) ? ProtocolRefusals.Unknown("application", id)
        : application.Stage == stage ? null : ProtocolRefusals.WrongStage("application", id, stage, application.Stage);
}
