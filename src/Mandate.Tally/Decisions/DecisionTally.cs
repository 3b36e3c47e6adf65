using System.Globalization;

namespace Mandate.Tally.Decisions;

/// <summary>
/// The counted votes on one question and the bases they may be measured against. Counts are whole votes (weights where
/// votes are weighted). A base that the rule needs must be given: an absent register is not an empty one.
/// </summary>
public sealed record DecisionTally
{
    public DecisionTally(
        long yes, long no, long abstain = 0, long blank = 0,
        long? present = null, long? members = null, long? seats = null, long? units = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(yes);
        ArgumentOutOfRangeException.ThrowIfNegative(no);
        ArgumentOutOfRangeException.ThrowIfNegative(abstain);
        ArgumentOutOfRangeException.ThrowIfNegative(blank);
        ArgumentOutOfRangeException.ThrowIfNegative(present ?? 0, nameof(present));
        ArgumentOutOfRangeException.ThrowIfNegative(members ?? 0, nameof(members));
        ArgumentOutOfRangeException.ThrowIfNegative(seats ?? 0, nameof(seats));
        ArgumentOutOfRangeException.ThrowIfNegative(units ?? 0, nameof(units));
        Yes = yes;
        No = no;
        Abstain = abstain;
        Blank = blank;
        Present = present;
        Members = members;
        Seats = seats;
        Units = units;
        if (present is { } inHall && checked(yes + no + abstain + blank) > inHall)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{yes + no + abstain + blank} votes were counted but only {inHall} were present"),
                nameof(present));
    }

    public long Yes { get; }

    public long No { get; }

    public long Abstain { get; }

    /// <summary>Blank and spoiled papers.</summary>
    public long Blank { get; }

    public long? Present { get; }

    public long? Members { get; }

    public long? Seats { get; }

    public long? Units { get; }

    /// <summary>Yes and no; abstentions and blanks are not votes cast.</summary>
    public long VotesCast => checked(Yes + No);

    /// <summary>Everybody who handed in a vote of any kind: what a turnout quorum measures.</summary>
    public long Participants => checked(Yes + No + Abstain + Blank);

    /// <exception cref="ArgumentException">The base was not given.</exception>
    public long CountOf(DecisionBase of) => of switch
    {
        DecisionBase.VotesCast => VotesCast,
        DecisionBase.Present => Present ?? throw Missing(of),
        DecisionBase.Members => Members ?? throw Missing(of),
        DecisionBase.Seats => Seats ?? throw Missing(of),
        DecisionBase.Units => Units ?? throw Missing(of),
        _ => throw new ArgumentOutOfRangeException(nameof(of)),
    };

    private static ArgumentException Missing(DecisionBase of) =>
        new($"the rule measures against {of.ToText()}, but the tally does not say how many there are", nameof(of));
}
