using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Tally;

namespace Mandate.Organisation.Votes;

/// <summary>An election from the opening of nominations to the order of the ballot paper.</summary>
internal static class Nominations
{
    public static Decision Open(State state, Act act, OpenNominations c)
    {
        if (VotesRules.NewId(state, c.Id) is { } id) return id;
        var rules = state.Statutes.At(act.At);
        if (!Places.Exists(rules, c.Place) || (c.Place.Unit is { } u && state.Roll.Unit(u) is null)) return OfficesRefusals.NoSuchPlace(c.Place);
        var clause = Seating.ClauseOf(rules, c.Place);
        if (ElectionRules.SelectOf(state, c.Place, act.At) is not Elect elect) return OfficesRefusals.OtherWay(clause, Appointments.Way(Seating.SelectOf(rules, c.Place)));
        if (Seating.VacancyOf(rules, c.Place)?.Fill == VacancyFill.LeaveEmpty && Vacancies.LeftEarly(state, c.Place, act.At) is { } empty) return OfficesRefusals.LeftEmpty(Seating.VacancyOf(rules, c.Place)!.Clause.Path, empty.Until);
        if (Where(state, act, c, elect, out var unit) is { } where) return where;
        if (For(state, rules, c) is { } session) return session;
        if (ElectionCount.MethodOf(elect) is not { } method) return VotesRefusals.MethodNotOffered(elect.Clause.Path, elect.Method.ToString());
        var ties = c.Ties is null ? $"previous,seed:{c.Id}" : c.Ties;
        if (TieRuleParser.Parse(ties, open: null, out var fault) is null) return VotesRefusals.TieRule(fault);
        if (Again(state, c) is { } again) return again;
        var seats = Mandates.Openings(state, c.Place, c.ForSession, act.At).Length;
        if (seats == 0) return OfficesRefusals.NoVacancy(clause, Seating.SeatsOf(state, rules, c.Place, c.ForSession, act.At), Mandates.NextOpening(state, c.Place, act.At));
        // Repeated ballots fill one seat at a time: a majority for each.
        if (Pseudonyms.Read(act.Blobs, c.Register, Electors.Nominators(state, c, act.At).Count, elect.Clause.Path, out _) is { } register) return register;
        var opened = new NominationsOpened(c.Id, c.Session, unit, c.Place, c.ForSession, elect.Repeat is null ? seats : 1, method, ties, elect.Clause.Path, 0, c.Replaces, c.Register);
        var probe = VotesEvolve.Unopened(c.Id, VoteKind.Paper, c.Session, unit, new Question("", null, null, method, elect.Clause.Path)) with { Place = c.Place };
        return Decision.Accept(elect.Clause.Path, opened with { Electorate = Electors.Count(state, probe, act.At) });
    }

