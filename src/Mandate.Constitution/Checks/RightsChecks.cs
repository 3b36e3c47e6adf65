using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>E: restrictions, minorities, emergency.</summary>
internal static class RightsChecks
{
    private const int LongRestriction = 732;

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("E1", Sunsets), ("E2", Renewals), ("E3", Minorities), ("E4", Emergencies)];

    private static readonly string[] Grave = ["platform", "press", "publi", "candida", "group", "caucus", "faction", "tendenc", "organis", "assembl"];

    private static readonly string[] Restricting = ["restrict", "suspension_of_right", "suspend_right", "ban_on", "prohibition", "censor"];

    /// <summary>E1: a restriction without an end.</summary>
    private static IEnumerable<Finding> Sunsets(Analysis a)
    {
        var c = a.Constitution;
        if (c.Procedure.ByObject.GetValueOrDefault("restrict_right") is { SunsetRequired: false } procedure)
        {
            var optional = Clauses.At(c, procedure.Clause.Path + ".sunset") is not null;
            yield return new("E1", optional ? Severity.Critical : Severity.Low, procedure.Clause.Path, [procedure.Clause.Path], Say(optional ? "E1.optional" : "E1.unstated"));
        }
        foreach (var (power, by) in Holdings.Of(c, Verb.Decide).Where(h => Holdings.Concerns(h.Power, Restricting) && a.Known(h.Holder) && !a.IsBase(h.Holder) && !FlowChecks.IsDelegates(c, h.Holder) && !CaptureModel.Overridable(h.Power)))
            yield return new("E1", Severity.High, power.Clause.Path, [power.Clause.Path], Say("E1.power", ("by", by)));
        foreach (var restriction in c.Restrictions.Where(r => r.Expires.DayNumber - r.AdoptedOn.DayNumber > LongRestriction))
        {
            var right = c.Rights.GetValueOrDefault(restriction.Right);
            var grave = right?.Gives is not null || Grave.Any(g => restriction.Right.Contains(g, StringComparison.Ordinal));
            yield return new("E1", grave ? Severity.Critical : Severity.High, restriction.Clause.Path, [restriction.Clause.Path], Say("E1.endless", ("right", restriction.Right), ("day", restriction.Expires)));
        }
    }

    /// <summary>E2: a restriction or emergency renewed by those it serves, without limit, or ever as easily.</summary>
    private static IEnumerable<Finding> Renewals(Analysis a)
    {
        foreach (var restriction in a.Constitution.Restrictions)
        {
            if (a.IsExecutive(restriction.RenewedBy.Id)) yield return new("E2", Severity.High, restriction.Clause.Path, [restriction.Clause.Path], Say("E2.by-beneficiary", ("right", restriction.Right), ("by", restriction.RenewedBy.Id)));
            if (restriction.MaxRenewals > 2) yield return new("E2", Severity.Medium, restriction.Clause.Path, [restriction.Clause.Path], Say("E2.often", ("right", restriction.Right), ("n", restriction.MaxRenewals)));
        }
        if (a.Constitution.Emergency is not { } emergency) yield break;
        var renew = emergency.Renew;
        if (a.IsExecutive(renew.By.Id) || renew.By.Id == emergency.Declare.By?.Id) yield return new("E2", Severity.High, renew.Clause.Path, [renew.Clause.Path], Say("E2.emergency-by-beneficiary", ("by", renew.By.Id)));
        if (renew.MaxTimes is null) yield return new("E2", Severity.High, renew.Clause.Path, [renew.Clause.Path], Say("E2.emergency-unlimited"));
        else if (renew.MaxTimes > 1 && !Rising(a, emergency)) yield return new("E2", Severity.Medium, renew.Clause.Path, [renew.Clause.Path], Say("E2.emergency-as-easily", ("n", renew.MaxTimes.Value)));
    }

    /// <summary>Each renewal needs more than the one before, and there is a rule for each.</summary>
    private static bool Rising(Analysis a, Emergency emergency)
    {
        var rules = emergency.Renew.Rules;
        if (rules.Length < Math.Min(emergency.Renew.MaxTimes ?? int.MaxValue, 12)) return false;
        var needs = rules.Select(r => r is MajorityRule m ? Numbers.Need(m.Majority, 1000, 1000) : 0).ToList();
        return needs.Zip(needs.Skip(1)).All(p => p.First < p.Second);
    }

    /// <summary>E3: no right to organise and be heard, or one that the majority of the day can take away.</summary>
    private static IEnumerable<Finding> Minorities(Analysis a)
    {
        var c = a.Constitution;
        var organise = c.Rights.Values.Where(r => r is { Gives: not null, Who: Together or AnyOfWho or AnyPerson }).ToList();
        if (organise.Count == 0)
        {
            yield return new("E3", Severity.High, "rights", [], Say("E3.none"));
            yield break;
        }
        foreach (var restriction in c.Restrictions.Where(r => r.Expires.DayNumber - r.AdoptedOn.DayNumber > LongRestriction && organise.Exists(o => o.Id == r.Right)))
            yield return new("E3", Severity.Critical, restriction.Clause.Path, [restriction.Clause.Path, "rights." + restriction.Right], Say("E3.on-paper", ("right", restriction.Right)));
        if (!organise.Exists(r => r.Gives!["named_platform"] is not null || r.Gives["equal_space"] is not null || r.Gives["option_on_ballot"] is not null || r.Gives["organise"] is not null))
            yield return new("E3", Severity.Medium, "rights", [.. organise.Select(r => r.Clause.Path)], Say("E3.heard-only"));
        var shielded = c.Amend.Entrenched is { } entrenched && organise.TrueForAll(r => entrenched.Clauses.Any(p => Clauses.Covers(p, r.Clause.Path)));
        if (!shielded) yield return new("E3", a.AmendsLikeOrdinary ? Severity.Medium : Severity.Low, organise[0].Clause.Path, [organise[0].Clause.Path, c.Amend.Clause.Path], Say(a.AmendsLikeOrdinary ? "E3.majority-of-the-day" : "E3.unshielded"));
    }

    private static readonly string[] Untouchable = ["amend", "postpone_election", "extend_term"];

    /// <summary>E4: an emergency that those who declare it control.</summary>
    private static IEnumerable<Finding> Emergencies(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (power, holder) in Holdings.Of(c, Verb.Decide).Where(h => Holdings.Concerns(h.Power, "emergency", "urgent") && a.Known(h.Holder) && !a.IsBase(h.Holder)))
            yield return new("E4", CaptureModel.Overridable(power) ? Severity.Low : Severity.High, power.Clause.Path, [power.Clause.Path], Say(CaptureModel.Overridable(power) ? "E4.urgent-overridable" : "E4.urgent", ("by", holder)));
        if (c.Emergency is not { } e) yield break;
        var declarer = e.Declare.By?.Id;
        if (e.Confirm.By is not { } by || by.Id == declarer || declarer is not null && a.Reaches(declarer, by.Id, Strength.Steer))
            yield return new("E4", Severity.Critical, e.Confirm.Clause.Path, [e.Declare.Clause.Path, e.Confirm.Clause.Path], Say("E4.unconfirmed"));
        if (e.Confirm.Within is not { } within || FlowChecks.Days(within) > 14) yield return new("E4", Severity.High, e.Confirm.Clause.Path, [e.Confirm.Clause.Path], Say("E4.late-confirmation"));
        if (e.Confirm.Else is not "lapses") yield return new("E4", Severity.High, e.Confirm.Clause.Path, [e.Confirm.Clause.Path], Say("E4.no-lapse"));
        if (FlowChecks.Days(e.LapsesAfter) > 90) yield return new("E4", Severity.Critical, e.LapsesAfter.Clause.Path, [e.LapsesAfter.Clause.Path], Say("E4.long", ("time", e.LapsesAfter)));
        foreach (var act in Untouchable.Where(u => e.May.Contains(u, StringComparer.Ordinal))) yield return new("E4", Severity.Critical, e.Clause.Path + ".may", [e.Clause.Path], Say("E4.permits-" + act.Replace('_', '-')));
        foreach (var act in e.May.Where(m => m.StartsWith("remove:", StringComparison.Ordinal) || m.StartsWith("restrict:", StringComparison.Ordinal) || m.StartsWith("suspend", StringComparison.Ordinal)))
            yield return new("E4", Severity.Critical, e.Clause.Path + ".may", [e.Clause.Path], Say("E4.permits-touching", ("act", new Verbatim(act.Replace('_', ' ')))));
        foreach (var act in Untouchable.Where(u => !e.MayNot.Contains(u, StringComparer.Ordinal))) yield return new("E4", Severity.High, e.Clause.Path + ".may_not", [e.Clause.Path], Say("E4.not-kept-from-" + act.Replace('_', '-')));
        if (a.Inspectors.Length > 0 && !e.MayNot.Any(m => m.StartsWith("remove:", StringComparison.Ordinal))) yield return new("E4", Severity.High, e.Clause.Path + ".may_not", [e.Clause.Path], Say("E4.inspectors"));
        if (c.Rights.Count > 0 && !e.MayNot.Any(m => m.StartsWith("restrict:", StringComparison.Ordinal))) yield return new("E4", Severity.High, e.Clause.Path + ".may_not", [e.Clause.Path], Say("E4.minorities"));
        if (e.Report is null) yield return new("E4", Severity.Low, e.Clause.Path, [e.Clause.Path], Say("E4.no-report"));
    }
}
