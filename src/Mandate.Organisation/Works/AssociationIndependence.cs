namespace Mandate.Organisation.Works;

/// <summary>
/// Independence test of an association (requirement S404), read from the record and never declared: nobody binds it, few of it hold places of the whole, and
/// it goes when its members want to.
/// </summary>
/// <param name="Bound">Demands that were to bind its works on something and that its members agreed to.</param>
/// <param name="Members">How many belong to it.</param>
/// <param name="Holders">How many of them hold a place of the whole; null where so few belong to it that a number would tell who.</param>
public sealed record AssociationIndependence(int Bound, int Members, int? Holders)
{
    /// <summary>Of one so many parts of its members may hold places of the whole, as in the test of the inspection.</summary>
    public const int Part = 3;

    /// <summary>Fewer members than this are not counted by what they hold.</summary>
    public const int Fewest = 5;

    /// <summary>Whether those who hold places of the whole are more than the limit; null where it is not told.</summary>
    public bool? Led => Holders is { } holders ? holders * Part > Members : null;

    /// <summary>Whether the test finds nothing against it; null where a part of it is not told.</summary>
    public bool? Holds => Bound > 0 || Led == true ? false : Led is null ? null : true;

    public static AssociationIndependence Of(State state, Association association, DateTimeOffset at)
    {
        var works = state.Works.All.Values.Where(w => w.Association == association.Id).Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            state.Works.Requests.Values.Count(r => r is { Binding: true, Agreed: true } && works.Contains(r.Work)), association.Members.Count,
            association.Members.Count < Fewest ? null : association.Members.Count(p => state.Offices.HeldBy(p, at).Any(t => t is { Session: null, Seat.Unit: null })));
    }
}
