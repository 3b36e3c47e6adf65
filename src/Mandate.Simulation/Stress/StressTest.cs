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

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
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
        "Units and bodies are played at a reduced size; the rules stand as they are. Places that are not filled by an election through the rules are filled by the model, and counted.",
    ];

    /// <summary>Runs are independent: each has its own stream of the seed, so their number and order change nothing.</summary>
    /// <param name="progress">Told of each finished run, in whatever order they end.</param>
    public static StressResult Run(Constitution constitution, Scenario scenario, int runs, ulong seed, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var size = RehearsalSize.Of(constitution);
        var results = new RunResult[runs];
        var done = 0;
        Parallel.For(0, runs, new ParallelOptions { CancellationToken = cancel }, run =>
        {
            results[run] = StressRun.Play(size, scenario, Draws.Of(seed, run));
            progress?.Report(Interlocked.Increment(ref done));
        });
        return new(constitution.Id, scenario, seed, [.. results]);
    }
}
