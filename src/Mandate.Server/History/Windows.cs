using System.Globalization;
using Mandate.Organisation.Facts;
using Mandate.Server.Wording;

namespace Mandate.Server.History;

/// <summary>Dates that are known to a day, a month, a year, or only from one side.</summary>
public static class Windows
{
    public static string Say(Window when, Words words) => when switch
    {
        { From: null, To: null } => words["history.when.unknown"],
        { From: { } from, To: { } to } when from == to => words.Date(from),
        { From: { Day: 1, Month: 1 } from, To: { Day: 31, Month: 12 } to } => from.Year == to.Year ? Year(from) : words.Say("history.when.between", ("from", Year(from)), ("to", Year(to))),
        { From: { Day: 1 } from, To: { } to } when to == from.AddMonths(1).AddDays(-1) => words.Say("history.when.month", ("month", Month(from, words)), ("year", Year(from))),
        { From: { } from, To: { } to } => words.Say("history.when.between", ("from", words.Date(from)), ("to", words.Date(to))),
        { To: { } to } => words.Say("history.when.by", ("day", words.Date(to))),
        { From: { } from } => words.Say("history.when.from", ("day", words.Date(from))),
    };

    /// <summary>A stretch of a story: a year, several, or the months of one.</summary>
    public static string Say(Period period, Words words) => period switch
    {
        { From: { Day: 1, Month: 1 } from, To: { Day: 31, Month: 12 } to } => from.Year == to.Year ? Year(from) : $"{Year(from)}–{Year(to)}",
        { From: var from, To: var to } => words.Say("history.when.months", ("from", Month(from, words)), ("to", Month(to, words)), ("year", Year(from))),
    };

    /// <summary>Only English writes the names of months with a capital within a sentence.</summary>
    private static string Month(DateOnly day, Words words) => words.Language == Language.English ? words.Month(day) : words.Month(day).ToLowerInvariant();

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
