using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Who may do an act that a clause gives to an office, a body or an electorate. There is no other authority: a role that the
/// constitution does not know cannot act.
/// </summary>
public static class Authority
{
    /// <summary>
    /// Null when the act is done by the office itself, in the name of the body (by a decision in writing), or by a member of the
    /// electorate; otherwise the refusal. A body decides, its members alone do not: for them the way is a decision in writing.
    /// </summary>
    /// <param name="unit">The unit concerned, where the place exists once per unit.</param>
    public static Refusal? Decides(State state, Act act, Ref who, string clause, string? unit = null) => who.Kind switch
    {
        RefKind.Office when state.Offices.Holds(act.By, who.Id, act.At, unit) => null,
        RefKind.Body when act.InNameOf == NameOf(who.Id, unit) => null,
        RefKind.Electorate when state.Roll.Member(act.By) is { InGoodStanding: true } => null,
        RefKind.Body when state.Offices.Holds(act.By, who.Id, act.At, unit) =>
            ProtocolRefusals.NotYours(clause, who.Id, act.By) with { Way = "decide-in-writing" },
        _ => ProtocolRefusals.NotYours(clause, who.Id, act.By),
    };

    /// <summary>
    /// Null when whoever acts holds the office or sits on the body: for ministerial acts that leave nothing to decide
    /// (recording a service, giving out a ballot paper).
    /// </summary>
    public static Refusal? Serves(State state, Act act, Ref who, string clause, string? unit = null) =>
        act.InNameOf == NameOf(who.Id, unit) || state.Offices.Holds(act.By, who.Id, act.At, unit)
            ? null
            : Decides(state, act, who, clause, unit) is null ? null : ProtocolRefusals.NotYours(clause, who.Id, act.By);

    /// <summary>The name of a body in an act done for it: <c>council</c>, <c>region.council@r-3</c>.</summary>
    public static string NameOf(string body, string? unit) => unit is null ? body : $"{body}@{unit}";
}
