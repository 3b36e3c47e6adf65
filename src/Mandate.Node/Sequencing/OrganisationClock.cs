using Mandate.Organisation;

namespace Mandate.Node.Sequencing;

/// <summary>
/// The time an organisation lives in, in whole seconds: real time, or for a rehearsal real time and an offset that only
/// <c>clock.advance</c> moves, forward.
/// </summary>
internal sealed class OrganisationClock(TimeProvider real)
{
    /// <summary>Behind the last entry by no more than this, the clock of the machine was set back a little, and time stands still.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(60);

    public TimeSpan Offset { get; private set; }

    /// <summary>The time for the next entry: never before the last one, unless the clock is so wrong that the rules must refuse.</summary>
    public DateTimeOffset Next(State state)
    {
        // A rehearsal's clock stands still until somebody moves it: the rules refuse any other time.
        if (state.Founding.Clock is { } standing) return standing;
        var now = Now;
        return now < state.At && state.At - now <= Slack ? state.At : now;
    }

    public DateTimeOffset Now => Whole(real.GetUtcNow() + Offset);

    /// <summary>Makes it that time now.</summary>
    public void Set(DateTimeOffset to) => Offset = to - Whole(real.GetUtcNow());

    public void Resume(TimeSpan offset) => Offset = offset;

    private static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
