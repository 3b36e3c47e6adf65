using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Press;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Undertakings;

/// <summary>What ought to be on record of a decision.</summary>
public enum DecisionPart { Text, Votes, Reasons, Execution, Review }

/// <summary>The gaps of the record: what of a decision is not there, and meetings that left none (requirement S285). A gap is shown, it accuses nobody.</summary>
public static class DecisionGaps
{
    /// <summary>Days after a meeting within which its record is awaited.</summary>
    private const int RecordDays = 30;

    /// <summary>What is missing of an adopted motion, in the order of the list.</summary>
    public static ImmutableArray<DecisionPart> Of(State state, Motion motion) =>
        [.. Enum.GetValues<DecisionPart>().Where(part => !IsThere(state, motion, part))];

    /// <summary>Meetings whose last day is a month ago and that have no approved minutes, the latest first: opened or not, cancelled ones left out.</summary>
    public static IEnumerable<Session> WithoutRecord(State state, DateOnly day) =>
        state.Sessions.All.Values.Where(s => s.Stage != SessionStage.Cancelled && s.Minutes != MinutesStage.Approved && s.LastDay.AddDays(RecordDays) < day).OrderByDescending(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal);

    private static bool IsThere(State state, Motion motion, DecisionPart part) => part switch
    {
        DecisionPart.Text => motion.Current.Texts.Values.Any(t => !state.Motions.Erased.Contains(t)),
        DecisionPart.Votes => motion.Vote is { } vote && state.Votes.Find(vote)?.Outcome is not null,
        // Reasons are what was said for and against it on record, or put in writing beside it.
        DecisionPart.Reasons => motion.Vote is { } vote && state.Votes.Find(vote)?.Statements.Length > 0
            || state.Sessions.Find(motion.Session) is { } session && session.Agenda.Any(i => i.Reference == motion.Id && session.Speeches.Any(s => s.Item == i.Id && s.From is not null))
            || state.Press.Pieces.Values.Any(p => p.Kind == PieceKind.Explanation && p.About == motion.Id)
            || state.Press.Debates.Values.Any(d => d.Motion == motion.Id),
        DecisionPart.Execution => state.Undertakings.All.Values.Any(u => u.Motion == motion.Id) || motion.Class is ClassRule.Amendment or ClassRule.RemoveOfficer or ClassRule.DissolveUnit,
        // It is looked at again on its last day, or because a later one says how it stands to it.
        DecisionPart.Review => motion.Expires is not null || state.Motions.All.Values.Any(m => m.Relations.ContainsKey(motion.Id)),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
