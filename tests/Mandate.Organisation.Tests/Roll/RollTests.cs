using Mandate.Organisation.Acts;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Roll;

public sealed class RollTests
{
    [Fact]
    public void Nobody_is_moved_to_another_branch_against_their_will()
    {
        var o = Founded.Small();

        var refusal = o.Refused("b1-05", new Transfer("b1-07", "b2"));
        Assert.Equal("roll.not-against-will", refusal.Code);
        Assert.Equal("electorates.members.transfer", refusal.Clause);

        o.Do("b1-07", new Transfer("b1-07", "b2"));
        Assert.Equal("b2", o.State.Roll.Member("b1-07")!.Unit);
        Assert.Contains("b1-07", o.State.Roll.In("b2"));
        Assert.DoesNotContain("b1-07", o.State.Roll.In("b1"));
    }

    [Fact]
    public void Silence_admits_on_the_day_the_constitution_says_and_not_before()
    {
        var o = Founded.Small();
        o.Do("new-1", new Apply("a1", "b1", "en", "commitment"));
        o.Advance(29);

        var refusal = o.Refused("anybody", new AdmitBySilence("a1"));
        Assert.Equal("roll.silence-too-early", refusal.Code);
        Assert.Equal("electorates.members.admit.deemed_after", refusal.Clause);
        Assert.Equal(Founded.Start.AddDays(30).UtcDateTime.Date, refusal.Earliest!.Value.UtcDateTime.Date);

        o.Advance(1);
        o.Do("anybody", new AdmitBySilence("a1"));
        Assert.True(o.State.Roll.Member("new-1")!.InGoodStanding);
    }

    [Fact]
    public void An_application_is_not_granted_on_a_vote_that_was_never_held() =>
        Assert.Equal("roll.vote-does-not-carry", WithApplication().Refused("b1-06", new DecideApplication("a1", true, "v-none")).Code);

    [Fact]
    public void The_branch_secretary_alone_cannot_admit_for_the_branch_meeting() =>
        Assert.Equal("protocol.not-yours", WithApplication().Refused("b1-06", new DecideApplication("a1", true, null)).Code);

    [Fact]
    public void The_keeper_of_the_register_records_arrears_but_neither_expels_nor_suspends()
    {
        var o = Founded.Small();
        o.Do("b1-04", new RecordStatus("b1-08", MemberStatus.InArrears, "ledger of dues, page 3"));
        Assert.False(o.State.Roll.Member("b1-08")!.InGoodStanding);
        Assert.Equal("roll.not-a-fact", o.Refused("b1-04", new RecordStatus("b1-08", MemberStatus.Expelled, "x")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new RecordStatus("b1-08", MemberStatus.Active, "x")).Code);
    }

    [Fact]
    public void Rows_of_a_later_import_wait_for_the_admission_clause()
    {
        var o = Founded.Small();
        o.Do("b1-04", new ProposeRows([new("a9", "x-1", "b1", o.State.Roll.Member("b1-01")!.Since, null, "en", "c", ApplicationStage.Admitted)]));
        Assert.Null(o.State.Roll.Member("x-1"));
        Assert.Equal(ApplicationStage.Filed, o.State.Roll.Applications["a9"].Stage);
    }

    [Fact]
    public void Whoever_leaves_leaves_every_office_with_it()
    {
        var o = Founded.Small();
        o.Do("b1-01", new Leave());
        Assert.False(o.State.Offices.Holds("b1-01", "council", o.Now.AddSeconds(1)));
    }

    [Fact]
    public void Data_are_erased_for_the_person_concerned_after_leaving_only()
    {
        var o = Founded.Small();
        Assert.Equal("roll.leave-first", o.Refused("b2-07", new Erase("b2-07")).Code);
        Assert.Equal("roll.only-own-data", o.Refused("b1-05", new Erase("b2-07")).Code);
        o.Do("b2-07", new Leave());
        o.Do("b2-07", new Erase("b2-07"));
        Assert.Contains("b2-07", o.State.Roll.Erased);
    }

    private static Founded WithApplication()
    {
        var o = Founded.Small();
        o.Do("new-1", new Apply("a1", "b1", "en", "commitment"));
        return o;
    }
}
