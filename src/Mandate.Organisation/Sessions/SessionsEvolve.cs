using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public static class SessionsEvolve
{
    /// <param name="whole">The organisation before the event: a convened session lists the entitled from its roll and offices.</param>
    public static SessionsState Evolve(this SessionsState state, SessionsEvent happened, Occasion occasion, State whole) => happened switch
    {
        SessionConvened e => Convene(state, e, occasion, whole),
        SessionEvent e => state with { All = state.All.SetItem(e.Session, Evolve(state.All[e.Session], e, occasion)) },
        SessionDemanded e => state with { Demands = state.Demands.SetItem(e.Demand, Demanded(e, occasion)) },
        DemandSigned e => Change(state, e.Demand, d => d with { Signed = d.Signed.Add(e.Person) }),
        DemandSignedFor { Unit: { } unit } e => Change(state, e.Demand, d => d with { UnitsSigned = d.UnitsSigned.Add(unit) }),
        DemandSignedFor e => Change(state, e.Demand, d => d with { BodiesSigned = d.BodiesSigned.Add(e.Body!) }),
        DemandMet e => Change(state, e.Demand, d => d with { MetAt = occasion.At, Due = e.Due }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static Session Evolve(Session s, SessionEvent happened, Occasion occasion) => happened switch
    {
        ServiceRecorded e => s with { Services = Serve(s.Services, e) },
        SessionPostponed e => s with { Opens = e.Opens, LastDay = e.LastDay, EarlierDays = s.EarlierDays.Add(s.FirstDay) },
        NoticeContested e => s with { Contests = s.Contests.Add(new NoticeContest(e.Person, e.Told, e.Where, e.Text, e.Judge, occasion.At)) },
        NoticesJudged e => s with { Judged = new NoticeJudgement(e.By, e.Voids, e.Reason, e.Again, occasion.At) },
        SessionCancelled e => s with { Stage = SessionStage.Cancelled, CancelReason = e.Reason, ClosedAt = occasion.At },
        ItemPut e => s with { Agenda = s.Agenda.Add(e.Item), PutBy = s.PutBy.SetItem(e.Item.Id, occasion.By) },
        ItemDropped e => s with { Agenda = s.Agenda.RemoveAll(i => i.Id == e.Item) },
        AgendaOrdered e => s with { Agenda = [.. e.Items.Select(id => s.Item(id)!)] },
        ItemContested e => Mark(s, e.Item, i => i with { Contested = true }),
        Accredited e => s with
        {
            Credentials = s.Credentials.SetItem(e.Person, new Credential(e.Person, e.Tenure, e.Unit, occasion.At, e.Replaces, e.Card)),
            Rejections = s.Rejections.RemoveAll(r => r.Person == e.Person && r.Upheld is null && !r.Appealed),
        },
        CredentialRejected e => s with
        {
            Rejections = s.Rejections.Add(new Rejection(e.Person, e.Tenure, e.Reason, occasion.At, occasion.By)),
            Credentials = s.Credentials.Remove(e.Person),
            Present = s.Present.Remove(e.Person),
        },
        CredentialAppealed e => Reject(s, e.Person, r => r with { Appealed = true }),
        CredentialAppealDecided e => Reject(s, e.Person, r => r with { Vote = e.Vote, Upheld = e.Upheld }),
        Arrived e => s with
        {
            Present = s.Present.Add(e.Person),
            Remote = e.Remote ? s.Remote.Add(e.Person) : s.Remote,
            Comings = s.Comings.Add(new PresenceChange(e.Person, occasion.At, true)),
        },
        Departed e => Restore(s, e.Person, occasion.At) with
        {
            Present = s.Present.Remove(e.Person),
            Remote = s.Remote.Remove(e.Person),
            Comings = s.Comings.Add(new PresenceChange(e.Person, occasion.At, false)),
        },
        ConnectionLost e => s with { Losses = s.Losses.Add(new ConnectionLoss(e.Person, occasion.At)) },
        ConnectionRestored e => Restore(s, e.Person, occasion.At),
        ProxyGiven e => s with { Proxies = s.Proxies.SetItem(e.Person, new Proxy(e.Person, e.Holder, occasion.At)) },
        ProxyRevoked e => s with { Proxies = s.Proxies.Remove(e.Person) },
        SessionOpened e => s with
        {
            Stage = SessionStage.Open,
            OpenedAt = occasion.At,
            ChairPerson = e.Chair,
            AtOpening = e.Quorum,
            Served = e.Served,
            Agenda = [.. s.Agenda.Select(i => i.Kind == ItemKind.Opening ? i with { Done = true } : i)],
        },
        GapExplained e => s with { Explained = s.Explained.SetItem(e.Gap.Motion, new(e.Gap, e.Explanation, occasion.By, occasion.At)) },
        ChairAnnounced e => s with { ChairPerson = e.Person, ChairVote = e.Vote },
        ItemTakenUp e => Fall(s) with { RunningItem = e.Item },
        ItemFinished e => Fall(Mark(s, e.Item, i => i with { Done = true })) with { RunningItem = s.RunningItem == e.Item ? null : s.RunningItem },
        ProcedureMoved e => s with { Procedures = s.Procedures.Add(Moved(e, occasion)) },
        ProcedureSeconded e => Proceed(s, e.Procedure, p => p with { Seconds = p.Seconds.Add(e.Person), Stage = p.Seconds.Count + 1 >= p.SecondsNeeded ? ProcedureStage.Pending : p.Stage }),
        ProcedureOpposed e => Proceed(s, e.Procedure, p => p with { Opposed = e.Person }),
        ProcedureWithdrawn e => Proceed(s, e.Procedure, p => p with { Stage = ProcedureStage.Withdrawn }),
        ProcedureDecided e => Decided(s, e, occasion),
        SpeechAsked e => s with { Speeches = s.Speeches.Add(new SpeechRequest(e.Speech, e.Person, e.Item, e.Side, occasion.At) { List = e.List, Platform = e.Platform }) },
        SpeechWithdrawn e => Speak(s, e.Speech, r => r with { Withdrawn = true }),
        FloorGiven e => Speak(s, e.Speech, r => r with { From = occasion.At, OutOfTurn = e.Reason }),
        // Whoever ends while interrupted loses no more time than until then.
        SpeechEnded e => Resume(Speak(s, e.Speech, r => r with { To = occasion.At }), e.Speech, occasion.At),
        QuestionAsked e => s with { Questions = s.Questions.Add(new(e.Question, s.Questions.Length + 1, e.Item, e.Person, e.Text, occasion.At)) },
        QuestionAnswered e => s with { Questions = [.. s.Questions.Select(q => q.Id == e.Question ? q with { Answer = e.Text, AnsweredBy = e.Person, AnsweredAt = occasion.At, Left = false } : q)] },
        QuestionLeft e => s with { Questions = [.. s.Questions.Select(q => q.Id == e.Question ? q with { Left = true } : q)] },
        SpeechContradicted e => s with { Contradictions = s.Contradictions.Add(new(e.Contradiction, e.Speech, e.Person, e.Text, e.Document, occasion.At)) },
        SpeechInterrupted e => s with { Interruptions = s.Interruptions.Add(new(e.Speech, e.From, occasion.At)) },
        SpeechWentOn e => Resume(s, e.Speech, occasion.At),
        RapporteurNominated e => s with { Nominations = s.Nominations.Add(new(e.Item, e.Person, e.By, occasion.At)) },
        RapporteurAnswered e => Nominate(s, e.Item, e.Person, n => n with { Accepts = e.Accepts, Reason = e.Reason }),
        RapporteurChosen e => Nominate(s, e.Item, e.Person, n => n with { ChosenBy = e.Body, ChosenAt = occasion.At }),
        RapporteurBacked e => Nominate(s, e.Item, e.Person, n => n with { Backers = n.Backers.Add(e.By) }),
        DoorsClosed e => s with { ClosedParts = s.ClosedParts.Add(new(e.Closing, e.Ground, e.Reason, e.Until, occasion.At)) },
        DoorsOpened e => Open(s, e.Closing, occasion.At),
        MinutesSealed e => s with { ClosedParts = [.. s.ClosedParts.Select(p => p.Id == e.Closing ? p with { Document = e.Document } : p)] },
        AccusationRecorded e => s with { Accusations = s.Accusations.Add(new(e.Accusation, e.Person, e.Item, e.Text, occasion.By, occasion.At)) },
        AccusationAnswered e => s with { Accusations = [.. s.Accusations.Select(a => a.Id == e.Accusation ? a with { Answer = e.Text, AnsweredAt = occasion.At } : a)] },
        HourSet e => s with { Hours = s.Hours.RemoveAll(h => h.Item == e.Item).Add(new(e.Item, e.Hour, e.Otherwise)) },
        PlenaryDemanded e => s with { Plenary = s.Plenary.RemoveAll(p => p.Item == e.Item).Add(new(e.Item, (s.Plenary.FirstOrDefault(p => p.Item == e.Item)?.By ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal)).Add(e.By))) },
        ItemToPlenary e => Mark(s, e.Item, i => i with { Done = false }) with { Plenary = [.. s.Plenary.Select(p => p.Item == e.Item ? p with { Met = true } : p)] },
        SilenceDeclared e => s with { Silences = s.Silences.Add((e.Item, e.Side)) },
        ReportFiled e => s with { Reports = s.Reports.Add(new(e.Report, e.Item, e.Person, e.Body, e.Title, e.Texts, occasion.At)) },
        Ruled e => s with { Rulings = s.Rulings.Add(new ChairRuling(e.Ruling, e.Item, e.Text, e.Clause, occasion.At, occasion.By)) },
        RulingAppealed e => Rule(s, e.Ruling, r => r with { Appellant = e.Person }),
        // The floor opens doors that whoever presides had closed.
        RulingDecided e => Rule(e.Overturned ? Open(s, e.Ruling, occasion.At) : s, e.Ruling, r => r with { AppealVote = e.Vote, Overturned = e.Overturned }),
        SessionAdjourned e => Open(s, null, occasion.At) with
        {
            Stage = SessionStage.Adjourned,
            LastDay = e.LastDay,
            RunningItem = null,
            Procedures = Fall(s).Procedures,
            Adjournments = s.Adjournments.Add(new Adjournment(occasion.At, e.To, e.Reason)),
        },
        SessionResumed => s with
        {
            Stage = SessionStage.Open,
            Adjournments = s.Adjournments.SetItem(s.Adjournments.Length - 1, s.Adjournments[^1] with { Resumed = occasion.At }),
        },
        SessionClosed => Open(s, null, occasion.At) with { Stage = SessionStage.Closed, ClosedAt = occasion.At, RunningItem = null },
        MinutesPublished e => s with { Minutes = MinutesStage.Objections, MinutesPublishedAt = occasion.At, ObjectionsUntil = e.ObjectionsUntil },
        MinutesObjected e => s with { Objections = s.Objections.Add(new MinutesObjection(e.Objection, e.Person, e.Text, occasion.At)) },
        ObjectionAnswered e => s with { Objections = [.. s.Objections.Select(o => o.Id == e.Objection ? o with { Answer = e.Answer, Upheld = e.Upheld } : o)] },
        SpeechCorrected e => s with { Corrections = s.Corrections.Add(new SpeechCorrection(e.Correction, e.Speech, e.Person, e.Text, occasion.At)) },
        MinutesApproved e => s with { Minutes = MinutesStage.Approved, MinutesVote = e.Vote },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static ProceduralMotion Moved(ProcedureMoved e, Occasion occasion) =>
        new(e.Procedure, e.Motion, e.Effect, e.Item, e.Mover, occasion.At, e.Seconds == 0 ? ProcedureStage.Pending : ProcedureStage.Moved, e.Seconds, ImmutableSortedSet.Create<string>(StringComparer.Ordinal), e.Minutes, e.Until, e.To) { Clause = e.Clause };

    /// <summary>An item put off is no longer the running one; the order of the agenda is in an event of its own.</summary>
    private static Session Decided(Session s, ProcedureDecided e, Occasion occasion)
    {
        var after = Proceed(s, e.Procedure, p => p with { Stage = e.Carried ? ProcedureStage.Carried : ProcedureStage.Lost, Vote = e.Vote, DecidedAt = occasion.At });
        return e.Carried && after.Procedures.First(p => p.Id == e.Procedure).Effect == Constitutions.DebateEffect.PutOff ? Fall(after) with { RunningItem = null } : after;
    }

    private static Session Proceed(Session s, string id, Func<ProceduralMotion, ProceduralMotion> change) =>
        s with { Procedures = [.. s.Procedures.Select(p => p.Id == id ? change(p) : p)] };

    private static Session Fall(Session s) => s.Procedures.Any(p => p.IsOpen) ? s with { Procedures = [.. s.Procedures.Select(p => p.IsOpen ? p with { Stage = ProcedureStage.Fallen } : p)] } : s;

    private static SessionsState Convene(SessionsState state, SessionConvened e, Occasion occasion, State whole)
    {
        var entitled = Entitlement.ToNotice(whole, e.Body, e.Unit, occasion.At);
        if (Entitlement.Digest(entitled) != e.EntitledDigest)
            throw new InvalidOperationException($"The list of those entitled to notice of {e.Session} differs from the one its entry commits to.");
        var session = new Session(
            e.Session, e.Body, e.Unit, e.Place, occasion.At, e.By, e.Opens, e.LastDay, e.CountDate,
            e.Delegates.WithComparers(StringComparer.Ordinal), entitled,
            ImmutableDictionary.Create<string, ImmutableArray<Service>>(StringComparer.Ordinal),
            e.Agenda, SessionStage.Convened,
            ImmutableSortedDictionary.Create<string, Credential>(StringComparer.Ordinal),
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
            [], [], [], null, null, null, null, MinutesStage.None, [])
        {
            Demand = e.Demand,
            Entry = occasion.Index,
        };
        var demands = e.Demand is { } demand ? state.Demands.SetItem(demand, state.Demands[demand] with { Session = e.Session }) : state.Demands;
        return state with { All = state.All.SetItem(e.Session, session), Demands = demands };
    }

    private static Demand Demanded(SessionDemanded e, Occasion occasion) => new(
        e.Demand, e.Body, e.Unit, e.Purpose, occasion.At,
        Pseudonyms.None, ImmutableHashSet.Create<string>(StringComparer.Ordinal), null, null, null)
    { Register = Pseudonyms.Read(occasion.Blobs, e.Register) };

    private static SessionsState Change(SessionsState state, string demand, Func<Demand, Demand> change) =>
        state with { Demands = state.Demands.SetItem(demand, change(state.Demands[demand])) };

    private static ImmutableDictionary<string, ImmutableArray<Service>> Serve(ImmutableDictionary<string, ImmutableArray<Service>> services, ServiceRecorded e)
    {
        var service = new Service(e.Outcome, e.Channel, e.Day, e.Language);
        return services.SetItems(e.Persons.Select(p => KeyValuePair.Create(p, services.GetValueOrDefault(p, []).Add(service))));
    }

    private static Session Restore(Session s, string person, DateTimeOffset at) =>
        s with { Losses = [.. s.Losses.Select(l => l.Person == person && l.Restored is null ? l with { Restored = at } : l)] };

    private static Session Mark(Session s, string item, Func<AgendaItem, AgendaItem> change) =>
        s with { Agenda = [.. s.Agenda.Select(i => i.Id == item ? change(i) : i)] };

    private static Session Reject(Session s, string person, Func<Rejection, Rejection> change)
    {
        var last = s.Rejections.ToList().FindLastIndex(r => r.Person == person);
        return last < 0 ? s : s with { Rejections = s.Rejections.SetItem(last, change(s.Rejections[last])) };
    }

    private static Session Speak(Session s, string speech, Func<SpeechRequest, SpeechRequest> change) =>
        s with { Speeches = [.. s.Speeches.Select(r => r.Id == speech ? change(r) : r)] };

    /// <summary>The doors are open again: of that part, or of whichever is closed.</summary>
    private static Session Open(Session s, string? closing, DateTimeOffset at) =>
        s with { ClosedParts = [.. s.ClosedParts.Select(p => p.To is null && (closing is null || p.Id == closing) ? p with { To = at } : p)] };

    private static Session Nominate(Session s, string item, string person, Func<RapporteurNomination, RapporteurNomination> change) =>
        s with { Nominations = [.. s.Nominations.Select(n => n.Item == item && n.Person == person ? change(n) : n)] };

    private static Session Rule(Session s, string ruling, Func<ChairRuling, ChairRuling> change) =>
        s with { Rulings = [.. s.Rulings.Select(r => r.Id == ruling ? change(r) : r)] };

    private static Session Resume(Session s, string speech, DateTimeOffset at) => s.Interruptions.IsEmpty ? s
        : s with { Interruptions = [.. s.Interruptions.Select(i => i.Speech == speech && i.To is null ? i with { To = at } : i)] };
}
