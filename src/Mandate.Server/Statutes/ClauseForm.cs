using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Server.Wording;

namespace Mandate.Server.Statutes;

/// <summary>How one value of a clause is filled in.</summary>
public enum ValueKind
{
    Line,

    /// <summary>A number and a unit of time.</summary>
    Period,

    /// <summary>A body or office of this constitution.</summary>
    Place,

    YesNo,

    Number,

    /// <summary>Several short texts, parted by commas.</summary>
    Several,
}

/// <summary>
/// A clause as a plain form: one field for each value that stands in it. What is left empty is struck out; what is to be added is
/// written as YAML instead.
/// </summary>
public sealed record ClauseForm(Datum Clause, ImmutableArray<ClauseForm.Value> Values)
{
    /// <summary>More fields than this are no plain form any more.</summary>
    private const int Most = 30;

    private static readonly string[] Majorities = ["majority of votes cast", "2/3 of votes cast", "3/4 of votes cast", "majority of seats", "2/3 of seats", "4/5 of present", "unanimous"];

    /// <param name="Suggestions">What could stand there, from the format and from the rest of the constitution.</param>
    public sealed record Value(Datum Datum, ValueKind Kind, ImmutableArray<string> Suggestions)
    {
        public string Path => Datum.Clause.Path;

        /// <summary>The field's name in the form; a period has two.</summary>
        public string Field => "v:" + Path;

        public string UnitField => "u:" + Path;

        /// <summary>What stands there now, as it is typed.</summary>
        public string Now => Datum switch
        {
            Datum.Text text => text.Value,
            Datum.Number number => number.Canonical,
            Datum.Truth truth => truth.Value ? "yes" : "no",
            Datum.List list => string.Join(", ", list.Items.Select(i => i is Datum.Text t ? t.Value : Clauses.Text(i))),
            _ => "",
        };

        public (string Count, string Unit) Period => Now.Split(' ') is [var n, var unit] ? (n, unit.TrimEnd('s')) : ("", "day");
    }

    /// <summary>Null where the clause has no values, or too many for a form.</summary>
    public static ClauseForm? Of(Constitution rules, Datum clause)
    {
        var leaves = Leaves(clause).Take(Most + 1).ToList();
        return leaves.Count is 0 or > Most ? null : new(clause, [.. leaves.Select(l => Describe(rules, l))]);
    }

    /// <summary>The changes that were filled in, as edits by clause path.</summary>
    /// <param name="wrong">Fields that cannot be read, with the key of the text that says what would be right.</param>
    public ImmutableArray<ClauseEdit> Edits(IReadOnlyDictionary<string, string> filled, out ImmutableArray<(string Field, string Key)> wrong)
    {
        var edits = ImmutableArray.CreateBuilder<ClauseEdit>();
        var faults = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var value in Values)
        {
            if (!filled.TryGetValue(value.Field, out var raw)) continue;
            var text = raw.Trim();
            if (value.Kind == ValueKind.Period && text.Length > 0)
            {
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || !PeriodUnits.Contains(filled.GetValueOrDefault(value.UnitField) ?? "", StringComparer.Ordinal))
                {
                    faults.Add((value.Field, "form.needs-number"));
                    continue;
                }
                text = $"{count} {filled[value.UnitField]}{(count == 1 ? "" : "s")}";
            }
            if (text == value.Now) continue;
            if (text.Length == 0) edits.Add(new(value.Path, null));
            else if (Written(value, text) is { } yaml) edits.Add(new(value.Path, yaml));
            else faults.Add((value.Field, "form.needs-number"));
        }
        wrong = faults.ToImmutable();
        return edits.ToImmutable();
    }

    public static ImmutableArray<string> PeriodUnits { get; } = ["minute", "hour", "day", "week", "month", "year"];

    private static string? Written(Value value, string text) => value.Kind switch
    {
        ValueKind.YesNo => text == "yes" ? "true" : "false",
        ValueKind.Number => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : null,
        ValueKind.Several => Clauses.Text(new Datum.List([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => Plain(value, t))]) { Clause = value.Datum.Clause }),
        _ => Clauses.Text(Plain(value, text)),
    };

    /// <summary>A text, with the quotes that it needs to stay one.</summary>
    private static Datum.Text Plain(Value value, string text) => new(text) { Clause = value.Datum.Clause };

    private static IEnumerable<Datum> Leaves(Datum datum) => datum switch
    {
        Datum.Map map => map.Entries.SelectMany(e => Leaves(e.Value)),
        Datum.List { Items.IsEmpty: true } => [],
        Datum.List list when list.Items.All(i => i is Datum.Text) => [list],
        Datum.List list => list.Items.SelectMany(Leaves),
        Datum.Nothing => [],
        _ => [datum],
    };

    private static Value Describe(Constitution rules, Datum leaf) => leaf switch
    {
        Datum.Truth => new(leaf, ValueKind.YesNo, []),
        Datum.Number => new(leaf, ValueKind.Number, []),
        Datum.List => new(leaf, ValueKind.Several, []),
        Datum.Text { Value: var text } when text.Split(' ') is [var n, var unit] && n.All(char.IsAsciiDigit) && PeriodUnits.Contains(unit.TrimEnd('s'), StringComparer.Ordinal) => new(leaf, ValueKind.Period, []),
        Datum.Text { Value: var text } when IsPlace(rules, text) => new(leaf, ValueKind.Place, [.. rules.Bodies.Keys, .. rules.Offices.Keys]),
        _ => new(leaf, ValueKind.Line, Elsewhere(rules, leaf)),
    };

    private static bool IsPlace(Constitution rules, string text) => rules.Bodies.ContainsKey(text) || rules.Offices.ContainsKey(text);

    /// <summary>What the same key holds elsewhere, and for a rule the usual majorities.</summary>
    private static ImmutableArray<string> Elsewhere(Constitution rules, Datum leaf)
    {
        var key = LastKey(leaf.Clause.Path);
        var same = Clauses.All(rules).OfType<Datum.Text>().Where(d => LastKey(d.Clause.Path) == key).Select(d => d.Value);
        return [.. (key is "rule" or "rules" ? Majorities.Concat(same) : same).Distinct(StringComparer.Ordinal).Take(20)];
    }

    private static string LastKey(string path)
    {
        var end = path.EndsWith(']') ? path.LastIndexOf('[') : path.Length;
        return path[(path.LastIndexOf('.', Math.Max(0, end - 1)) + 1)..end];
    }
}
