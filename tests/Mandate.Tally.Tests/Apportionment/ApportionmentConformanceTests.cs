using System.Numerics;
using System.Text.Json;
using Mandate.Tally.Apportionment;

namespace Mandate.Tally.Tests.Apportionment;

/// <summary>Official results and textbook vectors, recognised by the fields of the files, whatever their names.</summary>
[Trait("Category", "Conformance")]
public sealed class ApportionmentConformanceTests
{
    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        if (ConformanceData.Root is not { } root || !Directory.Exists(Path.Combine(root, "apportionment"))) files.Add("");
        else files.AddRange(Directory.EnumerateFiles(Path.Combine(root, "apportionment"), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_expected_seats_come_out(string file)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(ConformanceData.Folder("apportionment"), file)));
        var root = document.RootElement;
        if (root.TryGetProperty("cases", out var cases)) foreach (var each in cases.EnumerateArray()) Vectors(each);
        else if (root.TryGetProperty("elections", out var elections)) foreach (var each in elections.EnumerateArray()) Lists(each);
        else if (root.TryGetProperty("electorate_seats", out _)) MixedMember(root);
        else if (root.TryGetProperty("expected_seats", out _)) Votes(root);
        else Assert.Skip("the file states no expected seats");
    }

    private static void Vectors(JsonElement given)
    {
        var votes = given.GetProperty("votes").EnumerateArray().Select(Number).ToList();
        var seats = given.GetProperty("seats").GetInt32();
        foreach (var group in new[] { "expected_in_peer_test", "computed_by_peer_exact_fractions" })
            foreach (var expected in given.GetProperty(group).EnumerateObject())
            {
                // The quota method of Balinski and Young is not offered.
                if (Method(expected.Name, votes, seats) is not { } found) continue;
                var vector = expected.Value.EnumerateArray().Select(v => v.GetInt32()).ToList();
                if (group.StartsWith("computed", StringComparison.Ordinal) && expected.Name == "largest_remainder" && Refuted(votes, seats, vector)) continue;
                // The vectors serve equal claims in the order of the lists.
                Assert.Equal(vector, found.Resolve(Enumerable.Range(0, votes.Count)));
            }
    }

    /// <summary>
    /// A computed vector that gives a seat to a smaller remainder before a larger one breaks the rule's own words
    /// (docs/decisions/0021): the peer serves lists equal to the cut-off before a later list above it.
    /// </summary>
    private static bool Refuted(List<BigInteger> votes, int seats, List<int> vector)
    {
        var all = votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        var remainders = votes.Select((v, i) => (Left: v * seats % all, More: vector[i] > v * seats / all)).ToList();
        return remainders.Any(given => given.More && remainders.Any(other => !other.More && other.Left > given.Left));
    }

    private static SeatAllocation? Method(string name, List<BigInteger> votes, int seats) => name switch
    {
        "largest_remainder" => LargestRemainder.Apportion(LargestRemainderQuota.Hare, votes, seats),
        "dhondt" => HighestAverages.Apportion(Divisor.DHondt, votes, seats),
        "saintelague" => HighestAverages.Apportion(Divisor.SainteLague, votes, seats),
        "modified_saintelague" => HighestAverages.Apportion(Divisor.ModifiedSainteLague, votes, seats),
        "huntington" => HighestAverages.Apportion(Divisor.HuntingtonHill, votes, seats),
        "adams" => HighestAverages.Apportion(Divisor.Adams, votes, seats),
        "dean" => HighestAverages.Apportion(Divisor.Dean, votes, seats),
        _ => null,
    };

    private static void Lists(JsonElement given)
    {
        // Files of lists joined by surplus agreements hold only lists over the threshold already.
        var joined = !given.TryGetProperty("parties", out var lists);
        if (joined) lists = given.GetProperty("lists_or_surplus_agreement_pairs");
        var votes = lists.EnumerateArray().Select(l => Number(l.GetProperty("votes"))).ToList();
        Assert.True(Fraction.TryParse(given.GetProperty("threshold").GetString()!, out var threshold));
        var counted = joined ? [.. votes] : ListThreshold.Apply(votes, _ => threshold);
        var found = HighestAverages.Apportion(Divisor.DHondt, counted, given.GetProperty("seats").GetInt32());
        Assert.Null(found.Tie);
        Assert.Equal(lists.EnumerateArray().Select(l => l.GetProperty("official_seats").GetInt32()), found.Certain);
    }

    private static void Votes(JsonElement given)
    {
        var seats = given.GetProperty("seats").GetInt32();
        var rule = given.GetProperty("method").GetString()!;
        var parties = given.TryGetProperty("parties", out var list)
            ? list.EnumerateArray().Select(p => (Name: p.GetProperty("name").GetString()!, Votes: Number(p.GetProperty("votes")), Coalition: p.GetProperty("is_coalition").GetBoolean())).ToList()
            : [.. given.GetProperty("votes").EnumerateObject().Select(p => (Name: p.Name, Votes: Number(p.Value), Coalition: false))];
        // Coalitions of two and three need 7 % (the file does not say how many joined; none of four stood near 10 %).
        var counted = ListThreshold.Apply([.. parties.Select(p => p.Votes)], i => new(parties[i].Coalition ? 7 : 5, 100));
        var found = rule.Contains("Hagenbach", StringComparison.Ordinal)
            ? LargestRemainder.Apportion(LargestRemainderQuota.HagenbachBischoffRounded, counted, seats)
            : HighestAverages.Apportion(Divisor.DHondt, counted, seats);
        AssertSeats(given.GetProperty("expected_seats"), [.. parties.Select(p => p.Name)], [.. found.Certain]);
    }

    private static void MixedMember(JsonElement given)
    {
        var names = given.GetProperty("party_votes").EnumerateObject().Select(p => p.Name).ToList();
        var votes = given.GetProperty("party_votes").EnumerateObject().Select(p => Number(p.Value)).ToList();
        var won = names.Select(n => given.GetProperty("electorate_seats").TryGetProperty(n, out var seats) ? seats.GetInt32() : 0).ToList();
        var counted = ListThreshold.Apply(votes, _ => new(5, 100), i => won[i] > 0);
        var share = HighestAverages.Apportion(Divisor.SainteLague, counted, given.GetProperty("seats").GetInt32());
        AssertSeats(given.GetProperty("expected_total_seats"), names, [.. ListThreshold.WithOverhang(share.Certain, won)]);
    }

    private static void AssertSeats(JsonElement expected, List<string> names, List<int> seats) =>
        Assert.Equal(
            expected.EnumerateObject().Select(p => $"{p.Name} {p.Value.GetInt32()}").Order(StringComparer.Ordinal),
            names.Zip(seats).Where(p => p.Second > 0).Select(p => $"{p.First} {p.Second}").Order(StringComparer.Ordinal));

    private static BigInteger Number(JsonElement value) => value.GetInt64();
}
