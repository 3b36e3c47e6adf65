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
        if (s.Session.Item(c.Item) is not { } item) return ProtocolRefusals.Unknown("item", c.Item);
        if (item.Done) return ProtocolRefusals.WrongStage("item", c.Item, "open", "done");
        if (!SpeechSides.All.Contains(c.Side, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("side", string.Join(", ", SpeechSides.All), c.Side);
        if (NoVoice(s) is { } refusal) return refusal;
        if (s.Session.Speeches.Any(r => r.Person == s.By && r.Item == c.Item && r is { From: null, Withdrawn: false })) return ProtocolRefusals.Taken("speech", s.By);
        return Decision.Accept(SessionsRefusals.BodyClause(s.Body), new SpeechAsked(s.Session.Id, c.Speech, s.By, c.Item, c.Side));
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
        var next = SpeakersQueue.Of(s.Session) is [var first, ..] ? first : null;
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
        if (s.Session.ChairPerson != s.By && speech.Person != s.By) return SessionsRefusals.NotPresiding(s.Body, s.Session, s.By);
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

    private static SpeechRequest? Find(Sitting s, string id) => s.Session.Speeches.FirstOrDefault(r => r.Id == id);

    private static Refusal? NoVoice(Sitting s)
    {
        if (!Entitlement.HasVoice(s.State, s.Session, s.By, s.At) && Entitlement.WhyNot(s.State, s.Session, s.By, s.At) is { } not) return not;
        return s.Session.Present.Contains(s.By) ? null : SessionsRefusals.NotPresent(s.Body, s.By);
    }
}
