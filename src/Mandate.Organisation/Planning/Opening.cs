using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Planning;

/// <summary>A plan question is opened: by the place that decides, by whoever convenes it, or by any member where a petition has its signatures.</summary>
internal static class Opening
{
    public static Decision Open(State state, Act act, OpenPlan c)
    {
        var rules = state.Statutes.At(act.At);
        if (PlanningRules.New(state, c.Id) is { } taken) return taken;
        if (rules.Powers.FirstOrDefault(p => p.Id == c.Power && p.Verb == Verb.Decide) is not { } power) return ProtocolRefusals.Unknown("power", c.Power);
        if (!state.Accounts.Funds.ContainsKey(c.Fund)) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (PlaceOf(power) is not { } place || place.Kind == RefKind.Body && BodyShape.UnitKindOf(rules, rules.Bodies[place.Id]) is not null)
            return ProtocolRefusals.Malformed("power", "a power that one body, one office or all members hold", c.Power);
        if (Several(rules, power) is { } blurred) return blurred;
        if (MayOpen(state, act, rules, power, place, c) is { } notYours) return notYours;
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.To < c.From) return ProtocolRefusals.Malformed("last-day", "the first day or later", c.To);
        if (c.Envelope is <= 0 || c is { By: Choosing.EqualShares, Envelope: null }) return ProtocolRefusals.Malformed("envelope", "more than nothing", c.Envelope ?? 0);
        if (c.Reviews.Each().Any(d => d < c.From)) return ProtocolRefusals.Malformed("reviews", "days of the period or after it", c.Reviews.Each().Min());
        if (Days(act, rules, c) is { } tooShort) return tooShort;
        if (c.Amends is { } earlier)
        {
            if (PlanningRules.Find(state, earlier, out var amended, PlanStage.Decided) is { } none) return none;
            if (amended.AmendedBy is not null || amended.Fund != c.Fund) return ProtocolRefusals.WrongStage("plan-question", earlier, "in force", "amended");
            if (c.Reason is not { Length: > 0 and <= 1000 }) return ProtocolRefusals.Malformed("reason", "why the plan would be changed, in at most 1000 characters", c.Reason?.Length ?? 0);
        }
        var clause = power.Clause.Path;
        var members = c.ByMembers || place.Kind == RefKind.Electorate;
        return Decision.Accept(clause, new PlanOpened(
            c.Id, c.Title, c.Power, members ? "members" : place.Id, clause, c.Fund, c.From, c.To, c.FileUntil, c.ChooseUntil, c.By, members, c.Envelope, [.. c.Reviews.Each().Distinct().Order()],
            c.Petition, c.Amends, c.Reason, RuleOf(rules, power, members), Needed(state, rules, place, act.At)));
    }

    /// <summary>Another power gives the same matter to another place: which of the two decides stands in no clause.</summary>
    private static Refusal? Several(Constitution rules, Power power)
    {
        foreach (var matter in Responsibilities.Of(rules).Where(m => power.Object.Any(o => o.Id == m.Name)))
        {
            var places = rules.Powers.Where(p => p.Verb == Verb.Decide && p.Object.Any(o => o.Id == matter.Name)).Select(PlaceOf).Select(p => p?.Id ?? "").Distinct(StringComparer.Ordinal).ToList();
            if (places.Count > 1) return PlanningRefusals.SeveralDecide(power.Clause.Path, matter.Name, string.Join(", ", places));
        }
        return null;
    }

    /// <summary>Whoever holds the power; a referendum is held by the electorate.</summary>
    internal static Ref? PlaceOf(Power power) => power.Holder switch
    {
        NamedHolder h => h.Name,
        RuleHolder { Rule: ReferendumRule r } => r.Electorate,
        _ => null,
    };

    private static Refusal? MayOpen(State state, Act act, Constitution rules, Power power, Ref place, OpenPlan c)
    {
        var clause = power.Clause.Path;
        if (c.Petition is { } id)
        {
            if (!state.Petitions.All.TryGetValue(id, out var petition)) return ProtocolRefusals.Unknown("petition", id);
            if (petition.To != place.Id && place.Kind == RefKind.Body) return ProtocolRefusals.Malformed("petition", $"a petition to {place.Id}", petition.To);
            if (petition.Due is null) return PetitionsRefusals.NotReady(petition.Clause, petition.Needed, petition.Signed.Count);
            if (c.ByMembers && place.Kind != RefKind.Electorate) return ProtocolRefusals.NotYours(clause, place.Id, act.By);
            return state.Roll.Member(act.By) is { InGoodStanding: true } ? null : ProtocolRefusals.NotYours(clause, "member", act.By);
        }
        // What all members decide, any place with a power to decide may ask them; no member alone.
        if (place.Kind == RefKind.Electorate)
            return rules.Powers.Where(p => p is { Verb: Verb.Decide, Holder: NamedHolder { Name.Kind: not RefKind.Electorate } }).Select(p => ((NamedHolder)p.Holder).Name)
                .Any(n => Authority.Decides(state, act, n, clause) is null) ? null : ProtocolRefusals.NotYours(clause, "body", act.By);
        var decides = Authority.Decides(state, act, place, clause);
        // To hand the choice to the members is for the place whose choice it is.
        if (decides is null || c.ByMembers) return decides;
        return rules.Bodies.GetValueOrDefault(place.Id)?.Convene is { } convene ? Authority.Decides(state, act, convene.By, clause) : decides;
    }

    /// <summary>The notice of the procedure stands before the last day to file, and again between it and the end of the choice.</summary>
    private static Refusal? Days(Act act, Constitution rules, OpenPlan c)
    {
        var (notice, clear) = (rules.Procedure.Default.Notice, rules.Procedure.ClearDays);
        var clause = notice?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        object needs = notice?.ToString() ?? "a day";
        var file = Notices.Earliest(act.Day, notice, clear);
        if (c.FileUntil < file) return PlanningRefusals.TooShort(clause, needs, c.FileUntil, file);
        var choose = Notices.Earliest(c.FileUntil, notice, clear);
        if (c.ChooseUntil < choose || c.ChooseUntil <= c.FileUntil) return PlanningRefusals.TooShort(clause, needs, c.ChooseUntil, choose > c.FileUntil ? choose : c.FileUntil.AddDays(1));
        return null;
    }

    /// <summary>The majority against choosing none: that of the power; for members that of their vote, else that of the procedure.</summary>
    private static string RuleOf(Constitution rules, Power power, bool members) => (members ? (power.Holder as RuleHolder)?.Rule : power.Rule) switch
    {
        MajorityRule m => m.Majority.Text,
        ReferendumRule r => r.Majority.Text,
        BodyRule { Majority: { } m } => m.Text,
        _ => (rules.Procedure.Default.Rule as MajorityRule)?.Majority.Text ?? "majority of votes cast",
    };

    /// <summary>The support of a member's alternative: that of a petition to the place.</summary>
    private static int Needed(State state, Constitution rules, Ref place, DateTimeOffset at) =>
        PetitionsRules.RuleFor(rules, place.Id) is { } rule ? (int)Math.Max(1, Quantities.NeededOf(rule.Signatures, Bases.Of(state, rule.Signatures, null, at))) : 1;
}
