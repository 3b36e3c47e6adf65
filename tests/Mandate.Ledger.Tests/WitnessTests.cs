using System.Text;

namespace Mandate.Ledger.Tests;

public sealed class WitnessTests
{
    private static readonly WitnessProtocol Witness = new([SampleLog.Witness(1)], [new(SampleLog.Origin, [SampleLog.Signer.Key])]);

    private static WitnessAnswer Ask(SampleLog log, ulong oldSize, WitnessState state, ulong now = 10) =>
        Witness.AddCheckpoint(AddCheckpointRequest.Format(oldSize, log.Tree.ConsistencyProof(oldSize, log.Size), log.Publish()), state.Of, now);

    [Fact]
    public void A_growing_log_is_cosigned_and_a_rewritten_one_is_not()
    {
        var state = WitnessState.Empty;
        var log = new SampleLog();
        var last = 0UL;
        foreach (var size in new ulong[] { 0, 1, 7, 300 })
        {
            var answer = Ask(log.Grow(size), last, state);
            Assert.Equal(200, answer.Status);
            state = state.With(answer.Update!)!;
            last = size;
        }
        var fork = new SampleLog("other").Grow(400);
        var refused = Ask(fork, 300, state);
        Assert.Equal(422, refused.Status);
        Assert.Null(refused.Update);
        Assert.Equal("300\n", Ask(fork, 0, state).Body);
    }

    [Fact]
    public void Of_two_requests_from_the_same_record_only_one_can_be_stored()
    {
        var log = new SampleLog().Grow(10);
        var state = WitnessState.Empty.With(Ask(log, 0, WitnessState.Empty).Update!)!;
        var first = Ask(log.Grow(20), 10, state).Update!;
        var second = Ask(log.Grow(30), 10, state).Update!;
        var stored = state.With(second)!;
        Assert.Null(stored.With(first));
        Assert.Equal(30UL, stored.Of(SampleLog.Origin)!.Checkpoint.Size);
    }

    [Fact]
    public void The_same_tree_again_gets_a_fresh_time()
    {
        var log = new SampleLog().Grow(10);
        var first = Ask(log, 0, WitnessState.Empty, now: 10);
        var again = Ask(log, 10, WitnessState.Empty.With(first.Update!)!, now: 99);
        Assert.Equal(200, again.Status);
        var response = Assert.IsType<AddCheckpointResponse.Cosigned>(Read(again, log));
        Assert.True(Cosignature.TryReadTimestamp(response.Signatures[0].Signature.AsSpan(), out var at));
        Assert.Equal(99UL, at);
    }

