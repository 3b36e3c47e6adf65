using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Simulation.Stage;

namespace Mandate.Simulation.Stress;

/// <summary>Many runs of one constitution under one scenario.</summary>
public sealed record StressResult(string Constitution, Scenario Scenario, ulong Seed, ImmutableArray<RunResult> Runs)
{
    /// <summary>Share of runs in which the executive was captured, with one standard error.</summary>
    public (double Share, double Error) Captured
    {
        get
        {
            var share = (double)Runs.Count(r => r.Captured is not null) / Runs.Length;
            return (share, Math.Sqrt(share * (1 - share) / Runs.Length));
        }
    }

    /// <summary>Median period of capture among the runs with one; null where there is none.</summary>
    public double? TimeToCapture => Median(Runs.Where(r => r.Captured is not null).Select(r => (double)r.Captured!.Value));

    /// <summary>Median period in which others won the executive; null where they never did.</summary>
    public double? TimeToLoss => Median(Runs.Where(r => r.Lost is not null).Select(r => (double)r.Lost!.Value));

    /// <summary>Mean over the runs, period by period.</summary>
    public ImmutableArray<double> Mean(Func<RunResult, ImmutableArray<double>> of) =>
        Runs.Length == 0 || of(Runs[0]).Length == 0 ? [] : [.. Enumerable.Range(0, of(Runs[0]).Length).Select(t => Runs.Average(r => of(r)[t]))];

    /// <summary>Distortion: what the apparatus holds of the executive above its support, period by period.</summary>
    public ImmutableArray<double> Distortion => [.. Mean(r => r.Executive).Zip(Mean(r => r.Support)).Select(p => p.First - p.Second)];

    /// <summary>Share of the elections in which both sides stood; null where none was held.</summary>
    public double? Contestation => Runs.Sum(r => (long)r.Elections) is > 0 and var held ? (double)Runs.Sum(r => (long)r.Contested) / held : null;

    /// <summary>Share of the members who voted where members elect; null where they never did.</summary>
    public double? Participation => Runs.Sum(r => r.Entitled) is > 0 and var all ? (double)Runs.Sum(r => r.Voted) / all : null;

    /// <summary>Share of runs in which others held the executive after the reform, and the median of periods until then.</summary>
    public (double Share, double? Periods) Recovery => ((double)Runs.Count(r => r.Recovered is not null) / Runs.Length, Median(Runs.Where(r => r.Recovered is not null).Select(r => (double)r.Recovered!.Value)));

    internal static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>
/// How much further than to one half the support of the apparatus must fall before it loses the executive: 0 where it goes with
/// the majority of the members, greater where the rules hold on to it.
/// </summary>
/// <param name="Lost">Share of runs in which it lost the executive before its support was gone.</param>
/// <param name="SupportWhenLost">Median support at that time; null where it never lost.</param>
public sealed record Hysteresis(double Lost, double? SupportWhenLost)
{
    /// <summary>In shares of the members; null where no swing removed it.</summary>
    public double? Swing => 0.5 - SupportWhenLost;
}

/// <summary>The stress test: the same adversary, the same seeds, one constitution or two.</summary>
public static class StressTest
{
    /// <summary>What the numbers are not; printed with every run.</summary>
    public static ImmutableArray<string> Limits { get; } =
    [
        "Every figure of the scenario is an assumption. Compare constitutions under the same scenario; forecast nothing.",
        "No claim about any person: members' opinions are numbers of cohorts, officers stand for places.",
        "What is not declared is not seen: a secret ballot and a neutral chair are assumed, and caucuses outside the rules are outside the test.",
        "Units and bodies are played at a reduced size; the rules stand as they are. Every place is put to the rules; where they refuse, the model fills it and the result says how often.",
    ];

    /// <summary>Support falls by so much a year where the swing is measured, from a majority to nothing.</summary>
    private const double Fall = 0.1;

    private const double FirstSupport = 0.6;

    /// <summary>Runs are independent: each has its own stream of the seed, so their number and order change nothing.</summary>
    /// <param name="progress">Told of each finished run, in whatever order they end.</param>
    public static StressResult Run(Constitution constitution, Scenario scenario, int runs, ulong seed, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        Play(constitution, null, scenario, runs, seed, progress, cancel);

    /// <summary>The first half under one constitution, the second under another: the same people stay in their seats until their terms end.</summary>
    public static StressResult Reform(Constitution from, Constitution to, Scenario scenario, int runs, ulong seed, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        Play(from, to, scenario, runs, seed, progress, cancel);

    /// <summary>An apparatus with a majority of the members loses a tenth of them each year: when does it lose the executive?</summary>
    public static Hysteresis Swing(Constitution constitution, Scenario scenario, int runs, ulong seed, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var falling = scenario with { Support = FirstSupport, Fall = Fall, Opposition = 0, Periods = (int)Math.Ceiling(FirstSupport / Fall * 4) };
        var result = Run(constitution, falling, runs, seed, progress, cancel);
        return new((double)result.Runs.Count(r => r.Lost is not null) / runs, StressResult.Median(result.Runs.Select(r => r.SupportWhenLost).OfType<double>()));
    }

    private static StressResult Play(Constitution constitution, Constitution? to, Scenario scenario, int runs, ulong seed, IProgress<int>? progress, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var size = RehearsalSize.Of(constitution);
        (RehearsalSize, int)? reform = to is null ? null : (RehearsalSize.Of(to), scenario.Periods / 2);
        var results = new RunResult[runs];
        var done = 0;
        Parallel.For(0, runs, new ParallelOptions { CancellationToken = cancel }, run =>
        {
            results[run] = StressRun.Play(size, scenario, Draws.Of(seed, run), reform);
            progress?.Report(Interlocked.Increment(ref done));
        });
        return new(constitution.Id, scenario, seed, [.. results]);
    }
}
