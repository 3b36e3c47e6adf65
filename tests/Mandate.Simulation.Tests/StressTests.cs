using System.Xml.Linq;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Simulation.Stress;

namespace Mandate.Simulation.Tests;

public sealed class StressTests
{
    private static readonly Scenario Short = new() { Support = 0.35, Steering = 0.6, Regions = 0, Shock = 0, Periods = 12 };

    private static Constitution Read(string folder) =>
        ConstitutionReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "constitutions", folder, "constitution.yaml"))).Constitution!;

    private static StressResult Run(Constitution constitution, Scenario scenario, int runs, ulong seed) => StressTest.Run(constitution, scenario, runs, seed, cancel: TestContext.Current.CancellationToken);

    [Fact]
    public void The_same_seed_gives_the_same_runs_however_many_there_are()
    {
        var constitution = Read("pairs");
        var two = Run(constitution, Short, 2, 5);
        var three = Run(constitution, Short, 3, 5);
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(two.Runs[run].Executive, three.Runs[run].Executive);
            Assert.Equal(two.Runs[run].Decisions, three.Runs[run].Decisions);
        }
        Assert.NotEqual(two.Runs[0].Support, Run(constitution, Short with { Shock = 0.05 }, 1, 6).Runs[0].Support);
    }

    [Fact]
    public void Elections_go_through_the_rules_of_the_organisation()
    {
        var run = Run(Read("pairs"), Short, 1, 3).Runs[0];
        Assert.True(run.Elections > 0, $"{run.Elections} elections, {run.ByModel} seats by the model; refused: {string.Join(", ", run.Refused)}");
        Assert.True(run.Decisions > 100);
    }

    /// <summary>The same people, the same support: what differs is who confirms those who preside over elections.</summary>
    [Fact]
    public void Confirmation_from_above_lets_a_minority_keep_what_it_would_lose()
    {
        var captured = Run(Read("rkp-1922"), Short, 4, 9);
        var open = Run(Read("rkp-1919"), Short, 4, 9);
        Assert.True(captured.Mean(r => r.Executive)[^1] > open.Mean(r => r.Executive)[^1], $"1922 {captured.Mean(r => r.Executive)[^1]}, 1919 {open.Mean(r => r.Executive)[^1]}");
        Assert.True(captured.Captured.Share > open.Captured.Share);
    }

    /// <summary>An apparatus that loses its support loses the executive where members elect, and keeps it longer where it confirms its own electors.</summary>
    [Fact]
    public void The_swing_that_removes_the_apparatus_is_greater_where_it_chooses_its_electors()
    {
        var captured = StressTest.Swing(Read("rkp-1922"), Short, 2, 9, cancel: TestContext.Current.CancellationToken);
        var open = StressTest.Swing(Read("rkp-1919"), Short, 2, 9, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(1, open.Lost);
        Assert.True(captured.Swing is null || captured.Swing > open.Swing, $"1922 {captured}, 1919 {open}");
    }

    /// <summary>Where the executive confirms without limit, nobody else is let in; where members elect freely, both sides stand.</summary>
    [Fact]
    public void Elections_are_contested_where_candidates_are_free_and_not_where_they_are_sifted()
    {
        var (sifted, free) = (Run(Read("rkp-1922"), Short, 2, 4), Run(Read("pairs"), Short, 2, 4));
        Assert.True(free.Contestation > sifted.Contestation, $"free {free.Contestation}, sifted {sifted.Contestation}");
        Assert.InRange(free.Participation!.Value, Short.Turnout - 0.1, Short.Turnout + 0.1);
    }

    [Fact]
    public void A_reform_brings_the_executive_back_to_the_members()
    {
        var scenario = Short with { Support = 0.3, Periods = 24 };
        var kept = Run(Read("rkp-1922"), scenario, 2, 9);
        var reformed = StressTest.Reform(Read("rkp-1922"), Read("rkp-1919"), scenario, 2, 9, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(kept.Runs[0].Executive.Take(12), reformed.Runs[0].Executive.Take(12));
        Assert.True(reformed.Recovery.Share > 0);
        Assert.True(reformed.Mean(r => r.Executive)[^1] < kept.Mean(r => r.Executive)[^1]);
        Assert.All(kept.Runs, r => Assert.Null(r.Recovered));
    }

    /// <summary>Members, meetings, lots, appointment and co-option all go through the rules: the model fills next to nothing.</summary>
    [Theory]
    [InlineData("association")]
    [InlineData("small-cooperative")]
    [InlineData("union-federation")]
    [InlineData("pep-13")]
    [InlineData("debian")]
    [InlineData("nodejs-tsc")]
    public void Seats_of_every_kind_are_filled_by_the_rules(string folder)
    {
        var run = Run(Read(folder), new Scenario(), 1, 1).Runs[0];
        Assert.True(run.ByModel * 20 <= run.Given + (5 * run.Elections), $"{run.ByModel} seats by the model; refused: {string.Join(", ", run.Refused)}");
        Assert.True(run.Given > 0);
    }

    [Fact]
    public void Whatever_is_a_constitution_can_be_tested()
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(Repository.Root, "constitutions")).Select(d => Path.GetFileName(d)!))
        {
            var result = Run(Read(folder), Short with { Periods = 8 }, 1, 1);
            Assert.All(result.Runs[0].Executive, share => Assert.InRange(share, 0, 1));
            Assert.Equal(8, result.Runs[0].Executive.Length);
        }
    }

    [Fact]
    public void The_plot_is_an_SVG_that_says_in_words_what_it_shows()
    {
        var svg = XDocument.Parse(Plot.Svg([Run(Read("pairs"), Short, 1, 1)]));
        var names = svg.Descendants().Select(e => e.Name.LocalName).ToList();
        Assert.Contains("title", names);
        Assert.Contains("desc", names);
        Assert.Equal(2, names.Count(n => n == "polyline"));
    }

    [Theory]
    [InlineData("{\"support\": 2}", "support: 2 is not a share")]
    [InlineData("{\"suport\": 0.2}", "suport: there is no such key")]
    [InlineData("{\"periods\": 0}", "periods: 0 is not a whole number")]
    [InlineData("{\"support\": 0.2", "line 1, column")]
    [InlineData("[]", "a scenario is an object")]
    public void A_scenario_that_is_wrong_says_where(string json, string words) => Assert.Contains(words, Assert.Throws<FormatException>(() => Scenario.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_scenario_from_a_file_changes_what_it_names()
    {
        var scenario = Scenario.Parse("{\"name\": \"strong\", \"support\": 0.4, \"steering\": 0.9, \"periods\": 40}");
        Assert.Equal(new Scenario { Name = "strong", Support = 0.4, Steering = 0.9, Periods = 40 }, scenario);
    }
}
