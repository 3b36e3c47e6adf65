using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Mandate.Tally;

/// <summary>
/// A count as JSON (docs/formats/count-json.md). Numbers of votes are decimal strings, exact as the rule states them, so that no reader rounds them.
/// </summary>
public static class CountJson
{
    public static JsonObject Of(Count count)
    {
        var json = new JsonObject
        {
            ["method"] = count.Method,
            ["title"] = count.Title,
            ["seats"] = count.Seats,
            ["quota"] = count.Quota is { } quota ? count.Text(quota) : null,
            ["elected"] = Names(count, count.Elected),
            ["complete"] = count.Undecided is null,
            ["undecided"] = count.Undecided is { } open ? new JsonObject { ["round"] = open.Round, ["question"] = open.Question, ["tied"] = Names(count, open.Tied) } : null,
            ["candidates"] = Names(count, [.. Enumerable.Range(0, count.Candidates.Length)]),
            ["papers"] = count.Papers,
            ["validPapers"] = count.ValidPapers,
            ["tieRule"] = count.TieRule,
            ["rounds"] = new JsonArray([.. count.Rounds.Select(r => (JsonNode)Round(count, r))]),
            ["ties"] = new JsonArray([.. count.Ties.Select(t => (JsonNode)new JsonObject
            {
                ["round"] = t.Round,
                ["question"] = t.Question,
                ["tied"] = Names(count, t.Tied),
                ["chosen"] = count.Name(t.Chosen),
                ["by"] = t.By,
            })]),
            ["warnings"] = new JsonArray([.. count.Warnings.Select(w => (JsonNode)w)]),
        };
        if (count.Detail?.ToJson(count) is { } detail) json["detail"] = detail;
        return json;
    }

    private static JsonObject Round(Count count, Round round)
    {
        var json = new JsonObject
        {
            ["round"] = round.Number,
            ["kind"] = Word(round.Kind.ToString()),
            ["from"] = Names(count, round.From),
            ["quota"] = round.Quota is { } quota ? count.Text(quota) : null,
            ["votes"] = Votes(count, round.Votes),
            ["states"] = new JsonObject([.. round.Standings.Select((s, c) => KeyValuePair.Create(count.Name(c), (JsonNode?)Word(s.ToString())))]),
            ["exhausted"] = count.Text(round.Exhausted),
            ["residue"] = count.Text(round.Residue),
            ["surplus"] = count.Text(round.Surplus),
            ["elected"] = Names(count, round.Elected),
            ["excluded"] = Names(count, round.Excluded),
            ["transfers"] = new JsonArray([.. round.Transfers.Select(t => (JsonNode)new JsonObject
            {
                ["from"] = count.Name(t.From),
                ["to"] = t.To < 0 ? null : count.Name(t.To),
                ["papers"] = t.Papers,
                ["votes"] = count.Text(t.Votes),
            })]),
        };
        if (round.Needed is { } needed) json["needed"] = count.Text(needed);
        if (!round.Keep.IsDefaultOrEmpty) json["keep"] = Votes(count, round.Keep);
        if (round.Note.Length > 0) json["note"] = round.Note;
        return json;
    }

    private static JsonObject Votes(Count count, ImmutableArray<Fraction> votes) =>
        new([.. votes.Select((v, c) => KeyValuePair.Create(count.Name(c), (JsonNode?)count.Text(v)))]);

    private static JsonArray Names(Count count, ImmutableArray<int> candidates) => new([.. candidates.Select(c => (JsonNode)count.Name(c))]);

    private static string Word(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
}
