using Mandate.Organisation.Votes;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Printing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Votes;

/// <summary>Votes and elections: what is put, who is entitled, papers and tellers, the result with its arithmetic.</summary>
public static class VotesEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        DissentMail.Map(group);
        group.MapGet("/votes", (int? page, Visit visit) => new Page<VotesPage>(new { PageNumber = page ?? 1 }) { Version = visit.Version() });
        group.MapGet("/votes/{id}", IResult (string id, Visit visit) => visit.State.Votes.Find(id) is { } vote
            ? vote.IsElection
                ? new Page<ElectionPage>(new { Vote = vote }) { Version = visit.Version(), NamesMembers = true }
                : new Page<QuestionPage>(new { Vote = vote }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/votes/{id}/count", IResult (string id, Visit visit) => visit.State.Votes.Find(id) is { } vote && PublishedCount.Of(vote, new(visit.Kept.Blob)) is { } count
            ? new Page<CountPage>(new { Vote = vote, Count = count }) { Version = visit.Version(), NamesMembers = true }
            : Results.NotFound());
        group.MapGet("/votes/{id}/ballots.blt", IResult (string id, Visit visit) => visit.State.Votes.Find(id) is { IsElection: true, Outcome: not null, Ballots: { } ballots } && visit.Kept.Blob(ballots) is { } papers
            ? Results.Bytes(papers, "text/plain; charset=utf-8", id + ".blt")
            : Results.NotFound());
        group.MapGet("/votes/{id}/tally", IResult (string id, Visit visit) => visit.State.Votes.Find(id) is { } vote
            ? new Page<TallySheetPage>(new { Vote = vote }) { Version = visit.Version() }
            : Results.NotFound()).AsPaper();
        Sealed.SealedEndpoints.Map(group);
        group.MapGet("/votes/{id}/papers", IResult (string id, Visit visit) => visit.State.Votes.Find(id) is { } vote
            ? new Page<BallotPapersPage>(new { Vote = vote }) { Version = visit.Version(), NamesMembers = vote.IsElection }
            : Results.NotFound()).AsPaper();
    }
}
