using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Reader;
using Mandate.Server.Statutes;

namespace Mandate.Server.Tests.Statutes;

public sealed class PowerLayoutTests
{
    public static TheoryData<string> Constitutions =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "constitutions")).Where(d => File.Exists(Path.Combine(d, "constitution.yaml"))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Constitutions))]
    public void A_constitution_is_drawn_with_every_place_apart_and_every_line_between_its_places(string name)
    {
        var rules = ConstitutionReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "constitutions", name, "constitution.yaml"))).Constitution!;
        var map = PowerMap.Of(rules);
        Assert.NotEmpty(map.Edges);
        Holds(map);
        foreach (var edge in map.Edges) Assert.True(edge.From == PowerMap.Outside || Mandate.Constitutions.Clauses.All(rules).Any(c => edge.Clause.StartsWith(c.Clause.Path, StringComparison.Ordinal) && c.Clause.Path.Length > 0), edge.Clause);
    }

    [Fact]
    public void Any_graph_is_drawn_with_every_place_apart() => Prop.ForAll(Graphs().ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void Members_stand_at_the_foot_and_whom_they_elect_above_them()
    {
        var map = new PowerMap([Node("members", true), Node("congress"), Node("council")], [Edge("members", "congress"), Edge("congress", "council"), Edge("council", "members", Strength.Gate)]);
        var drawn = PowerLayout.Of(map);
        int Y(string id) => drawn.Nodes.Single(n => n.Node.Id == id).Y;
        Assert.True(Y("members") > Y("congress") && Y("congress") > Y("council"));
        Assert.Equal([false, false, true], drawn.Edges.Select(e => e.Downward));
    }

    private static void Holds(PowerMap map)
    {
        var drawn = PowerLayout.Of(map);
        Assert.Equal(map.Nodes.Length, drawn.Nodes.Length);
        Assert.Equal(map.Edges.Length, drawn.Edges.Length);
        foreach (var node in drawn.Nodes)
        {
            Assert.InRange(node.X, 0, drawn.Width - PowerLayout.NodeWidth);
            Assert.InRange(node.Y, 0, drawn.Height - PowerLayout.NodeHeight);
            foreach (var other in drawn.Nodes.Where(o => o != node))
                Assert.True(Math.Abs(node.X - other.X) >= PowerLayout.NodeWidth || Math.Abs(node.Y - other.Y) >= PowerLayout.NodeHeight, $"{node.Node.Id} lies on {other.Node.Id}");
        }
        Assert.All(drawn.Edges, e => Assert.StartsWith("M", e.Path, StringComparison.Ordinal));
        Assert.Equal(drawn.Edges.Select(e => e.Path), PowerLayout.Of(map).Edges.Select(e => e.Path));
    }

    private static Gen<PowerMap> Graphs() =>
        from count in Gen.Choose(1, 24)
        from edges in Gen.ListOf(from a in Gen.Choose(0, count - 1) from b in Gen.Choose(0, count - 1) from s in Gen.Choose(1, 3) select (a, b, s))
        select new PowerMap([.. Enumerable.Range(0, count).Select(i => Node($"n{i}", i == 0))], [.. edges.Select((e, i) => Edge($"n{e.a}", $"n{e.b}", (Strength)e.s, $"c{i}"))]);

    private static PowerNode Node(string id, bool isBase = false) => new(id, id, isBase, 1, null, null, false);

    private static PowerEdge Edge(string from, string to, Strength strength = Strength.Decisive, string clause = "c") => new(from, to, strength, clause, "elects", false);
}
