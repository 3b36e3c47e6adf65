using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Cli.Chronologies;

/// <summary>Which guards hold on a story, under constitutions, and without some of its events. Hypothetical, and never written.</summary>
internal static class WhatIfReport
{
    /// <summary>What no comparison of guards can tell; said with every one.</summary>
    public const string Limit = "This says which guards hold on these facts. What people would then have done, and who would have won, nobody can know.";

    public static (JsonObject Json, IEnumerable<string> Lines) Of(FactsState facts, ImmutableArray<Constitution> constitutions, IReadOnlySet<string> without)
    {
        foreach (var id in without)
            if (!facts.Happenings.ContainsKey(id)) throw CommandException.BadInput($"--without: the story tells no event '{id}'");
        var under = constitutions.IsEmpty ? [null] : constitutions.Select(c => (Constitution?)c).ToImmutableArray();
        var outcomes = under.Select(c => (Constitution: c, Guards: WhatIf.Of(facts, c, without, DateOnly.MaxValue))).ToList();
        var json = new JsonObject
        {
            ["hypothetical"] = without.Count > 0 || constitutions.Length > 0,
            ["without"] = Texts(without.Order(StringComparer.Ordinal)),
            ["under"] = new JsonArray([.. outcomes.Select(o => (JsonNode)new JsonObject { ["constitution"] = o.Constitution?.Id, ["guards"] = new JsonArray([.. o.Guards.Select(g => (JsonNode)Json(g))]) })]),
            ["notKnown"] = Limit,
        };
        return (json, outcomes.SelectMany(o => Lines(o.Constitution, o.Guards, without.Count > 0)));
    }

    private static JsonObject Json(GuardOutcome outcome) => new()
    {
        ["guard"] = outcome.Guard.Name,
        ["effect"] = outcome.Guard.Effect.ToString().ToLowerInvariant(),
        ["clause"] = outcome.Clause,
        ["written"] = outcome.Written,
        ["told"] = Texts(outcome.Told),
        ["supposed"] = Texts(outcome.Supposed),
        ["gone"] = Texts(outcome.Gone),
        ["new"] = Texts(outcome.New),
    };

    private static IEnumerable<string> Lines(Constitution? constitution, ImmutableArray<GuardOutcome> outcomes, bool supposing)
    {
        if (constitution is not null) yield return constitution.Id;
        foreach (var o in outcomes)
            yield return supposing
                ? $"    {o.Guard.Name,-26} {o.Told.Length,3} as told, {o.Supposed.Length,3} as supposed{(o.Gone.Any() ? $"; gone {string.Join(" ", o.Gone)}" : "")}{(o.New.Any() ? $"; new {string.Join(" ", o.New)}" : "")}"
                : $"    {o.Guard.Name,-26} {o.Told.Length,3}: {string.Join(" ", o.Told)}{(o.Written ? $" ({o.Clause})" : "")}";
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);
}
