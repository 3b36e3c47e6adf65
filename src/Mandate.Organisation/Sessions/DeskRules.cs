using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Basis = Mandate.Organisation.Offices.Basis;

namespace Mandate.Organisation.Sessions;

/// <summary>The credentials desk: who may sit, who sits for whom, who is here.</summary>
internal static class DeskRules
{
    public static Decision Accredit(Sitting s, Accredit c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (NotTheDesk(s, out var clause) is { } notYours) return notYours;
        if (s.Session.Credentials.GetValueOrDefault(c.Person) is { } had && had.Tenure == c.Tenure) return ProtocolRefusals.Taken("credential", c.Person);
        if (CardRefusal(s, c.Card, c.Person) is { } card) return card;
        if (c.Tenure is null)
        {
            if (!BodyShape.IsAssembly(s.Body)) return ProtocolRefusals.Malformed("tenure", "the mandate it rests on", "");
            if (Entitlement.WhyNot(s.State, s.Session, c.Person, s.At) is { } not) return not;
            return Decision.Accept(clause, new Accredited(s.Session.Id, c.Person, null, s.State.Roll.Member(c.Person)!.Unit, null, c.Card));
        }
        if (!s.State.Offices.Tenures.TryGetValue(c.Tenure, out var tenure) || tenure.Person != c.Person) return ProtocolRefusals.Unknown("mandate", c.Tenure);
        if (Entitlement.TenureOf(s.State, s.Session, c.Person, s.At)?.Id != c.Tenure)
            return tenure.HeldAt(s.At) ? SessionsRefusals.NotOfBody(s.Body, s.Session, c.Person) : SessionsRefusals.MandateEnded(s.Body, tenure);
        return Decision.Accept(clause, new Accredited(s.Session.Id, c.Person, c.Tenure, tenure.Seat.Unit, null, c.Card));
    }

    /// <summary>
    /// A substitute takes the place of a delegate who is not here: in the order of the count, those before them recorded as not
    /// here. The delegate's mandate ends with that, and cannot come back for this session: one seat, one mandate.
    /// </summary>
    public static Decision Substitute(Sitting s, SeatSubstitute c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (NotTheDesk(s, out var clause) is { } notYours) return notYours;
        if (!s.State.Offices.Tenures.TryGetValue(c.Replaces, out var replaced) || replaced.Seat.Of != s.Body.Id || replaced.Session is { } of && of != s.Session.Id)
            return ProtocolRefusals.Unknown("mandate", c.Replaces);
        if (s.State.Offices.Tenures.ContainsKey(c.Tenure) || c.Tenure.Length == 0) return ProtocolRefusals.Taken("mandate", c.Tenure);
        var group = s.Body.Seats.GetValueOrDefault(replaced.Seat.Group ?? "");
        if (group?.Substitutes is { From: SubstitutesFrom.None } none) return SessionsRefusals.NoSubstitutes(none.Clause.Path, c.Person);
        if (s.Session.Present.Contains(replaced.Person) && replaced.HeldAt(s.At)) return SessionsRefusals.DelegateIsHere(s.Body, replaced);
        if (replaced.EndReason == "replaced") return SessionsRefusals.AlreadyReplaced(s.Body, replaced);
        if (CardRefusal(s, c.Card, c.Person) is { } card) return card;
        var inOrder = s.State.Offices.Substitutes.Where(x => x.Session == s.Session.Id && x.Seat == replaced.Seat).OrderBy(x => x.Order).ToList();
        if (inOrder.FirstOrDefault(x => x.Person == c.Person) is not { } substitute) return SessionsRefusals.NotASubstitute(s.Body, replaced, c.Person);
        if (s.State.Offices.Holds(c.Person, s.Body.Id, s.At)) return ProtocolRefusals.Taken("seat", c.Person);
        if (s.State.Roll.Member(c.Person) is not { InGoodStanding: true } member) return SessionsRefusals.NotInGoodStanding(s.Body, c.Person, s.State.Roll.Member(c.Person)?.Status ?? Roll.MemberStatus.Left);
        if (inOrder.FirstOrDefault(x => x.Order < substitute.Order && !PassedOver(s, c, x)) is { } first) return SessionsRefusals.NotFirstSubstitute(s.Body, first, c.Person);
        if (group?.Substitutes?.Max is { } max && s.Session.Credentials.Values.Count(x => x.Replaces is not null) >= max)
            return SessionsRefusals.TooManySubstitutes(group.Substitutes.Clause.Path, max);
        var began = new TenureBegan(c.Tenure, member.Id, replaced.Seat, s.At, replaced.Until, new Basis(BasisKind.Substitution, substitute.Vote), s.Session.Id);
        var accredited = new Accredited(s.Session.Id, c.Person, c.Tenure, replaced.Seat.Unit, c.Replaces, c.Card);
        var at = group?.Substitutes?.Clause.Path ?? clause;
        return replaced.HeldAt(s.At)
            ? Decision.Accept(at, new TenureEnded(c.Replaces, "replaced"), began, accredited)
            : Decision.Accept(at, began, accredited);
    }

    public static Decision Reject(Sitting s, RejectCredential c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (NotTheDesk(s, out var clause) is { } notYours) return notYours;
        if (Sitting.NeedsText("reason", c.Reason) is { } text) return text;
        if (s.State.Roll.Member(c.Person) is null) return ProtocolRefusals.Unknown("member", c.Person);
        if (s.Session.Rejections.Any(r => r.Person == c.Person && r.Upheld == false)) return SessionsRefusals.AppealGranted(clause, c.Person);
        return Decision.Accept(clause, new CredentialRejected(s.Session.Id, c.Person, c.Tenure, c.Reason));
    }

