using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Checks;

/// <summary>
/// Tries changes on the constitution itself and keeps those after which a finding is gone or milder, ranked by how many persons
/// capture would then take (nobody but members first), then by how few clauses are touched.
/// </summary>
internal sealed class RemedySearch(Analysis analysis, ImmutableArray<Finding> findings)
{
    private const int Tried = 32;

    private readonly Dictionary<string, Analysis?> amended = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Edits, string Check), ImmutableArray<Finding>> checkedAgain = [];
    private readonly Remembered remembered = new(analysis.Constitution);

    public ImmutableArray<Remedy> For(Finding finding)
    {
        var target = finding.Target ?? TargetOf(finding.Check);
        var strength = finding.Strength ?? Strength.Steer;
        var before = analysis.Capture(target, strength).Number;
        var found = new List<Remedy>();
        foreach (var (says, edits) in RemedyCandidates.For(finding, analysis).DistinctBy(c => Name(c.Edits), StringComparer.Ordinal).Take(Tried))
        {
            if (Amended(edits) is not { } after) continue;
            var still = Worst(Again(after, edits, finding.Check), finding);
            var number = after.Capture(target, strength).Number;
            // A change that leaves the finding as it is and makes capture no harder is no remedy.
            if (still >= finding.Severity && (number ?? long.MaxValue) <= (before ?? long.MaxValue)) continue;
            found.Add(new(says, edits, target, strength, before, number) { Mends = still is null });
        }
        return [.. found.OrderByDescending(r => r.After ?? long.MaxValue).ThenByDescending(r => r.Mends).ThenBy(r => r.Edits.Length).ThenBy(r => r.Text, StringComparer.Ordinal)];
    }

    private static Target TargetOf(string check) => check switch
    {
        "C1" or "C2" => Target.Inspection,
        "C5" => Target.Press,
        "F1" or "F3" or "F4" => Target.Amendment,
        _ => Target.Executive,
    };

    /// <summary>How severe what is left of the finding is: the same check of the same place, or the same sentence elsewhere.</summary>
    private Severity? Worst(ImmutableArray<Finding> after, Finding finding)
    {
        var same = after.Where(f => f.Check == finding.Check && (f.At == finding.At || f.Witness == finding.Witness)).ToList();
        // Another finding of the check at the same clause was there before and is no trace of this one.
        var others = findings.Where(f => f.Check == finding.Check && f.At == finding.At && f.Witness != finding.Witness).Select(f => f.Witness).ToHashSet(StringComparer.Ordinal);
        return same.Where(f => !others.Contains(f.Witness)).Select(f => (Severity?)f.Severity).DefaultIfEmpty(null).Max();
    }

    /// <summary>The constitution with the edits; null where they do not fit it.</summary>
    private Analysis? Amended(ImmutableArray<ClauseEdit> edits)
    {
        var name = Name(edits);
        if (amended.TryGetValue(name, out var known)) return known;
        return amended[name] = Amendment.Tried(analysis.Constitution, edits, remembered) is { } constitution ? new(constitution, analysis) : null;
    }

    /// <summary>Only the check that can say whether the finding is gone.</summary>
    private ImmutableArray<Finding> Again(Analysis after, ImmutableArray<ClauseEdit> edits, string check) =>
        checkedAgain.TryGetValue((Name(edits), check), out var known) ? known : checkedAgain[(Name(edits), check)] = [.. Checker.Findings(after, check).DistinctBy(f => (f.At, f.Witness))];

    private static string Name(ImmutableArray<ClauseEdit> edits) => string.Join('\n', edits.Select(e => e.Path + "=" + e.Yaml));
}
