using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Documents;

public sealed class SealTests
{
    private const string Author = "b2-05";
    private static readonly string[] Five = ["b1-07", "b1-08", "b1-09", "b1-10", "b2-06"];
    private static readonly DateOnly On = new(2026, 6, 1);

    [Fact]
    public void A_key_stands_when_all_its_holders_have_confirmed_it()
    {
        var o = Founded.Small();
        var key = Prepare(o);
        Assert.Equal("documents.key-not-confirmed", o.Refused(Author, new SealDocument(Letter(o, key))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ConfirmKey(key)).Code);
        foreach (var holder in Five) o.Do(holder, new ConfirmKey(key));
        Assert.Equal("protocol.taken", o.Refused(Five[0], new ConfirmKey(key)).Code);
        Assert.True(o.State.Documents.Keys[key].Stands);
        o.Do(Author, new SealDocument(Letter(o, key)));
    }

    [Fact]
    public void No_camp_and_no_place_may_be_able_to_open_or_to_keep_closed()
    {
        var o = Founded.Small();
        var record = o.Seals.Put(o, "key", new KeyContents(null, 5, 3));
        Assert.Equal("documents.camp-opens", o.Refused(Author, new PrepareKey(record, Holders(Five, "left", "left", "left", "right", "right"))).Code);
        var wide = o.Seals.Put(o, "wide", new KeyContents(null, 5, 4));
        Assert.Equal("documents.camp-blocks", o.Refused(Author, new PrepareKey(wide, Holders(Five, "left", "left", "right", "centre", "other"))).Code);
        // Whatever the camps are called: three of the council open alone.
        var council = o.Refused(Author, new PrepareKey(record, Holders(["b1-01", "b1-02", "b2-01", "b1-10", "b2-06"], "a", "b", "c", "d", "e")));
        Assert.Equal(("documents.camp-opens", "council"), (council.Code, council.Args["camp"]));
        Assert.Equal("documents.disagrees", o.Refused(Author, new PrepareKey(record, Holders(Five[..4], "a", "b", "c", "d"))).Code);
        Assert.Equal("protocol.taken", o.Refused(Author, new PrepareKey(record, Holders(["b1-07", "b1-07", "b1-08", "b1-09", "b1-10"], "a", "b", "c", "d", "e"))).Code);
        Assert.Equal("documents.does-not-hold", o.Refused(Author, new PrepareKey(o.Blob("nothing"), Holders(Five, "a", "b", "c", "d", "e"))).Code);
    }

    [Fact]
    public void Who_comes_into_office_before_confirming_may_tip_the_balance()
    {
        var o = Founded.Small();
        var key = Prepare(o);
        foreach (var (person, i) in Five.Take(3).Select((p, i) => (p, i)))
            o.Happened("b1-01", new TenureBegan($"t-new-{i}", person, new Seat("control"), o.Now, Founded.Day(2027), new Basis(BasisKind.Election, "v")));
        Assert.Equal("documents.camp-opens", o.Refused(Five[0], new ConfirmKey(key)).Code);
    }

