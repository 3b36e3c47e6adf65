using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Mandate.Node;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Mandate.Server.History;

namespace Mandate.Server.Api;

/// <summary>A question put to the record, as of a day: what its own registers answer, and what facts from outside the rules do.</summary>
public static class Asked
{
    /// <param name="state">The state as of that time.</param>
    public static (JsonObject Json, IReadOnlyList<RecordAnswer>? Answers) Of(OrganisationNode node, State state, string question, string? id, DateTimeOffset at)
    {
        // A chronicle's own registers say only who keeps it.
        var span = Chronicle.Extent(node.State);
        var own = span is null ? Answers.To(question, state, id, at) : null;
        // What happened de facto is told as the record stands now, of that day.
        var told = FactAnswers.To(question, node.State.Facts, id, DateOnly.FromDateTime(at.UtcDateTime), span);
        var answers = own is null && told.Answers.Count == 0 ? null : (own ?? []).Concat(told.Answers.OrderBy(a => a.Basis == FactAnswers.Disputed)).ToList();
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
        if (span is not null) json["told"] = Window(span);
        json["sources"] = new JsonArray([
            .. own is null || state.Size == 0 ? Array.Empty<JsonNode>() : [JsonValue.Create($"{node.Key.Name}, entries 0 to {state.Size - 1}")],
            .. told.Sources.Select(s => (JsonNode)JsonValue.Create(Named(s))),
        ]);
        return (json, answers);
    }

    /// <summary>What was asked for, found in the record.</summary>
    /// <param name="Id">Its id; null where the record knows nothing of that id or name, or several things of it.</param>
    /// <param name="Candidates">What it may mean, where that is more than one thing.</param>
    /// <param name="Nearest">An id like it.</param>
    /// <param name="Message">Why it is not known, or as what it was read.</param>
    public sealed record Reading(string? Id, ImmutableArray<string> Candidates, string? Nearest, string? Message);

    /// <summary>The answer about an id that the record does not hold, or a name that may mean several things: contradictions are then all told.</summary>
    public static JsonObject NotKnown(OrganisationNode node, string question, string id, DateTimeOffset at, Reading reading)
    {
        var disputes = question == "contradictions" ? reading.Candidates.Select(node.State.Facts.Contradictions.GetValueOrDefault).OfType<Contradiction>().ToList() : [];
        var json = new JsonObject
        {
            ["question"] = question, ["id"] = id, ["at"] = ActJson.Moment(at), ["status"] = disputes.Count > 0 ? "sources-disagree" : "not-known",
            ["answers"] = new JsonArray([.. disputes.Select(d => (JsonNode)Json(FactAnswers.Contradiction(d)))]),
        };
        if (reading.Candidates.Length > 0) json["candidates"] = FactAnswers.Texts(reading.Candidates);
        if (reading.Nearest is { } nearest) json["nearest"] = nearest;
        json["sources"] = new JsonArray([.. disputes.SelectMany(d => d.Sources).Distinct().Select(s => (JsonNode)JsonValue.Create(Named(s)))]);
        return json;
    }

    /// <summary>The moment that a question without a day is about: now; of what lasts in a story that is over, its last day.</summary>
    public static DateTimeOffset Moment(OrganisationNode node, string question) =>
        Lasts(question) && Chronicle.Extent(node.State)?.To is { } last ? new(last, new TimeOnly(23, 59, 59), TimeSpan.Zero) : node.Now;

