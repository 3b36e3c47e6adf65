using System.Text.Json.Nodes;

namespace Mandate.Tally;

/// <summary>An audit report in words and as JSON.</summary>
public static class AuditText
{
    public static IEnumerable<string> Lines(AuditReport report)
    {
        yield return report.Follows
            ? "Holds: the published result follows from the ballots under the stated rule."
            : "Does not hold: the published result does not follow from the ballots under the stated rule.";
        foreach (var name in report.Unknown) yield return $"Published, and no candidate on the papers: {name}";
        foreach (var name in Each(report.NotElected.Where(n => !report.Unknown.Contains(n, StringComparer.Ordinal)))) yield return $"Published, and not elected by the count: {name}";
        foreach (var name in Each(report.NotPublished)) yield return $"Elected by the count, and not published: {name}";
        if (report.Count.Undecided is not null) yield return "The count stands still at a tie that the stated rule does not decide.";
        foreach (var explanation in report.Explanations) yield return "It would follow if " + explanation.Change + ".";
        if (!report.Follows && report.Explanations.IsEmpty) yield return "No change of rule that was tried explains it.";
    }

    /// <summary>Each name once, with its number of seats where it has several.</summary>
    private static IEnumerable<string> Each(IEnumerable<string> names) =>
        names.CountBy(n => n, StringComparer.Ordinal).Select(n => n.Value == 1 ? n.Key : FormattableString.Invariant($"{n.Key} ({n.Value} seats)"));

    public static JsonObject Json(AuditReport report) => new()
    {
        ["follows"] = report.Follows,
        ["published"] = Names(report.Published),
        ["publishedNotElected"] = Names(report.NotElected),
        ["electedNotPublished"] = Names(report.NotPublished),
        ["explanations"] = new JsonArray([.. report.Explanations.Select(e => (JsonNode)new JsonObject { ["size"] = e.Size, ["change"] = e.Change })]),
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)n)]);
}
