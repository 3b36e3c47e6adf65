using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>A vote by sealed ballots from the first head in the record to the result that the archive proves.</summary>
internal static class SecretResults
{
    public static Decision Anchor(State state, Act act, AnchorHead c)
    {
        if (Running(state, c.Vote, c.Ballots, c.Head, out var vote, out var box) is { } not) return not;
        // Trustees of every camp may: a head that only one side can record is no witness.
        if (!box.Serves(act.By) && Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (box.Heads.LastOrDefault()?.Head == c.Head || box.Head == c.Head) return ProtocolRefusals.Taken("head", c.Head);
        return Decision.Accept(vote.Question.Clause, new HeadAnchored(c.Vote, c.Ballots, c.Head));
    }

    public static Decision EndRemote(State state, Act act, EndRemote c)
    {
        if (Running(state, c.Vote, c.Ballots, c.Head, out var vote, out var box) is { } not) return not;
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (box.RemoteEndedAt is not null) return ProtocolRefusals.Taken("end", c.Vote);
        return Decision.Accept(vote.Question.Clause, new RemoteEnded(c.Vote, c.Ballots, c.Head));
    }

    public static Decision Close(State state, Act act, CloseBox c)
    {
        if (Running(state, c.Vote, c.Ballots, c.Head, out var vote, out var box, closing: true) is { } not) return not;
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (c.Voters < 0 || c.Voters > Math.Min(c.Ballots, box.Credentials)) return ProtocolRefusals.Malformed("voters", $"0 to {Math.Min(c.Ballots, box.Credentials)}", c.Voters);
        if (c.Voters < SecretBox.LeastVoters) return SecretRefusals.TooFewToOpen(vote.Question.Clause, c.Voters);
        var electorate = Math.Max(Electors.Count(state, vote, act.At), c.Voters);
        var present = vote.Session is { } id && !Electors.ByRegister(state, vote, act.At) && state.Sessions.Find(id) is { } session ? Math.Max(Entitlement.Present(state, session, act.At).Count(), c.Voters) : c.Voters;
        return Decision.Accept(vote.Question.Clause, new BoxClosed(c.Vote, c.Ballots, c.Voters, c.Head, electorate, present));
    }

    public static Decision Publish(State state, Act act, PublishBox c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Counting) is { } stage) return stage;
        if (vote.Box is not { } box) return SecretRefusals.NotByBox(c.Vote);
        // No one of them can keep the result back.
        if (!box.Serves(act.By) && Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (act.Blobs.Box(c.Box) is not { } found) return ProtocolRefusals.BlobMissing(c.Box);
        if (Proves(vote, box, found) is { } fault) return fault;
        var published = new BoxPublished(c.Vote, c.Box, found.Heads[^1]);
        return vote.IsElection ? Elected(state, act, vote, c, found, published) : Decided(state, act, vote, found, published);
    }

    /// <summary>The archive is this vote's box, closed as it was closed, opened as its rules say.</summary>
    private static Refusal? Proves(Vote vote, SecretBox box, BoxContents found)
    {
        if (found.Fault is { } fault) return SecretRefusals.DoesNotHold(fault);
        if (!found.Complete) return SecretRefusals.Stage("Result");
        var closed = box.Closed!;
        foreach (var (height, head) in box.Heads.Select(h => (h.Ballots, h.Head)).Prepend((0, box.Head)).Append((closed.Ballots + 1, closed.Head)))
            if (height >= found.Heads.Length || found.Heads[height] != head) return SecretRefusals.OtherBox(height, head);
        if (found.Ballots != closed.Ballots) return SecretRefusals.Disagrees("ballots", closed.Ballots, found.Ballots);
        if (found.Voters != box.Voters) return SecretRefusals.Disagrees("voters", box.Voters, found.Voters);
        // No camp holds as many keys as the threshold, so that one shuffle at least is by another camp.
        return vote.IsElection && found.Shuffles < box.Threshold ? SecretRefusals.TooFewShuffles(box.Threshold, found.Shuffles) : null;
    }

    private static Decision Decided(State state, Act act, Vote vote, BoxContents found, BoxPublished published)
    {
        var counts = found.Result[0][0];
        var figures = new Figures((int)counts[0], (int)counts[1], (int)counts[2]);
        var present = vote.PresentAtClose ?? figures.Sum;
        var question = vote.Question;
        if (vote.Session is not null && question.QuorumNeeded is { } needed && present < needed) return VotesRefusals.NoQuorum(question.QuorumClause ?? "", question.Quorum ?? "", needed, present);
        var outcome = Deciding.Outcome(state, vote, figures, 0, new(present), act.At);
        return Decision.Accept(question.Clause, [published, new ResultDeclared(vote.Id, outcome), .. Deciding.Consequences(state, act, vote, outcome)]);
    }

    private static Decision Elected(State state, Act act, Vote vote, PublishBox c, BoxContents found, BoxPublished published)
    {
        if (c.Papers is null) return ProtocolRefusals.Malformed("papers", "SHA-256 of the rankings as a BLT file", "");
        if (act.Blobs.Read(c.Papers) is not { } bytes) return ProtocolRefusals.BlobMissing(c.Papers);
        var papers = BoxPapers.Of(vote, found);
        if (!bytes.Span.SequenceEqual(papers)) return SecretRefusals.Disagrees("papers", found.Voters, "other");
        if (ElectionPapers.Parse(papers, vote, out var read) is { } fault) return fault;
        return Publishing.Counted(state, act, vote, c.Papers, read) switch
        {
            Decision.Accepted accepted => Decision.Accept(accepted.Clause, [published, .. accepted.Events]),
            var refused => refused,
        };
    }

    private static Refusal? Running(State state, string id, int ballots, string head, out Vote vote, out SecretBox box, bool closing = false)
    {
        box = null!;
        if (VotesRules.Find(state, id, out vote, VoteStage.Running) is { } stage) return stage;
        if (vote.Box is null) return SecretRefusals.NotByBox(id);
        box = vote.Box;
        if (!IsHash(head)) return ProtocolRefusals.Malformed("head", "64 lower-case hex digits", head);
        var last = box.Heads.LastOrDefault() ?? new AnchoredHead(0, box.Head, default);
        if (ballots < last.Ballots) return SecretRefusals.HeadBehind(last.Ballots, ballots);
        return !closing && ballots == last.Ballots && head != last.Head ? SecretRefusals.OtherBox(last.Ballots, last.Head) : null;
    }

    internal static bool IsHash(string? text) => text is { Length: 64 } && text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');
}
