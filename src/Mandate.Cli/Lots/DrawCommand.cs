using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Tally;
using Mandate.Tally.Readers;
using Mandate.Tally.Sortition;

namespace Mandate.Cli.Lots;

/// <summary><c>mandate draw</c>: a panel by lot under quotas, with the exact chance of everybody; without any organisation.</summary>
internal static class DrawCommand
{
    private static readonly Argument<FileInfo> FileArgument = new("FILE") { Description = "JSON with features, people and seats, or CSV of people (then with --quotas and --seats)." };
    private static readonly Option<FileInfo?> QuotasOption = new("--quotas") { Description = "CSV with feature, value, min and max." };
    private static readonly Option<int?> SeatsOption = new("--seats") { Description = "Places to draw, where the file does not say." };
    private static readonly Option<string?> SeedOption = new("--seed") { Description = "The public seed: draws one panel. Without it only the chances are computed." };
    private static readonly Option<string?> IdOption = new("--id") { Description = "CSV: the column that names people." };
    private static readonly Option<string?> HouseholdOption = new("--household") { Description = "CSV: the column of which at most one of each value is drawn." };
    private static readonly Option<string?> CaseOption = new("--case") { Description = "JSON with several cases: the id of one." };
    private static readonly Option<bool> NashOption = new("--nash") { Description = "Also the chances with the greatest product, for comparison, to twelve decimals." };

    private static readonly string[] Hopeless = ["No change of a single quota is enough."];

