using System.Text;
using Mandate.Node.Boxes;
using Mandate.Node.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Votes;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;

using Answer = Mandate.Node.Sequencing.Answer;

namespace Mandate.Node.Tests.Boxes;

/// <summary>What somebody tries against a vote by sealed ballots ends in a refusal that says why, or in a result that still verifies.</summary>
public sealed class SealedVoteAttackTests
{
    private static readonly RankingVote First = new(1, 2, 3);

    [Fact]
    public async Task Ballots_that_are_copied_replayed_altered_or_of_no_credential_are_not_taken()
    {
        await using var o = await SealedVote.ElectionAsync();
        var ballot = o.Seal(0, First);
        SealedVoteTests.Taken(await o.TakeAsync(ballot.ToString()));
        Assert.Equal("this ballot is in the box already", (await o.TakeAsync(ballot.ToString())).Fault);
        // Another's answers under one's own credential.
        var copied = ballot with { Credential = o.Voters[1].Public };
        Assert.NotNull((await o.TakeAsync(copied.ToString())).Fault);
        Assert.NotNull((await o.TakeAsync(ballot.ToString().Replace("\"alpha\":\"", "\"alpha\":\"0", StringComparison.Ordinal))).Fault);
        Assert.NotNull((await o.TakeAsync(ballot.ToString().Replace(",", ", ", StringComparison.Ordinal))).Fault);
        var stranger = Credential.Generate(o.Board.Election.Uuid, SealedVote.Random);
        Assert.Contains("is not listed", (await o.TakeAsync(BallotMaker.Make(o.Board.Election, stranger, [First], SealedVote.Random).ToString())).Fault, StringComparison.Ordinal);
        Assert.NotNull((await o.TakeAsync("{}")).Fault);
        Assert.NotNull((await o.TakeAsync("")).Fault);
        Assert.Equal(1, o.Board.Ballots);
    }

    [Fact]
    public async Task A_credential_that_counts_for_many_votes_is_found_before_the_box_is_prepared()
    {
        await using var o = await SealedVote.PutAsync();
        var uuid = BoxSetup.Uuid("dockside", "q1");
        var (_, trustees) = o.Files(uuid);
        var credentials = PublicCredentials.Of(CurveGroup.Instance, o.Voters.Select((v, i) => new PublicCredential(v.Public, i == 5 ? 30 : 1)));
        var (archive, fault) = BoxSetup.Make(o.Node.State.Votes.Find("q1")!, uuid, "Dockside", "en", Encoding.UTF8.GetBytes(credentials.ToString()), trustees, DateTimeOffset.UnixEpoch);
        Assert.Null(fault);
        var answer = await o.Node.SubmitAsync(SealedVote.Conductor, new PrepareBox("q1", Dockside.Name(archive!), "b1-03", [.. SealedVote.Trustees]), "weights", archive!);
        var refusal = Assert.IsType<Answer.Refused>(answer).Refusal;
        Assert.Equal(("votes.box-disagrees", "weights"), (refusal.Code, refusal.Args["what"]));
    }

    [Fact]
    public async Task Points_that_are_none_or_of_small_order_are_not_taken()
    {
        await using var o = await SealedVote.ElectionAsync();
        var text = o.Seal(0, First).ToString();
        var alpha = text.IndexOf("\"alpha\":\"", StringComparison.Ordinal) + 9;
        foreach (var point in new[] { new string('f', 64), new string('0', 64), "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec", new string('A', 64), "1" })
            Assert.NotNull((await o.TakeAsync(text[..alpha] + point + text[(alpha + 64)..])).Fault);
    }

    [Fact]
    public async Task A_ballot_that_a_full_disk_refused_is_taken_when_there_is_room()
    {
        await using var o = await SealedVote.ElectionAsync();
        using var folder = new TemporaryFolder();
        using var disk = new SmallDisk(folder, "256k");
        var ballots = Enumerable.Range(0, 12).Select(v => Encoding.UTF8.GetBytes(o.Seal(v, First).ToString())).ToList();
        var taken = 0;
        using (var board = BallotBoard.Open(disk.At("box.bel"), o.Board.Bytes()))
        {
            var filler = disk.Fill();
            while (taken < ballots.Count && (await board.TakeAsync(ballots[taken])).Fault is null) taken++;
            Assert.True(taken < ballots.Count, "the disk never filled");
            Assert.Equal(taken, board.Ballots);
            File.Delete(filler);
            SealedVoteTests.Taken(await board.TakeAsync(ballots[taken]));
        }
        using var again = BallotBoard.Open(disk.At("box.bel"), default);
        Assert.Equal(taken + 1, again.Ballots);
    }

