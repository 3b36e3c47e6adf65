using Mandate.Organisation.Acts;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Tendencies;

/// <summary>A tendency's own paper and money, and consultations that their parties alone can prove.</summary>
public sealed class PaperTests
{
    private static Founded Standing()
    {
        var o = Founded.Small();
        o.Do("b1-07", new FormTendency("t", "Members first", o.Blob("Rotate."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b1-08", new JoinTendency("t"));
        return o;
    }

    [Fact]
    public void Its_paper_appears_at_once_by_its_own_editors_who_have_offered()
    {
        var o = Standing();
        var issue = new PublishPaper("n1", "t", "First issue", o.Blob("We begin."));
        Assert.Equal("tendencies.has-not-offered", o.Refused("b1-07", new NameEditor("t", "b1-09")).Code);
        o.Do("b1-09", new OfferService("t", "paper"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new NameEditor("t", "b1-09")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", issue).Code);
        o.Do("b1-07", new NameEditor("t", "b1-09"));
        o.Do("b1-09", issue);
        o.Do("b1-07", issue with { Id = "n2" });
        Assert.Equal(["b1-09", "b1-07"], o.State.Tendencies.All["t"].Papers.Select(p => p.By));
        foreach (var officer in new[] { "b1-01", "b1-05", "b1-10" }) Assert.Equal("protocol.not-yours", o.Refused(officer, issue with { Id = "n3" }).Code);
    }

    [Fact]
    public void Its_speaker_gives_account_of_its_money_day_after_day_and_nobody_else()
    {
        var o = Standing();
        var account = new AccountForMoney("t", new(2026, 1, 1), "EUR", 12_000, 4_550, o.Blob("Twelve members gave ten each; printing took the rest."));
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", account).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-07", account with { Until = new(2026, 1, 2) }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-07", account with { Spent = -1 }).Code);
        o.Do("b1-07", account);
        Assert.Equal("tendencies.accounted-already", o.Refused("b1-07", account).Code);
        // Money is left when it has ended, and is accounted for then too.
        o.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-07", account with { Until = new(2027, 1, 31) });
        Assert.Equal(2, o.State.Tendencies.All["t"].Accounts.Length);
    }

    [Fact]
    public void Only_its_parties_prove_a_consultation_and_each_for_themselves()
    {
        var o = Founded.Small();
        var text = o.Blob("On 1 January b1-07 and b1-08 agreed to ask for a conference. 7f3a");
        o.Do("b1-07", new NoteJoint("j", text));
        o.Advance(1);
        o.Do("b1-08", new ConfirmJoint("j"));
        var joint = o.State.Tendencies.Joints["j"];
        Assert.Equal(2, joint.Parties.Count);
        Assert.All(joint.Parties.Keys, p => Assert.True(Pseudonyms.IsOne(p)));
        Assert.Equal("tendencies.not-a-party", o.Refused("b1-05", new OpenJoint("j", text)).Code);
        Assert.Equal("tendencies.not-that-text", o.Refused("b1-07", new OpenJoint("j", o.Blob("Something else."))).Code);
        o.Do("b1-07", new OpenJoint("j", text));
        // The other party is not shown by the first.
        Assert.Equal(["b1-07"], o.State.Tendencies.Joints["j"].Shown.Values);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new ConfirmJoint("j")).Code);
        o.Do("b1-08", new OpenJoint("j", text));
        Assert.Equal(["b1-07", "b1-08"], o.State.Tendencies.Joints["j"].Shown.Values.Order());
        Assert.Equal(TimeSpan.FromDays(1), joint.Parties.Values.Max() - joint.Parties.Values.Min());
    }
}
