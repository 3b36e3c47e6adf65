using System.Collections.Immutable;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Decisions;

/// <summary>A unit that was consulted on a motion before it was decided.</summary>
/// <param name="Version">The version of the text that it had.</param>
/// <param name="Position">How it asked its delegates to vote; null where its members voted, or it only supported the motion.</param>
/// <param name="Vote">Its own vote.</param>
public sealed record Consulted(string Unit, DateTimeOffset? At, int Version, Position? Position, string? Vote);

/// <summary>How a decision was prepared in units (S024).</summary>
public static class Preparation
{
    /// <summary>Days after the adoption in which members can call it up by a petition.</summary>
    public const int CallUpDays = 30;

    public static ImmutableArray<Consulted> Of(State state, Motion motion)
    {
        int Version(DateTimeOffset at) => motion.Versions.LastOrDefault(v => v.At <= at)?.Number ?? 1;
        return
        [
            .. motion.Instructions.Where(i => i.Subject == motion.Id).Select(i => new Consulted(i.Unit, i.At, Version(i.At), i.Position, null))
                .Concat(state.Votes.All.Values.Where(v => v.Question.Subject == motion.Id && v.Outcome is not null && UnitOf(state, v) is not null).Select(v => new Consulted(UnitOf(state, v)!, v.Outcome!.At, v.Question.TextVersion ?? 1, null, v.Id)))
                .Concat(motion.SupportingUnits.Order(StringComparer.Ordinal).Select(u => new Consulted(u, null, 1, null, null)))
                .DistinctBy(c => (c.Unit, c.Vote)).OrderBy(c => c.At ?? motion.FiledAt).ThenBy(c => c.Unit, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a decision binds all units and none was consulted on it: it is published with that mark.</summary>
    public static bool IsMissing(State state, Motion motion) => motion.Stage == MotionStage.Adopted && state.Sessions.Find(motion.Session)?.Unit is null && Of(state, motion).IsEmpty
        && !state.Votes.All.Values.Any(v => v.Question.Subject == motion.Id && v is { Session: null, Unit: null, Outcome: not null });

    /// <summary>The last day on which it can be called up; null where units were consulted, or it was not adopted.</summary>
    public static DateOnly? CallUpUntil(State state, Motion motion) =>
        IsMissing(state, motion) && motion.Vote is { } vote && state.Votes.Find(vote)?.Outcome is { } outcome ? DateOnly.FromDateTime(outcome.At.UtcDateTime).AddDays(CallUpDays) : null;

    private static string? UnitOf(State state, Votes.Vote vote) => vote.Unit ?? (vote.Session is { } id ? state.Sessions.Find(id)?.Unit : null);
}
