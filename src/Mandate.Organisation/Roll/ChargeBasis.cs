using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

/// <summary>What does not fit between a charge and the text it rests on (S037).</summary>
public enum Mismatch
{
    /// <summary>The clause says something else now than on that day.</summary>
    WordedOtherwise,

    /// <summary>The motion or restriction is no longer in force.</summary>
    Ended,

    /// <summary>The restriction was made for persons or bodies of which none is the unit or a place of whoever is charged.</summary>
    OtherTarget,

    /// <summary>It was adopted for an occasion of its own, which the record names beside that of the charge.</summary>
    OtherOccasion,
}

/// <summary>
/// What a charge rests on, for those who decide and for whoever is charged, before any vote (S035, S037): the version in force on the day, the decision that brought it, what that was for,
/// and what does not fit. Whether it fits after all is for those who decide.
/// </summary>
/// <param name="Number">Number of the version of the constitution in force on that day.</param>
/// <param name="BroughtBy">The motion that brought the present wording of the clause, or the text it names; null for the founding and corrections.</param>
/// <param name="Purpose">What the record says that was for; null where it says nothing.</param>
/// <param name="RecordedOccasion">The occasion recorded then; null where there was none.</param>
public sealed record ChargeBasis(int Number, string? BroughtBy, string? Purpose, string? RecordedOccasion, ImmutableArray<Mismatch> Mismatches)
{
    /// <summary>Null for a charge from before charges named a rule.</summary>
    public static ChargeBasis? Of(State state, Charge charge, DateTimeOffset at)
    {
        if (charge is not { Rule: { } rule, Done: { } done } || Then(state, done) is not { } then) return null;
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var otherwise = Said(then.Rules, rule) != Said(state.Statutes.At(at), rule);
        if (charge.Text is { } text && state.Restrictions.All.TryGetValue(text, out var restriction))
            return new(then.Number, restriction.Motion, restriction.Purpose, restriction.Occasion,
            [
                .. otherwise ? [Mismatch.WordedOtherwise] : ImmutableArray<Mismatch>.Empty, .. restriction.InForceOn(day) ? ImmutableArray<Mismatch>.Empty : [Mismatch.Ended],
                .. restriction.Targets.IsDefaultOrEmpty || Concerns(state, charge, restriction.Targets) ? ImmutableArray<Mismatch>.Empty : [Mismatch.OtherTarget],
                .. Same(restriction.Occasion, charge.Occasion) ? ImmutableArray<Mismatch>.Empty : [Mismatch.OtherOccasion],
            ]);
        var brought = charge.Text ?? Bringing(state, rule, then.Number);
        return new(then.Number, brought, brought is null ? null : state.Motions.Find(brought)?.Title, null,
        [
            .. otherwise ? [Mismatch.WordedOtherwise] : ImmutableArray<Mismatch>.Empty,
            .. charge.Text is { } named && !state.Motions.InForceOn(day).Any(t => t.Motion == named) ? [Mismatch.Ended] : ImmutableArray<Mismatch>.Empty,
        ]);
    }

    /// <summary>The SHA-256 of the text that a charge names beside its clause, as in force on the day; the refusal where it was not, or members cannot read it.</summary>
    internal static Refusal? TextOf(State state, string? text, DateOnly done, out string? version)
    {
        version = null;
        if (text is null) return null;
        var motion = state.Restrictions.All.GetValueOrDefault(text) is { } restriction ? restriction.From <= done && done <= restriction.Until && !(restriction.Lifted <= done) ? restriction.Motion : null : text;
        var adopted = motion is null ? null : state.Restrictions.All.ContainsKey(text) ? state.Motions.Find(motion)?.Current.Texts : state.Motions.InForceOn(done).FirstOrDefault(t => t.Motion == motion)?.Texts;
        version = adopted?.Values.FirstOrDefault(t => !state.Motions.Erased.Contains(t));
        return version is null ? RollRefusals.NoTextThen(text, done) : null;
    }

    internal static Decision Plead(State state, Act act, Constitution rules, PleadAnswer c)
    {
        if (!state.Roll.Charges.TryGetValue(c.Charge, out var charge)) return ProtocolRefusals.Unknown("charge", c.Charge);
        var clause = Expulsions.Under(rules, charge.SuspendDays).Clause.Path;
        if (act.By != charge.Person) return ProtocolRefusals.NotYours(clause, charge.Person, act.By);
        if (charge.Stage != ChargeStage.Open) return ProtocolRefusals.WrongStage("charge", charge.Id, ChargeStage.Open, charge.Stage);
        if (charge.Plea is { } plea) return ProtocolRefusals.Taken("plea", plea);
        return state.Statutes.Judgements.GetValueOrDefault(c.Judgement) is { Answer: true, At: { } answered } asked
            && charge is { Rule: { } rule, Done: { } done } && DateOnly.FromDateTime(answered.UtcDateTime) <= done && (Clauses.Covers(asked.Clause, rule) || Clauses.Covers(rule, asked.Clause))
            ? Decision.Accept(clause, new AnswerPleaded(charge.Id, asked.Id))
            : RollRefusals.NoSuchAnswer(clause, c.Judgement);
    }

    /// <summary>The answer that keeps a charge from the vote; null where none was pleaded, or the body that gave it has said that it was about something else.</summary>
    internal static Statutes.Judgement? Allowed(State state, Charge charge) =>
        charge.Plea is { } plea && state.Statutes.Judgements[plea] is var answer
        && !state.Statutes.Judgements.Values.Any(j => j.Subject == Statutes.Judgement.OfPlea + charge.Id && j.Body == answer.Body && j.Answer == false) ? answer : null;

    private static Statutes.ConstitutionVersion? Then(State state, DateOnly day) => state.Statutes.VersionAt(new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(-1));

    private static string Said(Constitution rules, string path) => Clauses.At(rules, path) is { } said ? Canonical.Json(said) : "";

    /// <summary>The latest motion up to that version that changed the clause or one around or below it.</summary>
    private static string? Bringing(State state, string rule, int number) => state.Statutes.Versions.Take(number).Reverse()
        .Select(v => state.Votes.Find(v.Basis)?.Question.Subject).Select(m => m is null ? null : state.Motions.Find(m))
        .FirstOrDefault(m => m is not null && m.Changes.Any(c => Clauses.Covers(c.Path, rule) || Clauses.Covers(rule, c.Path)))?.Id;

    private static bool Concerns(State state, Charge charge, ImmutableArray<string> targets) =>
        targets.Contains(charge.Person, StringComparer.Ordinal) || targets.Contains("members", StringComparer.Ordinal) || state.Roll.Member(charge.Person) is { } member && targets.Any(t => state.Roll.Unit(t) is not null && state.Roll.LiesIn(member.Unit, t))
        || state.Offices.Career(charge.Person).Any(t => targets.Contains(t.Seat.Of, StringComparer.Ordinal));

    private static bool Same(string one, string? other) => string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
