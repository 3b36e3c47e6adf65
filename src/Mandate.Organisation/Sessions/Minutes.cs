using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Sessions;

/// <summary>One sentence of the minutes: its wording in each language is the template <c>minutes.CODE</c> with these values.</summary>
/// <param name="About">What it links to: <c>session</c>, <c>vote</c>, <c>motion</c>, <c>speech</c>, <c>ruling</c>.</param>
public sealed record MinutesSentence(string Code, DateTimeOffset At, ImmutableSortedDictionary<string, object> Args, string About, string Id)
{
    public MinutesSentence With(string name, object? value) => value is null ? this : this with { Args = Args.SetItem(name, value) };
}

/// <summary>Minutes are written by the log: nobody words them, everybody can check them.</summary>
public static class Minutes
{
    /// <summary>Every code that a sentence can have: the catalogue of texts has <c>minutes.CODE</c> for each, in every language.</summary>
    public static ImmutableSortedSet<string> Codes { get; } = ImmutableSortedSet.Create(StringComparer.Ordinal,
        "accusation-answered", "accused", "adjourned", "answered", "approved", "asked", "contradicted", "interrupted", "stated-dissent", "stated-explanation", "stated-reservation", "unanswered", "cancelled", "closed", "connection-lost", "connection-restored", "convened", "credential-rejected", "doors-closed", "doors-opened", "hour-passed", "plenary", "report-missing", "silent", "elected", "motion-adopted", "motion-rejected",
        "objection", "objection-dismissed", "objection-upheld", "on-paper", "on-paper-irregular", "opened", "procedure-carried", "procedure-fallen", "procedure-not-carried", "remote", "resumed", "ruled", "ruling-appealed", "ruling-overturned", "ruling-upheld",
        "served", "slip-corrected", "speech-corrected", "spoke", "spoke-for-platform", "spoke-out-of-turn", "substitute", "uncontested", "vote-carried", "vote-challenged", "vote-not-carried", "vote-stopped", "weighed-vote-carried", "weighed-vote-not-carried");

    /// <summary>The sentences in order of time. Persons appear by id.</summary>
    public static ImmutableArray<MinutesSentence> Of(State state, Session session) =>
    [
        .. Frame(session)
            .Concat(Desk(session))
            .Concat(Floor(state, session))
            .Concat(OfProcedures(session))
            .Concat(Questions(session))
            .Concat(Parts(state, session))
            .Concat(state.Votes.All.Values.Where(v => v.Session == session.Id).SelectMany(v => OfVote(v)))
            .Concat(Decided(state, session))
            .OrderBy(s => s.At).ThenBy(s => Rank(s.Code)).ThenBy(s => s.Id, StringComparer.Ordinal),
        .. After(state, session),
    ];

    /// <summary>Null when the minutes of a session can be put to the vote: the time for objections is over and each is answered.</summary>
    public static Refusal? MayBeApproved(State state, Session session, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var clause = rules.Rights.GetValueOrDefault("minutes")?.Clause.Path ?? "";
        if (session.Minutes != MinutesStage.Objections) return ProtocolRefusals.WrongStage("minutes", session.Id, MinutesStage.Objections.ToString(), session.Minutes.ToString());
        if (session.Objections.Count(o => o.Answer is null) is > 0 and var open) return SessionsRefusals.ObjectionsOpen(clause, session, open);
        return DateOnly.FromDateTime(at.UtcDateTime) > session.ObjectionsUntil ? null : SessionsRefusals.ObjectionsRun(clause, session, at);
    }

    private static IEnumerable<MinutesSentence> Frame(Session s)
    {
        yield return New("convened", s.ConvenedAt, "session", s.Id).With("body", s.Body).With("by", s.ConvenedBy).With("opens", s.Opens).With("place", s.Place).With("unit", s.Unit);
        if (s.Stage == SessionStage.Cancelled) yield return New("cancelled", s.ClosedAt!.Value, "session", s.Id).With("reason", s.CancelReason);
        if (s.OpenedAt is { } opened)
        {
            if (s.Served is { } served)
                yield return New("served", opened, "session", s.Id).With("entitled", served.Entitled).With("inTime", served.InTime).With("posted", served.Posted).With("cured", served.Cured);
            if (s.AtOpening is { } quorum)
                yield return New("opened", opened, "session", s.Id).With("present", quorum.Present).With("needed", quorum.Needed).With("seats", quorum.Seats).With("clause", quorum.Clause);
        }
        if (s.OpenedAt is { } hybrid && s.Remote.Count > 0) yield return New("remote", hybrid, "session", s.Id).With("count", s.Comings.Where(c => c.Present && s.Remote.Contains(c.Person)).Select(c => c.Person).Distinct(StringComparer.Ordinal).Count());
        // Not whose connection it was: that is nobody's business but theirs and the desk's.
        foreach (var loss in s.Losses.Where(l => l.Lost >= s.OpenedAt))
        {
            yield return New("connection-lost", loss.Lost, "session", s.Id);
            if (loss.Restored is { } back) yield return New("connection-restored", back, "session", s.Id);
        }
        foreach (var adjournment in s.Adjournments)
        {
            yield return New("adjourned", adjournment.At, "session", s.Id).With("to", adjournment.To).With("reason", adjournment.Reason);
            if (adjournment.Resumed is { } resumed) yield return New("resumed", resumed, "session", s.Id);
        }
        if (s.Stage == SessionStage.Closed) yield return New("closed", s.ClosedAt!.Value, "session", s.Id).With("chair", s.ChairPerson);
    }

