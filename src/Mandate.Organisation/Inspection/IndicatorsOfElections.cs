using System.Globalization;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>Whether places are contested and change hands.</summary>
internal static class IndicatorsOfElections
{
    private static IEnumerable<Vote> Decided(Period p) => p.State.Votes.All.Values
        .Where(v => v is { Place: not null, Outcome: not null, ReplacedBy: null } && p.Covers(v.Outcome!.At)).OrderBy(v => v.Id, StringComparer.Ordinal);

    private static int Stood(Vote vote) => vote.Candidates.Values.Count(c => c is { Accepted: true, Withdrawn: false });

    /// <summary>Seats for which more stood than there were seats, over all seats that were filled by election (Lipset, Trow and Coleman 1956).</summary>
    public static Indicator Contestation(Period p)
    {
        var votes = Decided(p).ToList();
        return Indicator.Share("contestation", "contested", votes.Where(v => Stood(v) > v.Seats).Sum(v => (long)v.Seats), "seats", votes.Count > 0 ? votes.Sum(v => (long)v.Seats) : null)
            .With(votes.GroupBy(v => v.Place!.Place, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new IndicatorPart(
                g.Key, Distribution.Share(g.Where(v => Stood(v) > v.Seats).Sum(v => (long)v.Seats), g.Sum(v => (long)v.Seats)),
                [new("contested", g.Where(v => Stood(v) > v.Seats).Sum(v => (long)v.Seats)), new("seats", g.Sum(v => (long)v.Seats))])));
    }

    /// <summary>
    /// First preferences of the runner-up per hundred of the winner's, mean over elections to one seat; one without a contest counts as
    /// nothing (Edelstein and Warner: the measure of effective opposition).
    /// </summary>
    public static Indicator Closeness(Period p)
    {
        var each = Decided(p).Where(v => v.Seats == 1).Select(v => (Vote: v, Close: Close(p, v))).Where(v => v.Close is not null).ToList();
        return Indicator.Of("closeness", Measure.PerHundred, Distribution.Mean([.. each.Select(e => e.Close!.Value)]), new Input("elections", each.Count > 0 ? each.Count : null));
    }

    private static Fraction? Close(Period p, Vote vote)
    {
        if (Stood(vote) <= 1) return Fraction.Zero;
        if (vote.Ballots is not { } ballots || vote.Outcome!.Elected is not [var winner] || ElectionPapers.Read(p.Blobs, ballots, vote, out var papers) is not null) return null;
        var first = new long[vote.CandidateOrder.Length];
        foreach (var (marks, number) in papers.ByMarks)
            if (int.TryParse(marks.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var mark)) first[mark - 1] += number;
        var won = vote.CandidateOrder.IndexOf(winner);
        var next = first.Where((_, i) => i != won).DefaultIfEmpty().Max();
        return won >= 0 && first[won] > 0 ? new Fraction(100 * next, first[won]) : null;
    }

    /// <summary>Incumbents who stood and were not elected, over incumbents who stood.</summary>
    public static Indicator IncumbentsDefeated(Period p)
    {
        var stood = Decided(p).SelectMany(v => v.Candidates.Values.Where(c => c is { Accepted: true, Withdrawn: false } && p.State.Offices.Holds(c.Person, v.Place!.Of, v.PutAt, v.Place.Unit)).Select(c => (c.Person, v.Outcome!.Elected))).ToList();
        return Indicator.Share("incumbents-defeated", "beaten", stood.Count(s => !s.Elected.Contains(s.Person, StringComparer.Ordinal)), "incumbents", stood.Count > 0 ? stood.Count : null);
    }

    private static IEnumerable<Tenure> Standing(State state) => state.Offices.Tenures.Values.Where(t => t is { Session: null, Basis.Kind: not BasisKind.ExOfficio });

    /// <summary>Places filled by somebody who had never held one of that kind, over places filled.</summary>
    public static Indicator Turnover(Period p)
    {
        var filled = Standing(p.State).Where(t => t.Basis.Kind != BasisKind.Founding && p.Covers(t.From)).ToList();
        return Indicator.Share("turnover", "new", filled.Count(t => !p.State.Offices.Career(t.Person).Any(o => o.Id != t.Id && o.Seat.Of == t.Seat.Of && o.From < t.From)), "filled", filled.Count > 0 ? filled.Count : null);
    }

    /// <summary>The median number of days for which today's holders have held their places, interruptions left out.</summary>
    public static Indicator TimeInOffice(Period p)
    {
        var held = Standing(p.State).Where(t => t.HeldAt(p.End)).ToList();
        return Indicator.Of("time-in-office", Measure.Days, Distribution.Median(held.Select(t => (Fraction)DaysHeld(p, t))), new Input("holders", held.Count > 0 ? held.Count : null));
    }

    private static int DaysHeld(Period p, Tenure tenure) => p.State.Offices.Career(tenure.Person).Where(t => t.Seat.Of == tenure.Seat.Of && t.From <= p.End)
        .Sum(t => Math.Max(0, Earliest(p, t).DayNumber - DateOnly.FromDateTime(t.From.UtcDateTime).DayNumber + 1));

    private static DateOnly Earliest(Period p, Tenure t)
    {
        var last = t.Ended is { } ended ? DateOnly.FromDateTime(ended.UtcDateTime) : t.Until ?? p.Day;
        return last < p.Day ? last : p.Day;
    }

    /// <summary>Effective number of tendencies that stand, by their members (Laakso and Taagepera 1979).</summary>
    public static Indicator Tendencies(Period p)
    {
        var standing = p.State.Tendencies.All.Values.Where(t => t.StandsOn(p.Day)).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        return Indicator.Of("tendencies", Measure.Number, Distribution.EffectiveNumber(standing.Select(t => (Fraction)t.Members.Count)), new Input("standing", standing.Count > 0 ? standing.Count : null), new("organised", standing.Count > 0 ? standing.Sum(t => t.Members.Count) : null));
    }
}
