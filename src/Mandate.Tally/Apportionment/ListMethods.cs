using System.Collections.Immutable;
using System.Numerics;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Apportionment;

/// <summary>Shares seats out among lists or units.</summary>
public sealed record ListMethod(
    string Name, string Title, string Source, Func<IReadOnlyList<BigInteger>, int, SeatLimits?, SeatAllocation> Apportion)
    : Method(Name, Title, PaperKind.Lists, Source)
{
    /// <inheritdoc/>
    public override CountAnswer Count(LoadedPapers papers, CountOptions options)
    {
        if (papers.Other is not ListVotes lists) return base.Count(papers, options);
        if ((options.Seats ?? lists.Seats) is not { } seats) return CountAnswer.Refuse("the file states no seats; say how many with --seats");
        if (lists.Limits is { } limits && limits.Minimum.Sum(m => (long)m) > seats)
            return CountAnswer.Refuse(FormattableString.Invariant($"the minimums of the lists add up to more than {seats} seats"));
        var count = Count(lists, seats, options.Ties);
        return count with { Warnings = [.. papers.Warnings, .. count.Warnings] };
    }

    public Count Count(ListVotes lists, int seats, TieRule ties)
    {
        var counted = lists.Threshold is { } share ? ListThreshold.Apply(lists.Votes, _ => share) : lists.Votes;
        var found = Apportion(counted, seats, lists.Limits);
        var (final, open, record) = (found.Certain, (OpenTie?)null, ImmutableArray<TieBreak>.Empty);
        if (found.Tie is { } tie)
        {
            if (PriorityOrder.Of(ties, lists.Names) is { } priority)
            {
                final = found.Resolve(priority.Order);
                var last = final;
                record = [.. tie.Claimants.Where(c => last[c] > found.Certain[c]).Select(c => new TieBreak(found.Steps.Length, "who gets a last seat", tie.Claimants, c, priority.By))];
            }
            else open = new(found.Steps.Length, "who gets the last seats", tie.Claimants);
        }
        var total = lists.Votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        var papers = total > long.MaxValue ? 0 : (long)total;
        return new()
        {
            Method = Name,
            Seats = seats,
            Candidates = lists.Names,
            Elected = InOrder(found, final),
            Title = lists.Title,
            Papers = papers,
            ValidPapers = papers,
            Quota = found.Quota,
            Decimals = -1,
            Ties = record,
            Undecided = open,
            TieRule = ties.ToString(),
            Warnings = found.Unfilled > 0
                ? lists.Warnings.Add(FormattableString.Invariant($"{found.Unfilled} seats stay empty: nobody may take them"))
                : lists.Warnings,
            Detail = new AllocationDetail(lists.Votes, counted, final, found),
        };
    }

    /// <summary>The list of each seat, in the order in which they were won; seats by tie-break last.</summary>
    private static ImmutableArray<int> InOrder(SeatAllocation found, ImmutableArray<int> final)
    {
        var given = new int[final.Length];
        var order = ImmutableArray.CreateBuilder<int>();
        foreach (var winner in found.Steps.Where(s => !s.Claim.StartsWith("seat beyond", StringComparison.Ordinal)).Select(s => s.Winner)
            .Concat(Enumerable.Range(0, final.Length).SelectMany(i => Enumerable.Repeat(i, final[i]))))
            if (given[winner] < final[winner])
            {
                given[winner]++;
                order.Add(winner);
            }
        return order.ToImmutable();
    }
}

/// <summary>Every method for lists and units by name.</summary>
internal static class ListMethods
{
    public static ImmutableArray<ListMethod> All { get; } =
    [
        Divisor("dhondt", "D'Hondt: highest averages, divisors 1, 2, 3", Apportionment.Divisor.DHondt),
        Divisor("sainte-lague", "Sainte-Lague: highest averages, divisors 1, 3, 5", Apportionment.Divisor.SainteLague),
        Divisor("modified-sainte-lague", "Modified Sainte-Lague: divisors 1.4, 3, 5", Apportionment.Divisor.ModifiedSainteLague),
        Divisor("huntington-hill", "Huntington-Hill: divisors by geometric mean", Apportionment.Divisor.HuntingtonHill),
        Divisor("adams", "Adams: divisors 0, 1, 2", Apportionment.Divisor.Adams),
        Divisor("dean", "Dean: divisors by harmonic mean", Apportionment.Divisor.Dean),
        Remainder("hare", "Largest remainders with the Hare quota", LargestRemainderQuota.Hare),
        Remainder("droop", "Largest remainders with the Droop quota", LargestRemainderQuota.Droop),
        Remainder("hagenbach-bischoff", "Largest remainders with the Hagenbach-Bischoff quota", LargestRemainderQuota.HagenbachBischoff),
    ];

    private static ListMethod Divisor(string name, string title, Divisor divisor) =>
        new(name, title, "Balinski and Young, Fair Representation", (votes, seats, limits) => HighestAverages.Apportion(divisor, votes, seats, limits)) { Family = "divisors" };

    private static ListMethod Remainder(string name, string title, LargestRemainderQuota quota) =>
        new(name, title, "Balinski and Young, Fair Representation", (votes, seats, limits) => LargestRemainder.Apportion(quota, votes, seats, limits)) { Family = "remainders" };
}
