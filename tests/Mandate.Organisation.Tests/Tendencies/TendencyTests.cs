using Mandate.Organisation.Acts;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Tendencies;

public sealed class TendencyTests
{
    [Fact]
    public void A_tendency_stands_when_enough_members_have_joined_and_until_its_day()
    {
        var o = Founded.Small();
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        o.Do("b1-07", new FormTendency("t", "Members first", o.Blob("Rotate the council."), new(2026, 12, 31), Subject: "How offices are filled"));
        Assert.Equal(2, o.State.Tendencies.All["t"].Needed);
        Assert.False(o.State.Tendencies.All["t"].StandsOn(day));
        o.Do("b1-08", new JoinTendency("t"));
        Assert.True(o.State.Tendencies.All["t"].StandsOn(day));
        Assert.False(o.State.Tendencies.All["t"].StandsOn(new(2027, 1, 1)));
        Assert.Equal("b1-07", Assert.Single(o.State.Tendencies.All["t"].Members, id => !Pseudonyms.IsOne(id)));
        Assert.Equal("tendencies.joined-already", o.Refused("b1-07", new JoinTendency("t")).Code);
        Assert.Contains(TendenciesOffers.For(o.State, "b1-08", o.Now, Founded.Names), x => x is { Act: "tendencies.leave", WhyNot: null });
        Assert.Equal("tendencies.joined-already", o.Refused("b1-08", new JoinTendency("t")).Code);
        o.Do("b1-08", new LeaveTendency("t"));
        Assert.Equal("tendencies.not-joined", o.Refused("b1-08", new LeaveTendency("t")).Code);
    }

    [Fact]
    public void It_carries_a_text_and_a_subject_and_ends_within_two_years()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.malformed", o.Refused("b1-07", new FormTendency("t", "Members first", o.Blob("x"), new(2026, 12, 31))).Code);
        Assert.Equal("protocol.blob-missing", o.Refused("b1-07", new FormTendency("t", "Members first", new string('0', 64), new(2026, 12, 31), Subject: "How offices are filled")).Code);
        Assert.Equal("tendencies.too-long", o.Refused("b1-07", new FormTendency("t", "Members first", o.Blob("x"), new(2028, 1, 2), Subject: "How offices are filled")).Code);
    }

    [Fact]
    public void There_is_no_act_by_which_anybody_approves_or_closes_a_tendency()
    {
        // The vocabulary is the guarantee: forming, joining, leaving, serving and reporting; none is about a tendency of others.
        var acts = typeof(TendenciesCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TendenciesCommand)))
            .Select(t => ((WireNameAttribute)Attribute.GetCustomAttribute(t, typeof(WireNameAttribute))!).Name).Order(StringComparer.Ordinal);
        Assert.Equal(["tendencies.ask-hearing", "tendencies.confirm-joint", "tendencies.form", "tendencies.give-account", "tendencies.give-hearing", "tendencies.join", "tendencies.leave", "tendencies.name-co-reporter", "tendencies.name-editor", "tendencies.name-scrutineer", "tendencies.note-joint", "tendencies.observe", "tendencies.offer", "tendencies.open-joint", "tendencies.publish", "tendencies.report", "tendencies.send", "tendencies.sign-report"], acts);
    }
}
