using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Organisation.Votes;

/// <summary>The count behind a published result, made again from the published papers.</summary>
public static class PublishedCount
{
    /// <summary>
    /// The count whose sheet has the digest that the result carries. Places that were no longer open when it was published were not
    /// filled, so fewer are tried.
    /// </summary>
    /// <returns>Null where there is no result, the papers are not at hand, or another kind of count made it.</returns>
    public static Count? Of(Vote vote, Blobs blobs)
    {
        if (vote is not { IsElection: true, Ballots: { } ballots, Outcome.CountSheet: { } sheet } || ElectionPapers.Read(blobs, ballots, vote, out var papers) is not null) return null;
        for (var seats = vote.Seats; seats >= 1; seats--)
            if (ElectionCount.Count(vote, papers, seats, vote.NotStanding.Select(b => b.Person)) is var count && CountSheet.Digest(count) == sheet) return count;
        return null;
    }
}
