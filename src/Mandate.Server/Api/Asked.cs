using System.Text.Json.Nodes;
using Mandate.Node;
using Mandate.Organisation;

namespace Mandate.Server.Api;

/// <summary>A question put to the record, as of a day: what its own registers answer, and what facts from outside the rules do.</summary>
public static class Asked
{
    /// <param name="state">The state as of that time.</param>
    public static (JsonObject Json, IReadOnlyList<RecordAnswer>? Answers) Of(OrganisationNode node, State state, string question, string? id, DateTimeOffset at)
    {
        var own = Answers.To(question, state, id, at);
        // What happened de facto is told as the record stands now, of that day.
        var told = FactAnswers.To(question, node.State.Facts, id, DateOnly.FromDateTime(at.UtcDateTime));
        var answers = own is null && told.Answers.Count == 0 ? null : (own ?? []).Concat(told.Answers).ToList();
        return (new JsonObject
        {
            ["question"] = question,
            ["at"] = ActJson.Moment(at),
            ["status"] = told.Disagree ? "sources-disagree" : answers is null ? "not-known" : "known",
            ["answers"] = new JsonArray([.. (answers ?? []).Select(a => (JsonNode)new JsonObject { ["id"] = a.Id, ["value"] = a.Value?.DeepClone(), ["from"] = a.From, ["to"] = a.To, ["basis"] = a.Basis })]),
            ["sources"] = new JsonArray([
                .. own is null || state.Size == 0 ? Array.Empty<JsonNode>() : [JsonValue.Create($"{node.Key.Name}, entries 0 to {state.Size - 1}")],
                .. told.Sources.Select(s => (JsonNode)JsonValue.Create($"{s.Work}{(s.Lines is { } lines ? $", {lines}" : "")}")),
            ]),
        }, answers);
    }
}
