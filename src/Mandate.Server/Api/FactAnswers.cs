using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Organisation.Facts;

namespace Mandate.Server.Api;

/// <summary>What the facts de facto answer, beside what the organisation's own registers answer.</summary>
public static class FactAnswers
{
    /// <summary>Answers with the sources they rest on.</summary>
    /// <param name="Perhaps">What may have been so on that day, and may not.</param>
    /// <param name="Disagree">Whether sources disagree on what was asked.</param>
    /// <param name="About">What lists say of the thing that was asked for, in words.</param>
    public sealed record Found(IReadOnlyList<RecordAnswer> Answers, IReadOnlyList<Source> Sources, bool Disagree, IReadOnlyList<RecordAnswer> Perhaps, JsonObject? About = null)
    {
        /// <summary>Whether the answers say what was asked; a vote without a figure does not.</summary>
        public bool Known { get; init; } = Answers.Count > 0;
    }

    /// <param name="told">Up to when a story is told (<see cref="ToldSpan"/>); null for a record that is kept to this day.</param>
    public static Found To(string question, FactsState facts, string? id, DateOnly day, Window? told = null) => question switch
    {
        "offices" => Offices(facts, id, day, told, o => id is null || o.Held.Body == id || o.Held.Office == id || o.Held.Person == id, o => (o.Held.Office + (o.Held.Body is { } body ? $"@{body}" : ""), o.Held.Person)),
        "person" => With(Offices(facts, id, day, told, o => o.Held.Person == id, o => ("holds", o.Held.Office + (o.Held.Body is { } body ? $"@{body}" : ""))), Groups(facts, day, told, (who, _) => who == id, (_, group) => ("belongs-to", group))),
        "body" => With(With(Offices(facts, id, day, told, o => o.Held.Body == id, o => (o.Held.Office, o.Held.Person)), Groups(facts, day, told, (_, group) => group == id, (who, _) => ("member", who))), Structure(facts, id!, day, told)),
        "restrictions" => RestrictionAnswers.To(facts, id, day, told),
        "document" => DocumentAnswers.To(facts, id, day),
        "vote" => Votes(facts, id, day),
        "date" => Dates(facts, id),
        "contradictions" => Contradictions(facts, id),
        _ => new([], [], false, []),
    };

    /// <summary>Puts answers together: contested facts and contradictions on the thing that was asked for make the sources disagree.</summary>
    internal static Found Of(FactsState facts, IEnumerable<(RecordAnswer Answer, RecordedFact Record)> found, string? id, DateOnly day, IEnumerable<RecordAnswer>? perhaps = null)
    {
        var all = found.ToList();
        var against = id is null ? [] : facts.Contradictions.Values.Where(c => c.BearsOn(id) && (c.Events.IsEmpty || c.Events.Any(e => facts.Happenings[e].When.By(day)))).OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        return new(
            [.. all.Select(a => a.Answer), .. against.Select(Contradiction)], [.. all.SelectMany(a => a.Record.Sources).Concat(against.SelectMany(c => c.Sources)).Distinct()],
            against.Count > 0 || id is not null && all.Exists(a => a.Record.Contested.Length > 0), [.. perhaps ?? []], About(facts, id))
        { Known = all.Count > 0 };
    }

    private static Found With(Found found, Found more) => found with
    {
        Answers = [.. found.Answers, .. more.Answers], Perhaps = [.. found.Perhaps, .. more.Perhaps], Sources = [.. found.Sources.Concat(more.Sources).Distinct()], Disagree = found.Disagree || more.Disagree, Known = found.Known || more.Known,
    };

