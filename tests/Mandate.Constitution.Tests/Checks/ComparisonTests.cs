using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

public sealed class ComparisonTests
{
    [Fact]
    public void An_amendment_shows_what_it_changes_and_what_it_makes_possible()
    {
        var before = Parse.Read(Examples.UnionFederation);
        var after = Amendment.Apply(Examples.UnionFederation, [new("bodies.council.seats.congress_elected.by", "{coopt: {limit: 9 seats}}")]).Reading.Constitution!;
        var comparison = ConstitutionComparison.Of(before, after);
        Assert.Equal("bodies.council.seats.congress_elected.by.coopt", comparison.Clauses.Single(c => c.Kind == ChangeKind.Added).Path);
        Assert.Contains(comparison.Gained, f => f is { Check: "A1", Strength: Constitutions.Checks.Capture.Strength.Decisive });
        Assert.DoesNotContain(comparison.Lost, f => f.Severity >= Severity.Medium);
        var json = comparison.Json();
        Assert.Null(json["capture"]!["before"]!["executive"]!["L1"]!["number"]);
        Assert.Equal(8, json["capture"]!["after"]!["executive"]!["L1"]!["number"]!.GetValue<long>());
    }

    [Fact]
    public void The_same_constitution_gains_and_loses_nothing()
    {
        var comparison = ConstitutionComparison.Of(Parse.Read(Examples.UnionFederation), Parse.Read(Examples.UnionFederation));
        Assert.Empty(comparison.Clauses);
        Assert.Empty(comparison.Gained);
        Assert.Empty(comparison.Lost);
    }
}
