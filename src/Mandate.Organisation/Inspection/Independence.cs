namespace Mandate.Organisation.Inspection;

/// <summary>
/// How far the inspection is tied to those whom it inspects: measured, not declared (S197). Where more than a third of it is, complaints go to a
/// drawn jury without anybody's act.
/// </summary>
public sealed record Independence(int Tied, int Inspectors, int Inspected)
{
    /// <summary>Of one so many parts of the inspection may be tied.</summary>
    public const int Part = 3;

    public bool AboveLimit => Tied * Part > Inspectors;

    public static Independence At(State state, DateTimeOffset at)
    {
        var inspectors = Readers.Inspectors(state, at).ToList();
        var holders = state.Offices.Tenures.Values.Where(t => t.Session is null && t.HeldAt(at) && !inspectors.Contains(t.Person)).Select(t => t.Person).Distinct(StringComparer.Ordinal).ToList();
        return new(inspectors.Count(i => holders.Exists(h => Readers.TieOf(state, [h], i, at, at) is not null)), inspectors.Count, holders.Count);
    }
}
