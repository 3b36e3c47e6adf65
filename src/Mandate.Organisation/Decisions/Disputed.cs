using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Decisions;

/// <summary>What remains disputed of a decision (S080).</summary>
/// <param name="Members">Those who could vote on it by name; empty for a vote of members or a secret one, of whom nobody is asked.</param>
/// <param name="Confirmed">Of these, who said that they know of nothing.</param>
/// <param name="Open">Motions not yet decided that would change or repeal it, or move the same matter again.</param>
public sealed record Disputed(Vote Vote, ImmutableSortedSet<string> Members, ImmutableSortedSet<string> Confirmed, ImmutableArray<Statement> Statements, ImmutableArray<Motion> Open)
{
    /// <summary>Nothing was declared, nothing is open, and everybody who could vote by name has said so.</summary>
    public bool Nothing => Statements.IsEmpty && Open.IsEmpty && Members.Count > 0 && Confirmed.Count == Members.Count;

    /// <summary>Null where the motion was not adopted by a vote.</summary>
    public static Disputed? Of(State state, Motion motion)
    {
        if (motion.Stage != MotionStage.Adopted || motion.Vote is not { } id || state.Votes.Find(id) is not { } vote) return null;
        var statements = vote.Statements.Where(s => s.Kind != StatementKind.Explanation).ToImmutableArray();
        var members = ByName(state, vote);
        // What somebody declared later takes back what they said before.
        var confirmed = state.Decisions.SettledOf(motion.Id).Intersect(members).Except(statements.Select(s => s.Person));
        return new(vote, members, confirmed, statements,
        [
            .. state.Motions.All.Values.Where(m => m.Stage is MotionStage.Filed or MotionStage.OnAgenda or MotionStage.Gathering
                && (m.Relations.TryGetValue(motion.Id, out var relation) && relation is DecisionRelation.Repeals or DecisionRelation.Amends or DecisionRelation.Interprets || state.Decisions.Again.GetValueOrDefault(m.Id)?.Of == motion.Id))
                .OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal),
        ]);
    }

    private static ImmutableSortedSet<string> ByName(State state, Vote vote)
    {
        if (vote.Register is not null || vote.Question.Secret is not null || vote.Kind is VoteKind.Paper or VoteKind.Secret || vote.Session is not { } id || state.Sessions.Find(id) is not { } session) return NoOne;
        return NoOne.Union(vote.Casts.Keys).Union(session.Credentials.Keys).Union(session.Present.Where(p => Circumstances.Sat(state, session, p)));
    }

    private static ImmutableSortedSet<string> NoOne { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
