using Mandate.Organisation.Acts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Accounts;

/// <summary>
/// Funds that are not of the whole: a unit's own, on which only a body of that unit decides, and a committee's, on which those decide who sit on
/// it. No body of the whole opens, grants or countersigns there (requirements S206, S221).
/// </summary>
internal static class OwnFunds
{
    /// <summary>Null where whoever acts may decide on a fund of that unit, of that committee, or of the whole.</summary>
    public static Refusal? DecidesOn(State state, Act act, string? unit, string keeper, out string clause, out string by)
    {
        var rules = state.Statutes.At(act.At);
        (clause, by) = (AccountsRules.ClauseOf(rules), "");
        if (unit is not null)
        {
            by = act.InNameOf ?? "";
            if (state.Roll.Unit(unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", unit);
            return UnitVoice.WhyNot(state, act, unit, null, "", clause);
        }
        if (!state.Federation.Committees.ContainsKey(keeper)) return Authority.DecidesUnderAny(state, act, out clause, out by);
        by = keeper;
        return SitsOn(state, act, keeper) ? null : ProtocolRefusals.NotYours(clause, keeper, act.By);
    }

    public static bool SitsOn(State state, Act act, string committee) =>
        state.Federation.Committees.TryGetValue(committee, out var known) && Committees.Sitting(state, known, act.At).Contains(act.By, StringComparer.Ordinal);

    /// <summary>The second person is one of those who keep the fund, who opened it or who granted it; of a unit's own fund any of its members, for one person may be all who keep it.</summary>
    public static bool MayCountersign(State state, Act act, Fund fund, Grant? grant) =>
        fund.Unit is { } unit && state.Roll.Member(act.By) is { InGoodStanding: true } member && state.Roll.LiesIn(member.Unit, unit)
        || new[] { fund.Keeper, fund.For, grant?.For ?? fund.For }.Any(place => state.Offices.Holds(act.By, place.Split('@')[0], act.At, fund.Unit) || SitsOn(state, act, place));
}
