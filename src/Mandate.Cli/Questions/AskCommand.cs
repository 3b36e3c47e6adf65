using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Server.Api;

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
        var (json, answers) = Asked.Of(node, state, question, id, at);
        terminal.Data(
            json,
            (answers ?? []).Select(a => $"{a.Id}: {(a.Value is JsonValue v && v.TryGetValue(out string? text) ? text : a.Value?.ToJsonString())}{(a.From is null ? "" : $", from {a.From}")}{(a.To is null ? "" : $" to {a.To}")}{(a.Basis is null ? "" : $" ({a.Basis})")}"));
        if (answers is null) terminal.Message("The record does not say.");
        return ExitCode.Done;
    }
}
