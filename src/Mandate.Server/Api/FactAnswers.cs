using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Organisation.Facts;

namespace Mandate.Server.Api;

/// <summary>What the facts de facto answer, beside what the organisation's own registers answer.</summary>
public static class FactAnswers
{
    /// <summary>Answers with the sources they rest on, and whether sources disagree on what was asked.</summary>
    public sealed record Found(IReadOnlyList<RecordAnswer> Answers, IReadOnlyList<Source> Sources, bool Disagree);

    public static Found To(string question, FactsState facts, string? id, DateOnly day) => question switch
    {
        "offices" => Of(facts, facts.Offices(day).Where(o => id is null || o.Held.Body == id || o.Held.Office == id).Select(o => (Held(o, o.Held.Office), o.Record)), id),
        "person" => Of(facts, facts.Offices(day).Where(o => o.Held.Person == id).Select(o => (Held(o, "holds"), o.Record)), id),
        "body" => Of(facts, facts.Offices(day).Where(o => o.Held.Body == id).Select(o => (Held(o, o.Held.Office), o.Record)).Concat(Plain(facts, day, f => f is Filled { } p && p.Place == id || f is Beholden { } b && b.Who == id || f is Related { } r && (r.Organ == id || r.Other == id))), id),
        "restrictions" => Of(facts, facts.Restrictions(day).Where(r => id is null || r.Restriction.Restriction == id).Select(r => (Restriction(r), r.Record)), id),
        "document" => Document(facts, id, day),
        "vote" => Of(facts, facts.By(day).Where(f => f.What is Counted c && (id is null || c.Vote == id || c.Matter == id)).Select(f => (Vote(f, (Counted)f.What), f)), id),
        "date" => Dates(facts, id),
        "contradictions" => new([.. Contradictions(facts, id).Select(Contradiction)], [.. Contradictions(facts, id).SelectMany(c => c.Sources).Distinct()], id is not null && Contradictions(facts, id).Any()),
        _ => new([], [], false),
    };

    private static Found Of(FactsState facts, IEnumerable<(RecordAnswer Answer, RecordedFact Record)> found, string? id)
    {
        var all = found.ToList();
        var disputed = id is not null && facts.ContradictionsOn(id).Any() || id is not null && all.Exists(a => a.Record.Contested.Length > 0 || a.Record.Events.Any(e => facts.ContradictionsOn(e).Any()));
        return new([.. all.Select(a => a.Answer)], [.. all.SelectMany(a => a.Record.Sources).Concat(disputed ? facts.ContradictionsOn(id!).SelectMany(c => c.Sources) : []).Distinct()], disputed);
    }

    private static IEnumerable<(RecordAnswer, RecordedFact)> Plain(FactsState facts, DateOnly day, Func<Fact, bool> which) =>
        facts.By(day).Where(f => which(f.What)).Select(f => (new RecordAnswer(f.Id, JsonNode.Parse(Encoding.UTF8.GetString(WireText.Encode(f.What))), Day(f.When.From), Day(f.When.To), Basis(f)), f));

    private static RecordAnswer Held(OfficeEntry entry, string id) => new(
        id,
        id == "holds" ? JsonValue.Create(entry.Held.Office + (entry.Held.Body is { } body ? $"@{body}" : "")) : JsonValue.Create(entry.Held.Person),
        Day(entry.Record.When.From ?? entry.Record.When.To), Day(entry.Held.Until), Basis(entry.Record) + (entry.Held.Until is null ? "; end not known" : ""));

    private static RecordAnswer Restriction(RestrictionEntry entry) => new(
        entry.Restriction.Restriction,
        new JsonObject
        {
            ["rights"] = Texts(entry.Restriction.Rights.IsDefault ? [] : entry.Restriction.Rights.Select(r => r.ToString().ToLowerInvariant())),
            ["by"] = entry.Restriction.By,
            ["on"] = Texts(entry.Restriction.On.IsDefault ? [] : entry.Restriction.On),
            ["form"] = entry.Restriction.Form.ToString().ToLowerInvariant(),
            ["inForce"] = entry.InForce switch { Answer.Yes => "yes", Answer.No => "no", _ => "not-known" },
            ["end"] = Day(entry.Restriction.Until) ?? (entry.LiftedBy is { } lifted ? Day(lifted.When.From ?? lifted.When.To) : entry.Restriction.EndStated == false ? "none" : "not-known"),
            ["review"] = entry.Restriction.Review,
            ["secret"] = entry.Restriction.Secret,
            ["used"] = Texts(entry.Used.SelectMany(u => u.Events)),
        },
        Day(entry.Record.When.From ?? entry.Record.When.To), Day(entry.Restriction.Until ?? entry.LiftedBy?.When.To), Basis(entry.Record));

