using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Reader;

public sealed class ReaderTests
{
    [Fact]
    public void The_constitution_of_the_demo_reads_without_fault_or_warning()
    {
        var reading = ConstitutionReader.Read(Examples.UnionFederation);
        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Warnings);
        Assert.Equal("0.2", reading.Constitution!.Format);
    }

    [Fact]
    public void An_association_in_format_0_1_reads()
    {
        var constitution = ConstitutionReader.Read(Examples.Association) is { Faults: [] } reading ? reading.Constitution! : null;
        Assert.NotNull(constitution);
        Assert.Equal(["auditors", "council", "meeting"], constitution.Bodies.Keys);
        Assert.Equal(Basis.Members, constitution.Bodies["meeting"].Quorum!.EachVote.Basis);
        Assert.Null(constitution.Bodies["auditors"].Term!.Consecutive);
        Assert.Equal("bodies.council.remove[0]", constitution.Bodies["council"].Remove[0].Clause.Path);
    }

    [Fact]
    public void The_published_worked_example_reads_without_fault()
    {
        var file = Path.Combine(Repository.Root, "..", "shared", "research", "union-federation.yaml");
        Assert.SkipUnless(File.Exists(file), "the worked example is not beside the repository");
        var reading = ConstitutionReader.Read(File.ReadAllText(file));
        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Every_clause_knows_its_line_and_column()
    {
        var yaml = Examples.Association;
        var constitution = ConstitutionReader.Read(yaml).Constitution!;
        var lines = yaml.Split('\n');
        foreach (var body in constitution.Bodies.Values)
            Assert.StartsWith(body.Id + ":", lines[body.Clause.Line - 1][(body.Clause.Column - 1)..], StringComparison.Ordinal);
    }
}
