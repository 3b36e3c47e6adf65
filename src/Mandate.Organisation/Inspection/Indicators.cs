using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// Indicators of bureaucratisation, each over the twelve months up to a day and each from the lawful record alone: facts de facto are for
/// the guards. The definitions are those of the works named at each; whoever reads one sees its formula, inputs and past values.
/// </summary>
public static class Indicators
{
    /// <summary>How many quarters back the past values go.</summary>
    private const int Quarters = 4;

    private static readonly ImmutableArray<Func<Period, Indicator>> All =
    [
        IndicatorsOfLife.Participation, IndicatorsOfLife.UnitsMet, IndicatorsOfLife.Speakers, IndicatorsOfLife.SpeakingTime,
        IndicatorsOfElections.Contestation, IndicatorsOfElections.Closeness, IndicatorsOfElections.IncumbentsDefeated, IndicatorsOfElections.Turnover,
        IndicatorsOfElections.TimeInOffice, IndicatorsOfElections.Tendencies,
        IndicatorsOfPower.UnitDistortion, IndicatorsOfPower.PositionDistortion, IndicatorsOfPower.Appointed, IndicatorsOfPower.Appointers,
        IndicatorsOfPower.PaidDelegates, IndicatorsOfPower.Officials, IndicatorsOfPower.PayRatio,
        IndicatorsOfInspection.Complaints, IndicatorsOfInspection.Overdue, IndicatorsOfInspection.DaysToDecide, IndicatorsOfInspection.Upheld,
        IndicatorsOfInspection.Publication, IndicatorsOfInspection.Ties,
    ];

    /// <summary>All indicators as of a day.</summary>
    /// <param name="blobs">Where published papers of elections are read; without them what rests on papers is not given.</param>
    public static ImmutableArray<Indicator> Of(State state, DateOnly day, Blobs blobs) => [.. All.Select(of => of(new Period(state, day, blobs)))];

    /// <summary>All indicators as of a day, with their values at the ends of the quarters before it, back to the founding.</summary>
    public static ImmutableArray<Remembered> WithHistory(State state, DateOnly day, Blobs blobs)
    {
        // Before there was a constitution nothing can be measured by it.
        if (state.Statutes.Versions.IsEmpty) return [];
        var founded = DateOnly.FromDateTime((state.Founding.ClosedAt ?? state.At).UtcDateTime);
        var earlier = Enumerable.Range(1, Quarters).Select(n => day.AddMonths(-3 * n)).Where(d => d >= founded).Reverse().Select(d => (Day: d, Values: Of(state, d, blobs))).ToList();
        return [.. Of(state, day, blobs).Select((now, i) => new Remembered(now, [.. earlier.Select(e => (e.Day, e.Values[i]))]))];
    }
}