    /// <summary>Finds what an id, a name or a title stands for.</summary>
    public static Reading Read(OrganisationNode node, string question, string id)
    {
        var facts = node.State.Facts;
        if (!Chronicle.Is(node.State) && (Answers.To(question, node.State, id, node.Now) is { Count: > 0 } || Answers.Knows(node.State, id))) return new(id, [], null, null);
        ImmutableArray<ImmutableHashSet<string>> known = [Known(facts, question), Wider(facts, question)];
        if (known.Any(k => k.Contains(id))) return new(id, [], null, null);
        // A document is also asked for by the event that tells of it.
        if (question == "document" && facts.Happenings.GetValueOrDefault(id) is { } happening)
            return happening.Documents is [var only] ? new(only, [], null, $"{question}: '{id}' tells of '{only}'")
                : new(null, happening.Documents, null, happening.Documents.IsEmpty ? $"{question}: the event '{id}' tells of no document" : $"{question}: the event '{id}' tells of {string.Join(", ", happening.Documents)}; ask for one of them");
        // An id that stands for something else is not read as a name.
        if (facts.Things.GetValueOrDefault(id) is { Kind: not (ThingKind.Matter or ThingKind.Office) } other)
            return new(null, [], null, $"{question}: the record knows no '{id}' of that kind; it is a {other.Kind.ToString().ToLowerInvariant()}");
        var meant = Meant.By(facts, id, known);
        if (meant.Id is { } found) return new(found, [], null, $"{question}: '{id}' is read as '{found}'");
        if (meant.Candidates.Length > 0) return new(null, meant.Candidates, null, $"{question}: '{id}' may mean {string.Join(", ", meant.Candidates.Take(MostNamed))}{(meant.Candidates.Length > MostNamed ? ", ..." : "")}; ask for one of them");
        var near = Constitutions.Reader.Nearest.To(id, known[0]);
        return new(null, [], near, $"{question}: the record knows no '{id}'{(near is null ? "" : $"; did you mean '{near}'?")}");
    }

    private static string Named(Source source) => source.Work + (source.Lines is { } lines ? $", {lines}" : "");

    /// <summary>Whether a question is about what lasts, so that its answer depends on how far a story is told.</summary>
    public static bool Lasts(string question) => question is "offices" or "person" or "body" or "restrictions";

    /// <summary>More ids than this nobody chooses among.</summary>
    private const int MostNamed = 12;

    /// <summary>What a question is about by its own name.</summary>
    private static ImmutableHashSet<string> Known(FactsState facts, string question)
    {
        IEnumerable<string> Things(params ThingKind[] kinds) => facts.Things.Values.Where(t => kinds.Contains(t.Kind)).Select(t => t.Id);
        var held = facts.All.Select(f => f.What).OfType<Held>().ToList();
        var named = facts.All.SelectMany(f => f.What.Names).Where(n => !facts.Things.ContainsKey(n));
        return (question switch
        {
            "offices" => held.SelectMany(h => new[] { h.Office, h.Body, h.Person }).OfType<string>().Concat(Things(ThingKind.Person, ThingKind.Body, ThingKind.Group)),
            "person" => Things(ThingKind.Person).Concat(held.Select(h => h.Person)),
            "body" => Things(ThingKind.Body, ThingKind.Group).Concat(held.Select(h => h.Body).OfType<string>()).Concat(named),
            "restrictions" => facts.All.Select(f => f.What).OfType<Restricted>().Select(r => r.Restriction),
            "document" => Things(ThingKind.Document).Concat(facts.All.Select(f => f.What switch { Organisation.Facts.Known k => k.Document, Delivered d => d.Document, Addressed a => a.Document, Withheld w => w.Document, Published p => p.Document, _ => null }).OfType<string>()),
            "vote" => facts.Votes(),
            "date" => facts.Happenings.Keys,
            _ => facts.Contradictions.Keys,
        }).ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>What it can be about through something else: a vote by its event, a restriction by the body that made it.</summary>
    private static ImmutableHashSet<string> Wider(FactsState facts, string question)
    {
        IEnumerable<string> Things(params ThingKind[] kinds) => facts.Things.Values.Where(t => kinds.Contains(t.Kind)).Select(t => t.Id);
        return (question switch
        {
            "person" => Things(ThingKind.Group).Concat(facts.All.SelectMany(f => f.What.Names).Where(n => !facts.Things.ContainsKey(n))),
            "restrictions" => facts.Happenings.Keys.Concat(Things(ThingKind.Person, ThingKind.Body, ThingKind.Group)),
            "vote" => facts.Happenings.Keys,
            "date" => facts.Votes().Concat(Things(ThingKind.Document, ThingKind.Restriction)).Concat(facts.All.Select(f => f.What).OfType<Met>().Select(m => m.Session)).Concat(facts.All.Select(f => f.What).OfType<Restricted>().Select(r => r.Restriction)),
            "contradictions" => facts.Things.Values.Where(t => t.Kind != ThingKind.Work && t.Attributes?.GetValueOrDefault("section") != "words").Select(t => t.Id).Concat(facts.Happenings.Keys).Concat(facts.All.Select(f => f.Id)),
            _ => [],
        }).ToImmutableHashSet(StringComparer.Ordinal);
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
