using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Minutes: the log writes them; people object, speakers correct, the body approves.</summary>
internal static class MinutesRules
{
    /// <summary>
    /// By whoever presided or serves the convenor; once the time of the constitution has passed, by anybody who had to have a
    /// notice, because there is nothing left to decide.
    /// </summary>
    public static Decision Publish(Sitting s)
    {
        if (s.Needs(SessionStage.Closed) is { } stage) return stage;
        if (s.Session.Minutes != MinutesStage.None) return ProtocolRefusals.Taken("minutes", s.Session.Id);
        var right = s.Rules.Rights.GetValueOrDefault("minutes");
        var clause = right?.PublishWithin?.Clause.Path ?? right?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body);
        if (s.Session.ChairPerson != s.By && Convenors.ServesSession(s) is { } refusal)
        {
            var due = right?.PublishWithin is { } within ? Periods.Due(DateOnly.FromDateTime(s.Session.ClosedAt!.Value.UtcDateTime), within) : DateOnly.MaxValue;
            if (!NoticeRules.IsEntitled(s.Session, s.By)) return refusal;
            if (s.Act.Day <= due) return due == DateOnly.MaxValue ? refusal : SessionsRefusals.MinutesNotDue(clause, due, s.Act.Day);
        }
        var period = right?.Within ?? right?.PublishWithin ?? s.Rules.Procedure.Default.Notice;
        return Decision.Accept(clause, new MinutesPublished(s.Session.Id, period is null ? s.Act.Day : Periods.Due(s.Act.Day, period)));
    }

    public static Decision Object(Sitting s, ObjectToMinutes c)
    {
        if (NeedsDraft(s) is { } stage) return stage;
        if (c.Objection.Length == 0) return ProtocolRefusals.Malformed("objection", "a non-empty id", c.Objection);
        if (s.Session.Objections.Any(o => o.Id == c.Objection)) return ProtocolRefusals.Taken("objection", c.Objection);
        if (!NoticeRules.IsEntitled(s.Session, s.By) && !s.Session.Credentials.ContainsKey(s.By)) return SessionsRefusals.NotOnNoticeList(s.Body, s.Session, s.By);
        if (s.Act.Day > s.Session.ObjectionsUntil) return SessionsRefusals.ObjectionsOver(Clause(s), s.Session, s.Act.Day);
        return Sitting.NeedsText("text", c.Text) is { } text ? text : Decision.Accept(Clause(s), new MinutesObjected(s.Session.Id, c.Objection, s.By, c.Text));
    }

    public static Decision Answer(Sitting s, AnswerObjection c)
    {
        if (NeedsDraft(s) is { } stage) return stage;
        if (s.Session.Objections.FirstOrDefault(o => o.Id == c.Objection) is not { } objection) return ProtocolRefusals.Unknown("objection", c.Objection);
        if (objection.Answer is not null) return ProtocolRefusals.WrongStage("objection", c.Objection, "unanswered", "answered");
        if (s.Session.ChairPerson != s.By && Convenors.ServesSession(s) is { } refusal) return refusal;
        return Sitting.NeedsText("answer", c.Answer) is { } text ? text : Decision.Accept(Clause(s), new ObjectionAnswered(s.Session.Id, c.Objection, c.Answer, c.Upheld));
    }

    public static Decision Correct(Sitting s, CorrectSpeech c)
    {
        if (NeedsDraft(s) is { } stage) return stage;
        if (c.Correction.Length == 0 || s.Session.Corrections.Any(x => x.Id == c.Correction)) return ProtocolRefusals.Taken("correction", c.Correction);
        if (s.Session.Speeches.FirstOrDefault(r => r.Id == c.Speech && r.From is not null) is not { } speech) return ProtocolRefusals.Unknown("speech", c.Speech);
        if (speech.Person != s.By) return ProtocolRefusals.NotYours(Clause(s), speech.Person, s.By);
        return Sitting.NeedsText("text", c.Text) is { } text ? text : Decision.Accept(Clause(s), new SpeechCorrected(s.Session.Id, c.Correction, c.Speech, s.By, c.Text));
    }

    /// <summary>By a carried vote of the same body whose subject is this session; every objection is answered before.</summary>
    public static Decision Approve(Sitting s, ApproveMinutes c)
    {
        if (Minutes.MayBeApproved(s.State, s.Session, s.At) is { } refusal) return refusal;
        if (s.State.Votes.Find(c.Vote) is not { } vote) return ProtocolRefusals.Unknown("vote", c.Vote);
        var held = vote.Session is { } id ? s.State.Sessions.Find(id) : null;
        if (held is null || held.Body != s.Session.Body || held.Unit != s.Session.Unit || vote.Question.Subject != s.Session.Id)
            return ProtocolRefusals.Malformed("vote", $"a vote of {s.Session.Body} on these minutes", c.Vote);
        if (held.ChairPerson != s.By && s.Session.ChairPerson != s.By && Convenors.ServesSession(s) is { } notYours) return notYours;
        return vote.Outcome is { Carried: true }
            ? Decision.Accept(Clause(s), new MinutesApproved(s.Session.Id, c.Vote))
            : ProtocolRefusals.WrongStage("vote", c.Vote, "carried", vote.Stage.ToString());
    }

    private static Refusal? NeedsDraft(Sitting s) => s.Session.Minutes == MinutesStage.Objections
        ? null
        : ProtocolRefusals.WrongStage("minutes", s.Session.Id, MinutesStage.Objections.ToString(), s.Session.Minutes.ToString());

    private static string Clause(Sitting s) => s.Rules.Rights.GetValueOrDefault("minutes")?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body);
}
