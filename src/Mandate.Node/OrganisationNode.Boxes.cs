using System.Collections.Concurrent;
using Mandate.Node.Boxes;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Node;

/// <summary>The boxes of votes by sealed ballots: kept beside the log, their heads in it.</summary>
public sealed partial class OrganisationNode
{
    /// <summary>How long ballots may come before a head of their box stands in the record.</summary>
    public static readonly TimeSpan AnchorEvery = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Lazy<BallotBoard>> boards = new(StringComparer.Ordinal);

    /// <summary>The box of a vote; null where it has none, or none is kept here.</summary>
    public BallotBoard? Board(string vote)
    {
        if (Folder is null || State.Votes.Find(vote)?.Box is not { } box || store.ReadBlob(box.Setup) is not { } setup) return null;
        return boards.GetOrAdd(box.Setup, name => new(() =>
        {
            var board = BallotBoard.Open(Path.Combine(Folder.BoxesFolder, name + ".bel"), setup);
            if (box.RemoteEndedAt is not null) board.SetDeskOnlyAsync(true).GetAwaiter().GetResult();
            return board;
        })).Value;
    }

    /// <summary>Takes a sealed ballot into the box of a running vote.</summary>
    public async Task<BoxAnswer> TakeBallotAsync(string vote, ReadOnlyMemory<byte> ballot, bool desk = false)
    {
        if (State.Votes.Find(vote) is not { Stage: VoteStage.Running, Box: not null } || Board(vote) is not { } board) return BoxAnswer.Refused("the vote is not open");
        var answer = await board.TakeAsync(ballot, desk);
        if (answer.Fault is null) await AnchorWhenDueAsync(vote);
        return answer;
    }

    /// <summary>Records the head of the box as it stands now.</summary>
    public Task<Answer> AnchorAsync(string by, string vote, string id) =>
        Board(vote) is { } board ? SubmitAsync(by, new AnchorHead(vote, board.Ballots, board.Head), id) : NoBox(vote);

    /// <summary>Ends voting from afar: what comes now comes to the desk, and counts last.</summary>
    public async Task<Answer> EndRemoteAsync(string by, string vote, string id)
    {
        if (Board(vote) is not { } board) return await NoBox(vote);
        await board.SetDeskOnlyAsync(true);
        var answer = await SubmitAsync(by, new EndRemote(vote, board.Ballots, board.Head), id);
        if (answer is Answer.Refused && State.Votes.Find(vote)?.Box?.RemoteEndedAt is null) await board.SetDeskOnlyAsync(false);
        return answer;
    }

    /// <summary>Closes the box and says so in the record. Where the machine stops between the two, closing it again does the rest.</summary>
    public async Task<Answer> CloseBoxAsync(string by, string vote, string id)
    {
        if (Board(vote) is not { } board) return await NoBox(vote);
        if (board.IsOpen && Ask(by, new CloseBox(vote, board.Ballots, board.Voters, board.Head)) is Decision.Refused { Refusal: var not }) return new Answer.Refused(not);
        var head = await board.CloseAsync();
        return await SubmitAsync(by, new CloseBox(vote, board.Ballots, board.Voters, head), id);
    }

    /// <summary>Publishes the result of the finished box.</summary>
    public Task<Answer> PublishBoxAsync(string by, string vote, string id)
    {
        if (Board(vote) is not { } board || State.Votes.Find(vote) is not { } held) return NoBox(vote);
        ReadOnlyMemory<byte> archive = board.Bytes();
        var found = BoxReading.Contents(archive);
        if (!held.IsElection || !found.Complete) return SubmitAsync(by, new PublishBox(vote, Name(archive)), id, archive);
        ReadOnlyMemory<byte> papers = BoxPapers.Of(held, found);
        return SubmitAsync(by, new PublishBox(vote, Name(archive), Name(papers)), id, archive, papers);
    }

    private async Task AnchorWhenDueAsync(string vote)
    {
        if (State.Votes.Find(vote) is not { Box: { OpenedBy: { } by } box, OpenedAt: { } opened } || Board(vote) is not { } board) return;
        if (Now - (box.Heads.LastOrDefault()?.At ?? opened) >= AnchorEvery) await AnchorAsync(by, vote, $"head-{board.Head}");
    }

    /// <summary>An archive is verified before its act waits in line, so that nobody else's waits for it.</summary>
    private async Task<Answer> SubmitBoxAsync(Submission submission)
    {
        await Task.Run(() =>
        {
            foreach (var blob in submission.Blobs) BoxReading.Contents(blob);
        });
        return await Sequence(submission);
    }

    private static Task<Answer> NoBox(string vote) => Task.FromResult<Answer>(new Answer.Refused(SecretRefusals.NotByBox(vote)));

    private static string Name(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.Span));
}
