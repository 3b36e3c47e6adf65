using System.Text.RegularExpressions;
using Mandate.Tally;

namespace Mandate.Constitutions.Reader;

/// <summary>The measures of the guards.</summary>
internal static partial class GuardReader
{
    public static GuardMeasures? Read(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var measures = new GuardMeasures
        {
            Clause = datum.Clause,
            Petition = fields.Whole("petition", least: 1),
            Due = fields.Opt("due", PeriodGrammar.Read),
            Protected = fields.Opt("protected", PeriodGrammar.Read),
            Offices = fields.Whole("offices", least: 1),
            Removal = fields.Opt("removal", Removal),
            Apart = fields.Opt("apart", Times)?.Value,
            Officials = fields.Opt("officials", Share)?.Value,
            Growth = fields.Opt("growth", Times)?.Value,
            Absorbed = fields.Opt("absorbed", Share)?.Value,
            Inherited = fields.Opt("inherited", Share)?.Value,
            Distortion = fields.Opt("distortion", Share)?.Value,
            Missed = fields.Whole("missed", least: 1),
            Signs = fields.Whole("signs", least: 1),
            Eroded = fields.Opt("eroded", Share)?.Value,
            Inspected = fields.Opt("inspected", PeriodGrammar.Read),
            Inspectors = fields.Whole("inspectors", least: 1),
        };
        fields.Done();
        return measures;
    }

    private static RemovalMeasure? Removal(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var removal = new RemovalMeasure
        {
            Clause = datum.Clause, Within = fields.Opt("within", PeriodGrammar.Read), Share = fields.Opt("share", Share)?.Value, Persons = fields.Whole("persons", least: 2),
        };
        fields.Done();
        return removal;
    }

    /// <summary>A part of a whole: <c>15%</c>, <c>1/3</c>.</summary>
    private static SelectReader.Box<Fraction>? Share(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        if (Amount().IsMatch(text) && QuantityGrammar.Amount(scope, datum, text) is var (value, _))
        {
            if (value <= Fraction.One) return new(value);
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is more than the whole and can never be reached");
            return null;
        }
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"a part of the whole is expected here, such as 15% or 1/3, not '{text}'");
        return null;
    }

    /// <summary>How many times: <c>200%</c>, <c>3/2</c>.</summary>
    private static SelectReader.Box<Fraction>? Times(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        if (Amount().IsMatch(text) && QuantityGrammar.Amount(scope, datum, text) is var (value, _)) return new(value);
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"how many times is expected here, such as 200% or 3/2, not '{text}'");
        return null;
    }

    [GeneratedRegex(@"^(?:[1-9][0-9]{0,8}%|[1-9][0-9]{0,8}/[1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();
}