    private static Found Offices(FactsState facts, string? id, DateOnly day, Window? told, Func<OfficeEntry, bool> which, Func<OfficeEntry, (string Id, string Value)> say)
    {
        var entries = facts.Offices(day, told).Where(which).ToList();
        if (Beyond(facts, day, told)) entries.RemoveAll(o => o.Holding != Organisation.Facts.Answer.Yes);
        RecordAnswer Said(OfficeEntry o) => new(
            say(o).Id, say(o).Value, Day(o.Record.When.From ?? o.Record.When.To), Day(o.Until.To ?? o.Until.From), Basis(o.Record) + (o.Record.When.From is null && o.Record.When.To is not null ? "; by then at the latest" : "") + (o.Until is { From: null, To: null } ? "; end not known" : ""))
        {
            Since = o.Record.When, Until = o.Until, Words = o.Held.Words,
        };
        return Of(facts, entries.Where(o => o.Holding == Organisation.Facts.Answer.Yes).Select(o => (Said(o), o.Record)), id, day, entries.Where(o => o.Holding == Organisation.Facts.Answer.NotKnown).Select(Said));
    }

    /// <summary>Whether a day lies before or after everything that a story names: then nothing even may have been so.</summary>
    private static bool Beyond(FactsState facts, DateOnly day, Window? told) => told is not null && facts.Horizon() is { } horizon && (day < horizon.From || day > horizon.To);

    /// <summary>Who belonged to which group by a day; perhaps, where the story ended before and nobody says whether it lasted.</summary>
    private static Found Groups(FactsState facts, DateOnly day, Window? told, Func<string, string, bool> which, Func<string, string, (string Id, string Value)> say)
    {
        var all = facts.By(day).SelectMany(f => f.What switch
        {
            BelongsTo b => b.Who.Select(who => (Who: who, b.Group, Fact: f)),
            Caucused c when !c.Members.IsDefault => c.Members.Select(who => (Who: who, c.Group, Fact: f)),
            _ => [],
        }).Where(m => which(m.Who, m.Group)).DistinctBy(m => (m.Who, m.Group))
            .Select(m => (Answer: new RecordAnswer(say(m.Who, m.Group).Id, say(m.Who, m.Group).Value, Day(m.Fact.When.From), null, Basis(m.Fact)) { Since = m.Fact.When }, m.Fact)).ToList();
        bool Lasting(RecordedFact fact) => told?.To is not { } end || day <= end || (fact.When.To ?? fact.When.From) >= day;
        return Of(facts, all.Where(m => Lasting(m.Fact)), null, day, Beyond(facts, day, told) ? [] : all.Where(m => !Lasting(m.Fact)).Select(m => m.Answer));
    }

    /// <summary>How a body was filled, whom it elects or checks, who owes it their place. After the end of the story these are past, and say nothing of the day.</summary>
    private static Found Structure(FactsState facts, string id, DateOnly day, Window? told)
    {
        var found = Of(
            facts,
            facts.By(day).Where(f => f.What is Filled p && p.Place == id || f.What is Beholden b && (b.Who == id || b.To == id) || f.What is Related r && (r.Organ == id || r.Other == id) || f.What is Strength s && s.Body == id)
                .Select(f => (new RecordAnswer(f.Id, Fact(f.What), Day(f.When.From), Day(f.When.To), Basis(f)), f)),
            null, day);
        return told?.To < day ? found with { Known = false } : found;
    }

    private static Found Votes(FactsState facts, string? id, DateOnly day)
    {
        // A vote is also asked for by the event at which it was taken.
        var at = id is not null && facts.Happenings.ContainsKey(id) ? facts.Votes().Where(v => facts.All.Any(f => f.Events.Contains(id, StringComparer.Ordinal) && (f.What is Counted c && c.Vote == v || f.What is Numbered n && n.Of == v))).ToList() : [];
        var entries = (id is null ? facts.Votes() : facts.Happenings.ContainsKey(id) ? at : [id]).Select(v => facts.Vote(v, day)).OfType<CountEntry>().ToList();
        if (entries.Count == 0) return new([], [], false, [], About(facts, id));
        return Of(facts, entries.Select(e => (Vote(facts, e), e.Records[0])), id, day) with { Known = entries.Exists(e => e.Known) };
    }

