using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;

namespace Mandate.Cli.Contract;

/// <summary>Values of the domain as the JSON that the API and the command line share.</summary>
internal static class JsonOf
{
    public static JsonNode Refusal(Refusal refusal) => JsonNode.Parse(RefusalText.Encode(refusal))!;

    public static JsonNode Command(Command command) => JsonNode.Parse(WireText.Encode(command))!;

    public static JsonObject Answer(Answer answer) => answer switch
    {
        Node.Sequencing.Answer.Accepted { Receipt: var r } => new()
        {
            ["outcome"] = "accepted",
            ["index"] = r.Index,
            ["id"] = r.Id,
            ["at"] = r.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["clause"] = r.Clause,
            ["repeated"] = r.Repeated,
            ["events"] = new JsonArray([.. r.Events.Select(e => JsonNode.Parse(WireText.Encode(e)))]),
            ["checkpoint"] = System.Text.Encoding.UTF8.GetString(r.Checkpoint),
        },
        Node.Sequencing.Answer.Refused { Refusal: var refusal } => new() { ["outcome"] = "refused", ["refusal"] = Refusal(refusal) },
        Node.Sequencing.Answer.Unknown { Reason: var reason } => new() { ["outcome"] = "unknown", ["reason"] = reason },
        _ => throw new InvalidOperationException($"No such answer: {answer}"),
    };

    public static int Exit(Answer answer) => answer switch
    {
        Node.Sequencing.Answer.Accepted => ExitCode.Done,
        Node.Sequencing.Answer.Refused => ExitCode.DoesNotHold,
        _ => ExitCode.CannotRun,
    };

    /// <summary>A refusal in a line: code, clause, what it needs and what was given. Pages say it in the reader's language.</summary>
    public static string Line(Refusal refusal)
    {
        var json = Refusal(refusal).AsObject();
        var parts = new List<string> { refusal.Code };
        if (refusal.Clause.Length > 0) parts.Add($"by {refusal.Clause}");
        foreach (var name in (string[])["needs", "given", "earliest", "way"])
            if (json[name] is { } value) parts.Add($"{name} {(value is JsonValue v && v.TryGetValue(out string? text) ? text : value.ToJsonString())}");
        foreach (var (name, value) in json["args"]?.AsObject() ?? []) parts.Add($"{name} {(value is JsonValue v && v.TryGetValue(out string? text) ? text : value?.ToJsonString())}");
        return string.Join(", ", parts);
    }
}
