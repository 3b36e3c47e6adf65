using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions.Checks;
using Mandate.Simulation.Stress;

namespace Mandate.Cli.Statutes;

/// <summary><c>mandate simulate</c>: a stress test of a constitution, or of two under the same adversary.</summary>
internal static class SimulateCommand
{
    private static readonly Argument<FileInfo> FileArgument = new("FILE") { Description = "The constitution, in YAML." };
    private static readonly Option<FileInfo?> AgainstOption = new("--vs") { Description = "Another constitution, under the same scenario and seeds." };
    private static readonly Option<string> ScenarioOption = new("--scenario") { Description = $"{string.Join(", ", Scenario.BuiltIn.Select(s => s.Name))}, or a JSON file with shares.", DefaultValueFactory = _ => Scenario.BuiltIn[0].Name };
    private static readonly Option<int> RunsOption = new("--runs") { Description = "How many runs.", DefaultValueFactory = _ => 20 };
    private static readonly Option<long> SeedOption = new("--seed") { Description = "The seed: the same seed gives the same result.", DefaultValueFactory = _ => 1 };
    private static readonly Option<FileInfo?> PlotOption = new("--plot") { Description = "Write the curves as an SVG file." };

    public static Command Create() => new Command("simulate", "Stress test of a constitution against an adversarial apparatus.") { FileArgument, AgainstOption, ScenarioOption, RunsOption, SeedOption, PlotOption }.Running(Run);

