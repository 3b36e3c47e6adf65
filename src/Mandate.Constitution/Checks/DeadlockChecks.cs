using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>F1 and F2: one seat that blocks, a seat that stays empty, a body that can never decide.</summary>
internal static class DeadlockChecks
{
    private static readonly string[] Grave = ["amendment", "entrenched", "remove_officer", "change_election_rule"];

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("F1", Decisions), ("F1", Removals), ("F1", Vetoes), ("F2", Dead), ("F2", Unsatisfiable)];

    /// <summary>F1: a class of decisions that fails as soon as one seat is against (blocking number 1).</summary>
    private static IEnumerable<Finding> Decisions(Analysis a)
    {
        foreach (var (rule, name, consent, at) in Rules(a))
        {
            foreach (var (place, single) in Blockers(a, Needs(a, rule, consent)))
            {
                var severity = Grave.Contains(name, StringComparer.Ordinal) ? Severity.High : Severity.Medium;
                if (single && a.RemovableByMembers(place)) severity = CircleChecks.Lower(severity);
                yield return new("F1", severity, at.Path, [at.Path], Say(single ? "F1.one" : "F1.any-member", ("place", place), ("class", Class(name))));
            }
        }
    }

    /// <summary>Rules of decision classes, each with the consents it needs.</summary>
    private static IEnumerable<(Rule Rule, string Name, ImmutableArray<Ref> Consent, Clause At)> Rules(Analysis a)
    {
        var c = a.Constitution;
        yield return (c.Amend.Ordinary.Rule, "amendment", [], c.Amend.Ordinary.Rule.Clause);
        if (c.Amend.Entrenched is { } entrenched) yield return (entrenched.Rule, "entrenched", [], entrenched.Rule.Clause);
        foreach (var procedure in c.Procedure.ByObject.Values.Where(p => p.Rule is not null || !p.ConsentOf.IsEmpty))
            yield return (procedure.Rule ?? Procedures.DefaultRule(c), procedure.Class, procedure.ConsentOf, procedure.Clause);
        yield return (Procedures.DefaultRule(c), "any", [], Procedures.DefaultRule(c).Clause);
    }

    private static Condition Needs(Analysis a, Rule rule, ImmutableArray<Ref> consent)
    {
        var decider = a.Supreme is { } body ? new Ref(body.Id, RefKind.Body) { Clause = body.Clause } : null;
        var decides = rule is MajorityRule && decider is null ? Condition.Always : a.Model.Forced(rule, decider);
        return new Condition.All([decides, .. consent.Select(r => a.Model.Forced(r))]);
    }

    /// <summary>Seats without which the condition fails though everybody else agrees.</summary>
    private static IEnumerable<(string Place, bool Single)> Blockers(Analysis a, Condition condition)
    {
        var all = a.System.Groups.Select(g => g.Size).ToArray();
        if (!condition.Holds(all)) yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in condition.Reads.Distinct().Where(g => !a.System.Groups[g].IsBase).ToList())
        {
            all[group]--;
            var blocked = !condition.Holds(all);
            all[group]++;
            var place = a.Model.PlaceOf(group);
            if (blocked && a.Model.UnitOf(place) is null && seen.Add(place)) yield return (place, a.Model.GroupsOf(place).Sum(g => a.System.Groups[g].Size) == 1);
        }
    }

    /// <summary>F1 too: a removal that the holder, or one other person, can prevent on every path.</summary>
    private static IEnumerable<Finding> Removals(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (place, paths) in c.Bodies.Values.Select(b => (b.Id, b.Remove)).Concat(c.Offices.Values.Select(o => (o.Id, o.Remove))).Where(p => !p.Remove.IsEmpty))
        {
            if (paths.Any(p => p is RemovalByPetition)) continue;
            var condition = new Condition.Any([.. paths.OfType<RemovalBy>().Select(r => (Condition)new Condition.All([a.Model.Forced(r.Rule, r.By), .. r.ConsentOf.Select(x => a.Model.Forced(x))]))]);
            foreach (var (blocker, single) in Blockers(a, condition))
            {
                // Who appoints dismisses; that one person does both is the matter of A3 and B1.
                if (single && blocker != place && paths.OfType<RemovalBy>().All(r => r.By.Id == blocker)) continue;
                var severity = blocker == place ? Severity.High : Severity.Medium;
                if (single && blocker != place && a.RemovableByMembers(blocker)) severity = CircleChecks.Lower(severity);
                yield return new("F1", severity, paths[0].Clause.Path, [.. paths.Select(p => p.Clause.Path)], Say(single ? "F1.removal-one" : "F1.removal-any", ("place", place), ("blocker", blocker)));
            }
        }
    }

    /// <summary>F1 too: a veto of one person that nobody overrides.</summary>
    private static IEnumerable<Finding> Vetoes(Analysis a)
    {
        foreach (var (power, holder) in Holdings.Of(a.Constitution, Verb.Veto, Verb.Confirm).Where(h => h.Power.Review is null && IsSingle(a, h.Holder)))
        {
            var severity = power.Object.Any(o => o.Kind != RefKind.Class || o.Id is "remove_officer" || Vital.Any(v => o.Id.Contains(v, StringComparison.Ordinal))) ? Severity.High : Severity.Medium;
            yield return Veto(a, holder, severity, power.Clause, [.. power.Object.Select(o => o.Id)]);
        }
        var seats = a.Constitution.Bodies.Values.SelectMany(b => b.Seats.Values.Select(s => (b.Id, s.By))).Concat(a.Constitution.Offices.Values.Select(o => (o.Id, o.By)));
        foreach (var (place, select) in seats)
        {
            if (select is Elect { Confirm: { Rejections: null } confirm } && IsSingle(a, confirm.By.Id)) yield return Veto(a, confirm.By.Id, Severity.High, confirm.Clause, [place]);
            foreach (var consent in select is Appoint appoint ? appoint.ConsentOf.Where(x => IsSingle(a, x.Id)) : []) yield return Veto(a, consent.Id, Severity.Medium, select.Clause, [place]);
        }
    }

    private static Finding Veto(Analysis a, string holder, Severity severity, Clause at, ImmutableArray<string> what) =>
        new("F1", a.RemovableByMembers(holder) ? CircleChecks.Lower(severity) : severity, at.Path, [at.Path], Say("F1.veto", ("holder", holder), ("what", what)));

    private static readonly string[] Vital = ["amend", "election", "rules", "statute", "bylaw", "constitution"];

    private static bool IsSingle(Analysis a, string place) =>
        a.Constitution.Offices.TryGetValue(place, out var office) ? office.Per is null : a.Constitution.Bodies.GetValueOrDefault(place) is { Seats.Count: > 0 } body && a.Model.UnitOf(place) is null && a.Model.Numbers.Seats(body) == 1;

    /// <summary>F2: places that, once empty, nobody can fill again (fixpoint over "can be filled"), and single seats without a rule for a vacancy.</summary>
    private static IEnumerable<Finding> Dead(Analysis a)
    {
        var c = a.Constitution;
        foreach (var office in c.Offices.Values.Where(o => o.Vacancy is null))
            yield return new("F2", Severity.Low, office.Clause.Path, [office.Clause.Path], Say("F2.no-vacancy-rule", ("office", office.Id)));
        var filled = Refilled(a);
        foreach (var (place, clause, vacancy) in c.Bodies.Values.Where(b => b.Seats.Count > 0).Select(b => (b.Id, b.Clause, b.Vacancy)).Concat(c.Offices.Values.Select(o => (o.Id, o.Clause, o.Vacancy))))
        {
            if (vacancy?.Acting is not null || a.Model.Forced(place).Holds(filled)) continue;
            var needed = a.IsExecutive(place) || a.AmendingBodies.Contains(place, StringComparer.Ordinal) || a.Inspectors.Contains(place, StringComparer.Ordinal);
            yield return new("F2", needed ? Severity.Medium : Severity.Low, clause.Path, [clause.Path], Say("F2.never-refilled", ("place", place)));
        }
        foreach (var body in c.Bodies.Values.Where(b => b is { Seats.Count: > 0, Quorum: null, Vacancy: null } && a.Model.UnitOf(b.Id) is null && b.Seats.Values.All(s => s.By is Appoint)))
            yield return new("F2", Severity.Low, body.Clause.Path, [body.Clause.Path], Say("F2.no-vacancy-rule", ("office", body.Id)));
    }

    /// <summary>What the members, a lot and the outside can fill when every seat is empty.</summary>
    private static int[] Refilled(Analysis a)
    {
        var seed = (int[])a.BaseOnly.Clone();
        foreach (var body in a.Constitution.Bodies.Values.Where(b => b.Seats.Count > 0))
            foreach (var (group, of) in body.Seats.Values.Zip(a.Model.GroupsOf(body.Id)))
                if (group.By is Lot or External) seed[of] = a.System.Groups[of].Size;
        foreach (var office in a.Constitution.Offices.Values.Where(o => o.By is Lot or External))
            foreach (var of in a.Model.GroupsOf(office.Id)) seed[of] = a.System.Groups[of].Size;
        return a.System.Reach(Strength.Decisive, seed);
    }

    /// <summary>F2 too: thresholds above what there is.</summary>
    private static IEnumerable<Finding> Unsatisfiable(Analysis a)
    {
        var c = a.Constitution;
        foreach (var body in c.Bodies.Values.Where(b => b.Seats.Count > 0))
        {
            var seats = a.Model.Numbers.Seats(body);
            foreach (var quantity in new[] { body.Quorum?.EachVote, body.Quorum?.Opening }.OfType<Quantity>().Distinct())
                if (quantity is CountOf { Basis: Basis.Seats } count && count.Count > seats)
                    yield return new("F2", Severity.High, quantity.Clause.Path, [quantity.Clause.Path], Say("F2.quorum", ("body", body.Id), ("n", seats), ("quorum", new Verbatim(quantity.Text))));
        }
        foreach (var (rule, name, _, _) in Rules(a))
            foreach (var (body, majority) in Parts(rule))
                if (majority is SeatsMajority needed && c.Bodies.GetValueOrDefault(body) is { Seats.Count: > 0 } b && needed.Needed > a.Model.Numbers.Seats(b))
                    yield return new("F2", Severity.High, majority.Clause.Path, [majority.Clause.Path], Say("F2.majority", ("body", body), ("class", Class(name)), ("majority", new Verbatim(majority.Text))));
        foreach (var petition in Petitions(c).Where(p => p.Signatures is CountOf { Basis: Basis.Members } count && count.Count > a.Model.Numbers.Members))
            yield return new("F2", Severity.Medium, petition.Clause.Path, [petition.Clause.Path], Say("F2.petition", ("needed", new Verbatim(petition.Signatures.Text)), ("n", a.Model.Numbers.Members)));
    }

    private static IEnumerable<(string Body, Majority Majority)> Parts(Rule rule) => rule switch
    {
        BodyRule { Majority: { } majority } body => [(body.Body.Id, majority)],
        AllOf all => all.Rules.SelectMany(Parts),
        AnyOf any => any.Rules.SelectMany(Parts),
        _ => [],
    };

    private static IEnumerable<PetitionRule> Petitions(Constitution c) =>
        c.Bodies.Values.SelectMany(b => b.Convene?.OnDemandOf ?? []).Concat(c.Powers.SelectMany(p => p.MustInclude)).Concat(c.Powers.Select(p => p.Holder).OfType<RuleHolder>().Select(h => h.Rule)).Concat(c.Offices.Values.Select(o => o.Nominate).OfType<Rule>()).SelectMany(Within);

    private static IEnumerable<PetitionRule> Within(Rule rule) => rule switch
    {
        PetitionRule p => [p],
        AllOf all => all.Rules.SelectMany(Within),
        AnyOf any => any.Rules.Length == 1 ? Within(any.Rules[0]) : [],
        _ => [],
    };
}
