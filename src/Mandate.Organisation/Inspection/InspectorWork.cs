using System.Collections.Immutable;
using Mandate.Organisation.Offices;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>What one inspector has done in twelve months, in their office.</summary>
/// <param name="Findings">Complaints on which they found.</param>
/// <param name="Open">Complaints that they read now.</param>
/// <param name="Drawn">Inspections for which they were drawn.</param>
/// <param name="Reports">Of those: with a report of theirs.</param>
public sealed record InspectorWork(string Person, int Findings, int Open, int Drawn, int Reports);

/// <summary>Cases per inspector, and what the inspection costs (S195).</summary>
/// <param name="Decided">Complaints decided in twelve months.</param>
/// <param name="Cost">What goes with its places in a month, in hundredths, by currency.</param>
public sealed record InspectionWork(ImmutableArray<InspectorWork> Inspectors, int Decided, ImmutableSortedDictionary<string, Fraction> Cost)
{
    public static InspectionWork On(State state, DateOnly day)
    {
        var period = new Period(state, day, Acts.Blobs.None);
        var complaints = state.Inspection.All.Values.ToList();
        var inspectors = Readers.Inspectors(state, period.End).Order(StringComparer.Ordinal).ToImmutableArray();
        var open = complaints.Where(c => c.DecidedAt is null).Select(c => Readers.Of(state, c, period.End)).ToList();
        var held = inspectors.SelectMany(i => state.Offices.HeldBy(i, period.End)).Where(t => t.Session is null).ToList();
        var cost = state.Offices.Benefits.Values.Where(b => b.InForceOn(day)).Select(b => (b.Currency, Amount: b.Monthly * held.Count(t => t.Seat.Of == b.Place))).Where(b => b.Amount > Fraction.Zero);
        return new(
            [
                .. inspectors.Select(i => new InspectorWork(
                    i, complaints.Count(c => c.Findings.Any(f => f.Reader == i && period.Covers(f.At))), open.Count(readers => readers.Contains(i, StringComparer.Ordinal)),
                    state.Inspection.Inspections.Values.Count(x => period.Covers(x.At) && x.Inspectors.Contains(i, StringComparer.Ordinal)), state.Inspection.Inspections.Values.Count(x => x.Reports.Any(r => r.By == i && period.Covers(r.At))))),
            ],
            complaints.Count(c => period.Covers(c.DecidedAt)),
            cost.GroupBy(b => b.Currency, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Aggregate(Fraction.Zero, (sum, b) => sum + b.Amount), StringComparer.Ordinal));
    }
}
