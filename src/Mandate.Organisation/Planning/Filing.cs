using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Planning;

/// <summary>Alternatives are filed as of right: by any place, by a tendency through its speaker, by a member with support. Nobody approves or removes one.</summary>
internal static class Filing
{
    /// <summary>The most that all lines come to together, so that no sum overflows.</summary>
    private const long Most = 1_000_000_000_000_000;

    public static Decision File(State state, Act act, FileAlternative c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Filing) is { } wrong) return wrong;
        if (act.Day > plan.FileUntil) return PlanningRefusals.FilingOver(plan.Clause, plan.FileUntil);
        if (state.Planning.Alternatives.TryGetValue(c.Id, out var known))
        {
            if (known.Plan != plan.Id || known.For != c.For) return ProtocolRefusals.Taken("alternative", c.Id);
            if (known.For is null && known.By != act.By) return ProtocolRefusals.NotYours(plan.Clause, "whoever filed it", act.By);
            if (c.Reason is not { Length: > 0 and <= 1000 }) return ProtocolRefusals.Malformed("reason", "why it is changed, in at most 1000 characters", c.Reason?.Length ?? 0);
        }
        else if (PlanningRules.New(state, c.Id) is { } taken) return taken;
        else if (c.Id == Plan.None) return ProtocolRefusals.Taken("alternative", c.Id);
        if (May(state, act, plan, c.For) is { } notYours) return notYours;
        if (Malformed(state, plan, c.Text) is { } bad) return bad;
        var gathers = known is null && c.For is null;
        if (gathers && Pseudonyms.Read(act.Blobs, c.Register, state.Roll.InGoodStanding(null).Count, plan.Clause, out _) is { } register) return register;
        return Decision.Accept(plan.Clause, new AlternativeFiled(c.Id, plan.Id, Whole(c.Text), c.For, c.Reason, gathers ? c.Register : null));
    }

    public static Decision Support(State state, Act act, SupportAlternative c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Filing) is { } wrong) return wrong;
        if (!state.Planning.Alternatives.TryGetValue(c.Alternative, out var alternative) || alternative.Plan != plan.Id) return ProtocolRefusals.Unknown("alternative", c.Alternative);
        if (act.Day > plan.FileUntil) return PlanningRefusals.FilingOver(plan.Clause, plan.FileUntil);
        if (alternative.For is not null) return ProtocolRefusals.WrongStage("alternative", alternative.Id, "a member's", "filed for a place");
        if (!alternative.Register.Contains(act.By)) return ProtocolRefusals.NotYours(plan.Clause, "member", act.By);
        return alternative.Supporters.Contains(act.By) ? PlanningRefusals.SupportedAlready(plan.Clause) : Decision.Accept(plan.Clause, new AlternativeSupported(alternative.Id));
    }

    private static Refusal? May(State state, Act act, Plan plan, string? filedFor)
    {
        if (filedFor is null) return state.Roll.Member(act.By) is { InGoodStanding: true } ? null : ProtocolRefusals.NotYours(plan.Clause, "member", act.By);
        if (state.Tendencies.All.TryGetValue(filedFor, out var tendency))
            return tendency.Speaker != act.By ? ProtocolRefusals.NotYours(tendency.Clause, tendency.Speaker, act.By)
                : tendency.StandsOn(act.Day) ? null : ProtocolRefusals.WrongStage("tendency", tendency.Id, "standing", "gathering");
        return PlanningRules.PlaceOf(state.Statutes.At(act.At), filedFor) is { } place ? Authority.Decides(state, act, place, plan.Clause) : ProtocolRefusals.Unknown("place", filedFor);
    }

    /// <summary>What is not given is an empty list.</summary>
    private static PlanText Whole(PlanText t) => t with { Lines = t.Lines.Each(), Forecasts = t.Forecasts.Each(), Takes = t.Takes.Each(), Risks = t.Risks.Each() };

    private static Refusal? Malformed(State state, Plan plan, PlanText given)
    {
        var text = Whole(given);
        if (text.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", text.Title.Length);
        if (text.Lines.Length is 0 or > 100) return ProtocolRefusals.Malformed("plan-lines", "from 1 to 100 lines", text.Lines.Length);
        if (text.Lines.FirstOrDefault(l => l.Amount <= 0) is { } nothing) return ProtocolRefusals.Malformed("plan-lines", "an amount above nothing in each line", nothing.Purpose);
        if (text.Lines.Any(l => l.Amount > Most / 100)) return ProtocolRefusals.Malformed("plan-lines", $"at most {Most / 100}", text.Lines.Max(l => l.Amount));
        if (text.Lines.FirstOrDefault(l => l.Purpose.Length is 0 or > 300 || l.Id.Length is 0 or > 20) is { } unnamed) return ProtocolRefusals.Malformed("plan-lines", "a number and a purpose of at most 300 characters in each line", unnamed.Id);
        if (text.Lines.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count() < text.Lines.Length) return ProtocolRefusals.Malformed("plan-lines", "each number once", text.Lines.Length);
        var rules = state.Statutes.At(state.At);
        if (text.Lines.FirstOrDefault(l => PlanningRules.PlaceOf(rules, l.Owner) is null) is { } unowned) return ProtocolRefusals.Malformed("plan-lines", "a body or office that sees to each line", unowned.Owner);
        if (plan.Envelope is { } envelope && text.Total > envelope) return PlanningRefusals.MoreThanEnvelope(plan.Clause, envelope, text.Total);
        if (text.Assumptions.Length is 0 or > 4000) return ProtocolRefusals.Malformed("assumptions", "on what the figures rest, in at most 4000 characters", text.Assumptions.Length);
        if (text.Forecasts.FirstOrDefault(f => f.Low > f.High || f.Indicator.Length is 0 or > 200 || f.On < plan.From) is { } wrong) return ProtocolRefusals.Malformed("forecasts", "an indicator, a low that is not above the high, a day not before the period", wrong.Indicator);
        if (!text.Forecasts.Any(f => f.Success)) return ProtocolRefusals.Malformed("forecasts", "at least one that is the measure of success", text.Forecasts.Length);
        if (text.Takes.FirstOrDefault(t => t.Amount <= 0 || t.To.Length == 0 || state.Roll.Unit(t.From) is null && PlanningRules.PlaceOf(rules, t.From) is null) is { } take)
            return ProtocolRefusals.Malformed("takes", "a unit, body or office that gives, for whom, and how much", take.From);
        return text.Risks.FirstOrDefault(r => r.What.Length is 0 or > 500 || r.Indicator.Length is 0 or > 200) is { } risk ? ProtocolRefusals.Malformed("risks", "what may happen and the indicator that shows it", risk.Indicator) : null;
    }
}
