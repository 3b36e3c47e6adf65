using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>For how many years somebody has been a member.</summary>
public enum Cohort { First, OneToThree, FourToTen, Longer }

/// <summary>How many of a group were active in the twelve months before last, and in the last twelve. A whole of nothing is not known.</summary>
public sealed record Trend(Ratio Earlier, Ratio Later)
{
    /// <summary>By how much a share falls until somebody is asked for the reason, and of how few nothing is shown.</summary>
    private const int Fewest = 5;

    private static readonly Fraction Fall = new(1, 10);

    public bool TooFew => Later.Of is > 0 and < Fewest;

    public bool Falls => !TooFew && Earlier.Of >= Fewest && Earlier.Share is { } before && Later.Share is { } now && before - now >= Fall;
}

/// <summary>The activity of a unit: who came or contributed, and how many ballots were cast.</summary>
public sealed record UnitActivity(string Unit, Trend Members, Trend Ballots);

/// <summary>
/// How active the members are, by the years of their membership and by unit (requirement S418): who was accredited at a meeting or contributed under their
/// name; ballots, which are cast under pseudonyms, by unit alone. Counts only: nobody is listed, and groups under five say nothing.
/// </summary>
public sealed record Activity(ImmutableArray<(Cohort Cohort, Trend Trend)> Cohorts, ImmutableArray<UnitActivity> Units)
{
    /// <summary>Whether anything falls far enough for those who do the daily business to have to comment on it.</summary>
    public bool Falls => Cohorts.Any(c => c.Trend.Falls) || Units.Any(u => u.Members.Falls || u.Ballots.Falls);

    public static Activity On(State state, DateOnly day)
    {
        var (start, middle) = (day.AddYears(-2), day.AddYears(-1));
        var founded = DateOnly.FromDateTime((state.Founding.ClosedAt ?? state.At).UtcDateTime);
        var (earlier, later) = (Active(state, start, middle), Active(state, middle, day));
        // What lies before the founding is not known, and not nothing.
        Ratio Of(ImmutableHashSet<string> active, IEnumerable<string> members, bool known) => known && members.ToList() is var all ? new(all.Count(active.Contains), all.Count) : new(0, 0);
        var known = founded <= start.AddDays(1);
        var then = Members(state, middle);
        var now = Members(state, day);
        return new(
            [.. Enum.GetValues<Cohort>().Select(c => (c, new Trend(Of(earlier, then.Where(m => In(c, m.Since, middle)).Select(m => m.Id), known), Of(later, now.Where(m => In(c, m.Since, day)).Select(m => m.Id), true))))],
            [.. ByUnit(state, day, earlier, later, then, now, known)]);

        IEnumerable<UnitActivity> ByUnit(State s, DateOnly last, ImmutableHashSet<string> before, ImmutableHashSet<string> after, List<Roll.Member> were, List<Roll.Member> are, bool whole)
        {
            var (wereIn, areIn) = (were.ToLookup(m => m.Unit, m => m.Id, StringComparer.Ordinal), are.ToLookup(m => m.Unit, m => m.Id, StringComparer.Ordinal));
            var votes = s.Votes.All.Values.Where(v => v is { IsElection: false, Outcome: not null, Electorate: > 0, ClosedAt: not null, ReplacedBy: null }).Select(v => (Vote: v, Unit: Strengths.UnitOf(s, v))).Where(v => v.Unit is not null).ToLookup(v => v.Unit!, v => v.Vote, StringComparer.Ordinal);
            foreach (var unit in s.Roll.Units.Values.Where(u => areIn[u.Id].Any()).OrderBy(u => u.Id, StringComparer.Ordinal))
                yield return new(unit.Id, new(Of(before, wereIn[unit.Id], whole), Of(after, areIn[unit.Id], true)), new(Turnout(votes[unit.Id], start, middle), Turnout(votes[unit.Id], middle, last)));
        }
    }

    private static Ratio Turnout(IEnumerable<Vote> votes, DateOnly after, DateOnly to) =>
        votes.Where(v => Within(v.ClosedAt, after, to)).ToList() is var cast ? new(cast.Sum(v => v.Outcome!.Figures.Sum), cast.Sum(v => v.Electorate)) : null!;

    private static List<Roll.Member> Members(State state, DateOnly day) => [.. state.Roll.Members.Values.Where(m => (m.Counts || m.Until is not null) && m.WasMemberOn(day))];

    private static bool In(Cohort cohort, DateOnly since, DateOnly day) => cohort == (since > day.AddYears(-1) ? Cohort.First : since > day.AddYears(-4) ? Cohort.OneToThree : since > day.AddYears(-11) ? Cohort.FourToTen : Cohort.Longer);

    private static ImmutableHashSet<string> Active(State state, DateOnly after, DateOnly to) =>
    [
        .. state.Sessions.All.Values.Where(s => Within(s.OpenedAt, after, to)).SelectMany(s => s.Credentials.Keys),
        .. state.Sessions.All.Values.SelectMany(s => s.Speeches).Where(p => Within(p.From, after, to)).Select(p => p.Person),
        .. state.Motions.All.Values.Where(m => Within(m.FiledAt, after, to)).Select(m => m.Mover),
        .. state.Motions.All.Values.SelectMany(m => m.Amendments).Where(a => Within(a.At, after, to)).Select(a => a.Mover),
        .. state.Press.Pieces.Values.Where(p => Within(p.At, after, to)).Select(p => p.Author).Where(a => !Pseudonyms.IsOne(a)),
    ];

    private static bool Within(DateTimeOffset? at, DateOnly after, DateOnly to) => at is { } moment && DateOnly.FromDateTime(moment.UtcDateTime) is var day && after < day && day <= to;
}
