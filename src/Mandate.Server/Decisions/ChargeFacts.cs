using Mandate.Organisation.Roll;
using Mandate.Server.Keeping;

namespace Mandate.Server.Decisions;

/// <summary>What a charge rests on and what does not fit, in words: the same in the register and with the vote.</summary>
internal static class ChargeFacts
{
    public static IEnumerable<(string Label, string Value)> Of(Visit v, Charge charge, ChargeBasis basis)
    {
        yield return ("basis.version", v.Words.Say("basis.version-of", ("number", basis.Number), ("hash", (charge.Version ?? "")[..Math.Min(12, charge.Version?.Length ?? 0)])));
        if (charge.Occasion is { } occasion) yield return ("basis.occasion", occasion);
        if (basis.BroughtBy is { } brought) yield return ("basis.brought-by", Named.Of(v, brought) ?? brought);
        if (basis.Purpose is { } purpose) yield return ("basis.purpose", purpose);
        if (basis.RecordedOccasion is { } recorded) yield return ("basis.recorded-occasion", recorded);
        yield return ("basis.does-not-fit", basis.Mismatches.IsEmpty ? v.Words["basis.nothing"] : string.Join("; ", basis.Mismatches.Select(m => v.Words.Value(m))));
        if (charge.Plea is { } plea) yield return ("basis.plea", v.State.Statutes.Judgements[plea].Question);
    }
}
