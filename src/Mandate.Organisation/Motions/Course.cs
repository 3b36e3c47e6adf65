using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>What has become of one motion of a package (S205).</summary>
public enum PartFate { Waits, SentElsewhere, NeverPut, Carried, CarriedAltered, Rejected, Withdrawn }

/// <summary>How often a proposal came to nothing in a body: the same title, before sessions of the same body.</summary>
/// <param name="PutOff">Put to the end, passed over, or sent elsewhere.</param>
/// <param name="NotTaken">Its session closed before it came up.</param>
/// <param name="First">The day on which it was first filed.</param>
/// <param name="Sessions">In how many sessions it stood on the agenda.</param>
public sealed record Setbacks(int Rejected, int PutOff, int NotTaken, DateOnly First, int Sessions)
{
    public int All => Rejected + PutOff + NotTaken;
}

/// <summary>The course of a proposal over several sessions: setbacks, where it may go then, disputes that last, packages.</summary>
public static class Course
{
    /// <summary>Setbacks after which the mover may go on; and the months after which they may in any case (S075).</summary>
    public const int Most = 3, Months = 6;

    /// <summary>Sessions of a leading body over which a proposal is before it until it is laid before the base (S073).</summary>
    public const int LastingSessions = 3;

    /// <summary>How long an open dispute is laid before assemblies, in days after it was last decided or put off.</summary>
    private const int OpenDays = 365;

    /// <summary>The same proposal before: by the same title, in the same body.</summary>
    public static ImmutableArray<Motion> Line(State state, Motion motion)
    {
        var session = state.Sessions.Find(motion.Session);
        return [.. state.Motions.All.Values.Where(m => string.Equals(m.Title.Trim(), motion.Title.Trim(), StringComparison.OrdinalIgnoreCase) && state.Sessions.Find(m.Session) is { } held && held.Body == session?.Body && held.Unit == session.Unit)
            .OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    public static Setbacks Of(State state, Motion motion) => Of(state, Line(state, motion));

    private static Setbacks Of(State state, ImmutableArray<Motion> line)
    {
        var sessions = line.SelectMany(m => m.AlsoBefore.Keys.Append(m.Session)).Distinct(StringComparer.Ordinal).Select(state.Sessions.Find).OfType<Session>().ToList();
        var references = line.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var putOff = sessions.Sum(s => s.Procedures.Count(p => p is { Stage: ProcedureStage.Carried, Effect: DebateEffect.PutOff or DebateEffect.PassOver or DebateEffect.Refer } && s.Item(p.Item)?.Reference is { } of && references.Contains(of)));
        return new(line.Count(m => m.Stage == MotionStage.Rejected), putOff, line.Count(m => m.Stage == MotionStage.NotTaken), DateOnly.FromDateTime(line[0].FiledAt.UtcDateTime), sessions.Count(s => s.OpenedAt is not null));
    }

    /// <summary>Whether its mover may take it on: not adopted, and often enough or long enough before the body.</summary>
    public static bool MayGoOn(State state, Motion motion, DateOnly day) =>
        motion.Stage is MotionStage.Rejected or MotionStage.NotTaken or MotionStage.Filed or MotionStage.OnAgenda && motion is { Proposed: null, Target: null } && !Line(state, motion).Any(m => m.Stage == MotionStage.Adopted)
        && Of(state, motion) is var setbacks && (setbacks.All >= Most || setbacks.First.AddMonths(Months) <= day);

    /// <summary>The bodies that elect the one it was before; none where members elect it, and the base is next.</summary>
    public static ImmutableArray<string> Next(Constitution rules, string body) =>
        rules.Bodies.TryGetValue(body, out var of) ? [.. of.Seats.Values.Select(g => (g.By as Elect)?.Body?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : [];

    /// <summary>
    /// What is laid before the assemblies of the base: by its mover, or because the dispute lasts in a leading body over several sessions (S073, S075).
    /// </summary>
    public static IEnumerable<Motion> BeforeBase(State state, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        bool Recent(Motion m) => (m.LaidBeforeBase ?? (state.Sessions.Find(m.Session) is { } s ? s.ClosedAt ?? s.Opens : m.FiledAt)).AddDays(OpenDays) >= at;
        var laid = state.Motions.All.Values.Where(m => m.LaidBeforeBase is not null && Recent(m));
        // By their titles first: only those that came back are looked at closely.
        var lasting = state.Motions.All.Values.Where(m => state.Sessions.Find(m.Session) is { } s && rules.Bodies.GetValueOrDefault(s.Body) is { } body && !BodyShape.IsAssembly(body) && !BodyShape.IsDelegated(body))
            .GroupBy(m => (Title: m.Title.Trim().ToUpperInvariant(), state.Sessions.Find(m.Session)!.Body, state.Sessions.Find(m.Session)!.Unit))
            .Where(g => g.Sum(m => 1 + m.AlsoBefore.Count) >= LastingSessions && g.All(m => m.Stage != MotionStage.Adopted) && Of(state, [.. g.OrderBy(m => m.FiledAt)]).Sessions >= LastingSessions)
            .Select(g => g.MaxBy(m => m.FiledAt)!).Where(m => m.Stage is MotionStage.Rejected or MotionStage.NotTaken or MotionStage.OnAgenda && Recent(m));
        return laid.Concat(lasting).DistinctBy(m => m.Id, StringComparer.Ordinal).OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal);
    }

    /// <summary>What comes back before a body at its next session: what it sent elsewhere until a day that has come, and decisions opened again (S059, S300).</summary>
    internal static IEnumerable<Motion> Returning(State state, string body, string? unit, DateOnly lastDay) => state.Motions.All.Values
        .Where(m => (m.Referral is { Back: null } sent && sent.Until <= lastDay && Held(state, sent.Session, body, unit))
            || (m.Reopened is { StayedUntil: not null, DecidedAt: null } && m.Vote is { } vote && state.Votes.Find(vote)?.Session is { } decided && Held(state, decided, body, unit)))
        .OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal);

    /// <summary>What has become of a part of a package.</summary>
    public static PartFate FateOf(Motion motion) => motion.Stage switch
    {
        MotionStage.Adopted => motion.Versions.Length > 1 ? PartFate.CarriedAltered : PartFate.Carried,
        MotionStage.Rejected => PartFate.Rejected,
        MotionStage.NotTaken => PartFate.NeverPut,
        MotionStage.Withdrawn => PartFate.Withdrawn,
        _ when motion.Referral is { Back: null } => PartFate.SentElsewhere,
        _ => PartFate.Waits,
    };

    private static bool Held(State state, string session, string body, string? unit) => state.Sessions.Find(session) is { } held && held.Body == body && held.Unit == unit;
}
