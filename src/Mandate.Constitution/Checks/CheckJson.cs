using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Constitutions.Checks.Capture;

namespace Mandate.Constitutions.Checks;

/// <summary>
/// The stable JSON of <c>mandate check --json</c>: <c>findings</c> (check, severity, at, clauses, witness, remedies, waived) and
/// <c>capture</c> (target, then strength L1 to L3: number and one minimal coalition; number null where only a majority of members
/// can, with <c>reason</c>); <c>remediesLeft</c> is the number of findings for which time was over before remedies were tried. Sentences stand in the language asked for and, as <c>says</c>, with key and values for others.
/// </summary>
public static class CheckJson
{
    public static JsonObject Of(CheckResult result, string language = "en") => new()
    {
        ["findings"] = new JsonArray([.. result.Findings.Select(f => Finding(f, language))]),
        ["capture"] = new JsonObject(result.Capture.Select(t => KeyValuePair.Create(Word(t.Key), (JsonNode?)new JsonObject(t.Value.Select(s => KeyValuePair.Create("L" + (int)s.Key, (JsonNode?)Number(s.Value))))))),
        ["accountability"] = new JsonObject { ["forced"] = result.Accountability.Forced, ["ambush"] = result.Accountability.Ambush },
        ["control"] = new JsonArray([.. result.Control.Select(c => (JsonNode)new JsonObject
        {
            ["place"] = c.Place,
            ["endsWithMembers"] = c.EndsWithMembers,
            ["chain"] = new JsonArray([.. c.Steps.Select(s => (JsonNode)new JsonObject { ["by"] = s.By, ["clause"] = s.Clause })]),
        })]),
        ["remediesLeft"] = result.RemediesLeft,
    };

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    internal static JsonObject Finding(Finding finding, string language = "en") => new()
    {
        ["check"] = finding.Check,
        ["severity"] = Word(finding.Severity),
        ["strength"] = finding.Strength is { } strength ? "L" + (int)strength : null,
        ["at"] = finding.At,
        ["clauses"] = new JsonArray([.. finding.Clauses.Select(c => (JsonNode)c)]),
        ["witness"] = finding.Says.In(language),
        ["says"] = finding.Says.Json(),
        ["remedies"] = new JsonArray([.. finding.Remedies.Select(r => new JsonObject
        {
            ["text"] = r.Says.In(language),
            ["edits"] = new JsonArray([.. r.Edits.Select(e => new JsonObject { ["clause"] = e.Path, ["yaml"] = e.Yaml })]),
            ["target"] = Word(r.Target),
            ["strength"] = "L" + (int)r.Strength,
            ["before"] = r.Before,
            ["after"] = r.After,
            ["mends"] = r.Mends,
        })]),
        ["waived"] = finding.Waived is { } waiver ? new JsonObject { ["reason"] = waiver.Reason, ["adoptedBy"] = waiver.AdoptedBy.Id, ["expires"] = waiver.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } : null,
    };

    private static JsonObject Number(CaptureNumber number) => new()
    {
        ["number"] = number.Number,
        ["atLeast"] = number.AtLeast,
        ["exact"] = number.Exact,
        ["reason"] = number.Reason,
        ["membersCan"] = number.MembersCan,
        ["coalition"] = new JsonArray([.. number.Coalition.Select(c => new JsonObject { ["place"] = c.Place, ["clause"] = c.Clause, ["seats"] = c.Seats, ["of"] = c.Of })]),
    };
}