    private static Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var runs = parsed.GetValue(RunsOption);
        if (runs is < 1 or > 100_000) throw CommandException.BadInput($"--runs: {runs} is not a number of runs from 1 to 100000");
        var scenario = ScenarioOf(parsed.GetValue(ScenarioOption)!);
        var files = new[] { parsed.GetValue(FileArgument), parsed.GetValue(AgainstOption) }.OfType<FileInfo>().ToList();
        var constitutions = files.Select(ConstitutionFiles.Read).ToList();
        var results = new List<StressResult>();
        var swings = new List<Hysteresis>();
        var seed = (ulong)parsed.GetValue(SeedOption);
        var watch = Stopwatch.StartNew();
        foreach (var constitution in constitutions) results.Add(StressTest.Run(constitution, scenario, runs, seed, Progress(constitution.Id, runs), cancel));
        var seconds = Math.Max(0.001, watch.Elapsed.TotalSeconds);
        foreach (var constitution in constitutions) swings.Add(StressTest.Swing(constitution, scenario, runs, seed, Progress(constitution.Id + ", swing", runs), cancel));
        var reform = constitutions.Count == 2 ? StressTest.Reform(constitutions[0], constitutions[1], scenario, runs, seed, Progress("reform", runs), cancel) : null;
        if (!Console.IsErrorRedirected) Console.Error.Write('\r');
        var svg = Plot.Svg(results);
        if (parsed.GetValue(PlotOption) is { } plot) WholeFile.Write(plot.FullName, svg);
        var kappa = constitutions.Select(c => new Analysis(c)).Select(a => a.Capture(Target.Executive, Constitutions.Checks.Capture.Strength.Steer).Number).ToList();
        terminal.Data(
            new JsonObject
            {
                ["scenario"] = Json(scenario),
                ["seed"] = parsed.GetValue(SeedOption),
                ["runs"] = runs,
                ["results"] = new JsonArray([.. results.Zip(kappa, swings).Select(r => (JsonNode)Json(r.First, r.Second, r.Third))]),
                ["reform"] = reform is null ? null : new JsonObject { ["recovered"] = reform.Recovery.Share, ["timeToRecovery"] = reform.Recovery.Periods, ["executive"] = Curve(reform.Mean(x => x.Executive)) },
                ["limits"] = new JsonArray([.. StressTest.Limits.Select(l => (JsonNode)l)]),
                ["plot"] = svg,
            },
            results.Zip(kappa, swings).SelectMany(r => Lines(r.First, r.Second, r.Third)).Concat(reform is null ? [] : [Line(reform, constitutions[1].Id)]).Concat(StressTest.Limits.Select(l => "limit: " + l)));
        terminal.Message(string.Create(CultureInfo.InvariantCulture, $"{results.Sum(r => r.Runs.Length) / seconds:0.0} runs/s, {results.Sum(r => r.Runs.Sum(x => (long)x.Decisions)) / seconds:0} decisions/s."));
        return Task.FromResult(ExitCode.Done);
    }

    private static Scenario ScenarioOf(string text)
    {
        if (Scenario.BuiltIn.FirstOrDefault(s => s.Name == text) is { } known) return known;
        if (!File.Exists(text)) throw CommandException.BadInput($"--scenario: '{text}' is neither one of {string.Join(", ", Scenario.BuiltIn.Select(s => s.Name))} nor a file");
        try
        {
            return Scenario.Parse(File.ReadAllText(text));
        }
        catch (FormatException fault)
        {
            throw CommandException.BadInput($"{text}: {fault.Message}");
        }
    }

    private static Progress<int>? Progress(string name, int runs) => Console.IsErrorRedirected ? null : new(done => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{name}: {done} of {runs} runs ")));

    private static JsonObject Json(Scenario s) => new()
    {
        ["name"] = s.Name, ["support"] = s.Support, ["regions"] = s.Regions, ["steering"] = s.Steering, ["opposition"] = s.Opposition, ["fall"] = s.Fall, ["shock"] = s.Shock, ["turnout"] = s.Turnout, ["periods"] = s.Periods,
    };

    private static JsonObject Json(StressResult r, long? kappa, Hysteresis swing) => new()
    {
        ["constitution"] = r.Constitution,
        ["captured"] = r.Captured.Share,
        ["standardError"] = r.Captured.Error,
        ["timeToCapture"] = r.TimeToCapture,
        ["timeToLoss"] = r.TimeToLoss,
        ["captureNumber"] = kappa,
        ["supportWhenLost"] = swing.SupportWhenLost,
        ["swing"] = swing.Swing,
        ["lostInSwing"] = swing.Lost,
        ["executive"] = Curve(r.Mean(x => x.Executive)),
        ["supreme"] = Curve(r.Mean(x => x.Supreme)),
        ["support"] = Curve(r.Mean(x => x.Support)),
        ["distortion"] = Curve(r.Distortion),
        ["appointed"] = Curve(r.Mean(x => x.Appointed)),
        ["contestation"] = r.Contestation,
        ["participation"] = r.Participation,
        ["decisions"] = r.Runs.Sum(x => (long)x.Decisions),
        ["elections"] = r.Runs.Sum(x => (long)x.Elections),
        ["seatsGiven"] = r.Runs.Sum(x => (long)x.Given),
        ["seatsByModel"] = r.Runs.Sum(x => (long)x.ByModel),
        ["refused"] = new JsonObject(r.Runs.SelectMany(x => x.Refused).GroupBy(x => x.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Sum(x => x.Value)))),
    };

    private static JsonArray Curve(IEnumerable<double> values) => new([.. values.Select(v => (JsonNode)Math.Round(v, 6))]);

    private static IEnumerable<string> Lines(StressResult r, long? kappa, Hysteresis swing)
    {
        var executive = r.Mean(x => x.Executive);
        var support = r.Mean(x => x.Support);
        yield return string.Create(CultureInfo.InvariantCulture, $"{r.Constitution}, scenario {r.Scenario.Name}, {r.Runs.Length} runs, seed {r.Seed}");
        yield return string.Create(CultureInfo.InvariantCulture, $"  captured in {r.Captured.Share * 100:0.#}% of runs (standard error {r.Captured.Error * 100:0.#}); periods to capture {Number(r.TimeToCapture)}, to loss {Number(r.TimeToLoss)}; capture number {kappa?.ToString(CultureInfo.InvariantCulture) ?? "members only"}");
        yield return swing.Swing is { } points
            ? string.Create(CultureInfo.InvariantCulture, $"  support falling from a majority: loses the executive in {swing.Lost * 100:0.#}% of runs, at {swing.SupportWhenLost * 100:0.#}% of the members; {Math.Max(0, points) * 100:0.#} points beyond the majority were needed")
            : "  support falling from a majority: never loses the executive, however few members are left";
        yield return string.Create(CultureInfo.InvariantCulture, $"  elections in which both sides stood {Share(r.Contestation)}, members who voted where members elect {Share(r.Participation)}");
        for (var t = 3; t < executive.Length; t += 4)
            yield return string.Create(CultureInfo.InvariantCulture, $"  year {(t / 4) + 1,3}: apparatus holds {executive[t] * 100,5:0.0}% of the executive with {support[t] * 100:0.0}% of the members");
        yield return string.Create(CultureInfo.InvariantCulture, $"  elections through the rules {r.Runs.Sum(x => x.Elections)}, seats given through the rules {r.Runs.Sum(x => x.Given)}, decisions {r.Runs.Sum(x => x.Decisions)}, seats the rules refused and the model filled {r.Runs.Sum(x => x.ByModel)}");
    }

    private static string Line(StressResult reform, string to) => string.Create(CultureInfo.InvariantCulture,
        $"reform to {to} after {reform.Scenario.Periods / 2} periods: others hold the executive in {reform.Recovery.Share * 100:0.#}% of runs, after {Number(reform.Recovery.Periods)} periods");

    private static string Share(double? value) => value is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%") : "none held";

    private static string Number(double? value) => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "never";
}
