using Mandate.Organisation.Roll;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// In what state those were who voted: a result says something of its electorate too (requirement S413). A unit that has emptied out gives another result than one
/// that is alive, with the same shares.
/// </summary>
/// <param name="Unit">The unit whose members voted; null for all members.</param>
/// <param name="Earlier">Ballots of the same members in the twelve months before, of those that could have been cast.</param>
public sealed record ElectorateState(string? Unit, Ratio Took, Ratio Earlier, Movement Members)
{
    /// <summary>Of fewer members nothing is shown beside the result (design, against misuse).</summary>
    private const int Fewest = 10;

    /// <summary>Null where delegates voted, where nothing has closed yet, and for fewer than ten members.</summary>
    public static ElectorateState? Of(State state, Vote vote)
    {
        if (vote is not { Outcome: not null, ClosedAt: { } closed, Electorate: > 0 } || Cast(vote) is not { } took) return null;
        var unit = Strengths.UnitOf(state, vote);
        if (unit is null && vote.Session is not null) return null;
        var day = DateOnly.FromDateTime(closed.UtcDateTime);
        var members = Movement.Of(state.Roll, day.AddYears(-1), day, unit);
        if (members.Now < Fewest || vote.Electorate < Fewest) return null;
        var earlier = state.Votes.All.Values
            .Where(v => v.Id != vote.Id && v is { Outcome: not null, Electorate: > 0, ReplacedBy: null, ClosedAt: { } at } && at < closed && at >= closed.AddYears(-1) && Strengths.UnitOf(state, v) == unit && (unit is not null || v.Session is null) && Cast(v) is not null).ToList();
        return new(unit, new(took, vote.Electorate), new(earlier.Sum(v => Cast(v)!.Value), earlier.Sum(v => v.Electorate)), members);
    }

    private static int? Cast(Vote vote) => vote.Kind == VoteKind.Uncontested ? null : vote.IsElection ? vote.Papers?.InTheBox ?? (vote.TookPart.Count > 0 ? vote.TookPart.Count : null) : vote.Outcome!.Figures.Sum;
}
