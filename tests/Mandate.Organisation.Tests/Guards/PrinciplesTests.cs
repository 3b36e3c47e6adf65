using System.Reflection;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;

namespace Mandate.Organisation.Tests.Guards;

/// <summary>What the guards go by, and by what they are measured.</summary>
public sealed class PrinciplesTests
{
    /// <summary>S424.</summary>
    [Fact]
    public void For_what_a_guard_lets_pass_there_is_another_that_does_not_let_the_same_pass()
    {
        Assert.All(GuardCatalogue.All, guard =>
        {
            var other = GuardCatalogue.Find(GuardGaps.CoveredBy(guard.Name))!;
            // It is silent where the other fires: one does not stand for the other.
            Assert.Empty(guard.Look(GuardExamples.View(GuardExamples.Find(other.Name)!.Fires)));
            Assert.NotEmpty(other.Look(GuardExamples.View(GuardExamples.Find(other.Name)!.Fires)));
        });
    }

    /// <summary>Acts and their effects are told, never why somebody did them or who they are (S437).</summary>
    [Fact]
    public void No_kind_of_fact_has_a_field_for_a_motive_or_a_reputation()
    {
        string[] words = ["motive", "intent", "intention", "character", "loyalty", "reputation", "belief", "trust", "merit"];
        var fields = typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact))).SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"{t.Name}.{p.Name}")).ToList();
        Assert.Contains("MeasureTaken.Grounds", fields);
        Assert.DoesNotContain(fields, f => words.Any(w => f.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Nobody who is watched does anything any more, and the guards find it from the record all the same (S427).</summary>
    [Fact]
    public void Guards_find_what_officers_leave_undone_without_any_act_of_theirs()
    {
        var o = Founded.Small();
        var today = DateOnly.FromDateTime(o.Now.UtcDateTime);
        o.Do("b1-01", new TakeUndertaking("u", Duty.Task, "Publish the rosters.", today.AddDays(5)));
        o.Do("b1-07", new RecordFact("asked", new Petitioned("p", "council", Supporters: new(40)), new(today, today), Mode.Stated, [new Source("letter")], []));
        Assert.Empty(Findings.AsOf(o.State, o.State, today));
        var later = Findings.AsOf(o.State, o.State, today.AddDays(60)).Select(f => f.Guard.Name).ToList();
        Assert.Contains("unfulfilled-mandate", later);
        Assert.Contains("unanswered-petition", later);
    }

    [Fact]
    public void A_constitution_sets_what_a_definition_leaves_open_and_the_finding_says_who_set_it()
    {
        Finding? Found(string yaml)
        {
            var o = Founded.Small(yaml);
            var today = DateOnly.FromDateTime(o.Now.UtcDateTime);
            o.Do("b1-07", new RecordFact("asked", new Petitioned("p", "council", Supporters: new(12)), new(today.AddDays(-40), today.AddDays(-40)), Mode.Stated, [new Source("letter")], []));
            return Findings.AsOf(o.State, o.State, today).FirstOrDefault(f => f.Guard.Name == "unanswered-petition");
        }
        var plain = Founded.Yaml();
        var byDefault = Found(plain)!;
        Assert.All(byDefault.Measures, m => Assert.Null(m.Clause));
        Assert.Null(Found(plain + "\nguards: {petition: 13}\n"));
        Assert.Null(Found(plain + "\nguards: {due: 2 months}\n"));
        var set = Found(plain + "\nguards: {petition: 12, due: 4 weeks}\n")!;
        Assert.Equal(["guards.petition", "guards.due"], set.Measures.Select(m => m.Clause!));
        Assert.Equal(28, set.Measures[1].Value);
    }

    [Theory]
    [InlineData("protected: soon", "guards.protected")]
    [InlineData("removal: {share: 0%}", "guards.removal.share")]
    [InlineData("removal: {share: 120%}", "guards.removal.share")]
    [InlineData("offices: 0", "guards.offices")]
    [InlineData("offences: 3", "guards.offences")]
    public void A_measure_that_cannot_be_is_refused_at_its_place(string written, string path)
    {
        var reading = ConstitutionReader.Read(Founded.Yaml() + $"\nguards: {{{written}}}\n");
        Assert.Equal(path, Assert.Single(reading.Faults).Clause.Path);
    }
}
