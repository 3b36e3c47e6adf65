using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Documents;

public sealed class DirectionsTests
{
    private static Founded WithDirections()
    {
        var o = Congresses.Convened();
        o.Do("b1-09", new LeaveDirections("will", DirectionMatter.Name, o.Blob("Name no hall after me."), "b1-11"));
        return o;
    }

    private static ImmutableSortedDictionary<string, string> Text(Founded o, string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", o.Blob(text));

    [Fact]
    public void Directions_are_left_for_oneself_with_somebody_else_and_open_after_the_death()
    {
        var o = WithDirections();
        Assert.Equal("protocol.malformed", o.Refused("b1-09", new LeaveDirections("x", DirectionMatter.Papers, new string('a', 64), "b1-09")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-09", new LeaveDirections("x", DirectionMatter.Papers, new string('a', 64), "b9-01")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new AcceptTrust("will")).Code);
        o.Do("b1-11", new AcceptTrust("will"));
        var text = o.Blob("Name no hall after me.");
        Assert.Equal("documents.still-lives", o.Refused("b1-11", new OpenDirections("will", text)).Code);
        o.Happened("b1-05", new StatusChanged("b1-09", MemberStatus.Deceased, "reported"));
        Assert.Equal("documents.other-text", o.Refused("b1-11", new OpenDirections("will", o.Blob("Name one."))).Code);
        o.Do("b1-11", new OpenDirections("will", text));
        Assert.Equal(text, o.State.Documents.Directions["will"].Text);
    }

    [Fact]
    public void No_motion_sets_them_aside_unless_the_trustee_agreed_and_that_is_on_record()
    {
        var o = WithDirections();
        var motion = o.Motion("m1") with { Texts = Text(o, "The hall bears the name, whatever directions:will says.") };
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new AskDeviation("d", "will", "One hall.", "The branch asks.")).Code);
        o.Do("b1-11", new AcceptTrust("will"));
        var refusal = o.Refused("b1-07", motion);
        Assert.Equal(("documents.will-stands", "ask-trustee"), (refusal.Code, refusal.Way));
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new AskDeviation("d", "will", "One hall.", "The branch asks.")).Code);
        o.Do("b1-01", new AskDeviation("d", "will", "One hall.", "The branch asks."));
        o.Do("b1-11", new AnswerDeviation("d", false, "They would not have it."));
        Assert.Equal("documents.will-stands", o.Refused("b1-07", motion).Code);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-11", new AnswerDeviation("d", true, "")).Code);
        o.Do("b1-01", new AskDeviation("e", "will", "A bench.", "The branch asks."));
        o.Do("b1-11", new AnswerDeviation("e", true, "A bench is no hall."));
        o.Do("b1-07", motion);
        Assert.Equal([false, true], o.State.Documents.Directions["will"].Deviations.Select(d => d.Agreed!.Value));
    }

    [Fact]
    public void Whoever_left_them_takes_them_back()
    {
        var o = WithDirections();
        Assert.Equal("protocol.not-yours", o.Refused("b1-11", new WithdrawDirections("will")).Code);
        o.Do("b1-09", new WithdrawDirections("will"));
        o.Do("b1-07", o.Motion("m1") with { Texts = Text(o, "Whatever directions:will says.") });
    }
}
