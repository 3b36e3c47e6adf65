using Mandate.Tally.Committees;

namespace Mandate.Tally.Tests.Committees;

[Trait("Category", "Conformance")]
public sealed class CommitteeConformanceTests
{
    private static readonly Dictionary<string, CommitteeRule> Offered = new(StringComparer.Ordinal)
    {
        ["av"] = CommitteeRule.Approval,
        ["sav"] = CommitteeRule.SatisfactionApproval,
        ["pav"] = CommitteeRule.ProportionalApproval,
        ["slav"] = CommitteeRule.SainteLagueApproval,
        ["cc"] = CommitteeRule.ChamberlinCourant,
        ["seqpav"] = CommitteeRule.SequentialProportionalApproval,
        ["revseqpav"] = CommitteeRule.ReverseSequentialProportionalApproval,
        ["seqslav"] = CommitteeRule.SequentialSainteLagueApproval,
        ["seqcc"] = CommitteeRule.SequentialChamberlinCourant,
        ["seqphragmen"] = CommitteeRule.Phragmen,
        ["equal-shares"] = CommitteeRule.EqualShares,
        ["equal-shares-with-av-completion"] = CommitteeRule.EqualSharesThenApproval,
    };

    public static TheoryData<string> Rules()
    {
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        if (ConformanceData.Root is not null && Directory.Exists(Path.Combine(ConformanceData.Root, "abc", "instances")))
            foreach (var file in Files()) rules.UnionWith(AbcFile.Read(file).Results.Select(r => r.Rule));
        return [.. rules.DefaultIfEmpty("")];
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void All_tied_committees_come_out_and_the_stated_order_picks_one_of_the_acceptable(string rule)
    {
        ConformanceData.Folder("abc");
        if (!Offered.TryGetValue(rule, out var offered)) Assert.Skip("method not offered");
        foreach (var file in Files())
        {
            var instance = AbcFile.Read(file);
            var profile = ApprovalProfile.Of(instance.Candidates, instance.Ballots.Select((b, i) => new ApprovalBallot([.. b], instance.Weights?[i] ?? 1)));
            foreach (var expected in instance.Results.Where(r => r.Rule == rule && r.Committees is not null))
            {
                var acceptable = expected.Committees!.Select(c => string.Join(' ', c.Order())).Order(StringComparer.Ordinal).ToList();
                if (expected.Resolute)
                    Assert.Contains(
                        string.Join(' ', CommitteeElection.Elect(offered, profile, instance.Seats, [.. Enumerable.Range(0, instance.Candidates)]).Members), acceptable);
                else
                {
                    var all = CommitteeElection.All(offered, profile, instance.Seats);
                    Assert.True(all.Complete);
                    Assert.True(
                        all.Committees.Select(c => string.Join(' ', c)).Order(StringComparer.Ordinal).SequenceEqual(acceptable),
                        $"{Path.GetFileName(file)}: {string.Join(" | ", all.Committees.Select(c => string.Join(' ', c)))} but expected {string.Join(" | ", acceptable)}");
                }
            }
        }
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(ConformanceData.Root!, "abc", "instances"), "*.yaml").Order(StringComparer.Ordinal);
}
