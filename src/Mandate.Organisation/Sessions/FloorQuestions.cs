using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Questions before the vote, contradictions of fact, and the clock that stops when a speaker is interrupted.</summary>
public static class FloorQuestions
{
    internal static Decision Ask(Sitting s, AskQuestion c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (c.Question.Length == 0) return ProtocolRefusals.Malformed("question", "a non-empty id", c.Question);
        if (s.Session.Questions.Any(q => q.Id == c.Question)) return ProtocolRefusals.Taken("question", c.Question);
        if (s.Session.Item(c.Item) is not { } item) return ProtocolRefusals.Unknown("item", c.Item);
        if (item.Done) return ProtocolRefusals.WrongStage("item", c.Item, "open", "done");
        if (NoVoice(s) is { } silent) return silent;
        return c.Text.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("text", "the question, in at most 1000 characters", c.Text.Length)
            : Decision.Accept(SessionsRefusals.BodyClause(s.Body), new QuestionAsked(s.Session.Id, c.Question, c.Item, s.By, c.Text));
    }

    internal static Decision Answer(Sitting s, AnswerQuestion c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (s.Session.Questions.FirstOrDefault(q => q.Id == c.Question) is not { } question) return ProtocolRefusals.Unknown("question", c.Question);
        if (question.Answer is not null) return ProtocolRefusals.WrongStage("question", c.Question, "open", "answered");
        if (question.Person == s.By) return ProtocolRefusals.NotYours(SessionsRefusals.BodyClause(s.Body), "somebody else", s.By);
        if (NoVoice(s) is { } silent) return silent;
        return c.Text.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("text", "the answer, in at most 2000 characters", c.Text.Length)
            : Decision.Accept(SessionsRefusals.BodyClause(s.Body), new QuestionAnswered(s.Session.Id, c.Question, s.By, c.Text));
    }

    internal static Decision Leave(Sitting s, LeaveQuestion c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (s.Session.Questions.FirstOrDefault(q => q.Id == c.Question) is not { } question) return ProtocolRefusals.Unknown("question", c.Question);
        return question.IsOpen ? Decision.Accept(PresidingRules.ChairClause(s), new QuestionLeft(s.Session.Id, c.Question)) : ProtocolRefusals.WrongStage("question", c.Question, "open", "answered");
    }

    internal static Decision Contradict(Sitting s, ContradictSpeech c)
    {
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (c.Contradiction.Length == 0 || s.Session.Contradictions.Any(o => o.Id == c.Contradiction)) return ProtocolRefusals.Malformed("contradiction", "an id of its own", c.Contradiction);
        if (s.Session.Speeches.FirstOrDefault(r => r.Id == c.Speech) is not { From: not null }) return ProtocolRefusals.Unknown("speech", c.Speech);
        if (c.Document is { } document && !s.State.Documents.All.ContainsKey(document)) return ProtocolRefusals.Unknown("document", document);
        if (NoVoice(s) is { } silent) return silent;
        return c.Text.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("text", "what is so, in at most 1000 characters", c.Text.Length)
            : Decision.Accept(SessionsRefusals.BodyClause(s.Body), new SpeechContradicted(s.Session.Id, c.Contradiction, c.Speech, s.By, c.Text, c.Document));
    }

    internal static Decision Interrupt(Sitting s, InterruptSpeech c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (s.Session.Speeches.FirstOrDefault(r => r.Id == c.Speech) is not { From: not null, To: null } speech) return ProtocolRefusals.WrongStage("speech", c.Speech, "running", "not running");
        if (c.From is { } side && !SpeechSides.All.Contains(side, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("from", string.Join(", ", SpeechSides.All), side);
        return Running(s.Session, speech.Id) is null ? Decision.Accept(PresidingRules.ChairClause(s), new SpeechInterrupted(s.Session.Id, c.Speech, c.From)) : ProtocolRefusals.WrongStage("speech", c.Speech, "running", "interrupted");
    }

    internal static Decision GoOn(Sitting s, ContinueSpeech c)
    {
        if (s.Needs(SessionStage.Open) is { } stage) return stage;
        if (s.Session.Speeches.FirstOrDefault(r => r.Id == c.Speech) is not { } speech) return ProtocolRefusals.Unknown("speech", c.Speech);
        if (s.Session.ChairPerson != s.By && speech.Person != s.By) return SessionsRefusals.NotPresiding(s.Body, s.Session, s.By);
        return Running(s.Session, speech.Id) is null ? ProtocolRefusals.WrongStage("speech", c.Speech, "interrupted", "running") : Decision.Accept(PresidingRules.ChairClause(s), new SpeechWentOn(s.Session.Id, c.Speech));
    }

    /// <summary>Null when a question can be put as far as questions in writing go: each is answered, or stands as unanswered.</summary>
    internal static Refusal? MayBePut(Session session, string subject) =>
        session.Agenda.FirstOrDefault(i => i.Id == subject || i.Reference == subject) is { } item && session.Questions.Count(q => q.Item == item.Id && q.IsOpen) is > 0 and var open ? SessionsRefusals.QuestionsOpen(item, open) : null;

    /// <summary>How long the clock of a speech has stood still.</summary>
    public static TimeSpan Lost(Session session, string speech, DateTimeOffset at) =>
        session.Interruptions.Where(i => i.Speech == speech).Aggregate(TimeSpan.Zero, (sum, i) => sum + ((i.To ?? at) - i.At));

    private static Interruption? Running(Session session, string speech) => session.Interruptions.FirstOrDefault(i => i.Speech == speech && i.To is null);

    /// <summary>Before the opening whoever will have a vote or a voice; then whoever is there with one.</summary>
    internal static Refusal? NoVoice(Sitting s)
    {
        if (!Entitlement.HasVoice(s.State, s.Session, s.By, s.At) && s.Session.Stage == SessionStage.Convened && s.State.Offices.HeldBy(s.By, s.At).Any(t => t.Session == s.Session.Id || t.Seat.Of == s.Body.Id)) return null;
        if (!Entitlement.HasVoice(s.State, s.Session, s.By, s.At) && Entitlement.WhyNot(s.State, s.Session, s.By, s.At) is { } not) return not;
        return s.Session.Stage == SessionStage.Convened || s.Session.Present.Contains(s.By) ? null : SessionsRefusals.NotPresent(s.Body, s.By);
    }
}
