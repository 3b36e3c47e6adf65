using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Server.Api;

namespace Mandate.Cli.Questions;

/// <summary><c>mandate ask</c>: what the record says, as of a day.</summary>
internal static class AskCommand
{
    private static readonly Argument<string> QuestionArgument = new("QUESTION") { Description = "offices, person, body, restrictions, document, vote, date or contradictions." };
    private static readonly Option<string?> IdOption = new("--id") { Description = "Which person, body, restriction, document, vote, event or session." };

    public static Command Create() =>
        new Command("ask", "The state as of a day.") { Organisations.Folder, QuestionArgument, IdOption, Organisations.At, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var question = parsed.GetValue(QuestionArgument)!;
        if (!Answers.Questions.Contains(question, StringComparer.Ordinal)) throw CommandException.BadInput($"ask: '{question}' is none of {string.Join(", ", Answers.Questions)}");
        var id = parsed.GetValue(IdOption);
        if (string.IsNullOrWhiteSpace(id) && (id is not null || question is "person" or "body")) throw CommandException.BadInput($"ask {question}: which? --id ID");
        await using var node = Organisations.Look(parsed);
        var at = Organisations.Moment(parsed) ?? Asked.Moment(node, question);
        var reading = id is null ? null : Asked.Read(node, question, id);
        if (reading?.Message is { } message) terminal.Message($"ask {message}");
        if (reading is { Id: null })
        {
            // That a record holds nothing of that name is an answer: who asks of what nobody recorded has made no mistake.
            var unread = Asked.NotKnown(node, question, id!, at, reading);
            terminal.Data(unread, [.. Lines(unread, "answers", "")]);
            return ExitCode.Done;
        }
        var state = Organisations.Guard(() => node.StateAt(at));
        var (json, _) = Asked.Of(node, state, question, reading?.Id, at);
        if (reading?.Id != id)
        {
            json["id"] = id;
            json["meant"] = reading!.Id;
        }
        terminal.Data(json, [.. Lines(json, "answers", ""), .. Lines(json, "perhaps", "perhaps ")]);
        switch (json["status"]!.GetValue<string>())
        {
            case "not-known":
                terminal.Message(Asked.Lasts(question) && json["told"]?.AsArray() is [{ } first, { } last] && string.CompareOrdinal(json["at"]!.GetValue<string>()[..10], last.GetValue<string>()) > 0
                    ? $"The record does not say: its story is told from {first} to {last}, and of later days it says only what it names."
                    : "The record does not say.");
                break;
            case "sources-disagree":
                terminal.Message("The sources disagree.");
                break;
        }
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(JsonObject json, string part, string before) => (json[part]?.AsArray() ?? []).OfType<JsonObject>().Select(a =>
        $"{before}{a["id"]}: {(a["value"] is JsonValue v && v.TryGetValue(out string? text) ? text : a["value"] is { } value ? Terminal.OneLine(value) : "")}{(a["from"] is { } from ? $", from {from}" : "")}{(a["to"] is { } to ? $" to {to}" : "")}{(a["basis"] is { } basis ? $" ({basis})" : "")}");
}
