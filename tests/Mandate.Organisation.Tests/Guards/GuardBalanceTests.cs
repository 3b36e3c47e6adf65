using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Guards;

/// <summary>What guards missed and found wrongly, and their states over time (S419, S431).</summary>
public sealed class GuardBalanceTests
{
    private static readonly Source Minutes = new("minutes", "3", Citing: "the porter's book");

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    private static ImmutableSortedDictionary<string, string> Text(string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", text);

    private static Founded Told()
    {
        var o = Founded.Small();
        o.Do("b1-07", new Tell("night", new(Day(o), Day(o)), Text("A vote at night"), Text("Nobody counted."), [], [], [], Mode.Stated, [Minutes]));
        return o;
    }

    private static GuardAccount? Account(Founded o, string guard) =>
        GuardBalance.Of(o.State.Facts, Findings.AsOf(o.State, o.State, Day(o)), Day(o).AddYears(-1), Day(o)).SingleOrDefault(a => a.Guard.Name == guard);

    [Fact]
    public void A_case_that_a_guard_missed_is_tried_from_then_on_and_passes_when_the_guard_finds_it()
    {
        var o = Told();
        o.Do("b1-07", new ReportCase("c", "vanished-quorum", Misjudged.Missed, "night", "Most had left."));
        Assert.False(Assert.Single(Account(o, "vanished-quorum")!.Cases).Passes);
        o.Do("b1-07", new RecordFact("f1", new Present("s", Counted: false), new(Day(o), Day(o)), Mode.Stated, [Minutes], ["night"]));
        o.Do("b1-07", new RecordFact("f2", new PutToVote("m", "branch", "s"), new(Day(o), Day(o)), Mode.Stated, [Minutes], ["night"]));
        var account = Account(o, "vanished-quorum")!;
        Assert.True(Assert.Single(account.Cases).Passes);
        Assert.Equal(1, account.Caught);
        // Found, and found wrongly as somebody else holds.
        o.Do("b1-08", new ReportCase("w", "vanished-quorum", Misjudged.Wrong, "f1", "The sheet hangs in the hall."));
        Assert.Equal([("c", true), ("w", false)], Account(o, "vanished-quorum")!.Cases.Select(c => (c.Case.Id, c.Passes)));
        o.Do("b1-08", new ObjectToFact("o", "f1", "The sheet hangs in the hall."));
        Assert.Equal(1, Account(o, "vanished-quorum")!.Contested);
        Assert.Contains(Findings.AsOf(o.State, o.State, Day(o)).SelectMany(f => f.Sources), s => s.Citing == "the porter's book");
    }

    [Fact]
    public void A_case_names_a_guard_and_something_on_record_gives_its_reason_and_is_filed_once()
    {
        var o = Told();
        var report = new ReportCase("c", "vanished-quorum", Misjudged.Missed, "night", "Most had left.");
        Assert.Equal("protocol.unknown", o.Refused("b1-07", report with { Guard = "vanished-quorums" }).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-07", report with { About = "day" }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-07", report with { Reason = "" }).Code);
        Assert.Equal("protocol.not-yours", o.Refused("nobody", report).Code);
        o.Do("b1-07", report);
        Assert.Equal("protocol.taken", o.Refused("b1-08", report with { Id = "d" }).Code);
        o.Do("b1-08", report with { Id = "d", Guard = "surprise-motion" });
    }

    [Theory]
    [InlineData("2026-01-10", "2026-02-03", "2026-02-03")]
    [InlineData("2025-09-01", "2026-02-03", "2025-09-30 2025-12-31 2026-02-03")]
    [InlineData("2021-05-01", "2026-02-03", "2021-12-31 2022-12-31 2023-12-31 2024-12-31 2025-12-31 2026-02-03")]
    [InlineData("1917-01-01", "1940-12-31", "1921-12-31 1924-12-31 1927-12-31 1930-12-31 1933-12-31 1936-12-31 1939-12-31 1940-12-31")]
    public void The_days_are_ends_of_quarters_or_years_and_the_last_day_is_one_of_them(string first, string last, string days) =>
        Assert.Equal(days, string.Join(' ', GuardSeries.Days(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)).Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void A_finding_counts_on_the_days_between_its_beginning_and_its_end()
    {
        var facts = GuardExamples.Recorded([new(new Restricted("ban", [Liberty.Publish]), new(2026, 1, 10)), new(new Lifted("ban"), new(2026, 4, 1))]).ToList();
        foreach (var (day, holds) in ((DateOnly, int)[])[(new(2026, 1, 9), 0), (new(2026, 1, 10), 1), (new(2026, 3, 31), 1), (new(2026, 4, 2), 0)])
            Assert.Equal(holds, GuardSeries.On(Findings.In(new FactView(facts, day)), day).Holding.GetValueOrDefault("restriction-of-minority"));
    }
}