    [Fact]
    public async Task A_box_from_which_a_ballot_was_dropped_has_no_result()
    {
        await using var o = await SealedVote.ElectionAsync();
        var ballots = Enumerable.Range(0, 12).Select(v => o.Seal(v, First)).ToList();
        foreach (var ballot in ballots) SealedVoteTests.Taken(await o.TakeAsync(ballot.ToString()));
        await o.CloseAsync();
        // A host that keeps another box, with one ballot less, and everything else done right.
        var setup = o.Node.Blobs.Read(o.Node.State.Votes.Find("e1")!.Box!.Setup)!.Value.ToArray();
        var other = await FinishedAsync(o, setup, ballots.Take(11));
        Assert.Null(BoxReading.Contents(other).Fault);
        var papers = BoxPapers.Of(o.Node.State.Votes.Find("e1")!, BoxReading.Contents(other));
        var answer = await o.Node.SubmitAsync(SealedVote.Conductor, new PublishBox("e1", Dockside.Name(other), Dockside.Name(papers)), "other", other, papers);
        Assert.Equal("votes.box-other", Assert.IsType<Answer.Refused>(answer).Refusal.Code);
        Assert.Equal("it does not continue the archive as it stands here; take the newest and do the step again", (await o.Board.ExtendAsync(other)).Fault);
    }

    [Fact]
    public async Task A_trustee_who_is_absent_or_lies_does_not_stop_the_count()
    {
        await using var o = await SealedVote.QuestionAsync();
        for (var voter = 0; voter < 12; voter++) SealedVoteTests.Taken(await o.CastAsync(voter, new ChoiceVote(voter < 8 ? 0 : 1)));
        await o.CloseAsync();
        var lie = Encoding.UTF8.GetString(o.Share(1));
        var response = lie.LastIndexOf("\"response\":\"", StringComparison.Ordinal) + 12;
        lie = lie[..response] + (lie[response] == '1' ? '2' : '1') + lie[(response + 1)..];
        Assert.Equal("its proofs hold for no trustee of this box and these ballots", (await o.Board.DecryptAsync(Encoding.UTF8.GetBytes(lie))).Fault);
        Assert.NotNull((await o.Board.DecryptAsync("nothing"u8.ToArray())).Fault);
        Assert.IsType<Answer.Refused>(await o.Node.PublishBoxAsync(SealedVote.Conductor, "q1", "too soon"));
        SealedVoteTests.Taken(await o.DecryptAsync(2));
        Assert.Equal("trustee 2 has decrypted already", (await o.DecryptAsync(2)).Fault);
        SealedVoteTests.Taken(await o.DecryptAsync(3));
        await o.PublishAsync();
        var outcome = o.Node.State.Votes.Find("q1")!.Outcome!;
        Assert.Equal((new Figures(8, 4, 0), true), (outcome.Figures, outcome.Carried));
        Assert.True(o.Node.Verify().Holds);
    }

    [Fact]
    public async Task A_shuffle_that_swaps_a_ballot_is_not_taken()
    {
        await using var o = await SealedVote.ElectionAsync();
        for (var voter = 0; voter < 10; voter++) SealedVoteTests.Taken(await o.CastAsync(voter, First));
        await o.CloseAsync();
        var cheated = o.Extended((w, box) =>
        {
            var rankings = Tallying.Rankings(box.Election, box.Tally!);
            var honest = Shuffler.Shuffle(box.Election, rankings, SealedVote.Random);
            w.Shuffle(1, honest with { Ciphertexts = [[.. honest.Ciphertexts[0].Skip(1), honest.Ciphertexts[0][^1]]] });
        });
        Assert.NotNull((await o.Board.ExtendAsync(cheated)).Fault);
        Assert.Equal(EventKind.EncryptedTally, o.Board.Stage);
        // Somebody who shuffles alone and says that it was two of them.
        Assert.Contains("said to be of trustee 2", (await o.Board.ExtendAsync(o.Shuffled(2), by: 1)).Fault, StringComparison.Ordinal);
        Assert.NotNull((await o.Board.ExtendAsync(o.Shuffled(2), by: 0)).Fault);
        SealedVoteTests.Taken(await o.Board.ExtendAsync(o.Shuffled(2), by: 2));
    }

    [Fact]
    public async Task What_was_being_written_when_the_machine_stopped_is_cut_off_and_nothing_acknowledged_is_lost()
    {
        await using var o = await SealedVote.ElectionAsync();
        var numbers = new List<string>();
        for (var voter = 0; voter < 3; voter++) numbers.Add((await o.CastAsync(voter, First)).Number);
        var length = o.Board.Length;
        var half = o.Extended((w, _) => w.Ballot(o.Seal(3, First)));
        foreach (var cut in new[] { (int)length + 1, (int)length + 511, (int)length + 700, half.Length - 512, half.Length - 1 })
        {
            await o.RestartAsync(() => File.WriteAllBytes(o.BoxFile, half[..cut]));
            Assert.Equal((3, length), (o.Board.Ballots, o.Board.Length));
            Assert.All(numbers, n => Assert.NotNull(o.Board.Find(n)));
        }
        SealedVoteTests.Taken(await o.CastAsync(3, First));
        Assert.Null(BoxReading.Contents(o.Board.Bytes()).Fault);
    }

