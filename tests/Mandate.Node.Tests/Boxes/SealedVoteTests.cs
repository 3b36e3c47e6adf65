using Mandate.Node.Boxes;
using Mandate.Node.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Node.Verification;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Making;

namespace Mandate.Node.Tests.Boxes;

public sealed class SealedVoteTests
{
    [Fact]
    public async Task An_election_by_sealed_rankings_is_counted_verified_and_executed_again()
    {
        await using var o = await SealedVote.ElectionAsync();
        for (var voter = 0; voter < 11; voter++) Taken(await o.CastAsync(voter, voter < 7 ? new RankingVote(1, 2, 3) : new RankingVote(3, 1, 2)));
        await o.CloseAsync();
        Taken(await o.Board.ExtendAsync(o.Shuffled(1)));
        Assert.Equal("the rankings have not been shuffled by enough trustees", (await o.DecryptAsync(1)).Fault);
        Taken(await o.Board.ExtendAsync(o.Shuffled(3)));
        Taken(await o.DecryptAsync(3));
        Taken(await o.DecryptAsync(2));
        await o.PublishAsync();
        var vote = o.Node.State.Votes.Find("e1")!;
        Assert.Equal(VoteStage.Result, vote.Stage);
        Assert.Equal(2, vote.Outcome!.Elected.Length);
        Assert.Equal(vote.CandidateOrder[0], vote.Outcome.Elected[0]);
        Assert.All(vote.Outcome.Elected, p => Assert.True(o.Node.State.Offices.Holds(p, "congress", o.Node.Now)));
        var report = o.Node.Verify();
        Assert.True(report.Holds, string.Join("\n", report.Faults));
        using var folder = new TemporaryFolder();
        o.Node.Export(folder.At("export"));
        using (var source = new ExportFolder(folder.At("export"))) Assert.True(Verifier.Run(source).Holds);
        // Nothing that leads from a voter to a ballot is on the record.
        Assert.Empty(vote.TookPart);
        Assert.Empty(vote.Casts);
    }

    [Fact]
    public async Task The_last_ballot_of_a_credential_counts_and_one_at_the_desk_is_the_last()
    {
        await using var o = await SealedVote.ElectionAsync();
        for (var voter = 0; voter < 12; voter++) Taken(await o.CastAsync(voter, new RankingVote(1, 2, 3)));
        var first = await o.CastAsync(0, new RankingVote(3, 2, 1));
        Taken(first);
        SealedVote.Accepted(await o.Node.EndRemoteAsync(SealedVote.Conductor, "e1", "end"));
        // Whoever has stolen the credential comes too late; whoever shows themselves at the desk does not.
        Assert.Equal("ballots are taken at the desk only now", (await o.CastAsync(0, new RankingVote(3, 1, 2))).Fault);
        var again = o.Seal(0, new RankingVote(2, 1, 3));
        Taken(await o.Node.TakeBallotAsync("e1", System.Text.Encoding.UTF8.GetBytes(again.ToString()), desk: true));
        Assert.Equal((13, false), o.Board.Find(first.Number));
        Assert.Equal((14, true), o.Board.Find(again.Tracker));
        await o.RestartAsync();
        Assert.Equal("ballots are taken at the desk only now", (await o.CastAsync(1, new RankingVote(3, 1, 2))).Fault);
        await o.CloseAsync();
        Assert.Equal((14, 12), (o.Board.Ballots, o.Node.State.Votes.Find("e1")!.Box!.Voters));
    }

    [Fact]
    public async Task A_head_is_in_the_record_for_every_hour_in_which_ballots_come()
    {
        await using var o = await SealedVote.ElectionAsync();
        Taken(await o.CastAsync(0, new RankingVote(1, 2, 3)));
        Assert.Empty(o.Node.State.Votes.Find("e1")!.Box!.Heads);
        o.Advance(TimeSpan.FromHours(1));
        Taken(await o.CastAsync(1, new RankingVote(1, 2, 3)));
        var head = Assert.Single(o.Node.State.Votes.Find("e1")!.Box!.Heads);
        Assert.Equal((2, o.Board.Head), (head.Ballots, head.Head));
        Taken(await o.CastAsync(2, new RankingVote(1, 2, 3)));
        Assert.Single(o.Node.State.Votes.Find("e1")!.Box!.Heads);
    }

    [Fact]
    public async Task A_box_with_too_few_ballots_stays_closed_and_open_for_more()
    {
        await using var o = await SealedVote.ElectionAsync();
        for (var voter = 0; voter < 9; voter++) Taken(await o.CastAsync(voter, new RankingVote(1, 2, 3)));
        Assert.Equal("votes.box-too-few-ballots", Assert.IsType<Answer.Refused>(await o.Node.CloseBoxAsync(SealedVote.Conductor, "e1", "close")).Refusal.Code);
        Taken(await o.CastAsync(9, new RankingVote(1, 2, 3)));
        await o.CloseAsync();
        Assert.Equal("the vote is not open", (await o.CastAsync(10, new RankingVote(1, 2, 3))).Fault);
    }

    internal static void Taken(BoxAnswer answer) => Assert.Null(answer.Fault);
}
