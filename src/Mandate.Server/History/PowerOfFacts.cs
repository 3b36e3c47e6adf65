using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Server.Statutes;
using Bond = Mandate.Constitutions.Checks.Capture.Strength;

namespace Mandate.Server.History;

/// <summary>One fact of who makes, checks or runs whom. What it says is <c>history.power.VERB</c>.</summary>
/// <param name="From">Null where no work says who.</param>
/// <param name="InCircle">Whether it is part of a circle in which those above choose those who choose them.</param>
public sealed record PowerLine(string? From, string Verb, string To, RecordedFact Record, bool InCircle);

/// <summary>The flow of power as the facts show it on a day: drawn like the flow that a constitution makes.</summary>
public static class PowerOfFacts
{
    /// <summary>What held or had happened by a day. A relation counts from the first day for which a work shows it.</summary>
    public static ImmutableArray<PowerLine> On(State state, DateOnly day)
    {
        var circle = Findings.AsOf(state, state, day).Where(f => f.Guard.Name == "circular-flow-of-power").SelectMany(f => f.Facts.Concat(f.Beside)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. state.Facts.All.Where(f => f.CorrectedBy is null && (f.What is Related ? (f.When.From ?? f.When.To) is not { } first || first <= day : f.When.By(day)))
                .SelectMany(f => Of(f, circle.Contains(f.Id)))
                .GroupBy(l => (l.From, l.Verb, l.To)).Select(g => g.OrderByDescending(l => l.InCircle).ThenBy(l => l.Record.When.Day() ?? DateOnly.MinValue).First())
                .OrderBy(l => l.Record.When.Day() ?? DateOnly.MinValue).ThenBy(l => l.Record.Id, StringComparer.Ordinal),
        ];
    }

    public static PowerMap Map(IEnumerable<PowerLine> lines)
    {
        var edges = lines.Where(l => l.From is not null && l.Verb != "part-of").Select(l => new PowerEdge(l.From!, l.To, BondOf(l.Verb), "", l.Verb, l.InCircle)).ToImmutableArray();
        var made = edges.Where(e => e.Strength == Bond.Decisive).Select(e => e.To).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. edges.SelectMany(e => new[] { e.From, e.To }).Distinct(StringComparer.Ordinal).Select(id => new PowerNode(id, "", !made.Contains(id), 0, null, null, edges.Any(e => e.InKernel && (e.From == id || e.To == id))))],
            edges);
    }

    private static IEnumerable<PowerLine> Of(RecordedFact record, bool inCircle)
    {
        switch (record.What)
        {
            case Related r: yield return new(r.Organ, Dashed(r.How.ToString()), r.Other, record, inCircle); break;
            case Filled { Stage: not Stage.Proposed } f: yield return new(f.By, f.Manner is { } manner ? Dashed(manner.ToString()) : "fills", f.Place, record, inCircle); break;
            case Beholden b: yield return new(b.To, "placed", b.Who, record, inCircle); break;
            case Joined { Stage: not Stage.Proposed } j: yield return new(j.With, Dashed(j.How.ToString()), j.Organ, record, inCircle); break;
            case PassedOver { By: { } by, Stage: not Stage.Proposed } p: yield return new(by, "passed-over", p.Body, record, inCircle); break;
        }
    }

    private static Bond BondOf(string verb) => verb switch
    {
        "elects" or "fills" or "elected" or "appointed" or "selected" or "transferred" or "co-opted" or "by-lot" => Bond.Decisive,
        "placed" or "staffed" or "directed" or "merged" => Bond.Gate,
        _ => Bond.Steer,
    };

    /// <summary><c>CoOpted</c> as <c>co-opted</c>.</summary>
    private static string Dashed(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
