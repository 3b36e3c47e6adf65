using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Organisation;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;

namespace Mandate.Server.Api;

/// <summary>One answer: what, its value, from when to when, and what it rests on.</summary>
public sealed record RecordAnswer(string Id, JsonNode? Value, string? From = null, string? To = null, string? Basis = null)
{
    /// <summary>The first and last day on which it can have begun, where a source gives no single day.</summary>
    public Window? Since { get; init; }

    /// <summary>The first and last day on which it can have ended.</summary>
    public Window? Until { get; init; }

    /// <summary>As the source words it.</summary>
    public string? Words { get; init; }
}

/// <summary>The answers that a state gives. Null where it does not know what was asked for.</summary>
public static class Answers
{
    public static string[] Questions { get; } = ["offices", "person", "body", "restrictions", "document", "vote", "date", "contradictions"];

    public static IReadOnlyList<RecordAnswer>? To(string question, State state, string? id, DateTimeOffset at) => question switch
    {
        "offices" => [.. state.Offices.Tenures.Values.Where(t => t.HeldAt(at) && (id is null || t.Seat.Of == id)).OrderBy(t => t.Seat.Of, StringComparer.Ordinal).ThenBy(t => t.Seat.Unit, StringComparer.Ordinal).ThenBy(t => t.Person, StringComparer.Ordinal).Select(Held)],
        "body" => state.Offices.TenuresOfPlace.ContainsKey(id!) ? [.. state.Offices.Holders(id!, at).OrderBy(t => t.Person, StringComparer.Ordinal).Select(Held)] : null,
        "person" => Person(state, id!),
        "document" => Documents(state, id, at),
        "vote" => Votes(state, id),
        "date" => Dates(state, id),
        "restrictions" => RegisterAnswers.Restrictions(state, id, DateOnly.FromDateTime(at.UtcDateTime)),
        // Contradictions, and restrictions outside the rules, are facts (FactAnswers).
        _ => null,
    };

    /// <summary>Whether the organisation's own registers know an id at all, whatever they say of it on a day.</summary>
    public static bool Knows(State state, string id) =>
        state.Roll.Member(id) is not null || state.Roll.Units.ContainsKey(id) || state.Offices.TenuresOfPlace.ContainsKey(id) || state.Votes.All.ContainsKey(id) || state.Sessions.Find(id) is not null
        || state.Statutes.VersionAt(DateTimeOffset.MaxValue) is not null && state.Statutes.At(DateTimeOffset.MaxValue) is { } rules && (rules.Bodies.ContainsKey(id) || rules.Offices.ContainsKey(id));

    private static RecordAnswer Held(Tenure tenure) => new(
        tenure.Seat.Of + (tenure.Seat.Group is null ? "" : $"/{tenure.Seat.Group}") + (tenure.Seat.Unit is null ? "" : $"@{tenure.Seat.Unit}"),
        tenure.Person, Day(tenure.From), tenure.Ended is { } ended ? Day(ended) : Day(tenure.Until),
        $"{tenure.Basis.Kind.ToString().ToLowerInvariant()}: {tenure.Basis.Reference}");

    private static List<RecordAnswer>? Person(State state, string id)
    {
        if (state.Roll.Member(id) is not { } member) return null;
        List<RecordAnswer> answers =
        [
            new("membership", member.Status.ToString().ToLowerInvariant(), Day(member.Since), Day(member.Until)),
            new("unit", member.Unit),
        ];
        answers.AddRange(state.Offices.Career(id).OrderBy(t => t.From).Select(t => Held(t) with { Id = "holds", Value = Held(t).Id }));
        return answers;
    }

    private static List<RecordAnswer>? Documents(State state, string? id, DateTimeOffset at)
    {
        var constitution = state.Statutes.VersionAt(at) is { } version
            ? new[] { new RecordAnswer("constitution", version.Yaml, Day(version.From), null, version.Basis) }
            : [];
        var texts = state.Motions.InForceOn(DateOnly.FromDateTime(at.UtcDateTime))
            .Select(t => new RecordAnswer(t.Id, t.Title, Day(t.From), Day(t.Until), $"vote: {t.Vote}"));
        if (id is not null && state.Documents.All.TryGetValue(id, out var document))
            return [.. Organisation.Documents.Custody.On(document, DateOnly.FromDateTime(at.UtcDateTime)).Select(e => new RecordAnswer(e.Person ?? "everybody", new JsonObject { ["knew"] = "yes", ["how"] = e.Level.ToString().ToLowerInvariant(), ["as"] = e.As }, Day(e.Since), null, e.Ground.ToString().ToLowerInvariant()))];
        var deposited = state.Documents.All.Values.Where(d => d.At <= at).OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => new RecordAnswer(d.Id, d.Title, Day(d.At), null, "deposited"));
        var all = constitution.Concat(texts).Concat(deposited).Where(a => id is null || a.Id == id).ToList();
        return id is not null && all.Count == 0 ? null : all;
    }

    private static List<RecordAnswer>? Votes(State state, string? id)
    {
        var votes = state.Votes.All.Values.Where(v => id is null || v.Id == id).OrderBy(v => v.PutAt).ThenBy(v => v.Id, StringComparer.Ordinal).Select(v => new RecordAnswer(
            v.Id,
            v.Outcome is { } o
                ? Marked(state, v, new JsonObject
                {
                    ["question"] = v.Question.Text, ["carried"] = o.Carried, ["yes"] = o.Figures.Yes, ["no"] = o.Figures.No, ["abstain"] = o.Figures.Abstain,
                    ["needed"] = o.Needed, ["of"] = o.Base, ["elected"] = new JsonArray([.. o.Elected.Select(e => JsonValue.Create(e))]),
                })
                : new JsonObject { ["question"] = v.Question.Text, ["stage"] = v.Stage.ToString().ToLowerInvariant() },
            v.OpenedAt is { } opened ? Day(opened) : null, v.ClosedAt is { } closed ? Day(closed) : null, v.Question.Clause)).ToList();
        return id is not null && votes.Count == 0 ? null : votes;
    }

    /// <summary>A result under challenge says so, with its case (S250).</summary>
    private static JsonObject Marked(State state, Organisation.Votes.Vote vote, JsonObject told)
    {
        if (ContestedResults.Of(state, vote) is { } contested) told["contested"] = new JsonObject { ["by"] = contested.By.ToString().ToLowerInvariant(), ["case"] = contested.Case };
        return told;
    }

    private static List<RecordAnswer>? Dates(State state, string? id)
    {
        var dates = new List<RecordAnswer>();
        if (id is null && state.Founding.ClosedAt is { } closed) dates.Add(new("founding-closed", Day(closed)));
        foreach (var session in state.Sessions.All.Values.Where(s => id is null || s.Id == id).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            dates.Add(new($"{session.Id}/convened", Day(session.ConvenedAt)));
            dates.Add(new($"{session.Id}/opens", Day(session.Opens), null, Day(session.LastDay)));
            dates.Add(new($"{session.Id}/count-date", Day(session.CountDate)));
        }
        return id is not null && dates.Count == 0 ? null : dates;
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
