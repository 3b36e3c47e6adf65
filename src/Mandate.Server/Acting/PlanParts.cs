using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Planning;

namespace Mandate.Server.Acting;

/// <summary>
/// The parts of an alternative as a person writes them: one to a line, divided by <c>|</c>. What cannot be read is told with its line, its part
/// and what would be right.
/// </summary>
internal static class PlanParts
{
    /// <summary>On what, amount, who sees to it, what it depends on, whether that is there.</summary>
    public static ImmutableArray<PlanLine> Lines(Filling f, string name) =>
        [.. Rows(f, name, 2).Select(r => new PlanLine((r.Number).ToString(CultureInfo.InvariantCulture), r[0], r.Amount(1), r.PlaceOr(2, f.Visit.State.Accounts.Funds.Values.FirstOrDefault()?.Keeper ?? ""), r.Or(3), r.Or(4) switch { "yes" => true, "no" => false, _ => null }))];

    /// <summary>Indicator, unit, low, high, day; a star before the measure of success.</summary>
    public static ImmutableArray<Forecast> Forecasts(Filling f, string name) =>
        [.. Rows(f, name, 5).Select(r => new Forecast(r[0].TrimStart('*').Trim(), r[1], r.Amount(2), r.Amount(3), r.Day(4), r[0].StartsWith('*')))];

    /// <summary>From whom, for whom, amount.</summary>
    public static ImmutableArray<Taking> Takes(Filling f, string name) => [.. Rows(f, name, 3).Select(r => new Taking(r.PlaceOr(0, ""), r[1], r.Amount(2)))];

    /// <summary>What may happen, indicator, limit with its side.</summary>
    public static ImmutableArray<Risk> Risks(Filling f, string name) => [.. Rows(f, name, 3).Select(r => new Risk(r[0], r[1], r.Limit(2, out var above), above))];

    public static ImmutableArray<DateOnly> Days(Filling f, string name) => [.. Rows(f, name, 1).Select(r => r.Day(0))];

    private static IEnumerable<Row> Rows(Filling f, string name, int least)
    {
        var number = 0;
        foreach (var line in (f.TextOrNone(name) ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0) continue;
            var row = new Row(f, name, number, line.Split('|', StringSplitOptions.TrimEntries));
            for (var i = 0; i < least; i++)
                if (row[i].Length == 0) row.Wrong(i, "plan.cell-words");
            yield return row;
        }
    }

    private sealed record Row(Filling Filling, string Name, int Number, string[] Cells)
    {
        public string this[int i] => i < Cells.Length ? Cells[i] : "";

        public string? Or(int i) => this[i].Length > 0 ? this[i] : null;

        public long Amount(int i)
        {
            if (this[i].Length == 0) return 0;
            var plain = this[i].Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.');
            return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) < 1_000_000_000_000m && amount * 100 == decimal.Truncate(amount * 100)
                ? (long)(amount * 100) : Wrong(i, "plan.cell-amount");
        }

        public DateOnly Day(int i)
        {
            if (DateOnly.TryParseExact(this[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            Wrong(i, "plan.cell-day");
            return Filling.Visit.Today;
        }

        public long Limit(int i, out bool above)
        {
            above = this[i].StartsWith('>');
            if (!above && !this[i].StartsWith('<')) return Wrong(i, "plan.cell-side");
            return (this with { Cells = [.. Cells.Select((c, j) => j == i ? c[1..].Trim() : c)] }).Amount(i);
        }

        /// <summary>A body, office or unit by its id or by what it is called here.</summary>
        public string PlaceOr(int i, string instead)
        {
            if (this[i].Length == 0) return instead;
            var (rules, roll, words) = (Filling.Visit.Version.Rules, Filling.Visit.State.Roll, Filling.Visit.Words);
            bool Called(string name) => string.Equals(name, this[i], StringComparison.OrdinalIgnoreCase);
            var found = rules.Bodies.Keys.Concat(rules.Offices.Keys).FirstOrDefault(p => Called(p) || Called(words.Place(p))) ?? roll.Units.Values.FirstOrDefault(u => Called(u.Id) || Called(u.Name))?.Id;
            if (found is null) Wrong(i, "plan.cell-place");
            return found ?? this[i];
        }

        public long Wrong(int i, string needs)
        {
            Filling.Fail(Name, "plan.cells", ("column", i + 1), ("line", Number), ("needs", Filling.Visit.Words[needs]));
            return 0;
        }
    }
}
