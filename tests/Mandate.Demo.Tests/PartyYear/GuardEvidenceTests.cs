using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>
/// What can be had in place of a blind trial (decision 0370): the findings follow from what single facts say and from how facts hang
/// together, on facts that nobody typed for the guards as well; not from ids, order, year or the mere number of facts.
/// </summary>
public sealed class GuardEvidenceTests(ITestOutputHelper output)
{
    private static readonly Lazy<State> Played = new(() => Play.State(ShippedChronologies.Files("party-1923")));

    private static ImmutableArray<RecordedFact> Facts => Played.Value.Facts.All;

    [Fact]
    public void Every_core_guard_loses_a_finding_when_one_field_of_one_fact_says_something_else()
    {
        var core = Labels.Read().Guards.Where(g => g.Core).Select(g => GuardCatalogue.Find(g.Guard)!).ToList();
        var firing = core.Where(g => Events(g, Facts).Count > 0).ToList();
        Assert.True(firing.Count * 10 >= core.Count * 9, $"{firing.Count} of {core.Count} core guards fire");
        Assert.All(firing, guard => Assert.True(Change(guard) is not null, $"{guard.Name}: no change of a single field takes an event out of its findings"));
    }

    /// <summary>A fact with one field changed, such that an event leaves the findings of the guard and none joins them.</summary>
    private static RecordedFact? Change(Guard guard)
    {
        var before = Events(guard, Facts);
        foreach (var fact in Findings.In(new FactView(Facts, DateOnly.MaxValue)).Where(f => f.Guard == guard).SelectMany(f => f.Facts.Concat(f.Beside)).DistinctBy(f => f.Id, StringComparer.Ordinal))
            foreach (var altered in Altered.EachField(fact))
            {
                var after = Events(guard, Facts.Replace(fact, altered));
                if (after.Count < before.Count && after.IsSubsetOf(before)) return altered;
            }
        return null;
    }

    [Fact]
    public void Neither_the_order_of_the_facts_nor_the_year_in_which_they_lie_matters()
    {
        var shuffled = Facts.OrderBy(f => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(f.Id))), StringComparer.Ordinal).ToImmutableArray();
        // A multiple of four hundred years: leap years stay where they are.
        var later = Facts.Select(f => Altered.Later(f, 146_097)).ToImmutableArray();
        foreach (var guard in GuardCatalogue.All)
        {
            Assert.Equal(Events(guard, Facts).Order(StringComparer.Ordinal), Events(guard, shuffled).Order(StringComparer.Ordinal));
            Assert.Equal(Events(guard, Facts).Order(StringComparer.Ordinal), Events(guard, later).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>
    /// The lists of the data set (who held what, what was restricted, who had which document, how a vote went) were made by others, before any
    /// guard was written. Without the typed facts that come with the program they are all that the guards see.
    /// </summary>
    [Fact]
    public void On_the_lists_alone_which_others_made_the_core_guards_fire_mostly_where_expected()
    {
        var labels = Labels.Read();
        var fired = Play.Fired(Play.State([labels.Chronology]));
        var (right, all) = (0, 0);
        foreach (var (guard, core, fires, concerned) in labels.Guards.Where(g => g.Core))
        {
            var events = fired.GetValueOrDefault(guard) ?? [];
            var hits = events.Intersect(fires.Union(concerned));
            if (events.Count > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{guard,-28} {hits.Count} of {events.Count}: {string.Join(' ', events.Order(StringComparer.Ordinal))}"));
            (right, all) = (right + hits.Count, all + events.Count);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right} of {all} findings on untyped lists are at expected events"));
        Assert.True(all > 0 && right * 2 > all, $"{right} of {all}");
    }

    /// <summary>The same facts in the same numbers, but each dealt to another event: whoever reads how facts hang together finds far less where it is expected.</summary>
    [Fact]
    public void Facts_dealt_to_other_events_do_not_give_the_expected_findings()
    {
        var labels = Labels.Read().Guards.Where(g => g.Core).ToList();
        var events = Facts.SelectMany(f => f.Events).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var expected = labels.Sum(l => l.Fires.Count);
        foreach (var deal in Enumerable.Range(1, 5))
        {
            var dealt = events.Zip(events.OrderBy(e => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{deal} {e}"))), StringComparer.Ordinal)).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
            var facts = Facts.Select(f => f with { Events = [.. f.Events.Select(e => dealt[e])] }).ToImmutableArray();
            var found = labels.Sum(l => Events(GuardCatalogue.Find(l.Guard)!, facts).Intersect(l.Fires).Count);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"deal {deal}: {found} of {expected}"));
            Assert.True(found * 4 < expected, $"deal {deal}: {found} of {expected}");
        }
    }

    private static ImmutableHashSet<string> Events(Guard guard, ImmutableArray<RecordedFact> facts) =>
        [.. guard.Look(new FactView(facts, DateOnly.MaxValue)).SelectMany(b => b.Because).SelectMany(f => f.Events)];
}
