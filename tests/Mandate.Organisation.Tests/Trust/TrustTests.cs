using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Trust;

namespace Mandate.Organisation.Tests.Trust;

public sealed class TrustTests
{
    private static readonly string First = Convert.ToBase64String(SHA256.HashData("one"u8));
    private static readonly string Second = Convert.ToBase64String(SHA256.HashData("two"u8));

    private static string Vkey(string name, byte n)
    {
        byte[] typed = [4, .. Enumerable.Repeat(n, 32)];
        var id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. typed]);
        return $"{name}+{Convert.ToHexStringLower(id.AsSpan(0, 4))}+{Convert.ToBase64String(typed)}";
    }

    private static ImmutableArray<WitnessGroup> Groups(params (string Name, int Needed, string[] Members)[] groups)
    {
        byte n = 1;
        return [.. groups.Select(g => new WitnessGroup(g.Name, g.Needed, [.. g.Members.Select(m => new Witness(m, Vkey(m, n++), $"https://{m}.example"))]))];
    }

    [Fact]
    public void Witnesses_are_changed_by_the_keeper_of_the_register_and_after_its_notice()
    {
        var o = Founded.Small();
        var set = new SetWitnesses(1, Groups(("branches", 2, ["north", "south", "east"])));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", set).Code);
        var alone = o.Refused("b1-04", set);
        Assert.Equal(("protocol.not-yours", "electorates.members.register", "decide-in-writing"), (alone.Code, alone.Clause, alone.Way));
        o.Do("b1-04", new ProposeAct("w", "electoral", null, set));
        o.Do("b2-03", new SignAct("w", []));
        Assert.Null(o.State.Trust.PolicyAt(o.Now.AddDays(13)));
        Assert.Equal(2, o.State.Trust.PolicyAt(o.Now.AddDays(14))!.Groups[0].Needed);
    }

    [Fact]
    public void A_constitution_names_who_keeps_the_ledger_and_the_periods()
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"))
            .Replace("mandate: \"0.1\"", "mandate: \"0.2\"\nledger: {kept_by: control, notice: 30 days, key_waits: 3 days}", StringComparison.Ordinal);
        var o = Founded.Small(yaml);
        Assert.Equal("ledger", o.Refused("b1-04", new SetWitnesses(0, [])).Clause);
        o.Do("b1-03", new ProposeAct("w", "control", null, new SetWitnesses(0, [])));
        o.Do("b2-02", new SignAct("w", []));
        Assert.Equal(o.Now.AddDays(30), o.State.Trust.Policies[0].From);
        o.Do("b1-07", new RegisterKey(First, false));
        o.Do("b1-04", new RecordKeyNotice("b1-07", First, "letter"));
        Assert.Equal(o.Now.AddDays(3), o.State.Trust.KeysOf("b1-07")[0].Counts);
    }

    [Theory]
    [InlineData(0, "a", 1)]
    [InlineData(2, "a", 1)]
    [InlineData(1, "a", 3)]
    [InlineData(1, "none", 1)]
    [InlineData(1, "North", 1)]
    [InlineData(1, "north", 1)]
    public void A_policy_that_no_client_could_follow_is_refused(int needed, string group, int threshold)
    {
        var o = Founded.Small();
        Assert.Equal("protocol.malformed", o.Refused("b1-04", new SetWitnesses(needed, Groups((group, threshold, ["north", "south"])))).Code);
    }

    [Fact]
    public void One_key_is_one_witness_whatever_its_names()
    {
        var o = Founded.Small();
        var twice = ImmutableArray.Create(new WitnessGroup("g", 2, [new("a", Vkey("a", 1)), new("b", Vkey("b", 1))]));
        Assert.Equal("protocol.taken", o.Refused("b1-04", new SetWitnesses(1, twice)).Code);
        var mistyped = ImmutableArray.Create(new WitnessGroup("g", 1, [new("a", Vkey("a", 1).Replace("a+", "b+", StringComparison.Ordinal))]));
        Assert.Equal("protocol.malformed", o.Refused("b1-04", new SetWitnesses(1, mistyped)).Code);
    }

    [Fact]
    public void A_key_counts_only_after_its_owner_was_told_by_another_channel_and_the_period_has_passed()
    {
        var o = Founded.Small();
        o.Do("b1-07", new RegisterKey(First, true));
        o.Advance(30);
        Assert.Null(o.State.Trust.Counting("b1-07", o.Now));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new RecordKeyNotice("b1-07", First, "letter")).Code);
        o.Do("b1-04", new RecordKeyNotice("b1-07", First, "letter"));
        Assert.Equal("trust.no-notice-to-give", o.Refused("b1-04", new RecordKeyNotice("b1-07", First, "letter")).Code);
        o.Advance(6);
        Assert.Null(o.State.Trust.Counting("b1-07", o.Now));
        o.Do("b1-07", new Transfer("b1-07", "b2"));
        o.Advance(1);
        Assert.Equal(First, o.State.Trust.Counting("b1-07", o.Now)!.Key);
        Assert.Equal("trust.needs-own-key", o.Refused("b1-07", new Transfer("b1-07", "b1")).Code);
        var signed = new Act("x", o.Now, "b1-07", new Transfer("b1-07", "b1")) { SignedWith = First };
        Assert.IsType<Decision.Accepted>(Decider.Decide(o.State, signed));
    }

    [Fact]
    public void Nobody_records_the_notice_of_their_own_key()
    {
        var o = Founded.Small();
        o.Do("b1-04", new RegisterKey(First, false));
        Assert.Equal("trust.not-your-own-notice", o.Refused("b1-04", new RecordKeyNotice("b1-04", First, "letter")).Code);
        o.Do("b2-03", new RecordKeyNotice("b1-04", First, "letter"));
    }

    [Fact]
    public void A_key_that_is_replaced_counts_until_the_new_one_does()
    {
        var o = Founded.Small();
        o.Do("b1-07", new RegisterKey(First, true));
        o.Do("b1-04", new RecordKeyNotice("b1-07", First, "letter"));
        o.Advance(10);
        o.Do("b1-07", new RegisterKey(Second, true, First));
        o.Do("b1-04", new RecordKeyNotice("b1-07", Second, "letter"));
        Assert.Equal(First, o.State.Trust.Counting("b1-07", o.Now.AddDays(6))!.Key);
        Assert.Equal(Second, o.State.Trust.Counting("b1-07", o.Now.AddDays(7))!.Key);
    }

    [Fact]
    public void Without_the_keys_own_signature_a_withdrawal_waits()
    {
        var o = Founded.Small();
        o.Do("b1-07", new RegisterKey(First, true));
        o.Do("b1-04", new RecordKeyNotice("b1-07", First, "letter"));
        o.Advance(10);
        o.Do("b1-07", new WithdrawKey(First));
        Assert.Equal("trust.needs-own-key", o.Refused("b1-07", new Leave()).Code);
        o.Advance(7);
        o.Do("b1-07", new Leave());

        var p = Founded.Small();
        p.Do("b1-07", new RegisterKey(First, true));
        p.Do("b1-07", new WithdrawKey(First));
        Assert.True(p.State.Trust.KeysOf("b1-07")[0].HasEnded(p.Now));
    }

    [Fact]
    public void A_new_ledger_is_opened_by_the_body_that_keeps_it_and_says_what_was_lost()
    {
        var o = Founded.Small();
        var open = new OpenEpoch("new.example/o", "old.example/o", 5, "root", "two acts of the last day");
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", open).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-04", open with { Lost = " " }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-04", open with { Size = 1_000 }).Code);
        o.Do("b1-04", new ProposeAct("e", "electoral", null, open));
        o.Do("b2-03", new SignAct("e", []));
        Assert.Equal("old.example/o", Assert.Single(o.State.Trust.Epochs).Before);
    }
}
