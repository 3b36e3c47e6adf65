using System.Collections.Immutable;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Offices;

/// <summary>The vote that a mandate rests on, in figures.</summary>
/// <param name="Unit">The unit whose members voted; null where a body or all members did.</param>
/// <param name="Session">The session in which it was held; null outside one.</param>
/// <param name="TookPart">How many were given a ballot paper.</param>
public sealed record ChainVote(string Vote, string? Unit, string? Session, DateTimeOffset At, int TookPart, int Electorate, string? CountSheet);

/// <summary>One mandate and what it rests on.</summary>
/// <param name="Vote">The dated vote; null where no vote filled the place.</param>
/// <param name="By">The mandates of those who chose: the electors of a body, the officer who appointed; empty where members voted.</param>
/// <param name="IsBase">The chain has come down to a vote of members, to a lot among them, or to the founding.</param>
public sealed record ChainLink(Tenure Tenure, ChainVote? Vote, ImmutableArray<ChainLink> By, bool IsBase);

/// <summary>On what a mandate rests: down to the dated votes of members in their units.</summary>
public static class Chain
{
    public static ChainLink Of(State state, Tenure tenure) => Of(state, tenure, []);

    private static ChainLink Of(State state, Tenure tenure, ImmutableHashSet<string> above)
    {
        var seen = above.Add(tenure.Id);
        var vote = state.Votes.Find(tenure.Basis.Reference);
        var electors = vote is { Session: not null } ? Electors(state, vote) : tenure.Basis.By is { } by ? ByWhom(state, by, tenure.From) : [];
        ImmutableArray<ChainLink> links = [.. electors.Where(t => !seen.Contains(t.Id)).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => Of(state, t, seen))];
        return new(tenure, vote is null ? null : Figures(vote), links, IsBase: links.IsEmpty && tenure.Basis.Kind is not (BasisKind.Appointment or BasisKind.Acting));
    }

    private static ChainVote Figures(Vote vote) =>
        new(vote.Id, vote.Unit, vote.Session, vote.Outcome?.At ?? vote.PutAt, vote.TookPart.Count, vote.Electorate, vote.Outcome?.CountSheet);

    /// <summary>The mandates on which those who were given a paper sat in the session; none for an assembly of members.</summary>
    private static IEnumerable<Tenure> Electors(State state, Vote vote)
    {
        if (state.Sessions.Find(vote.Session!) is not { } session) return [];
        var at = vote.OpenedAt ?? vote.PutAt;
        return vote.TookPart
            .Select(p => state.Offices.Career(p).LastOrDefault(t => t.Seat.Of == session.Body && (t.Session is null || t.Session == session.Id) && t.HeldAt(at)))
            .OfType<Tenure>();
    }

    private static IEnumerable<Tenure> ByWhom(State state, string by, DateTimeOffset at)
    {
        var place = by.Split('@', 2);
        var body = state.Offices.Holders(place[0], at, place.Length > 1 ? place[1] : null).ToList();
        return body.Count > 0 ? body : state.Offices.HeldBy(by, at);
    }
}
