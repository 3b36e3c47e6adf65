using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Organisation;

namespace Mandate.Server.Api;

/// <summary>What the organisation's own register says of restrictions and emergencies as of a day, in the form of <see cref="RestrictionAnswers"/>.</summary>
internal static class RegisterAnswers
{
    /// <summary>Those in force on the day; of one that is asked for also whether it was. Null where the register knows no such id.</summary>
    public static IReadOnlyList<RecordAnswer>? Restrictions(State state, string? id, DateOnly day)
    {
        var made = state.Restrictions.All.Values.Where(r => id is null ? r.InForceOn(day) : r.Id == id || r.Motion == id).OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => new RecordAnswer(
            r.Id, Value(r.Purpose, r.InForceOn(day), Earlier(r.Until, r.Lifted), "rule", [FactAnswers.Kebab(r.Right)], r.Targets, r.Review, state.Restrictions.Uses.Values.Where(u => u.Restriction == r.Id && DateOnly.FromDateTime(u.At.UtcDateTime) <= day).Select(u => u.Id).Order(StringComparer.Ordinal)),
            Day(r.From), Day(Earlier(r.Until, r.Lifted)), $"motion: {r.Motion}"));
        var declared = state.Restrictions.Emergencies.Values.Where(e => id is null ? e.InForceOn(day) : e.Id == id).OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => new RecordAnswer(
            e.Id, Value(e.Reason, e.InForceOn(day), e.Last, "emergency", e.Powers, [], null, e.Measures.Where(m => DateOnly.FromDateTime(m.At.UtcDateTime) <= day).Select(m => m.Id)), Day(e.From), Day(e.Last), $"ground: {e.Ground}"));
        List<RecordAnswer> all = [.. made, .. declared];
        return all.Count == 0 && id is not null ? null : all;
    }

    private static JsonObject Value(string title, bool inForce, DateOnly end, string form, IEnumerable<string> rights, IEnumerable<string> on, string? review, IEnumerable<string> used) => new()
    {
        ["title"] = title, ["inForce"] = inForce ? "yes" : "no", ["end"] = Day(end), ["stage"] = "adopted", ["form"] = form, ["rights"] = FactAnswers.Texts(rights), ["by"] = null,
        ["on"] = FactAnswers.Texts(on), ["review"] = review, ["secret"] = false, ["used"] = FactAnswers.Texts(used),
    };

    private static DateOnly Earlier(DateOnly until, DateOnly? lifted) => lifted < until ? lifted.Value : until;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
