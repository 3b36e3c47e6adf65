using Mandate.Organisation.Acts;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Statutes;

public sealed class StatutesTests
{
    private static readonly string Small = File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"));

    private static readonly string Judged = Small
        .Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal)
        .Replace("dissolve_unit: {notice: 30 days,", "dissolve_unit: {judged_by: control, notice: 30 days,", StringComparison.Ordinal)
        + "\nencoding: {corrected_by: control}\n";

    [Fact]
    public void What_is_adopted_is_named_by_its_canonical_form()
    {
        var a = Founded.Small();
        var b = Founded.Small(Small + "\n# a remark changes nothing\n");
        Assert.Equal(a.State.Statutes.Versions[0].Canonical, b.State.Statutes.Versions[0].Canonical);
        Assert.NotEqual(a.State.Statutes.Versions[0].Yaml, b.State.Statutes.Versions[0].Yaml);
    }

    [Fact]
    public void A_clause_without_judged_by_leaves_nothing_to_judge() =>
        Assert.Equal("statutes.nobody-judges", Founded.Small(Judged).Refused("b1-07", new AskJudgement("j1", "procedure.default", "Is it fair?", "m1")).Code);

    [Fact]
    public void The_named_body_judges_and_nobody_else_does()
    {
        var o = Founded.Small(Judged);
        o.Do("b1-07", new AskJudgement("j1", "procedure.by_object.dissolve_unit", "Is the ground sufficient?", "m1"));

        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new Judge("j1", true, "because"), "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", new Judge("j1", true, "because")).Code);
        o.Do("b1-03", new Judge("j1", false, "The branch meets regularly."), "control");
        Assert.False(o.State.Statutes.Judgements["j1"].Answer);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-03", new Judge("j1", true, "because"), "control").Code);
    }

    [Fact]
    public void A_correction_of_the_encoding_changes_the_named_clauses_only_and_holds_from_now_on()
    {
        var o = Founded.Small(Judged);
        var corrected = o.Blob(Judged.Replace("notice: 14 days, effective", "notice: 21 days, effective", StringComparison.Ordinal));

        Assert.Equal("statutes.changes-more", o.Refused("b1-03", new CorrectEncoding(corrected, ["procedure.urgent_motion"], "x", []), "control").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new CorrectEncoding(corrected, ["procedure.default.notice"], "x", [])).Code);

        o.Advance(3);
        o.Do("b1-03", new CorrectEncoding(corrected, ["procedure.default.notice"], "The adopted text says three weeks.", ["act-1"]), "control");
        Assert.Equal(21, o.State.Statutes.At(o.Now).Procedure.Default.Notice!.Count);
        Assert.Equal(14, o.State.Statutes.At(Founded.Start).Procedure.Default.Notice!.Count);
    }

    [Fact]
    public void A_correction_waits_for_the_notice_that_the_constitution_asks_for()
    {
        var yaml = Judged.Replace("encoding: {corrected_by: control}", "encoding: {corrected_by: control, notice: 14 days}", StringComparison.Ordinal);
        var o = Founded.Small(yaml);
        var corrected = o.Blob(yaml.Replace("notice: 14 days, effective", "notice: 21 days, effective", StringComparison.Ordinal));
        o.Do("b1-03", new CorrectEncoding(corrected, ["procedure.default.notice"], "The adopted text says three weeks.", ["7"]), "control");
        var version = o.State.Statutes.Versions[^1];
        Assert.Equal((new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), "7", true), (version.From, Assert.Single(version.Affected), version.IsCorrection));
        o.Advance(13);
        Assert.Equal(14, o.State.Statutes.At(o.Now).Procedure.Default.Notice!.Count);
        o.Advance(1);
        Assert.Equal(21, o.State.Statutes.At(o.Now).Procedure.Default.Notice!.Count);
    }

    [Fact]
    public void Whoever_sits_on_the_judging_body_is_offered_its_answer()
    {
        var o = Founded.Small(Judged);
        o.Do("b1-07", new AskJudgement("j1", "procedure.by_object.dissolve_unit", "Is the ground sufficient?", "m1"));
        Assert.Null(Assert.Single(StatutesOffers.For(o.State, "b1-03", o.Now), f => f.Act == "statutes.judge").WhyNot);
        Assert.DoesNotContain(StatutesOffers.For(o.State, "b1-07", o.Now), f => f.Act == "statutes.judge");
    }
}