    [Fact]
    public void It_opens_on_its_day_with_shares_of_enough_holders_and_no_officer_can_stop_it()
    {
        var o = Sealed(out var letter);
        Assert.Equal(new DateTimeOffset(On.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), o.Refused(Author, Share(o, letter, 1)).Earliest);
        Assert.Equal("documents.is-sealed", o.Refused(Author, new ReleaseDocument("letter", o.Blob("other"))).Code);
        o.Now = new(On.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        o.Do("b1-12", Share(o, letter, 4));
        Assert.Equal("protocol.taken", o.Refused("b1-12", Share(o, letter, 4)).Code);
        Assert.Equal("documents.does-not-hold", o.Refused("b1-12", new LendShare("letter", letter, o.Blob("nothing"))).Code);
        o.Do("b1-11", Share(o, letter, 1));
        var content = o.Blob("LETTER");
        Assert.Equal("documents.too-few-shares", o.Refused(Author, Unseal(o, letter, content)).Code);
        o.Do("b2-07", Share(o, letter, 2));
        Assert.Equal("documents.other-text", o.Refused(Author, Unseal(o, letter, o.Blob("something else"))).Code);
        Assert.Equal("documents.disagrees", o.Refused(Author, new UnsealDocument("letter", letter, [], content)).Code);
        o.Do("b1-12", Unseal(o, letter, content));
        var document = o.State.Documents.All["letter"];
        Assert.Equal((content, "letter.txt"), (document.Text, document.Seal!.Name));
        Assert.Equal("protocol.wrong-stage", o.Refused(Author, Share(o, letter, 3)).Code);
    }

    [Fact]
    public void It_opens_when_the_congress_named_on_it_has_opened()
    {
        var letter = "";
        var o = Congresses.Opened(o =>
        {
            letter = Deposit(o, new(new(2030, 1, 1), Session: "congress"));
            Assert.Null(Openings.Reason(o.State, o.State.Documents.All["letter"], o.Now));
        });
        Assert.Equal("session", Openings.Reason(o.State, o.State.Documents.All["letter"], o.Now));
        o.Do("b1-12", Share(o, letter, 1));
    }

    [Fact]
    public void It_opens_after_a_silence_and_a_sign_of_life_puts_that_off()
    {
        var o = Sealed(out var letter, new(new(2030, 1, 1), Silence: 30));
        o.Advance(29);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new GiveSignOfLife("letter")).Code);
        o.Do(Author, new GiveSignOfLife("letter"));
        o.Advance(29);
        Assert.Equal("documents.not-yet-open", o.Refused("b1-01", Share(o, letter, 1)).Code);
        o.Advance(1);
        Assert.Equal("protocol.wrong-stage", o.Refused(Author, new GiveSignOfLife("letter")).Code);
        o.Do("b1-01", Share(o, letter, 1));
    }

    [Fact]
    public void It_opens_when_its_author_has_died()
    {
        var o = Sealed(out var letter, new(new(2030, 1, 1), Silence: 3000));
        Assert.Equal("documents.not-yet-open", o.Refused("b1-01", Share(o, letter, 1)).Code);
        o.Do("b1-04", new RecordStatus(Author, MemberStatus.Deceased, "certificate"));
        o.Do("b1-01", Share(o, letter, 1));
    }

    [Fact]
    public void It_opens_when_the_body_named_on_it_decides_so_and_no_other()
    {
        var o = Sealed(out var letter, new(new(2030, 1, 1), Decision: "control"));
        Assert.Equal("decide-in-writing", o.Refused("b1-03", new OrderOpening("letter")).Way);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new OrderOpening("letter"), "council").Code);
        o.Do("b1-03", new OrderOpening("letter"), "control");
        o.Do("b1-01", Share(o, letter, 1));
        Assert.Equal("documents.no-such-condition", Sealed(out _).Refused("b1-03", new OrderOpening("letter"), "control").Code);
    }

    [Fact]
    public void A_unit_says_that_it_keeps_the_same_copy()
    {
        var o = Sealed(out var letter);
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new KeepCopy("letter", "b1", letter)).Code);
        Assert.Equal("documents.disagrees", o.Refused("b1-06", new KeepCopy("letter", "b1", o.Blob("other"))).Code);
        o.Do("b1-06", new KeepCopy("letter", "b1", letter));
        o.Do("b2-04", new KeepCopy("letter", "b2", letter));
        Assert.Equal("protocol.taken", o.Refused("b1-06", new KeepCopy("letter", "b1", letter)).Code);
        Assert.Equal(["b1", "b2"], o.State.Documents.All["letter"].Seal!.Copies.Select(c => c.Unit));
    }

    [Fact]
    public void A_holder_shows_twice_a_year_that_the_share_is_there()
    {
        var o = Founded.Small();
        var key = Prepare(o);
        o.Advance(200);
        Assert.Equal(0, o.State.Documents.Keys[key].ThereOn(Day(o)));
        o.Do("b1-12", new GiveSignOfHolding(key, o.Seals.Put(o, "sign", new HolderContents(null, 2, Day(o)))));
        Assert.Equal(1, o.State.Documents.Keys[key].ThereOn(Day(o)));
        Assert.Equal("documents.disagrees", o.Refused("b1-12", new GiveSignOfHolding(key, o.Seals.Put(o, "later", new HolderContents(null, 3, Day(o).AddDays(1))))).Code);
        Assert.Equal("documents.does-not-hold", o.Refused("b1-12", new GiveSignOfHolding(key, o.Blob("nothing"))).Code);
    }

    [Fact]
    public void A_seal_for_another_organisation_another_time_or_nobody_is_not_taken()
    {
        var o = Founded.Small();
        var key = Prepare(o);
        foreach (var holder in Five) o.Do(holder, new ConfirmKey(key));
        Assert.Equal("documents.disagrees", o.Refused(Author, new SealDocument(o.Seals.Put(o, "1", Contents(key) with { Organisation = "elsewhere" }))).Code);
        Assert.Equal("protocol.unknown", o.Refused(Author, new SealDocument(o.Seals.Put(o, "2", Contents(key) with { To = ["nobody"] }))).Code);
        Assert.Equal("protocol.unknown", o.Refused(Author, new SealDocument(o.Seals.Put(o, "3", Contents(key) with { Opens = new(On, Session: "nobody") }))).Code);
        Assert.Equal("protocol.unknown", o.Refused(Author, new SealDocument(o.Seals.Put(o, "4", Contents("other")))).Code);
        Assert.Equal("documents.too-far-ahead", o.Refused(Author, new SealDocument(o.Seals.Put(o, "5", Contents(key) with { Opens = new(new(2037, 1, 1)) }))).Code);
        Assert.Equal("protocol.malformed", o.Refused(Author, new SealDocument(o.Seals.Put(o, "6", Contents(key) with { Opens = new(new(2025, 1, 1)) }))).Code);
        Assert.Equal("documents.does-not-hold", o.Refused(Author, new SealDocument(o.Blob("nothing"))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("stranger", new SealDocument(Letter(o, key))).Code);
    }

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    private static Founded Sealed(out string letter, OpeningTerms? opens = null)
    {
        var o = Founded.Small();
        letter = Deposit(o, opens ?? new(On));
        return o;
    }

    private static string Deposit(Founded o, OpeningTerms opens)
    {
        var key = Prepare(o);
        foreach (var holder in Five) o.Do(holder, new ConfirmKey(key));
        var letter = o.Seals.Put(o, "letter", Contents(key) with { Opens = opens });
        o.Do(Author, new SealDocument(letter));
        return letter;
    }

    private static string Prepare(Founded o)
    {
        var record = o.Seals.Put(o, "key", new KeyContents(null, 5, 3));
        o.Do(Author, new PrepareKey(record, Holders(Five, "left", "right", "centre", "left", "right")));
        return record;
    }

    private static string Letter(Founded o, string key) => o.Seals.Put(o, "letter", Contents(key));

    private static SealedContents Contents(string key) => new(null, "dockside", "letter", "Letter to the congress", ["congress"], new(On), key);

    private static LendShare Share(Founded o, string letter, int holder) => new("letter", letter, o.Seals.Put(o, $"share {holder}", new HolderContents(null, holder)));

    private static UnsealDocument Unseal(Founded o, string letter, string content) => new("letter", letter, [.. o.State.Documents.All["letter"].Seal!.Shares.Values], content);

    private static ImmutableArray<KeyHolder> Holders(string[] persons, params string[] camps) => [.. persons.Zip(camps, (p, c) => new KeyHolder(p, c))];
}
