using System.Collections.Immutable;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Offices;

/// <summary>The mandates of one unit among those who decided.</summary>
/// <param name="Unit">Null for places of the whole.</param>
/// <param name="Vote">The ballot on which they rest; null where there is none.</param>
public sealed record WarrantPart(string? Unit, int Mandates, ChainVote? Vote, BasisKind Basis);

/// <summary>
/// On whose mandate a body decided: each mandate of those who sat, down to the dated vote of members, the lot or the founding on which it rests
/// (requirements S001, S011). A mandate that rests on none of these is told with whoever filled the place.
/// </summary>
/// <param name="Broken">Mandates whose chain does not come down to members: the places, and by whom they were filled.</param>
public sealed record Warrant(int Mandates, ImmutableArray<WarrantPart> Parts, ImmutableArray<(string Place, string? By)> Broken)
{
    public bool Unbroken => Broken.IsEmpty;

    /// <summary>Of a vote in a session of elected or appointed members; null where members themselves voted.</summary>
    public static Warrant? Of(State state, Vote vote) => vote.Session is { } id && state.Sessions.Find(id) is { } session ? Of(state, session, vote.Casts.Count > 0 ? vote.Casts.Keys : Sat(session), vote.OpenedAt ?? vote.PutAt) : null;

    /// <summary>Of a session at a time; null for an assembly of members.</summary>
    public static Warrant? Of(State state, Session session, DateTimeOffset at) => Of(state, session, Sat(session), at);

    /// <summary>Those whose credentials were accepted; in a body without credentials all who came.</summary>
    private static IEnumerable<string> Sat(Session session) => session.Credentials.Count > 0 ? session.Credentials.Keys : session.Comings.Select(c => c.Person).Distinct(StringComparer.Ordinal);

    private static Warrant? Of(State state, Session session, IEnumerable<string> persons, DateTimeOffset at)
    {
        if (state.Statutes.Versions.IsEmpty || state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Of is not null) return null;
        var sat = persons
            .Select(p => state.Offices.Career(p).LastOrDefault(t => t.Seat.Of == session.Body && (t.Session is null || t.Session == session.Id) && t.HeldAt(at)))
            .OfType<Tenure>().ToList();
        var links = sat.Select(t => Chain.Of(state, t)).ToList();
        return new(
            sat.Count,
            [
                .. links.GroupBy(l => (l.Tenure.Seat.Unit, l.Tenure.Basis.Kind, l.Vote?.Vote)).OrderBy(g => g.Key.Unit, StringComparer.Ordinal).ThenBy(g => g.Key.Vote, StringComparer.Ordinal)
                    .Select(g => new WarrantPart(g.Key.Unit, g.Count(), g.First().Vote, g.Key.Kind)),
            ],
            [.. links.SelectMany(BrokenIn).DistinctBy(t => t.Id, StringComparer.Ordinal).Select(t => (t.Seat.Place, t.Basis.By))]);
    }

    /// <summary>Where somebody was put in from above, or the chain ends before it comes to members.</summary>
    private static IEnumerable<Tenure> BrokenIn(ChainLink link) => link.Tenure.Basis.Kind is BasisKind.Appointment or BasisKind.Acting or BasisKind.CoOption ? [link.Tenure]
        : link.By.IsEmpty ? link.IsBase ? [] : [link.Tenure] : link.By.SelectMany(BrokenIn);
}
