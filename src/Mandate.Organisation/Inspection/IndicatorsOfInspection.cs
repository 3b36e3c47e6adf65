using Mandate.Constitutions.Rules;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>Whether complaints are answered, papers published, and the inspection independent. Counts of complaints under five are not shown.</summary>
internal static class IndicatorsOfInspection
{
    private static List<Complaint> Received(Period p) => [.. p.State.Inspection.All.Values.Where(c => p.Covers(c.At)).OrderBy(c => c.Id, StringComparer.Ordinal)];

    private static Indicator Guarded(Indicator indicator, int persons) => persons is > 0 and < Indicator.Fewest
        ? indicator with { Known = Known.TooFew, Value = null, Inputs = [.. indicator.Inputs.Select(i => i with { Value = null })] }
        : indicator;

    private static bool DecidedBy(Period p, Complaint c) => c.DecidedAt is { } decided && decided <= p.End;

    /// <summary>Complaints received.</summary>
    public static Indicator Complaints(Period p)
    {
        var all = Received(p);
        return Guarded(Indicator.Of("complaints", Measure.Number, all.Count, new Input("received", all.Count), new("decided", all.Count(c => DecidedBy(p, c)))), all.Count);
    }

    /// <summary>Complaints that are open after the time for the reply and as long again, over open complaints.</summary>
    public static Indicator Overdue(Period p)
    {
        var open = p.State.Inspection.All.Values.Where(c => c.At <= p.End && !DecidedBy(p, c)).ToList();
        var late = open.Count(c => c.Reply.AddDays(c.Reply.DayNumber - DateOnly.FromDateTime(c.At.UtcDateTime).DayNumber) < p.Day);
        return Guarded(Indicator.Share("complaints-overdue", "overdue", late, "open", open.Count > 0 ? open.Count : null), open.Count);
    }

    /// <summary>Median days from complaint to decision.</summary>
    public static Indicator DaysToDecide(Period p)
    {
        var days = p.State.Inspection.All.Values.Where(c => p.Covers(c.DecidedAt)).Select(c => (Fraction)(c.DecidedAt!.Value - c.At).Days).ToList();
        return Guarded(Indicator.Of("complaints-days", Measure.Days, Distribution.Median(days), new Input("decided", days.Count > 0 ? days.Count : null)), days.Count);
    }

    /// <summary>Complaints that were upheld, over those decided.</summary>
    public static Indicator Upheld(Period p)
    {
        var decided = p.State.Inspection.All.Values.Where(c => p.Covers(c.DecidedAt)).ToList();
        return Guarded(Indicator.Share("complaints-upheld", "upheld", decided.Count(c => c.Upheld == true), "decided", decided.Count > 0 ? decided.Count : null), decided.Count);
    }

    /// <summary>Documents opened on their day and minutes published in their time, over those that were due.</summary>
    public static Indicator Publication(Period p)
    {
        var documents = p.State.Documents.All.Values.Where(d => p.Covers(d.Release) && d.Release < p.Day).ToList();
        var kept = documents.Count(d => d.ReleasedAt is { } at && DateOnly.FromDateTime(at.UtcDateTime) <= d.Release);
        var minutes = 0;
        if (p.State.Statutes.At(p.End).Rights.GetValueOrDefault("minutes")?.PublishWithin is { } within)
            foreach (var session in p.State.Sessions.All.Values)
            {
                if (session.ClosedAt is not { } closed) continue;
                var due = Periods.Due(DateOnly.FromDateTime(closed.UtcDateTime), within);
                if (!p.Covers(due) || due >= p.Day) continue;
                minutes++;
                if (session.MinutesPublishedAt is { } at && DateOnly.FromDateTime(at.UtcDateTime) <= due) kept++;
            }
        var all = documents.Count + minutes;
        return Indicator.Share("publication", "in-time", kept, "due", all > 0 ? all : null);
    }

    /// <summary>Inspectors whom the rule of recusal bars from a complaint against some holder of a place that they inspect. It must be none.</summary>
    public static Indicator Ties(Period p)
    {
        var found = Independence.At(p.State, p.End);
        return Indicator.Of("inspection-ties", Measure.Number, found.Inspectors > 0 ? found.Tied : null, new("inspectors", found.Inspectors > 0 ? found.Inspectors : null), new("holders", found.Inspected));
    }
}
