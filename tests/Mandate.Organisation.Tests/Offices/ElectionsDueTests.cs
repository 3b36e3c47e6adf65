using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Offices;

public sealed class ElectionsDueTests
{
    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    private static void Leave(Founded o, string person, string place)
    {
        o.Do(person, new Resign(o.State.Offices.HeldBy(person, o.Now).Single(t => t.Seat.Of == place).Id));
        o.Now = o.Now.AddSeconds(1);
    }

    [Fact]
    public void A_seat_that_falls_vacant_has_its_election_called_within_the_time_of_its_clause()
    {
        var o = Founded.Small();
        Assert.DoesNotContain(ElectionsDue.Of(o.State, o.Now), e => e.Seat.Of == "council");
        Leave(o, "b2-01", "council");
        var due = ElectionsDue.Of(o.State, o.Now).Single(e => e.Seat.Of == "council");
        Assert.Equal((1, null, Day(o).AddDays(90)), (due.Seats, due.Ends, due.CallBy));
        o.Advance(91);
        Assert.True(ElectionsDue.Of(o.State, o.Now).Single(e => e.Seat.Of == "council").OverdueOn(Day(o)));
    }

    [Fact]
    public void The_office_of_a_unit_is_called_for_that_unit_and_no_other()
    {
        var o = Founded.Small();
        var secretary = o.State.Offices.Tenures.Values.First(t => t.Seat.Of == "branch.secretary");
        Leave(o, secretary.Person, "branch.secretary");
        Assert.Equal((secretary.Seat, Day(o)), ElectionsDue.Of(o.State, o.Now).Where(e => e.Seat.Of == "branch.secretary" && e.CallBy <= Day(o)).Select(e => (e.Seat, e.CallBy)).Single());
    }

    [Fact]
    public void Seats_whose_term_ran_out_with_nobody_elected_stay_due_since_the_day_on_which_the_election_was()
    {
        var o = Founded.Small();
        o.Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var due = ElectionsDue.Of(o.State, o.Now).Single(e => e.Seat.Of == "council");
        Assert.Equal((3, null, new DateOnly(2026, 11, 2)), (due.Seats, due.Ends, due.CallBy));
        Assert.True(due.OverdueOn(Day(o)));
    }
}
