using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Organisation.Offices;

public enum BenefitKind { Pay, Allowance, Housing, Travel, Access }

/// <summary>How often an advantage is given.</summary>
public enum Every { Month, Year, Once }

/// <summary>An advantage that goes with a place, and who decided it (S181).</summary>
/// <param name="Amount">In hundredths of the currency; zero where it has no price (access).</param>
/// <param name="For">The body or office that decided.</param>
/// <param name="Vote">The vote of another body or of members that it rests on; null where it needs none.</param>
public sealed record Benefit(string Id, string Place, BenefitKind Kind, string What, long Amount, string Currency, Every Every, DateOnly From, DateOnly? Until, string For, string? Vote, DateTimeOffset At)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>Hundredths a month; what is given once counts as a twelfth.</summary>
    public Fraction Monthly => Every == Every.Month ? Amount : new Fraction(Amount, 12);
}

/// <summary>What all advantages of one holder may come to in a month, as a share of what members earn (S182).</summary>
/// <param name="MedianWage">The median wage of members for a month, in hundredths, with its source in words.</param>
/// <param name="Percent">Of that wage.</param>
public sealed record PayCeiling(long MedianWage, string Currency, int Percent, string Source, string For, DateTimeOffset At)
{
    /// <summary>Hundredths a month.</summary>
    public Fraction Most => new Fraction(MedianWage, 100) * Percent;
}

/// <summary>The register of what office-holders get. Whoever decides sets nothing for themselves: that takes a vote of somebody else.</summary>
public static class Benefits
{
    private const int Longest = 300;

    internal static Decision Grant(State state, Act act, GrantBenefit c)
    {
        var rules = state.Statutes.At(act.At);
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Benefits.ContainsKey(c.Id)) return ProtocolRefusals.Taken("benefit", c.Id);
        if (!rules.Bodies.ContainsKey(c.Place) && !rules.Offices.ContainsKey(c.Place)) return ProtocolRefusals.Unknown("place", c.Place);
        if (Authority.DecidesUnderAny(state, act, out var clause, out var by) is { } notYours) return notYours;
        if (c.What.Length is 0 or > Longest) return ProtocolRefusals.Malformed("what", $"what it is, in at most {Longest} characters", c.What.Length);
        if (c.Amount < 0 || (c.Amount == 0 && c.Kind != BenefitKind.Access)) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        if (!IsCurrency(c.Currency)) return ProtocolRefusals.Malformed("currency", "three capital letters, such as EUR", c.Currency);
        if (c.Until < c.From) return ProtocolRefusals.Malformed("until", "not before it began", c.Until!);
        if (c.Vote is { } vote && !OfOthers(state, vote, c.Place, by)) return OfficesRefusals.NotDecided(clause, vote);
        // Those who decide and those who would get it are the same: somebody else has to have voted on it.
        if (c.Vote is null && (by == c.Place || state.Offices.Holds(act.By, c.Place, act.At))) return OfficesRefusals.OwnPay(clause, c.Place);
        var granted = new BenefitGranted(c.Id, c.Place, c.Kind, c.What, c.Amount, c.Currency, c.Every, c.From, c.Until, by, c.Vote);
        return Above(state, act, c) is { } above ? above : Decision.Accept(clause, granted);
    }

    internal static Decision End(State state, Act act, EndBenefit c)
    {
        if (!state.Offices.Benefits.TryGetValue(c.Id, out var benefit)) return ProtocolRefusals.Unknown("benefit", c.Id);
        if (Authority.DecidesUnderAny(state, act, out var clause, out _) is { } notYours) return notYours;
        if (benefit.Until is { } until && until < act.Day) return OfficesRefusals.AlreadyDone(c.Id);
        return c.Until < act.Day.AddDays(-1) ? ProtocolRefusals.Malformed("until", "today or later", c.Until) : Decision.Accept(clause, new BenefitEnded(c.Id, c.Until));
    }

    internal static Decision Limit(State state, Act act, SetPayCeiling c)
    {
        if (Authority.DecidesUnderAny(state, act, out var clause, out var by) is { } notYours) return notYours;
        if (c.MedianWage <= 0) return ProtocolRefusals.Malformed("medianWage", "more than nothing", c.MedianWage);
        if (!IsCurrency(c.Currency)) return ProtocolRefusals.Malformed("currency", "three capital letters, such as EUR", c.Currency);
        if (c.Percent is < 1 or > 10_000) return ProtocolRefusals.Malformed("percent", "a percentage from 1 to 10000", c.Percent);
        return c.Source.Length is 0 or > Longest ? ProtocolRefusals.Malformed("source", $"where the figure comes from, in at most {Longest} characters", c.Source.Length)
            : Decision.Accept(clause, new PayCeilingSet(c.MedianWage, c.Currency, c.Percent, c.Source, by));
    }

    /// <summary>What somebody who holds those places has in a month, in that currency.</summary>
    public static Fraction Monthly(State state, IEnumerable<string> places, string currency, DateOnly day)
    {
        var held = places.ToHashSet(StringComparer.Ordinal);
        return state.Offices.Benefits.Values.Where(b => held.Contains(b.Place) && b.Currency == currency && b.InForceOn(day)).Aggregate(Fraction.Zero, (sum, b) => sum + b.Monthly);
    }

    /// <summary>The refusal where a holder would have more than the ceiling with it; where nobody holds the place, where the place alone would.</summary>
    private static Refusal? Above(State state, Act act, GrantBenefit c)
    {
        if (state.Offices.PayCeiling is not { } ceiling || ceiling.Currency != c.Currency) return null;
        var more = c.Every == Every.Month ? (Fraction)c.Amount : new Fraction(c.Amount, 12);
        var holders = state.Offices.Holders(c.Place, act.At).Select(t => t.Person).Distinct(StringComparer.Ordinal).ToList();
        var most = holders.Select(p => Monthly(state, state.Offices.HeldBy(p, act.At).Select(t => t.Seat.Of), c.Currency, c.From)).Append(Monthly(state, [c.Place], c.Currency, c.From)).Max() + more;
        return most > ceiling.Most ? OfficesRefusals.AboveCeiling("powers", (long)ceiling.Most.Floor(), (long)most.Ceiling()) : null;
    }

    /// <summary>A carried vote that those who would get it did not take among themselves.</summary>
    private static bool OfOthers(State state, string id, string place, string by) =>
        state.Votes.Find(id) is { IsElection: false, Outcome.Carried: true } vote && (vote.Session is null || (state.Sessions.Find(vote.Session)?.Body is { } body && body != place && (by != place || body != by)));

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);
}
