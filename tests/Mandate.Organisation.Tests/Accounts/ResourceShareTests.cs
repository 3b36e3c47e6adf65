using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Accounts;

/// <summary>The fund held 1000 of before and 1000 came in; the council decides, the secretary keeps the fund.</summary>
public sealed class ResourceShareTests
{
    private static Founded Kept()
    {
        var o = Congresses.Convened();
        o.Do("b1-01", new OpenFund("f", "Fund", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r1", "f", 1_000_00, "Dues", o.Blob("Bank advice.")));
        return o;
    }

    private static GrantFunds Grant(string id, long amount, string? place = "electoral", string? motion = null) => new(id, "f", amount, "Work", new(2028, 12, 31), motion, Place: place);

    /// <summary>Everything booked and decided so far is of last year.</summary>
    private static void BecomesLastYear(Founded o)
    {
        var books = o.State.Accounts;
        o.Set(o.State with { Accounts = books with { Grants = books.Grants.SetItems(books.Grants.Select(g => KeyValuePair.Create(g.Key, g.Value with { At = g.Value.At.AddYears(-1) }))), Bookings = [.. books.Bookings.Select(b => b with { At = b.At.AddYears(-1) })] } });
    }

    /// <summary>A motion that congress adopted in a vote of that day.</summary>
    private static void Adopted(Founded o, string id, DateTimeOffset put, string session = "c1")
    {
        if (!o.State.Motions.All.ContainsKey(id)) o.Do("b1-01", new FileMotion(id, "c1", "ordinary", "Resources", ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("As much as it takes.")), [], null, null, null, false));
        o.Set(o.State with { Motions = o.State.Motions with { All = o.State.Motions.All.SetItem(id, o.State.Motions.All[id] with { Stage = MotionStage.Adopted, Vote = "v-" + id }) } });
        var vote = new Vote("v-" + id, VoteKind.RollCall, session, null, new("Adopt?", id, null, "", ""), null, 0, null, 3, put, put, put, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(true, new(8, 1, 0), 6, 9, 9, null, [], [], null, put));
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem(vote.Id, vote)) });
    }

    [Fact]
    public void The_report_says_which_body_uses_which_part_of_the_resources_of_a_year()
    {
        var o = Kept();
        o.Do("b1-01", Grant("g1", 300_00), "council");
        o.Do("b1-01", Grant("g2", 100_00, place: null), "council");
        o.Do("b1-05", new ProposePayment("p1", "g1", 50_00, "Printer", o.Blob("Bill.")));
        o.Do("b1-01", new CountersignPayment("p1"));
        var year = o.Now.Year;
        var shares = ResourceShares.Of(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).ToList();
        Assert.Equal([("electoral", year, 300_00L, 50_00L, 1_000_00L), ("council", year, 100_00L, 0L, 1_000_00L)], shares.Select(s => (s.Place, s.Year, s.Granted, s.Paid, s.Of)));
        Assert.Equal(new Fraction(3, 10), shares[0].Share);
        // In the next year what was left is there, and what was paid is gone.
        BecomesLastYear(o);
        o.Do("b1-01", Grant("g3", 95_00), "council");
        Assert.Equal(("electoral", year, 950_00L), ResourceShares.Of(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(s => (s.Place, s.Year, s.Of)).First());
    }

    [Fact]
    public void Above_the_limit_it_takes_a_vote_of_others_in_every_year_again()
    {
        var o = Kept();
        o.Do("b1-01", new SetLimit("limit", BookRuleKind.BodyShare, null, 40_00), "council");
        o.Do("b1-01", Grant("g1", 400_00), "council");
        var refusal = o.Refused("b1-01", Grant("g2", 1), "council");
        Assert.Equal(("accounts.share-needs-vote", "vote-this-year", (object)40_00L, (object)40_01L), (refusal.Code, refusal.Way, refusal.Needs, refusal.Given));
        // Another body is below it.
        o.Do("b1-01", Grant("g2", 100_00, place: "control"), "council");
        Adopted(o, "m", o.Now.AddYears(-1));
        Assert.Equal("accounts.share-needs-vote", o.Refused("b1-05", Grant("g3", 100_00, motion: "m")).Code);
        Adopted(o, "m", o.Now);
        o.Do("b1-05", Grant("g3", 100_00, motion: "m"));
        var share = ResourceShares.Of(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).First();
        Assert.Equal(("electoral", true), (share.Place, share.AboveLimit));
        Assert.Equal(["m"], share.Votes);
        // What was voted on last year is to be voted on again.
        BecomesLastYear(o);
        Adopted(o, "m", o.Now.AddYears(-1));
        Assert.Equal("accounts.share-needs-vote", o.Refused("b1-05", Grant("g4", 450_00, motion: "m")).Code);
        o.Do("b1-05", Grant("g4", 400_00, motion: "m"));
    }

    [Fact]
    public void Whoever_would_use_it_does_not_vote_it_to_themselves()
    {
        var o = Kept();
        o.Do("b1-01", new SetLimit("limit", BookRuleKind.BodyShare, null, 40_00), "council");
        Adopted(o, "m", o.Now);
        Assert.Equal("accounts.share-needs-vote", o.Refused("b1-05", Grant("g1", 500_00, place: "congress", motion: "m")).Code);
        o.Do("b1-05", Grant("g1", 500_00, motion: "m"));
    }
}
