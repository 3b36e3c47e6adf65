using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

/// <summary>Galam's thresholds where a tie keeps those in office (research note 2.1), in the sentence of G1, rounded up to tenths of a per cent.</summary>
public sealed class ThresholdTests
{
    [Theory]
    [InlineData(4, "76.8%")]
    [InlineData(6, "65.3%")]
    [InlineData(8, "60.5%")]
    [InlineData(10, "57.9%")]
    [InlineData(12, "56.3%")]
    [InlineData(20, "53.4%")]
    public void Challengers_need_the_published_share_where_ties_keep_those_in_office(int seats, string share) =>
        Assert.Contains(share, Assert.Single(Checker.Check(Tiers(seats)).Findings, f => f.Check == "G1").Witness, StringComparison.Ordinal);

    [Fact]
    public void Where_no_body_on_the_way_can_tie_no_threshold_is_named() =>
        Assert.NotEqual("G1.ties", Assert.Single(Checker.Check(Tiers(7)).Findings, f => f.Check == "G1").Says.Key);

    private static Constitution Tiers(int seats) => Parse.Read("""
        mandate: "0.1"
        id: two-tiers
        title: Two tiers
        languages: {official: [en]}
        assume: {members: 1000}
        tags: [executive]
        electorates: {members: {admit: council, expel: council, register: {kept_by: council}}}
        bodies:
          council: {meets: monthly, seats: {count: SEATS, by: {elect: {electorate: members, method: plurality}}}, term: {length: 1 year, consecutive: 3}}
          board: {tags: [executive], meets: monthly, seats: {count: 3, by: {elect: {body: council, method: plurality}}}, term: {length: 1 year, consecutive: 3}}
        powers: []
        procedure:
          default: {rule: majority of votes cast, notice: 14 days}
          by_object: {amendment: {notice: 30 days}, restrict_right: {notice: 30 days}, remove_officer: {notice: 14 days}}
        publication: {default: public}
        amend: {ordinary: {rule: {body: council, rule: 2/3 of votes cast}}}
        """.Replace("SEATS", seats.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
