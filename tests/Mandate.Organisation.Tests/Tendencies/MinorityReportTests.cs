using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Tendencies;

public sealed class MinorityReportTests
{
    private static Founded WithResolution(MotionStage stage = MotionStage.Adopted)
    {
        var o = Founded.Small();
        o.Do("b1-01", new ConveneSession("s", "congress", null, "Hall", o.Now.AddDays(60), DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(61), null), "council");
        o.Happened("b1-01", new MotionFiled("m", "1", "s", ClassRule.Ordinary, "Trade", "b1-01", null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64)), [], null, null, null, new(2026, 4, 30), false, false));
        o.Advance(60);
        var people = new[] { "b1-07", "b1-08", "b1-09", "b2-05" };
        var session = o.State.Sessions.All["s"] with
        {
            OpenedAt = o.Now, Delegates = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add("b1", 12).Add("b2", 8),
            Credentials = people.ToImmutableSortedDictionary(p => p, p => new Credential(p, null, null, o.Now), StringComparer.Ordinal),
        };
        var vote = new Vote("v", VoteKind.Hands, "s", null, new("Trade?", "m", 1, "majority", "procedure.default"), null, 0, null, 20, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null);
        o.Set(o.State with
        {
            Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem("s", session) },
            Votes = new(o.State.Votes.All.SetItem("v", vote)),
            Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", o.State.Motions.All["m"] with { Stage = stage, Vote = "v" }) },
        });
        return o;
    }

    [Fact]
    public void A_tenth_of_the_seats_keeps_its_report_with_the_resolution_and_nobody_outside_the_sitting_signs()
    {
        var o = WithResolution();
        var text = o.Blob("We voted against, because the fund is not ours to spend.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new FileMinorityReport("r", "m", text)).Code);
        o.Do("b1-07", new FileMinorityReport("r", "m", text));
        var report = Assert.Single(o.State.Tendencies.On("m"));
        Assert.Equal(2, report.Needed);
        Assert.False(report.Stands);
        Assert.Equal("tendencies.signed-already", o.Refused("b1-07", new SignMinorityReport("r")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-08", new SignMinorityReport("r")).Code);
        o.Do("b2-05", new SignMinorityReport("r"));
        Assert.True(o.State.Tendencies.Reports["r"].Stands);
    }

    [Fact]
    public void Only_what_was_adopted_is_reported_on_and_within_thirty_days()
    {
        Assert.Equal("tendencies.not-adopted", WithResolution(MotionStage.Rejected).Refused("b1-07", new FileMinorityReport("r", "m", new string('0', 64))).Code);
        var o = WithResolution();
        o.Advance(31);
        Assert.Equal("tendencies.report-too-late", o.Refused("b1-07", new FileMinorityReport("r", "m", o.Blob("Late."))).Code);
    }
}
