using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>The fold of votes by sealed ballots.</summary>
internal static class SecretEvolve
{
    /// <summary>Null where the event is none of theirs.</summary>
    public static (string Vote, Func<Vote, Vote> Change)? Of(VotesEvent happened, Occasion occasion) => happened switch
    {
        SecretDemanded e => (e.Vote, v => v with { SecretDemandedBy = v.SecretDemandedBy.Add(e.By) }),
        MadeSecret e => (e.Vote, v => v with { Kind = VoteKind.Paper, Question = v.Question with { Secret = e.Clause } }),
        // What was cast by name until then is not counted, and stays what it was: it cannot be made unsaid.
        BoxPrepared e => (e.Vote, v => v with { Kind = VoteKind.Secret, Box = new(e.Setup, e.Uuid, e.Fingerprint, e.Head, e.Credentials, e.Threshold, e.Authority, e.Trustees, e.Booth) }),
        BoxConfirmed e => (e.Vote, v => v with { Box = v.Box! with { Confirmed = v.Box.Confirmed.Add(e.Person) } }),
        HeadAnchored e => (e.Vote, v => v with { Box = Anchored(v.Box!, e.Ballots, e.Head, occasion.At) }),
        RemoteEnded e => (e.Vote, v => v with { Box = Anchored(v.Box!, e.Ballots, e.Head, occasion.At) with { RemoteEndedAt = occasion.At } }),
        BoxClosed e => (e.Vote, v => v with
        {
            Stage = VoteStage.Counting,
            ClosedAt = occasion.At,
            Electorate = e.Electorate,
            PresentAtClose = e.Present,
            Box = v.Box! with { Closed = new(e.Ballots, e.Head, occasion.At), Voters = e.Voters },
        }),
        BoxPublished e => (e.Vote, v => v with { Box = v.Box! with { Archive = e.Box } }),
        _ => null,
    };

    private static SecretBox Anchored(SecretBox box, int ballots, string head, DateTimeOffset at) =>
        box.Heads.LastOrDefault()?.Head == head ? box : box with { Heads = box.Heads.Add(new(ballots, head, at)) };
}
