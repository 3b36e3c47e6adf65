using System.Collections.Immutable;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Inspection;

public sealed class ReprisalWatchTests
{
    private static MotionFiled Motion(string mover) => new("m-" + mover, "1", "s", ClassRule.Ordinary, "Trade", mover, null,
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64)), [], null, null, null, new(2026, 4, 30), false, false);

    [Fact]
    public void A_removal_within_a_year_after_an_open_act_opens_a_file_and_one_before_it_or_a_resignation_does_not()
    {
        foreach (var (reason, first, opens) in new[] { ("removed", true, true), ("removed", false, false), ("resigned", true, false) })
        {
            var o = Founded.Small();
            if (first) o.Happened("b1-06", Motion("b1-06"));
            o.Advance(30);
            o.Happened("b1-01", new TenureEnded("t-bs-1", reason));
            o.Advance(1);
            if (!first) o.Happened("b1-06", Motion("b1-06"));
            Assert.Equal(opens, ReprisalWatch.Measures(o.State).Select(m => ReprisalWatch.FileOf(o.State, m)).Any(f => f is not null));
        }
    }

    [Fact]
    public void After_a_year_the_protection_has_ended()
    {
        var o = Founded.Small();
        o.Happened("b1-06", Motion("b1-06"));
        o.Advance(366);
        o.Happened("b1-01", new TenureEnded("t-bs-1", "removed"));
        Assert.Null(ReprisalWatch.FileOf(o.State, Assert.Single(ReprisalWatch.Measures(o.State))));
    }

    [Fact]
    public void Counts_under_five_say_nothing_and_larger_ones_are_compared_exactly()
    {
        var o = Founded.Small();
        for (var i = 1; i <= 20; i++)
        {
            var person = i <= 12 ? $"b1-{i:00}" : $"b2-{i - 12:00}";
            o.Happened("b1-01", new TenureBegan($"x-{i}", person, new Seat("archivist"), o.Now, null, new Basis(BasisKind.Election, "e")));
            if (i <= 10) o.Happened(person, Motion(person));
        }
        o.Advance(10);
        for (var i = 1; i <= 4; i++) o.Happened("b1-01", new TenureEnded($"x-{i}", "removed"));
        Assert.Null(ReprisalWatch.Test(o.State, o.Now).Chance);
        o.Happened("b1-01", new TenureEnded("x-5", "removed"));
        var test = ReprisalWatch.Test(o.State, o.Now);
        // All five of the twenty were among the ten: C(10,5) / C(20,5).
        Assert.Equal(new Fraction(252, 15504), test.Chance);
        Assert.True(test.CanTell);
    }
}
