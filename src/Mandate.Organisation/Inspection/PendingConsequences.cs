namespace Mandate.Organisation.Inspection;

/// <summary>A consequence that readers proposed and a body has still to decide.</summary>
/// <param name="Body">Before which the motion lies.</param>
/// <param name="Due">The last day of its sixty.</param>
public sealed record PendingConsequence(string Body, DateOnly Due);

/// <summary>A proposed consequence is decided within sixty days, or the record names the body before which it lies (S200).</summary>
public static class PendingConsequences
{
    private const int Days = 60;

    /// <summary>Null where nothing was proposed as a motion, or it is decided.</summary>
    public static PendingConsequence? Of(State state, Complaint complaint) =>
        complaint.Follows is { Reference: { } reference } follows && state.Motions.Find(reference) is { Stage: Motions.MotionStage.Filed or Motions.MotionStage.OnAgenda } motion
            ? new(state.Sessions.Find(motion.Session)?.Body ?? motion.Session, DateOnly.FromDateTime(follows.At.UtcDateTime).AddDays(Days))
            : null;
}
