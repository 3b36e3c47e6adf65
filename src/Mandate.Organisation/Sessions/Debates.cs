using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

/// <summary>How it stands with the debate on an item: what is open before it, whether it is closed, whose time is used.</summary>
public static class Debates
{
    /// <summary>The rules of debate of the body that meets; null where it has none.</summary>
    public static Debate? ClauseOf(State state, Session session, DateTimeOffset at) => state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Debate;

    public static ProceduralRule? RuleOf(State state, Session session, ProceduralMotion motion, DateTimeOffset at) => ClauseOf(state, session, at)?.Motions.GetValueOrDefault(motion.Kind);

    /// <summary>The procedural motion that is decided before everything else: of those open the one of the highest rank; null where none is.</summary>
    public static ProceduralMotion? First(State state, Session session, DateTimeOffset at) => session.Procedures.Where(p => p.IsOpen)
        .OrderByDescending(p => RuleOf(state, session, p, at)?.Rank ?? 0).ThenByDescending(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>That procedural motion, once it is before the body.</summary>
    public static ProceduralMotion? Pending(State state, Session session, DateTimeOffset at) => First(state, session, at) is { Stage: ProcedureStage.Pending } first ? first : null;

    /// <summary>The carried motion that closed the debate on the item, or its list of speakers.</summary>
    public static ProceduralMotion? Closed(Session session, string item, DebateEffect effect) => Carried(session, item, effect).LastOrDefault();

    /// <summary>The longest that one speech on the item may last; null is without limit.</summary>
    public static TimeSpan? Limit(Session session, Debate? rules, string item) =>
        Carried(session, item, DebateEffect.LimitSpeech).LastOrDefault()?.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : rules?.Speech is { } speech ? Length(speech) : null;

    /// <summary>
    /// The longest that this speech may last: on the time of a tendency no longer than what that had left when it began; a second report as long as
    /// the first, which itself has no limit (S041).
    /// </summary>
    public static TimeSpan? Limit(Session session, Debate? rules, SpeechRequest speech)
    {
        if (speech.Side == SpeechSides.Report) return session.Speeches.FirstOrDefault(r => r.Item == speech.Item && r.Side == SpeechSides.Report && r.Person != speech.Person && r.To <= speech.From) is { } first ? Spoken(session, speech.From ?? first.To!.Value, r => r.Id == first.Id) : null;
        var limit = Limit(session, rules, speech.Item);
        if (speech is not { Platform: { } tendency, From: { } from } || PlatformTime.Each(rules) is not { } each) return limit;
        var left = each - Spoken(session, from, r => r.Item == speech.Item && r.Platform == tendency && r.Id != speech.Id);
        return limit < left ? limit : left;
    }

    /// <summary>All the time for the item, with what was added; null is without limit.</summary>
    public static TimeSpan? Total(Session session, Debate? rules, string item) =>
        rules?.Total is { } total ? Length(total) + TimeSpan.FromMinutes(Carried(session, item, DebateEffect.ExtendDebate).Sum(p => p.Minutes ?? 0)) : null;

    /// <summary>Time used by speeches on the item; points of order, reports and answers to accusations do not count, nor what tendencies use of their own.</summary>
    public static TimeSpan Used(Session session, string item, DateTimeOffset at) =>
        Spoken(session, at, r => r.Item == item && r.Side is not (SpeechSides.Order or SpeechSides.Report or SpeechSides.Answer) && r.Platform is null);

    /// <summary>How long these speeches lasted, until now where one still lasts.</summary>
    internal static TimeSpan Spoken(Session session, DateTimeOffset at, Func<SpeechRequest, bool> which) =>
        session.Speeches.Where(r => r.From is not null && which(r)).Aggregate(TimeSpan.Zero, (sum, r) => sum + ((r.To ?? at) - r.From!.Value) - FloorQuestions.Lost(session, r.Id, at));

    /// <summary>How many must second a motion of that kind.</summary>
    public static int Seconds(State state, Session session, ProceduralRule rule, DateTimeOffset at) => rule.Second is not { } quantity ? 0 : (int)Quantities.NeededOf(quantity, quantity.Basis switch
    {
        Constitutions.Basis.Present => Entitlement.Present(state, session, at).Count(),
        Constitutions.Basis.Seats => Seating.SeatsOfSession(state, session, at),
        _ => Bases.Of(state, quantity, session.Unit, at),
    });

    /// <summary>The carried motion that has the vote on a subject held by roll call or in secret; null where none has.</summary>
    public static ProceduralMotion? Ballot(Session session, string subject, DebateEffect effect) =>
        session.Agenda.FirstOrDefault(i => i.Id == subject || i.Reference == subject) is { } item ? Carried(session, item.Id, effect).LastOrDefault() : null;

    /// <summary>
    /// Null when a question can be put as far as the debate goes: procedural motions are decided first, and nobody who waits to speak on
    /// it is cut off but by closing the debate or by its time being over.
    /// </summary>
    public static Refusal? MayBePut(State state, Session session, string subject, DateTimeOffset at)
    {
        if (ClauseOf(state, session, at) is not { } rules) return null;
        var first = First(state, session, at);
        if (session.Procedures.FirstOrDefault(p => p.Id == subject) is { } own)
        {
            if (own.Stage != ProcedureStage.Pending) return own.Stage == ProcedureStage.Moved ? SessionsRefusals.NotSeconded(own) : ProtocolRefusals.WrongStage("procedure", own.Id, ProcedureStage.Pending.ToString(), own.Stage.ToString());
            return first!.Id == own.Id ? null : SessionsRefusals.ProcedureFirst(first);
        }
        if (session.Agenda.FirstOrDefault(i => i.Id == subject || i.Reference == subject) is not { } item) return null;
        if (first is not null) return SessionsRefusals.ProcedureFirst(first);
        if (SittingRules.Unheard(session, rules, item) is { } side) return SessionsRefusals.BothSidesFirst(rules.Clause.Path, side);
        var over = Total(session, rules, item.Id) <= Used(session, item.Id, at);
        var waiting = SpeakersQueue.Of(state, session, at).Count(r => r.Item == item.Id && r.Side != SpeechSides.Order && (r.Platform is not null || !over));
        return waiting == 0 ? null : SessionsRefusals.SpeakersWaiting(rules.Clause.Path, waiting);
    }

    /// <summary>What follows when a procedural motion is decided: beside its own event what it does to the meeting.</summary>
    public static ImmutableArray<Event> Decide(Session session, ProceduralMotion motion, bool carried, string? vote)
    {
        var decided = new ProcedureDecided(session.Id, motion.Id, carried, vote);
        if (!carried) return [decided];
        return motion.Effect switch
        {
            DebateEffect.Adjourn => [decided, new SessionAdjourned(session.Id, motion.Until!.Value, Later(Calendar.Day(motion.Until.Value), session.LastDay), motion.Kind)],
            DebateEffect.Refer when session.Item(motion.Item) is { Kind: ItemKind.Motion, Reference: { } matter } =>
                [decided, new ItemFinished(session.Id, motion.Item), new MotionSentElsewhere(matter, session.Id, motion.To!, Calendar.Day(motion.Until!.Value))],
            DebateEffect.PassOver or DebateEffect.Refer => [decided, new ItemFinished(session.Id, motion.Item)],
            DebateEffect.PutOff => [decided, new AgendaOrdered(session.Id, [.. session.Agenda.Where(i => i.Id != motion.Item).Select(i => i.Id), motion.Item])],
            _ => [decided],
        };
    }

    private static IEnumerable<ProceduralMotion> Carried(Session session, string item, DebateEffect effect) =>
        session.Procedures.Where(p => p.Item == item && p.Effect == effect && p.Stage == ProcedureStage.Carried).OrderBy(p => p.DecidedAt);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    internal static TimeSpan Length(Period period) => Periods.After(DateTimeOffset.UnixEpoch, period) - DateTimeOffset.UnixEpoch;
}
