using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>A1 and A2: circles of power, and how few it takes.</summary>
internal static class CircleChecks
{
    /// <summary>A1: offices that, once held, fill themselves again whatever members vote.</summary>
    public static IEnumerable<Finding> CircularFlow(Analysis a)
    {
        var reported = new HashSet<int>();
        foreach (var strength in Enum.GetValues<Strength>())
        {
            foreach (var part in a.KernelParts(strength))
            {
                if (part.All(reported.Contains)) continue;
                foreach (var g in part) reported.Add(g);
                var places = part.Select(a.Model.PlaceOf).Distinct(StringComparer.Ordinal).ToList();
                var decides = KernelDecides(a, strength, places);
                var severity = strength switch
                {
                    Strength.Decisive => decides ? Severity.Critical : Severity.High,
                    Strength.Gate => Severity.High,
                    _ => !a.IsCrossTier(part) ? Severity.Info : decides ? Severity.Critical : Severity.High,
                };
                if (places.TrueForAll(p => Overridden(a, p))) severity = Lower(severity);
                var circle = Circle(a, strength, part);
                var steps = circle.Select(w => Step(a, w, part)).ToImmutableArray();
                yield return new("A1", severity, a.System.Groups[part[0]].Id, [.. circle.Select(w => w.Clause).Distinct(StringComparer.Ordinal)], Says(a, strength, part, steps)) { Strength = strength };
            }
        }
    }

    private static Phrase Says(Analysis a, Strength strength, ImmutableArray<int> part, ImmutableArray<Phrase> steps)
    {
        // How few begin the circle and how soon it has closed: seeds inside the circle, everything in it taken.
        var whole = new Condition.All([.. part.Select(g => (Condition)new Condition.Seats([g], Majority(a.Kernels[strength][g])))]);
        var solved = a.Fewest("circle " + string.Join(' ', part.Select(g => a.System.Groups[g].Id)), strength, whole, part.Where(g => !a.System.Groups[g].IsBase).ToHashSet().Contains, budget: 2_000).Solve();
        if (solved.Number is null) return Say("A1.circle", ("steps", steps));
        var few = solved.Seed.Select((n, g) => (n, g)).Where(p => p.n > 0).Select(p => Say("seats", ("k", p.n), ("of", a.System.Groups[p.g].Size), ("place", a.Model.PlaceOf(p.g)))).ToImmutableArray();
        return When(a, strength, [.. solved.Seed], whole) is { } when
            ? Say("A1.circle-dated", ("steps", steps), ("few", few), ("when", when))
            : Say("A1.circle-few", ("steps", steps), ("few", few));
    }

    private static long Majority(int size) => (size / 2) + 1;

    /// <summary>"2 years (2 times congress is chosen)", where the seed takes time; null where it holds at once or never.</summary>
    private static Phrase? When(Analysis a, Strength strength, int[] seed, Condition target)
    {
        if (CaptureTime.Of(a.Model, strength, seed, target) is not { Days: > 0 } earliest) return null;
        var supreme = a.Supreme is { } body ? a.Model.GroupsOf(body.Id) : [];
        var times = supreme.IsEmpty ? 0 : supreme.Max(g => earliest.Renewals[g]);
        return times > 0 ? Say("earliest-after", ("time", Duration.OfDays(earliest.Days)), ("n", times), ("body", a.Supreme!.Id)) : Say("earliest", ("time", Duration.OfDays(earliest.Days)));
    }

    /// <summary>A loop too thin to force a decision of its own body captures nothing.</summary>
    private static bool KernelDecides(Analysis a, Strength strength, List<string> places) =>
        places.Exists(p => (a.IsExecutive(p) || a.AmendingBodies.Contains(p, StringComparer.Ordinal)) && a.Model.Forced(p).Holds(a.Kernels[strength]));

