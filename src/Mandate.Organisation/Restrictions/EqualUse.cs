using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

/// <summary>What was decided for a group that is like the one against which a restriction was used.</summary>
public sealed record AlikeDecision(bool Applies, string Reason, string By, DateTimeOffset At);

/// <summary>
/// Equality before the rule (S113): a restriction that is used against one group is put to all that are alike. Who uses it decides for each of them
/// too; until that is done it is used against nobody else.
/// </summary>
public static class EqualUse
{
    /// <summary>Days in which those who are alike are decided on.</summary>
    public const int Days = 14;

    /// <summary>
    /// Those who are like the one named: the other targets of the restriction; else the tendencies that stand, the units of the same kind, the bodies of
    /// the same kind, the other offices. Nobody where it is none of these.
    /// </summary>
    public static ImmutableArray<string> To(State state, Restriction restriction, string against, DateTimeOffset at)
    {
        var (rules, day) = (state.Statutes.At(at), DateOnly.FromDateTime(at.UtcDateTime));
        IEnumerable<string> alike =
            restriction.Targets.Each().Contains(against, StringComparer.Ordinal) ? restriction.Targets
            : state.Tendencies.All.ContainsKey(against) ? state.Tendencies.All.Values.Where(t => t.StandsOn(day)).Select(t => t.Id)
            : state.Roll.Unit(against) is { } unit ? state.Roll.UnitsOf(unit.Kind, day).Select(u => u.Id)
            : rules.Bodies.TryGetValue(against, out var body) ? rules.Bodies.Where(b => b.Value.Kind == body.Kind).Select(b => b.Key)
            : rules.Offices.ContainsKey(against) ? rules.Offices.Keys
            : [];
        return [.. alike.Where(a => a != against).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The last day to decide on them.</summary>
    public static DateOnly Due(RestrictionUse use) => DateOnly.FromDateTime(use.At.UtcDateTime).AddDays(Days);

    /// <summary>A use of that restriction after which others who are alike were not decided on in time.</summary>
    public static RestrictionUse? Unequal(State state, string restriction, DateOnly day) => state.Restrictions.Uses.Values
        .Where(u => u.Restriction == restriction && u.Undecided.Any() && Due(u) < day).OrderBy(u => u.At).ThenBy(u => u.Id, StringComparer.Ordinal).FirstOrDefault();

    internal static Decision Decide(State state, Act act, TreatAlike c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (!state.Restrictions.Uses.TryGetValue(c.Use, out var use)) return ProtocolRefusals.Unknown("use", c.Use);
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(clause, "office", act.By);
        if (c.Groups.Each().IsEmpty) return ProtocolRefusals.Malformed("groups", "at least one that is alike", "[]");
        var open = use.Undecided.ToHashSet(StringComparer.Ordinal);
        if (c.Groups.FirstOrDefault(g => !open.Contains(g)) is { } other) return RestrictionsRefusals.NotAlike(clause, string.Join(", ", open.Order(StringComparer.Ordinal)), other);
        if (c.Reason.Length is 0 or > 500) return ProtocolRefusals.Malformed("reason", "why, in at most 500 characters", c.Reason.Length);
        var restriction = state.Restrictions.All[use.Restriction];
        return c.Applies && !restriction.InForceOn(act.Day) ? RestrictionsRefusals.NotInForce(restriction.Id, restriction.Until)
            : Decision.Accept(clause, new AlikeTreated(use.Id, [.. c.Groups.Distinct(StringComparer.Ordinal)], c.Applies, c.Reason));
    }
}
