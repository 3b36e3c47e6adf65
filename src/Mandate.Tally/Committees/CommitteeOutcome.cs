using System.Collections.Immutable;

namespace Mandate.Tally.Committees;

/// <summary>One choice on the way to a committee.</summary>
/// <param name="Candidate">Elected here, or dropped here in a reverse rule.</param>
/// <param name="Score">Exact score, load or price that won, in the rule's own measure.</param>
/// <param name="Tied">All who stood equally well, the chosen one among them; more than one means the stated order decided.</param>
/// <param name="Phase">The part of the rule that chose.</param>
public sealed record CommitteeStep(int Candidate, Fraction Score, ImmutableArray<int> Tied, string Phase);

/// <summary>The committee by a rule and a stated order for ties.</summary>
/// <param name="Members">Candidates, in ascending order.</param>
/// <param name="Steps">For sequential rules, how they came in.</param>
/// <param name="Score">For rules that seek the best committee, its score.</param>
public sealed record Committee(ImmutableArray<int> Members, ImmutableArray<CommitteeStep> Steps, Fraction? Score);

/// <summary>All committees that a rule allows before any tie is broken.</summary>
/// <param name="Committees">Each in ascending order; the list likewise.</param>
/// <param name="Complete">Whether these are all; a large tie is cut off at the limit and says so.</param>
public sealed record TiedCommittees(ImmutableArray<ImmutableArray<int>> Committees, bool Complete);

/// <summary>The search for the best committee took more steps than allowed; a sequential rule answers instead.</summary>
public sealed class CommitteeTooLargeException(string message) : Exception(message)
{
    public CommitteeTooLargeException()
        : this("the exact search for the best committee is too large")
    {
    }

    public CommitteeTooLargeException(string message, Exception inner)
        : this($"{message}: {inner.Message}")
    {
    }
}
