using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Restrictions;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> FactsAndOrders() =>
    [
        Act("facts.tell", f => new Tell(f.NewId("event"), new(f.Day("from"), f.DayOrNone("until")), Said(f, "title"), Said(f, "text"), [], [], [], Mode.Stated, Sources(f)),
            Line("title"), Area("text"), new DayInput("from"), new DayInput("until") { Optional = true }, Line("work"), Line("lines") with { Optional = true }, Line("citing") with { Optional = true }, Evidence("evidence-class") with { Optional = true }),
        Act("facts.record", f => new RecordFact(f.NewId("fact"), FactOf(f), new(f.Day("from"), f.DayOrNone("until")), f.Flag("inferred") ? Mode.Inferred : Mode.Stated, Sources(f), f.TextOrNone("event") is { } e ? [e] : []),
            OneOf("kind-of-fact", (v, _) => KindsOfFacts.Select(k => (k, v.Words["fact-kind." + string.Concat(k.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]))])).OrderBy(k => k.Item2, StringComparer.CurrentCultureIgnoreCase)), Area("details"), new DayInput("from"), new DayInput("until") { Optional = true }, Line("work"), Line("lines") with { Optional = true }, Line("citing") with { Optional = true }, Evidence("evidence-class") with { Optional = true },
            OneOf("inferred", (v, _) => [("no", v.Words["form.no"]), ("yes", v.Words["form.yes"])]), OneOf("event", (v, _) => v.State.Facts.Happenings.Values.OrderBy(h => h.Id, StringComparer.Ordinal).Select(h => (h.Id, h.Titles.GetValueOrDefault(v.Words.Language.Code) ?? h.Titles.Values.First()))) with { Optional = true }),
        Act("facts.report-case", f => new ReportCase(f.NewId("case"), f.Text("guard"), f.Choice<Misjudged>("misjudged"), f.Text("about"), f.Text("reason")),
            OneOf("guard", (v, _) => GuardCatalogue.All.Select(g => (g.Name, v.Words["safeguard." + g.Name])).OrderBy(g => g.Item2, StringComparer.CurrentCultureIgnoreCase)), OneOf<Misjudged>("misjudged"),
            OneOf("about", (v, _) => v.State.Facts.Happenings.Values.OrderByDescending(h => h.When.From ?? h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal).Take(300).Select(h => (h.Id, h.Titles.GetValueOrDefault(v.Words.Language.Code) ?? h.Titles.Values.First()))), Area("reason")),
        Act("facts.object", f => new ObjectToFact(f.NewId("objection"), f.Text("fact"), f.Text("reason")), Given("fact"), Area("reason")),
        Act("restrictions.declare-emergency", f => new DeclareEmergency(f.NewId("emergency"), f.Text("ground"), f.TextOrNone("powers") is { } power ? [power] : [], f.Text("reason"), f.DayOrNone("until")),
            OneOf("ground", (v, _) => (v.Version.Rules.Emergency?.Declare.Grounds ?? []).Select(g => (g, v.Words.Place(g)))), OneOf("powers", (v, _) => (v.Version.Rules.Emergency?.May ?? []).Select(p => (p, v.Words.Place(p)))) with { Optional = true }, Area("reason"), new DayInput("until")),
        Act("restrictions.confirm-emergency", f => new ConfirmEmergency(f.Text("emergency")), Given("emergency")),
        Act("restrictions.renew-emergency", f => new RenewEmergency(f.Text("emergency"), f.Day("until")), Given("emergency"), new DayInput("until")),
        Act("documents.hand-on", f => new HandOnDocument(f.Text("document"), f.Text("to-place")), Given("document"), OneOf("to-place", (v, _) => v.Version.Rules.Bodies.Keys.Concat(v.Version.Rules.Offices.Keys).Select(b => (b, v.Words.Place(b))))),
        Act("federation.order", f => new GiveOrder(f.NewId("order"), f.Text("what"), f.Units("to-units"), f.TextOrNone("partner"), f.TextOrNone("fallback"), f.TextOrNone("concerns") is null ? default : [f.Choice<Mandate.Organisation.Works.Aspect>("concerns")], f.TextOrNone("left-to-units"), f.TextOrNone("expires-at") is null ? null : f.Moment("expires-at")), Area("what"), Area("to-units"), Line("partner") with { Optional = true }, Area("fallback") with { Optional = true }, OneOf<Mandate.Organisation.Works.Aspect>("concerns") with { Optional = true }, Area("left-to-units") with { Optional = true }, new MomentInput("expires-at") { Optional = true }, OwnBodies("for-body")) with { InWriting = true },
        Act("offices.report-unable", f => new ReportUnable(f.Text("tenure"), f.Day("until")), Given("tenure"), new DayInput("until")),
        Act("offices.report-able", f => new ReportAble(f.Text("tenure")), Given("tenure")),
    ];

    /// <summary>The names of the kinds of facts, as the record writes them.</summary>
    private static readonly ImmutableArray<string> KindsOfFacts =
        [.. typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).Select(t => Kebab(t.Name)).Order(StringComparer.Ordinal)];

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static ImmutableSortedDictionary<string, string> Said(Filling f, string name) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(f.Visit.Words.Language.Code, f.Text(name));

    private static ImmutableArray<Source> Sources(Filling f) => [new(f.Text("work"), f.TextOrNone("lines"), Citing: f.TextOrNone("citing"), Class: f.TextOrNone("evidence-class") is null ? null : f.Choice<EvidenceClass>("evidence-class"))];

    /// <summary>What kind of evidence a source is; what is concluded is said of the fact.</summary>
    private static ChoiceInput Evidence(string name) => OneOf(name, (v, _) => new[] { EvidenceClass.Record, EvidenceClass.Document, EvidenceClass.Testimony }.Select(c => (c.ToString(), v.Words.Value(c))));

    /// <summary>A fact from its kind and one <c>name: value</c> on a line; lists are parted by commas, <c>yes</c> and <c>no</c> are said so.</summary>
    private static Fact FactOf(Filling f)
    {
        var json = new JsonObject { ["kind"] = f.Text("kind-of-fact") };
        foreach (var line in f.Text("details").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1) { f.Fail("details", "form.needs-name-value", ("line", line)); continue; }
            json[line[..colon].Trim()] = Node(line[(colon + 1)..].Trim());
        }
        if (WireText.TryDecode(Encoding.UTF8.GetBytes(json.ToJsonString()), out Fact? fact, out var error)) return fact;
        f.Fail("details", "form.not-a-fact", ("error", error.ToString()));
        return new Met("", "");
    }

    private static JsonNode? Node(string value) => value switch
    {
        "yes" => true,
        "no" => false,
        ['[', .. var list, ']'] => new JsonArray([.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v => (JsonNode?)v)]),
        ['{', ..] => Parsed(value),
        _ when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => value,
    };

    private static JsonNode? Parsed(string value)
    {
        try { return JsonNode.Parse(value); }
        catch (System.Text.Json.JsonException) { return value; }
    }
}
