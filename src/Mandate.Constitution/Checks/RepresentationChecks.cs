using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using Mandate.Tally;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>G: the arithmetic of representation.</summary>
internal static class RepresentationChecks
{
    private static readonly string[] Binding = ["notice", "ballot", "decision", "minutes"];

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("G1", Distortion), ("G2", Malapportionment), ("G2", Norms), ("G3", Dummies), ("G4", Languages)];

    /// <summary>G1: through how many majorities of majorities the executive is chosen, and how small a part of the members can win it.</summary>
    private static IEnumerable<Finding> Distortion(Analysis a)
    {
        foreach (var place in a.Executive.Take(1))
        {
            var tiers = Depth(a.Constitution, place, []);
            if (tiers < 2) continue;
            // Severity by the limit of large groups: the exact figure depends on sizes that change from year to year.
            var limit = new Fraction(1, BigInteger.Pow(2, tiers));
            var severity = limit < new Fraction(1, 10) ? Severity.High : tiers >= 3 ? Severity.Medium : Severity.Info;
            var least = new BaseShare(a.Constitution, a.Model.Numbers).Of(place);
            var at = a.Constitution.Bodies.GetValueOrDefault(place)?.Clause ?? a.Constitution.Offices[place].Clause;
            if (least is { } exact && new Fraction(exact, a.Model.Numbers.Members) is var share && share < new Fraction(1, 4))
                severity = share < new Fraction(1, 10) ? Severity.High : (Severity)Math.Max((int)severity, (int)Severity.Medium);
            var says = least is { } members
                ? Say("G1.tiers-exact", ("place", place), ("n", tiers), ("members", members), ("all", a.Model.Numbers.Members), ("share", new Fraction(members, a.Model.Numbers.Members)), ("limit", limit))
                : Say("G1.tiers", ("place", place), ("n", tiers), ("limit", limit));
            yield return new("G1", severity, at.Path, [at.Path], SmallestEven(a, place) is { } r ? Say("G1.ties", ("tiers", says), ("r", r), ("share", Threshold(r))) : says);
        }
    }

    private const int LargestWithTies = 60;

    /// <summary>Seats of the smallest body of an even number on the way from the members to a place: there votes can tie; null where there is none that matters.</summary>
    private static int? SmallestEven(Analysis a, string place)
    {
        int? least = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = place; seen.Add(at);)
        {
            var by = a.Constitution.Offices.TryGetValue(at, out var office) ? office.By : a.Constitution.Bodies.GetValueOrDefault(at)?.Seats.Values.OrderByDescending(s => s.Count ?? int.MaxValue).FirstOrDefault()?.By;
            if (by is not Elect { Body: { } body } || a.Constitution.Bodies[body.Id].Of is not null) break;
            at = body.Id;
            if (a.Model.Numbers.Seats(a.Constitution.Bodies[at]) is var seats and >= 4 and <= LargestWithTies && seats % 2 == 0) least = Math.Min(least ?? seats, seats);
        }
        return least;
    }

    /// <summary>
    /// The least support, in thousandths, from which challengers win in the end where majorities of r are set upon each other and a tie keeps those in office
    /// (unstable fixed point; Galam 1986, arXiv physics/0703081): 76.8% for groups of four.
    /// </summary>
    private static Fraction Threshold(int r)
    {
        var (low, high) = (500, 1000);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            BigInteger wins = 0, ways = 1;
            for (var k = r; k * 2 > r; k--)
            {
                wins += ways * BigInteger.Pow(middle, k) * BigInteger.Pow(1000 - middle, r - k);
                ways = ways * k / (r - k + 1);
            }
            if (wins >= middle * BigInteger.Pow(1000, r - 1)) high = middle;
            else low = middle;
        }
        return new(high, 1000);
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
                yield return new("G2", Grade(ratio), group.Apportion.Clause.Path, [group.Apportion.Clause.Path], Say("G2.units", ("unit", group.Apportion.Per.Id), ("ratio", new Verbatim(ratio.ToDecimal(2))), ("body", body.Id)));
            }
        }
    }

    /// <summary>G2 too: groups of one body with different norms (one seat for so many members, or for so many inhabitants of whom <c>assume: {electors_per_inhabitant: 50%}</c> are electors).</summary>
    private static IEnumerable<Finding> Norms(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values)
        {
            var norms = body.Seats.Values.Where(g => g.Apportion?.OnePer is CountOf).Select(g => (Group: g, Per: ((CountOf)g.Apportion!.OnePer!).Count)).OrderBy(n => n.Per).ToList();
            if (norms.Count < 2) continue;
            var ratio = norms[^1].Per / norms[0].Per * (Electors(a.Constitution) ?? new Fraction(1));
            if (ratio <= new Fraction(3, 2)) continue;
            yield return new("G2", Grade(ratio), norms[^1].Group.Apportion!.Clause.Path, [.. norms.Select(n => n.Group.Apportion!.Clause.Path)], Say("G2.norms", ("one", norms[0].Group.Name), ("other", norms[^1].Group.Name), ("ratio", new Verbatim(ratio.ToDecimal(2))), ("body", body.Id)));
        }
    }

    private static Severity Grade(Fraction ratio) => ratio > 2 ? Severity.High : Severity.Medium;

    private static Fraction? Electors(Constitution c) =>
        c.Assume?["electors_per_inhabitant"] is Datum.Text { Value: var text } && text.EndsWith('%') && Fraction.TryParse(text[..^1], out var percent) ? percent / new Fraction(100) : null;

    private static long Seats(Apportion apportion, long members) => apportion.Equal is { } equal ? equal
        : apportion.OnePer is { } per ? Math.Clamp(members / Math.Max(1, Quantities.Needed(per, new() { Members = members })), apportion.Min ?? 0, apportion.Max ?? long.MaxValue) : members;

    private static long? Assumed(Constitution c, string key) => c.Assume?[key] is Datum.Number n && long.TryParse(n.Canonical, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>
    /// G3: power apart from weight (Banzhaf). Seats that one authority fills vote as one, elected seats each for themselves; a body where
    /// each group votes as one is looked at too, as a hint only.
    /// </summary>
    private static IEnumerable<Finding> Dummies(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values.Where(b => b.Seats.Count > 1 && a.Model.UnitOf(b.Id) is null && a.Model.Numbers.Seats(b) <= 400))
        {
            var groups = body.Seats.Values.Select(g => (Group: g, Seats: a.Model.Numbers.Seats(g), Bloc: g.By is External || g.By is Appoint appoint && !appoint.By.Any(x => x.Id == body.Id))).Where(g => g.Seats > 0).ToList();
            var all = groups.Sum(g => g.Seats);
            var asBlocs = groups.Exists(g => g.Bloc && g.Seats > 1);
            foreach (var (name, quota) in Quotas(a, body, all))
            {
                foreach (var (group, seats, bloc) in groups.Where(_ => asBlocs))
                {
                    var players = groups.SelectMany(g => g.Bloc ? [g.Seats] : Enumerable.Repeat(1, g.Seats)).ToList();
                    var weight = bloc ? seats : 1;
                    var share = Banzhaf(players, quota)[players.IndexOf(weight)];
                    var ratio = share / new Fraction(weight, all);
                    if (ratio.Numerator.IsZero) yield return new("G3", Severity.Medium, group.Clause.Path, [group.Clause.Path], Say("G3.dummy", ("group", Named(body, group)), ("n", seats), ("class", Class(name))));
                    else if (ratio < new Fraction(1, 2) || ratio > 2)
                        yield return new("G3", Severity.Medium, group.Clause.Path, [group.Clause.Path], Say("G3.ratio", ("group", Named(body, group)), ("n", seats), ("ratio", new Verbatim(ratio.ToDecimal(2))), ("class", Class(name))));
                }
                if (asBlocs || groups.Count > 12 || body.Seats.Values.Any(s => s.Apportion is not null)) continue;
                var blocs = Banzhaf([.. groups.Select(g => g.Seats)], quota);
                foreach (var ((group, seats, _), power) in groups.Zip(blocs).Where(g => g.Second.Numerator.IsZero))
                    yield return new("G3", Severity.Info, group.Clause.Path, [group.Clause.Path], Say("G3.dummy-as-bloc", ("group", Named(body, group)), ("n", seats)));
            }
        }
    }

    /// <summary>What the body decides, and how many seats that takes with everybody there: ordinary matters, and amendments where it has a say in them.</summary>
    private static IEnumerable<(string Class, int Seats)> Quotas(Analysis a, Body body, int all)
    {
        var found = new List<(string, int)> { ("any", Need(Procedures.DefaultRule(a.Constitution) is MajorityRule rule ? rule.Majority : null)) };
        found.AddRange(Own(a.Constitution.Amend.Ordinary.Rule).Select(m => ("amendment", Need(m))));
        return found.DistinctBy(f => f.Item2);

        int Need(Majority? majority) => (int)Math.Clamp(Numbers.Need(majority, all, all), (all / 2) + 1, all);

        IEnumerable<Majority?> Own(Rule r) => r switch
        {
            BodyRule b when b.Body.Id == body.Id => [b.Majority],
            AllOf every => every.Rules.SelectMany(Own),
            AnyOf any => any.Rules.SelectMany(Own),
            _ => [],
        };
    }

    private static string Named(Body body, SeatGroup group) => group.Name.Length == 0 ? body.Id : body.Id + "." + group.Name;

    /// <summary>Normalised Banzhaf index by counting coalitions of each weight, one pass for each player's weight.</summary>
    internal static ImmutableArray<Fraction> Banzhaf(List<int> weights, int quota)
    {
        var swings = new Dictionary<int, BigInteger>();
        foreach (var weight in weights.Distinct())
        {
            var ways = new BigInteger[quota];
            ways[0] = 1;
            var skipped = false;
            foreach (var other in weights)
            {
                if (!skipped && other == weight)
                {
                    skipped = true;
                    continue;
                }
                for (var w = quota - 1; w >= other; w--) ways[w] += ways[w - other];
            }
            swings[weight] = Enumerable.Range(Math.Max(0, quota - weight), Math.Min(weight, quota)).Aggregate(BigInteger.Zero, (sum, w) => sum + ways[w]);
        }
        var total = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + swings[w]);
        return [.. weights.Select(w => total.IsZero ? new Fraction(0) : new Fraction(swings[w], total))];
    }

    /// <summary>G4: an official language in which less can be done.</summary>
    private static IEnumerable<Finding> Languages(Analysis a)
    {
        var c = a.Constitution;
        if (c.Languages.Official.Length < 2) yield break;
        foreach (var act in Binding.Where(x => !c.Languages.RequiredFor.Contains(x, StringComparer.Ordinal)))
            yield return new("G4", Severity.Medium, c.Languages.Clause.Path, [c.Languages.Clause.Path], Say("G4.binds-" + act));
        if (!c.Languages.EquallyAuthentic) yield return new("G4", Severity.Medium, c.Languages.Clause.Path, [c.Languages.Clause.Path], Say("G4.authentic"));
        if (!c.Rights.Values.Any(r => r.Interpretation is not null)) yield return new("G4", Severity.Low, "rights", [], Say("G4.speech"));
        if (c.Procedure.ByObject.GetValueOrDefault("amendment") is { TextIn: null } amendment) yield return new("G4", Severity.Low, amendment.Clause.Path, [amendment.Clause.Path], Say("G4.text"));
    }
}
