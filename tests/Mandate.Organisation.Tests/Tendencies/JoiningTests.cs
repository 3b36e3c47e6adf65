using Mandate.Organisation.Acts;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Tendencies;

/// <summary>Who joins keeps what they do not share; who was admitted later joins too; nobody sees which of them it is.</summary>
public sealed class JoiningTests
{
    private static Founded Formed()
    {
        var o = Founded.Small();
        o.Do("b1-07", new FormTendency("t", "Members first", o.Blob("Rotate the council.\n\nPublish its votes.\n\nHalve its pay.\n"), new(2026, 12, 31), Subject: "How offices are filled"));
        return o;
    }

    private static Tendency Of(Founded o) => o.State.Tendencies.All["t"];

    private static void Admit(Founded o, string person) =>
        o.Happened("b1-04", new MembersEntered([new Member(person, "b1", DateOnly.FromDateTime(o.Now.UtcDateTime), "en", MemberStatus.Active, "c")]));

    [Fact]
    public void Who_joins_keeps_the_points_that_they_do_not_share()
    {
        var o = Formed();
        Assert.Equal(3, Of(o).Points);
        foreach (int[] wrong in new int[][] { [0], [4], [2, 2], [1, 2, 3] })
            Assert.Equal("tendencies.no-such-point", o.Refused("b1-08", new JoinTendency("t", [.. wrong])).Code);
        o.Do("b1-08", new JoinTendency("t", [3], "Their pay is low enough."));
        o.Do("b1-09", new JoinTendency("t", Reservation: "Only for this congress."));
        o.Do("b2-07", new JoinTendency("t", [2, 3]));
        Assert.Equal([4, 3, 2], Enumerable.Range(1, 3).Select(Of(o).SupportOf));
        Assert.Contains("Their pay is low enough.", Of(o).Reservations.Values.Select(r => r.Words));
        o.Do("b1-08", new LeaveTendency("t"));
        Assert.Equal([3, 2, 2], Enumerable.Range(1, 3).Select(Of(o).SupportOf));
    }

    [Fact]
    public void Who_was_admitted_after_it_was_formed_joins_at_once_and_does_not_stand_out()
    {
        var o = Formed();
        o.Do("b1-08", new JoinTendency("t", [3]));
        Admit(o, "b1-90");
        var before = Of(o);
        Assert.Contains(TendenciesOffers.For(o.State, "b1-90", o.Now, Founded.Names), x => x is { Act: "tendencies.join", WhyNot: null });
        o.Do("b1-90", new JoinTendency("t"));
        Assert.Equal(3, Of(o).Members.Count);
        // All stand in it under other pseudonyms, the earlier ones too, with what they hold against it.
        Assert.Equal(["b1-07"], Of(o).Members.Intersect(before.Members));
        Assert.Empty(Of(o).Register.Intersect(before.Register));
        Assert.Equal(2, Of(o).SupportOf(3));
        Assert.Equal("tendencies.joined-already", o.Refused("b1-08", new JoinTendency("t")).Code);
        Assert.Equal("tendencies.joined-already", o.Refused("b1-90", new JoinTendency("t")).Code);
        foreach (var person in new[] { "b1-08", "b1-90" })
        {
            Assert.Contains(TendenciesOffers.For(o.State, person, o.Now, Founded.Names), x => x is { Act: "tendencies.leave", WhyNot: null });
            o.Do(person, new LeaveTendency("t"));
        }
        Assert.Equal(["b1-07"], Of(o).Members);
    }

    [Fact]
    public void It_is_opened_anew_by_whoever_joins_first_after_an_admission_and_not_again()
    {
        var o = Formed();
        o.Do("b1-08", new JoinTendency("t"));
        Assert.Equal(0, Of(o).Opening);
        Admit(o, "b1-90");
        o.Do("b1-09", new JoinTendency("t"));
        Assert.Equal(1, Of(o).Opening);
        o.Do("b1-90", new JoinTendency("t"));
        o.Do("b2-07", new JoinTendency("t"));
        Assert.Equal((1, 5), (Of(o).Opening, Of(o).Members.Count));
    }

    [Fact]
    public void Opened_anew_nobody_is_lost_or_put_in()
    {
        var o = Formed();
        o.Do("b1-08", new JoinTendency("t"));
        Admit(o, "b1-90");
        var act = Veil.Over(o.State, o.Act("b1-90", new JoinTendency("t")), Founded.Names);
        var honest = (JoinTendency)act.Act.Command;
        Refusal? Put(JoinTendency c) => (Decider.Decide(o.State, act.Act with { Command = c }) as Decision.Refused)?.Refusal;
        Assert.Null(Put(honest));
        var (old, now) = Assert.Single(honest.Carried!);
        foreach (var carried in new[] { honest.Carried!.Clear(), honest.Carried.SetItem(old, "~" + new string('0', 32)), honest.Carried.SetItem("~" + new string('1', 32), now) })
            Assert.Equal("protocol.malformed", Put(honest with { Carried = carried })!.Code);
        Assert.Equal("tendencies.joined-already", Put(honest with { Carried = honest.Carried.SetItem(old, act.Act.By) })!.Code);
    }

    [Fact]
    public void Who_is_expelled_or_has_left_stays_until_they_leave_themselves()
    {
        var o = Formed();
        o.Do("b1-08", new JoinTendency("t"));
        o.Happened("b1-01", new StatusChanged("b1-08", MemberStatus.Expelled, "x"));
        Admit(o, "b1-90");
        o.Do("b1-90", new JoinTendency("t"));
        Assert.Equal(3, Of(o).Members.Count);
    }
}
