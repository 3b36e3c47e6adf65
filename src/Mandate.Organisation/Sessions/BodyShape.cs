using Mandate.Constitutions;

namespace Mandate.Organisation.Sessions;

/// <summary>What a body is made of, as its clause says.</summary>
public static class BodyShape
{
    /// <summary>
    /// The kind of unit in each of which the body exists once; null for a body of the whole. A body whose name begins with a
    /// kind of unit (<c>region.council</c>) and whose seats are counted per that kind is one such body.
    /// </summary>
    public static string? UnitKindOf(Constitution rules, Body body)
    {
        if (body.Per is { } per) return per.Id;
        var dot = body.Id.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && rules.Units.ContainsKey(body.Id[..dot]) ? body.Id[..dot] : null;
    }

    /// <summary>An assembly of all members of an electorate.</summary>
    public static bool IsAssembly(Body body) => body.Of is not null;

    /// <summary>
    /// A body filled anew for each session (delegates): no term, and some seats are elected by members. Then all who elect
    /// it must know of it in time.
    /// </summary>
    public static bool IsDelegated(Body body) =>
        !IsAssembly(body) && body.Term is null && body.Seats.Values.Any(g => g.By is Elect { Electorate: not null });
}
