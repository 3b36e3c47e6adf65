using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>What a person may do about meetings now, and what they may not yet and why.</summary>
public static class SessionsOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        return Convening(state, person, at, names)
            .Concat(state.Sessions.All.Values.OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal).SelectMany(s => Of(state, s, person, at, names)))
            .Where(Tells);
    }

    /// <summary>What one page about one session offers.</summary>
    public static IEnumerable<Offer> Of(State state, Session session, string person, DateTimeOffset at, Naming? names = null) =>
        (session.Stage switch
        {
            SessionStage.Convened => Before(state, session, person, at),
            SessionStage.Open => During(state, session, person, at),
            SessionStage.Adjourned => [new ResumeSession(session.Id)],
            SessionStage.Closed => Afterwards(state, session, person),
            _ => [],
        }).Concat(AboutNotices(state, session, person, at)).Select(c => Offer.Of(state, person, at, session.Id, c, names)).Where(Tells);

    /// <summary>Contesting one's own notice, and judging what was contested.</summary>
    private static IEnumerable<Command> AboutNotices(State state, Session s, string person, DateTimeOffset at)
    {
        if (s.Stage != SessionStage.Cancelled && NoticeRules.IsEntitled(s, person) && !s.Contests.Any(n => n.Person == person)) yield return new ContestNotice(s.Id, s.FirstDay.AddDays(-1), s.Place, "text");
        if (NoticeContests.IsPending(s) && state.Offices.Holds(person, s.Contests[^1].Judge, at)) yield return new JudgeNotices(s.Id, true, "reason");
    }

    /// <summary>An offer that says nothing to the person (not theirs, done already) is left out.</summary>
    public static bool Tells(Offer offer) =>
        offer.WhyNot is not { } why || why.Earliest is not null || why.Way is not null || !why.Code.StartsWith("protocol.", StringComparison.Ordinal);

    private static IEnumerable<Offer> Convening(State state, string person, DateTimeOffset at, Naming? names)
    {
        var rules = state.Statutes.At(at);
        foreach (var body in rules.Bodies.Values)
            foreach (var unit in UnitsOf(state, rules, body, person, at))
            {
                yield return Offer.Of(state, person, at, body.Id, Prototype(state, rules, body, unit, at, null));
                if (body.Convene is { OnDemandOf.IsEmpty: false })
                    yield return Offer.Of(state, person, at, body.Id, new DemandSession(Next(state.Sessions.Demands.Keys, body.Id + "-demand"), body.Id, unit, "purpose"), names);
            }
        foreach (var demand in state.Sessions.Demands.Values.Where(d => d.Session is null).OrderBy(d => d.Id, StringComparer.Ordinal))
            foreach (var command in OnDemand(state, rules, demand, person, at))
                yield return Offer.Of(state, person, at, demand.Id, command, names);
    }

    /// <summary>Signing oneself or for one's unit while it is open; convening once it is met.</summary>
    private static IEnumerable<Command> OnDemand(State state, Constitution rules, Demand demand, string person, DateTimeOffset at)
    {
        if (demand.MetAt is not null)
        {
            yield return Prototype(state, rules, rules.Bodies[demand.Body], demand.Unit, at, demand.Id);
            yield break;
        }
        yield return new SignDemand(demand.Id);
        var onDemand = rules.Bodies.GetValueOrDefault(demand.Body)?.Convene?.OnDemandOf ?? [];
        if (onDemand.OfType<BodyRule>().Any(r => state.Offices.Holds(person, r.Body.Id, at))) yield return new SignDemandFor(demand.Id, null, null);
        foreach (var rule in onDemand.OfType<UnitsRule>())
            if (state.Roll.Member(person) is { } member && Around(state, member.Unit).FirstOrDefault(u => state.Roll.Unit(u)?.Kind == Bases.KindOf(rules, rule.Units)) is { } unit)
                yield return new SignDemandFor(demand.Id, unit, null);
    }

    /// <summary>A convening on the earliest lawful day.</summary>
    private static ConveneSession Prototype(State state, Constitution rules, Body body, string? unit, DateTimeOffset at, string? demand)
    {
        var day = Notices.Earliest(DateOnly.FromDateTime(at.UtcDateTime), body.Convene?.Notice, rules.Procedure.ClearDays);
        var opens = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        if (opens <= at) (day, opens) = (day.AddDays(1), opens.AddDays(1));
        return new ConveneSession(Next(state.Sessions.All.Keys, body.Id), body.Id, unit, "place", opens, day, demand);
    }

    private static IEnumerable<string?> UnitsOf(State state, Constitution rules, Body body, string person, DateTimeOffset at)
    {
        if (BodyShape.UnitKindOf(rules, body) is not { } kind) return [null];
        var own = state.Roll.Member(person)?.Unit;
        var held = state.Offices.HeldBy(person, at).Select(t => t.Seat.Unit);
        return held.Append(own).OfType<string>().SelectMany(u => Around(state, u)).Where(u => state.Roll.Unit(u)?.Kind == kind).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Around(State state, string unit)
    {
        for (var u = unit; u is not null; u = state.Roll.Unit(u)?.Within) yield return u;
    }

    private static IEnumerable<Command> Before(State state, Session s, string person, DateTimeOffset at)
    {
        if (NoticeRules.IsEntitled(s, person))
        {
            yield return new WaiveNotice(s.Id);
            yield return new DisputeService(s.Id);
        }
        var unserved = NoticeRules.Still(state, s).FirstOrDefault(p => NoticeRules.ServedOn(state, s, p, at) is null);
        if (unserved is not null)
            yield return new RecordService(s.Id, [unserved], ServiceOutcome.Posted, Channel(state, s, at), DateOnly.FromDateTime(at.UtcDateTime), Language(state, unserved, at));
        yield return new PutItem(s.Id, Next(s.Agenda.Select(i => i.Id), "item"), ItemKind.Other, "title", null);
        yield return new OrderAgenda(s.Id, [.. s.Agenda.Select(i => i.Id)]);
        foreach (var command in Desk(state, s, person, at)) yield return command;
        yield return new OpenSession(s.Id);
        foreach (var command in Waiting(s, person)) yield return command;
        yield return new PostponeSession(s.Id, s.Opens.AddDays(1), s.LastDay.AddDays(1), "reason");
        yield return new CancelSession(s.Id, "reason");
    }

    private static IEnumerable<Command> During(State state, Session s, string person, DateTimeOffset at)
    {
        foreach (var command in Desk(state, s, person, at).Concat(Waiting(s, person))) yield return command;
        foreach (var item1 in s.Accusations.Where(a => a.Person == person).Select(a => a.Item).Distinct(StringComparer.Ordinal).Where(i => !s.Speeches.Any(r => r.Person == person && r.Item == i && r.Side == SpeechSides.Answer)))
            yield return new AskToSpeak(s.Id, Next(s.Speeches.Select(r => r.Id), s.Id + "-speech"), item1, SpeechSides.Answer);
        if (s.RunningItem is { } reported && Reports.Of(state, s, reported, at).Has(person) && !s.Speeches.Any(r => r.Person == person && r.Item == reported && r.Side == SpeechSides.Report))
            yield return new AskToSpeak(s.Id, Next(s.Speeches.Select(r => r.Id), s.Id + "-speech"), reported, SpeechSides.Report);
        if (s.RunningItem is { } running) yield return new AskToSpeak(s.Id, Next(s.Speeches.Select(r => r.Id), s.Id + "-speech"), running, "for", Debates.ClauseOf(state, s, at)?.Lists.FirstOrDefault());
        if (s.RunningItem is { } item0 && Debates.ClauseOf(state, s, at) is { PlatformTime: not null } debate)
            foreach (var platform in PlatformTime.Of(state, s.Body, person, at)) yield return new AskToSpeak(s.Id, Next(s.Speeches.Select(r => r.Id), s.Id + "-speech"), item0, "for", debate.Lists.FirstOrDefault(), platform.Id);
        foreach (var command in Procedures(state, s, person, at)) yield return command;
        foreach (var own in s.Speeches.Where(r => r.Person == person && r is { From: null, Withdrawn: false })) yield return new WithdrawSpeech(s.Id, own.Id);
        foreach (var ruling in s.Rulings.Where(r => r.Appellant is null)) yield return new AppealRuling(s.Id, ruling.Id);
        if (s.ChairPerson != person) yield break;
        if (s.Speeches.FirstOrDefault(r => r is { From: not null, To: null }) is { } speaking) yield return new EndSpeech(s.Id, speaking.Id);
        else if (SpeakersQueue.Of(state, s, at) is [var next, ..]) yield return new GiveFloor(s.Id, next.Id);
        if (s.RunningItem is { } item) yield return new FinishItem(s.Id, item);
        if (s.Agenda.FirstOrDefault(i => !i.Done && i.Id != s.RunningItem) is { } ahead) yield return new TakeUp(s.Id, ahead.Id);
        if (s.Present.FirstOrDefault(p => p != person && Entitlement.MayVote(state, s, p, at)) is { } other) yield return new AnnounceChair(s.Id, other, null);
        yield return new AdjournSession(s.Id, at.AddHours(1), "reason");
        yield return new CloseSession(s.Id);
    }

    /// <summary>Procedural motions: those open to second, object to, speak on or withdraw; those that can be moved.</summary>
    private static IEnumerable<Command> Procedures(State state, Session s, string person, DateTimeOffset at)
    {
        if (Debates.ClauseOf(state, s, at) is not { } rules) yield break;
        foreach (var open in s.Procedures.Where(p => p.IsOpen))
        {
            if (open.Mover == person) yield return new WithdrawProcedure(s.Id, open.Id);
            else if (open.Stage == ProcedureStage.Moved) yield return new SecondProcedure(s.Id, open.Id);
            if (open.Mover != person && open.Opposed is null && rules.Motions.GetValueOrDefault(open.Kind) is { Unopposed: true }) yield return new OpposeProcedure(s.Id, open.Id);
            if (open.Stage == ProcedureStage.Pending && rules.Motions.GetValueOrDefault(open.Kind) is { Speeches: not ProceduralSpeeches.None })
                yield return new AskToSpeak(s.Id, Next(s.Speeches.Select(r => r.Id), s.Id + "-speech"), open.Id, open.Mover == person ? SpeechSides.For : SpeechSides.Against);
        }
        if (s.Speeches.FirstOrDefault(r => r is { From: not null, To: null }) is { } speaking && s.ChairPerson != person && speaking.Person != person
            && Debates.Limit(s, rules, speaking) is { } limit && at >= speaking.From + limit + FloorQuestions.Lost(s, speaking.Id, at)) yield return new EndSpeech(s.Id, speaking.Id);
    }

    /// <summary>The procedural motions that the rules of debate know, the highest rank first, each put to the rules.</summary>
    public static IEnumerable<Offer> ToMove(State state, Session s, string person, DateTimeOffset at) => s.Stage != SessionStage.Open ? []
        : (Debates.ClauseOf(state, s, at)?.Motions.Values ?? []).OrderByDescending(r => r.Rank).ThenBy(r => r.Name, StringComparer.Ordinal).Select(rule => Offer.Of(state, person, at, s.Id, Prototype(state, s, rule, at)));

    /// <summary>A procedural motion of that kind, with what the rules ask for, to put to them.</summary>
    public static MoveProcedure Prototype(State state, Session s, ProceduralRule rule, DateTimeOffset at) => new(s.Id, Next(state.Sessions.All.Values.SelectMany(o => o.Procedures).Select(p => p.Id), s.Id + "-procedure"), rule.Name,
        rule.Effect is DebateEffect.LimitSpeech or DebateEffect.ExtendDebate ? 3 : null, rule.Effect == DebateEffect.Adjourn ? at.AddHours(1) : null, rule.Effect == DebateEffect.Refer ? state.Statutes.At(at).Bodies.Keys.FirstOrDefault(b => b != s.Body) : null);

    /// <summary>Arriving and leaving oneself, the next accreditation, an appeal against the desk.</summary>
    private static IEnumerable<Command> Desk(State state, Session s, string person, DateTimeOffset at)
    {
        var presence = state.Statutes.At(at).Bodies.GetValueOrDefault(s.Body)?.Presence;
        if (s.Present.Contains(person)) yield return new Depart(s.Id, person);
        else
        {
            if (presence is null || presence.Modes.Contains(PresenceMode.InPerson)) yield return new Arrive(s.Id, person);
            if (presence?.Modes.Contains(PresenceMode.Remote) == true) yield return new Arrive(s.Id, person, Remote: true);
        }
        if (s.Remote.Contains(person)) yield return s.Losses.Any(l => l.Person == person && l.Restored is null) ? new RestoreConnection(s.Id, person) : new LoseConnection(s.Id, person);
        if (s.Proxies.ContainsKey(person)) yield return new RevokeProxy(s.Id);
        else if (state.Statutes.At(at).Bodies.GetValueOrDefault(s.Body)?.Proxies is { Allowed: true }
            && s.Present.Concat(state.Offices.Holders(s.Body, at, s.Unit).Select(t => t.Person)).FirstOrDefault(p => p != person) is { } holder)
            yield return new GiveProxy(s.Id, holder);
        if (s.Rejections.Any(r => r.Person == person)) yield return new AppealCredential(s.Id);
        if (s.Stage == SessionStage.Convened && Inspection.DelegateGaps.Unexplained(state, s, at) is [var gap, ..]) yield return new ExplainGap(s.Id, gap.Motion, "-");
        var next = state.Offices.Holders(s.Body, at, s.Unit).Where(t => (t.Session is null || t.Session == s.Id) && !s.Credentials.ContainsKey(t.Person)).OrderBy(t => t.Person, StringComparer.Ordinal).FirstOrDefault();
        if (next is not null) yield return new Accredit(s.Id, next.Person, next.Id, null);
    }

    /// <summary>What waits for this person: an answer to being nominated to report, or to what was said against them.</summary>
    private static IEnumerable<Command> Waiting(Session s, string person)
    {
        foreach (var nomination in s.Nominations.Where(n => n.Person == person && n.Accepts is null && s.Item(n.Item) is { Done: false })) yield return new AnswerRapporteur(s.Id, nomination.Item, true);
        foreach (var accusation in s.Accusations.Where(a => a.Person == person && a.Answer is null)) yield return new AnswerAccusation(s.Id, accusation.Id, NoText);
    }

    /// <summary>Stands for a text that the person has yet to write.</summary>
    private static readonly string NoText = new('0', 64);

    private static IEnumerable<Command> Afterwards(State state, Session s, string person)
    {
        foreach (var command in Waiting(s, person)) yield return command;
        foreach (var part in s.ClosedParts.Where(p => p.Document is null))
            if (state.Documents.All.Values.Where(d => d.Release <= part.Until && d.At >= part.From).MaxBy(d => d.At) is { } deposited) yield return new SealMinutes(s.Id, part.Id, deposited.Id);
        if (s.Minutes == MinutesStage.None) yield return new PublishMinutes(s.Id);
        if (s.Minutes != MinutesStage.Objections) yield break;
        if (state.Votes.All.Values.Where(v => v.Question.Subject == s.Id && v is { Outcome.Carried: true, ReplacedBy: null }).OrderBy(v => v.Outcome!.At).LastOrDefault() is { } approval)
            yield return new ApproveMinutes(s.Id, approval.Id);
        yield return new ObjectToMinutes(s.Id, Next(s.Objections.Select(o => o.Id), s.Id + "-objection"), "text");
        foreach (var open in s.Objections.Where(o => o.Answer is null)) yield return new AnswerObjection(s.Id, open.Id, "answer", false);
        foreach (var own in s.Speeches.Where(r => r.Person == person && r.From is not null)) yield return new CorrectSpeech(s.Id, Next(s.Corrections.Select(c => c.Id), own.Id + "-correction"), own.Id, "text");
    }

    private static string Channel(State state, Session s, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var clause = rules.Bodies.GetValueOrDefault(s.Body)?.Convene?.ServedBy ?? rules.Procedure.ServedBy;
        return clause is null ? "letter" : clause.Channels.Keys.First();
    }

    private static string Language(State state, string person, DateTimeOffset at) =>
        state.Roll.Member(person)?.Language is { } own && state.Statutes.At(at).Languages.Official.Contains(own, StringComparer.Ordinal) ? own : state.Statutes.At(at).Languages.Official[0];

    /// <summary>An id that is not taken.</summary>
    internal static string Next(IEnumerable<string> taken, string stem)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        for (var i = ids.Count + 1; ; i++)
            if (string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}") is var id && !ids.Contains(id)) return id;
    }
}