    private static RecordAnswer Vote(FactsState facts, CountEntry entry)
    {
        var when = entry.Records[0].When;
        return new(
            entry.Vote,
            new JsonObject
            {
                ["title"] = facts.Things.GetValueOrDefault(entry.Vote) is { } thing ? Text(thing.Names) : null,
                ["counts"] = new JsonObject(entry.Given.DistinctBy(g => g.Name, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Name, Figures.Of(g.Figure)))),
                ["notGiven"] = Texts(entry.NotGiven),
                ["results"] = new JsonArray([.. entry.Counts.Select(c => (JsonNode)Figures.Of(c))]),
                ["events"] = Texts(entry.Records.SelectMany(r => r.Events).Distinct(StringComparer.Ordinal)),
            },
            Day(when.From ?? when.To), Day(when.To), Basis(entry.Records[0]));
    }

    private static Found Dates(FactsState facts, string? id)
    {
        var entries = (id is null ? facts.Dates() : facts.DatesOf(id)).ToList();
        var against = id is null ? [] : entries.SelectMany(e => e.Contradictions).DistinctBy(c => c.Id, StringComparer.Ordinal).ToList();
        return new(
            [.. entries.Select(e => new RecordAnswer(e.Id, e.Event is { } told ? Text(told.Titles) : null, Day(e.When.From), Day(e.When.To), e.Mode.ToString().ToLowerInvariant() + (e.Disputed ? "; disputed" : "")) { Words = e.Dated?.Words }), .. against.Select(Contradiction)],
            [.. entries.SelectMany(e => e.Sources).Concat(against.SelectMany(c => c.Sources)).Distinct()],
            id is not null && entries.Exists(e => e.Disputed), [], About(facts, id))
        {
            Known = entries.Exists(e => e.When.From is not null || e.When.To is not null),
        };
    }

    /// <summary>The basis of an answer that is a contradiction.</summary>
    internal const string Disputed = "contradiction";

    private static Found Contradictions(FactsState facts, string? id)
    {
        var all = (id is null ? facts.Contradictions.Values.OrderBy(c => c.Id, StringComparer.Ordinal) : facts.ContradictionsOn(id)).ToList();
        return new([.. all.Select(Contradiction)], [.. all.SelectMany(c => c.Sources).Distinct()], id is not null && all.Count > 0, [], About(facts, id));
    }

    internal static RecordAnswer Contradiction(Contradiction c) => new(c.Id, new JsonObject { ["subject"] = Text(c.Subject), ["first"] = Text(c.First), ["second"] = Text(c.Second), ["events"] = Texts(c.Events) }, Basis: Disputed);

    private static JsonObject? About(FactsState facts, string? id)
    {
        if (id is null || facts.Things.GetValueOrDefault(id) is not { } thing) return null;
        var about = new JsonObject { ["kind"] = thing.Kind.ToString().ToLowerInvariant(), ["names"] = Map(thing.Names) };
        if (!thing.Notes.IsEmpty) about["notes"] = Map(thing.Notes);
        if (thing.Attributes is { } attributes)
            foreach (var (name, value) in attributes.Where(a => a.Key != "section")) about[name] = value;
        return about;
    }

    private static JsonObject Map(IEnumerable<KeyValuePair<string, string>> texts) => new(texts.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)JsonValue.Create(t.Value))));

    /// <summary>A value of an enumeration as facts write it: <c>be-heard</c>.</summary>
    internal static string Kebab<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>A fact as the record writes it.</summary>
    public static JsonNode? Fact(Fact fact) => JsonNode.Parse(Encoding.UTF8.GetString(WireText.Encode(fact)));

    internal static string? Text(System.Collections.Immutable.ImmutableSortedDictionary<string, string> texts) => texts.GetValueOrDefault("en") ?? texts.Values.FirstOrDefault();

    internal static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    internal static string Basis(RecordedFact fact) => fact.Mode.ToString().ToLowerInvariant() + (fact.Contested.Length > 0 ? ", contested" : "");

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
