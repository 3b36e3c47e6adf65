using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>Votes of lists, or members of units, among which seats are shared out.</summary>
/// <param name="Names">Lists or units.</param>
/// <param name="Votes">Votes or members of each.</param>
public sealed record ListVotes(ImmutableArray<string> Names, ImmutableArray<BigInteger> Votes)
{
    public string Title { get; init; } = "";

    public int? Seats { get; init; }

    /// <summary>What was noticed in reading.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The share of all votes below which a list takes no part.</summary>
    public Fraction? Threshold { get; init; }

    /// <summary>Fewest and most seats; null where there are none.</summary>
    public SeatLimits? Limits { get; init; }

    /// <summary>The seats of each list that the file publishes; empty where it publishes none. Counts never use it; the audit compares it.</summary>
    public ImmutableArray<int> Published { get; init; } = [];
}

/// <summary>What an apportionment shows.</summary>
/// <param name="Votes">Votes of each list.</param>
/// <param name="Counted">Votes after the threshold.</param>
/// <param name="Seats">Seats of each list.</param>
/// <param name="Allocation">How they were won.</param>
public sealed record AllocationDetail(
    ImmutableArray<BigInteger> Votes, ImmutableArray<BigInteger> Counted, ImmutableArray<int> Seats, SeatAllocation Allocation) : CountDetail
{
    public override System.Text.Json.Nodes.JsonNode ToJson(Count count) => new System.Text.Json.Nodes.JsonObject
    {
        ["seats"] = new System.Text.Json.Nodes.JsonObject([.. Seats.Select((s, i) => KeyValuePair.Create(count.Name(i), (System.Text.Json.Nodes.JsonNode?)s))]),
        ["votes"] = new System.Text.Json.Nodes.JsonObject([.. Votes.Select((v, i) => KeyValuePair.Create(count.Name(i), (System.Text.Json.Nodes.JsonNode?)v.ToString(System.Globalization.CultureInfo.InvariantCulture)))]),
        ["awards"] = new System.Text.Json.Nodes.JsonArray([.. Allocation.Steps.Select(a => (System.Text.Json.Nodes.JsonNode)new System.Text.Json.Nodes.JsonObject
        {
            ["list"] = count.Name(a.Winner),
            ["number"] = a.Number,
            ["claim"] = a.Claim,
        })]),
        ["unfilled"] = Allocation.Unfilled,
    };

    public override IEnumerable<SheetTable> Tables(Count count)
    {
        var all = Votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        var seats = Seats.Sum();
        yield return new(
            "Seats", ["List", "Votes", "Share of votes", "Seats", "Share of seats"],
            [.. Enumerable.Range(0, Votes.Length).OrderByDescending(i => Votes[i]).Select(i => ImmutableArray.Create(
                count.Name(i), FormattableString.Invariant($"{Votes[i]}"), Percent(Votes[i], all), FormattableString.Invariant($"{Seats[i]}"), Percent(Seats[i], seats)))],
            Counted.SequenceEqual(Votes) ? "" : "Lists below the threshold take no part.");
        yield return new(
            "How each seat was won", ["List", "Its seat number", "By"],
            [.. Allocation.Steps.Select(a => ImmutableArray.Create(count.Name(a.Winner), FormattableString.Invariant($"{a.Number}"), a.Claim))]);
    }

    private static string Percent(BigInteger part, BigInteger all) => all.IsZero ? "" : (new Fraction(part * 100, all) + new Fraction(1, 200)).ToDecimal(2) + " %";
}
