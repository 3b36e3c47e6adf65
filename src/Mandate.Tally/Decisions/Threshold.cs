using System.Globalization;

namespace Mandate.Tally.Decisions;

/// <summary>
/// How many must say yes. <c>2/3 of votes cast</c> means at least two thirds, <c>majority of</c> means strictly more than half.
/// The canonical text (<see cref="object.ToString"/>) is the <c>majority</c> micro-grammar of the constitution format.
/// </summary>
public abstract record Threshold
{
    private Threshold()
    {
    }

    /// <summary>Strictly more than half of the base.</summary>
    public sealed record Majority(DecisionBase Of) : Threshold
    {
        public override string ToString() => $"majority of {Of.ToText()}";
    }

    /// <summary>Strictly more than a share of the base.</summary>
    public sealed record MoreThan(Fraction Share, DecisionBase Of) : Threshold
    {
        public override string ToString() => $"more than {Share} of {Of.ToText()}";
    }

    /// <summary>At least a share of the base.</summary>
    public sealed record AtLeast(Fraction Share, DecisionBase Of) : Threshold
    {
        public override string ToString() => $"{Share} of {Of.ToText()}";
    }

    /// <summary>Every one of the base says yes.</summary>
    public sealed record All(DecisionBase Of) : Threshold
    {
        public override string ToString() => $"all of {Of.ToText()}";
    }

    /// <summary>At least one yes and nobody against; abstentions do not break it.</summary>
    public sealed record Unanimous : Threshold
    {
        public override string ToString() => "unanimous";
    }

    /// <summary>More yes than no; among several options, more than any other.</summary>
    public sealed record Plurality : Threshold
    {
        public override string ToString() => "plurality";
    }

    /// <summary>A fixed number of seats: <c>7 of 10 seats</c>. Vacancies do not lower it.</summary>
    public sealed record SeatsOf(long Needed, long Of) : Threshold
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Needed} of {Of} seats");
    }

    /// <summary>
    /// Yes at least <paramref name="Times"/> no, and more than no (Debian Constitution A.5.3: with 3:1 and none against, one vote still is needed).
    /// </summary>
    public sealed record Ratio(Fraction Times) : Threshold
    {
        public override string ToString() => $"{Times} times the votes against";
    }

    /// <summary>Reads the <c>majority</c> micro-grammar. The error says what would be right.</summary>
    public static bool TryParse(string text, out Threshold threshold, out string error) =>
        ThresholdText.TryParse(text, out threshold, out error);

    /// <summary>Reads a threshold that is known to be right, as in code and tests.</summary>
    /// <exception cref="FormatException">The text is not of the grammar.</exception>
    public static Threshold Parse(string text) =>
        TryParse(text, out var threshold, out var error) ? threshold : throw new FormatException(error);
}
