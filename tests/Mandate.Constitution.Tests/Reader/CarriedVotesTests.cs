using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Reader;

/// <summary>The clause on votes that delegates carry, the thresholds for another kind of vote, the time of tendencies.</summary>
public sealed class CarriedVotesTests
{
    private const string Key = "{per: branch, one_per: 50 members, min: 1, part_counts: true}";

    [Theory]
    [InlineData("whole", CastAs.Whole)]
    [InlineData("split", CastAs.Split)]
    [InlineData("block", CastAs.Block)]
    public void The_key_and_how_votes_are_cast_are_read(string word, CastAs cast)
    {
        var votes = Read($"votes: {{key: {Key}, cast: {word}}}").Constitution!.Bodies["congress"].Votes!;
        Assert.Equal((cast, "branch", 1, true), (votes.Cast, votes.Key!.Per.Id, votes.Key.Min, votes.Key.PartCounts));
        Assert.Equal(CastAs.Whole, Read("votes: {}").Constitution!.Bodies["congress"].Votes!.Cast);
    }

    [Theory]
    [InlineData("votes: {key: {per: branch}}", FaultKind.MissingKey, "bodies.congress.votes.key", null)]
    [InlineData("votes: {key: {per: branch, one_per: 50 members, counted_before: 90 days}}", FaultKind.WrongValue, "bodies.congress.votes.key.counted_before", null)]
    [InlineData("votes: {key: {per: branhc, one_per: 50 members}}", FaultKind.UnknownName, "bodies.congress.votes.key.per", "branch")]
    [InlineData("votes: {cast: splti}", FaultKind.WrongValue, "bodies.congress.votes.cast", "split")]
    [InlineData("votes: {kye: {}}", FaultKind.UnknownKey, "bodies.congress.votes.kye", "key")]
    [InlineData("platform_time: 3 days", FaultKind.WrongValue, "bodies.congress.debate.platform_time", null)]
    public void What_cannot_be_meant_is_refused_with_its_place(string clause, FaultKind kind, string path, string? suggestion)
    {
        var fault = Assert.Single(Read(clause).Faults, f => f.Kind == kind);
        Assert.Equal((path, suggestion), (fault.Clause.Path, fault.Suggestion));
    }

    [Fact]
    public void Every_member_of_an_assembly_has_one_vote()
    {
        var yaml = Examples.Association.Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal).Replace("  meeting: {", "  meeting: {votes: {cast: split}, ", StringComparison.Ordinal);
        Assert.Contains("votes:", yaml, StringComparison.Ordinal);
        Assert.Contains(ConstitutionReader.Read(yaml).Faults, f => f is { Kind: FaultKind.Contradiction, Clause.Path: "bodies.meeting" });
    }

    [Fact]
    public void Format_0_1_knows_none_of_it()
    {
        var yaml = Examples.Association.Replace("  council:\n", "  council:\n    votes: {cast: split}\n", StringComparison.Ordinal).Replace("procedure:\n", "procedure:\n  roll_call_on_demand: 1/4 of present\n", StringComparison.Ordinal);
        Assert.Equal(["bodies.council.votes", "procedure.roll_call_on_demand"], ConstitutionReader.Read(yaml).Faults.Where(f => f.Kind == FaultKind.LaterFormat).Select(f => f.Clause.Path).Order(StringComparer.Ordinal));
    }

    private static Reading Read(string clause)
    {
        var under = clause.StartsWith("platform_time", StringComparison.Ordinal) ? "    debate:\n" : "  congress:\n";
        Assert.Contains(under, Examples.UnionFederation, StringComparison.Ordinal);
        return ConstitutionReader.Read(Examples.UnionFederation.Replace(under, under + (under[2] == ' ' ? "      " : "    ") + clause + "\n", StringComparison.Ordinal));
    }
}
