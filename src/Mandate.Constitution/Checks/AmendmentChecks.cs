using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using Mandate.Tally;

namespace Mandate.Constitutions.Checks;

/// <summary>F: amendment, veto, deadlock, outside.</summary>
internal static class AmendmentChecks
{
    public static IEnumerable<Finding> All(Analysis a) => [.. SingleVeto(a), .. Dead(a), .. Soft(a), .. Trap(a), .. Outside(a)];

    /// <summary>F1: one seat can block a class of decisions for good.</summary>
    private static IEnumerable<Finding> SingleVeto(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (rule, kind, grave) in Rules(c))
        {
            foreach (var blocker in Blockers(a, rule).Distinct(StringComparer.Ordinal))
                yield return new("F1", grave ? Severity.High : Severity.Medium, rule.Clause.Path, [rule.Clause.Path], $"{blocker} alone can block {kind} for good.");
        }
        foreach (var procedure in c.Procedure.ByObject.Values)
        {
            foreach (var consent in procedure.ConsentOf.Where(r => IsSingle(a, r.Id)))
                yield return new("F1", procedure.Class is "amendment" or "remove_officer" or "change_election_rule" ? Severity.High : Severity.Medium, procedure.Clause.Path, [procedure.Clause.Path], $"Without the consent of {consent.Id}, one person, there is no decision of the class {procedure.Class}.");
        }
        foreach (var (place, removal) in c.Bodies.Values.SelectMany(b => b.Remove.OfType<RemovalBy>().Select(r => (b.Id, r))).Concat(c.Offices.Values.SelectMany(o => o.Remove.OfType<RemovalBy>().Select(r => (o.Id, r)))))
        {
            foreach (var consent in removal.ConsentOf.Where(r => IsSingle(a, r.Id)))
                yield return new("F1", consent.Id == place ? Severity.High : a.RemovableByMembers(consent.Id) ? Severity.Low : Severity.Medium, removal.Clause.Path, [removal.Clause.Path], $"{place} cannot be removed in this way without the consent of {consent.Id}, one person.");
        }
        foreach (var power in c.Powers.Where(p => p.Verb == Verb.Veto && p.Holder is NamedHolder n && IsSingle(a, n.Name.Id) && p.Review is null))
            yield return new("F1", power.Object.Any(o => o.Id is "amendment" or "election" or "remove_officer" || o.Kind != RefKind.Class) ? Severity.High : Severity.Medium, power.Clause.Path, [power.Clause.Path], $"{((NamedHolder)power.Holder).Name.Id}, one person, can block {string.Join(", ", power.Object.Select(o => o.Id))} for good.");
    }

    private static IEnumerable<(Rule Rule, string Kind, bool Grave)> Rules(Constitution c)
    {
        yield return (c.Amend.Ordinary.Rule, "an amendment", true);
        if (c.Amend.Entrenched is { } entrenched) yield return (entrenched.Rule, "an amendment of an entrenched clause", true);
        foreach (var procedure in c.Procedure.ByObject.Values.Where(p => p.Rule is not null)) yield return (procedure.Rule!, "a decision of the class " + procedure.Class, procedure.Class is "amendment" or "remove_officer" or "change_election_rule");
        yield return (Procedures.DefaultRule(c), "any decision", false);
    }

    private static IEnumerable<string> Blockers(Analysis a, Rule rule) => rule switch
    {
        MajorityRule { Majority: Unanimous or AllOfBasis } => ["any one member of the deciding body"],
        BodyRule { Majority: Unanimous or AllOfBasis } body => ["any one member of " + body.Body.Id],
        BodyRule body when IsSingle(a, body.Body.Id) => [body.Body.Id],
        AllOf all => all.Rules.SelectMany(r => Blockers(a, r)),
        // An alternative is blocked only by whoever blocks all.
        AnyOf any => any.Rules.Select(r => Blockers(a, r)).Aggregate((x, y) => x.Intersect(y, StringComparer.Ordinal)),
        _ => [],
    };

    private static bool IsSingle(Analysis a, string place) =>
        a.Constitution.Offices.TryGetValue(place, out var office) ? office.Per is null : a.Constitution.Bodies.GetValueOrDefault(place) is { Seats.Count: > 0 } body && a.Model.UnitOf(place) is null && a.Model.Numbers.Seats(body) == 1;

    /// <summary>F2: a seat that stays empty or a body that can never decide.</summary>
    private static IEnumerable<Finding> Dead(Analysis a)
    {
        var c = a.Constitution;
        foreach (var office in c.Offices.Values.Where(o => o.Vacancy is null))
            yield return new("F2", Severity.Low, office.Clause.Path, [office.Clause.Path], $"Nothing says who acts when {office.Id} falls vacant.");
        foreach (var body in c.Bodies.Values.Where(b => b.Seats.Count > 0))
        {
            var seats = a.Model.Numbers.Seats(body);
            foreach (var quantity in new[] { body.Quorum?.EachVote, body.Quorum?.Opening }.OfType<Quantity>().Distinct())
                if (quantity is CountOf { Basis: Basis.Seats } count && count.Count > seats)
                    yield return new("F2", Severity.High, quantity.Clause.Path, [quantity.Clause.Path], FormattableString.Invariant($"{body.Id} has {seats} seats and can never reach its quorum of {quantity}."));
            if (body.Quorum is null && body.Vacancy is null && a.Model.UnitOf(body.Id) is null && body.Seats.Values.All(s => s.By is Appoint)) yield return new("F2", Severity.Low, body.Clause.Path, [body.Clause.Path], $"Nothing says how vacancies in {body.Id} are filled.");
        }
        foreach (var (rule, kind, _) in Rules(c))
            foreach (var (body, majority) in Parts(rule))
                if (majority is SeatsMajority needed && c.Bodies.GetValueOrDefault(body) is { Seats.Count: > 0 } b && needed.Needed > a.Model.Numbers.Seats(b))
                    yield return new("F2", Severity.High, majority.Clause.Path, [majority.Clause.Path], $"{body} can never decide {kind}: it has too few seats for {majority}.");
    }

    private static IEnumerable<(string Body, Majority Majority)> Parts(Rule rule) => rule switch
    {
        BodyRule { Majority: { } majority } body => [(body.Body.Id, majority)],
        AllOf all => all.Rules.SelectMany(Parts),
        AnyOf any => any.Rules.SelectMany(Parts),
        _ => [],
    };

    /// <summary>F3: the constitution changes as easily as anything else, or the executive changes it alone.</summary>
    private static IEnumerable<Finding> Soft(Analysis a)
    {
        var c = a.Constitution;
        var rule = c.Amend.Ordinary.Rule;
        foreach (var place in a.Executive.Where(e => !a.IsBase(e) && !MembersSit(c, e)))
        {
            var seed = new int[a.System.Groups.Length];
            foreach (var g in a.Model.GroupsOf(place)) seed[g] = a.System.Groups[g].Size;
            if (!a.ConditionOf(Target.Amendment).Holds(seed)) continue;
            yield return new("F3", Severity.High, rule.Clause.Path, [rule.Clause.Path], $"{place}, the executive, can change these rules alone.");
            yield break;
        }
        if (Outcome(rule) is { } amend && Outcome(Procedures.DefaultRule(c)) is { } ordinary && amend <= ordinary && rule is not AllOf)
            yield return new("F3", Severity.High, rule.Clause.Path, [rule.Clause.Path, c.Procedure.Default.Clause.Path], "These rules change by no more than an ordinary decision.");
        if (c.Amend.Entrenched is { } entrenched && !entrenched.Clauses.Any(p => Clauses.Covers(p, "amend.entrenched")))
            yield return new("F3", Severity.Low, entrenched.Clause.Path, [entrenched.Clause.Path], "The entrenching clause does not name itself.");
        if (c.Amend.Incumbents is null && c.Offices.Count + c.Bodies.Count > 0 && c.Amend.Entrenched is not null) yield return new("F3", Severity.Low, c.Amend.Clause.Path, [c.Amend.Clause.Path], "Whether a change of terms or election rules holds for those in office is not stated.");
    }

    /// <summary>A board on which every member sits is not an executive apart from the members.</summary>
    private static bool MembersSit(Constitution c, string place) => c.Bodies.GetValueOrDefault(place) is { Of: not null };

    private static Fraction? Outcome(Rule rule) => rule switch
    {
        MajorityRule m => Weight(m.Majority),
        BodyRule { Majority: { } majority } => Weight(majority),
        ReferendumRule r => Weight(r.Majority) + new Fraction(1, 100),
        AnyOf any => any.Rules.Select(Outcome).Where(o => o is not null).DefaultIfEmpty(null).Min(),
        AllOf all => all.Rules.Select(Outcome).Max(),
        _ => null,
    };

    private static Fraction? Weight(Majority majority) => majority switch
    {
        ShareMajority share => share.Share + (share.StrictlyMore ? new Fraction(1, 1000) : new Fraction(0)) + (share.Basis is Basis.Seats or Basis.Members or Basis.Units ? new Fraction(1, 1000) : new Fraction(0)),
        Unanimous or AllOfBasis => new Fraction(1),
        SeatsMajority seats => seats.Needed / seats.Seats,
        _ => new Fraction(1, 3),
    };

    /// <summary>F4: an amendment that turnout as it is can never carry.</summary>
    private static IEnumerable<Finding> Trap(Analysis a)
    {
        var c = a.Constitution;
        if (Turnout(c) is not { } turnout) yield break;
        foreach (var (rule, at) in new[] { (c.Amend.Ordinary.Rule, c.Amend.Ordinary.Clause), (c.Amend.Entrenched?.Rule, c.Amend.Entrenched?.Clause) })
        {
            if (rule is null || at is null || Attendance(a, rule) is not { } needed || needed <= turnout) continue;
            yield return new("F4", Severity.Medium, at.Path, [rule.Clause.Path], $"The amendment needs {(needed * 100).ToDecimal(0)}% of the members, but {(turnout * 100).ToDecimal(0)}% are assumed to vote.");
        }
    }

    private static Fraction? Turnout(Constitution c) =>
        c.Assume?["turnout"] is Datum.Text { Value: var text } && text.EndsWith('%') && Fraction.TryParse(text[..^1], out var percent) ? percent / new Fraction(100) : null;

    private static Fraction? Attendance(Analysis a, Rule rule) => rule switch
    {
        ReferendumRule r => new[] { r.Quorum is ShareOf { Basis: Basis.Members } q ? q.Share : new Fraction(0), r.Majority is ShareMajority { Basis: Basis.Members } m ? m.Share : r.Majority is AllOfBasis ? new Fraction(1) : new Fraction(0) }.Max(),
        AllOf all => all.Rules.Select(r => Attendance(a, r)).Max(),
        AnyOf any => any.Rules.Select(r => Attendance(a, r)).Min(),
        _ => null,
    };

    /// <summary>F5: decisive seats filled from outside.</summary>
    private static IEnumerable<Finding> Outside(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values)
        {
            var outside = body.Seats.Values.Where(s => s.By is External).Sum(a.Model.Numbers.Seats);
            if (outside == 0) continue;
            var decides = outside * 2 >= a.Model.Numbers.Seats(body) && (a.AmendingBodies.Contains(body.Id, StringComparer.Ordinal) || a.Constitution.Powers.Any(p => p.Verb is Verb.Decide or Verb.Elect or Verb.Amend && p.Holder is NamedHolder n && n.Name.Id == body.Id));
            yield return new("F5", decides ? Severity.Medium : Severity.Info, body.Clause.Path, [body.Clause.Path], FormattableString.Invariant($"{outside} of {a.Model.Numbers.Seats(body)} seats of {body.Id} are filled from outside the organisation."));
        }
    }
}
