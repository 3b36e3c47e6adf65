using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>Who takes part, who meets, who speaks (Strauss 1991: only a minority ever takes part; silent members must be counted).</summary>
internal static class IndicatorsOfLife
{
    /// <summary>Ballots cast over ballots that could have been cast.</summary>
    public static Indicator Participation(Period p)
    {
        var votes = p.State.Votes.All.Values.Where(v => v.Outcome is not null && p.Covers(v.ClosedAt) && v.Electorate > 0 && Cast(v) is not null).ToList();
        return Indicator.Share("participation", "ballots", votes.Sum(v => (long)Cast(v)!), "entitled", votes.Count > 0 ? votes.Sum(v => (long)v.Electorate) : null)
            .With(votes.GroupBy(v => v.Unit is null ? "sessions" : "units", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
                new IndicatorPart(g.Key, Distribution.Share(g.Sum(v => (long)Cast(v)!), g.Sum(v => (long)v.Electorate)), [new("ballots", g.Sum(v => (long)Cast(v)!)), new("entitled", g.Sum(v => (long)v.Electorate))])));
    }

    /// <summary>How many took part; null where nobody counted them (an election without a contest).</summary>
    private static int? Cast(Vote vote) =>
        vote.Kind == VoteKind.Uncontested ? null
        : vote.TookPart.Count > 0 ? vote.TookPart.Count
        : vote.Papers is { } papers ? papers.InTheBox
        : vote.IsElection ? null : vote.Outcome!.Figures.Sum;

    /// <summary>Base units that have met over base units: those in which no other unit lies.</summary>
    public static Indicator UnitsMet(Period p)
    {
        var outer = p.State.Roll.Units.Values.Select(u => u.Within).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var units = p.State.Roll.Units.Values.Where(u => !outer.Contains(u.Id) && u.From <= p.Day && (u.Until is null || p.Day <= u.Until)).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var met = p.State.Sessions.All.Values.Where(s => s.Unit is not null && units.Contains(s.Unit) && p.Covers(s.OpenedAt)).Select(s => s.Unit!).Distinct(StringComparer.Ordinal).Count();
        return Indicator.Share("units-met", "met", met, "units", units.Count > 0 ? units.Count : null);
    }

    private static List<Session> Sat(Period p) => [.. p.State.Sessions.All.Values.Where(s => p.Covers(s.OpenedAt))];

    /// <summary>Distinct speakers over members; where no speech is on record nothing is known of speakers.</summary>
    public static Indicator Speakers(Period p)
    {
        var sat = Sat(p);
        var speakers = sat.SelectMany(s => s.Speeches).Where(s => s.From is not null).Select(s => s.Person).Distinct(StringComparer.Ordinal).Count();
        return Indicator.Share("speakers", "speakers", speakers, "members", speakers > 0 ? p.State.Roll.CountOn(p.Day) : null);
    }

    /// <summary>Gini of the speaking time of all who could have spoken, the silent ones with nothing.</summary>
    public static Indicator SpeakingTime(Period p)
    {
        var sat = Sat(p);
        var seconds = sat.SelectMany(s => s.Entitled).Distinct(StringComparer.Ordinal).ToDictionary(e => e, _ => 0L, StringComparer.Ordinal);
        foreach (var speech in sat.SelectMany(s => s.Speeches).Where(s => s is { From: not null, To: not null }))
            seconds[speech.Person] = seconds.GetValueOrDefault(speech.Person) + (long)(speech.To!.Value - speech.From!.Value).TotalSeconds;
        var spoken = seconds.Values.Sum();
        return Indicator.Of(
            "speaking-time", Measure.Index, Distribution.Gini(seconds.Values.Select(s => (Fraction)s)),
            new("minutes", spoken > 0 ? new Fraction(spoken, 60) : null), new("spoke", spoken > 0 ? seconds.Values.Count(s => s > 0) : null), new("entitled", sat.Count > 0 ? seconds.Count : null));
    }
}