    [Fact]
    public void Monitors_get_the_signatures_that_hold_and_no_others()
    {
        var log = new SampleLog().Grow(3);
        var noise = new NoteSignature("noise.example", 1, [1, 2, 3]);
        var body = AddCheckpointRequest.Format(0, [], log.Publish().With(noise));
        var state = WitnessState.Empty.With(Witness.AddCheckpoint(body, _ => null, 5).Update!)!;
        var latest = Witness.Answer("GET", "/" + WitnessProtocol.LatestPath(SampleLog.Origin), [], state, 6);
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(latest.Body), out var note, out _));
        Assert.Equal([SampleLog.Origin, "witness.example/1"], note.Signatures.Select(s => s.Name));
    }

    [Fact]
    public void Answers_that_do_not_follow_the_protocol_are_not_believed()
    {
        var log = new SampleLog().Grow(3);
        var good = Ask(log, 0, WitnessState.Empty);
        Assert.IsType<AddCheckpointResponse.Cosigned>(Read(good, log));
        Assert.IsType<AddCheckpointResponse.Malformed>(Read(good, new SampleLog().Grow(4)));
        Assert.IsType<AddCheckpointResponse.Malformed>(Read(good with { Body = "" }, log));
        Assert.IsType<AddCheckpointResponse.Malformed>(Read(good with { Body = "another text\n\n" + good.Body }, log));
        Assert.IsType<AddCheckpointResponse.Malformed>(Read(good with { Body = SampleLog.Witness(2).Cosign(log.Checkpoint.ToString(), 1).Line }, log));
        Assert.IsType<AddCheckpointResponse.Malformed>(Read(new(409, AddCheckpointResponse.ConflictContentType, "07\n"), log));
        Assert.Equal(new AddCheckpointResponse.Conflict(7), Read(new(409, "text/x.tlog.size; charset=utf-8", "7\n"), log));
        Assert.Equal(new AddCheckpointResponse.Refused(409, "busy"), Read(new(409, "text/plain", "busy\n"), log));
        Assert.Equal(new AddCheckpointResponse.Refused(503, ""), Read(new(503, "", ""), log));
    }

    [Fact]
    public void A_log_that_knows_nothing_of_a_witness_gets_its_cosignature_in_two_exchanges()
    {
        var log = new SampleLog().Grow(10);
        var state = WitnessState.Empty.With(Ask(log, 0, WitnessState.Empty).Update!)!;
        log.Grow(30);
        var exchange = new WitnessExchange([SampleLog.Witness(1).Key]);
        (exchange, var outcome) = Exchange(exchange, log, state);
        Assert.Equal(new WitnessOutcome.AskAgain(10), outcome);
        (exchange, outcome) = Exchange(exchange, log, state);
        Assert.Single(Assert.IsType<WitnessOutcome.Cosigned>(outcome).Signatures);
        Assert.Equal(30UL, exchange.KnownSize);
    }

    [Fact]
    public void A_log_that_was_set_back_learns_that_the_witness_is_ahead()
    {
        var state = WitnessState.Empty.With(Ask(new SampleLog().Grow(30), 0, WitnessState.Empty).Update!)!;
        var (exchange, outcome) = Exchange(new([SampleLog.Witness(1).Key]), new SampleLog().Grow(20), state);
        Assert.Equal(new WitnessOutcome.WitnessIsAhead(30), outcome);
        (_, outcome) = Exchange(exchange, new SampleLog().Grow(20), state);
        Assert.Equal(new WitnessOutcome.WitnessIsAhead(30), outcome);
    }

    [Fact]
    public void A_log_with_another_history_is_told_so()
    {
        var state = WitnessState.Empty.With(Ask(new SampleLog().Grow(30), 0, WitnessState.Empty).Update!)!;
        var (_, outcome) = Exchange(new([SampleLog.Witness(1).Key], 30), new SampleLog("other").Grow(40), state);
        Assert.IsType<WitnessOutcome.OtherHistory>(outcome);
        Assert.IsType<WitnessOutcome.Unavailable>(new WitnessExchange([SampleLog.Witness(1).Key]).Read(503, null, [], new SampleLog().Checkpoint).Outcome);
        Assert.IsType<WitnessOutcome.Unavailable>(new WitnessExchange([SampleLog.Witness(1).Key]).Read(200, null, [], new SampleLog().Checkpoint).Outcome);
    }

    private static (WitnessExchange Next, WitnessOutcome Outcome) Exchange(WitnessExchange exchange, SampleLog log, WitnessState state)
    {
        var answer = Witness.AddCheckpoint(exchange.Request(log.Size, log.Publish(), log.Tree.Node), state.Of, 50);
        return exchange.Read(answer.Status, answer.ContentType, Encoding.UTF8.GetBytes(answer.Body), log.Checkpoint);
    }

    [Fact]
    public void A_witness_without_a_cosigning_key_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new WitnessProtocol([SampleLog.Signer], []));

    private static AddCheckpointResponse Read(WitnessAnswer answer, SampleLog log) =>
        AddCheckpointResponse.Read(answer.Status, answer.ContentType, Encoding.UTF8.GetBytes(answer.Body), log.Checkpoint.ToString(), [SampleLog.Witness(1).Key]);
}
