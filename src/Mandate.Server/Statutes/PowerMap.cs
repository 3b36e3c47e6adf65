using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;

namespace Mandate.Server.Statutes;

/// <summary>Somebody who makes others, or is made: an electorate, a body, an office.</summary>
/// <param name="Id">Name in the constitution.</param>
/// <param name="Size">Seats, or members of an electorate.</param>
/// <param name="Units">How many like ones there are, one in each unit; null for a single one.</param>
/// <param name="Tag">The label that says most of it: executive, inspector, electoral.</param>
/// <param name="InKernel">It belongs to a circle that fills itself again, whatever members vote.</param>
public sealed record PowerNode(string Id, string Clause, bool IsBase, long Size, int? Units, string? Tag, bool InKernel);

/// <summary>One way in which somebody makes somebody else.</summary>
/// <param name="Because">The checker's verb: <c>elects</c>, <c>confirms without limit</c>.</param>
public sealed record PowerEdge(string From, string To, Strength Strength, string Clause, string Because, bool InKernel);

/// <summary>Who makes whom by a constitution: what the checker's model reads of it, by places instead of groups of seats.</summary>
public sealed record PowerMap(ImmutableArray<PowerNode> Nodes, ImmutableArray<PowerEdge> Edges)
{
    /// <summary>The place of all who come from outside the organisation.</summary>
    public const string Outside = "outside";

    private static readonly string[] Telling = ["executive", "inspector", "electoral"];

    public bool HasKernel => Nodes.Any(n => n.InKernel);

    public static PowerMap Of(Constitution constitution)
    {
        var analysis = new Analysis(constitution);
        var places = Places(analysis);
        var kernel = Kernel(analysis);
        var edges = analysis.System.Ways
            // Who only hears the appeal against another does not thereby make itself.
            .SelectMany(w => w.Reads.Distinct().Where(r => places[r] != places[w.Group] || w.Reads.All(o => places[o] == places[w.Group])).Select(r => (From: places[r], To: places[w.Group], Way: w, In: kernel.Contains(r) && kernel.Contains(w.Group))))
            .Select(e => new PowerEdge(e.From, e.To, e.Way.Strength, e.Way.Clause, e.Way.Because, e.In))
            .Concat(Unseen(constitution))
            .GroupBy(e => (e.From, e.To, e.Clause)).Select(g => g.OrderBy(e => e.Strength).ThenByDescending(e => e.InKernel).First())
            .ToImmutableArray();
        var joined = edges.SelectMany(e => new[] { e.From, e.To }).ToHashSet(StringComparer.Ordinal);
        return new([.. Places(analysis, kernel, places).Where(n => joined.Contains(n.Id))], edges);
    }

    /// <summary>Lots and outsiders, which no seat of the organisation decides.</summary>
    private static IEnumerable<PowerEdge> Unseen(Constitution c)
    {
        foreach (var (place, by) in c.Bodies.Values.SelectMany(b => b.Seats.Values.Select(s => (b.Id, s.By))).Concat(c.Offices.Values.Select(o => (o.Id, o.By))))
        {
            if (by is Lot lot && (c.Electorates.ContainsKey(lot.Pool.Id) || c.Bodies.ContainsKey(lot.Pool.Id))) yield return new(lot.Pool.Id, place, Strength.Decisive, by.Clause.Path, "lot", false);
            if (by is External) yield return new(Outside, place, Strength.Decisive, by.Clause.Path, "external", false);
        }
    }

    /// <summary>The place of each group; the members of a unit belong to their electorate.</summary>
    private static string[] Places(Analysis a)
    {
        var places = new string[a.System.Groups.Length];
        foreach (var (id, groups) in a.Constitution.Bodies.Keys.Concat(a.Constitution.Offices.Keys).Select(id => (id, a.Model.GroupsOf(id))))
            foreach (var g in groups) places[g] = id;
        foreach (var electorate in a.Constitution.Electorates.Values)
            for (var g = 0; g < places.Length; g++)
                if (a.System.Groups[g].IsBase && (a.System.Groups[g].Id == electorate.Clause.Path || a.System.Groups[g].Id.StartsWith(electorate.Clause.Path + " ", StringComparison.Ordinal))) places[g] = electorate.Id;
        return places;
    }

    /// <summary>Incumbents who steer their own election in one tier are found everywhere; a circle through tiers is not.</summary>
    private static HashSet<int> Kernel(Analysis a) =>
        [.. Enum.GetValues<Strength>().SelectMany(s => a.KernelParts(s).Where(p => s != Strength.Steer || a.IsCrossTier(p))).SelectMany(p => p)];

    private static IEnumerable<PowerNode> Places(Analysis a, HashSet<int> kernel, string[] places)
    {
        var c = a.Constitution;
        var inKernel = kernel.Select(g => places[g]).ToHashSet(StringComparer.Ordinal);
        foreach (var e in c.Electorates.Values) yield return new(e.Id, e.Clause.Path, true, a.Model.Numbers.Members, null, null, false);
        foreach (var b in c.Bodies.Values) yield return new(b.Id, b.Clause.Path, a.IsBase(b.Id), a.SeatsOf(b.Id), Units(b.Id), Tag(b.Tags), inKernel.Contains(b.Id));
        foreach (var o in c.Offices.Values) yield return new(o.Id, o.Clause.Path, false, 1, Units(o.Id), Tag(o.Tags), inKernel.Contains(o.Id));
        yield return new(Outside, "", false, 0, null, null, false);

        int? Units(string place) => a.Model.UnitOf(place) is { } unit ? a.Model.Numbers.Units(unit) : null;
        static string? Tag(ImmutableArray<Ref> tags) => Telling.FirstOrDefault(t => tags.Any(x => x.Id == t));
    }
}
