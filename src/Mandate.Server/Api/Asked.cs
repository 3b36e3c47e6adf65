using System.Text.Json.Nodes;
using Mandate.Node;
using Mandate.Organisation;
using Mandate.Organisation.Facts;

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
        // A question about no single thing is answered by the registers, be they empty; that there is no contradiction is an answer too.
        var known = told.Known || own is { Count: > 0 } || own is not null && id is null && node.State.Facts.All.IsEmpty || question == "contradictions";
        var json = new JsonObject
        {
            ["question"] = question,
            ["id"] = id,
            ["at"] = ActJson.Moment(at),
            ["status"] = told.Disagree ? "sources-disagree" : known ? "known" : "not-known",
            ["answers"] = new JsonArray([.. (answers ?? []).Select(a => (JsonNode)Json(a))]),
        };
        if (told.Perhaps.Count > 0) json["perhaps"] = new JsonArray([.. told.Perhaps.Select(a => (JsonNode)Json(a))]);
        if (told.About is { } about) json["about"] = about;
        json["sources"] = new JsonArray([
            .. own is null || state.Size == 0 ? Array.Empty<JsonNode>() : [JsonValue.Create($"{node.Key.Name}, entries 0 to {state.Size - 1}")],
            .. told.Sources.Select(s => (JsonNode)JsonValue.Create($"{s.Work}{(s.Lines is { } lines ? $", {lines}" : "")}")),
        ]);
        return (json, answers);
    }

    /// <summary>The answer about an id that the record does not hold.</summary>
    public static JsonObject NotKnown(string question, string id, DateTimeOffset at) => new()
    {
        ["question"] = question, ["id"] = id, ["at"] = ActJson.Moment(at), ["status"] = "not-known", ["answers"] = new JsonArray(), ["sources"] = new JsonArray(),
    };

    /// <summary>Says that the record knows nothing of that id, and what it may have been; null where it knows it.</summary>
    public static string? Unknown(OrganisationNode node, string question, string id)
    {
        if (Answers.To(question, node.State, id, node.Now) is { Count: > 0 } || Answers.Knows(node.State, id)) return null;
        var known = Known(node.State.Facts, question);
        if (known.Contains(id)) return null;
        var near = Constitutions.Reader.Nearest.To(id, known);
        return $"{question}: the record knows no '{id}'{(node.State.Facts.Things.TryGetValue(id, out var thing) ? $" of that kind; it is a {thing.Kind.ToString().ToLowerInvariant()}" : "")}{(near is null ? "" : $"; did you mean '{near}'?")}";
    }

    private static HashSet<string> Known(FactsState facts, string question)
    {
        IEnumerable<string> Things(params ThingKind[] kinds) => facts.Things.Values.Where(t => kinds.Contains(t.Kind)).Select(t => t.Id);
        var held = facts.All.Select(f => f.What).OfType<Held>().ToList();
        var named = facts.All.SelectMany(f => f.What.Names);
        return (question switch
        {
            "offices" => held.SelectMany(h => new[] { h.Office, h.Body, h.Person }).OfType<string>().Concat(Things(ThingKind.Person, ThingKind.Body, ThingKind.Group)),
            "person" => Things(ThingKind.Person, ThingKind.Group).Concat(held.Select(h => h.Person)).Concat(named.Where(n => !facts.Things.ContainsKey(n))),
            "body" => Things(ThingKind.Body, ThingKind.Group).Concat(held.Select(h => h.Body).OfType<string>()).Concat(named.Where(n => !facts.Things.ContainsKey(n))),
            "restrictions" => facts.All.Select(f => f.What).OfType<Restricted>().Select(r => r.Restriction),
            "document" => Things(ThingKind.Document).Concat(facts.All.Select(f => f.What switch { Known k => k.Document, Delivered d => d.Document, Addressed a => a.Document, Withheld w => w.Document, Published p => p.Document, _ => null }).OfType<string>()),
            "vote" => facts.Votes(),
            "date" => facts.Happenings.Keys.Concat(facts.Votes()).Concat(Things(ThingKind.Document, ThingKind.Restriction)).Concat(facts.All.Select(f => f.What).OfType<Met>().Select(m => m.Session)).Concat(facts.All.Select(f => f.What).OfType<Restricted>().Select(r => r.Restriction)),
            _ => facts.Contradictions.Keys.Concat(facts.Things.Keys).Concat(facts.Happenings.Keys).Concat(facts.All.Select(f => f.Id)),
        }).ToHashSet(StringComparer.Ordinal);
    }

    private static JsonObject Json(RecordAnswer a)
    {
        var json = new JsonObject { ["id"] = a.Id, ["value"] = a.Value?.DeepClone(), ["from"] = a.From, ["to"] = a.To, ["basis"] = a.Basis };
        if (a.Since is { } since) json["sinceWindow"] = Window(since);
        if (a.Until is { } until && (until.From ?? until.To) is not null) json["untilWindow"] = Window(until);
        if (a.Words is { } words) json["words"] = words;
        return json;
    }

    private static JsonArray Window(Window window) => [FactAnswers.Day(window.From), FactAnswers.Day(window.To)];
}
