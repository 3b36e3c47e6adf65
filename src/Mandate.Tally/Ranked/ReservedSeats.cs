using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>
/// Seats that a group must have at least. The rule (constrained STV as in I. D. Hill, Voting matters 9, for minimums): when as many seats are open as groups
/// still need, nobody outside them can be elected any more and those are excluded first; when a group has no more continuing
/// candidates than it still needs, none of them can be excluded. Groups must not overlap.
/// </summary>
/// <param name="Name">For the sheet.</param>
/// <param name="Members">Candidates of the group.</param>
/// <param name="AtLeast">Seats reserved.</param>
public sealed record ReservedSeats(string Name, ImmutableHashSet<int> Members, int AtLeast);
