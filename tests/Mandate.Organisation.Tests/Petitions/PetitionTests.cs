using Mandate.Organisation.Acts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Petitions;

public sealed class PetitionTests
{
    [Fact]
    public void With_its_signatures_a_petition_is_due_and_unanswered_it_raises_an_alarm()
    {
        var o = Founded.Small();
        o.Do("b1-07", new StartPetition("p", "council", "Open the accounts of the canteen."));
        Assert.Null(o.State.Petitions.All["p"].Due);
        o.Do("b1-08", new SignPetition("p"));
        Assert.Equal(new DateOnly(2026, 1, 31), o.State.Petitions.All["p"].Due);
        Assert.Equal("petitions.signed-already", o.Refused("b1-08", new SignPetition("p")).Code);
        Assert.Empty(Fired(o));
        o.Advance(31);
        Assert.Equal("unanswered-petition", Assert.Single(Fired(o)).Guard.Name);
        o.Do("b1-01", new AnswerPetition("p", Reply.Granted, "They are on the table from Monday."));
        Assert.Empty(Fired(o));
    }

    [Fact]
    public void Signatures_after_the_number_was_reached_are_counted_apart()
    {
        var o = Founded.Small();
        o.Do("b1-07", new StartPetition("p", "council", "Open the accounts."));
        Assert.Null(o.State.Petitions.All["p"].Reached);
        foreach (var person in new[] { "b1-08", "b1-09", "b2-07" }) o.Do(person, new SignPetition("p"));
        Assert.Equal((2, 4), (o.State.Petitions.All["p"].Reached, o.State.Petitions.All["p"].Signed.Count));
    }

    [Fact]
    public void A_declaration_is_closed_until_enough_have_signed_and_published_by_the_signature_that_makes_it_so()
    {
        var o = Founded.Small(Founded.Yaml(("holder: {petition: 2 members}", "holder: {petition: 3 members}")));
        var text = o.Blob("Declaration of the three. The council no longer meets in the open. 93af");
        var start = new StartPetition("p", "council", "", Commitment: text);
        Assert.Equal("protocol.malformed", o.Refused("b1-07", start with { Asks = "Meet in the open." }).Code);
        o.Do("b1-07", start);
        o.Do("b1-08", new SignClosed("p"));
        Assert.True(o.State.Petitions.All["p"].Closed);
        Assert.Null(o.State.Petitions.All["p"].Text);
        Assert.Equal("protocol.unknown", o.Refused("b1-09", new SignPetition("p")).Code);
        Assert.Equal("petitions.text-first", o.Refused("b1-09", new SignClosed("p")).Code);
        Assert.Equal("petitions.text-first", o.Refused("b1-09", new SignClosed("p", o.Blob("Another text."))).Code);
        o.Do("b1-09", new SignClosed("p", text));
        Assert.Equal((text, 3, new DateOnly(2026, 1, 31)), (o.State.Petitions.All["p"].Text, o.State.Petitions.All["p"].Reached, o.State.Petitions.All["p"].Due));
        // Whoever comes later signs as any petition.
        o.Do("b2-07", new SignPetition("p"));
    }

    [Fact]
    public void What_has_its_signatures_is_heard_before_it_is_refused_and_only_by_the_body()
    {
        var o = Founded.Small();
        o.Do("b1-07", new StartPetition("p", "council", "Open the accounts."));
        Assert.Equal("petitions.not-ready", o.Refused("b1-01", new AnswerPetition("p", Reply.Granted, "Yes.")).Code);
        o.Do("b1-08", new SignPetition("p"));
        Assert.Equal("petitions.must-be-heard", o.Refused("b1-01", new AnswerPetition("p", Reply.Refused, "No.")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new AnswerPetition("p", Reply.Granted, "Yes.")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new AnswerPetition("p", Reply.Granted, "")).Code);
    }

    [Fact]
    public void Who_signs_stands_nowhere_and_whoever_is_no_member_signs_nothing()
    {
        var o = Founded.Small();
        o.Do("b1-07", new StartPetition("p", "council", "Open the accounts."));
        o.Do("b1-08", new SignPetition("p"));
        Assert.All(o.State.Petitions.All["p"].Signed, id => Assert.True(Pseudonyms.IsOne(id)));
        Assert.Contains(Founded.Names("b1-08", Pseudonyms.Petition("p"))!, o.State.Petitions.All["p"].Signed);
        Assert.Equal("protocol.not-yours", o.Refused("nobody", new SignPetition("p")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("nobody", new StartPetition("q", "council", "Open the accounts.")).Code);
        Assert.Contains(PetitionsOffers.For(o.State, "b1-09", o.Now, Founded.Names), x => x is { Act: "petitions.start", WhyNot: null });
        Assert.Contains(PetitionsOffers.For(o.State, "b1-08", o.Now, Founded.Names), x => x.WhyNot?.Code == "petitions.signed-already");
    }

    private static IEnumerable<Finding> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime));
}
