using System.Text.Json.Nodes;
using Mandate.Organisation.Facts;

namespace Mandate.Server.Api;

/// <summary>Restrictions as of a day: since when, whether in force, whether an end was set.</summary>
internal static class RestrictionAnswers
{
    public static FactAnswers.Found To(FactsState facts, string? id, DateOnly day, Window? told)
    {
        var entries = facts.Restrictions(day, proposed: id is not null, told).Where(r => id is null || IsOf(r.Record, r.Restriction, id)).Select(r => (Answer(facts, r), r.Record)).ToList();
        // Known today, and not yet made on that day.
        if (entries.Count == 0 && id is not null)
            entries = [.. facts.All.Where(f => f.CorrectedBy is null && f.What is Restricted r && IsOf(f, r, id)).DistinctBy(f => ((Restricted)f.What).Restriction, StringComparer.Ordinal).Select(f => (Later(facts, f, day), f))];
        var found = FactAnswers.Of(facts, entries, id, day);
        // Asked for one restriction, the answer is whether it was in force.
        return id is not null && entries.TrueForAll(e => e.Item1.Value!["inForce"]!.GetValue<string>() == "not-known") ? found with { Known = false } : found;
    }

    /// <summary>A restriction is asked for by its id, by the event that made it, or by who made it, is bound by it or was its target.</summary>
    private static bool IsOf(RecordedFact record, Restricted r, string id) =>
        r.Restriction == id || record.Events.Contains(id, StringComparer.Ordinal) || r.By == id
        || !r.On.IsDefault && r.On.Contains(id, StringComparer.Ordinal) || !r.Targets.IsDefault && r.Targets.Contains(id, StringComparer.Ordinal);

    private static RecordAnswer Answer(FactsState facts, RestrictionEntry entry)
    {
        var r = entry.Restriction;
        return new(
            r.Restriction,
            Value(facts, r, entry.InForce, FactAnswers.Day(r.Until) ?? (entry.LiftedBy is { } lifted ? FactAnswers.Day(lifted.When.From ?? lifted.When.To) : NoEnd(entry.Record, r)), [.. entry.Used.SelectMany(u => u.Events)]),
            FactAnswers.Day(entry.Record.When.From ?? entry.Record.When.To), FactAnswers.Day(r.Until ?? entry.LiftedBy?.When.To), FactAnswers.Basis(entry.Record))
        {
            Since = entry.Record.When, Until = entry.Ended,
        };
    }

    private static RecordAnswer Later(FactsState facts, RecordedFact record, DateOnly day) => new(
        ((Restricted)record.What).Restriction,
        Value(facts, (Restricted)record.What, record.When.From > day ? Organisation.Facts.Answer.No : Organisation.Facts.Answer.NotKnown, NoEnd(record, (Restricted)record.What), []),
        FactAnswers.Day(record.When.From ?? record.When.To), null, FactAnswers.Basis(record) + (record.When.From > day ? "; not yet made on that day" : "; may not have been made by that day"))
    {
        Since = record.When,
    };

    /// <summary>None only where a source shows that its text states none; silence is not known.</summary>
    private static string NoEnd(RecordedFact record, Restricted r) => r.EndStated == false && record.Mode == Mode.Stated ? "none" : "not-known";

    private static JsonObject Value(FactsState facts, Restricted r, Organisation.Facts.Answer inForce, string? end, IEnumerable<string> used) => Value(
        r, facts.Things.GetValueOrDefault(r.Restriction) is { } thing ? FactAnswers.Text(thing.Names) : null, inForce switch { Organisation.Facts.Answer.Yes => "yes", Organisation.Facts.Answer.No => "no", _ => "not-known" }, end, used);

    /// <summary>A restriction as it is answered, told or in the register.</summary>
    internal static JsonObject Value(Restricted r, JsonNode? title, string inForce, string? end, IEnumerable<string> used) => new()
    {
        ["title"] = title,
        ["inForce"] = inForce,
        ["end"] = end,
        ["stage"] = FactAnswers.Kebab(r.Stage),
        ["form"] = FactAnswers.Kebab(r.Form),
        ["rights"] = FactAnswers.Texts(r.Rights.IsDefault ? [] : r.Rights.Select(FactAnswers.Kebab)),
        ["by"] = r.By,
        ["on"] = FactAnswers.Texts(r.On.IsDefault ? [] : r.On),
        ["review"] = r.Review,
        ["secret"] = r.Secret,
        ["used"] = FactAnswers.Texts(used),
    };
}
