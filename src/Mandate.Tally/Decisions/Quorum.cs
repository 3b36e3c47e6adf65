using System.Globalization;

namespace Mandate.Tally.Decisions;

/// <summary>Whether enough took part. A share is rounded up: a third of 800 is 267.</summary>
/// <param name="Holds">Whether the quorum is reached.</param>
/// <param name="Needed">The smallest number that reaches it.</param>
/// <param name="Given">Who is there, or who voted, as the rule says.</param>
/// <param name="Base">What a share was measured against; the rule's own number for a plain one.</param>
/// <param name="Rule">The quantity demanded.</param>
public sealed record Quorum(bool Holds, long Needed, long Given, long Base, Quantity Rule)
{
    public static Quorum Check(Quantity rule, long of, long given)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(given);
        var needed = rule.Needed(of);
        return new(given >= needed, needed, given, of, rule);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"quorum {Rule}: {Given} given, {Needed} of {Base} needed: {(Holds ? "reached" : "not reached")}");
}
