using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node;
using Mandate.Organisation;

namespace Mandate.Cli.Questions;

/// <summary><c>mandate ask</c>: what the record says, as of a day.</summary>
internal static class AskCommand
{
    private static readonly Argument<string> QuestionArgument = new("QUESTION") { Description = "offices, person, body, restrictions, document, vote, date or contradictions." };
    private static readonly Option<string?> IdOption = new("--id") { Description = "Which person, body, document, vote or session." };

    public static Command Create() =>
        new Command("ask", "The state as of a day.") { Organisations.Folder, QuestionArgument, IdOption, Organisations.At, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var question = parsed.GetValue(QuestionArgument)!;
        if (!Answers.Questions.Contains(question, StringComparer.Ordinal)) throw CommandException.BadInput($"ask: '{question}' is none of {string.Join(", ", Answers.Questions)}");
        var id = parsed.GetValue(IdOption);
        if (id is null && question is "person" or "body") throw CommandException.BadInput($"ask {question}: which? --id ID");
        await using var node = Organisations.Look(parsed);
        var at = Organisations.Moment(parsed) ?? node.Now;
        var state = Organisations.Guard(() => node.StateAt(at));
        var own = Answers.To(question, state, id, at);
        // What happened de facto is told as the record stands now, of that day.
        var told = FactAnswers.To(question, node.State.Facts, id, DateOnly.FromDateTime(at.UtcDateTime));
        var answers = own is null && told.Answers.Count == 0 ? null : (own ?? []).Concat(told.Answers).ToList();
        terminal.Data(
            new JsonObject
            {
                ["question"] = question,
                ["at"] = Text(at),
                ["status"] = told.Disagree ? "sources-disagree" : answers is null ? "not-known" : "known",
                ["answers"] = new JsonArray([.. (answers ?? []).Select(a => (JsonNode)new JsonObject { ["id"] = a.Id, ["value"] = a.Value, ["from"] = a.From, ["to"] = a.To, ["basis"] = a.Basis })]),
                ["sources"] = new JsonArray([
                    .. own is null || state.Size == 0 ? Array.Empty<JsonNode>() : [JsonValue.Create($"{node.Key.Name}, entries 0 to {state.Size - 1}")],
                    .. told.Sources.Select(s => (JsonNode)JsonValue.Create($"{s.Work}{(s.Lines is { } lines ? $", {lines}" : "")}")),
                ]),
            },
            (answers ?? []).Select(a => $"{a.Id}: {(a.Value is JsonValue v && v.TryGetValue(out string? text) ? text : a.Value?.ToJsonString())}{(a.From is null ? "" : $", from {a.From}")}{(a.To is null ? "" : $" to {a.To}")}{(a.Basis is null ? "" : $" ({a.Basis})")}"));
        if (answers is null) terminal.Message("The record does not say.");
        return ExitCode.Done;
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
