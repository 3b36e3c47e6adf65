namespace Mandate.Constitutions.Rules;

/// <summary>A term that somebody served: first day, and last (null while it runs).</summary>
public sealed record ServedTerm(DateOnly From, DateOnly? Until);

/// <summary>
/// Terms and their limits. Every time in the place counts as a term, however short: whoever leaves a week early has not
/// started anew. Terms are in a row unless the time between them is at least <c>cooling_off</c>, or, where the constitution states
/// none, half a term.
/// </summary>
public static class Terms
{
    /// <summary>The last day of a term that begins on that day.</summary>
    public static DateOnly LastDay(Term term, DateOnly from)
    {
        var next = Periods.After(from, term.Length);
        return next > from && next < DateOnly.MaxValue ? next.AddDays(-1) : next;
    }

    /// <summary>Whether somebody who served these terms may begin another on that day.</summary>
    /// <param name="clause">The clause that answers where there is no term.</param>
    public static Answer MayBegin(Term? term, IEnumerable<ServedTerm> served, DateOnly from, Clause clause)
    {
        if (term is null) return new(true, clause);
        var past = served.Where(s => s.From < from).OrderBy(s => s.From).ToList();
        if (term.Lifetime is { } lifetime && past.Count >= lifetime)
            return new(false, Below(term, "lifetime"), lifetime, past.Count);
        if (term.Consecutive is not { } limit) return new(true, Below(term, "consecutive"), "unlimited", past.Count);
        var row = 0;
        var begin = from;
        for (var i = past.Count - 1; i >= 0 && !Apart(term, past[i].Until is { } until && until < begin ? until : begin, begin); i--)
        {
            row++;
            begin = past[i].From;
        }
        if (row < limit) return new(true, Below(term, "consecutive"), limit, row);
        var clauseOf = term.CoolingOff is null ? Below(term, "consecutive") : Below(term, "cooling_off");
        return new(false, clauseOf, term.CoolingOff?.ToString() ?? (object)limit, row) { Earliest = past[^1].Until is { } end ? FreeAgain(term, end) : null };
    }

    /// <summary>The first day on which a term no longer is in a row with one whose last day that was: the time away begins the day after.</summary>
    private static DateOnly FreeAgain(Term term, DateOnly ended)
    {
        var away = ended < DateOnly.MaxValue ? ended.AddDays(1) : ended;
        if (term.CoolingOff is { } cooling) return Periods.After(away, cooling);
        var days = Periods.After(away, term.Length).DayNumber - away.DayNumber;
        return DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, away.DayNumber + ((days + 1) / 2)));
    }

    private static bool Apart(Term term, DateOnly ended, DateOnly next) => next >= FreeAgain(term, ended) && next > ended;

    private static Clause Below(Term term, string key) => term.Clause with { Path = term.Clause.Path + "." + key };
}
