using Mandate.Organisation;

namespace Mandate.Node.Sequencing;

/// <summary>
/// The time an organisation lives in, in whole seconds: real time, or for a rehearsal the time that its log says, which only
/// <c>clock.advance</c> moves, forward.
/// </summary>
/// <param name="start">Where the clock of a new rehearsal starts; null for real time.</param>
internal sealed class OrganisationClock(TimeProvider real, DateTimeOffset? start)
{
    /// <summary>Behind the last entry by no more than this, the clock of the machine was set back a little, and time stands still.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(60);

    /// <summary>The time for the next entry: never before the last one, unless the clock is so wrong that the rules must refuse.</summary>
    public DateTimeOffset Next(State state)
    {
        if (state.Founding.Clock is { } standing) return standing;
        var now = Whole(state.Size == 0 ? start ?? real.GetUtcNow() : real.GetUtcNow());
        return now < state.At && state.At - now <= Slack ? state.At : now;
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
