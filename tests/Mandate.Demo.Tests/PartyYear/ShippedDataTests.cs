using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>What may and may not stand in the chronology that comes with the program.</summary>
public sealed class ShippedDataTests
{
    /// <summary>Fields that say what guards or judges expect; they live with the tests, never with the story.</summary>
    private static readonly HashSet<string> Expectations = new(StringComparer.Ordinal)
    {
        "guards", "concerns", "guard_note", "fires_in", "concerned_in", "outcome", "in_force_1924_01_01", "in_force_basis", "used_in", "computed", "replay", "where",
    };

    [Fact]
    public void No_field_says_what_is_expected_of_a_guard_and_no_text_names_one()
    {
        var names = GuardCatalogue.All.Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in ShippedChronologies.Files("party-1923"))
            foreach (var (at, key, value) in Walk(YamlTree.Read(file.Yaml, [])!))
            {
                Assert.False(key is not null && Expectations.Contains(key) && !(key == "where" && at.StartsWith("facts", StringComparison.Ordinal)), $"{file.Name}: {at}");
                Assert.False(value is not null && names.Contains(value), $"{file.Name}: {at} names the guard {value}");
            }
    }

    [Fact]
    public void At_most_one_quotation_stands_beside_an_event_and_it_is_short()
    {
        var state = Play.State(ShippedChronologies.Files("party-1923"));
        Assert.All(state.Facts.Happenings.Values, h =>
        {
            var quotes = h.Sources.Select(s => s.Quote).OfType<string>().ToList();
            Assert.True(quotes.Count <= 1, h.Id);
            Assert.All(quotes, q => Assert.True(q.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 25, $"{h.Id}: {q}"));
        });
        var beside = state.Facts.Happenings.Values.SelectMany(h => h.Sources).Select(s => s.Quote).ToHashSet(StringComparer.Ordinal);
        Assert.All(state.Facts.Things.Values.SelectMany(t => t.Sources).Concat(state.Facts.All.SelectMany(f => f.Sources)), s => Assert.True(s.Quote is null || beside.Contains(s.Quote), s.Quote));
    }

    [Fact]
    public void Every_event_is_titled_in_three_languages_and_names_work_and_lines()
    {
        var state = Play.State(ShippedChronologies.Files("party-1923"));
        Assert.NotEmpty(state.Facts.Happenings);
        Assert.All(state.Facts.Happenings.Values, h =>
        {
            Assert.Superset(new HashSet<string>(["en", "sv", "nl"], StringComparer.Ordinal), h.Titles.Keys.ToHashSet(StringComparer.Ordinal));
            Assert.NotEmpty(h.Texts["en"]);
            Assert.All(h.Sources, s => Assert.False(string.IsNullOrEmpty(s.Lines), h.Id));
        });
        Assert.All(state.Facts.All, f => Assert.All(f.Sources, s => Assert.True(state.Facts.Things.TryGetValue(s.Work, out var work) && work.Kind == ThingKind.Work, $"{f.Id} rests on '{s.Work}', which is no work of the chronology")));
    }

    /// <summary>People, bodies, documents, restrictions, and the words of the lists: offices, what happened to a document, what was counted.</summary>
    [Fact]
    public void Everything_that_a_page_names_is_called_in_three_languages()
    {
        var facts = Play.State(ShippedChronologies.Files("party-1923")).Facts;
        string[] languages = ["en", "sv", "nl"];
        Assert.All(facts.Things.Values.Where(t => t.Kind is not ThingKind.Work && t.Attributes?.GetValueOrDefault("section") is not "statistics"), t => Assert.True(t.Names.ContainsKey("und") || languages.All(t.Names.ContainsKey), $"{t.Id}: {string.Join(", ", t.Names.Keys)}"));
        Assert.All(facts.Contradictions.Values, c => Assert.All(new[] { c.Subject, c.First, c.Second }, text => Assert.Superset(languages.ToHashSet(StringComparer.Ordinal), text.Keys.ToHashSet(StringComparer.Ordinal))));
        var words = facts.All.Select(f => f.What).SelectMany(f => f switch
        {
            Mandate.Organisation.Facts.Held held => [held.Office],
            Delivered { Words: { } how } => [how],
            Known { Words: { } how } => [how],
            _ => Enumerable.Empty<string>(),
        }).Concat(facts.Things.Values.Where(t => t.Kind == ThingKind.Person).SelectMany(t => t.Attributes?.Values ?? []));
        Assert.All(words.Distinct(StringComparer.Ordinal), w => Assert.True(facts.Things.ContainsKey(w), w));
    }

    [Fact]
    public void The_list_of_sources_keeps_the_quotations_out_of_our_licence()
    {
        var list = File.ReadAllText(Path.Combine(Repository.Root, "demo", "party-1923", "SOURCES.md"));
        var quotes = Play.State(ShippedChronologies.Files("party-1923")).Facts.Happenings.Values.SelectMany(h => h.Sources).Select(s => s.Quote).OfType<string>().ToList();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, q => Assert.Contains(q, list, StringComparison.Ordinal));
    }

    private static IEnumerable<(string At, string? Key, string? Value)> Walk(Datum datum)
    {
        switch (datum)
        {
            case Datum.Map map:
                foreach (var entry in map.Entries)
                {
                    yield return (entry.Clause.Path, entry.Key, null);
                    foreach (var inner in Walk(entry.Value)) yield return inner;
                }
                break;
            case Datum.List list:
                foreach (var inner in list.Items.SelectMany(Walk)) yield return inner;
                break;
            case Datum.Text text:
                yield return (text.Clause.Path, null, text.Value);
                break;
        }
    }
}
