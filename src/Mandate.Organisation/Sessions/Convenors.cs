using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

/// <summary>Who convenes a body, and who when they do not.</summary>
public static class Convenors
{
    /// <summary>
    /// The convenor of the clause, else the holder of a power to convene the body; where the constitution names nobody, the body
    /// convenes itself.
    /// </summary>
    public static Ref Of(Constitution rules, Body body) =>
        body.Convene?.By
        ?? rules.Powers.Where(p => p.Verb == Verb.Convene && p.Object.Any(o => o.Id == body.Id)).Select(p => (p.Holder as NamedHolder)?.Name).FirstOrDefault(n => n is not null)
        ?? body.Chair
        ?? new Ref(body.Id, RefKind.Body) { Clause = body.Clause };

    /// <summary>The clause that gives the duty.</summary>
    public static string Clause(Constitution rules, Body body) => Of(rules, body).Clause.Path;

    /// <summary>Those who may convene when a demand has run out unanswered.</summary>
    public static ImmutableArray<Ref> Default(Body body) => body.Convene?.Default ?? [];

    /// <summary>
    /// The unit in which a body or office named by a clause acts for something in <paramref name="unit"/>: that unit itself, the
    /// one of the right kind around it, or none.
    /// </summary>
    public static string? UnitFor(State state, Constitution rules, Ref who, string? unit)
    {
        var kind = who.Kind switch
        {
            RefKind.Office => rules.Offices.GetValueOrDefault(who.Id)?.Per?.Id,
            RefKind.Body when rules.Bodies.TryGetValue(who.Id, out var body) => BodyShape.UnitKindOf(rules, body),
            _ => null,
        };
        if (kind is null) return null;
        for (var u = unit; u is not null; u = state.Roll.Unit(u)?.Within)
            if (state.Roll.Unit(u)?.Kind == kind) return u;
        return null;
    }

    /// <summary>Null when the act is the decision of whom the clause names.</summary>
    public static Refusal? Decides(State state, Act act, Constitution rules, Ref who, string? unit) =>
        Authority.Decides(state, act, who, who.Clause.Path, UnitFor(state, rules, who, unit));

    /// <summary>Null when whoever acts serves whom the clause names: for acts that leave nothing to decide.</summary>
    public static Refusal? Serves(State state, Act act, Constitution rules, Ref who, string? unit) =>
        Authority.Serves(state, act, who, who.Clause.Path, UnitFor(state, rules, who, unit));

    /// <summary>Null when whoever acts serves the convenor, or is (or sits on the body) that in fact convened the session.</summary>
    internal static Refusal? ServesSession(Sitting s)
    {
        var refusal = Serves(s.State, s.Act, s.Rules, Of(s.Rules, s.Body), s.Session.Unit);
        return refusal is null || s.Session.ConvenedBy == s.By || s.Act.InNameOf == s.Session.ConvenedBy || SitsOnConvenor(s) ? null : refusal;
    }

    private static bool SitsOnConvenor(Sitting s)
    {
        var at = s.Session.ConvenedBy.IndexOf('@', StringComparison.Ordinal);
        var (of, unit) = at < 0 ? (s.Session.ConvenedBy, null) : (s.Session.ConvenedBy[..at], s.Session.ConvenedBy[(at + 1)..]);
        return s.Rules.Bodies.ContainsKey(of) && s.State.Offices.Holds(s.By, of, s.At, unit);
    }
}
