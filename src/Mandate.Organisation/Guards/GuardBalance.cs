using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>A case that a member filed, tried now.</summary>
/// <param name="Holds">Whether the guard holds on it.</param>
public sealed record TriedCase(GuardCase Case, bool Holds)
{
    /// <summary>The guard says what the case asks of it: it finds what it had missed, or finds no more what was none.</summary>
    public bool Passes => Holds == (Case.Misjudged == Misjudged.Missed);
}

/// <summary>What one guard caught, missed and found wrongly (requirement S431).</summary>
/// <param name="Caught">Findings that began in the time.</param>
/// <param name="Contested">Those of them that rest on a fact to which somebody objects.</param>
public sealed record GuardAccount(Guard Guard, int Caught, int Contested, ImmutableArray<TriedCase> Cases);

/// <summary>A balance of the guards over a time: anybody can compute it again from the findings and the cases that members filed.</summary>
public static class GuardBalance
{
    /// <summary>The guards of which there is anything to say, in the order of the catalogue. Cases stay until their guard passes them, whenever they were filed.</summary>
    /// <param name="findings">As of the last day.</param>
    public static ImmutableArray<GuardAccount> Of(FactsState facts, ImmutableArray<Finding> findings, DateOnly from, DateOnly to)
    {
        var byGuard = findings.ToLookup(f => f.Guard);
        var cases = facts.Cases.Values.ToLookup(c => c.Guard, StringComparer.Ordinal);
        return
        [
            .. GuardCatalogue.All.Select(guard =>
            {
                var caught = byGuard[guard].Where(f => f.Since is not { } since || from <= since && since <= to).ToList();
                return new GuardAccount(guard, caught.Count, caught.Count(f => f.Contested), [.. cases[guard.Name].Select(c => new TriedCase(c, byGuard[guard].Any(f => On(f, c.About))))]);
            }).Where(a => a.Caught > 0 || !a.Cases.IsEmpty),
        ];
    }

    private static bool On(Finding finding, string about) =>
        finding.Events.Contains(about, StringComparer.Ordinal) || finding.Facts.Concat(finding.Beside).Any(f => f.Id == about);
}
