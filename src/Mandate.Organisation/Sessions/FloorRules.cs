using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Speakers, and rulings of the chair. The queue says who is next; the chair departs from it only with a reason, on the record.</summary>
internal static class FloorRules
{
    public static Decision Ask(Sitting s, AskToSpeak c)
    {
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (c.Speech.Length == 0) return ProtocolRefusals.Malformed("speech", "a non-empty id", c.Speech);
        if (s.Session.Speeches.Any(r => r.Id == c.Speech)) return ProtocolRefusals.Taken("speech", c.Speech);
        var (reports, answers) = (c.Side == SpeechSides.Report, c.Side == SpeechSides.Answer);
        if (!reports && !answers && !SpeechSides.All.Contains(c.Side, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("side", string.Join(", ", SpeechSides.All), c.Side);
        if (Debates.Pending(s.State, s.Session, s.At) is { } pending && pending.Id == c.Item)
        {
            if (OnProcedure(s, c, pending) is { } not) return not;
        }
        else
        {
            if (s.Session.Item(c.Item) is not { } item) return ProtocolRefusals.Unknown("item", c.Item);
            if (item.Done && !answers) return ProtocolRefusals.WrongStage("item", c.Item, "open", "done");
            if (answers && !s.Session.Accusations.Any(a => a.Item == item.Id && a.Person == s.By)) return SessionsRefusals.NotAccused(item, s.By);
            if (reports && !Reports.Of(s.State, s.Session, item.Id, s.At).Has(s.By)) return SessionsRefusals.NotRapporteur(item, s.By);
            if (s.Body.Debate is { } rules && NotNow(s, c, rules) is { } not) return not;
            if (c.Platform is { } tendency && PlatformTime.WhyNot(s, c, tendency) is { } notTheirs) return notTheirs;
            if (s.Body.Debate is null && c.List is not null) return ProtocolRefusals.Malformed("list", "no list of speakers", c.List);
        }
        // Whoever reports, and whoever was accused, has the floor for that, with or without a seat.
        if (!reports && !answers && NoVoice(s) is { } refusal) return refusal;
        if (s.Session.Speeches.Any(r => r.Person == s.By && r.Item == c.Item && r is { From: null, Withdrawn: false })) return ProtocolRefusals.Taken("speech", s.By);
        return Decision.Accept(SessionsRefusals.BodyClause(s.Body), new SpeechAsked(s.Session.Id, c.Speech, s.By, c.Item, c.Side, c.List, c.Platform));
    }

    public static Decision Withdraw(Sitting s, WithdrawSpeech c)
    {
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (Find(s, c.Speech) is not { } speech) return ProtocolRefusals.Unknown("speech", c.Speech);
        if (speech.Person != s.By) return ProtocolRefusals.NotYours(SessionsRefusals.BodyClause(s.Body), speech.Person, s.By);
        return speech is { From: null, Withdrawn: false }
            ? Decision.Accept(SessionsRefusals.BodyClause(s.Body), new SpeechWithdrawn(s.Session.Id, c.Speech))
            : ProtocolRefusals.WrongStage("speech", c.Speech, "waiting", "over");
    }

    public static Decision Give(Sitting s, GiveFloor c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (Find(s, c.Speech) is not { } speech) return ProtocolRefusals.Unknown("speech", c.Speech);
        if (speech is not { From: null, Withdrawn: false }) return ProtocolRefusals.WrongStage("speech", c.Speech, "waiting", "over");
        if (s.Session.Speeches.FirstOrDefault(r => r is { From: not null, To: null }) is { } running) return ProtocolRefusals.Taken("floor", running.Person);
        if (s.Body.Debate is { } rules && speech.Side is not (SpeechSides.Order or SpeechSides.Report or SpeechSides.Answer) && speech.Item == s.Session.RunningItem && OverTime(s, rules, speech) is { } over) return over;
        var next = SpeakersQueue.Of(s.State, s.Session, s.At) is [var first, ..] ? first : null;
        var inTurn = next?.Id == c.Speech;
        if (!inTurn && string.IsNullOrWhiteSpace(c.Reason)) return SessionsRefusals.NotNextSpeaker(s.Body, next, speech);
        return c.Reason?.Length > 4000
            ? ProtocolRefusals.Malformed("reason", "at most 4000 characters", c.Reason.Length)
            : Decision.Accept(PresidingRules.ChairClause(s), new FloorGiven(s.Session.Id, c.Speech, inTurn ? null : c.Reason));
    }

    public static Decision End(Sitting s, EndSpeech c)
    {
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (Find(s, c.Speech) is not { } speech) return ProtocolRefusals.Unknown("speech", c.Speech);
        if (s.Session.ChairPerson != s.By && speech.Person != s.By && !MayCallTime(s, speech)) return SessionsRefusals.NotPresiding(s.Body, s.Session, s.By);
        if (speech is { Side: SpeechSides.Report, From: { } from } && speech.Person != s.By && Debates.Limit(s.Session, s.Body.Debate, speech) is { } equal && from + equal + FloorQuestions.Lost(s.Session, speech.Id, s.At) is var until && s.At < until)
            return SessionsRefusals.EqualTime(SessionsRefusals.BodyClause(s.Body), equal, until);
        return speech is { From: not null, To: null }
            ? Decision.Accept(PresidingRules.ChairClause(s), new SpeechEnded(s.Session.Id, c.Speech))
            : ProtocolRefusals.WrongStage("speech", c.Speech, "running", "not running");
    }

    public static Decision Rule(Sitting s, GiveRuling c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (c.Ruling.Length == 0) return ProtocolRefusals.Malformed("ruling", "a non-empty id", c.Ruling);
        if (s.State.Sessions.All.Values.Any(o => o.Rulings.Any(r => r.Id == c.Ruling))) return ProtocolRefusals.Taken("ruling", c.Ruling);
        if (s.Session.Item(c.Item) is null) return ProtocolRefusals.Unknown("item", c.Item);
        if (c.Clause.Length == 0) return ProtocolRefusals.Malformed("clause", "the clause that the ruling rests on", "");
        return Sitting.NeedsText("text", c.Text) is { } text
            ? text
            : Decision.Accept(PresidingRules.ChairClause(s), new Ruled(s.Session.Id, c.Ruling, c.Item, c.Text, c.Clause));
    }

    public static Decision Appeal(Sitting s, AppealRuling c)
    {
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (s.Session.Rulings.FirstOrDefault(r => r.Id == c.Ruling) is not { } ruling) return ProtocolRefusals.Unknown("ruling", c.Ruling);
        if (Entitlement.WhyNot(s.State, s.Session, s.By, s.At) is { } not) return not;
        if (!s.Session.Present.Contains(s.By)) return SessionsRefusals.NotPresent(s.Body, s.By);
        return ruling.Appellant is null
            ? Decision.Accept(SessionsRefusals.BodyClause(s.Body), new RulingAppealed(s.Session.Id, c.Ruling, s.By))
            : ProtocolRefusals.Taken("appeal", c.Ruling);
    }

    /// <summary>On a procedural motion: none, one for and one against, or as many as ask, as its clause says.</summary>
    private static Refusal? OnProcedure(Sitting s, AskToSpeak c, ProceduralMotion pending)
    {
        if (c.List is not null) return ProtocolRefusals.Malformed("list", "no list of speakers", c.List);
        if (c.Platform is not null) return ProtocolRefusals.Malformed("platform", "one's own time", c.Platform);
        if (c.Side is not (SpeechSides.For or SpeechSides.Against)) return ProtocolRefusals.Malformed("side", string.Join(", ", SpeechSides.For, SpeechSides.Against), c.Side);
        return Debates.RuleOf(s.State, s.Session, pending, s.At)?.Speeches switch
        {
            Constitutions.ProceduralSpeeches.Free => null,
            Constitutions.ProceduralSpeeches.OneEach => s.Session.Speeches.Any(r => r.Item == pending.Id && r.Side == c.Side && !r.Withdrawn) ? SessionsRefusals.OneEach(pending, c.Side) : null,
            _ => SessionsRefusals.NotDebatable(pending),
        };
    }

    /// <summary>The debate or its list is closed, the person has had all speeches, or the list is none of the clause. Points of order are always in order.</summary>
    private static Refusal? NotNow(Sitting s, AskToSpeak c, Constitutions.Debate rules)
    {
        if (c.Side is SpeechSides.Order or SpeechSides.Report or SpeechSides.Answer) return c.List is null ? null : ProtocolRefusals.Malformed("list", "no list of speakers", c.List);
        if (c.Platform is null && (Debates.Closed(s.Session, c.Item, Constitutions.DebateEffect.CloseDebate) ?? Debates.Closed(s.Session, c.Item, Constitutions.DebateEffect.CloseList)) is { } closed) return SessionsRefusals.DebateClosed(closed);
        if (c.Platform is null && rules.Speeches <= s.Session.Speeches.Count(r => r.Item == c.Item && r.Person == s.By && r.From is not null && r.Side != SpeechSides.Order && r.Platform is null)) return SessionsRefusals.SpokenEnough(rules, s.By);
        return rules.Lists.IsEmpty ? c.List is null ? null : ProtocolRefusals.Malformed("list", "no list of speakers", c.List)
            : c.List is { } list && rules.Lists.Contains(list, StringComparer.Ordinal) ? null : SessionsRefusals.NotAList(rules, c.List ?? "");
    }

    private static Refusal? OverTime(Sitting s, Constitutions.Debate rules, SpeechRequest speech)
    {
        if (speech.Platform is { } tendency)
            return PlatformTime.Left(s.Session, rules, speech.Item, tendency, s.At) == TimeSpan.Zero ? SessionsRefusals.PlatformTimeUsed(rules.PlatformTime?.Clause.Path ?? rules.Clause.Path, PlatformTime.Each(rules) ?? TimeSpan.Zero) : null;
        return Debates.Total(s.Session, rules, speech.Item) is { } total && Debates.Used(s.Session, speech.Item, s.At) >= total ? SessionsRefusals.TimeUsed(rules, total) : null;
    }

    /// <summary>When the time of a speech is over, anybody present with a vote may have it ended: a limit that only the chair applies is a favour.</summary>
    private static bool MayCallTime(Sitting s, SpeechRequest speech) =>
        speech.From is { } from && Debates.Limit(s.Session, s.Body.Debate, speech) is { } limit && s.At >= from + limit + FloorQuestions.Lost(s.Session, speech.Id, s.At)
        && s.Session.Present.Contains(s.By) && Entitlement.MayVote(s.State, s.Session, s.By, s.At);

    private static SpeechRequest? Find(Sitting s, string id) => s.Session.Speeches.FirstOrDefault(r => r.Id == id);

    private static Refusal? NoVoice(Sitting s)
    {
        if (!Entitlement.HasVoice(s.State, s.Session, s.By, s.At) && Entitlement.WhyNot(s.State, s.Session, s.By, s.At) is { } not) return not;
        return s.Session.Present.Contains(s.By) ? null : SessionsRefusals.NotPresent(s.Body, s.By);
    }
}
