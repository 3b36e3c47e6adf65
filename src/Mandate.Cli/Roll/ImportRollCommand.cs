using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node;
using Mandate.Node.Rolls;
using Mandate.Organisation.Founding;
using Mandate.Server.Api;

namespace Mandate.Cli.Roll;

/// <summary><c>mandate import-roll</c>: every row's fate; with <c>--commit</c> it is done.</summary>
internal static class ImportRollCommand
{
    private static readonly Argument<FileInfo> FileArgument = new("FILE.csv") { Description = "The roll: comma, semicolon or tab; UTF-8 or Windows-1252." };
    private static readonly Option<bool> CommitOption = new("--commit") { Description = "Do it; without this nothing is written." };
    private static readonly Option<FileInfo?> MappingOption = new("--mapping") { Description = "Which column holds what (JSON); without it the headings say." };
    private static readonly Option<FileInfo?> SaveOption = new("--save-mapping") { Description = "Write the mapping that was used, for the next time." };

    public static Command Create() => new Command("import-roll", "Import members and units from CSV.")
    {
        Organisations.Folder, FileArgument, CommitOption, Organisations.As, MappingOption, SaveOption, Organisations.Keys,
    }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var file = parsed.GetValue(FileArgument)!;
        if (!file.Exists) throw CommandException.BadInput($"{file.FullName}: there is no such file");
        // The vault, in which numbers are known again, needs the writer's place also for a preview.
        await using var node = Organisations.Open(parsed);
        var plan = Plan(parsed, node, file);
        if (parsed.GetValue(SaveOption) is { } save) await File.WriteAllTextAsync(save.FullName, plan.Mapping.ToJson() + "\n", cancel);
        var json = Json(plan);
        if (!parsed.GetValue(CommitOption))
        {
            terminal.Data(json, Lines(plan));
            terminal.Message("Nothing was written. With --commit it is done.");
            return ExitCode.Done;
        }
        var by = parsed.GetValue(Organisations.As)
            ?? (node.State.Founding is { Stage: FoundingStage.Open, Founders: [var first, ..] } ? first : throw CommandException.BadInput("import-roll: who acts? --as PERSON, the keeper of the register"));
        var result = await RollImport.RunAsync(node, plan, by);
        json["result"] = new JsonObject
        {
            ["acts"] = result.Acts, ["members"] = result.Members, ["units"] = result.Units, ["statusChanges"] = result.StatusChanges, ["personalChanges"] = result.PersonalChanges,
            ["pending"] = result.Pending, ["refusal"] = result.Refused is { } refusal ? ActJson.Refusal(refusal) : null,
        };
        terminal.Data(json, [.. Lines(plan), $"written: {result.Units} units, {result.Members} members, {result.StatusChanges} changes of status, {result.PersonalChanges} of personal data, in {result.Acts} acts"]);
        if (result.Refused is not { } why) return ExitCode.Done;
        terminal.Message($"Stopped, with {result.Pending} acts to go. Refused: {JsonOf.Line(why)}");
        return ExitCode.DoesNotHold;
    }

    private static RollPlan Plan(ParseResult parsed, OrganisationNode node, FileInfo file)
    {
        try
        {
            var mapping = parsed.GetValue(MappingOption) is { } saved
                ? RollMapping.FromJson(saved.Exists ? File.ReadAllText(saved.FullName) : throw CommandException.BadInput($"--mapping: {saved.FullName}: there is no such file"))
                : null;
            return RollPlanner.Plan(node.State, node.Vault!, RollFile.Read(File.ReadAllBytes(file.FullName)), mapping, node.Now);
        }
        catch (FormatException e)
        {
            throw CommandException.BadInput($"{file.Name}: {e.Message}");
        }
    }

    private static JsonObject Json(RollPlan plan) => new()
    {
        ["encoding"] = plan.File.Encoding,
        ["delimiter"] = plan.File.Delimiter.ToString(),
        ["founding"] = plan.Founding,
        ["mapping"] = JsonNode.Parse(plan.Mapping.ToJson()),
        ["counts"] = new JsonObject(Enum.GetValues<RowFate>().Select(f => KeyValuePair.Create(f.ToString().ToLowerInvariant(), (JsonNode?)plan.Count(f)))),
        ["summary"] = new JsonArray([.. plan.Summary.Select(s => (JsonNode)new JsonObject { ["fate"] = s.Fate.ToString().ToLowerInvariant(), ["code"] = s.Code, ["count"] = s.Count })]),
        ["units"] = new JsonArray([.. plan.Units.Select(u => (JsonNode)new JsonObject { ["id"] = u.Id, ["kind"] = u.Kind, ["name"] = u.Name, ["within"] = u.Within })]),
        ["rows"] = new JsonArray([.. plan.Rows.Select(r => (JsonNode)new JsonObject { ["line"] = r.Line, ["number"] = r.Number, ["fate"] = r.Fate.ToString().ToLowerInvariant(), ["code"] = r.Code, ["text"] = r.Text })]),
    };

    private static IEnumerable<string> Lines(RollPlan plan)
    {
        yield return $"{plan.File.Encoding}, divided by {(plan.File.Delimiter == '\t' ? "tabs" : $"'{plan.File.Delimiter}'")}, {plan.Rows.Length} rows, {plan.Units.Length} new units";
        foreach (var (fate, code, count) in plan.Summary) yield return $"{count,7}  {fate.ToString().ToLowerInvariant(),-9} {code}";
        foreach (var row in plan.Rows.Where(r => r.Fate == RowFate.Refused)) yield return $"line {row.Line}: {row.Number}: {row.Text}";
    }
}
