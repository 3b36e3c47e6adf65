using Mandate.Organisation.Offices;
using Mandate.Organisation.Statutes;

namespace Mandate.Server.Tests.Statutes;

public sealed class CorrectionTests
{
    private const string Page = "/o/dockside/constitution/correct";

    private static string Rules => Cooperative.Rules
        .Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal)
        .Replace("dissolve_unit: {notice: 30 days,", "dissolve_unit: {judged_by: control, notice: 30 days,", StringComparison.Ordinal)
        .Replace("notice: 30 days, on_demand_of", "notice: 31 days, on_demand_of", StringComparison.Ordinal)
        + "\nencoding: {corrected_by: control, notice: 14 days}\n";

    [Fact]
    public async Task An_error_of_encoding_is_corrected_openly_after_notice_and_lists_the_acts_it_touched()
    {
        var kept = Cooperative.Play(Rules);
        var convened = kept.Entries(0, int.MaxValue).Single(e => e.Entry.Command is SignAct).Index;
        await using var serving = await Serving.StartAsync(kept);
        using var visitor = await ProposeTests.BeAsync(serving, "b1-03", $"{Page}?clause=bodies.congress.convene");
        Assert.Null(visitor.Page.QuerySelector("textarea[name=legal-en]"));
        await visitor.SendAsync(Page, ("v:bodies.congress.convene.notice", "30"), ("reason", "The text says thirty days."), ("step", "preview"));
        Assert.Contains("14 days", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='/o/dockside/record/{convened}']"));
        await visitor.SendAsync(Page, ("step", "file"));
        Assert.Single(kept.State.Statutes.Versions);

        var proposed = kept.State.Offices.Resolutions.Values.Single(r => r.Act is CorrectEncoding);
        kept.Do("b2-02", new SignAct(proposed.Id, [.. proposed.Act.Reads()]));
        var version = kept.State.Statutes.Versions[1];
        Assert.True(version.IsCorrection);
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), version.From);
        Assert.Equal("31 days", kept.State.Statutes.At(kept.Now).Bodies["congress"].Convene!.Notice!.ToString());
        Assert.Equal("30 days", kept.State.Statutes.At(version.From).Bodies["congress"].Convene!.Notice!.ToString());
        Assert.Contains(convened.ToString(System.Globalization.CultureInfo.InvariantCulture), version.Affected);

        await visitor.GoAsync("/o/dockside/constitution/versions/2");
        Assert.Contains("The text says thirty days.", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#clause-changes"));
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='/o/dockside/record/{convened}']"));
        await visitor.GoAsync("/o/dockside/constitution/versions");
        Assert.Contains("Corrects an error", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_named_for_it_reads_so_before_the_click()
    {
        await using var serving = await Serving.StartAsync(Cooperative.Play(Rules));
        using var visitor = await ProposeTests.BeAsync(serving, "b1-09", $"{Page}?clause=bodies.council");
        await visitor.SendAsync(Page, ("v:bodies.council.seats.count", "5"), ("reason", "The text says five."), ("step", "preview"));
        Assert.NotNull(visitor.Page.QuerySelector(".refusal a[href$='/encoding']"));
        Assert.Null(visitor.Page.QuerySelector("button[value=file]"));
    }

    [Fact]
    public async Task What_a_clause_leaves_to_judgement_is_asked_of_its_body_and_answered_with_reasons()
    {
        var kept = Cooperative.Play(Rules);
        await using var serving = await Serving.StartAsync(kept);
        using var member = await ProposeTests.BeAsync(serving, "b1-09", "/o/dockside/constitution/procedure.by_object.dissolve_unit");
        var ask = member.Page.QuerySelector("a[href*='statutes.ask-judgement']")!.GetAttribute("href")!;
        await member.GoAsync(ask);
        await member.SendAsync("/o/dockside/act/statutes.ask-judgement", ("question", "Is the ground sufficient?"), ("subject", "b2"));
        var asked = Assert.Single(kept.State.Statutes.Judgements.Values);

        using var inspector = await ProposeTests.BeAsync(serving, "b1-03", "/o/dockside/constitution/judgements");
        Assert.Contains("Is the ground sufficient?", inspector.Text, StringComparison.Ordinal);
        await inspector.GoAsync(inspector.Page.QuerySelector("a[href*='statutes.judge']")!.GetAttribute("href")!);
        await inspector.SendAsync("/o/dockside/act/statutes.judge", ("answer", "no"), ("reason", "The branch meets regularly."));
        var resolution = kept.State.Offices.Resolutions.Values.Single(r => r.Act is Judge);
        kept.Do("b2-02", new SignAct(resolution.Id, []));
        Assert.False(kept.State.Statutes.Judgements[asked.Id].Answer);
        await inspector.GoAsync("/o/dockside/constitution/judgements");
        Assert.Contains("The branch meets regularly.", inspector.Text, StringComparison.Ordinal);
    }
}
