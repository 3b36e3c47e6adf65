using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Reader;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Tests.Rules;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-01-31", "1 month", "2026-02-28")]
    [InlineData("2028-01-31", "1 month", "2028-02-29")]
    [InlineData("2028-02-29", "1 year", "2029-02-28")]
    [InlineData("2028-02-29", "4 years", "2032-02-29")]
    [InlineData("2026-10-31", "13 months", "2027-11-30")]
    [InlineData("2026-12-31", "2 weeks", "2027-01-14")]
    [InlineData("2026-03-01", "60 days", "2026-04-30")]
    [InlineData("2026-03-01", "24 hours", "2026-03-02")]
    [InlineData("2026-03-01", "25 hours", "2026-03-03")]
    [InlineData("2026-03-01", "0 days", "2026-03-01")]
    [InlineData("2026-03-01", "1000000 years", "9999-12-31")]
    public void A_period_ends_on_this_day(string from, string period, string to) => Assert.Equal(Day(to), Periods.After(Day(from), Parse.Period(period)));

    [Fact]
    public void A_month_after_a_moment_is_at_the_same_hour() =>
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 23, 30, 0, TimeSpan.FromHours(1)), Periods.After(new DateTimeOffset(2026, 1, 31, 23, 30, 0, TimeSpan.FromHours(1)), Parse.Period("1 month")));

    [Theory]
    [InlineData("2026-03-01", "14 days", false, "2026-03-15")]
    [InlineData("2026-03-01", "14 days", true, "2026-03-16")]
    public void Clear_days_leave_out_both_ends(string served, string notice, bool clear, string earliest) =>
        Assert.Equal(Day(earliest), Notices.Earliest(Day(served), Parse.Period(notice), clear));

    [Fact]
    public void The_last_day_of_service_is_the_last_that_makes_the_meeting_lawful()
    {
        var periods = new[] { "14 days", "1 month", "3 weeks", "2 years", "90 days", "6 months" }.Select(Parse.Period).Append(Working("15 working days")).ToArray();
        var cases = from day in Gen.Choose(Day("2024-01-01").DayNumber, Day("2032-12-31").DayNumber) from period in Gen.Elements(periods) from clear in Gen.Elements(true, false) select (day, period, clear);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var meeting = DateOnly.FromDayNumber(c.day);
            var last = Notices.LastService(meeting, c.period, c.clear);
            return Notices.Earliest(last, c.period, c.clear) <= meeting && Notices.Earliest(last.AddDays(1), c.period, c.clear) > meeting;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>A notice period of an association with the days off of a country.</summary>
    private static Period Working(string notice, string calendar = "{holidays: [\"12-25\", \"12-26\", \"01-01\", \"2026-04-03\", \"2026-04-06\"]}") => Parse.Read(
        Examples.Association.Replace("\"0.1\"", "\"0.2\"", StringComparison.Ordinal).Replace("notice: 21 days", "notice: " + notice, StringComparison.Ordinal) + $"\ncalendar: {calendar}\n").Bodies["meeting"].Convene!.Notice!;

    [Theory]
    [InlineData("2026-12-23", "1 working day", "2026-12-24")]
    [InlineData("2026-12-24", "1 working day", "2026-12-28")]
    [InlineData("2026-12-26", "1 working day", "2026-12-28")]
    [InlineData("2026-12-31", "1 working day", "2027-01-04")]
    [InlineData("2026-04-02", "2 working days", "2026-04-08")]
    [InlineData("2027-04-02", "2 working days", "2027-04-06")]
    [InlineData("2026-04-02", "0 working days", "2026-04-02")]
    public void Working_days_pass_over_weekends_and_the_holidays_of_every_year_or_of_one(string from, string period, string to) => Assert.Equal(Day(to), Periods.After(Day(from), Working(period)));

    [Fact]
    public void A_deadline_on_a_day_off_moves_on_only_where_the_calendar_says_so()
    {
        const string Rolling = "{weekend: [sunday], holidays: [\"12-25\"], deadlines: next_working_day}";
        Assert.Equal(Day("2026-12-25"), Periods.Due(Day("2026-12-11"), Working("14 days")));
        Assert.Equal(Day("2026-12-26"), Periods.Due(Day("2026-12-11"), Working("14 days", Rolling)));
        // Notice is a span before a meeting, not something that is due.
        Assert.Equal(Day("2026-12-25"), Notices.Earliest(Day("2026-12-11"), Working("14 days", Rolling), clearDays: false));
    }

    [Fact]
    public void Of_a_notice_in_working_days_only_these_are_counted_as_given() =>
        Assert.Equal((9, 15), (Notices.Given(Day("2026-03-27"), Day("2026-04-13"), false, Working("15 working days")), Notices.Given(Day("2026-03-27"), Day("2026-04-11"), false)));

    [Theory]
    [InlineData("notice: 5 working days", "", "working days are counted by the organisation's own calendar")]
    [InlineData("notice: 21 days", "calendar: {holidays: [\"02-30\"]}", "'02-30' is not a holiday")]
    [InlineData("notice: 21 days", "calendar: {holidays: [], weekend: [friday, saturday, sunday, monday]}", "a weekend has at most 3 days")]
    [InlineData("notice: 21 days", "calendar: {weekend: [sunday]}", "holidays")]
    public void A_calendar_that_cannot_be_counted_by_is_told_with_its_place(string notice, string calendar, string message)
    {
        var reading = ConstitutionReader.Read(Examples.Association.Replace("\"0.1\"", "\"0.2\"", StringComparison.Ordinal).Replace("notice: 21 days", notice, StringComparison.Ordinal) + "\n" + calendar + "\n");
        Assert.Contains(message, Assert.Single(reading.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_first_version_of_the_format_there_is_no_calendar() =>
        Assert.NotEmpty(ConstitutionReader.Read(Examples.Association + "\ncalendar: {holidays: []}\n").Faults);

    [Fact]
    public void A_notice_too_short_is_answered_with_the_clause_and_the_earliest_day()
    {
        var notice = Parse.Period("21 days");
        var answer = Notices.Check(Day("2026-05-20"), Day("2026-05-01"), notice, clearDays: false, notice.Clause);
        Assert.False(answer.Holds);
        Assert.Equal(("bodies.meeting.convene.notice", "21 days", Day("2026-05-22")), (answer.Clause.Path, answer.Needs, answer.Earliest));
        Assert.True(Notices.Check(Day("2026-05-22"), Day("2026-05-01"), notice, clearDays: false, notice.Clause).Holds);
        Assert.False(Notices.Check(Day("2030-01-01"), null, notice, clearDays: false, notice.Clause).Holds);
    }

    [Fact]
    public void The_constitution_says_which_service_counts()
    {
        var constitution = Parse.Read(Examples.UnionFederation);
        DateOnly? Served(string channel, DateOnly? sent = null, DateOnly? posted = null, DateOnly? delivered = null) =>
            Notices.ServedOn(constitution, constitution.Bodies["congress"].Convene, channel, sent, posted, delivered);
        Assert.Equal(Day("2026-05-02"), Served("email", sent: Day("2026-05-01")));
        Assert.Equal(Day("2026-05-05"), Served("letter", sent: Day("2026-05-01"), posted: Day("2026-05-02")));
        Assert.Null(Served("by_hand", sent: Day("2026-05-01")));
        Assert.Null(Served("notice_board", sent: Day("2026-05-01")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
