using Mandate.Organisation.Offices;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Tendencies;

/// <summary>Bodies that prepare what others decide seat every tendency that stands (S107).</summary>
public sealed class PreparingBodyTests
{
    private static Founded WithTendency()
    {
        var o = Congresses.Convened();
        o.Do("b1-07", new FormTendency("t", "Members first", o.Blob("Rotate."), new(2026, 12, 31), Subject: "How offices are filled"));
        return o;
    }

    private static string[] NotSeated(Founded o, string body) => [.. PreparingBodies.NotSeated(o.State, body, o.Now).Select(t => t.Id)];

    [Fact]
    public void A_tendency_that_stands_is_missed_where_it_has_no_seat_until_its_speaker_has_one_or_it_ends()
    {
        var o = WithTendency();
        // Alone it does not stand yet.
        Assert.Empty(NotSeated(o, "council"));
        o.Do("b1-08", new JoinTendency("t"));
        o.Do("b1-09", new JoinTendency("t"));
        Assert.Contains("council", PreparingBodies.Of(o.State.Statutes.At(o.Now)));
        Assert.Equal(["t"], NotSeated(o, "council"));
        // A meeting of members prepares nothing for others.
        Assert.Empty(NotSeated(o, "branch.meeting"));
        o.Happened("b1-01", new TenureBegan("n", "b1-07", new Seat("council"), o.Now, null, new Basis(BasisKind.CoOption, "c")));
        Assert.Empty(NotSeated(o, "council"));
        o.Happened("b1-01", new TenureEnded("n", "resigned"));
        o.Advance(1);
        Assert.Equal(["t"], NotSeated(o, "council"));
        o.Now = new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Empty(NotSeated(o, "council"));
    }
}
