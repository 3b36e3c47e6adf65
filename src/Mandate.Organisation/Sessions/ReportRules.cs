using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

/// <summary>Who reports, by open nomination, choice of the body that reports and backing of a minority; and reports in writing.</summary>
internal static class ReportRules
{
    public static Decision Nominate(Sitting s, NominateRapporteur c)
    {
        if (OpenItem(s, c.Item, out var item) is { } not) return not;
        if (s.State.Roll.Member(c.Person) is not { InGoodStanding: true }) return ProtocolRefusals.Unknown("person", c.Person);
        if (s.Session.Nominations.Any(n => n.Item == item.Id && n.Person == c.Person)) return ProtocolRefusals.Taken("nomination", c.Person);
        return NoPart(s, item) is { } silent ? silent : Decision.Accept(Clause(s), new RapporteurNominated(s.Session.Id, item.Id, c.Person, s.By));
    }

    public static Decision Answer(Sitting s, AnswerRapporteur c)
    {
        if (OpenItem(s, c.Item, out var item) is { } not) return not;
        if (s.Session.Nominations.FirstOrDefault(n => n.Item == item.Id && n.Person == s.By) is not { } nomination) return ProtocolRefusals.Unknown("nomination", s.By);
        if (nomination.Accepts == c.Accepts) return ProtocolRefusals.Taken("answer", s.By);
        if (!c.Accepts && string.IsNullOrWhiteSpace(c.Reason)) return ProtocolRefusals.Malformed("reason", "why not", "");
        return c.Reason?.Length > 1000 ? ProtocolRefusals.Malformed("reason", "at most 1000 characters", c.Reason.Length)
            : Decision.Accept(Clause(s), new RapporteurAnswered(s.Session.Id, item.Id, s.By, c.Accepts, string.IsNullOrWhiteSpace(c.Reason) ? null : c.Reason));
    }

    public static Decision Choose(Sitting s, ChooseRapporteur c)
    {
        if (OpenItem(s, c.Item, out var item) is { } not) return not;
        if (Reports.BodyOf(item.Id) is not { } body || !s.Rules.Bodies.TryGetValue(body, out var owner)) return ProtocolRefusals.Malformed("item", "the report of a body", c.Item);
        if (s.Session.Nominations.FirstOrDefault(n => n.Item == item.Id && n.Person == c.Person) is not { Accepts: true }) return SessionsRefusals.NotNominated(Clause(s), c.Person);
        if (Authority.Decides(s.State, s.Act, new Ref(body, RefKind.Body) { Clause = owner.Clause }, $"bodies.{body}", s.Session.Unit) is { } notYours) return notYours;
        var until = Reports.ChosenBy(s.Session);
        return s.Act.Day > until ? SessionsRefusals.ChosenTooLate(Clause(s), until, s.Act.Day) : Decision.Accept($"bodies.{body}", new RapporteurChosen(s.Session.Id, item.Id, c.Person, body));
    }

    public static Decision Back(Sitting s, BackRapporteur c)
    {
        if (OpenItem(s, c.Item, out var item) is { } not) return not;
        if (s.Session.Nominations.FirstOrDefault(n => n.Item == item.Id && n.Person == c.Person) is not { } nomination) return SessionsRefusals.NotNominated(Clause(s), c.Person);
        // By name only in an office or mandate: an assembly of members has no list of who backs whom.
        if (!s.State.Offices.Holds(s.By, s.Body.Id, s.At, s.Session.Unit) && !(Reports.BodyOf(item.Id) is { } body && s.State.Offices.Holds(s.By, body, s.At, s.Session.Unit))) return ProtocolRefusals.NotYours(Clause(s), s.Body.Id, s.By);
        return nomination.Backers.Contains(s.By) ? ProtocolRefusals.Taken("signature", s.By) : Decision.Accept(Clause(s), new RapporteurBacked(s.Session.Id, item.Id, c.Person, s.By));
    }

    public static Decision File(Sitting s, FileReport c)
    {
        if (OpenItem(s, c.Item, out var item) is { } not) return not;
        if (c.Report.Length == 0) return ProtocolRefusals.Malformed("report", "a non-empty id", c.Report);
        if (Reports.Find(s.State, c.Report) is not null) return ProtocolRefusals.Taken("report", c.Report);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.Texts.IsEmpty) return ProtocolRefusals.Malformed("texts", "the text in one language at least", "");
        var body = Reports.BodyOf(item.Id);
        var named = s.Act.InNameOf is { } name && body is not null && name == Authority.NameOf(body, s.Session.Unit);
        if (!named && !Reports.Of(s.State, s.Session, item.Id, s.At).Has(s.By) && !(body is not null && s.State.Offices.Holds(s.By, body, s.At, s.Session.Unit))) return SessionsRefusals.NotRapporteur(item, s.By);
        foreach (var sha256 in c.Texts.Values)
            if (s.Act.Blobs.Read(sha256) is null) return ProtocolRefusals.BlobMissing(sha256);
        return Decision.Accept(Clause(s), new ReportFiled(s.Session.Id, c.Report, item.Id, s.By, named ? body : null, c.Title, c.Texts.WithComparers(StringComparer.Ordinal)));
    }

    private static Refusal? OpenItem(Sitting s, string id, out AgendaItem item)
    {
        item = null!;
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (s.Session.Item(id) is not { } found) return ProtocolRefusals.Unknown("item", id);
        item = found;
        if (found.Kind != ItemKind.Report) return ProtocolRefusals.Malformed("item", "a report", found.Kind.ToString());
        return found.Done ? ProtocolRefusals.WrongStage("item", id, "open", "done") : null;
    }

    /// <summary>Whoever sits in the body that reports, or has or will have a vote or a voice in the meeting; anybody offers themselves.</summary>
    private static Refusal? NoPart(Sitting s, AgendaItem item) =>
        s.Act.Command is NominateRapporteur own && own.Person == s.By ? null
        : Reports.BodyOf(item.Id) is { } body && s.State.Offices.Holds(s.By, body, s.At, s.Session.Unit) ? null
        : FloorQuestions.NoVoice(s);

    private static string Clause(Sitting s) => SessionsRefusals.BodyClause(s.Body);
}
