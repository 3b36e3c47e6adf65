using System.Collections.Immutable;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Undertakings;

/// <summary>What has come of an adopted motion so far (S067, S081): counted from the record, nothing is weighed.</summary>
/// <param name="Tasks">Undertakings that refer to it.</param>
/// <param name="Done">Of these, reported as done.</param>
/// <param name="DoneIn14">Of these, within fourteen days of the adoption; null until then.</param>
/// <param name="DoneIn30">Within thirty days; null until then.</param>
/// <param name="Rules">Clauses of the constitution that it changed.</param>
/// <param name="Places">Places that changed hands by it, and units that ended.</param>
/// <param name="Missed">Dates missed in its undertakings.</param>
/// <param name="Reservations">Reservations and dissent declared beside the vote, and reports of minorities.</param>
public sealed record DecisionProgress(Motion Motion, DateOnly Adopted, int Tasks, int Done, int? DoneIn14, int? DoneIn30, int Rules, int Places, int Missed, int Reservations)
{
    /// <summary>Days after which a decision of which nothing has come is on paper only.</summary>
    public const int PaperDays = 90;

    /// <summary>Tasks done, rules and places changed: nothing has come of it while this is none.</summary>
    public int Index => Done + Rules + Places;

    public bool OnPaperOnly(DateOnly day) => Index == 0 && Adopted.AddDays(PaperDays) < day;

    /// <summary>One for each adopted motion, the latest first.</summary>
    public static ImmutableArray<DecisionProgress> Of(State state, DateOnly day)
    {
        var tasks = state.Undertakings.All.Values.Where(u => u.Motion is not null).ToLookup(u => u.Motion!, StringComparer.Ordinal);
        var reports = state.Tendencies.Reports.Values.ToLookup(r => r.Motion, StringComparer.Ordinal);
        return [.. state.Motions.All.Values.Where(m => m.Stage == MotionStage.Adopted).Select(m => One(state, m, [.. tasks[m.Id]], reports[m.Id].Count(), day)).OfType<DecisionProgress>()
            .OrderByDescending(d => d.Adopted).ThenBy(d => d.Motion.Id, StringComparer.Ordinal)];
    }

    private static DecisionProgress? One(State state, Motion motion, ImmutableArray<Undertaking> tasks, int reports, DateOnly day)
    {
        var vote = motion.Vote is { } id ? state.Votes.Find(id) : null;
        var at = vote?.Outcome?.At ?? state.Motions.Texts.LastOrDefault(t => t.Motion == motion.Id)?.From;
        // Adopted by signatures or consents only: the record does not say in one place on which day.
        if (at is not { } adopted) return null;
        var first = DateOnly.FromDateTime(adopted.UtcDateTime);
        int? Within(int days) => first.AddDays(days) <= day ? tasks.Count(u => u.Reports.Any(r => r.Done && r.At <= adopted.AddDays(days))) : null;
        return new(
            motion, first, tasks.Length, tasks.Count(u => u.Done), Within(14), Within(30), motion.Class == ClassRule.Amendment ? motion.Changes.Length : 0,
            motion.Class is ClassRule.RemoveOfficer or ClassRule.DissolveUnit ? 1 : 0, tasks.Sum(u => u.MissedBy(day)), (vote?.Statements.Count(s => s.Kind != Votes.StatementKind.Explanation) ?? 0) + reports);
    }
}
