using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>
/// Presence at a distance, as the body's clause has it: who may be present how, and what a lost connection does. Where there is
/// no clause one is present in the room.
/// </summary>
public static class Connections
{
    /// <summary>Null when one may be present in this way; otherwise why not.</summary>
    public static Refusal? ModeWhyNot(Body body, bool remote)
    {
        var modes = body.Presence?.Modes ?? [PresenceMode.InPerson];
        return modes.Contains(remote ? PresenceMode.Remote : PresenceMode.InPerson) ? null : SessionsRefusals.PresenceMode(body, remote);
    }

    /// <summary>Present at that time: has come and not left, and the connection is not lost for longer than the grace.</summary>
    public static bool IsPresent(State state, Session session, string person, DateTimeOffset at) =>
        session.Present.Contains(person)
        && (session.Losses.IsEmpty || !session.Losses.Any(l => l.Person == person && l.Restored is null && at >= EndOfGrace(ClauseOf(state, session, at), l)));

    /// <summary>
    /// Null when a lost connection does not stand in the way of closing this vote. Within the grace a vote waits, unless whoever is
    /// lost counts as absent; a longer loss while it ran has it taken again, where the clause says so.
    /// </summary>
    public static Refusal? MayClose(State state, Session session, DateTimeOffset opened, DateTimeOffset at)
    {
        if (ClauseOf(state, session, at) is not { LostConnection: not LostConnection.CountsAbsent } clause) return null;
        foreach (var loss in session.Losses.Where(l => l.Restored is null || l.Restored > opened))
        {
            var end = EndOfGrace(clause, loss);
            if (loss.Restored is null && at < end) return SessionsRefusals.ConnectionAwaited(clause, end, at);
            if (clause.LostConnection == LostConnection.RepeatsVote && (loss.Restored ?? at) >= end) return SessionsRefusals.VoteRepeated(clause);
        }
        return null;
    }

    private static DateTimeOffset EndOfGrace(Presence? clause, ConnectionLoss loss) => clause?.Grace is { } grace ? Periods.After(loss.Lost, grace) : loss.Lost;

    private static Presence? ClauseOf(State state, Session session, DateTimeOffset at) => state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Presence;
}
