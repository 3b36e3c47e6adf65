using System.Collections.Immutable;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Inspection;

/// <summary>Charges of one rank and what followed; null where too few were charged for parts of them to be shown.</summary>
/// <param name="Rank">holders: held a place when charged; members: held none.</param>
public sealed record TreatmentRow(string Rank, int Charged, int? Open, int? Suspended, int? Expelled, int? Overturned);

/// <summary>Whether those with a place and those without are treated alike (S381): counts only, and no parts of fewer than five.</summary>
public static class EqualTreatment
{
    private const int Fewest = 5;

    public static ImmutableArray<TreatmentRow> Of(State state) => [Row(state, "holders", holds: true), Row(state, "members", holds: false)];

    private static TreatmentRow Row(State state, string rank, bool holds)
    {
        var charged = state.Roll.Charges.Values.Where(c => state.Offices.HeldBy(c.Person, c.At).Any() == holds).ToList();
        int? Part(Func<Charge, bool> which) => charged.Count is > 0 and < Fewest ? null : charged.Count(which);
        return new(
            rank, charged.Count, Part(c => c.Stage == ChargeStage.Open), Part(c => c.SuspendDays is not null && c.DecidedAt is not null && c.Stage != ChargeStage.Overturned),
            Part(c => c.SuspendDays is null && c.DecidedAt is not null && c.Stage != ChargeStage.Overturned), Part(c => c.Stage == ChargeStage.Overturned));
    }
}
