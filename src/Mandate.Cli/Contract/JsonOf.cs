using System.Text.Json.Nodes;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Server.Api;

namespace Mandate.Cli.Contract;

/// <summary>Answers and refusals as exit codes and lines; as JSON they are <see cref="ActJson"/>, shared with the API.</summary>
internal static class JsonOf
{
    public static int Exit(Answer answer) => answer switch
    {
        Node.Sequencing.Answer.Accepted => ExitCode.Done,
        Node.Sequencing.Answer.Refused => ExitCode.DoesNotHold,
        _ => ExitCode.CannotRun,
    };

    /// <summary>A refusal in a line: code, clause, what it needs and what was given. Pages say it in the reader's language.</summary>
    public static string Line(Refusal refusal)
    {
        var json = ActJson.Refusal(refusal).AsObject();
        var parts = new List<string> { refusal.Code };
        if (refusal.Clause.Length > 0) parts.Add($"by {refusal.Clause}");
        foreach (var name in (string[])["needs", "given", "earliest", "way"])
            if (json[name] is { } value) parts.Add($"{name} {(value is JsonValue v && v.TryGetValue(out string? text) ? text : value.ToJsonString())}");
        foreach (var (name, value) in json["args"]?.AsObject() ?? []) parts.Add($"{name} {(value is JsonValue v && v.TryGetValue(out string? text) ? text : value?.ToJsonString())}");
        return string.Join(", ", parts);
    }
}
