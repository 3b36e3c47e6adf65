using System.Collections.Immutable;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Offices;

public sealed class ExOfficioTests
{
    private const string Board = "  board: {meets: monthly, seats: {chair: {by: {ex_officio: secretary}}, branches: {by: {ex_officio: branch.secretary}}}, quorum: 1/2 of seats}\n";

    private static string WithBoard => Founded.Yaml(("  council:\n    tags", Board + "  council:\n    tags"));

    [Fact]
    public void Whoever_holds_the_office_sits_on_the_body_from_the_first_day_to_the_last()
    {
        var o = Founded.Small(WithBoard);
        Assert.Equal(["b1-05", "b1-06", "b2-04"], Sitting(o));
        Assert.Equal(3, Seating.SeatsOfBody(o.State, o.State.Statutes.At(o.Now), "board", null, null, o.Now));
        var seat = o.State.Offices.Holders("board", o.Now).Single(t => t.Person == "b1-05");
        Assert.Equal((BasisKind.ExOfficio, "t-secretary-0"), (seat.Basis.Kind, seat.Basis.Reference));
        Assert.Equal(o.State.Offices.Tenures["t-secretary-0"].Until, seat.Until);

        o.Do("b1-05", new Resign("t-secretary-0"));
        o.Now = o.Now.AddSeconds(1);
        Assert.Equal(["b1-06", "b2-04"], Sitting(o));
        o.Happened("b1-01", new TenureRestored("t-secretary-0", "v"));
        Assert.Equal(["b1-05", "b1-06", "b2-04"], Sitting(o));
    }

    [Fact]
    public void A_seat_that_goes_with_an_office_is_not_resigned_alone()
    {
        var o = Founded.Small(WithBoard);
        var refusal = o.Refused("b1-05", new Resign("t-secretary-0/as/board.chair"));
        Assert.Equal(("offices.goes-with-office", "bodies.board.seats.chair", "resign-the-office"), (refusal.Code, refusal.Clause, refusal.Way));
    }

    [Fact]
    public void What_cannot_be_held_beside_the_seat_cannot_be_held_beside_the_office()
    {
        var o = Founded.Small(Founded.Yaml(("  council:\n    tags", Board.Replace("board: {", "board: {tags: [editor], ", StringComparison.Ordinal) + "  council:\n    tags"),
            ("tags: [paid, inspector", "tags: [paid, editor, inspector"), ("incompatible:\n", "incompatible:\n  - [editor, inspector]\n"),
            ("branch.secretary: {per: branch, by: {elect", "branch.secretary: {per: branch, tags: [], by: {elect")));
        var refusal = Qualification.Of(o.State, "b1-03", new Seat("branch.secretary", null, "b1"), o.Now)!;
        Assert.Equal(("offices.incompatible", "incompatible[0]"), (refusal.Code, refusal.Clause));
    }

    [Fact]
    public void A_change_of_the_clause_gives_and_takes_the_seats_from_its_day_on()
    {
        var o = Founded.Small(WithBoard);
        o.Advance(10);
        Adopt(o, Founded.Yaml());
        Assert.Empty(Sitting(o));
        Assert.Equal(3, o.State.Offices.Holders("board", o.Now.AddDays(-1)).Count());
        o.Advance(10);
        Adopt(o, WithBoard);
        Assert.Equal(["b1-05", "b1-06", "b2-04"], Sitting(o));
        Assert.Empty(o.State.Offices.Holders("board", o.Now.AddDays(-1)));
    }

    private static void Adopt(Founded o, string yaml) =>
        o.Happened("b1-01", new ConstitutionAdopted(o.Blob(yaml), "c", ImmutableSortedDictionary<string, string>.Empty, o.Now, "v1", []));

    private static string[] Sitting(Founded o) => [.. o.State.Offices.Holders("board", o.Now).Select(t => t.Person).Order(StringComparer.Ordinal)];
}