    public static Command Create() =>
        new Command("draw", "Draw places by lot under quotas, with everybody's exact chance.") { FileArgument, QuotasOption, SeatsOption, SeedOption, IdOption, HouseholdOption, CaseOption, NashOption }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var file = Existing(parsed.GetValue(FileArgument)!);
        var read = Pool(parsed, file);
        var pool = read.Value ?? throw CommandException.BadInput($"{file.Name}: {read.Fault}");
        var answer = LotterySolver.Solve(pool);
        if (answer.Lottery is not { } lottery)
        {
            terminal.Data(
                new JsonObject
                {
                    ["possible"] = false,
                    ["remedies"] = new JsonArray([.. answer.Remedies.Select(r => (JsonNode)new JsonObject { ["feature"] = r.Quota.Feature, ["value"] = r.Quota.Value, ["bound"] = r.IsMinimum ? "min" : "max", ["is"] = r.IsMinimum ? r.Quota.Min : r.Quota.Max, ["needs"] = r.Need })]),
                },
                ["No panel meets all quotas.", .. answer.Remedies.Select(r => $"{r.Quota.Feature} {r.Quota.Value}: {(r.IsMinimum ? "at least" : "at most")} {(r.IsMinimum ? r.Quota.Min : r.Quota.Max)} cannot be met with the others; {r.Need} could."),
                    .. answer.Remedies.IsEmpty ? Hopeless : []]);
            return ExitCode.DoesNotHold;
        }
        var drawn = parsed.GetValue(SeedOption) is { } seed ? PanelDraw.Draw(lottery, seed) : default;
        var json = new JsonObject
        {
            ["possible"] = true,
            ["proved"] = lottery.Proved.ToString().ToLowerInvariant(),
            ["least"] = lottery.Least.ToString(),
            ["bound"] = lottery.Bound.ToString(),
            ["gini"] = lottery.Gini().ToDecimal(6),
            ["never"] = new JsonArray([.. lottery.Never.Select(n => (JsonNode)n)]),
            ["chances"] = new JsonObject(lottery.Chances.Select(c => KeyValuePair.Create(c.Person, (JsonNode?)c.Chance.ToString()))),
            ["panels"] = new JsonArray([.. lottery.Panels.Select(p => (JsonNode)new JsonObject { ["chance"] = p.Chance.ToString(), ["ofClass"] = new JsonArray([.. p.OfClass.Select(c => (JsonNode)c)]) })]),
            ["classes"] = new JsonArray([.. pool.Classes.Select(c => (JsonNode)new JsonArray([.. c.People.Select(p => (JsonNode)p)]))]),
        };
        if (parsed.GetValue(NashOption)) json["nash"] = Nash(lottery);
        if (!drawn.IsDefault) json["drawn"] = new JsonArray([.. drawn.Select(d => (JsonNode)d)]);
        terminal.Data(json, Lines(lottery, drawn.IsDefault ? null : [.. drawn]));
        return ExitCode.Done;
    }

    private static Read<SortitionPool> Pool(ParseResult parsed, FileInfo file)
    {
        using var stream = file.OpenRead();
        if (parsed.GetValue(QuotasOption) is { } quotas)
        {
            using var bounds = Existing(quotas).OpenRead();
            return SortitionReader.Read(stream, bounds, parsed.GetValue(SeatsOption) ?? throw CommandException.BadInput("--seats: how many places?"), parsed.GetValue(IdOption), parsed.GetValue(HouseholdOption));
        }
        try
        {
            using var json = JsonDocument.Parse(stream);
            var root = json.RootElement;
            if (parsed.GetValue(CaseOption) is { } wanted)
            {
                root = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cases", out var cases) && cases.ValueKind == JsonValueKind.Array
                    ? cases.EnumerateArray().FirstOrDefault(c => c.ValueKind == JsonValueKind.Object && c.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == wanted) : default;
                if (root.ValueKind == JsonValueKind.Undefined) throw CommandException.BadInput($"--case: {file.Name} has no case '{wanted}'");
            }
            return SortitionReader.Read(root, parsed.GetValue(SeatsOption));
        }
        catch (JsonException e)
        {
            throw CommandException.BadInput($"{file.Name}: no JSON ({e.Message}); for CSV of people give --quotas FILE and --seats N");
        }
    }

    private static FileInfo Existing(FileInfo file) => file.Exists ? file : throw CommandException.BadInput($"{file.FullName}: there is no such file");

    private static JsonObject Nash(PanelLottery lottery)
    {
        var (chances, gap) = NashLottery.Of(lottery);
        return new()
        {
            ["gap"] = gap.ToDecimal(9),
            ["chances"] = new JsonObject(lottery.Pool.Classes.SelectMany((c, i) => c.People.Select(p => (p, i))).OrderBy(x => x.p, StringComparer.Ordinal).Select(x => KeyValuePair.Create(x.p, (JsonNode?)chances[x.i].ToDecimal(12)))),
        };
    }

    private static IEnumerable<string> Lines(PanelLottery lottery, string[]? drawn)
    {
        yield return $"{lottery.Pool.People.Length} people, {lottery.Pool.Seats} places, {lottery.Panels.Length} panels in the lottery.";
        yield return lottery.Proved switch
        {
            Fairness.Leximin => $"Least chance {lottery.Least} ({lottery.Least.ToDecimal(6)}); no lottery under these quotas is fairer (leximin).",
            Fairness.Maximin => $"Least chance {lottery.Least} ({lottery.Least.ToDecimal(6)}); it cannot be greater under these quotas. The chances above it are the best found.",
            _ => $"Least chance {lottery.Least} ({lottery.Least.ToDecimal(6)}), the best found; it can be {lottery.Bound} at most.",
        };
        if (lottery.Never.ToList() is { Count: > 0 } never) yield return $"On no permitted panel: {string.Join(", ", never)}.";
        foreach (var group in lottery.Chances.GroupBy(c => c.Chance).OrderBy(g => g.Key).Take(20)) yield return $"{group.Key,12}  {group.Count()} people: {string.Join(", ", group.Take(8).Select(c => c.Person))}{(group.Count() > 8 ? ", ..." : "")}";
        if (drawn is not null) yield return $"Drawn: {string.Join(", ", drawn)}";
    }
}
