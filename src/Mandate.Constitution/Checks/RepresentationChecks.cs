using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions.Rules;
using Mandate.Tally;

namespace Mandate.Constitutions.Checks;

/// <summary>G: the arithmetic of representation.</summary>
internal static class RepresentationChecks
{
    private static readonly string[] Binding = ["notice", "ballot", "decision", "minutes"];

    public static IEnumerable<Finding> All(Analysis a) => [.. Distortion(a), .. Malapportionment(a), .. Dummies(a), .. Languages(a)];

    /// <summary>G1: through how many majorities of majorities the executive is chosen.</summary>
    private static IEnumerable<Finding> Distortion(Analysis a)
    {
        foreach (var place in a.Executive.Take(1))
        {
            var tiers = Depth(a.Constitution, place, []);
            if (tiers < 2) continue;
            var share = new Fraction(1, System.Numerics.BigInteger.Pow(2, tiers));
            var severity = share < new Fraction(1, 10) ? Severity.High : tiers >= 3 ? Severity.Medium : Severity.Info;
            yield return new("G1", severity, a.Constitution.Bodies.GetValueOrDefault(place)?.Clause.Path ?? a.Constitution.Offices[place].Clause.Path, [], FormattableString.Invariant($"{place} is chosen through {tiers} majorities, one upon the other: in the limit {(share * 100).ToDecimal(2)}% of the members suffice."));
        }
    }

    /// <summary>Majorities between the members and a place; the largest group of seats counts.</summary>
    private static int Depth(Constitution c, string place, ImmutableHashSet<string> seen)
    {
        if (seen.Contains(place)) return 0;
        var by = c.Offices.TryGetValue(place, out var office) ? office.By : c.Bodies.GetValueOrDefault(place)?.Seats.Values.OrderByDescending(s => s.Count ?? int.MaxValue).FirstOrDefault()?.By;
        return by switch
        {
            Elect { Body: { } body } => c.Bodies[body.Id].Of is not null ? 1 : 1 + Depth(c, body.Id, seen.Add(place)),
            Elect => 1,
            Appoint appoint => appoint.By.Max(b => b.Kind is RefKind.Body or RefKind.Office ? Depth(c, b.Id, seen.Add(place)) + (b.Kind == RefKind.Body ? 1 : 0) : 0),
            ExOfficio ex => Depth(c, ex.Office.Id, seen.Add(place)),
            _ => 0,
        };
    }

    /// <summary>G2: members of some units weigh more. Needs the smallest and the largest unit (<c>assume: {smallest_branch: 10, largest_branch: 190}</c>).</summary>
    private static IEnumerable<Finding> Malapportionment(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values)
        {
            foreach (var group in body.Seats.Values.Where(g => g.Apportion is not null))
            {
                if (Assumed(a.Constitution, "smallest_" + group.Apportion!.Per.Id) is not { } smallest || Assumed(a.Constitution, "largest_" + group.Apportion.Per.Id) is not { } largest) continue;
                // A chamber of equals beside another body that must agree is a federation's choice.
                if (group.Apportion.Equal is not null && body.Kind == BodyKind.Chamber && a.AmendingBodies.Length > 1) continue;
                var small = Seats(group.Apportion, smallest);
                var large = Seats(group.Apportion, largest);
                if (small == 0 || large == 0) continue;
                var ratio = new Fraction(small, smallest) / new Fraction(large, largest);
                if (ratio < 1) ratio = 1 / ratio;
                if (ratio <= new Fraction(3, 2)) continue;
                yield return new("G2", ratio > 2 ? Severity.High : Severity.Medium, group.Apportion.Clause.Path, [group.Apportion.Clause.Path], $"A member of one {group.Apportion.Per.Id} weighs up to {ratio.ToDecimal(2)} times as much as a member of another in {body.Id}.");
            }
        }
    }

    private static long Seats(Apportion apportion, long members) => apportion.Equal is { } equal ? equal
        : apportion.OnePer is { } per ? Math.Clamp(members / Math.Max(1, Quantities.Needed(per, new() { Members = members })), apportion.Min ?? 0, apportion.Max ?? long.MaxValue) : members;

    private static long? Assumed(Constitution c, string key) => c.Assume?[key] is Datum.Number n && long.TryParse(n.Canonical, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>G3: a group of seats whose votes can never matter when each group votes as one (Banzhaf power 0).</summary>
    private static IEnumerable<Finding> Dummies(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values.Where(b => b.Seats.Count is > 1 and <= 12 && a.Model.UnitOf(b.Id) is null && !b.Seats.Values.Any(s => s.Apportion is not null)))
        {
            var weights = body.Seats.Values.Select(g => (Group: g, Seats: a.Model.Numbers.Seats(g))).ToList();
            var need = (weights.Sum(w => w.Seats) / 2) + 1;
            foreach (var (group, seats) in weights)
            {
                var others = weights.Where(w => w.Group != group).Select(w => w.Seats).ToList();
                var pivotal = Enumerable.Range(0, 1 << others.Count).Any(set => others.Where((_, i) => (set >> i & 1) == 1).Sum() is var sum && sum < need && sum + seats >= need);
                if (!pivotal) yield return new("G3", Severity.Info, group.Clause.Path, [group.Clause.Path], FormattableString.Invariant($"The {seats} seats {group.Name} of {body.Id} are never decisive when each group votes as one."));
            }
        }
    }

    /// <summary>G4: an official language in which less can be done.</summary>
    private static IEnumerable<Finding> Languages(Analysis a)
    {
        var c = a.Constitution;
        if (c.Languages.Official.Length < 2) yield break;
        foreach (var act in Binding.Where(x => !c.Languages.RequiredFor.Contains(x, StringComparer.Ordinal)))
            yield return new("G4", Severity.Medium, c.Languages.Clause.Path, [c.Languages.Clause.Path], $"A {act} binds although it is not in every official language.");
        if (!c.Languages.EquallyAuthentic) yield return new("G4", Severity.Medium, c.Languages.Clause.Path, [c.Languages.Clause.Path], "The texts in the official languages are not equally authentic.");
        if (!c.Rights.Values.Any(r => r.Interpretation is not null)) yield return new("G4", Severity.Low, "rights", [], "No clause says that members may speak in their official language and are interpreted.");
        if (c.Procedure.ByObject.GetValueOrDefault("amendment") is { TextIn: null } amendment) yield return new("G4", Severity.Low, amendment.Clause.Path, [amendment.Clause.Path], "An amendment may be put before its text exists in every official language.");
    }
}
