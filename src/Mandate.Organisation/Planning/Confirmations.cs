using Mandate.Constitutions;

namespace Mandate.Organisation.Planning;

/// <summary>
/// A plan that outlives those who decided on it: the new holders of the place confirm it in their first session, or a plan changes it. Until then nothing
/// more is released (S307).
/// </summary>
public static class Confirmations
{
    /// <summary>Days that the holder of an office has (default); a body has its first session.</summary>
    public const int OfficeDays = 30;

    /// <summary>Since when more than half of those who hold the place took it after the plan was decided or confirmed; null where they did not.</summary>
    public static DateOnly? NewSince(State state, Plan plan)
    {
        if (plan.DecidedAt is not { } decided || PlaceOf(state, plan) is not { } place) return null;
        var last = plan.Confirmed.Append(decided).Max();
        var held = state.Offices.Holders(place.Id, state.At).Where(t => t.Session is null).ToList();
        var since = held.Select(t => t.From).Where(f => f > last).Order().ElementAtOrDefault(held.Count / 2);
        return held.Count == 0 || since == default ? null : DateOnly.FromDateTime(since.UtcDateTime);
    }

    /// <summary>The day by which it had to be confirmed; null where it need not be, or its time has not come.</summary>
    public static DateOnly? Due(State state, Plan plan, DateOnly day)
    {
        if (plan.ConfirmDue(day) is { } anew) return anew;
        if (!plan.InForceOn(day) || NewSince(state, plan) is not { } since) return null;
        if (PlaceOf(state, plan) is { Kind: RefKind.Body } body && state.Sessions.All.Values.Any(s => s.Body == body.Id))
            return state.Sessions.All.Values.Where(s => s.Body == body.Id && s.ClosedAt is { } closed && DateOnly.FromDateTime(s.Opens.UtcDateTime) >= since)
                .Select(s => (DateOnly?)DateOnly.FromDateTime(s.ClosedAt!.Value.UtcDateTime)).Where(d => d <= day).Min();
        return since.AddDays(OfficeDays) is var last && last < day ? last : null;
    }

    /// <summary>The place that the power names, or where all members decide the one that keeps the fund.</summary>
    private static Ref? PlaceOf(State state, Plan plan)
    {
        var rules = state.Statutes.At(state.At);
        var place = rules.Powers.FirstOrDefault(p => p.Id == plan.Power) is { } power ? Opening.PlaceOf(power) : null;
        return place is { Kind: not RefKind.Electorate } ? place : PlanningRules.PlaceOf(rules, state.Accounts.Funds[plan.Fund].Keeper);
    }
}
