using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Reader;
using Mandate.Server.Statutes;
using Mandate.Server.Tests.Founding;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Statutes;

/// <summary>The editor speaks the reader's language.</summary>
public sealed class EditorLanguageTests
{
    private static IEnumerable<string> Constitutions => Directory.GetDirectories(Path.Combine(Repository.Root, "constitutions")).Select(d => File.ReadAllText(Path.Combine(d, "constitution.yaml")));

    [Fact]
    public void Whatever_makes_somebody_has_a_name_in_every_language()
    {
        foreach (var because in Constitutions.SelectMany(y => PowerMap.Of(ConstitutionReader.Read(y).Constitution!).Edges).Select(e => e.Because).Distinct())
            foreach (var language in Language.All) Assert.NotEmpty(new Words(language)["power.because." + because]);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("nl")]
    [InlineData("fr")]
    public async Task Findings_and_remedies_are_said_in_the_readers_language(string code)
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "constitutions", "rkp-1922", "constitution.yaml"));
        var words = new Words(Language.Find(code)!);
        await using var serving = await Serving.StartAsync();
        using var visitor = new Visitor(serving.Client.BaseAddress!, code);
        await visitor.GoAsync("/check");
        await visitor.SendAsync("/check", ("yaml", yaml), ("step", "check"));
        var result = Checker.Check(ConstitutionReader.Read(yaml).Constitution!, remedies: true);
        var grave = result.AtLeast(Severity.High).ToList();
        Assert.NotEmpty(grave);
        foreach (var finding in grave) Assert.Contains(Plain(CheckerWords.Of(words, finding.Says)), visitor.Text, StringComparison.Ordinal);
        var remedy = grave.SelectMany(f => f.Remedies).First();
        Assert.Contains(Plain(CheckerWords.Of(words, remedy.Says)), visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(remedy.Text, visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("#editor-report [lang=en]"));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    [Fact]
    public async Task Remedies_of_a_lesser_finding_are_tried_when_asked_for()
    {
        await using var serving = await Serving.StartAsync();
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync("/check");
        await visitor.SendAsync("/check", ("yaml", File.ReadAllText(Path.Combine(Repository.Root, "constitutions", "rochdale-1844", "constitution.yaml"))), ("step", "check"));
        var before = visitor.Page.QuerySelectorAll("button[name=try]").Length;
        foreach (var button in visitor.Page.QuerySelectorAll("button[name=look]").Take(6).Select(b => b.GetAttribute("value")!).ToList())
        {
            await visitor.SendAsync("/check", ("look", button));
            Assert.True(visitor.Page.QuerySelectorAll("button[name=try]").Length > before || visitor.Text.Contains("No change that was tried helps", StringComparison.Ordinal));
        }
    }
}
