using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mandate.Tally.Writers;

/// <summary>Our JSON (docs/formats/votes-json.md).</summary>
internal static class JsonWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Refuses(Ballots ballots) =>
        !ballots.Undeclared.IsEmpty ? "our JSON has no way to say that a candidate was undeclared; BLT has"
        : ballots.Candidates.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice ? $"our JSON names candidates in papers, and two are named {twice.Key}; BLT keeps them apart" : null;

    public static void Write(Ballots ballots, ImmutableArray<PaperLine> papers, TextWriter to)
    {
        var json = new JsonObject { ["title"] = ballots.Title };
        if (ballots.Seats is { } seats) json["seats"] = seats;
        json["candidates"] = new JsonArray([.. ballots.Candidates.Select(n => (JsonNode)n)]);
        if (!ballots.Withdrawn.IsEmpty) json["withdrawn"] = new JsonArray([.. ballots.Withdrawn.Order().Select(Name)]);
        if (!ballots.TieOrder.IsDefaultOrEmpty) json["tieOrder"] = new JsonArray([.. ballots.TieOrder.Select(Name)]);
        if (ballots.MostPoints is { } most) json["mostPoints"] = most;
        json["ballots"] = new JsonArray([.. papers.Select(Paper)]);
        to.Write(json.ToJsonString(Readable) + "\n");

        JsonNode Name(int candidate) => ballots.Candidates[candidate];

        JsonNode Paper(PaperLine paper) => new JsonObject
        {
            ["count"] = paper.Papers,
            ["ranks"] = new JsonArray([.. paper.Ranks.Select(r => r.Length == 1 ? Name(r[0]) : new JsonArray([.. r.Select(Name)]))]),
        };
    }
}
