using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Offices;

public sealed class LotTests
{
    [Fact]
    public void The_draw_follows_from_pool_and_seed_whatever_the_order_of_the_pool() =>
        Prop.ForAll<int, string>((size, seed) =>
        {
            var pool = Enumerable.Range(0, Math.Abs(size % 40)).Select(i => $"p{i}").ToList();
            var drawn = Lots.Draw(pool, seed ?? "", 5);
            return drawn.SequenceEqual(Lots.Draw(Enumerable.Reverse(pool), seed ?? "", 5))
                && drawn.Distinct().Count() == drawn.Length && drawn.Length == Math.Min(5, pool.Count) && drawn.All(pool.Contains);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Everybody_in_the_pool_can_be_drawn_first()
    {
        var pool = Enumerable.Range(0, 7).Select(i => $"p{i}").ToList();
        Assert.Equal(7, Enumerable.Range(0, 500).Select(i => Lots.Draw(pool, $"seed {i}", 1)[0]).Distinct().Count());
    }

    [Fact]
    public void Pool_and_procedure_are_fixed_before_the_seed_can_be_known()
    {
        var o = Founded.Small();
        var seat = new Seat("electoral");
        var closes = new DateOnly(2026, 1, 20);
        var due = new DateTimeOffset(2026, 1, 21, 20, 0, 0, TimeSpan.Zero);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new OpenDraw("l1", seat, "state lottery", closes, due)).Code);
        Assert.Equal("offices.seed-before-pool", o.Refused("b1-04", new OpenDraw("l1", seat, "state lottery", closes, due.AddDays(-2))).Code);
        o.Do("b1-04", new OpenDraw("l1", seat, "the numbers of the state lottery of 21 January, ascending, with spaces", closes, due));
        foreach (var person in new[] { "b1-08", "b1-09", "b2-07" }) o.Do(person, new Volunteer("l1"));
        Assert.Equal("offices.already-signed", o.Refused("b1-08", new Volunteer("l1")).Code);
        Assert.Equal("offices.not-eligible", o.Refused("b1-01", new Volunteer("l1")).Code);
        var early = o.Refused("b1-04", new DrawLots("l1", "4 8 15 16 23 42"));
        Assert.Equal(("offices.seed-too-early", (DateTimeOffset?)due), (early.Code, early.Earliest));

        o.Now = due;
        Assert.Equal("offices.pool-closed", o.Refused("b1-10", new Volunteer("l1")).Code);
        o.Do("b1-04", new DrawLots("l1", "4 8 15 16 23 42"));
        var drawn = o.State.Offices.Draws["l1"].Drawn;
        Assert.Equal(Lots.Draw(["b1-08", "b1-09", "b2-07"], "4 8 15 16 23 42", 2), drawn);
        Assert.All(drawn, p => Assert.True(o.State.Offices.Holds(p, "electoral", o.Now)));
        Assert.Equal("replaced", o.State.Offices.Tenures["t-electoral-0"].EndReason);
        Assert.Equal("offices.already-done", o.Refused("b1-04", new DrawLots("l1", "1 2 3 4 5 6")).Code);
    }
}
