using System.Collections.Immutable;
using Mandate.Constitutions.Rules;
using Mandate.Tally;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>F3 to F5: amendment, turnout, outside.</summary>
internal static class AmendmentChecks
{
    private const int PracticallyNobody = 9;

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("F3", Soft), ("F4", Trap), ("F5", Outside)];

    /// <summary>F3: the constitution changes as easily as anything else, or the executive changes it alone.</summary>
    private static IEnumerable<Finding> Soft(Analysis a)
    {
        var c = a.Constitution;
        var rule = c.Amend.Ordinary.Rule;
        if (a.AmendsAlone is { } place) yield return new("F3", Severity.High, rule.Clause.Path, [rule.Clause.Path], Say("F3.executive", ("place", place)));
        if (LikeOrdinary(c)) yield return new("F3", Severity.High, rule.Clause.Path, [rule.Clause.Path, c.Procedure.Default.Clause.Path], Say("F3.like-ordinary"));
        if (c.Amend.Entrenched is { } entrenched && !entrenched.Clauses.Any(p => Clauses.Covers(p, "amend.entrenched")))
            yield return new("F3", Severity.Low, entrenched.Clause.Path, [entrenched.Clause.Path], Say("F3.not-itself"));
        if (c.Amend.Incumbents is null && c.Offices.Count + c.Bodies.Count > 0 && c.Amend.Entrenched is not null)
            yield return new("F3", Severity.Low, c.Amend.Clause.Path, [c.Amend.Clause.Path], Say("F3.incumbents"));
    }

    /// <summary>Whether an amendment needs no more than an ordinary decision.</summary>
    public static bool LikeOrdinary(Constitution c) =>
        c.Amend.Ordinary.Rule is not AllOf && Outcome(c.Amend.Ordinary.Rule) is { } amend && Outcome(Procedures.DefaultRule(c)) is { } ordinary && amend <= ordinary;

    /// <summary>How hard a rule is, for comparison only: its share, a little more where the absent count against.</summary>
    private static Fraction? Outcome(Rule rule) => rule switch
    {
        MajorityRule m => Weight(m.Majority),
        BodyRule { Majority: { } majority } => Weight(majority),
        ReferendumRule r => Weight(r.Majority) + new Fraction(1, 100),
        AnyOf any => any.Rules.Select(Outcome).Where(o => o is not null).DefaultIfEmpty(null).Min(),
        AllOf all => all.Rules.Select(Outcome).Max(),
        _ => null,
    };

    private static Fraction Weight(Majority majority) => majority switch
    {
        ShareMajority share => share.Share + (share.StrictlyMore ? new Fraction(1, 1000) : new Fraction(0)) + (share.Basis is Basis.Seats or Basis.Members or Basis.Units ? new Fraction(1, 1000) : new Fraction(0)),
        Unanimous or AllOfBasis => new Fraction(1),
        SeatsMajority seats => seats.Needed / seats.Seats,
        _ => new Fraction(1, 3),
    };

    /// <summary>F4: an amendment that turnout as it is can never carry, or that needs everybody.</summary>
    private static IEnumerable<Finding> Trap(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (rule, at) in new[] { (c.Amend.Ordinary.Rule, c.Amend.Ordinary.Clause), (c.Amend.Entrenched?.Rule, c.Amend.Entrenched?.Clause) })
        {
            if (rule is null || at is null) continue;
            if (Turnout(c) is { } turnout && Attendance(rule) is { } needed && needed > turnout)
                yield return new("F4", Severity.Medium, at.Path, [rule.Clause.Path], Say("F4.turnout", ("needed", needed), ("turnout", turnout)));
            foreach (var (voters, count, clause) in Everybody(a, rule).Where(e => e.Count > PracticallyNobody))
                yield return new("F4", Severity.Medium, at.Path, [clause.Path], Say("F4.everybody", ("n", count), ("body", voters)));
        }
    }

    private static Fraction? Turnout(Constitution c) =>
        c.Assume?["turnout"] is Datum.Text { Value: var text } && text.EndsWith('%') && Fraction.TryParse(text[..^1], out var percent) ? percent / new Fraction(100) : null;

    private static Fraction? Attendance(Rule rule) => rule switch
    {
        ReferendumRule r => new[] { r.Quorum is ShareOf { Basis: Basis.Members } q ? q.Share : new Fraction(0), r.Majority is ShareMajority { Basis: Basis.Members } m ? m.Share : r.Majority is AllOfBasis ? new Fraction(1) : new Fraction(0) }.Max(),
        AllOf all => all.Rules.Select(Attendance).Max(),
        AnyOf any => any.Rules.Select(Attendance).Min(),
        _ => null,
    };

    /// <summary>Parts of a rule that need every one of many.</summary>
    private static IEnumerable<(string Voters, long Count, Clause Clause)> Everybody(Analysis a, Rule rule) => rule switch
    {
        BodyRule { Majority: Unanimous or AllOfBasis } b => [(b.Body.Id, a.SeatsOf(b.Body.Id), b.Clause)],
        ReferendumRule { Majority: Unanimous or AllOfBasis } r => [(r.Electorate.Id, a.Model.Numbers.Members, r.Clause)],
        AllOf all => all.Rules.SelectMany(r => Everybody(a, r)),
        _ => [],
    };

    /// <summary>F5: decisive seats filled from outside.</summary>
    private static IEnumerable<Finding> Outside(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values)
        {
            var outside = body.Seats.Values.Where(s => s.By is External).Sum(a.Model.Numbers.Seats);
            if (outside == 0) continue;
            var decides = outside * 2 >= a.Model.Numbers.Seats(body) && (a.AmendingBodies.Contains(body.Id, StringComparer.Ordinal) || a.IsExecutive(body.Id) || a.Constitution.Powers.Any(p => p.Verb is Verb.Decide or Verb.Elect or Verb.Appoint or Verb.Amend or Verb.Veto && p.Holder is NamedHolder n && n.Name.Id == body.Id));
            yield return new("F5", decides ? a.IsExecutive(body.Id) ? Severity.High : Severity.Medium : Severity.Info, body.Clause.Path, [body.Clause.Path], Say("F5.outside", ("k", outside), ("of", a.Model.Numbers.Seats(body)), ("body", body.Id)));
        }
    }
}
