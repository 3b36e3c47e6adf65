using System.Collections.Immutable;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Press;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Statutes;

public sealed class WorkingLanguageTests
{
    private static Founded Added()
    {
        var o = Founded.Small();
        o.Do("b1-07", new AskLanguage("de"));
        foreach (var signer in new[] { "b1-08", "b1-09", "b2-05", "b2-06" }) o.Do(signer, new SignLanguage("de"));
        return o;
    }

    [Fact]
    public void A_group_that_is_large_enough_adds_its_language_under_no_name_and_nobody_approves_it()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.malformed", o.Refused("b1-07", new AskLanguage("German")).Code);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new AskLanguage("en")).Code);
        o.Do("b1-07", new AskLanguage("de"));
        Assert.Equal("protocol.taken", o.Refused("b1-08", new AskLanguage("de")).Code);
        Assert.Equal("protocol.taken", o.Refused("b1-07", new SignLanguage("de")).Code);
        Assert.All(o.State.Statutes.AskedLanguages["de"].Signed, s => Assert.StartsWith("~", s, StringComparison.Ordinal));
        foreach (var signer in new[] { "b1-08", "b1-09", "b2-05" }) o.Do(signer, new SignLanguage("de"));
        Assert.Equal(["en"], o.State.Statutes.At(o.Now).Languages.Official);
        o.Do("b2-06", new SignLanguage("de"));
        Assert.Equal(["en", "de"], o.State.Statutes.At(o.Now).Languages.Official);
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-07", new SignLanguage("de")).Code);
    }

    [Fact]
    public void It_is_a_full_language_from_then_on_in_every_later_constitution_too()
    {
        var o = Added();
        o.Do("b2-04", new WriteUnitPage("b2", "de", "Südkai", o.Blob("Dienstags um sechs.")));
        o.Happened("b1-01", new ConstitutionAdopted(o.Blob(Founded.Yaml()), "c", ImmutableSortedDictionary<string, string>.Empty, o.Now, "v1", []));
        Assert.Equal(["en", "de"], o.State.Statutes.At(o.Now).Languages.Official);
        Assert.Equal(2, LanguageFigures.Of(o.State, o.State.Statutes.At(o.Now), o.Now).Languages.Length);
    }

    [Fact]
    public void A_text_delivered_later_is_ready_from_then_and_the_notice_of_its_class_runs_from_that_day()
    {
        var o = Congresses.Convened();
        var text = o.Blob("Be kind.");
        o.Do("b1-01", new FileMotion("m1", "c1", "ordinary", "On conduct", ImmutableSortedDictionary<string, string>.Empty.Add("en", text), [], null, null, null, false));
        Assert.Equal("protocol.taken", o.Refused("b1-01", new TranslateMotion("m1", "en", text)).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new TranslateMotion("m1", "de", text)).Code);
        o.Do("b1-07", new AskLanguage("de"));
        foreach (var signer in new[] { "b1-08", "b1-09", "b2-05", "b2-06" }) o.Do(signer, new SignLanguage("de"));
        var filed = o.Now;
        o.Advance(3);
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new TranslateMotion("m1", "de", text)).Code);
        o.Do("b1-05", new TranslateMotion("m1", "de", o.Blob("Seid freundlich.")));
        var current = o.State.Motions.All["m1"].Current;
        Assert.Equal((1, false, true, true), (current.Number, current.ReadableAt("de", filed), current.ReadableAt("de", o.Now), current.ReadableAt("en", filed)));
        Assert.Equal(DateOnly.FromDateTime(filed.UtcDateTime), o.State.Motions.All["m1"].NoticedOn);
        o.Set(o.State with { Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m1", o.State.Motions.All["m1"] with { Class = "amendment", Versions = [current with { Texts = current.Texts.Remove("de") }] }) } });
        o.Do("b1-05", new TranslateMotion("m1", "de", o.Blob("Seid freundlich.")));
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime), o.State.Motions.All["m1"].NoticedOn);
    }

    [Fact]
    public void The_time_to_an_answer_and_the_funds_of_units_stand_by_the_language_that_most_read_there()
    {
        var o = Added();
        foreach (var member in o.State.Roll.Members.Values.Where(m => m.Unit == "b2").ToList())
            o.Set(o.State with { Roll = o.State.Roll with { Members = o.State.Roll.Members.SetItem(member.Id, member with { Language = "de" }) } });
        o.Do("b2-05", new RaiseConcern("c", "b2", "The light at the gate."));
        o.Advance(4);
        o.Do("b2-04", new AnswerConcern("c", "It is repaired."));
        var figures = LanguageFigures.Of(o.State, o.State.Statutes.At(o.Now), o.Now);
        Assert.Equal([("en", null), ("de", 4)], figures.Languages.Select(l => (l.Language, l.AnswerDays)));
        Assert.All(figures.Languages, l => Assert.Empty(l.Funds));
    }

    [Fact]
    public void What_an_official_text_calls_somebody_is_answered_the_same_day_unless_it_was_defined_with_its_facts()
    {
        var o = Founded.Small(Founded.Yaml(("  - {id: inspect_all", "  - {id: press, verb: publish, object: journal, holder: control}\n  - {id: inspect_all")));
        o.Do("b1-01", new GiveOrder("o", "Watch the wreckers of the south.", ["b1", "b2"]), "council");
        var text = o.Blob("We wreck nothing. We asked for light at the gate.");
        AnswerLabel answer = new("r", "o", "wreckers", "b2", "Not wreckers", text);
        Assert.Equal("press.not-said-there", o.Refused("b2-04", answer with { Label = "bandits" }).Code);
        Assert.Equal("press.not-your-side", o.Refused("b1-06", answer).Code);
        o.Do("b2-04", answer);
        Assert.True(o.State.Press.Pieces["r"].PublicOn(DateOnly.FromDateTime(o.Now.UtcDateTime)));
        Assert.Equal("press.replied-already", o.Refused("b2-04", answer with { Id = "s" }).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new DefineLabel("o", "wreckers", "Those who cut the cable.", text)).Code);
        o.Do("b1-01", new DefineLabel("o", "wreckers", "Those who cut the cable.", o.Blob("Report of the harbour, 3 January, page 2.")));
        Assert.Equal("press.label-defined", o.Refused("b1-06", answer with { Id = "t", Side = "b1" }).Code);
    }
}
