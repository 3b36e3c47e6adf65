using System.Globalization;
using System.Text.Json;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Tests.Support;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Planning;

public sealed class PriceTests
{
    private static Founded Series()
    {
        var o = Founded.Small();
        o.Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-01", new OpenSeries("goods", "Boots", "euro a pair", "secretary"));
        o.Do("b1-01", new OpenSeries("grain", "Rye", "euro a sack", "secretary"));
        Enter(o, "goods", 1, 80_00);
        Enter(o, "grain", 1, 40_00);
        return o;
    }

    private static void Enter(Founded o, string series, int month, long value) => o.Do("b1-05", new EnterValue(series, new(2026, month, 1), value, "Price list of the month"));

    [Fact]
    public void Figures_come_from_whoever_keeps_the_series_with_a_source_and_a_correction_keeps_the_first()
    {
        var o = Series();
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new OpenSeries("x", "X", "euro", "secretary")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new EnterValue("goods", new(2026, 2, 1), 1, "Somewhere")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new EnterValue("goods", new(2026, 2, 1), 1, "")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new EnterValue("goods", new(2026, 7, 1), 1, "Tomorrow")).Code);
        Enter(o, "goods", 1, 85_00);
        Assert.Equal((2, 85_00L), (o.State.Planning.Series["goods"].Entered.Length, o.State.Planning.Series["goods"].Values.Single().Value));
    }

    [Fact]
    public void Two_series_that_come_apart_beyond_the_limit_twice_running_are_found_and_a_gap_is_not_filled_in()
    {
        var o = Series();
        Assert.Equal("planning.no-base", o.Refused("b1-08", new WatchSeries("w", "Boots for rye", "goods", "grain", new(2026, 2, 1), 200, 2)).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new WatchSeries("w", "Boots for rye", "goods", "goods", new(2026, 1, 1), 200, 2)).Code);
        o.Do("b1-08", new WatchSeries("w", "Boots for rye", "goods", "grain", new(2026, 1, 1), 200, 2));
        Enter(o, "goods", 2, 120_00);
        Enter(o, "goods", 3, 168_00);
        Enter(o, "grain", 3, 40_00);
        var watch = o.State.Planning.Watches["w"];
        var days = Scissors.Of(o.State.Planning, watch);
        Assert.Equal([(1, new Fraction(1)), (3, new Fraction(21, 10))], days.Select(d => (d.On.Month, d.Opening)));
        Assert.Null(Scissors.OpenSince(watch, days));
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2026, 6, 1)));
        Enter(o, "goods", 4, 160_00);
        Enter(o, "grain", 4, 20_00);
        Assert.Equal(new DateOnly(2026, 4, 1), Scissors.OpenSince(watch, Scissors.Of(o.State.Planning, watch)));
        Assert.Equal("price-scissors", Assert.Single(Findings.AsOf(o.State, o.State, new(2026, 6, 1))).Guard.Name);
        Enter(o, "goods", 5, 90_00);
        Enter(o, "grain", 5, 45_00);
        Assert.Null(Scissors.OpenSince(watch, Scissors.Of(o.State.Planning, watch)));
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2026, 6, 1)));
    }

    [Fact]
    public void The_published_points_of_the_scissors_give_their_indices()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(ConformanceData.Folder("planning"), "scissors.json")));
        var read = 0;
        foreach (var series in file.RootElement.GetProperty("series").EnumerateArray())
        {
            if (!series.TryGetProperty("rows", out var given)) continue;
            var rows = given.EnumerateArray().ToList();
            if (rows[0].EnumerateObject().Select(p => p.Name).FirstOrDefault(n => n.StartsWith("index_", StringComparison.Ordinal)) is not { } index) continue;
            var figure = rows[0].EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.Number && p.Name != index).Name;
            long Of(JsonElement row) => (long)(row.GetProperty(figure).GetDecimal() * 100);
            var state = PlanningState.Empty;
            var days = rows.Select((_, i) => new DateOnly(1922, 1, 1).AddMonths(i)).ToList();
            Series Made(string id, Func<int, long> value) => new(id, id, "pounds", "secretary", [.. days.Select((d, i) => new SeriesValue(d, value(i), "book", "b1-05", default))]);
            state = state with { Series = state.Series.SetItem("cloth", Made("cloth", i => Of(rows[i]))).SetItem("flour", Made("flour", _ => 100)) };
            var found = Scissors.Of(state, new Watch("w", "w", "cloth", "flour", days[0], 200, 2, default));
            foreach (var (row, day) in rows.Zip(found))
            {
                read++;
                Assert.Equal(row.GetProperty(index).GetDecimal(), Math.Round(decimal.Parse((day.First * 100).ToDecimal(4), CultureInfo.InvariantCulture), 1, MidpointRounding.AwayFromZero));
            }
        }
        Assert.True(read > 0);
    }
}
