using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Checks;

/// <summary>
/// Says what a constitution makes possible. It assumes what is not declared: a secret ballot, a neutral chair, no caucus outside
/// the rules.
/// </summary>
public static class Checker
{
    /// <param name="today">Waivers that have expired by then cover nothing. Null: all waivers count.</param>
    /// <param name="remedies">Whether to try remedies, which takes longer than the checks themselves.</param>
    /// <param name="least">Remedies are tried for findings of that severity and above, the gravest first.</param>
    /// <param name="enough">Asked before each finding: once true, no further remedies are tried, and the result says for how many findings. Null: there is no end.</param>
    public static CheckResult Check(Constitution constitution, DateOnly? today = null, bool remedies = false, Severity least = Severity.Info, Func<bool>? enough = null)
    {
        var analysis = new Analysis(constitution);
        var capture = Enum.GetValues<Target>().ToImmutableSortedDictionary(t => t, t => Enum.GetValues<Strength>().ToImmutableSortedDictionary(s => s, s => analysis.Capture(t, s)));
        var accountability = Accountability(analysis);
        var findings = Checks.SelectMany(c => c.Find(analysis)).Concat(analysis.Omissions);
        var waived = findings.Select(f => f with { Waived = constitution.Waivers.FirstOrDefault(w => w.Check == f.Check && !(w.Expires < today) && (Clauses.Covers(w.At, f.At) || f.Clauses.Any(c => Clauses.Covers(w.At, c)))) });
        var ordered = waived.DistinctBy(f => (f.Check, f.At, f.Witness)).OrderByDescending(f => f.Severity).ThenBy(f => f.Check, StringComparer.Ordinal).ThenBy(f => f.At, StringComparer.Ordinal).ToImmutableArray();
        if (!remedies) return new(ordered, capture, accountability);
        var search = new RemedySearch(analysis, ordered);
        var left = 0;
        return new([.. ordered.Select(Mended)], capture, accountability) { RemediesLeft = left };

        Finding Mended(Finding finding)
        {
            if (finding.Severity < least) return finding;
            if (left == 0 && enough?.Invoke() != true) return finding with { Remedies = search.For(finding) };
            left++;
            return finding;
        }
    }

    /// <summary>The checks of the research note, section 5, each with what finds it.</summary>
    private static readonly ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> Checks =
    [
        ("A1", CircleChecks.CircularFlow), ("A2", a => CircleChecks.CaptureNumbers(a, Accountability(a).Forced)), .. FlowChecks.All, .. TenureChecks.All, .. InspectionChecks.All,
        .. ProcedureChecks.All, .. RightsChecks.All, .. DeadlockChecks.All, .. AmendmentChecks.All, .. RepresentationChecks.All,
    ];

    /// <summary>What one check finds, with what is merely not stated.</summary>
    internal static IEnumerable<Finding> Findings(Analysis a, string check) => Checks.Where(c => c.Check == check).SelectMany(c => c.Find(a)).Concat(a.Omissions.Where(f => f.Check == check));

    /// <summary>Changes that would mend one finding of a check, tried on the constitution and ranked by how many persons capture would then take.</summary>
    public static ImmutableArray<Remedy> Remedies(Constitution constitution, CheckResult result, Finding finding) => new RemedySearch(new Analysis(constitution), result.Findings).For(finding);

    /// <summary>The least number of members whose joint act removes the executive by petition and vote.</summary>
    private static (long? Forced, long? Ambush) Accountability(Analysis a)
    {
        if (a.Executive.IsEmpty) return (null, null);
        long? forced = null, ambush = null;
        foreach (var assembly in Competence.RemovalOf(a.Constitution, a.Executive[0]).OfType<RemovalBy>().Where(r => a.IsBase(r.By.Id) && r.ConsentOf.IsEmpty))
        {
            var rule = new BodyRule(assembly.By, (assembly.Rule as MajorityRule)?.Majority, null) { Clause = assembly.Rule.Clause };
            forced = Math.Min(forced ?? long.MaxValue, Votes(a, rule, true) ?? long.MaxValue);
            ambush = Math.Min(ambush ?? long.MaxValue, Votes(a, rule, false) ?? long.MaxValue);
        }
        foreach (var removal in Competence.RemovalOf(a.Constitution, a.Executive[0]).OfType<RemovalByPetition>())
        {
            var members = a.Model.Numbers.Members;
            var signatures = Quantities.Needed(removal.Petition, a.Model.Numbers.Sizes with { Seats = members, Present = members, VotesCast = members, Budget = 1 });
            if (Votes(a, removal.Then, true) is not { } all || Votes(a, removal.Then, false) is not { } few) continue;
            forced = Math.Min(forced ?? long.MaxValue, Math.Max(signatures, all));
            ambush = Math.Min(ambush ?? long.MaxValue, Math.Max(signatures, few));
        }
        return (forced, ambush);
    }

    private static long? Votes(Analysis a, Rule rule, bool everybody)
    {
        var members = a.Model.Numbers.Members;
        return rule switch
        {
            ReferendumRule r => Numbers.Need(r.Majority, members, everybody ? members : r.Quorum is null ? 1 : Quantities.Needed(r.Quorum, a.Model.Numbers.Sizes with { Seats = members, Present = members, VotesCast = members, Budget = 1 })),
            BodyRule b when a.IsBase(b.Body.Id) && a.Constitution.Bodies[b.Body.Id] is { Per: null } body => Numbers.Need(b.Majority, members, everybody || body.Quorum is null ? everybody ? members : 1 : Quantities.Needed(body.Quorum.EachVote, a.Model.Numbers.Sizes with { Seats = members, Present = members, VotesCast = members, Budget = 1 })),
            AllOf all => all.Rules.Select(r => Votes(a, r, everybody)).Max(),
            AnyOf any => any.Rules.Select(r => Votes(a, r, everybody)).Where(v => v is not null).DefaultIfEmpty(null).Min(),
            _ => null,
        };
    }
}