    /// <summary>The shortest circle in the part, through the executive or the amending body where it holds one: breadth first.</summary>
    private static ImmutableArray<Way> Circle(Analysis a, Strength strength, ImmutableArray<int> part)
    {
        var ways = a.System.Upto(strength).Where(w => part.Contains(w.Group) && w.Reads.Any(part.Contains)).ToList();
        var begin = part.OrderByDescending(g => a.IsExecutive(a.Model.PlaceOf(g))).ThenByDescending(g => a.AmendingBodies.Contains(a.Model.PlaceOf(g), StringComparer.Ordinal)).First();
        var from = new Dictionary<int, (Way Way, int Before)>();
        var open = new Queue<int>([begin]);
        while (open.TryDequeue(out var at))
        {
            foreach (var way in ways.Where(w => w.Reads.Contains(at)))
            {
                if (way.Group == begin)
                {
                    var path = new List<Way> { way };
                    for (var g = at; g != begin; g = from[g].Before) path.Insert(0, from[g].Way);
                    return [.. path];
                }
                if (from.TryAdd(way.Group, (way, at))) open.Enqueue(way.Group);
            }
        }
        return [.. ways];
    }

    private static Phrase Step(Analysis a, Way way, ImmutableArray<int> part)
    {
        var who = way.Reads.Where(part.Contains).Concat(way.Reads).Select(a.Model.PlaceOf).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return Say("edge." + way.Because, ("who", who), ("whom", a.Model.PlaceOf(way.Group)), ("clause", new Verbatim(way.Clause)));
    }

    /// <summary>Members can remove whoever sits there, or call back everything they decide.</summary>
    public static bool Overridden(Analysis a, string place) =>
        a.RemovableByMembers(place) || (Competence.Of(a.Constitution, place) is { IsEmpty: false } powers && powers.All(CaptureModel.Overridable));

    /// <summary>The mitigation rule: two steps down where ordinary members can override.</summary>
    public static Severity Lower(Severity severity) => (Severity)Math.Max(0, (int)severity - 2);

    /// <summary>A2: fewer can capture the executive and keep it than can remove it.</summary>
    public static IEnumerable<Finding> CaptureNumbers(Analysis a, long? accountability)
    {
        foreach (var target in Enum.GetValues<Target>())
        {
            foreach (var strength in Enum.GetValues<Strength>())
            {
                var number = a.Capture(target, strength);
                if (number.Number is not { } few) continue;
                if (few >= (accountability ?? long.MaxValue) && few * 1000 > Math.Max(3000, a.Model.Numbers.Members)) continue;
                var places = number.Coalition.Select(c => c.Place).ToList();
                var severity = strength == Strength.Steer && !a.KernelParts(strength).Any(a.IsCrossTier) ? Severity.Info
                    : strength == Strength.Decisive && target is Target.Executive or Target.Amendment ? Severity.Critical : Severity.High;
                if (places.TrueForAll(p => Overridden(a, p))) severity = Lower(severity);
                var coalition = number.Coalition.Select(c => Say("seats", ("k", c.Seats), ("of", c.Of), ("place", c.Place))).ToImmutableArray();
                var seed = new int[a.System.Groups.Length];
                foreach (var seats in number.Coalition) seed[a.System.IndexOf(seats.Clause)] = seats.Seats;
                var remove = accountability is { } members ? Say("A2.members-remove", ("n", members)) : Say("A2.members-cannot");
                var when = When(a, strength, seed, a.ConditionOf(target));
                yield return new("A2", severity, number.Coalition.IsEmpty ? "" : number.Coalition[0].Clause, [.. number.Coalition.Select(c => c.Clause)],
                    when is null ? Say("A2.few", ("n", few), ("coalition", coalition), ("target", Say("target." + CheckJson.Word(target))), ("remove", remove))
                        : Say("A2.few-dated", ("n", few), ("coalition", coalition), ("target", Say("target." + CheckJson.Word(target))), ("when", when), ("remove", remove)))
                { Strength = strength, Target = target };
                break;
            }
        }
    }
}
