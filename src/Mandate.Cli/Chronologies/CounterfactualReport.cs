using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Demo;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Server.Api;

namespace Mandate.Cli.Chronologies;

/// <summary>The same acts under other constitutions, side by side.</summary>
internal static class CounterfactualReport
{
    /// <summary>A constitution in a file, or one that comes with the program.</summary>
    public static Constitution Constitution(string name)
    {
        if (File.Exists(name)) return ConstitutionFiles.Read(new FileInfo(name));
        return ShippedChronologies.Constitutions.Contains(name, StringComparer.Ordinal)
            ? ConstitutionReader.Read(ShippedChronologies.Constitution(name)).Constitution!
            : throw CommandException.BadInput($"--under: there is no file '{name}', and no constitution of that name comes with the program (there are: {string.Join(", ", ShippedChronologies.Constitutions)})");
    }

    public static (JsonObject Json, IEnumerable<string> Lines) Of(FactsState facts, ImmutableArray<Constitution> constitutions)
    {
        var acts = Counterfactual.Of(facts, constitutions, DateOnly.MaxValue);
        var json = new JsonObject
        {
            ["constitutions"] = new JsonArray([.. constitutions.Select((c, i) => (JsonNode)new JsonObject
            {
                ["id"] = c.Id,
                ["refused"] = Count(acts, i, Verdict.Refused), ["permitted"] = Count(acts, i, Verdict.Permitted), ["provided"] = Count(acts, i, Verdict.Provided), ["silent"] = Count(acts, i, Verdict.Silent),
            })]),
            ["acts"] = new JsonArray([.. acts.Select(a => (JsonNode)Json(a, constitutions))]),
        };
        return (json, Lines(acts, constitutions));
    }

    private static int Count(ImmutableArray<JudgedAct> acts, int of, Verdict verdict) => acts.Count(a => a.Under[of].Verdict == verdict);

    private static JsonObject Json(JudgedAct act, ImmutableArray<Constitution> constitutions) => new()
    {
        ["question"] = act.Question,
        ["events"] = new JsonArray([.. act.Act.Events.Select(e => JsonValue.Create(e))]),
        ["from"] = Day(act.Act.When.From),
        ["to"] = Day(act.Act.When.To),
        ["mode"] = act.Act.Mode.ToString().ToLowerInvariant(),
        ["fact"] = FactAnswers.Fact(act.Act.What),
        ["under"] = new JsonArray([.. act.Under.Select((u, i) => (JsonNode)new JsonObject { ["constitution"] = constitutions[i].Id, ["verdict"] = u.Verdict.ToString().ToLowerInvariant(), ["clause"] = u.Clause, ["needs"] = u.Needs, ["given"] = u.Given })]),
        ["sources"] = new JsonArray([.. act.Act.Sources.Select(s => (JsonNode)JsonValue.Create($"{s.Work}{(s.Lines is { } lines ? $", {lines}" : "")}"))]),
    };

    private static IEnumerable<string> Lines(ImmutableArray<JudgedAct> acts, ImmutableArray<Constitution> constitutions)
    {
        foreach (var act in acts)
        {
            yield return $"{Day(act.Act.When.From ?? act.Act.When.To) ?? "undated"} {string.Join(" ", act.Act.Events)} {act.Question}{(act.Act.Mode == Mode.Inferred ? " (inferred)" : "")}";
            foreach (var (answer, constitution) in act.Under.Zip(constitutions))
                yield return $"    {constitution.Id,-12} {answer.Verdict.ToString().ToLowerInvariant(),-10}{answer.Clause}{(answer.Needs is { } needs ? $", needs {needs}" : "")}{(answer.Given is { } given ? $", given {given}" : "")}";
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
