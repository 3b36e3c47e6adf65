using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Tally.Tests.Ranked;

public sealed class ReservedSeatsTests
{
    private static readonly TieRule Lot = TieRule.Seed("drawn");

    public static TheoryData<string> Keeping => [.. Methods.All.OfType<RankedMethod>().Where(m => m.KeepsReservedSeats).Select(m => m.Name)];

    public static TheoryData<string> Transferring => [.. Methods.All.OfType<RankedMethod>().Where(m => m.Family == "single transferable vote" && m.MostSeats is null).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Keeping))]
    public void A_group_gets_its_reserved_seats_and_all_seats_are_filled(string method) => Prop.ForAll(SmallElection.Any(), election =>
    {
        var atLeast = (election.Seats + 1) / 2;
        var group = new ReservedSeats("the second half", [.. Enumerable.Range(0, election.Candidates).Where(c => c >= election.Candidates / 2)], atLeast);
        var count = Methods.Ranked(method)!.Count(election.Ballots().WithRules(reserved: [group]), election.Seats, Lot);
        Assert.Equal(election.Seats, count.Elected.Length);
        Assert.True(count.Elected.Count(group.Members.Contains) >= Math.Min(atLeast, group.Members.Count), $"{election}");
    }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Keeping))]
    public void A_reservation_that_is_met_anyway_changes_nothing(string method) => Prop.ForAll(SmallElection.Any(), election =>
    {
        var plain = Methods.Ranked(method)!.Count(election.Ballots(), election.Seats, Lot);
        var count = Methods.Ranked(method)!.Count(election.Ballots().WithRules(reserved: [new("all", [.. Enumerable.Range(0, election.Candidates)], 1)]), election.Seats, Lot);
        Assert.Equal(plain.Elected, count.Elected);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Transferring))]
    public void A_vacancy_goes_to_one_more_and_nobody_loses_a_seat(string method) => Prop.ForAll(SmallElection.Any(), election =>
    {
        var by = Methods.Ranked(method)!;
        var before = by.Count(election.Ballots(), election.Seats, Lot);
        var leaving = before.Elected[0];
        var filled = Countback.Fill(election.Ballots(), by, election.Seats, before.Elected, leaving, [], Lot);
        Assert.NotNull(filled.Successor);
        Assert.DoesNotContain(filled.Successor.Value, before.Elected);
        var standing = Enumerable.Range(0, election.Candidates).Except(before.Elected).ToArray();
        Assert.Contains(filled.Successor.Value, standing);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_method_without_reserved_seats_refuses_them()
    {
        var ballots = new BallotsBuilder().Add(1, 0).Build(["A", "B"]).WithRules(reserved: [new("B", [1], 1)]);
        Assert.Throws<ArgumentException>(() => Methods.Ranked("ers97")!.Count(ballots, 1, Lot));
    }
}
