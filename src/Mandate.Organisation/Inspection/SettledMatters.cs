using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// Declare a matter settled, and say by which figure it comes back (requirement S244). Nothing is closed: the indicator goes on, and when it is above the
/// limit again the matter is open again without anybody's act.
/// </summary>
/// <param name="Indicator">The name of an indicator.</param>
/// <param name="Limit">In hundredths of what it is measured in: 25 is a quarter of a share, 3000 is thirty days.</param>
[WireName("inspection.declare-settled")]
public sealed record DeclareSettled(string Id, string What, string Indicator, long Limit) : InspectionCommand;

[WireName("inspection.declared-settled")]
public sealed record DeclaredSettled(string Id, string What, string Indicator, long Limit, string For) : InspectionEvent;

/// <param name="For">The body or office that declared it.</param>
public sealed record SettledMatter(string Id, string What, string Indicator, long Limit, string For, DateTimeOffset At)
{
    public Fraction Above => new(Limit, 100);
}

/// <summary>A matter that was declared settled, with its figure today.</summary>
/// <param name="Open">Whether the figure is above the limit: the matter has come back.</param>
public sealed record MatterToday(SettledMatter Matter, Indicator Figure, bool Open);

public static class SettledMatters
{
    /// <summary>All of them with their figures on that day, those that have come back first.</summary>
    public static IEnumerable<MatterToday> On(State state, DateOnly day, Blobs blobs)
    {
        if (state.Inspection.Settled.IsEmpty) return [];
        var figures = Indicators.Of(state, day, blobs).ToDictionary(i => i.Name, StringComparer.Ordinal);
        return state.Inspection.Settled.Values.Select(m => new MatterToday(m, figures[m.Indicator], figures[m.Indicator].Value is { } value && value > m.Above))
            .OrderByDescending(m => m.Open).ThenBy(m => m.Matter.At).ThenBy(m => m.Matter.Id, StringComparer.Ordinal);
    }

    internal static Decision Declare(State state, Act act, DeclareSettled c)
    {
        if (Authority.DecidesUnderAny(state, act, out var clause, out var by) is { } notYours) return notYours;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Inspection.Settled.ContainsKey(c.Id)) return ProtocolRefusals.Taken("matter", c.Id);
        if (c.What.Trim().Length is 0 or > 300) return ProtocolRefusals.Malformed("what", "what it is, in at most 300 characters", c.What.Length);
        if (Indicators.Of(state, act.Day, act.Blobs).FirstOrDefault(i => i.Name == c.Indicator) is not { } figure) return ProtocolRefusals.Unknown("indicator", c.Indicator);
        if (c.Limit < 0) return ProtocolRefusals.Malformed("limit", "nothing or more", c.Limit);
        // Nobody declares settled what the figure still shows.
        return figure.Value is { } value && value > new Fraction(c.Limit, 100)
            ? InspectionRefusals.NotSettled(clause, c.Indicator, new Fraction(c.Limit, 100), value)
            : Decision.Accept(clause, new DeclaredSettled(c.Id, c.What.Trim(), c.Indicator, c.Limit, by));
    }
}
