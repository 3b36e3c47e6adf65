using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using Mandate.Tally;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>D: procedure.</summary>
internal static class ProcedureChecks
{
    private static readonly (string Class, int Days)[] Minimum = [("amendment", 30), ("restrict_right", 14), ("remove_officer", 14), ("dissolve_unit", 14), ("change_election_rule", 14)];

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("D1", Surprise), ("D2", Ambush), ("D3", Agenda), ("D4", Convening)];

    /// <summary>D1: grave matters with little or no notice, or with a hall that has emptied.</summary>
    private static IEnumerable<Finding> Surprise(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (name, minimum) in Minimum)
        {
            // Where all members vote there is no hall to be surprised in: a fortnight is enough for any class.
            var days = name == "amendment" && a.Supreme is null && c.Amend.Ordinary.Rule is ReferendumRule ? 14 : minimum;
            var procedure = c.Procedure.ByObject.GetValueOrDefault(name);
            var notice = procedure?.Notice ?? c.Procedure.Default.Notice;
            if (procedure is not null && (notice is null || FlowChecks.Days(notice) < days))
                yield return new("D1", Severity.High, notice?.Clause.Path ?? procedure.Clause.Path, [procedure.Clause.Path], notice is null ? Say("D1.no-notice", ("class", Class(name))) : Say("D1.short-notice", ("class", Class(name)), ("notice", notice), ("minimum", new Duration(days, PeriodUnit.Day))));
            if (procedure is null && name == "dissolve_unit" && c.Units.Count > 0 && notice is not null && FlowChecks.Days(notice) < days)
                yield return new("D1", Severity.Medium, notice.Clause.Path, [c.Procedure.Default.Clause.Path], Say("D1.short-notice", ("class", Class(name)), ("notice", notice), ("minimum", new Duration(days, PeriodUnit.Day))));
            if (c.Procedure.UrgentMotion is { } urgent && !urgent.Cannot.Contains(name, StringComparer.Ordinal) && (procedure is not null || name == "dissolve_unit" && c.Units.Count > 0))
                yield return new("D1", Severity.High, urgent.Clause.Path, [urgent.Clause.Path, .. procedure is null ? Array.Empty<string>() : [procedure.Clause.Path]], Say("D1.urgent", ("class", Class(name))));
            if (procedure is { NotOnLastDay: false } && name is "amendment" or "restrict_right" && c.Procedure.ByObject.Values.Any(p => p.NotOnLastDay))
                yield return new("D1", Severity.Low, procedure!.Clause.Path, [procedure.Clause.Path], Say("D1.last-day", ("class", Class(name))));
        }
        foreach (var body in c.Bodies.Values.Where(b => b.Quorum?.Opening is not null && (a.AmendingBodies.Contains(b.Id, StringComparer.Ordinal) || b.Id == a.Supreme?.Id)))
        {
            var (opening, each) = (Share(a, body, body.Quorum!.Opening!), Share(a, body, body.Quorum.EachVote));
            if (each * 2 < opening) yield return new("D1", Severity.High, body.Quorum.Clause.Path, [body.Quorum.Clause.Path], Say("D1.quorum-at-opening", ("body", body.Id), ("opening", new Verbatim(body.Quorum.Opening!.Text)), ("each", new Verbatim(body.Quorum.EachVote.Text))));
        }
        foreach (var body in c.Bodies.Values.Where(b => b.Convene is { Notice: { } notice } && FlowChecks.Days(notice) < 7 && (a.IsExecutive(b.Id) || b.Id == a.Supreme?.Id)))
            yield return new("D1", Severity.Medium, body.Convene!.Notice!.Clause.Path, [body.Convene.Clause.Path], Say("D1.convened", ("body", body.Id), ("notice", body.Convene.Notice!)));
    }

    private static Fraction Share(Analysis a, Body body, Quantity quantity)
    {
        long all = a.SeatsOf(body.Id);
        var present = quantity is CountOf count ? count.Count : new Fraction(Quantities.Needed(quantity, Sizes(a, all)));
        return present / new Fraction(Math.Max(1, quantity.Basis == Basis.Members && body.Of is null ? a.Model.Numbers.Members : all));
    }

    private static Sizes Sizes(Analysis a, long seats) => a.Model.Numbers.Sizes with { Seats = seats, Present = seats, VotesCast = seats, Budget = 1 };

    /// <summary>D2: how small a part can force a decision at the least attendance.</summary>
    private static IEnumerable<Finding> Ambush(Analysis a)
    {
        var c = a.Constitution;
        var rules = new List<(string Kind, Rule Rule, bool Grave)> { ("amendment", c.Amend.Ordinary.Rule, true), ("ordinary", Procedures.DefaultRule(c), false) };
        if (c.Amend.Entrenched is { } entrenched) rules.Add(("entrenched", entrenched.Rule, true));
        if (c.Procedure.ByObject.GetValueOrDefault("restrict_right") is { Rule: { } restrict }) rules.Add(("restriction", restrict, true));
        else if (c.Rights.Count > 0) rules.Add(("restriction", Procedures.DefaultRule(c), true));
        foreach (var (kind, rule, grave) in rules)
        {
            if (Least(a, rule, a.Supreme) is not { } least) continue;
            Severity? severity = grave ? least < new Fraction(1, 10) ? Severity.High : least < new Fraction(1, 4) ? Severity.Medium : null : least < new Fraction(1, 20) ? Severity.Low : null;
            if (severity is { } found) yield return new("D2", found, rule.Clause.Path, [rule.Clause.Path], Say("D2.force-" + kind, ("share", least)));
        }
        foreach (var (place, removal) in c.Bodies.Values.SelectMany(b => b.Remove.Select(r => (b.Id, r))).Concat(c.Offices.Values.SelectMany(o => o.Remove.Select(r => (o.Id, r)))))
        {
            if (removal is not RemovalByPetition petition || Least(a, petition.Then, null) is not { } least || least >= new Fraction(1, 10)) continue;
            var at = removal.Clause.Path[..removal.Clause.Path.LastIndexOf('[')];
            yield return new("D2", Severity.Low, at, [removal.Clause.Path], Say("D2.recall", ("share", least), ("place", place)));
        }
    }

    /// <summary>The least share of all concerned that forces a rule; null where it is no vote.</summary>
    public static Fraction? Least(Analysis a, Rule rule, Body? here) => rule switch
    {
        MajorityRule m => here is null ? null : OfBody(a, here, m.Majority, null),
        BodyRule b => a.Constitution.Bodies.GetValueOrDefault(b.Body.Id) is { } body ? OfBody(a, body, b.Majority ?? Procedures.DefaultMajority(a.Constitution), b.Quorum) : null,
        ReferendumRule r => OfAll(a.Model.Numbers.Members, r.Majority, r.Quorum is null ? 1 : Quantities.Needed(r.Quorum, Sizes(a, a.Model.Numbers.Members))),
        AllOf all => all.Rules.Select(r => Least(a, r, here)).Max(),
        AnyOf any => any.Rules.Select(r => Least(a, r, here)).Where(s => s is not null).DefaultIfEmpty(null).Min(),
        _ => null,
    };

    private static Fraction OfBody(Analysis a, Body body, Majority majority, Quantity? quorum)
    {
        long all = body.Of is not null && body.Per is { } per ? Math.Max(1, a.Model.Numbers.Members / a.Model.Numbers.Units(per.Id)) : a.SeatsOf(body.Id);
        var sizes = Sizes(a, all) with { Members = all };
        var rule = quorum ?? body.Quorum?.EachVote;
        return OfAll(all, majority, rule is null ? 1 : Math.Clamp(Quantities.Needed(rule, sizes), 1, all));
    }

    private static Fraction OfAll(long all, Majority majority, long present) => new(Math.Min(all, Numbers.Need(majority, all, Math.Max(1, present))), Math.Max(1, all));

    /// <summary>D3: no way for members to put a matter that must be voted.</summary>
    private static IEnumerable<Finding> Agenda(Analysis a)
    {
        var c = a.Constitution;
        if (a.Supreme is null && a.IsBase(a.AmendingBodies.FirstOrDefault() ?? "")) yield break;
        var ways = c.Powers.Where(p => p.Verb is Verb.Propose).Select(p => p.Holder).Select(h => h is RuleHolder r ? Access(a, r.Rule) : h is NamedHolder n && a.IsBase(n.Name.Id) ? new Fraction(0) : (Fraction?)null)
            .Concat(c.Powers.SelectMany(p => p.MustInclude).Select(r => Access(a, r))).Concat(c.Bodies.Values.Where(b => b.Id == a.Supreme?.Id).SelectMany(b => b.Convene?.OnDemandOf ?? []).Select(r => Access(a, r)))
            .OfType<Fraction>().ToList();
        var at = c.Bodies.GetValueOrDefault(a.Supreme?.Id ?? "")?.Clause.Path ?? "powers";
        if (ways.Count == 0) yield return new("D3", Severity.Medium, at, [], Say("D3.no-way"));
        else if (ways.Min() is var least && least > new Fraction(1, 20)) yield return new("D3", Severity.Medium, at, [], Say("D3.many", ("share", least)));
    }

    private static Fraction? Access(Analysis a, Rule rule) => rule switch
    {
        PetitionRule p => new Fraction(Quantities.Needed(p.Signatures, Sizes(a, a.Model.Numbers.Members)), a.Model.Numbers.Members),
        UnitsRule u => (u.Units.Unit ?? a.Model.Numbers.Sizes.SmallestUnit) is { } unit && new Fraction(Quantities.Needed(u.Units, Sizes(a, 1)), a.Model.Numbers.Units(unit)) is var share ? share * new Fraction(3, 20) : null,
        AnyOf any => any.Rules.Select(r => Access(a, r)).Where(s => s is not null).DefaultIfEmpty(null).Min(),
        AllOf all => all.Rules.Select(r => Access(a, r)).Max(),
        BodyRule b when a.IsBase(b.Body.Id) => new Fraction(1, 20),
        _ => null,
    };

    /// <summary>D4: a body that nobody must convene, or an assembly that members cannot.</summary>
    private static IEnumerable<Finding> Convening(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values)
        {
            var supreme = body.Id == a.Supreme?.Id;
            if (body.Meets is null && body.Convene is null)
                yield return new("D4", supreme ? Severity.Medium : Severity.Low, body.Clause.Path, [body.Clause.Path], Say("D4.never", ("body", body.Id)));
            else if ((supreme || body.Of is not null) && (body.Convene is not { Within: not null, OnDemandOf.IsEmpty: false } convene || convene.Default.IsEmpty))
                yield return new("D4", supreme ? Severity.Medium : Severity.Low, body.Convene?.Clause.Path ?? body.Clause.Path, [body.Clause.Path], Say("D4.no-demand", ("body", body.Id)));
        }
    }
}