    private static IEnumerable<MinutesSentence> Desk(Session s)
    {
        foreach (var credential in s.Credentials.Values.Where(c => c.Replaces is not null))
            yield return New("substitute", credential.At, "session", s.Id).With("person", credential.Person).With("replaces", credential.Replaces).With("unit", credential.Unit);
        foreach (var rejection in s.Rejections)
            yield return New("credential-rejected", rejection.At, "session", s.Id).With("person", rejection.Person).With("reason", rejection.Reason);
    }

    private static IEnumerable<MinutesSentence> Floor(State state, Session s)
    {
        foreach (var speech in s.Speeches.Where(r => r.From is not null))
            yield return New(speech.Platform is not null ? "spoke-for-platform" : speech.OutOfTurn is null ? "spoke" : "spoke-out-of-turn", speech.From!.Value, "speech", speech.Id)
                .With("person", speech.Person).With("item", s.Item(speech.Item)?.Title ?? speech.Item).With("side", speech.Side).With("reason", speech.OutOfTurn)
                .With("platform", speech.Platform is { } tendency ? state.Tendencies.All[tendency].Name : null);
        foreach (var ruling in s.Rulings)
            yield return New(ruling.Appellant is null ? "ruled" : ruling.AppealVote is null ? "ruling-appealed" : ruling.Overturned ? "ruling-overturned" : "ruling-upheld", ruling.At, "ruling", ruling.Id)
                .With("chair", ruling.Chair).With("text", ruling.Text).With("clause", ruling.Clause).With("person", ruling.Appellant);
    }

    /// <summary>Questions in writing with their answers, claims beside what contradicts them, and interruptions, which give the time back.</summary>
    private static IEnumerable<MinutesSentence> Questions(Session s)
    {
        foreach (var q in s.Questions)
        {
            yield return New("asked", q.At, "session", s.Id).With("number", q.Number).With("person", q.Person).With("item", s.Item(q.Item)?.Title ?? q.Item).With("text", q.Text);
            if (q.Answer is { } answer) yield return New("answered", q.AnsweredAt!.Value, "session", s.Id).With("number", q.Number).With("person", q.AnsweredBy).With("text", answer);
            else if (q.Left) yield return New("unanswered", q.At, "session", s.Id).With("number", q.Number);
        }
        foreach (var c in s.Contradictions)
            yield return New("contradicted", c.At, "speech", c.Speech).With("person", c.Person).With("speaker", s.Speeches.First(r => r.Id == c.Speech).Person).With("text", c.Text);
        foreach (var i in s.Interruptions)
            yield return New("interrupted", i.At, "speech", i.Speech).With("person", s.Speeches.First(r => r.Id == i.Speech).Person).With("seconds", (long)((i.To ?? i.At) - i.At).TotalSeconds);
    }

    /// <summary>Closed doors, accusations with their answers, what was treated in plenary or passed its hour, silence before a vote, accounts that were not given.</summary>
    private static IEnumerable<MinutesSentence> Parts(State state, Session s)
    {
        string Title(string item) => s.Item(item)?.Title ?? item;
        foreach (var part in s.ClosedParts)
        {
            yield return New("doors-closed", part.From, "session", s.Id).With("ground", part.Ground).With("reason", part.Reason).With("until", part.Until);
            if (part.To is { } opened) yield return New("doors-opened", opened, "session", s.Id);
        }
        foreach (var accusation in s.Accusations)
        {
            yield return New("accused", accusation.At, "session", s.Id).With("person", accusation.Person).With("item", Title(accusation.Item));
            if (accusation.AnsweredAt is { } answered) yield return New("accusation-answered", answered, "session", s.Id).With("person", accusation.Person);
        }
        var ended = s.ClosedAt ?? state.At;
        foreach (var hour in s.Hours.Where(h => SittingParts.IsOver(state, s, h, ended))) yield return New("hour-passed", hour.Hour, "session", s.Id).With("item", Title(hour.Item)).With("otherwise", hour.Otherwise);
        foreach (var plenary in s.Plenary.Where(p => p.Met)) yield return New("plenary", s.OpenedAt ?? s.ConvenedAt, "session", s.Id).With("item", Title(plenary.Item)).With("count", plenary.By.Count);
        foreach (var (item, side) in s.Silences.OrderBy(x => x.Item, StringComparer.Ordinal).ThenBy(x => x.Side, StringComparer.Ordinal)) yield return New("silent", s.ClosedAt ?? s.OpenedAt ?? s.ConvenedAt, "session", s.Id).With("item", Title(item)).With("side", side);
        foreach (var missing in s.Agenda.Where(i => Reports.Missing(state, s, i))) yield return New("report-missing", ended, "session", s.Id).With("body", Reports.BodyOf(missing.Id));
    }

