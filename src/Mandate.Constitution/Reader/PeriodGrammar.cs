using System.Globalization;
using System.Text.RegularExpressions;

namespace Mandate.Constitutions.Reader;

/// <summary>The micro-grammars of periods (<c>30 days</c>) and intervals (<c>monthly</c>, <c>every 2 weeks</c>).</summary>
internal static class PeriodGrammar
{
    /// <summary>Linear time on any input.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Form = new(@"^(?<n>[0-9]+) (?<unit>minute|hour|day|week|month|year|working day)s?\z", Linear);
    private static readonly Regex Loose = new(@"^(?<n>[0-9]{1,6}) *(?<unit>[A-Za-z]{1,12})\z", Linear);

    /// <summary>Longer than any constitution lasts; keeps date arithmetic within the calendar.</summary>
    private const int Longest = 1_000_000;

    private static readonly string[] Units = ["minute", "hour", "day", "week", "month", "year", "working day"];

    public static Period? Read(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        if (Parse(text, datum.Clause) is { } period)
        {
            if (period.Unit == PeriodUnit.WorkingDay && scope.Calendar is null) scope.Fault(FaultKind.Contradiction, datum.Clause, "working days are counted by the organisation's own calendar: write calendar with its holidays (0.2)");
            return period with { Calendar = scope.Calendar };
        }
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a period: write a number and minutes, hours, days, weeks, months or years, as 30 days", Suggest(text));
        return null;
    }

    public static Period? Parse(string text, Clause clause)
    {
        var match = Form.Match(text);
        if (!match.Success || !int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > Longest) return null;
        return new(count, (PeriodUnit)Array.IndexOf(Units, match.Groups["unit"].Value)) { Clause = clause };
    }

    public static Interval? Interval(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        (int Count, PeriodUnit Unit)? word = text switch
        {
            "yearly" => (1, PeriodUnit.Year),
            "monthly" => (1, PeriodUnit.Month),
            "weekly" => (1, PeriodUnit.Week),
            _ => null,
        };
        if (word is var (count, unit)) return new(new Period(count, unit) { Clause = datum.Clause }) { Clause = datum.Clause };
        if (text.StartsWith("every ", StringComparison.Ordinal) && Parse(text[6..], datum.Clause) is { Unit: >= PeriodUnit.Day and not PeriodUnit.WorkingDay, Count: > 0 } period) return new(period) { Clause = datum.Clause };
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not an interval: write yearly, monthly, weekly or every 2 months", Nearest.To(text, ["yearly", "monthly", "weekly"]));
        return null;
    }

    private static string? Suggest(string text)
    {
        var match = Loose.Match(text);
        return match.Success && Nearest.To(match.Groups["unit"].Value, [.. Units, .. Units.Select(u => u + "s")]) is { } unit ? match.Groups["n"].Value + " " + unit : null;
    }
}
