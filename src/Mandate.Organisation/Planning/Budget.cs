using System.Collections.Immutable;
using Mandate.Organisation.Accounts;

namespace Mandate.Organisation.Planning;

/// <summary>A line of the budget beside what the books say of it.</summary>
/// <param name="Key">Alternative and line: <c>base/2</c>.</param>
/// <param name="Decided">In hundredths, as all amounts here.</param>
/// <param name="Released">Granted under the line, <paramref name="Spent"/> booked under those grants.</param>
public sealed record BudgetLine(string Key, PlanLine Line, long Decided, long Released, long Spent);

/// <summary>Spending of the fund in the period under a grant that no line of the plan has released: always told by name.</summary>
public sealed record Unbudgeted(string Grant, string Purpose, long Spent);

/// <summary>The budget of a period: the lines of what was chosen, and what became of them in the accounts.</summary>
public static class Budget
{
    /// <summary>The lines of what was chosen, in order.</summary>
    public static IEnumerable<(string Key, PlanLine Line)> Lines(State state, Plan plan) => (plan.Result?.Chosen ?? [])
        .SelectMany(id => state.Planning.Alternatives[id].Text.Lines.Select(l => ($"{id}/{l.Id}", l)));

    public static PlanLine? Line(State state, Plan plan, string key) => Lines(state, plan).Where(l => l.Key == key).Select(l => l.Line).FirstOrDefault();

    public static long Released(State state, Plan plan, string key) => plan.Grants.TryGetValue(key, out var grants) ? grants.Sum(g => state.Accounts.Grants[g].Amount) : 0;

    /// <summary>Budget against actual, line by line.</summary>
    public static ImmutableArray<BudgetLine> Execution(State state, Plan plan)
    {
        var spent = Spent(state.Accounts);
        return
        [
            .. Lines(state, plan).Select(l => new BudgetLine(
                l.Key, l.Line, l.Line.Amount, Released(state, plan, l.Key), plan.Grants.TryGetValue(l.Key, out var grants) ? grants.Sum(g => spent.GetValueOrDefault(g)) : 0)),
        ];
    }

    /// <summary>What the fund paid in the period beside the plan. Lines of a plan that this one changed, or that changed it, are not beside it.</summary>
    public static ImmutableArray<Unbudgeted> Beside(State state, Plan plan)
    {
        var planned = state.Planning.Plans.Values.Where(p => p.Fund == plan.Fund).SelectMany(p => p.Grants.Values.SelectMany(g => g)).ToHashSet(StringComparer.Ordinal);
        bool InPeriod(Booking b) => DateOnly.FromDateTime(b.At.UtcDateTime) is var day && plan.From <= day && day <= plan.To;
        var spent = Spent(state.Accounts, InPeriod);
        return [.. state.Accounts.Grants.Values.Where(g => g.Fund == plan.Fund && !planned.Contains(g.Id) && spent.GetValueOrDefault(g.Id) != 0).OrderBy(g => g.Id, StringComparer.Ordinal).Select(g => new Unbudgeted(g.Id, g.Purpose, spent[g.Id]))];
    }

    /// <summary>The sum of the bookings under each grant.</summary>
    private static Dictionary<string, long> Spent(AccountsState books, Func<Booking, bool>? which = null)
    {
        var spent = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var booking in which is null ? books.Bookings : books.Bookings.Where(which))
            foreach (var leg in booking.Legs)
                if (leg.Account.StartsWith("grant:", StringComparison.Ordinal)) spent[leg.Account[6..]] = spent.GetValueOrDefault(leg.Account[6..]) + leg.Amount;
        return spent;
    }
}
