using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Accounts;

/// <summary>The secretary (b1-05) keeps the fund, the control commission (b1-03) inspects; notice is 14 days.</summary>
public sealed class AuditTests
{
    private static Founded Kept()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("chest", "Chest", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r1", "chest", 100_00, "Dues", o.Blob("Dues.")));
        o.Do("b1-01", new GrantFunds("g", "chest", 20_00, "Travel", new(2026, 3, 1)), "council");
        o.Do("b1-05", new ProposePayment("p", "g", 20_00, "Travel", o.Blob("Ticket"), "b1-08"));
        o.Do("b1-01", new CountersignPayment("p"));
        o.Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
        return o;
    }

    private static readonly OpenAudit Audit = new("a", "chest", new(2026, 1, 1), new(2026, 1, 31), 3, "The national lottery of 7 February, its six numbers in order", new(2026, 2, 7));

    private static void Adopted(Founded o, DateTimeOffset put, MotionStage stage = MotionStage.Adopted)
    {
        var motion = new Motion("m", "1", "c1", ClassRule.Ordinary, "The accounts of January", "b1-07", put, [new(1, ImmutableSortedDictionary<string, string>.Empty, put, "b1-07")], [], null, null, false, [], [], stage, "v");
        var vote = new Vote("v", VoteKind.Hands, "s", null, new("Approve?", "m", 1, "majority", "procedure.default"), null, 0, null, 20, put, put, put, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null);
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem("v", vote)), Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", motion) } });
    }

    [Fact]
    public void Auditors_are_drawn_from_members_who_held_no_place_and_received_nothing_with_a_seed_nobody_knew()
    {
        var o = Kept();
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", Audit).Code);
        Assert.Equal("accounts.day-not-over", o.Refused("b1-03", Audit with { To = new(2026, 2, 1) }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-03", Audit with { SeedDue = new(2026, 2, 1) }).Code);
        o.Do("b1-03", Audit);
        var early = o.Refused("b1-09", new DrawAuditors("a", "1 2 3"));
        Assert.Equal(("accounts.seed-early", new DateTimeOffset(2026, 2, 8, 0, 0, 0, TimeSpan.Zero)), (early.Code, early.Earliest));
        o.Now = new(2026, 2, 8, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-09", new DrawAuditors("a", "4 8 15 16 23 42"));
        var audit = o.State.Accounts.Audits["a"];
        Assert.Equal(3, audit.Auditors.Length);
        Assert.Equal(Lots.Draw(Audits.Pool(o.State, audit), "4 8 15 16 23 42", 3), audit.Auditors);
        Assert.Empty(Audits.Pool(o.State, audit).Intersect(["b1-01", "b1-02", "b1-03", "b1-04", "b1-05", "b1-06", "b1-08", "b2-01", "b2-02", "b2-03", "b2-04"]));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new DrawAuditors("a", "other")).Code);
    }

    [Fact]
    public void The_accounts_are_approved_by_a_motion_that_was_put_after_the_findings_could_be_read()
    {
        var o = Kept();
        o.Do("b1-03", Audit);
        o.Now = new(2026, 2, 8, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-09", new DrawAuditors("a", "4 8 15 16 23 42"));
        Adopted(o, o.Now);
        var auditors = o.State.Accounts.Audits["a"].Auditors;
        var findings = o.Blob("All vouchers were seen. One is a copy.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new ReportAudit("a", true, findings)).Code);
        o.Do(auditors[0], new ReportAudit("a", true, findings));
        Assert.Equal("protocol.wrong-stage", o.Refused(auditors[0], new ReportAudit("a", true, findings)).Code);
        var first = o.Refused("b1-05", new ApproveAccounts("a", "m"));
        Assert.Equal(("accounts.findings-first", (object)2, (object)1), (first.Code, first.Needs, first.Given));
        o.Do(auditors[1], new ReportAudit("a", false, findings));
        var before = o.Refused("b1-05", new ApproveAccounts("a", "m"));
        Assert.Equal(("accounts.voted-before", "procedure.default.notice", (object)new DateOnly(2026, 2, 22)), (before.Code, before.Clause, before.Needs));
        o.Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        Adopted(o, o.Now, MotionStage.Rejected);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new ApproveAccounts("a", "m")).Code);
        Adopted(o, o.Now);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new ApproveAccounts("a", "m")).Code);
        o.Do("b1-05", new ApproveAccounts("a", "m"));
        Assert.Equal("m", o.State.Accounts.Audits["a"].Motion);
    }
}
