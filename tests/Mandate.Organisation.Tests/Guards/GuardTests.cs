using System.Reflection;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Organisation.Tests.Guards;

public sealed class GuardTests
{
    public static TheoryData<string> Names => [.. GuardCatalogue.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_facts_fire_the_guard_and_their_lawful_neighbour_does_not(string name)
    {
        var guard = GuardCatalogue.Find(name)!;
        var one = Assert.Single(GuardExamples.All, c => c.Guard == name);
        Assert.NotEmpty(guard.Look(GuardExamples.View(one.Fires)));
        Assert.Empty(guard.Look(GuardExamples.View(one.Lawful)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Before_anything_has_happened_no_guard_fires(string name)
    {
        var one = Assert.Single(GuardExamples.All, c => c.Guard == name);
        Assert.Empty(GuardCatalogue.Find(name)!.Look(GuardExamples.View(one.Fires, new DateOnly(2025, 12, 31))));
    }

    /// <summary>All but the one whose very subject is that figures are not given.</summary>
    public static TheoryData<string> SilentOnTheUnknown => [.. GuardCatalogue.All.Select(g => g.Name).Where(n => n != "unknown-denominator")];

    [Theory]
    [MemberData(nameof(SilentOnTheUnknown))]
    public void What_is_not_given_is_not_known_and_fires_nothing(string name)
    {
        // The neighbour without every optional detail: absent is never no and never zero.
        var one = Assert.Single(GuardExamples.All, c => c.Guard == name);
        var bare = one.Lawful.Select(f => f with { Fact = Bare(f.Fact) }).ToArray();
        Assert.Empty(GuardCatalogue.Find(name)!.Look(GuardExamples.View(bare, one.Lawful[0].Day)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Renaming_every_id_changes_nothing_but_the_names(string name)
    {
        var one = Assert.Single(GuardExamples.All, c => c.Guard == name);
        var renamed = one.Fires.Select(f => f with { Fact = Renamed(f.Fact) }).ToArray();
        Assert.Equal(Fired(one.Fires), Fired(renamed));
    }

    [Fact]
    public void Every_guard_that_refuses_names_an_act_that_it_refuses()
    {
        var verbs = typeof(Acts.Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Acts.Command)))
            .Select(t => (Acts.WireNameAttribute?)Attribute.GetCustomAttribute(t, typeof(Acts.WireNameAttribute))).Select(n => n?.Name).ToHashSet();
        Assert.All(GuardExamples.All.Where(e => e.Act is not null), e => Assert.Contains(e.Act, verbs));
        Assert.DoesNotContain(GuardCatalogue.All, g => g.Effect == Effect.Refuse && GuardExamples.Find(g.Name)!.Act is null);
        Assert.DoesNotContain(GuardCatalogue.All, g => g.Effect != Effect.Refuse && GuardExamples.Find(g.Name)!.Act is not null);
    }

    [Fact]
    public void A_corrected_fact_fires_nothing()
    {
        foreach (var one in GuardExamples.All)
        {
            var corrected = GuardExamples.Recorded(one.Fires).Select(f => f with { CorrectedBy = "later" });
            Assert.Empty(Findings.In(new FactView(corrected, GuardExamples.Today)));
        }
    }

    [Fact]
    public void A_finding_says_since_when_on_which_facts_and_from_which_sources()
    {
        foreach (var finding in GuardExamples.All.SelectMany(one => Findings.In(GuardExamples.View(one.Fires))))
        {
            Assert.NotNull(finding.Since);
            Assert.NotEmpty(finding.Facts);
            Assert.NotEmpty(finding.Events);
            Assert.NotEmpty(finding.Sources);
        }
    }

    private static IEnumerable<string> Fired(IEnumerable<DatedFact> facts) =>
        Findings.In(GuardExamples.View(facts)).Select(f => $"{f.Guard.Name}: {string.Join(' ', f.Events)} since {f.Since}");

    /// <summary>The same fact with every nullable detail left out.</summary>
    private static Fact Bare(Fact fact)
    {
        var constructor = fact.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return (Fact)constructor.Invoke([.. constructor.GetParameters().Select(p =>
            p.HasDefaultValue && p.DefaultValue is null && (Nullable.GetUnderlyingType(p.ParameterType) is not null || !p.ParameterType.IsValueType)
                ? null
                : fact.GetType().GetProperty(p.Name!)!.GetValue(fact))]);
    }

    /// <summary>The same fact with every text given another name, consistently.</summary>
    private static Fact Renamed(Fact fact)
    {
        var constructor = fact.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return (Fact)constructor.Invoke([.. constructor.GetParameters().Select(p => Renamed(fact.GetType().GetProperty(p.Name!)!.GetValue(fact)))]);
    }

    private static object? Renamed(object? value) => value switch
    {
        string text => "x-" + text,
        System.Collections.Immutable.ImmutableArray<string> { IsDefault: false } list => System.Collections.Immutable.ImmutableArray.CreateRange(list.Select(t => "x-" + t)),
        System.Collections.Immutable.ImmutableArray<TextReference> { IsDefault: false } list =>
            System.Collections.Immutable.ImmutableArray.CreateRange(list.Select(r => r with { Document = "x-" + r.Document, Part = r.Part is null ? null : "x-" + r.Part })),
        _ => value,
    };
}
