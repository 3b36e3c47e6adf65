using System.Security.Cryptography;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Trust;

namespace Mandate.Organisation.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void It_opens_on_its_day_not_before_and_whatever_anybody_wants()
    {
        var o = Founded.Small();
        var text = o.Blob("Enlarge the council by members from the quays.");
        o.Do("b1-07", new DepositDocument("d", "Letter to the council", text, ["council"], new(2026, 2, 1)));
        Assert.Equal("documents.not-yet-open", o.Refused("b1-07", new ReleaseDocument("d", text)).Code);
        o.Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("documents.other-text", o.Refused("b2-05", new ReleaseDocument("d", o.Blob("Something else."))).Code);
        o.Do("b2-05", new ReleaseDocument("d", text));
        Assert.Equal(text, o.State.Documents.All["d"].Text);
    }

    [Fact]
    public void An_addressee_who_has_not_received_it_by_its_day_raises_an_alarm()
    {
        var o = Founded.Small();
        o.Do("b1-07", new DepositDocument("d", "Letter", o.Blob("x"), ["council"], new(2026, 2, 1)));
        o.Now = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("withheld-document", Assert.Single(Fired(o)).Guard.Name);
        var received = Founded.Small();
        received.Do("b1-07", new DepositDocument("d", "Letter", received.Blob("x"), ["council"], new(2026, 2, 1)));
        received.Do("b1-01", new ReceiveDocument("d"));
        received.Now = o.Now;
        Assert.Empty(Fired(received));
    }

    [Fact]
    public void A_text_that_is_kept_is_delivered_by_itself_and_who_had_it_stands_with_the_delivery()
    {
        var o = Founded.Small();
        var text = o.Blob("Enlarge the council.");
        o.Do("b1-07", new DepositDocument("d", "Letter", text, ["council"], new(2026, 2, 1), Kept: true));
        o.Do("b1-01", new ReceiveDocument("d"));
        var release = new ReleaseDocument("d", text, ByItself: true);
        Assert.Equal("documents.not-yet-open", o.Refused("b1-07", release).Code);
        o.Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", release).Code);
        o.Do("b1-07", release);
        Assert.True(o.State.Documents.All["d"].ByItself);
        Assert.Equal(["council"], o.State.Documents.All["d"].LeftBy);
    }

    [Fact]
    public void What_is_kept_opens_on_its_day_also_where_its_depositor_signs_with_a_key_of_their_own_or_has_left()
    {
        var o = Founded.Small();
        var text = o.Blob("Enlarge the council.");
        foreach (var depositor in new[] { "b1-07", "b1-08" }) o.Do(depositor, new DepositDocument("of-" + depositor, "Letter", text, ["council"], new(2026, 6, 1), Kept: true));
        var key = Convert.ToBase64String(SHA256.HashData("one"u8));
        o.Do("b1-07", new RegisterKey(key, true));
        o.Do("b1-04", new RecordKeyNotice("b1-07", key, "letter"));
        o.Do("b1-08", new Leave());
        o.Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("trust.needs-own-key", o.Refused("b1-07", new ReleaseDocument("of-b1-07", text)).Code);
        foreach (var depositor in new[] { "b1-07", "b1-08" }) o.Do(depositor, new ReleaseDocument("of-" + depositor, text, ByItself: true));
    }

    [Fact]
    public void Who_opens_it_on_its_day_has_left_nothing_and_who_lets_the_day_pass_has()
    {
        foreach (var (days, left) in new[] { (0, Array.Empty<string>()), (1, ["council"]) })
        {
            var o = Founded.Small();
            var text = o.Blob("x");
            o.Do("b1-07", new DepositDocument("d", "Letter", text, ["council"], new(2026, 2, 1)));
            o.Do("b1-01", new ReceiveDocument("d"));
            o.Now = new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero).AddDays(days);
            // Nothing was kept: nobody can say that it opened by itself.
            Assert.Equal("protocol.not-yours", o.Refused("b1-07", new ReleaseDocument("d", text, ByItself: true)).Code);
            o.Do("b1-01", new ReleaseDocument("d", text));
            Assert.Equal(left, o.State.Documents.All["d"].LeftBy);
        }
    }

    [Fact]
    public void It_is_handed_on_to_all_of_a_body_and_never_to_some_of_it()
    {
        var o = Founded.Small();
        o.Do("b1-07", new DepositDocument("d", "Letter", o.Blob("x"), ["council"], new(2026, 2, 1)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", new ReceiveDocument("d")).Code);
        Assert.Equal("guards.selected-readers", o.Refused("b1-07", new HandOnDocument("d", "b1-03")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new HandOnDocument("d", "control")).Code);
        o.Do("b1-07", new HandOnDocument("d", "control"));
        o.Do("b1-03", new ReceiveDocument("d"));
        Assert.Equal("documents.received-already", o.Refused("b1-03", new ReceiveDocument("d")).Code);
    }

    private static IEnumerable<Finding> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime));
}