    public static Decision Appeal(Sitting s)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (s.Body.Credentials?.AppealTo is not { } to) return SessionsRefusals.NoCredentialAppeal(s.Body);
        var rejection = s.Session.Rejections.LastOrDefault(r => r.Person == s.By);
        if (rejection is null || s.Session.Credentials.ContainsKey(s.By)) return ProtocolRefusals.Unknown("rejection", s.By);
        return rejection.Appealed
            ? ProtocolRefusals.Taken("appeal", s.By)
            : Decision.Accept(to.Clause.Path, new CredentialAppealed(s.Session.Id, s.By));
    }

    /// <summary>
    /// Explain a gap between members and delegates: the desk, and from the hour of the opening whoever is accredited, because nobody keeps a congress from
    /// meeting by saying nothing (S013).
    /// </summary>
    public static Decision Explain(Sitting s, ExplainGap c)
    {
        if (s.Needs(SessionStage.Convened) is { } stage) return stage;
        var notYours = NotTheDesk(s, out var clause);
        if (notYours is not null && !(s.At >= s.Session.Opens && s.Session.Credentials.ContainsKey(s.By))) return notYours with { Earliest = notYours.Earliest ?? s.Session.Opens };
        if (DelegateGaps.Of(s.State, s.Session, s.At).FirstOrDefault(g => g.Motion == c.Motion) is not { } gap) return SessionsRefusals.NoGap(clause, c.Motion);
        if (s.Session.Explained.GetValueOrDefault(c.Motion)?.Of == gap) return ProtocolRefusals.Taken("explanation", c.Motion);
        return Sitting.NeedsText("explanation", c.Explanation) is { } text ? text : Decision.Accept(clause, new GapExplained(s.Session.Id, gap, c.Explanation));
    }

    /// <summary>Null when every gap between members and delegates is explained.</summary>
    internal static Refusal? GapWhyNot(Sitting s) => DelegateGaps.Unexplained(s.State, s.Session, s.At) is [var gap, ..]
        ? SessionsRefusals.GapUnexplained(s.Body.Credentials?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body), gap, s.Session, s.State.Motions.Find(gap.Motion)) : null;

    public static Decision Arrive(Sitting s, Arrive c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (c.Person != s.By && NotTheDesk(s, out _) is { } notYours) return notYours;
        if (s.Session.Present.Contains(c.Person)) return ProtocolRefusals.Taken("presence", c.Person);
        if (Connections.ModeWhyNot(s.Body, c.Remote) is { } mode) return mode;
        var refusal = Entitlement.HasVoice(s.State, s.Session, c.Person, s.At) ? null : Entitlement.WhyNot(s.State, s.Session, c.Person, s.At);
        return refusal is null ? Decision.Accept(SessionsRefusals.BodyClause(s.Body), new Arrived(s.Session.Id, c.Person, c.Remote)) : refusal;
    }

    public static Decision Depart(Sitting s, Depart c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (c.Person != s.By && NotTheDesk(s, out _) is { } notYours) return notYours;
        return s.Session.Present.Contains(c.Person)
            ? Decision.Accept(SessionsRefusals.BodyClause(s.Body), new Departed(s.Session.Id, c.Person))
            : ProtocolRefusals.Unknown("presence", c.Person);
    }

    public static Decision Lose(Sitting s, LoseConnection c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (c.Person != s.By && NotTheDesk(s, out _) is { } notYours) return notYours;
        if (!s.Session.Remote.Contains(c.Person)) return ProtocolRefusals.Unknown("presence", c.Person);
        return IsLost(s, c.Person)
            ? ProtocolRefusals.Taken("connection", c.Person)
            : Decision.Accept(s.Body.Presence?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body), new ConnectionLost(s.Session.Id, c.Person));
    }

    public static Decision Restore(Sitting s, RestoreConnection c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (c.Person != s.By && NotTheDesk(s, out _) is { } notYours) return notYours;
        return IsLost(s, c.Person)
            ? Decision.Accept(s.Body.Presence?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body), new ConnectionRestored(s.Session.Id, c.Person))
            : ProtocolRefusals.Unknown("connection", c.Person);
    }

    private static bool IsLost(Sitting s, string person) => s.Session.Losses.Any(l => l.Person == person && l.Restored is null);

    /// <summary>The desk is kept by whom the clause names; where it names nobody, by whoever presides or serves the convenor.</summary>
    private static Refusal? NotTheDesk(Sitting s, out string clause)
    {
        clause = s.Body.Credentials?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body);
        if (s.Body.Credentials?.Name is { } desk) return Convenors.Serves(s.State, s.Act, s.Rules, desk, s.Session.Unit);
        return s.Session.ChairPerson == s.By ? null : Convenors.ServesSession(s);
    }

    private static Refusal? CardRefusal(Sitting s, string? card, string person) =>
        card is not null && s.Session.Credentials.Values.Any(x => x.Card == card && x.Person != person) ? ProtocolRefusals.Taken("card", card) : null;

    private static bool PassedOver(Sitting s, SeatSubstitute c, Substitute x) =>
        !s.Session.Present.Contains(x.Person) && !c.NotHere.IsDefault && c.NotHere.Contains(x.Person, StringComparer.Ordinal)
        || s.State.Offices.Holds(x.Person, s.Body.Id, s.At)
        || s.State.Roll.Member(x.Person) is not { InGoodStanding: true };
}
