using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Offices;

/// <summary>The electoral commission has two seats; a constitution lets the council remove from it.</summary>
public sealed class MassRemovalTests
{
    private static readonly ImmutableSortedDictionary<string, string> Text = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", new string('0', 64));

    /// <summary>A motion before that body to remove a holder, put by whoever asks.</summary>
    private static string? Put(Founded o, string body, string tenure)
    {
        var session = o.State.Sessions.All.Values.FirstOrDefault(s => s.Body == body) is { } held ? held.Id : null;
        if (session is null)
        {
            session = "s-" + body;
            o.Happened("b1-01", new SessionConvened(session, body, null, "Hall", "b1-01", o.Now.AddHours(1), DateOnly.FromDateTime(o.Now.UtcDateTime), DateOnly.FromDateTime(o.Now.UtcDateTime), ImmutableSortedDictionary<string, int>.Empty, 0, Entitlement.Digest(Entitlement.ToNotice(o.State, body, null, o.Now)), [], null));
        }
        var id = $"m-{body}-{tenure}";
        if (o.State.Motions.Find(id) is null) o.Happened("b1-01", new MotionFiled(id, id, session, ClassRule.RemoveOfficer, "Remove", "b1-01", null, Text, [], null, null, tenure, null, false, false));
        return (o.Try("b1-01", new PutQuestion("v", VoteKind.Hands, session, null, id, 1, "Remove?")) as Decision.Refused)?.Refusal.Code;
    }

    [Fact]
    public void After_one_of_two_was_removed_the_next_waits_for_the_congress_or_ninety_days()
    {
        var o = Founded.Small();
        Assert.NotEqual("offices.removals-wait", Put(o, "council", "t-electoral-1"));
        o.Happened("b1-01", new TenureEnded("t-electoral-0", "removed"));
        Assert.Equal((1, 2), (MassRemoval.At(o.State, new Seat("electoral"), o.Now)!.Count, MassRemoval.At(o.State, new Seat("electoral"), o.Now)!.Of));
        Assert.Equal("offices.removals-wait", Put(o, "council", "t-electoral-1"));
        // Of another place nothing was removed.
        Assert.NotEqual("offices.removals-wait", Put(o, "council", "t-control-0"));
        // The congress decides at once.
        Assert.NotEqual("offices.removals-wait", Put(o, "congress", "t-electoral-1"));
        o.Advance(90);
        Assert.Equal("offices.removals-wait", Put(o, "council", "t-electoral-1"));
        o.Advance(1);
        Assert.NotEqual("offices.removals-wait", Put(o, "council", "t-electoral-1"));
    }

    [Fact]
    public void Those_who_resign_or_whose_term_ends_are_not_removed()
    {
        var o = Founded.Small();
        o.Happened("b1-01", new TenureEnded("t-electoral-0", "resigned"));
        Assert.Null(MassRemoval.At(o.State, new Seat("electoral"), o.Now));
    }

    [Fact]
    public void The_share_is_what_the_constitution_says()
    {
        var o = Founded.Small(Founded.Yaml() + "\nguards:\n  removal: {share: 60%}\n");
        o.Happened("b1-01", new TenureEnded("t-electoral-0", "removed"));
        Assert.Null(MassRemoval.At(o.State, new Seat("electoral"), o.Now));
    }
}
