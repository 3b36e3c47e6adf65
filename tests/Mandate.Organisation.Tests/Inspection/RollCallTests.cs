using System.Collections.Immutable;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Inspection;

public sealed class RollCallTests
{
    private static RollCalls Of(params string[] rows) => new([.. rows.Select(r => r.Select(c => c switch { 'y' => Stand.Yes, 'n' => Stand.No, _ => Stand.None }).ToImmutableArray())]);

    [Fact]
    public void Who_is_absent_agrees_with_nobody_and_is_not_disloyal()
    {
        var calls = Of("yyyyyyyyyyyy", "nnyyyyyyyyyy", "............");
        Assert.Equal(new Fraction(10, 12), calls.Agreement(0, 1));
        Assert.Null(calls.Agreement(0, 2));
        Assert.Equal(new Loyalty(0, 0, 12), calls.Loyal(2, [0, 1, 2]));
        Assert.Equal(new Fraction(0, 1), calls.Participation(2));
    }

    [Fact]
    public void Fewer_than_ten_common_votes_say_nothing() => Assert.Null(Of("yyyyyyyyy", "yyyyyyyyy").Agreement(0, 1));

    [Fact]
    public void Cohesion_is_whole_where_all_vote_alike_and_none_where_they_split_evenly()
    {
        Assert.Equal(new Fraction(1, 1), Of("yyn", "yyn").Cohesion([0, 1]));
        Assert.Equal(new Fraction(0, 1), Of("yyn", "nny").Cohesion([0, 1]));
        Assert.Null(Of("...").Cohesion([0]));
    }

    [Fact]
    public void Two_blocs_lie_apart_on_the_first_axis_and_those_of_one_bloc_together()
    {
        var axis = Of("yyyyyyynnnnnnn", "yyyyyyynnnnnnn", "nnnnnnnyyyyyyy", "nnnnnnnyyyyyyy").FirstAxis();
        Assert.Equal(axis[0], axis[1], 9);
        Assert.Equal(axis[2], axis[3], 9);
        Assert.Equal(1, Math.Abs(axis[0] - axis[2]), 9);
    }
}
