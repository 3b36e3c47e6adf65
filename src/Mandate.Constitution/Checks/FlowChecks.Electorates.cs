using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>A5 and A9: who decides who belongs to the electors, and where.</summary>
internal static partial class FlowChecks
{
    /// <summary>A5: who belongs to the electorate is decided by those it elects.</summary>
    private static IEnumerable<Finding> Electorates(Analysis a)
    {
        var c = a.Constitution;
        foreach (var electorate in c.Electorates.Values)
        {
            foreach (var (decider, verb) in new[] { (electorate.Admit, "admit"), (electorate.Expel, "expel"), (electorate.Suspend, "suspend") })
            {
                if (decider is null) continue;
                if (decider.AppealTo is { } appealed && a.IsExecutive(appealed.Id))
                    yield return new("A5", Severity.Medium, decider.AppealTo.Clause.Path, [decider.Clause.Path, decider.AppealTo.Clause.Path], Say("A5.appeal-to-executive", ("what", Say("A5.to-" + verb)), ("body", appealed.Id)));
                var by = decider.Name;
                if (by is null || by.Kind is RefKind.Self or RefKind.Petitioners || a.IsBase(by.Id) || !a.Known(by.Id) || a.IsByLot(by.Id) || IsDelegates(c, by.Id)) continue;
                if (c.Powers.Any(p => p.Verb == (verb == "admit" ? Verb.Admit : Verb.Expel) && p.Object.Any(o => o.Id == electorate.Id) && CaptureModel.Overridable(p))) continue;
                var independent = decider.AppealTo is { } appeal && appeal.Id != by.Id && !a.Reaches(by.Id, appeal.Id, Strength.Steer);
                if (independent && (verb == "admit" || decider.SuspendedDuringAppeal == true)) continue;
                yield return new("A5", independent ? Severity.Medium : Severity.High, decider.Clause.Path, [decider.Clause.Path],
                    Say(independent ? "A5.effect-during-appeal" : "A5.no-appeal", ("body", by.Id), ("electorate", electorate.Id), ("what", Say("A5.to-" + verb))));
            }
            var notice = c.Procedure.ByObject.GetValueOrDefault("amendment")?.Notice ?? c.Procedure.Default.Notice;
            if (notice is not null && electorate.Register.Closes is { Event: "vote", Before: { } before } closes && Shorter(before, notice))
                yield return new("A5", Severity.High, closes.Clause.Path, [closes.Clause.Path, notice.Clause.Path], Say("A5.register", ("before", before), ("notice", notice)));
            foreach (var (power, holder) in Holdings.Of(c, Verb.Admit, Verb.Expel).Where(h => h.Power.Object.Any(o => o.Id == electorate.Id) && !CaptureModel.Overridable(h.Power) && IsNarrow(a, h.Holder)))
                yield return new("A5", Severity.High, power.Clause.Path, [power.Clause.Path], Say("A5.no-appeal", ("body", holder), ("electorate", electorate.Id), ("what", Say(power.Verb == Verb.Admit ? "A5.to-admit" : "A5.to-expel"))));
        }
        foreach (var (power, holder) in Holdings.Of(c, Verb.Decide, Verb.Amend).Where(h => !CaptureModel.Overridable(h.Power) && IsNarrow(a, h.Holder) && Holdings.Concerns(h.Power, Franchise)))
            yield return new("A5", Severity.Medium, power.Clause.Path, [power.Clause.Path], Say("A5.franchise", ("body", holder)));
        foreach (var unit in c.Units.Values)
        {
            foreach (var (decider, verb) in new[] { (unit.CreatedBy, "create"), (unit.DissolvedBy, "dissolve") })
            {
                if (decider.Name is not { } by || !decider.ConsentOf.IsEmpty || !JudgedThrough(a, unit.Id, by.Id)) continue;
                yield return new("A5", decider.AppealTo is { } judge && !a.IsExecutive(judge.Id) ? Severity.Medium : Severity.High, decider.Clause.Path, [decider.Clause.Path], Say("A5.unit-" + verb, ("body", by.Id), ("unit", unit.Id)));
            }
            foreach (var (power, holder) in Holdings.Of(c, Verb.Decide, Verb.Amend).Where(h => !CaptureModel.Overridable(h.Power) && h.Power.ConsentOf.IsEmpty && h.Power.Object.Any(o => o.Kind == RefKind.Unit && o.Id == unit.Id) && JudgedThrough(a, unit.Id, h.Holder)))
                yield return new("A5", Severity.High, power.Clause.Path, [power.Clause.Path], Say("A5.unit-create", ("body", holder), ("unit", unit.Id)));
        }
    }

