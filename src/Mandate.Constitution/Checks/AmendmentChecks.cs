using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using Mandate.Tally;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>F3 to F5: amendment, turnout, outside.</summary>
internal static class AmendmentChecks
{
    private const int PracticallyNobody = 9;

    private static readonly string[] Rules = ["amendment", "constitution", "statutes", "bylaws", "rulebook", "rule_book"];

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("F3", Soft), ("F4", Trap), ("F5", Outside)];

    /// <summary>F3: the constitution changes as easily as anything else, or the executive changes it alone.</summary>
    private static IEnumerable<Finding> Soft(Analysis a)
    {
        var c = a.Constitution;
        var rule = c.Amend.Ordinary.Rule;
        if (a.AmendsAlone is { } place) yield return new("F3", Severity.High, rule.Clause.Path, [rule.Clause.Path], Say("F3.executive", ("place", place)));
        foreach (var (power, holder) in Holdings.Of(c, Verb.Amend, Verb.Decide).Where(h => a.IsExecutive(h.Holder) && !a.IsBase(h.Holder) && c.Bodies.GetValueOrDefault(h.Holder) is not { Of: not null } && !CaptureModel.Overridable(h.Power) && h.Power.ConsentOf.IsEmpty && Holdings.Concerns(h.Power, Rules)))
            yield return new("F3", Severity.High, power.Clause.Path, [power.Clause.Path], Say("F3.executive", ("place", holder)));
        if (LikeOrdinary(c)) yield return new("F3", Severity.High, rule.Clause.Path, [rule.Clause.Path, c.Procedure.Default.Clause.Path], Say("F3.like-ordinary"));
        if (c.Amend.Entrenched is { } entrenched && !entrenched.Clauses.Any(p => Clauses.Covers(p, "amend.entrenched")))
            yield return new("F3", Severity.High, entrenched.Clause.Path, [entrenched.Clause.Path], Say("F3.not-itself"));
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
        UnitsRule u when (u.Units.Unit ?? a.Model.Numbers.Sizes.SmallestUnit) is { } unit && Quantities.Needed(u.Units, a.Model.Numbers.Sizes) >= a.Model.Numbers.Units(unit) => [(unit, a.Model.Numbers.Units(unit), u.Clause)],
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
            var decides = outside * 2 >= a.Model.Numbers.Seats(body) && Decides(a, body.Id);
            yield return new("F5", decides ? a.IsExecutive(body.Id) ? Severity.High : Severity.Medium : Severity.Info, body.Clause.Path, [body.Clause.Path], Say("F5.outside", ("k", outside), ("of", a.Model.Numbers.Seats(body)), ("body", body.Id)));
        }
        foreach (var office in a.Constitution.Offices.Values.Where(o => o.By is External))
            yield return new("F5", !Decides(a, office.Id) ? Severity.Info : a.IsExecutive(office.Id) ? Severity.High : Severity.Medium, office.Clause.Path, [office.Clause.Path], Say("F5.outside", ("k", 1), ("of", 1), ("body", office.Id)));
    }

    /// <summary>Whether a place has a say in amendments, elections, appointments or decisions.</summary>
    private static bool Decides(Analysis a, string place) =>
        a.AmendingBodies.Contains(place, StringComparer.Ordinal) || a.IsExecutive(place) || Holdings.Of(a.Constitution, Verb.Decide, Verb.Elect, Verb.Appoint, Verb.Amend, Verb.Veto, Verb.Confirm).Any(h => h.Holder == place)
        || a.Constitution.Procedure.ByObject.Values.Any(p => p.ConsentOf.Any(r => r.Id == place))
        || a.Constitution.Bodies.Values.SelectMany(b => b.Seats.Values).Select(s => s.By).Concat(a.Constitution.Offices.Values.Select(o => o.By)).Any(by => by switch
        {
            Elect elect => elect.Body?.Id == place || elect.Confirm is { Rejections: null } confirm && confirm.By.Id == place,
            Appoint appoint => appoint.By.Concat(appoint.ConsentOf).Any(x => x.Id == place),
            _ => false,
        });
}
