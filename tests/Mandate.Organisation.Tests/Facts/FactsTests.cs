using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

using Mandate.Organisation.Tests.Guards;

namespace Mandate.Organisation.Tests.Facts;

public sealed class FactsTests
{
    private static readonly Window March = new(new(2025, 3, 1), new(2025, 3, 31));

    private static RecordFact Record(string id, Fact fact, string[]? events = null, string? corrects = null) =>
        new(id, fact, March, Mode.Stated, [new Source("minutes of March", "7")], [.. events ?? []], corrects);

    private static Tell Event(string id) => new(id, March, Texts("The ban"), Texts("A ban was adopted."), ["b1-01"], ["council"], [], Mode.Stated, [new Source("minutes of March")]);

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Texts(string text) =>
        System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", text);

    [Fact]
    public void A_fact_with_its_event_shows_in_the_findings_from_its_day_on()
    {
        var o = Founded.Small();
        o.Do("b1-07", Event("ban"));
        o.Do("b1-07", Record("f1", new Restricted("ban", [Liberty.Trade], EndStated: false, ReviewNamed: false), ["ban"]));
        var finding = Assert.Single(Findings.AsOf(o.State, o.State, new(2025, 4, 1)), f => f.Guard.Name == "no-sunset");
        Assert.Equal("ban", Assert.Single(finding.Events));
        Assert.Equal(March.From, finding.Since);
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2025, 2, 1)));
    }

    [Fact]
    public void A_fact_needs_a_source_an_ordered_window_and_events_that_were_told()
    {
        var o = Founded.Small();
        Assert.Equal("facts.no-source", o.Refused("b1-07", Record("f1", new Published("d")) with { Sources = [] }).Code);
        Assert.Equal("facts.window-reversed", o.Refused("b1-07", Record("f1", new Published("d")) with { When = new(March.To, March.From) }).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-07", Record("f1", new Published("d"), ["never-told"])).Code);
        Assert.Equal("protocol.not-yours", o.Refused("stranger", Record("f1", new Published("d"))).Code);
    }

    [Fact]
    public void An_ordinary_member_is_named_only_by_themselves_and_an_officer_by_anybody()
    {
        var o = Founded.Small();
        var dissent = Record("f1", new Dissented(["b1-08"], DissentForm.Speech));
        Assert.Equal("facts.ordinary-member", o.Refused("b1-07", dissent).Code);
        o.Do("b1-08", dissent);
        o.Do("b1-07", Record("f2", new Misused("b1-01", Misuse.Insult, Dealt: false)));
    }

    [Fact]
    public void A_correction_is_a_further_fact_of_the_same_recorder_and_an_objection_stands_beside_it()
    {
        var o = Founded.Small();
        o.Do("b1-07", Record("f1", new Counted("v", No: new(30))));
        Assert.Equal("facts.not-your-fact", o.Refused("b1-08", Record("f2", new Counted("v", Yes: new(1), No: new(30)), corrects: "f1")).Code);
        o.Do("b1-08", new ObjectToFact("o1", "f1", "All votes were counted; the sheet hangs in the hall."));
        Assert.True(Assert.Single(Fired(o)).Contested);
        o.Do("b1-07", Record("f2", new Counted("v", Yes: new(1), No: new(30)), corrects: "f1"));
        Assert.Empty(Fired(o));
        Assert.Equal("f2", o.State.Facts.Fact("f1")!.CorrectedBy);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", Record("f3", new Published("d"), corrects: "f1")).Code);
    }

    [Fact]
    public void Facts_change_no_answer_of_the_rules()
    {
        // The same acts, once with every fact of every guard on record and once without: the rules answer alike.
        var plain = Founded.Small();
        var laden = Founded.Small();
        var n = 0;
        foreach (var fact in GuardExamples.All.SelectMany(c => c.Fires.Concat(c.Lawful)).Select(f => f.Fact))
            laden.Do("b1-07", Record($"f{n++}", fact));
        foreach (var offer in Offers(plain).Zip(Offers(laden)))
        {
            Assert.Equal(offer.First.Act, offer.Second.Act);
            Assert.Equal(offer.First.WhyNot?.Code, offer.Second.WhyNot?.Code);
            Assert.Equal(offer.First.Clause, offer.Second.Clause);
        }
    }

    private static IEnumerable<Finding> Fired(Founded o) => Findings.AsOf(o.State, o.State, new(2026, 1, 1));

    private static IEnumerable<Offer> Offers(Founded o) => o.State.Roll.Members.Keys.Order(StringComparer.Ordinal).SelectMany(person =>
        Organisation.Offices.OfficesOffers.For(o.State, person, o.Now)
            .Concat(Organisation.Sessions.SessionsOffers.For(o.State, person, o.Now))
            .Concat(Organisation.Motions.MotionsOffers.For(o.State, person, o.Now))
            .Concat(Organisation.Votes.VotesOffers.For(o.State, person, o.Now)));
}