    /// <summary>A procedural motion is one sentence: its vote, where there was one, has its own with the figures.</summary>
    private static IEnumerable<MinutesSentence> OfProcedures(Session s) => s.Procedures.Where(p => !p.IsOpen).Select(p =>
        New(p.Stage switch { ProcedureStage.Carried => "procedure-carried", ProcedureStage.Lost => "procedure-not-carried", _ => "procedure-fallen" }, p.DecidedAt ?? p.At, p.Vote is null ? "session" : "vote", p.Vote ?? s.Id)
            .With("person", p.Mover).With("motion", p.Kind).With("seconds", p.Seconds.Count).With("clause", p.Clause));

    private static IEnumerable<MinutesSentence> OfVote(Vote v)
    {
        if (v.Stage == VoteStage.Stopped)
        {
            yield return New("vote-stopped", v.PutAt, "vote", v.Id).With("text", v.Question.Text).With("reason", v.StopReason);
            yield break;
        }
        if (v.Outcome is not { } o) yield break;
        if (v.Kind == VoteKind.OnPaperAfterFailure)
            yield return New(v.Irregularity is null ? "on-paper" : "on-paper-irregular", v.ClosedAt ?? o.At, "vote", v.Id).With("text", v.Question.Text).With("clause", v.IrregularityClause ?? v.Question.Clause);
        foreach (var slip in v.Slips.Where(s => s.Chair is not null))
            yield return New("slip-corrected", o.At, "vote", v.Id).With("text", v.Question.Text).With("reason", slip.Reason).With("teller", slip.Teller).With("chair", slip.Chair);
        if (v.IsElection)
            yield return New("elected", o.At, "vote", v.Id).With("place", v.Place!.Group is null ? v.Place.Of : $"{v.Place.Of}/{v.Place.Group}").With("elected", string.Join(", ", o.Elected)).With("seats", v.Seats);
        else if (v.Kind == VoteKind.Uncontested)
            yield return New("uncontested", o.At, "vote", v.Id).With("text", v.Question.Text).With("present", o.Present);
        else
            yield return New((o.Votes is null ? "" : "weighed-") + (o.Carried ? "vote-carried" : "vote-not-carried"), o.At, "vote", v.Id)
                .With("text", v.Question.Text).With("yes", o.Figures.Yes).With("no", o.Figures.No).With("abstain", o.Figures.Abstain)
                .With("needed", o.Needed).With("base", o.Base).With("rule", v.Question.Rule).With("clause", v.Question.Clause).With("present", o.Present).With("quorum", o.QuorumNeeded ?? 0).With("votes", o.Votes);
        foreach (var statement in v.Statements)
            yield return New("stated-" + statement.Kind switch { StatementKind.Dissent => "dissent", StatementKind.Reservation => "reservation", _ => "explanation" }, o.At, "vote", v.Id).With("person", statement.Person).With("text", statement.Text);
        if (v.Challenge is { } challenge) yield return New("vote-challenged", o.At, "vote", v.Id).With("text", v.Question.Text).With("reason", challenge);
    }

    private static IEnumerable<MinutesSentence> Decided(State state, Session session)
    {
        foreach (var motion in state.Motions.All.Values)
            if (motion.Vote is { } id && state.Votes.Find(id) is { Outcome: { } outcome } vote && vote.Session == session.Id && motion.Stage is MotionStage.Adopted or MotionStage.Rejected)
                yield return New(motion.Stage == MotionStage.Adopted ? "motion-adopted" : "motion-rejected", outcome.At, "motion", motion.Id)
                    .With("title", motion.Title).With("number", motion.Number).With("mover", motion.MovedFor ?? motion.Mover).With("version", motion.Current.Number);
    }

    private static IEnumerable<MinutesSentence> After(State state, Session s)
    {
        foreach (var correction in s.Corrections.OrderBy(c => c.At))
            yield return New("speech-corrected", correction.At, "speech", correction.Speech).With("person", correction.Person).With("text", correction.Text);
        foreach (var objection in s.Objections.OrderBy(o => o.At))
            yield return New(objection.Upheld switch { true => "objection-upheld", false => "objection-dismissed", _ => "objection" }, objection.At, "session", s.Id)
                .With("person", objection.Person).With("text", objection.Text).With("answer", objection.Answer);
        if (s.MinutesVote is { } vote) yield return New("approved", state.Votes.Find(vote)?.Outcome?.At ?? s.MinutesPublishedAt!.Value, "vote", vote);
    }

    /// <summary>Within one entry: service, then opening; a result, then what it decides; the closing last.</summary>
    private static int Rank(string code) => code switch
    {
        "served" or "on-paper" or "on-paper-irregular" or "slip-corrected" => 0,
        "motion-adopted" or "motion-rejected" or "procedure-carried" or "procedure-not-carried" => 2,
        "closed" => 3,
        _ => 1,
    };

    private static MinutesSentence New(string code, DateTimeOffset at, string about, string id) => Codes.Contains(code)
        ? new(code, at, ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal), about, id)
        : throw new InvalidOperationException($"No minutes sentence {code}.");
}