    private static Found Document(FactsState facts, string? id, DateOnly day)
    {
        if (id is null)
            return Of(facts, facts.Things.Values.Where(t => t.Kind == ThingKind.Document).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => (new RecordAnswer(t.Id, t.Names.Values.FirstOrDefault()), Bare(t))), null);
        var knowers = facts.KnowledgeOf(id, day).Select(k => (new RecordAnswer(
            k.Who, new JsonObject { ["knew"] = k.Knows ? "yes" : "no", ["how"] = k.Knows ? k.How.ToString().ToLowerInvariant() : null },
            Day(k.Record.When.From), Day(k.Record.When.To), Basis(k.Record)), k.Record));
        var published = facts.By(day).Where(f => f.What is Published p && p.Document == id).Select(f => (new RecordAnswer("published", "yes", Day(f.When.From), Day(f.When.To), Basis(f)), f));
        return Of(facts, knowers.Concat(published), id);
    }

    private static RecordedFact Bare(Thing thing) => new(thing.Id, new Numbered(thing.Id, new()), new(), Mode.Stated, thing.Sources, [], "", default);

    private static RecordAnswer Vote(RecordedFact record, Counted count)
    {
        var value = new JsonObject { ["unit"] = count.Unit.ToString().ToLowerInvariant() };
        var unknown = new List<string>();
        foreach (var (name, figure) in new[] { ("yes", count.Yes), ("no", count.No), ("abstained", count.Abstained), ("cast", count.Cast), ("entitled", count.Entitled) })
        {
            if (figure is { Exact: { } exact }) value[name] = figure.About ? JsonValue.Create($"about {exact.ToString(CultureInfo.InvariantCulture)}") : JsonValue.Create(exact);
            else if (figure is { Scale: { } scale }) value[name] = scale.ToString().ToLowerInvariant();
            else unknown.Add(name);
        }
        if (count.Share is { } share) value["share"] = string.Create(CultureInfo.InvariantCulture, $"{share.Numerator}/{share.Denominator}");
        if (count.Position is { } position) value["for"] = position;
        value["notGiven"] = Texts(unknown);
        return new(count.Vote, value, Day(record.When.From), Day(record.When.To), Basis(record));
    }

    private static Found Dates(FactsState facts, string? id)
    {
        var told = facts.Happenings.Values.Where(h => id is null || h.Id == id).OrderBy(h => h.When.From ?? h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal).ToList();
        var disputes = id is null ? [] : facts.ContradictionsOn(id).ToList();
        return new(
            [.. told.Select(h => new RecordAnswer(h.Id, h.Titles.GetValueOrDefault("en") ?? h.Titles.Values.FirstOrDefault(), Day(h.When.From), Day(h.When.To), h.Mode.ToString().ToLowerInvariant())), .. disputes.Select(Contradiction)],
            [.. told.SelectMany(h => h.Sources).Concat(disputes.SelectMany(d => d.Sources)).Distinct()], disputes.Count > 0);
    }

    private static IEnumerable<Contradiction> Contradictions(FactsState facts, string? id) =>
        id is null ? facts.Contradictions.Values.OrderBy(c => c.Id, StringComparer.Ordinal) : facts.ContradictionsOn(id);

    private static RecordAnswer Contradiction(Contradiction c) => new(c.Id, new JsonObject { ["subject"] = Text(c.Subject), ["first"] = Text(c.First), ["second"] = Text(c.Second), ["events"] = Texts(c.Events) });

    private static string? Text(System.Collections.Immutable.ImmutableSortedDictionary<string, string> texts) => texts.GetValueOrDefault("en") ?? texts.Values.FirstOrDefault();

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string Basis(RecordedFact fact) => fact.Mode.ToString().ToLowerInvariant() + (fact.Contested.Length > 0 ? ", contested" : "");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
