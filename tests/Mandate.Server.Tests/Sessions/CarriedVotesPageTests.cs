using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Tests.Sessions;

/// <summary>Carried votes, demands and the roll call in pages: branch b1 has twelve votes and two delegates, b2 eight and one.</summary>
public sealed class CarriedVotesPageTests
{
    private static Func<string, string> With(string cast) => yaml => yaml
        .Replace("    credentials: {by: electoral, appeal_to: congress}", $"    credentials: {{by: electoral, appeal_to: congress}}\n    votes: {{key: {{per: branch, one_per: 1 members}}, cast: {cast}}}", StringComparison.Ordinal)
        .Replace("procedure:\n", "procedure:\n  roll_call_on_demand: 1/2 of present\n  secret_on_demand: 2/3 of present\n", StringComparison.Ordinal);

    [Fact]
    public async Task A_ballot_says_how_many_votes_it_carries_and_takes_them_divided()
    {
        await using var dockside = await Dockside.OpenAsync(With("split"));
        Put(dockside, VoteKind.RollCall);
        dockside.Kept.Do("b1-07", new OpenVote("v1"));
        using var holder = await dockside.AsAsync("b1-08");
        await holder.GoAsync("/o/dockside/sessions/c1");
        Assert.Contains("You carry 6 votes.", holder.Text, StringComparison.Ordinal);
        await holder.SendAsync("/o/dockside/act/votes.cast-split", ("yes", "4"), ("no", "1"), ("abstain", "1"));
        Assert.Equal(new Figures(4, 1, 1), dockside.Kept.State.Votes.Find("v1")!.Splits["b1-08"]);
        Assert.Contains("You divided your votes: 4 for, 1 against, 1 abstaining.", holder.Text, StringComparison.Ordinal);
        await holder.GoAsync("/o/dockside/sessions/c1/screen");
        Assert.Contains("6 of 20 votes", holder.Text, StringComparison.Ordinal);

        dockside.Kept.Do("b2-05", new CastVote("v1", Choice.Yes));
        dockside.Kept.Do("b1-07", new CloseVote("v1"));
        dockside.Kept.Do("b1-07", new DeclareResult("v1"));
        await holder.GoAsync("/o/dockside/votes/v1");
        Assert.Contains("20 in all; a delegate may divide what they carry", holder.Text, StringComparison.Ordinal);
        Assert.Contains("3 present carry 20 votes.", holder.Text, StringComparison.Ordinal);
        Assert.Contains("4 for, 1 against, 1 abstaining", holder.Text, StringComparison.Ordinal);
        Assert.Contains("12", holder.Page.QuerySelectorAll("table").First(t => t.TextContent.Contains("Votes by unit", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demand_is_one_press_counts_before_everybody_and_changes_the_vote_when_there_are_enough()
    {
        await using var dockside = await Dockside.OpenAsync(With("block"));
        Put(dockside, VoteKind.Open);
        using var first = await dockside.AsAsync("b1-08");
        await first.GoAsync("/o/dockside/sessions/c1");
        await first.SendAsync("/o/dockside/act/votes.demand-roll-call");
        Assert.Contains("You have demanded it.", first.Text, StringComparison.Ordinal);
        await first.GoAsync("/o/dockside/sessions/c1/screen");
        Assert.Contains("Roll call: 1 of 2 have demanded it", first.Text, StringComparison.Ordinal);
        dockside.Kept.Do("b1-07", new OpenVote("v1"));
        using var second = await dockside.AsAsync("b2-05");
        await second.GoAsync("/o/dockside/sessions/c1");
        await second.SendAsync("/o/dockside/act/votes.demand-roll-call");
        Assert.Equal((VoteKind.RollCall, VoteStage.Running), (dockside.Kept.State.Votes.Find("v1")!.Kind, dockside.Kept.State.Votes.Find("v1")!.Stage));
        Assert.DoesNotContain("Roll call: 2 of 2", second.Text, StringComparison.Ordinal);
        Assert.Contains("The 8 votes of", second.Text, StringComparison.Ordinal);

        foreach (var person in new[] { "b1-08", "b2-05" }) dockside.Kept.Do(person, new DemandSecret("v1"));
        await second.GoAsync("/o/dockside/votes/v1");
        Assert.Contains("enough demanded a secret vote", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_says_what_somebody_carries()
    {
        await using var dockside = await Dockside.OpenAsync(With("whole"));
        dockside.Sit();
        using var desk = await dockside.AsAsync("b1-04");
        await desk.GoAsync("/o/dockside/sessions/c1/desk?q=b2-05");
        Assert.Contains("carries 8 votes", desk.Text, StringComparison.Ordinal);
    }

    private static void Put(Dockside dockside, VoteKind kind)
    {
        dockside.Sit();
        dockside.Kept.Do("b1-07", new PutItem("c1", "lease", ItemKind.Other, "The lease", null));
        dockside.Kept.Do("b1-07", new TakeUp("c1", "lease"));
        dockside.Kept.Do("b1-07", new PutQuestion("v1", kind, "c1", null, "lease", null, "Shall we?"));
    }
}
