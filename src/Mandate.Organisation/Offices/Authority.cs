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

    /// <summary>
    /// Null where whoever acts has a power to decide, by office or in the name of a body; a power over the budget is asked first. A power of
    /// all members is used by their votes, not by one of them.
    /// </summary>
    /// <param name="clause">The clause of the power that was used, or asked first.</param>
    /// <param name="by">The body or office; empty where the answer is a refusal.</param>
    public static Refusal? DecidesUnderAny(State state, Act act, out string clause, out string by)
    {
        var rules = state.Statutes.At(act.At);
        var powers = rules.Powers.Where(p => p.Verb == Verb.Decide && p.Holder is NamedHolder).OrderByDescending(p => p.Object.Any(o => o.Id == "budget")).ToList();
        (clause, by) = (powers.FirstOrDefault()?.Clause.Path ?? rules.Procedure.Default.Clause.Path, "");
        Refusal? first = null;
        foreach (var power in powers)
        {
            var name = ((NamedHolder)power.Holder).Name;
            var refusal = name.Kind == RefKind.Electorate ? ProtocolRefusals.NotYours(power.Clause.Path, name.Id, act.By) : Decides(state, act, name, power.Clause.Path);
            if (refusal is null)
            {
                (clause, by) = (power.Clause.Path, name.Id);
                return null;
            }
            if (first is null || refusal.Way is not null) first = refusal;
        }
        return first ?? ProtocolRefusals.NotYours(clause, "body", act.By);
    }

    /// <summary>The name of a body in an act done for it: <c>council</c>, <c>region.council@r-3</c>.</summary>
    public static string NameOf(string body, string? unit) => unit is null ? body : $"{body}@{unit}";
}
