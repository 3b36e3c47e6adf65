using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>What the value of an indicator is measured in.</summary>
public enum Measure { Share, PerHundred, Number, Days, Index }

/// <summary>Given; not given, because the record does not hold what it is computed from; or withheld, because fewer than five stand behind it.</summary>
public enum Known { Given, NotGiven, TooFew }

/// <summary>One figure that goes into an indicator; null where the record does not give it, which is never zero.</summary>
public sealed record Input(string Name, Fraction? Value);

/// <summary>The same indicator for one place, tier or appointer.</summary>
/// <param name="Of">Id of the place, body or unit.</param>
public sealed record IndicatorPart(string Of, Fraction? Value, ImmutableArray<Input> Inputs);

/// <summary>
/// One indicator of bureaucratisation as of a day, with its inputs. Its formula in words is <c>indicator.NAME.formula</c> of the wording.
/// There is no overall index: each stands for itself, beside its own past values.
/// </summary>
/// <param name="Value">Exact, or to six decimals where it is a root; null unless <see cref="Known.Given"/>.</param>
public sealed record Indicator(string Name, Measure Measure, Known Known, Fraction? Value, ImmutableArray<Input> Inputs, ImmutableArray<IndicatorPart> Parts)
{
    /// <summary>Counts of persons under this are not shown (design, against misuse).</summary>
    public const int Fewest = 5;

    internal static Indicator Of(string name, Measure measure, Fraction? value, params ImmutableArray<Input> inputs) =>
        new(name, measure, value is null ? Known.NotGiven : Known.Given, value, inputs, []);

    /// <summary>A part of a whole, with both as inputs; not given where there is no whole.</summary>
    internal static Indicator Share(string name, string part, long parts, string whole, long? wholes) =>
        Of(name, Measure.Share, wholes is { } w ? Measures.Distribution.Share(parts, w) : null, new(part, wholes is null ? null : parts), new(whole, wholes));

    internal Indicator With(IEnumerable<IndicatorPart> parts) => this with { Parts = [.. parts] };
}

/// <summary>An indicator on earlier days, oldest first.</summary>
public sealed record Remembered(Indicator Now, ImmutableArray<(DateOnly Day, Indicator Then)> History);

/// <summary>What indicators are computed from: the record, the twelve months up to a day, and the papers beside the log.</summary>
internal sealed record Period(State State, DateOnly Day, Blobs Blobs)
{
    public DateOnly From => Day.AddYears(-1).AddDays(1);

    /// <summary>The last moment of the day.</summary>
    public DateTimeOffset End => new DateTimeOffset(Day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddTicks(-1);

    public bool Covers(DateTimeOffset? at) => at is { } moment && Covers(DateOnly.FromDateTime(moment.UtcDateTime));

    public bool Covers(DateOnly day) => From <= day && day <= Day;
}
