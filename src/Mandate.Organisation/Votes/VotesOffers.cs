using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>The acts on votes and elections that a page can offer to one person, each put to the rules.</summary>
public static class VotesOffers
{
    private const int AmendmentsAhead = 3;

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null) =>
        OfChair(state, person, at, names).Concat(OfRecalls(state, person, at, names)).Concat(OfCallUps(state, person, at, names)).Concat(state.Votes.All.Values
            .Where(v => v.ReplacedBy is null)
            .OrderBy(v => v.Id, StringComparer.Ordinal)
            .SelectMany(v => Commands(state, v, person, names, at).Select(c => Offer.Of(state, person, at, v.Id, c, names))));

    /// <summary>The acts on one vote.</summary>
    public static IEnumerable<Offer> On(State state, Vote vote, string person, DateTimeOffset at, Naming? names = null) =>
        Commands(state, vote, person, names, at).Select(c => Offer.Of(state, person, at, vote.Id, c, names));

    private static IEnumerable<Offer> OfChair(State state, string person, DateTimeOffset at, Naming? names)
    {
        foreach (var s in state.Sessions.All.Values.Where(s => s.ChairPerson == person).OrderBy(s => s.Id, StringComparer.Ordinal))
            foreach (var offer in InSession(state, s, person, at, names))
                yield return offer;
    }

    /// <summary>
    /// What whoever presides can put next: first what the floor must decide at once (rulings and credentials appealed, urgency),
    /// then the running item, then votes that were stopped or challenged; last, what the hall decided on sheets.
    /// </summary>
    public static IEnumerable<Offer> InSession(State state, Session s, string person, DateTimeOffset at, Naming? names = null)
    {
        if (s.Stage == SessionStage.Open)
            foreach (var (subject, text) in Waiting(state, s))
                yield return Put(state, s, subject, text, person, at, names);
        if (s.Stage == SessionStage.Open && s.Agenda.FirstOrDefault(i => i.Id == s.RunningItem) is { } item)
        {
            if (item is { Kind: ItemKind.Election, Reference: { } place })
            {
                // The agenda names a place as BODY/GROUP or OFFICE.
                var parts = place.Split('/', 2);
                yield return Offer.Of(state, person, at, s.Id, new OpenNominations("offer", s.Id, new Seat(parts[0], parts.Length > 1 ? parts[1] : null, s.Unit), null), names);
            }
            else
            {
                if (item.Reference is { } id && state.Motions.Find(id) is { } motion)
                    foreach (var command in OfAmendments(state, s, motion)) yield return Offer.Of(state, person, at, motion.Id, command, names);
                yield return Put(state, s, item.Reference ?? item.Id, item.Title, person, at, names);
            }
        }
        foreach (var v in state.Votes.All.Values.Where(v => v.Session == s.Id && v is { ReplacedBy: null, Stage: VoteStage.Stopped or VoteStage.Challenged }).OrderBy(v => v.PutAt).ThenBy(v => v.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, v.Id, Again(state, v), names);
        if (s.Stage is SessionStage.Open or SessionStage.Closed && s.Minutes != MinutesStage.Approved && OnSheets(state, s, at) is { } sheets) yield return Offer.Of(state, person, at, s.Id, sheets);
    }

    /// <summary>Amendments are decided before what they amend, as many at once as a desk can show; one that the text has moved on under is carried over first, or falls.</summary>
    private static IEnumerable<Command> OfAmendments(State state, Session s, Motion motion)
    {
        bool Undecided(string subject) => !state.Votes.All.Values.Any(v => v.Question.Subject == subject && v.ReplacedBy is null);
        foreach (var bloc in motion.Blocs.Where(b => b.Stage == MotionStage.Filed && Undecided(b.Id)))
            yield return new PutQuestion("offer", VoteKind.Uncontested, s.Id, null, bloc.Id, bloc.Version, motion.Title, ReadOut: true);
        // What amends an amendment goes before it; what a list takes in, or can, does not come up by itself.
        var listed = (motion.Blocs.FirstOrDefault(b => b.Stage == MotionStage.Filed)?.Items ?? BlocRules.Items(motion)).Select(i => i.Amendment).ToHashSet(StringComparer.Ordinal);
        foreach (var amendment in motion.Amendments.Where(a => a.IsOpen && !listed.Contains(a.Id) && !motion.OpenTo(a).Any() && Undecided(a.Id)).Take(AmendmentsAhead))
        {
            if (!motion.IsOutdated(amendment)) yield return new PutQuestion("offer", VoteKind.RollCall, s.Id, null, amendment.Id, amendment.Text.Number, motion.Title);
            else
            {
                var of = FittingRules.Sources(motion, amendment);
                yield return new FitAmendment(amendment.Id, amendment.Text.Texts, of);
                yield return new DropAmendment(amendment.Id, of);
            }
        }
    }

    /// <summary>Rulings and refused credentials that somebody has appealed, and motions that ask to be let in.</summary>
    private static IEnumerable<(string Subject, string Text)> Waiting(State state, Session s)
    {
        bool Undecided(string subject) => !state.Votes.All.Values.Any(v => v.Question.Subject == subject && v.Session == s.Id && v.ReplacedBy is null);
        foreach (var ruling in s.Rulings.Where(r => r is { Appellant: not null, AppealVote: null } && Undecided(r.Id))) yield return (ruling.Id, ruling.Text);
        if (Debates.Pending(state, s, state.At) is { } pending && Undecided(pending.Id)) yield return (pending.Id, pending.Kind);
        foreach (var refused in s.Rejections.Where(r => r is { Appealed: true, Upheld: null }))
            if (Consequences.CredentialSubject(s.Id, refused.Person) is var subject && Undecided(subject)) yield return (subject, refused.Reason);
        foreach (var motion in state.Motions.Before(s.Id).Where(m => m.Urgent && m.Stage is MotionStage.Filed or MotionStage.Gathering))
            if (Consequences.Urgency + motion.Id is var subject && motion.Urgent && Undecided(subject)) yield return (subject, motion.Title);
    }

    /// <summary>An open vote, as those present give it on what they have in their hands; where the rules want it otherwise, paper always is lawful.</summary>
    private static Offer Put(State state, Session s, string subject, string text, string person, DateTimeOffset at, Naming? names)
    {
        var open = Taken(VoteKind.Open);
        return open.WhyNot is null ? open : Taken(VoteKind.Paper);

        Offer Taken(VoteKind kind) => Offer.Of(state, person, at, subject, new PutQuestion("offer", kind, s.Id, null, subject, VersionOf(state, subject), text, ReadOut: true), names);
    }

    private static int? VersionOf(State state, string subject) => state.Motions.Find(subject)?.Current.Number ?? (state.Motions.FindAmendment(subject) is var (_, amendment) ? amendment.Text.Number : state.Motions.FindBloc(subject) is var (_, bloc) ? bloc.Version : null);

    /// <summary>The same question or election as a new vote that names the one it is held again for.</summary>
    private static Command Again(State state, Vote v) => v.IsElection
        ? new OpenNominations("offer", v.Session, v.Place!, v.ForSession, v.Ties, v.Id)
        : new PutQuestion("offer", v.Kind, v.Session, v.Unit, v.Question.Subject!, VersionOf(state, v.Question.Subject!) ?? v.Question.TextVersion, v.Question.Text, v.Id, ReadOut: true);

    /// <summary>The running item, else the next motion: what the hall may have decided on paper while the system was down.</summary>
    private static RecordPaperDecision? OnSheets(State state, Session s, DateTimeOffset at)
    {
        var item = s.Agenda.FirstOrDefault(i => i.Id == s.RunningItem && i.Kind != ItemKind.Election) ?? s.Agenda.FirstOrDefault(i => i is { Done: false, Kind: ItemKind.Motion });
        if (item is null || TellersFor(state, s, [], at) is not { IsEmpty: false } tellers) return null;
        var subject = item.Reference ?? item.Id;
        return new("offer", s.Id, subject, VersionOf(state, subject), item.Title, s.ClosedAt ?? at, new(0, 0, 0), s.Present.Count, false, tellers, null);
    }

    /// <summary>Two who are here and do not stand, to ask the rules with; the page lets the chair choose.</summary>
    private static ImmutableArray<string> TellersFor(State state, Session? s, ICollection<string> candidates, DateTimeOffset at) =>
        [.. (s is null ? state.Roll.Members.Keys.Order(StringComparer.Ordinal) : Entitlement.Present(state, s, at)).Where(p => !candidates.Contains(p)).Take(2)];

    /// <summary>A recall that enough have signed is put to those who elected: to whoever conducts it, it waits.</summary>
    private static IEnumerable<Offer> OfRecalls(State state, string person, DateTimeOffset at, Naming? names) => state.Offices.Recalls.Values
        .Where(r => r.Enough && state.Offices.Tenures[r.Tenure].HeldAt(at) && !state.Votes.All.Values.Any(v => v.Question.Subject == r.Id)).OrderBy(r => r.Id, StringComparer.Ordinal)
        .Select(r => Offer.Of(state, person, at, r.Id, new PutQuestion("offer", VoteKind.Paper, null, Recalls.Of(state.Statutes.At(at), state.Offices.Tenures[r.Tenure])?.Unit, r.Id, null, "?"), names))
        .Where(o => o.WhyNot is null);

    /// <summary>A decision that a petition has called up is put to all members.</summary>
    private static IEnumerable<Offer> OfCallUps(State state, string person, DateTimeOffset at, Naming? names) => state.Motions.All.Values
        .Where(m => m is { Stage: MotionStage.Adopted, Reopened.AwaitsMembers: true } && !state.Votes.All.Values.Any(v => v.Question.Subject == m.Id && v is { Session: null, Unit: null, ReplacedBy: null })).OrderBy(m => m.Id, StringComparer.Ordinal)
        .Select(m => Offer.Of(state, person, at, m.Id, new PutQuestion("offer", VoteKind.Paper, null, null, m.Id, m.Current.Number, "?", ReadOut: true), names))
        .Where(o => o.WhyNot is null);

    private static IEnumerable<Command> Commands(State state, Vote v, string person, Naming? names, DateTimeOffset at)
    {
        if (v.ReplacedBy is not null) yield break;
        var conducts = Conduct.Of(state, new Act("", at, person, new CloseVote(v.Id)), v) is null;
        var tells = v.Tellers.Contains(person, StringComparer.Ordinal);
        if (v.Stage is VoteStage.Stopped or VoteStage.Challenged)
        {
            if (conducts) yield return Again(state, v);
            yield break;
        }
        if (conducts && NeedsTellers(v)) yield return new NameTellers(v.Id, TellersFor(state, v.Session is null ? null : state.Sessions.Find(v.Session), [.. v.Candidates.Keys], at));
        if ((conducts || tells) && v is { Stage: VoteStage.Running, Kind: VoteKind.Paper } && WithoutPaper(state, v, names, at) is { } next) yield return new IssuePapers(v.Id, [next]);
        if (!v.Awaiting.IsEmpty && ElectionRules.SelectOf(state, v.Place!, at) is Constitutions.Elect { Confirm.By.Id: var by } && state.Offices.Holds(person, by, at))
            foreach (var waiting in v.Awaiting) yield return new ConfirmElected(v.Id, waiting, true);
        foreach (var command in SecretOffers.On(state, v, person, at)) yield return command;
        foreach (var command in v.IsElection ? OfElection(v, person, conducts, tells) : OfQuestion(v, person, conducts, tells, ProxiesOf(state, v, person, at))) yield return command;
        if (v.IsElection && v.Outcome is null && v.Candidates.GetValueOrDefault(person) is { Withdrawn: false })
            foreach (var open in v.Asked.Where(q => (q.To is null || q.To == person) && !q.Answers.ContainsKey(person))) yield return new AnswerAsCandidate(v.Id, open.Id, "-");
        if (v.IsElection && v.Stage is VoteStage.Nominations or VoteStage.Standing && names?.Invoke(person, Pseudonyms.Nominations(v.Id)) is { } asker && v.Nominators.Contains(asker)) yield return new AskCandidates(v.Id, "offer", "-");
        if (conducts && v.Stage != VoteStage.Result) yield return new StopVote(v.Id, "?");
    }

    private static IReadOnlyList<Proxy> ProxiesOf(State state, Vote v, string person, DateTimeOffset at) =>
        v is { Session: { } id, Kind: VoteKind.Open or VoteKind.RollCall } && state.Sessions.Find(id) is { } session ? [.. ProxyRules.Valid(state, session, at).Where(p => p.Holder == person)] : [];

    /// <summary>Fewer than it needs; or, in a vote by name, none to report a slip.</summary>
    private static bool NeedsTellers(Vote v) => v.Stage switch
    {
        VoteStage.ReadBack or VoteStage.Standing => v.Tellers.Length < Questions.TellersNeeded(v.Kind),
        VoteStage.Result => v.Kind is VoteKind.Open or VoteKind.RollCall && v.Tellers.IsEmpty,
        _ => false,
    };

    /// <summary>Somebody entitled who has no paper yet; those at the front of the hall's list.</summary>
    private static string? WithoutPaper(State state, Vote v, Naming? names, DateTimeOffset at)
    {
        var from = v.Session is { } id && state.Sessions.Find(id) is { Present.IsEmpty: false } s ? s.Present.AsEnumerable() : state.Roll.Within(v.Unit).Select(m => m.Id);
        if (v.Register is { } register) return from.FirstOrDefault(p => names?.Invoke(p, Pseudonyms.Vote(v.Id)) is { } name && register.Contains(name) && !v.TookPart.Contains(name));
        return from.FirstOrDefault(p => !v.TookPart.Contains(p) && Electors.WhyNot(state, v, p, at) is null);
    }

    private static IEnumerable<Command> OfElection(Vote v, string person, bool conducts, bool tells)
    {
        switch (v.Stage)
        {
            case VoteStage.Nominations:
                if (v.Candidates.GetValueOrDefault(person) is { } stands) yield return stands is { Accepted: true, Withdrawn: false } ? new WithdrawCandidacy(v.Id) : new AcceptNomination(v.Id);
                else yield return new Nominate(v.Id, person);
                if (conducts) yield return new CloseNominations(v.Id);
                break;
            case VoteStage.Standing when conducts:
                yield return new OpenVote(v.Id);
                break;
            case VoteStage.Running when conducts && v.Box is null:
                yield return new CloseVote(v.Id);
                break;
            case VoteStage.Counting when v.Box is null:
                if (tells) yield return new EnterPapers(v.Id, "", new Reconciliation(Telling.PapersGiven(v), 0, 0, 0, Telling.PapersGiven(v)));
                if (conducts || tells) yield return new PublishElection(v.Id, v.LastEntries.FirstOrDefault()?.Ballots ?? "");
                break;
        }
    }

    private static IEnumerable<Command> OfQuestion(Vote v, string person, bool conducts, bool tells, IReadOnlyList<Proxy> proxies)
    {
        switch (v.Stage)
        {
            case VoteStage.ReadBack:
                if (v.Kind == VoteKind.Uncontested) yield return new DemandCount(v.Id);
                if (conducts) yield return v.Kind == VoteKind.Uncontested ? new DeclareResult(v.Id) : new OpenVote(v.Id);
                break;
            case VoteStage.Running:
                if (v.Kind is VoteKind.Open or VoteKind.RollCall) yield return new CastVote(v.Id, Another(v, person), true);
                if (v.Shares is { Cast: Constitutions.CastAs.Split } shares && shares.Of(person) > 1) yield return new CastSplit(v.Id, new(shares.Of(person) - 1, 1, 0), true);
                if (proxies.Count > 0) yield return new CastAll(v.Id, Another(v, person), true);
                foreach (var proxy in proxies) yield return new CastFor(v.Id, proxy.Giver, Another(v, proxy.Giver), true);
                if (conducts && v.Box is null) yield return new CloseVote(v.Id);
                break;
            case VoteStage.Closed or VoteStage.Counting when v.Box is null:
                if (tells) yield return new EnterFigures(v.Id, new Figures(0, 0, 0), v.Kind == VoteKind.Paper ? new Reconciliation(Telling.PapersGiven(v), 0, 0, 0, Telling.PapersGiven(v)) : null);
                if (conducts) yield return new DeclareResult(v.Id);
                break;
            case VoteStage.Result:
                yield return new ChallengeResult(v.Id, "?");
                if (tells) yield return v.Kind is VoteKind.Open or VoteKind.RollCall
                    ? new ReportSlip(v.Id, "offer", v.Casts.Keys.FirstOrDefault() ?? person, Choice.Abstain, null, "?")
                    : new ReportSlip(v.Id, "offer", null, null, v.Outcome!.Figures, "?");
                foreach (var slip in v.Slips.Where(s => s.Chair is null && conducts)) yield return new SignSlip(v.Id, slip.Id);
                break;
        }
    }

    /// <summary>A choice other than the one that stands: the page lets the person choose.</summary>
    private static Choice Another(Vote v, string person) => v.Casts.TryGetValue(person, out var now) && now == Choice.Yes ? Choice.No : Choice.Yes;
}
