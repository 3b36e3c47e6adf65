using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>What a constitution says of an act that happened outside it.</summary>
public enum Verdict
{
    /// <summary>A clause refuses it.</summary>
    Refused,

    /// <summary>A clause permits it, or the constitution asks nothing of it where it could.</summary>
    Permitted,

    /// <summary>A clause does by itself what was missing: a stand-in acts.</summary>
    Provided,

    /// <summary>It has no clause on such a thing.</summary>
    Silent,
}

/// <summary>Verdict with the clause that gives it, what the clause needs and what was given, in the constitution's words.</summary>
public sealed record ClauseAnswer(Verdict Verdict, string Clause, string? Needs = null, string? Given = null);

/// <summary>An act as a fact tells it, seen under one question (<c>notice</c>, <c>sunset</c> ...), and what each constitution says.</summary>
/// <param name="Question">The wording is <c>counterfactual.QUESTION</c>.</param>
/// <param name="Under">In the order of the constitutions that were asked.</param>
public sealed record JudgedAct(RecordedFact Act, string Question, ImmutableArray<ClauseAnswer> Under);

/// <summary>
/// The same acts under other constitutions: facts de facto put to the rules of each, by the functions that decide lawful acts. What a
/// fact does not say is not asked: a constitution is silent on it.
/// </summary>
public static class Counterfactual
{
    /// <summary>Every act by a day that at least one of the constitutions has something to say of, in order of time.</summary>
    public static ImmutableArray<JudgedAct> Of(FactsState facts, ImmutableArray<Constitution> constitutions, DateOnly day)
    {
        var view = new FactView(facts.All, day);
        var courts = constitutions.Select(c => new Court(view, c, facts.Things)).ToImmutableArray();
        return
        [
            .. facts.By(day).SelectMany(record => Questions.Select(q => new JudgedAct(record, q.Name, [.. courts.Select(c => q.Ask(c, record) ?? new(Verdict.Silent, ""))])))
                .Where(j => j.Under.Any(u => u.Verdict != Verdict.Silent))
                // Two facts may tell one act, one what is stated and one what is inferred besides.
                .DistinctBy(j => (string.Join(' ', j.Act.Events), j.Question, j.Act.What.GetType(), string.Join('|', j.Under.Select(u => $"{u.Verdict}{u.Clause}"))))
                .OrderBy(j => j.Act.When.From ?? j.Act.When.To ?? DateOnly.MinValue).ThenBy(j => j.Act.Id, StringComparer.Ordinal).ThenBy(j => j.Question, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is asked of acts, in the order of the wording.</summary>
    public static ImmutableArray<(string Name, Func<Court, RecordedFact, ClauseAnswer?> Ask)> Questions { get; } =
    [
        ("notice", ProcedureCourt.Notice),
        ("quorum", ProcedureCourt.Quorum),
        ("sunset", ProcedureCourt.Sunset),
        ("entrenched-right", ProcedureCourt.EntrenchedRight),
        ("confidential", ProcedureCourt.Confidential),
        ("elected-place", PlaceCourt.Elected),
        ("incompatible", PlaceCourt.Incompatible),
        ("stand-in", PlaceCourt.StandIn),
        ("document", RightsCourt.Document),
        ("minutes", RightsCourt.Minutes),
        ("equal-space", RightsCourt.EqualSpace),
        ("expulsion", RightsCourt.Expulsion),
        ("transfer", RightsCourt.Transfer),
        ("removal", RightsCourt.Removal),
    ];
}
