using System.Globalization;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Restrictions;

namespace Mandate.Server.Api;

/// <summary>What the organisation's own register says of restrictions and emergencies as of a day, as told ones are answered (<see cref="RestrictionAnswers"/>).</summary>
internal static class RegisterAnswers
{
    /// <summary>Those in force on the day; of one that is asked for also whether it was. Null where the register knows no such id.</summary>
    public static IReadOnlyList<RecordAnswer>? Restrictions(State state, string? id, DateOnly day)
    {
        List<RecordAnswer> all =
        [
            .. state.Restrictions.All.Values.Where(r => id is null ? r.InForceOn(day) : r.Id == id || r.Motion == id).OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => Answer(state, r, day)),
            .. state.Restrictions.Emergencies.Values.Where(e => id is null ? e.InForceOn(day) : e.Id == id).OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => Answer(e, day)),
        ];
        return all.Count == 0 && id is not null ? null : all;
    }

    private static RecordAnswer Answer(State state, Restriction r, DateOnly day)
    {
        var end = r.Lifted < r.Until ? r.Lifted.Value : r.Until;
        var used = state.Restrictions.Uses.Values.Where(u => u.Restriction == r.Id && DateOnly.FromDateTime(u.At.UtcDateTime) <= day).Select(u => u.Id).Order(StringComparer.Ordinal);
        var by = state.Motions.Find(r.Motion) is { } motion ? state.Sessions.Find(motion.Session)?.Body : null;
        var told = new Restricted(r.Id, [r.Right], r.Targets, by, Until: r.Until, Review: r.Review, Secret: false);
        return new(r.Id, RestrictionAnswers.Value(told, r.Purpose, YesOrNo(r.InForceOn(day)), Day(end), used), Day(r.From), Day(end), $"motion: {r.Motion}");
    }

    private static RecordAnswer Answer(Emergency e, DateOnly day)
    {
        var value = RestrictionAnswers.Value(
            new Restricted(e.Id, Form: RestrictionForm.Emergency, Until: e.Until, Secret: false), e.Reason, YesOrNo(e.InForceOn(day)), Day(e.Last), e.Measures.Where(m => DateOnly.FromDateTime(m.At.UtcDateTime) <= day).Select(m => m.Id));
        value["powers"] = FactAnswers.Texts(e.Powers);
        return new(e.Id, value, Day(e.From), Day(e.Last), $"ground: {e.Ground}");
    }

    private static string YesOrNo(bool answer) => answer ? "yes" : "no";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