    public static Decision Nominate(State state, Act act, Nominate c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Nominations) is { } stage) return stage;
        var clause = vote.Question.Clause;
        // Oneself by name, which is standing; for somebody else as one of the members, by the pseudonym of this matter.
        if (act.InNameOf is null && c.Person != act.By && !vote.Nominators.Contains(act.By)) return ProtocolRefusals.NotYours(clause, "members", act.By);
        if (vote.Tellers.Contains(c.Person, StringComparer.Ordinal)) return VotesRefusals.TellerIsCandidate(c.Person);
        if (Qualification.Of(state, c.Person, vote.Place!, act.At, vote.Id, vote.ForSession) is { } unfit) return unfit;
        if (c.ForUnit is { } unit && !UnitDecided(state, act, c, unit)) return VotesRefusals.UnitHasNotDecided(clause, unit, c.Person);
        var by = act.InNameOf ?? act.By;
        var stands = vote.Candidates.GetValueOrDefault(c.Person);
        if (stands is not null && (c.ForUnit is { } u ? stands.Units.Contains(u) : stands.Supporters.Contains(by))) return VotesRefusals.AlreadyStands(c.Person);
        return Decision.Accept(clause, new Nominated(c.Vote, c.Person, by, c.ForUnit));
    }

    public static Decision Accept(State state, Act act, AcceptNomination c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Nominations) is { } stage) return stage;
        if (vote.Candidates.GetValueOrDefault(act.By) is not { } stands) return VotesRefusals.NotNominated(act.By);
        if (stands is { Accepted: true, Withdrawn: false }) return VotesRefusals.AlreadyStands(act.By);
        return Qualification.Of(state, act.By, vote.Place!, act.At, vote.Id, vote.ForSession) is { } unfit ? unfit : Decision.Accept(vote.Question.Clause, new NominationAccepted(c.Vote, act.By));
    }

    public static Decision Withdraw(State state, Act act, WithdrawCandidacy c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Nominations) is { } stage) return stage;
        return vote.Candidates.GetValueOrDefault(act.By) is { Withdrawn: false }
            ? Decision.Accept(vote.Question.Clause, new CandidacyWithdrawn(c.Vote, act.By))
            : VotesRefusals.NotNominated(act.By);
    }

    public static Decision Close(State state, Act act, CloseNominations c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Nominations) is { } stage) return stage;
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        var checkedAll = vote.Candidates.Values.Select(n => (n.Person, Why: WhyNot(state, vote, n, act.At))).ToList();
        ImmutableArray<string> order = [.. checkedAll.Where(n => n.Why is null).Select(n => n.Person).OrderBy(p => Ticket(vote.Id, p), StringComparer.Ordinal)];
        if (order.IsEmpty) return checkedAll.Select(n => n.Why).FirstOrDefault(w => w is { Code: "votes.not-enough-support" }) ?? VotesRefusals.Nobody(vote.Question.Clause);
        ImmutableArray<NotStanding> others = [.. checkedAll.Where(n => n.Why is not null).Select(n => new NotStanding(n.Person, n.Why!.Code, n.Why.Clause))];
        return Decision.Accept(vote.Question.Clause, new NominationsClosed(c.Vote, order, others));
    }

    /// <summary>The order of the ballot paper: by SHA-256 of the id of the vote and the person, so that no name comes first by habit.</summary>
    private static string Ticket(string vote, string person) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{vote}\n{person}")));

    private static Refusal? WhyNot(State state, Vote vote, Candidacy candidacy, DateTimeOffset at)
    {
        if (!candidacy.Accepted || candidacy.Withdrawn) return VotesRefusals.NotNominated(candidacy.Person);
        if (Qualification.Of(state, candidacy.Person, vote.Place!, at, vote.Id, vote.ForSession) is { } unfit) return unfit;
        var rule = ElectionRules.NominateOf(state, vote.Place!, at);
        return rule is null || Supports(state, vote, candidacy, rule, at) ? null : VotesRefusals.NotEnoughSupport(rule, Words(rule), candidacy.Supporters.Count, candidacy.Units.Count);
    }

    private static bool Supports(State state, Vote vote, Candidacy candidacy, Rule rule, DateTimeOffset at) => rule switch
    {
        PetitionRule r => candidacy.Supporters.Count(p => Pseudonyms.IsOne(p) || p == candidacy.Person) >= Quantities.NeededOf(r.Signatures, state.Roll.CountOn(Calendar.Day(at), vote.Unit)),
        UnitsRule r => candidacy.Units.Count >= Quantities.NeededOf(r.Units, state.Roll.Units.Values.Count(u => candidacy.Units.IsEmpty || u.Kind == state.Roll.Unit(candidacy.Units[0])?.Kind)),
        BodyRule r => candidacy.Supporters.Contains(r.Body.Id),
        AllOf r => r.Rules.All(p => Supports(state, vote, candidacy, p, at)),
        AnyOf r => r.Rules.Any(p => Supports(state, vote, candidacy, p, at)),
        _ => false,
    };

    private static string Words(Rule rule) => rule switch
    {
        PetitionRule r => r.Signatures.Text,
        UnitsRule r => r.Units.Text,
        BodyRule r => r.Body.Id,
        AllOf r => string.Join(" + ", r.Rules.Select(Words)),
        AnyOf r => string.Join(" / ", r.Rules.Select(Words)),
        _ => rule.Clause.Path,
    };

    /// <summary>A carried vote of the unit's own body on that nomination (subject <c>nominate/VOTE/PERSON</c>).</summary>
    private static bool UnitDecided(State state, Act act, Nominate c, string unit) =>
        (act.InNameOf is { } name && name.EndsWith("@" + unit, StringComparison.Ordinal))
        || state.Votes.All.Values.Any(v => v.Question.Subject == $"nominate/{c.Vote}/{c.Person}" && v is { Stage: VoteStage.Result, Outcome.Carried: true }
            && v.Session is { } s && state.Sessions.Find(s)?.Unit == unit);

    /// <summary>By whom it is elected: a body in its session, or members outside one or in the assembly of their unit.</summary>
    private static Refusal? Where(State state, Act act, OpenNominations c, Elect elect, out string? unit)
    {
        unit = elect.Electorate is not null && elect.Within is not null ? c.Place.Unit : null;
        if (c.Session is null)
            return elect.Body is { } body ? VotesRefusals.NotThisBody(elect.Clause.Path, body.Id, "members") : Conduct.Outside(state, act, unit, elect.RunBy);
        if (state.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        if (elect.Body is { } electing && electing.Id != session.Body) return VotesRefusals.NotThisBody(elect.Clause.Path, electing.Id, session.Body);
        // One unit's meeting does not fill another unit's place: it is of the unit, of one that lies in it, or of one in which it lies.
        if (elect.Body is not null && session.Unit is { } meeting && c.Place.Unit is { } place && !state.Roll.LiesIn(place, meeting) && !state.Roll.LiesIn(meeting, place))
            return VotesRefusals.NotThisBody(elect.Clause.Path, $"{session.Body}@{place}", $"{session.Body}@{meeting}");
        if (elect.Body is null && (session.Unit != unit || state.Statutes.At(act.At).Bodies.GetValueOrDefault(session.Body)?.Of is null))
            return VotesRefusals.NotThisBody(elect.Clause.Path, unit ?? elect.Electorate?.Id ?? "members", session.Body);
        return Conduct.InSession(state, act, c.Session, mayBeConvened: true);
    }

    /// <summary>Delegates are elected for one session that has been convened and is not over.</summary>
    private static Refusal? For(State state, Constitution rules, OpenNominations c)
    {
        if (!Seating.ForOneSession(rules, c.Place)) return c.ForSession is null ? null : ProtocolRefusals.Malformed("forSession", "none: the place has a term", c.ForSession);
        if (c.ForSession is null || state.Sessions.Find(c.ForSession) is not { } session || session.Body != c.Place.Of) return ProtocolRefusals.Unknown("session", c.ForSession ?? "");
        return session.Stage is SessionStage.Closed or SessionStage.Cancelled ? VotesRefusals.SessionNotOpen(c.ForSession, session.Stage.ToString()) : null;
    }

    private static Refusal? Again(State state, OpenNominations c)
    {
        if (c.Replaces is { } replaced && (state.Votes.Find(replaced) is not { Stage: VoteStage.Stopped } old || old.Place != c.Place || old.ForSession != c.ForSession))
            return VotesRefusals.NothingToReplace(replaced, state.Votes.Find(replaced)?.Stage.ToString() ?? "");
        return state.Votes.All.Values.FirstOrDefault(v => v.Place == c.Place && v.ForSession == c.ForSession
            && (v.Stage is VoteStage.Nominations or VoteStage.Standing or VoteStage.Running or VoteStage.Counting || !v.Awaiting.IsEmpty)) is { } running
            ? VotesRefusals.AlreadyPut(running.Id) : null;
    }
}
