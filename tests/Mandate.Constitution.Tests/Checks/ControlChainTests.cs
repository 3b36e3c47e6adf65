using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

public sealed class ControlChainTests
{
    [Fact]
    public void Whoever_decides_or_inspects_in_the_federation_is_controlled_up_to_the_members_by_clauses_that_it_has()
    {
        var rules = Parse.Read(Examples.UnionFederation);
        var chains = ControlChains.Of(rules);
        Assert.Contains(chains, c => c.Place == "control");
        Assert.All(chains, c => Assert.True(c.EndsWithMembers, c.Place));
        Assert.All(chains.SelectMany(c => c.Steps), s => Assert.NotNull(Clauses.At(rules, s.Clause)));
    }

    [Fact]
    public void A_body_that_chooses_and_removes_itself_is_controlled_by_nobody()
    {
        var rules = Parse.Read(Examples.UnionFederation
            .Replace("by: {elect: {body: regions_chamber, method: stv}}\n      eligible: {none_of: [{holds: paid}, {holds: executive}, {held:", "by: {elect: {body: control, method: stv}}\n      eligible: {none_of: [{holds: paid}, {holds: executive}, {held:", StringComparison.Ordinal)
            .Replace("      - {by: congress, rule: 2/3 of votes cast, consent_of: regions_chamber}\n  electoral:", "      - {by: control, rule: 2/3 of votes cast}\n  electoral:", StringComparison.Ordinal)
            .Replace("  - {id: inspect_control, verb: inspect, object: control, holder: congress}\n", "", StringComparison.Ordinal));
        Assert.False(ControlChains.Of(rules).Single(c => c.Place == "control").EndsWithMembers);
    }
}
