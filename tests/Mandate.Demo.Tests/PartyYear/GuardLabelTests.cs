using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>The guards over the shipped chronology, against the expectations that lie beside the project.</summary>
public sealed class GuardLabelTests(ITestOutputHelper output)
{
    private static readonly Lazy<State> Played = new(() => Play.State(ShippedChronologies.Files("party-1923")));

    [Fact]
    public void The_core_guards_fire_where_expected_and_seldom_elsewhere()
    {
        var labels = Labels.Read();
        var fired = Play.Fired(Played.Value);
        var (found, expected, strange, all) = (0, 0, 0, 0);
        foreach (var (guard, core, fires, concerned) in labels.Guards)
        {
            var events = fired.GetValueOrDefault(guard) ?? [];
            var hits = events.Intersect(fires);
            var others = events.Except(fires).Except(concerned);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(core ? "core    " : "extended")} {guard,-28} {hits.Count,2} of {fires.Count,2}, {others.Count} beside{(fires.Except(events).IsEmpty ? "" : " missed " + string.Join(' ', fires.Except(events).Order(StringComparer.Ordinal)))}{(others.IsEmpty ? "" : " beside " + string.Join(' ', others.Order(StringComparer.Ordinal)))}"));
            if (!core) continue;
            found += hits.Count;
            expected += fires.Count;
            strange += others.Count;
            all += hits.Count + others.Count;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"core: {found} of {expected} found; {strange} of {all} beside what was expected"));
        Assert.True(found * 10 >= expected * 9, $"{found} of {expected} expected findings of core guards");
        Assert.True(strange * 10 <= all, $"{strange} of {all} findings of core guards are at events that were not expected");
    }

    [Fact]
    public void Every_guard_that_fires_loses_a_finding_when_one_fact_is_changed()
    {
        var facts = Played.Value.Facts.All;
        var firing = GuardCatalogue.All.Where(g => g.Look(new FactView(facts, DateOnly.MaxValue)).Any()).ToList();
        Assert.All(firing, guard => Assert.True(
            Findings.In(new FactView(facts, DateOnly.MaxValue)).Where(f => f.Guard == guard).SelectMany(f => f.Facts.Concat(f.Beside)).DistinctBy(f => f.Id, StringComparer.Ordinal)
                .Any(one => Events(guard, facts.Remove(one)).Except(Events(guard, facts)).IsEmpty && Events(guard, facts).Except(Events(guard, facts.Remove(one))).Count > 0),
            $"{guard.Name}: no single fact takes an event out of its findings"));
        Assert.True(firing.Count > 50, "most guards fire");
    }

    [Fact]
    public void Other_ids_change_nothing_but_the_ids()
    {
        var facts = Played.Value.Facts.All;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string Name(string id) => names.TryGetValue(id, out var name) ? name : names[id] = string.Create(CultureInfo.InvariantCulture, $"n{(names.Count * 7919L + 13) % 100_003:00000}-{names.Count}");
        var renamed = facts.Select(f => Renaming.Of(f, Name)).ToImmutableArray();
        foreach (var guard in GuardCatalogue.All)
            Assert.Equal(Events(guard, facts).Select(Name).Order(StringComparer.Ordinal), Events(guard, renamed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_beside_the_project_gets_the_same_findings_from_the_facts_that_come_with_the_program()
    {
        var labels = Labels.Read();
        var fired = Play.Fired(Play.State([labels.Chronology], ShippedChronologies.Files("party-1923")));
        var shipped = Play.Fired(Played.Value);
        Assert.Equal(shipped.Keys.Order(StringComparer.Ordinal), fired.Keys.Order(StringComparer.Ordinal));
        Assert.All(shipped, guard => Assert.Equal(guard.Value.Order(StringComparer.Ordinal), fired[guard.Key].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void That_list_under_other_ids_gets_the_same_findings_under_them()
    {
        var labels = Labels.Read();
        string[] sections = ["people", "bodies", "documents", "restrictions", "votes", "contradictions", "events"];
        var ids = sections.SelectMany(labels.Section).Select(e => Labels.Text(e, "id")!).ToHashSet(StringComparer.Ordinal);
        static string Other(string id) => $"other-{id}";
        var renamed = Regex.Replace(labels.Yaml, @"(?<=[\[ ])[A-Za-z0-9-]+(?=[,\]\n])", m => ids.Contains(m.Value) && IsId(labels.Yaml, m.Index) ? Other(m.Value) : m.Value, RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));
        var fired = Play.Fired(Play.State([new("renamed.yml", renamed)], ShippedChronologies.Files("party-1923")));
        foreach (var (guard, events) in Play.Fired(Played.Value))
            Assert.Equal(events.Select(Other).Order(StringComparer.Ordinal), fired[guard].Order(StringComparer.Ordinal));
    }

    /// <summary>Whether a word stands alone as a value or as one of a flow list, not within a sentence.</summary>
    private static bool IsId(string yaml, int at)
    {
        var line = yaml.LastIndexOf('\n', at) + 1;
        var before = yaml[line..at].TrimStart();
        if (before == "key: ") return false;
        return before.EndsWith('[') || before.EndsWith(": ", StringComparison.Ordinal) || before == "- " || before.Contains('[', StringComparison.Ordinal) && before.EndsWith(", ", StringComparison.Ordinal) || Regex.IsMatch(before, @"^([A-Za-z0-9-]+, )*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_part_of_that_list_is_replayed_and_no_finding_names_an_event_that_it_does_not_tell()
    {
        var labels = Labels.Read();
        var lines = labels.Yaml.Split('\n');
        foreach (var every in (int[])[2, 3, 7])
        {
            var state = Play.State([new("part.yml", Thinned(lines, every))], ShippedChronologies.Files("party-1923"));
            var told = state.Facts.Happenings.Keys.ToHashSet(StringComparer.Ordinal);
            Assert.NotEmpty(told);
            Assert.All(Play.Fired(state).Values.SelectMany(e => e), e => Assert.Contains(e, told));
        }
    }

    /// <summary>The list without every n-th event.</summary>
    private static string Thinned(string[] lines, int every)
    {
        var (within, count, keep) = (false, 0, true);
        var kept = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0 && char.IsLetter(line[0])) (within, keep) = (line.StartsWith("events:", StringComparison.Ordinal), true);
            else if (within && line.StartsWith("  - ", StringComparison.Ordinal)) keep = ++count % every != 0;
            if (keep) kept.Add(line);
        }
        return string.Join('\n', kept);
    }

    private static ImmutableHashSet<string> Events(Guard guard, ImmutableArray<RecordedFact> facts) =>
        [.. guard.Look(new FactView(facts, DateOnly.MaxValue)).SelectMany(b => b.Because).SelectMany(f => f.Events)];
}
