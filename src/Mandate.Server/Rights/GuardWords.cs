using Mandate.Organisation.Guards;
using Mandate.Server.Wording;

namespace Mandate.Server.Rights;

/// <summary>What a guard says when it refuses, where no particular act is at hand.</summary>
public static class GuardWords
{
    /// <summary>A measure in words: days, persons, times or a share.</summary>
    public static string Measure(Words words, GuardMeasure measure) => words.Say(
        "rights.measure." + measure.Name,
        ("value", words.Number((long)(measure.Value.Numerator / measure.Value.Denominator))),
        ("share", Quantity.Percent(measure.Value, words)),
        ("times", Quantity.Share(measure.Value, words)));

    /// <summary>Where it stands, and what the work itself cites.</summary>
    public static string Source(Words words, Organisation.Facts.Source source) =>
        (source.Lines is null ? source.Work : $"{source.Work}, {source.Lines}") + (source.Citing is { } citing ? " " + words.Say("history.citing", ("source", citing)) : "");

    /// <summary>Its sentence of refusal; empty where that speaks of the particulars of an act, or where it refuses nothing.</summary>
    public static string Sentence(Words words, string guard) =>
        Catalogue.Ours.Find("refusal.guards." + guard, words.Language) is { } text && !text.Other.Places.Any() ? words["refusal.guards." + guard] : "";
}
