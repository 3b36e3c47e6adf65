using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>C: inspection, secrecy, information.</summary>
internal static class InspectionChecks
{
    private static readonly string[] NeverSecret = ["rule", "restriction"];
    private static readonly string[] BetterOpen = ["right", "election_result"];

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("C1", Dependent), ("C2", Uninspected), ("C3", Secret), ("C4", Withheld), ("C5", Press)];

    /// <summary>C1: those inspected choose, dismiss, starve or edit the inspector.</summary>
    private static IEnumerable<Finding> Dependent(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (inspect, inspector) in Holdings.Of(c, Verb.Inspect).Where(h => !a.IsBase(h.Holder) && a.Known(h.Holder)))
        {
            var remit = Holdings.Places(c, inspect.Object).Where(a.Known).ToList();
            if (remit.Contains(inspector)) yield return new("C1", Severity.High, inspect.Clause.Path, [inspect.Clause.Path], Say("C1.itself", ("inspector", inspector)));
            var watched = remit.Where(r => r != inspector && !a.IsBase(r)).ToImmutableArray();
            var alone = false;
            foreach (var by in watched)
            {
                foreach (var finding in Reached(a, inspect, inspector, s => a.ReachOf(by, s), ("by", by)))
                {
                    alone = true;
                    yield return finding;
                }
                foreach (var (power, _) in Holdings.Of(c, Verb.SetAgenda).Where(h => h.Power.MustInclude.IsEmpty && h.Holder == by && Holdings.IsOver(c, h.Power, inspector)))
                    yield return new("C1", Severity.High, power.Clause.Path, [power.Clause.Path, inspect.Clause.Path], Say("C1.tasks", ("by", by), ("inspector", inspector)));
            }
            // Where none can alone, several who are inspected may together: by consent, or as a majority of those who choose.
            if (!alone && watched.Length > 1)
                foreach (var finding in Reached(a, inspect, inspector, s => a.ReachOf(watched, s), ("by", watched))) yield return finding;
            if (inspect.Publishes == Publishes.ViaInspected) yield return new("C1", Severity.High, inspect.Clause.Path + ".publishes", [inspect.Clause.Path], Say("C1.published-by-inspected", ("inspector", inspector)));
            foreach (var (budget, by) in Holdings.Of(c, Verb.Decide).Where(h => Holdings.Concerns(h.Power, "budget", "fund", "resources") && watched.Contains(h.Holder, StringComparer.Ordinal) && !h.Power.Floor.ContainsKey(inspector) && !CaptureModel.Overridable(h.Power)))
                yield return new("C1", Severity.High, budget.Clause.Path, [budget.Clause.Path, inspect.Clause.Path], Say("C1.budget", ("by", by), ("inspector", inspector)));
            foreach (var finding in Blocking(a, inspect, inspector, remit)) yield return finding;
        }
    }

    /// <summary>Whether those who are inspected come to fill the inspector, or can have it removed.</summary>
    private static IEnumerable<Finding> Reached(Analysis a, Power inspect, string inspector, Func<Strength, int[]> reach, (string, object Who) by)
    {
        var together = by.Who is not string;
        foreach (var strength in Enum.GetValues<Strength>())
        {
            if (!a.Model.Forced(inspector).Holds(reach(strength))) continue;
            var severity = strength switch { Strength.Decisive => Severity.Critical, Strength.Gate => Severity.High, _ => a.KernelParts(strength).Any(a.IsCrossTier) ? Severity.High : Severity.Info };
            // Whoever can bring down an assembly chosen afresh from below has to capture it first; that is A1's matter.
            yield return new("C1", severity, inspect.Clause.Path, [inspect.Clause.Path], Say(together ? "C1.fill-together" : "C1.fills", by, ("inspector", inspector))) { Strength = strength };
            break;
        }
        foreach (var removal in Competence.RemovalOf(a.Constitution, inspector).OfType<RemovalBy>().Where(r => new Condition.All([a.Model.Forced(r.Rule, r.By), .. r.ConsentOf.Select(x => a.Model.Forced(x))]).Holds(reach(Strength.Decisive))))
            yield return new("C1", Severity.Critical, removal.Clause.Path, [removal.Clause.Path, inspect.Clause.Path], Say(together ? "C1.remove-together" : "C1.removes", by, ("inspector", inspector))) { Strength = Strength.Decisive };
    }

    /// <summary>Inspected persons who may lawfully fill half of the body that chooses the inspector.</summary>
    private static IEnumerable<Finding> Blocking(Analysis a, Power inspect, string inspector, List<string> remit)
    {
        var c = a.Constitution;
        var selectors = (c.Bodies.GetValueOrDefault(inspector)?.Seats.Values.Select(s => s.By) ?? []).OfType<Elect>().Select(e => e.Body?.Id).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var selector in selectors.Select(s => c.Bodies[s]).Where(s => s.Seats.Count > 0 && !FlowChecks.IsDelegates(c, s.Id)))
        {
            var persons = remit.Where(r => a.IsExecutive(r) && TenureChecks.MayHoldBoth(c, r, selector.Id)).Sum(a.SeatsOf);
            if (persons * 2 >= a.Model.Numbers.Seats(selector))
                yield return new("C1", Severity.Medium, selector.Clause.Path, [selector.Clause.Path, inspect.Clause.Path], Say("C1.blocking", ("n", persons), ("inspector", inspector), ("selector", selector.Id)));
        }
    }

    /// <summary>C2: power over money, posts, discipline or publication in nobody's remit.</summary>
    private static IEnumerable<Finding> Uninspected(Analysis a)
    {
        var c = a.Constitution;
        var remit = Holdings.Places(c, c.Powers.Where(p => p.Verb == Verb.Inspect).SelectMany(p => p.Object)).ToHashSet(StringComparer.Ordinal);
        var holders = Holdings.Of(c, Verb.Decide, Verb.Appoint, Verb.Expel, Verb.Publish).Where(h => a.Known(h.Holder) && !a.IsBase(h.Holder) && !FlowChecks.IsDelegates(c, h.Holder));
        foreach (var holder in holders.GroupBy(h => h.Holder, StringComparer.Ordinal).Where(h => !remit.Contains(h.Key)))
        {
            var powers = holder.Select(h => h.Power).ToList();
            // Where members can call back what is done under the power, two steps less.
            var severity = powers.Max(p => CaptureModel.Overridable(p) ? CircleChecks.Lower(Weight(p)) : Weight(p));
            yield return new("C2", (Severity)Math.Max((int)severity, (int)Severity.Low), powers[0].Clause.Path, [.. powers.Select(p => p.Clause.Path)], Say("C2.uninspected", ("holder", holder.Key)));
        }
    }

    /// <summary>How much an unwatched power matters: money most, posts and discipline less, publication and other matters least.</summary>
    private static Severity Weight(Power power) =>
        Holdings.Concerns(power, "budget", "levy", "money", "fund", "financ", "treasur", "asset", "property", "account") ? Severity.High
        : power.Verb is Verb.Appoint or Verb.Expel || Holdings.Concerns(power, "staff", "disciplin", "sanction", "appointment", "personnel") ? Severity.Medium : Severity.Low;

    /// <summary>C3: a rule may bind before it is published, or be kept secret.</summary>
    private static IEnumerable<Finding> Secret(Analysis a)
    {
        var c = a.Constitution;
        if (c.Procedure.Default.Effective == Effective.OnAdoption) yield return new("C3", Severity.Critical, c.Procedure.Default.Clause.Path + ".effective", [c.Procedure.Default.Clause.Path], Say("C3.on-adoption"));
        if (c.Publication.Confidential is not { } confidential) yield break;
        foreach (var matter in NeverSecret.Where(m => !confidential.CannotCover.Contains(m, StringComparer.Ordinal)))
            yield return new("C3", Severity.Critical, confidential.Clause.Path + ".cannot_cover", [confidential.Clause.Path], Say("C3.secret-" + matter));
        foreach (var matter in BetterOpen.Where(m => !confidential.CannotCover.Contains(m, StringComparer.Ordinal)))
            yield return new("C3", Severity.Medium, confidential.Clause.Path + ".cannot_cover", [confidential.Clause.Path], Say("C3.confidential-" + matter));
        if (confidential.ReviewedBy is null) yield return new("C3", Severity.Low, confidential.Clause.Path, [confidential.Clause.Path], Say("C3.unreviewed"));
    }

    /// <summary>C4: what members address to a body or to inspectors may be held back or altered on the way.</summary>
    private static IEnumerable<Finding> Withheld(Analysis a)
    {
        var addressed = a.Constitution.Rights.Values.Where(r => !r.To.IsEmpty && (r.Deliver is not null || r.WithholdBy is not null)).ToList();
        foreach (var right in addressed)
        {
            if (right.WithholdBy is not (null or "none")) yield return new("C4", Severity.High, right.Clause.Path + ".withhold_by", [right.Clause.Path], Say("C4.withheld", ("by", right.WithholdBy!), ("to", right.To.Select(t => t.Id).ToImmutableArray())));
            else if (right.Deliver is not (null or "unopened")) yield return new("C4", Severity.High, right.Clause.Path + ".deliver", [right.Clause.Path], Say("C4.altered", ("to", right.To.Select(t => t.Id).ToImmutableArray()), ("how", new Verbatim(right.Deliver!))));
            else if (right.WithholdBy is null || right.Within is null || right.Deliver is null) yield return new("C4", Severity.Medium, right.Clause.Path, [right.Clause.Path], Say("C4.incomplete"));
        }
        foreach (var (power, by) in Holdings.Of(a.Constitution, Verb.Decide, Verb.Publish, Verb.Confirm).Where(h => Holdings.Concerns(h.Power, "minutes") && a.IsExecutive(h.Holder) && !a.IsBase(h.Holder) && h.Power.Review is null))
            yield return new("C4", Severity.High, power.Clause.Path, [power.Clause.Path], Say("C4.edits-minutes", ("by", by)));
        foreach (var (power, by) in Holdings.Of(a.Constitution, Verb.Decide, Verb.Confirm, Verb.Veto).Where(h => Holdings.Concerns(h.Power, "correspond", "letter", "communication", "petition_deliver", "documents", "submission") && !a.IsBase(h.Holder) && !FlowChecks.IsDelegates(a.Constitution, h.Holder) && !a.IsByLot(h.Holder) && h.Power.Review is null))
            yield return new("C4", Severity.High, power.Clause.Path, [power.Clause.Path], Say("C4.handles", ("by", by)));
        if (addressed.Count == 0) yield return new("C4", Severity.Low, "rights", [], Say("C4.no-clause"));
        if (!a.Constitution.Rights.Values.Any(r => r.PublishWithin is not null)) yield return new("C4", Severity.Low, "rights", [], Say("C4.minutes"));
    }

    /// <summary>C5: the press depends on the executive and no minority has space in it.</summary>
    private static IEnumerable<Finding> Press(Analysis a)
    {
        var c = a.Constitution;
        var space = c.Rights.Values.Any(r => r.Gives?["equal_space"] is not null);
        foreach (var (press, editor) in Holdings.Of(c, Verb.Publish).Where(h => a.Known(h.Holder)))
        {
            if (space || a.IsBase(editor)) continue;
            var by = a.IsExecutive(editor) ? editor : a.Executive.FirstOrDefault(e => a.Reaches(e, editor, Strength.Decisive));
            if (by is null) yield return new("C5", Severity.Low, press.Clause.Path, [press.Clause.Path], Say("C5.no-space", ("editor", editor)));
            else
            {
                var dismiss = by == editor || Competence.RemovalOf(c, editor).OfType<RemovalBy>().Any(r => a.Model.Forced(r.Rule, r.By).Holds(a.ReachOf(by, Strength.Decisive)));
                yield return new("C5", dismiss ? Severity.High : Severity.Medium, press.Clause.Path, [press.Clause.Path], Say(by == editor ? "C5.executive" : "C5.filled", ("by", by), ("editor", editor)));
            }
        }
    }
}
