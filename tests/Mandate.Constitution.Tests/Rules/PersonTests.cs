using System.Globalization;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Tests.Rules;

public sealed class PersonTests
{
    private static readonly Constitution Union = Parse.Read(Examples.UnionFederation);

    [Fact]
    public void A_member_of_long_standing_is_eligible()
    {
        var person = new PersonFacts { MemberSince = Day("2020-01-01") };
        Assert.Empty(Failing("council", "congress_elected", person, "2026-05-01"));
    }

    [Fact]
    public void Each_condition_that_fails_is_named_with_its_clause_and_the_day_it_would_hold()
    {
        var person = new PersonFacts { MemberSince = Day("2025-09-01"), Holdings = [new("general_secretary", Day("2023-01-01"), Day("2025-12-31"))] };
        var failing = Failing("council", "congress_elected", person, "2026-05-01");
        Assert.Equal(
            [
                ("bodies.council.seats.congress_elected.eligible.all_of[0]", "member for 1 year", (object)Day("2025-09-01"), (DateOnly?)Day("2026-09-01")),
                ("bodies.council.seats.congress_elected.eligible.none_of[0]", "not: held paid within 2 years", "general_secretary", Day("2028-01-01")),
            ],
            failing.Select(f => (f.Clause.Path, f.Needs!.ToString()!, f.Given!, f.Earliest)));
        Assert.Empty(Failing("council", "congress_elected", person, "2028-01-01"));
    }

    [Fact]
    public void A_tag_is_held_through_the_body_or_office_that_has_it()
    {
        Assert.Single(Failing("congress", "delegates", new() { Holdings = [new("council.region_elected", Day("2026-01-01"))] }, "2026-05-01"));
        Assert.Single(Failing("congress", "delegates", new() { Holdings = [new("treasurer", Day("2026-01-01"))] }, "2026-05-01"));
        Assert.Single(Failing("congress", "delegates", new() { Holdings = [new("paid", Day("2026-01-01"))] }, "2026-05-01"));
        Assert.Empty(Failing("congress", "delegates", new() { Holdings = [new("editors", Day("2026-01-01"))] }, "2026-05-01"));
        Assert.Empty(Failing("congress", "delegates", new() { Holdings = [new("treasurer", Day("2026-01-01"), Day("2026-04-30"))] }, "2026-05-01"));
    }

    [Fact]
    public void Of_several_alternatives_one_suffices()
    {
        var eligible = Parse.Association("eligible: {none_of: [{holds: paid}]}", "eligible: {any_of: [{member_for: 2 years}, {holds: auditors}]}").Bodies["council"].Seats[""].Eligible;
        Assert.Empty(Eligibility.Failing(Union, eligible, new() { MemberSince = Day("2024-01-01") }, Day("2026-01-01")));
        Assert.Empty(Eligibility.Failing(Union, eligible, new() { Holdings = [new("auditors", Day("2025-01-01"))] }, Day("2026-01-01")));
        Assert.Equal("bodies.council.seats.eligible.any_of", Assert.Single(Eligibility.Failing(Union, eligible, new() { MemberSince = Day("2024-01-02") }, Day("2026-01-01"))).Clause.Path);
    }

    [Fact]
    public void Incompatible_places_are_found_through_their_tags()
    {
        var treasurer = new PersonFacts { Holdings = [new("treasurer", Day("2026-01-01"))] };
        Assert.Equal(["incompatible[0]"], Conflicts("control", treasurer));
        Assert.Equal(["incompatible[4]"], Conflicts("general_secretary", treasurer));
        Assert.Empty(Conflicts("editors", treasurer));
        Assert.Empty(Conflicts("control", new() { Holdings = [new("treasurer", Day("2025-01-01"), Day("2026-04-30"))] }));
        string[] Conflicts(string place, PersonFacts person) => [.. Eligibility.Conflicts(Union, place, person, Day("2026-05-01")).Select(c => c.Clause.Path)];
    }

    [Fact]
    public void A_cap_is_broken_by_the_one_too_many()
    {
        var paid = Enumerable.Repeat<string[]>(["paid"], 24);
        var sizes = new Sizes { Seats = 241 };
        var broken = Assert.Single(Eligibility.CapsBroken(Union, "congress", sizes, paid, ["general_secretary"]));
        Assert.Equal(("caps[0]", (object)24L, (object)25L), (broken.Clause.Path, broken.Needs, broken.Given));
        Assert.Empty(Eligibility.CapsBroken(Union, "congress", sizes, paid.Skip(1), ["general_secretary"]));
        Assert.Empty(Eligibility.CapsBroken(Union, "congress", sizes, paid, []));
    }

    [Fact]
    public void Terms_in_a_row_are_limited_and_a_pause_frees_again()
    {
        var term = Union.Bodies["council"].Term!;
        ServedTerm[] served = [new(Day("2020-05-01"), Day("2022-05-02")), new(Day("2022-05-03"), Day("2024-04-28")), new(Day("2024-05-10"), Day("2026-05-09"))];
        var refused = Terms.MayBegin(term, served, Day("2026-05-20"), term.Clause);
        Assert.False(refused.Holds);
        Assert.Equal(("bodies.council.term.cooling_off", Day("2028-05-10")), (refused.Clause.Path, refused.Earliest));
        Assert.True(Terms.MayBegin(term, served, Day("2028-05-10"), term.Clause).Holds);
        Assert.True(Terms.MayBegin(term, served[..2], Day("2024-05-10"), term.Clause).Holds);
    }

    [Fact]
    public void Leaving_shortly_before_the_end_does_not_start_the_count_anew()
    {
        var term = Union.Bodies["control"].Term!;
        ServedTerm[] served = [new(Day("2020-01-01"), Day("2022-12-31")), new(Day("2023-01-01"), Day("2025-06-30"))];
        Assert.False(Terms.MayBegin(term, served, Day("2026-01-01"), term.Clause).Holds);
        Assert.True(Terms.MayBegin(term, served, Day("2027-01-01"), term.Clause).Holds);
    }

    [Fact]
    public void A_lifetime_limit_counts_all_terms()
    {
        var term = Parse.Association("term: {length: 1 year, consecutive: 4}\n    quorum", "term: {length: 1 year, consecutive: unlimited, lifetime: 2}\n    quorum").Bodies["council"].Term!;
        ServedTerm[] served = [new(Day("2010-01-01"), Day("2010-12-31")), new(Day("2015-01-01"), Day("2015-12-31"))];
        Assert.Equal("bodies.council.term.lifetime", Terms.MayBegin(term, served, Day("2026-01-01"), term.Clause).Clause.Path);
        Assert.True(Terms.MayBegin(term, served[..1], Day("2026-01-01"), term.Clause).Holds);
    }

    [Fact]
    public void A_term_ends_the_day_before_its_anniversary() =>
        Assert.Equal(Day("2028-04-30"), Terms.LastDay(Union.Bodies["council"].Term!, Day("2026-05-01")));

    private static IEnumerable<Answer> Failing(string body, string seats, PersonFacts person, string on) =>
        Eligibility.Failing(Union, Union.Bodies[body].Seats[seats].Eligible, person, Day(on));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