    private static readonly string[] Franchise = ["voting_right", "right_to_vote", "franchise", "suffrage", "electorate", "voter", "voting_eligib", "membership_criteria", "membership_class", "membership_categor"];

    /// <summary>Whether it is a narrow body or officer that is chosen, or removed, by those whom the units elect; whoever is elected in a unit of that kind alone is not.</summary>
    private static bool JudgedThrough(Analysis a, string unit, string place)
    {
        if (!IsNarrow(a, place)) return false;
        if (a.IsExecutive(place)) return true;
        var judges = new HashSet<string>(StringComparer.Ordinal) { place };
        judges.UnionWith(Competence.RemovalOf(a.Constitution, place).OfType<RemovalBy>().Select(r => r.By.Id));
        for (var size = 0; size != judges.Count;)
        {
            size = judges.Count;
            judges.UnionWith(judges.ToList().SelectMany(j => Upstream(a.Constitution, j)));
        }
        return a.Constitution.Bodies.Values.Where(b => judges.Contains(b.Id)).SelectMany(b => b.Seats.Values).Any(g => g.Apportion?.Per.Id == unit || g.By is Elect { Within: { } within } && within.Id == unit);
    }

    private static readonly string[] Moving = ["transfer", "second", "relocat", "posting", "reassign", "redeploy", "suspen", "assignment"];

    /// <summary>A9: delegates or members can be moved against their will.</summary>
    private static IEnumerable<Finding> Movable(Analysis a)
    {
        foreach (var electorate in a.Constitution.Electorates.Values)
        {
            var reaches = a.Constitution.Bodies.Values.Any(b => b.Seats.Values.Any(s => s.By is Elect { Within: not null } e && e.Electorate?.Id == electorate.Id));
            if (electorate.Suspend is { Name: { } suspends } suspend && IsNarrow(a, suspends.Id) && suspend is not { AppealTo: not null, SuspendedDuringAppeal: true } && suspend.ConsentOf.IsEmpty)
                yield return new("A9", reaches ? Severity.High : Severity.Medium, suspend.Clause.Path, [suspend.Clause.Path], Say("A9.suspends", ("by", suspends.Id)));
            if (electorate.Transfer is not { Name: { Kind: not (RefKind.Self or RefKind.Petitioners) } by } transfer || a.IsBase(by.Id)) continue;
            if (transfer.ConsentOf.Any(r => r.Kind == RefKind.Self) || transfer is { AppealTo: not null, SuspendedDuringAppeal: true }) continue;
            yield return new("A9", reaches ? Severity.High : Severity.Medium, transfer.Clause.Path, [transfer.Clause.Path], Say(reaches ? "A9.delegates" : "A9.members", ("by", by.Id)));
        }
        foreach (var unit in a.Constitution.Units.Values.Where(u => u.DissolvedBy.Name is { } by && a.IsExecutive(by.Id) && u.DissolvedBy.ConsentOf.IsEmpty))
            yield return new("A9", Severity.Low, unit.DissolvedBy.Clause.Path, [unit.DissolvedBy.Clause.Path], Say("A9.dissolved", ("by", unit.DissolvedBy.Name!.Id), ("unit", unit.Id)));
        foreach (var (power, holder) in Holdings.Of(a.Constitution, Verb.Decide, Verb.Remove).Where(h => IsNarrow(a, h.Holder) && !CaptureModel.Overridable(h.Power) && !h.Power.ConsentOf.Any(r => r.Kind == RefKind.Self) && Holdings.Concerns(h.Power, Moving)))
        {
            var whom = power.Object.Any(o => o.Kind is RefKind.Body or RefKind.Seats or RefKind.Office || o.Id.Contains("delegate", StringComparison.Ordinal) || o.Id.Contains("inspector", StringComparison.Ordinal));
            yield return new("A9", whom ? Severity.High : Severity.Medium, power.Clause.Path, [power.Clause.Path], Say("A9.members", ("by", holder)));
        }
    }
}
