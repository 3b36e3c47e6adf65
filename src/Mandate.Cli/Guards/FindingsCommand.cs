using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions.Reader;
using Mandate.Node;
using Mandate.Node.Encodings;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;

namespace Mandate.Cli.Guards;

/// <summary><c>mandate findings</c>: the guards that hold, as of a day, with the facts they rest on; as JSON the indicators beside them.</summary>
internal static class FindingsCommand
{
    private static readonly Option<string?> GuardOption = new("--guard") { Description = "Only this guard." };
    private static readonly Option<bool> SeriesOption = new("--over-time") { Description = "How many findings of each guard held at the ends of earlier quarters or years; as JSON under 'series'." };

    private static readonly Option<string> FailOption = new("--fail-on") { Description = "Exit with 1 where a finding has this effect or a stronger one: refuse, alarm, report or none.", DefaultValueFactory = _ => "none" };

    public static Command Create() =>
        new Command("findings", "Guards that fire, as of a day.") { Organisations.Folder, Organisations.At, GuardOption, SeriesOption, FailOption, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var only = parsed.GetValue(GuardOption);
        if (only is not null && GuardCatalogue.Find(only) is null) throw CommandException.BadInput($"--guard: '{only}' is no guard; {(Nearest.To(only, GuardCatalogue.All.Select(g => g.Name)) is { } near ? $"did you mean '{near}'?" : $"they are {string.Join(", ", GuardCatalogue.All.Select(g => g.Name))}")}");
        var threshold = Threshold(parsed.GetValue(FailOption)!);
        await using var node = Organisations.Look(parsed);
        var at = Organisations.Moment(parsed) ?? node.Now;
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var then = Organisations.Guard(() => node.StateAt(at));
        var all = Findings.AsOf(node.State, then, day);
        var findings = all.Where(f => only is null || f.Guard.Name == only).ToList();
        var series = parsed.GetValue(SeriesOption) ? Series(node, all, day).Select(s => only is null ? s : s with { Holding = s.Holding.RemoveRange(s.Holding.Keys.Where(k => k != only)) }).ToList() : [];
        terminal.Data(
            new JsonObject
            {
                ["at"] = Day(day),
                ["findings"] = new JsonArray([.. findings.Select(f => (JsonNode)Json(f))]),
                ["indicators"] = new JsonArray([.. Indicators.WithHistory(then, day, new(node.Blobs.Read)).Select(i => (JsonNode)IndicatorJson.Of(i))]),
                ["cases"] = new JsonArray([.. GuardBalance.Of(node.State.Facts, all, DateOnly.MinValue, day).SelectMany(a => a.Cases).Where(c => only is null || c.Case.Guard == only).Select(c => (JsonNode)Json(c))]),
                ["series"] = new JsonArray([.. series.Select(s => (JsonNode)new JsonObject { ["day"] = Day(s.Day), ["holding"] = new JsonObject(s.Holding.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value))) })]),
            },
            series.Count > 0 ? Table(series) : findings.Select(f => $"{f.Guard.Effect.ToString().ToLowerInvariant(),-7}{f.Guard.Name}{(f.Since is { } since ? $", since {Day(since)}" : "")}{(f.Until is { } until ? $" until {Day(until)}" : "")}: {string.Join(", ", f.Events.Length > 0 ? f.Events : [.. f.Facts.Select(r => r.Id)])}{(f.Inferred ? " (inferred)" : "")}{(f.Contested ? " (contested)" : "")}"));
        if (findings.Count == 0) terminal.Message("No guard fires on what is on record.");
        return findings.Exists(f => f.Guard.Effect <= threshold) ? ExitCode.DoesNotHold : ExitCode.Done;
    }

    /// <summary>The states at the ends of quarters or years from the first finding, or the founding, on.</summary>
    private static IEnumerable<GuardStates> Series(OrganisationNode node, ImmutableArray<Finding> findings, DateOnly day)
    {
        var first = findings.Select(f => f.Since).OfType<DateOnly>().Append(DateOnly.FromDateTime((node.State.Founding.ClosedAt ?? node.State.At).UtcDateTime)).Where(d => d <= day).DefaultIfEmpty(day).Min();
        foreach (var end in GuardSeries.Days(first, day))
            yield return GuardSeries.On(end == day ? findings : Findings.AsOf(node.State, node.StateAt(new DateTimeOffset(end.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero)), end), end);
    }

    private static IEnumerable<string> Table(List<GuardStates> series) =>
    [
        $"{"",-26} {string.Join(" ", series.Select(s => Day(s.Day)))}",
        .. GuardCatalogue.All.Where(g => series.Exists(s => s.Holding.ContainsKey(g.Name))).Select(g => $"{g.Name,-26} {string.Join(" ", series.Select(s => $"{s.Holding.GetValueOrDefault(g.Name),10}"))}"),
    ];

    /// <summary>The weakest effect that fails; null for none.</summary>
    private static Effect? Threshold(string text) => text switch
    {
        "none" => null,
        "refuse" => Effect.Refuse,
        "alarm" => Effect.Alarm,
        "report" => Effect.Report,
        _ => throw CommandException.BadInput($"--fail-on: '{text}' is none of refuse, alarm, report, none"),
    };

    private static JsonObject Json(Finding finding) => new()
    {
        ["guard"] = finding.Guard.Name,
        ["family"] = Kebab(finding.Guard.Family),
        ["effect"] = Kebab(finding.Guard.Effect),
        ["core"] = finding.Guard.Core,
        ["events"] = new JsonArray([.. finding.Events.Select(e => JsonValue.Create(e))]),
        ["since"] = Day(finding.Since),
        ["until"] = Day(finding.Until),
        ["clause"] = finding.Clause,
        ["written"] = finding.Written,
        ["facts"] = new JsonArray([.. finding.Facts.Select(f => Json(f, "breach")), .. finding.Beside.Select(f => Json(f, "beside"))]),
        ["sources"] = new JsonArray([.. finding.Sources.Select(s => (JsonNode)Json(s))]),
        ["inferred"] = finding.Inferred,
        ["contested"] = finding.Contested,
        ["measures"] = new JsonArray([.. finding.Measures.Select(m => (JsonNode)new JsonObject { ["name"] = m.Name, ["value"] = m.Value.ToString(), ["clause"] = m.Clause })]),
    };

    private static JsonObject Json(RecordedFact fact, string role) => new()
    {
        ["id"] = fact.Id,
        ["role"] = role,
        ["fact"] = JsonNode.Parse(Encoding.UTF8.GetString(WireText.Encode(fact.What))),
        ["events"] = new JsonArray([.. fact.Events.Select(e => JsonValue.Create(e))]),
        ["from"] = Day(fact.When.From),
        ["to"] = Day(fact.When.To),
        ["mode"] = Kebab(fact.Mode),
        ["contested"] = fact.Contested.Length > 0,
    };

    private static JsonObject Json(Source source) => new() { ["work"] = source.Work, ["lines"] = source.Lines, ["quote"] = source.Quote, ["citing"] = source.Citing };

    /// <summary>A case that a member filed against a guard, and whether the guard passes it: a test for every later version.</summary>
    private static JsonObject Json(TriedCase tried) => new()
    {
        ["id"] = tried.Case.Id, ["guard"] = tried.Case.Guard, ["case"] = Kebab(tried.Case.Misjudged), ["about"] = tried.Case.About, ["reason"] = tried.Case.Reason, ["holds"] = tried.Holds, ["passes"] = tried.Passes,
    };

    private static string Kebab<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
