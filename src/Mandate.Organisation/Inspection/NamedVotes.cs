using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Inspection;

/// <summary>What stands beside a name in one vote. Absent, abstained and not yet (or no longer) a member are three things.</summary>
public enum VoteMark { Yes, No, Abstained, Absent, Outside, Other }

/// <summary>Votes by name as a table: a row for each person, a place for each vote.</summary>
public sealed record NamedVotes(ImmutableArray<string> Persons, ImmutableArray<string> Votes, ImmutableArray<ImmutableArray<VoteMark>> Marks)
{
    /// <summary>What the measures of roll calls read: a side, or none.</summary>
    public RollCalls Calls { get; } = new([.. Marks.Select(row => row.Select(m => m switch { VoteMark.Yes => Stand.Yes, VoteMark.No => Stand.No, _ => Stand.None }).ToImmutableArray())]);

    public int Count(VoteMark mark) => Marks.Sum(row => row.Count(m => m == mark));

    /// <summary>Votes with a side in which nobody took the other.</summary>
    public int Unanimous => Enumerable.Range(0, Votes.Length).Count(v => Marks.Any(r => r[v] == VoteMark.Yes) != Marks.Any(r => r[v] == VoteMark.No));

    /// <summary>
    /// The recorded votes of one elected executive body: the only ones of which agreement is shown by name (design, against misuse). Null where the
    /// body is no such body.
    /// </summary>
    public static NamedVotes? Of(State state, string body)
    {
        if (state.Statutes.Versions.IsEmpty || !Covers(state.Statutes.At(state.At), body)) return null;
        var votes = state.Votes.All.Values
            .Where(v => v is { Kind: VoteKind.Open or VoteKind.RollCall, Outcome: not null, ReplacedBy: null, Place: null, Session: { } session } && v.Casts.Count > 0 && state.Sessions.Find(session)?.Body == body)
            .OrderBy(v => v.OpenedAt ?? v.PutAt).ThenBy(v => v.Id, StringComparer.Ordinal).ToList();
        ImmutableArray<string> persons = [.. votes.SelectMany(v => v.Casts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(persons, [.. votes.Select(v => v.Id)], [.. persons.Select(p => votes.Select(v => MarkOf(state, v, body, p)).ToImmutableArray())]);
    }

    /// <summary>Whether it is a body tagged <c>executive</c> all of whose seats are elected.</summary>
    public static bool Covers(Constitution rules, string body) =>
        rules.Bodies.TryGetValue(body, out var found) && found.Tags.Any(t => t.Id == "executive") && found.Seats.Count > 0 && found.Seats.Values.All(s => s.By is Elect);

    private static VoteMark MarkOf(State state, Vote vote, string body, string person) => vote.Casts.TryGetValue(person, out var choice)
        ? choice switch { Choice.Yes => VoteMark.Yes, Choice.No => VoteMark.No, _ => VoteMark.Abstained }
        : state.Offices.Career(person).Any(t => t.Seat.Of == body && t.HeldAt(vote.OpenedAt ?? vote.PutAt)) ? VoteMark.Absent : VoteMark.Outside;
}