    [Fact]
    public async Task An_archive_that_was_cut_off_or_told_otherwise_to_others_is_not_taken()
    {
        await using var o = await SealedVote.ElectionAsync();
        for (var voter = 0; voter < 10; voter++) SealedVoteTests.Taken(await o.CastAsync(voter, First));
        // A box that was shown to somebody else: the same but for the last ballot. Its head is not the one in the record.
        var shown = o.Extended((w, _) => w.Ballot(o.Seal(10, First)));
        SealedVoteTests.Taken(await o.CastAsync(11, First));
        SealedVote.Accepted(await o.Node.AnchorAsync(SealedVote.Conductor, "e1", "anchor"));
        var anchored = o.Node.State.Votes.Find("e1")!.Box!.Heads[^1].Head;
        var report = Mandate.SecretBallot.Verification.ArchiveVerifier.Verify(new MemoryStream(shown), new() { AnchoredHeads = [anchored] });
        Assert.Contains("it is another archive, or it was changed", report.FirstFault!.Text, StringComparison.Ordinal);
        await o.CloseAsync();
        var whole = o.Shuffled(1);
        foreach (var cut in new[] { whole.Length - 1, whole.Length - 512, whole.Length - 5000, (int)o.Board.Length + 100, (int)o.Board.Length, 1000, 0 })
            Assert.NotNull((await o.Board.ExtendAsync(whole.AsMemory(0, cut))).Fault);
        foreach (var cut in new[] { (int)o.Board.Length, (int)o.Board.Length - 512, 3000 })
        {
            var part = o.Board.Bytes().AsSpan(0, cut).ToArray();
            Assert.IsType<Answer.Refused>(await o.Node.SubmitAsync(SealedVote.Conductor, new PublishBox("e1", Dockside.Name(part), Dockside.Name([])), $"cut-{cut}", part, Array.Empty<byte>()));
        }
        SealedVoteTests.Taken(await o.Board.ExtendAsync(whole));
    }

    /// <summary>Some hundreds; as many as MANDATE_LAST_MINUTE says, for a long run.</summary>
    private static int LastMinute => int.TryParse(Environment.GetEnvironmentVariable("MANDATE_LAST_MINUTE"), out var asked) ? asked : 240;

    [Fact]
    public async Task Many_who_vote_at_once_in_the_last_minute_are_all_in_the_box()
    {
        await using var o = await SealedVote.QuestionAsync();
        var ballots = Enumerable.Range(0, LastMinute).AsParallel().Select(i => o.Seal(i % 12, new ChoiceVote(i % 3))).ToList();
        var answers = await Task.WhenAll(ballots.Select(b => Task.Run(() => o.TakeAsync(b.ToString()))));
        Assert.All(answers, SealedVoteTests.Taken);
        await o.CloseAsync();
        Assert.Equal((ballots.Count, 12), (o.Board.Ballots, o.Board.Voters));
        Assert.All(ballots, b => Assert.NotNull(o.Board.Find(b.Tracker)));
        Assert.Null(BoxReading.Contents(o.Board.Bytes()).Fault);
    }

    [Fact]
    public async Task A_machine_that_stops_between_closing_the_box_and_saying_so_closes_it_once()
    {
        await using var o = await SealedVote.ElectionAsync();
        for (var voter = 0; voter < 10; voter++) SealedVoteTests.Taken(await o.CastAsync(voter, First));
        var head = await o.Board.CloseAsync();
        await o.RestartAsync();
        Assert.Equal("the box is closed", (await o.CastAsync(0, First)).Fault);
        await o.CloseAsync();
        Assert.Equal(head, o.Node.State.Votes.Find("e1")!.Box!.Closed!.Head);
    }

    private static async Task<byte[]> FinishedAsync(SealedVote o, byte[] setup, IEnumerable<Ballot> ballots)
    {
        using var folder = new TemporaryFolder();
        using var board = BallotBoard.Open(folder.At("other.bel"), setup);
        foreach (var ballot in ballots) SealedVoteTests.Taken(await board.TakeAsync(Encoding.UTF8.GetBytes(ballot.ToString())));
        await board.CloseAsync();
        foreach (var owner in new[] { 1, 2 })
        {
            using var stream = new MemoryStream();
            stream.Write(board.Bytes());
            var box = BallotBox.Of(ArchiveReader.Read(new MemoryStream(board.Bytes())));
            ArchiveWriter.Continue(stream, box.Archive).Shuffle(owner, Shuffler.Shuffle(box.Election, Tallying.Rankings(box.Election, box.Tally!), SealedVote.Random));
            SealedVoteTests.Taken(await board.ExtendAsync(stream.ToArray()));
        }
        foreach (var owner in new[] { 1, 2 })
        {
            var box = BallotBox.Of(ArchiveReader.Read(new MemoryStream(board.Bytes())));
            SealedVoteTests.Taken(await board.DecryptAsync(Encoding.UTF8.GetBytes(o.Keys[owner - 1].Decrypt(box.Election, box.Tally!, SealedVote.Random).ToString())));
        }
        return board.Bytes();
    }
}
