using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>A vote on a question from being read back to being closed.</summary>
internal static class Questions
{
    public static Decision Put(State state, Act act, PutQuestion c)
    {
        if (VotesRules.NewId(state, c.Id) is { } id) return id;
        if (string.IsNullOrWhiteSpace(c.Text)) return ProtocolRefusals.Malformed("text", "the question in words", c.Text);
        if (c.Kind is VoteKind.OnPaperAfterFailure or VoteKind.Secret) return ProtocolRefusals.Malformed("kind", "hands, open, rollCall, paper or uncontested", c.Kind.ToString());
        var session = c.Session is null ? null : state.Sessions.Find(c.Session);
        if (Place(state, act, c, session) is { } place) return place;
        if (Again(state, c) is { } again) return again;
        if (Matter.Find(state, c.Subject, session, c.Unit, act.At, out var matter, Challenged(state, c.Replaces)) is { } not) return not;
        if (session is not null && FloorQuestions.MayBePut(session, c.Subject) is { } asked) return asked;
        if (session?.Item(c.Subject) is { } item && Reports.NotHeard(state, session, item, act.At) is { Code: "sessions.second-first" } unheard) return unheard;
        if (session is not null && c.Replaces is null && Debates.MayBePut(state, session, c.Subject, act.At) is { } debate) return debate;
        if (session is not null && Debates.Ballot(session, c.Subject, DebateEffect.SecretVote) is { } secret) matter = matter with { Secret = matter.Secret ?? secret.Clause };
        if (c.Replaces is { } stopped && state.Votes.Find(stopped)?.Question.Secret is { } demanded) matter = matter with { Secret = matter.Secret ?? demanded };
        if (matter.TextVersion is { } version && c.TextVersion != version) return VotesRefusals.TextMoved(c.Subject, version, c.TextVersion ?? 0);
        if (c.Replaces is null && state.Motions.Find(c.Subject) is { } moved && SameMatter.WhyNot(state, moved, act.Day, act.Blobs.Text, matter.Clause) is { } unsaid) return unsaid;
        if (Kind(state, c, session, matter, act) is { } kind) return kind;
        var probe = Probe(c, matter);
        var electorate = Electors.Count(state, probe, act.At);
        if (Electors.OfQuestion(state, c, act.At) is { } entitled && Pseudonyms.Read(act.Blobs, c.Register, entitled.Count, matter.Clause, out _) is { } register) return register;
        return Decision.Accept(matter.Clause, new QuestionPut(c.Id, c.Kind, c.Session, c.Unit, Read(state, c, matter, session, electorate, act.At), electorate, c.Replaces, c.Register));
    }

    /// <summary>The question as it is read back.</summary>
    public static Question Read(State state, PutQuestion c, Matter matter, Session? session, int electorate, DateTimeOffset at)
    {
        var quorum = Deciding.Quorum(state, matter, session, electorate, at);
        return new Question(c.Text, c.Subject, c.TextVersion, matter.Majority, matter.Clause, quorum?.Text, quorum?.Clause, quorum?.Needed, matter.Secret);
    }

    public static Decision Open(State state, Act act, OpenVote c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.ReadBack, VoteStage.Standing) is { } stage) return stage;
        if (vote.IsElection && vote.Session is { } held && state.Sessions.Find(held) is { Stage: not SessionStage.Open } closed) return VotesRefusals.SessionNotOpen(held, closed.Stage.ToString());
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (vote.IsElection && vote.CandidateOrder.IsEmpty) return VotesRefusals.Nobody(vote.Question.Clause);
        var tellers = TellersNeeded(vote.Kind);
        if (vote.Tellers.Length < tellers) return VotesRefusals.TellersMissing(tellers, vote.Tellers.Length);
        if (SecretRules.NotReady(state, vote, act.At) is { } notReady) return notReady;
        if (!vote.IsElection && Changed(state, act, vote) is { } changed) return changed;
        if (Electors.OfElection(state, c, act.At) is { } entitled && Pseudonyms.Read(act.Blobs, c.Register, entitled.Count, vote.Question.Clause, out _) is { } register) return register;
        return Decision.Accept(vote.Question.Clause, new VoteOpened(c.Vote, Electors.Count(state, vote with { OpenedAt = act.At, Register = vote.IsElection ? null : vote.Register }, act.At), c.Register, Carrying.In(state, vote, act.At)));
    }

    public static Decision Cast(State state, Act act, CastVote c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Running) is { } stage) return stage;
        if (vote.Kind is not (VoteKind.Open or VoteKind.RollCall)) return VotesRefusals.NotByName(vote.Kind);
        if (Electors.WhyNot(state, vote, act.By, act.At) is { } why) return why;
        if (Statements.Withdrawn(state, vote, act.By, c.Choice) is { } withdrawn) return withdrawn;
        if (Stands(vote, act.By, c.Choice)) return ProtocolRefusals.Taken("choice", c.Choice.ToString());
        return Decision.Accept(vote.Question.Clause, new VoteCast(c.Vote, act.By, c.Choice));
    }

    public static Decision CastSplit(State state, Act act, CastSplit c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Running) is { } stage) return stage;
        if (vote.Kind is not (VoteKind.Open or VoteKind.RollCall)) return VotesRefusals.NotByName(vote.Kind);
        if (Electors.WhyNot(state, vote, act.By, act.At) is { } why) return why;
        var clause = state.Statutes.At(act.At).Bodies.GetValueOrDefault(state.Sessions.Find(vote.Session!)!.Body)?.Votes?.Clause.Path ?? vote.Question.Clause;
        if (vote.Shares is not { Cast: CastAs.Split } shares) return VotesRefusals.NotSplit(clause);
        var f = c.Figures;
        if (f.Yes < 0 || f.No < 0 || f.Abstain < 0) return ProtocolRefusals.Malformed("figures", "whole numbers from 0", $"{f.Yes}, {f.No}, {f.Abstain}");
        if ((long)f.Yes + f.No + f.Abstain is var sum && sum != shares.Of(act.By)) return VotesRefusals.SplitDoesNotSum(clause, shares.Of(act.By), sum);
        return vote.Splits.GetValueOrDefault(act.By) == f ? ProtocolRefusals.Taken("choice", act.By) : Decision.Accept(vote.Question.Clause, new VoteSplit(c.Vote, act.By, f));
    }

    /// <summary>One's own vote and those of all proxies whose givers are away; what stands so already is left.</summary>
    public static Decision CastAll(State state, Act act, CastAll c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Running) is { } stage) return stage;
        if (vote.Kind is not (VoteKind.Open or VoteKind.RollCall)) return VotesRefusals.NotByName(vote.Kind);
        if (Electors.WhyNot(state, vote, act.By, act.At) is { } why) return why;
        if (Statements.Withdrawn(state, vote, act.By, c.Choice) is { } withdrawn) return withdrawn;
        var session = state.Sessions.Find(vote.Session!)!;
        ImmutableArray<Event> cast =
        [
            .. Stands(vote, act.By, c.Choice) ? Array.Empty<Event>() : [new VoteCast(c.Vote, act.By, c.Choice)],
            .. ProxyRules.CarriedBy(state, session, act.By, act.At).Where(giver => !Stands(vote, giver, c.Choice)).Select(giver => new VoteCastByProxy(c.Vote, giver, act.By, c.Choice)),
        ];
        return cast.IsEmpty ? ProtocolRefusals.Taken("choice", c.Choice.ToString()) : Decision.Accept(vote.Question.Clause, cast);
    }

    private static bool Stands(Vote vote, string person, Choice choice) => vote.Casts.TryGetValue(person, out var before) && before == choice && !vote.Splits.ContainsKey(person);

    /// <summary>By whoever holds a proxy, while the one who gave it is away; theirs is a vote by name like any other.</summary>
    public static Decision CastFor(State state, Act act, CastFor c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Running) is { } stage) return stage;
        if (vote.Kind is not (VoteKind.Open or VoteKind.RollCall)) return VotesRefusals.NotByName(vote.Kind);
        if (vote.Session is not { } id || state.Sessions.Find(id) is not { } session) return VotesRefusals.NotByName(vote.Kind);
        if (ProxyRules.WhyNot(state, session, c.Person, act.By, act.At) is { } not) return not;
        if (Electors.WhyNot(state, vote, act.By, act.At) is { } why) return why;
        return Stands(vote, c.Person, c.Choice)
            ? ProtocolRefusals.Taken("choice", c.Choice.ToString())
            : Decision.Accept(vote.Question.Clause, new VoteCastByProxy(c.Vote, c.Person, act.By, c.Choice));
    }

    public static Decision DemandCount(State state, Act act, DemandCount c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.ReadBack, VoteStage.Running, VoteStage.Closed) is { } stage) return stage;
        if (vote.Kind != VoteKind.Uncontested) return ProtocolRefusals.WrongStage("vote", c.Vote, nameof(VoteKind.Uncontested), vote.Kind.ToString());
        return Electors.WhyNot(state, vote, act.By, act.At) is { } why ? why : Decision.Accept(vote.Question.Clause, new CountDemanded(c.Vote, act.By));
    }

    public static Decision Close(State state, Act act, CloseVote c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Running) is { } stage) return stage;
        if (vote.Box is not null) return SecretRefusals.ByBox(c.Vote);
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (vote is { Session: { } held, OpenedAt: { } opened } && state.Sessions.Find(held) is { } hall && Connections.MayClose(state, hall, opened, act.At) is { } lost) return lost;
        var present = vote.Session is { } id && state.Sessions.Find(id) is { } session ? Entitlement.Present(state, session, act.At).ToHashSet(StringComparer.Ordinal) : null;
        var electorate = Math.Max(Electors.Count(state, vote, act.At), Math.Max(vote.TookPart.Count, vote.Casts.Keys.Union(present ?? [], StringComparer.Ordinal).Count()));
        return Decision.Accept(vote.Question.Clause, new VoteClosed(c.Vote, electorate, present?.Count ?? vote.TookPart.Count, vote.Shares?.Carried([.. present ?? [], .. vote.Casts.Keys, .. vote.TookPart])));
    }

    /// <summary>How many tellers a vote of that kind has: two for papers, so that each checks the other.</summary>
    public static int TellersNeeded(VoteKind kind) => kind switch
    {
        VoteKind.Paper => 2,
        VoteKind.Hands => 1,
        _ => 0,
    };

    private static Refusal? Place(State state, Act act, PutQuestion c, Session? session)
    {
        if (c.Session is not null) return c.Unit is null ? Conduct.InSession(state, act, c.Session, mayBeConvened: false) : ProtocolRefusals.Malformed("unit", "no unit in a session", c.Unit);
        if (c.Unit is not null && state.Roll.Unit(c.Unit) is null) return ProtocolRefusals.Unknown("unit", c.Unit);
        return c.Kind == VoteKind.Paper ? Conduct.Outside(state, act, c.Unit, runBy: null) : VotesRefusals.OutsideSession(c.Kind);
    }

    /// <summary>One vote on a thing at a time; a decided one only again after a challenge.</summary>
    private static Refusal? Again(State state, PutQuestion c)
    {
        var earlier = state.Votes.All.Values.Where(v => v.Question.Subject == c.Subject && v.Session == c.Session && v.Unit == c.Unit && v.ReplacedBy is null).ToList();
        if (c.Replaces is { } replaced)
        {
            if (state.Votes.Find(replaced) is not { } old) return ProtocolRefusals.Unknown("vote", replaced);
            if (old.Question.Subject != c.Subject || old.Session != c.Session || old.Unit != c.Unit || old.Stage is not (VoteStage.Stopped or VoteStage.Challenged))
                return VotesRefusals.NothingToReplace(replaced, old.Stage.ToString());
        }
        return earlier.Find(v => v.Id != c.Replaces && v.Irregularity is null) is { } standing ? VotesRefusals.AlreadyPut(standing.Id) : null;
    }

    private static Refusal? Kind(State state, PutQuestion c, Session? session, Matter matter, Act act)
    {
        if (c.Kind == VoteKind.Uncontested)
        {
            if (state.Motions.Find(c.Subject) is { } motion && Uncontested.WhyNot(state, motion, session!, act.At) is { } counted) return counted;
            if (matter.NeverUncontested || matter.Secret is not null || matter.Class == "recall") return VotesRefusals.NeverUncontested(matter.Clause, matter.Class);
            if (session!.Agenda.Any(i => i.Reference == c.Subject && i.Contested) || (c.Replaces is { } old && state.Votes.Find(old)?.CountDemandedBy is not null))
                return VotesRefusals.CountDemanded(c.Subject);
        }
        if (matter.Secret is null && session is not null && c.Kind != VoteKind.RollCall && Debates.Ballot(session, c.Subject, DebateEffect.RollCall) is { } byName) return SessionsRefusals.RollCallDemanded(byName, c.Kind);
        if (matter.Secret is null && c is { Replaces: { } before, Kind: not VoteKind.RollCall } && state.Votes.Find(before)?.RollCallClause is { } called) return VotesRefusals.RollCallDemanded(called, c.Kind);
        if (matter.Secret is { } clause && c.Kind != VoteKind.Paper) return VotesRefusals.Secret(clause, c.Kind);
        var named = c.Kind is VoteKind.Open or VoteKind.RollCall;
        if (matter.OfPersons && named) return VotesRefusals.OnPersons(c.Kind);
        if (named && session is not null && state.Statutes.At(act.At).Bodies.GetValueOrDefault(session.Body) is { Of: not null } assembly)
            return VotesRefusals.MembersNotByName(assembly.Clause.Path, c.Kind);
        return null;
    }

    /// <summary>The text or the rules have changed since the question was read back: then it is read back again.</summary>
    private static Refusal? Changed(State state, Act act, Vote vote)
    {
        var session = vote.Session is null ? null : state.Sessions.Find(vote.Session);
        if (Matter.Find(state, vote.Question.Subject!, session, vote.Unit, act.At, out var matter, Challenged(state, vote.Replaces)) is { } not) return not;
        return matter.TextVersion is { } version && version != vote.Question.TextVersion ? VotesRefusals.TextMoved(vote.Question.Subject!, version, vote.Question.TextVersion ?? 0) : null;
    }

    /// <summary>The vote that is held again, where it had a result; one that was only stopped is a first vote.</summary>
    private static Vote? Challenged(State state, string? replaced) => replaced is not null && state.Votes.Find(replaced) is { Outcome: not null } old ? old : null;

    private static Vote Probe(PutQuestion c, Matter matter) => VotesEvolve.Unopened(c.Id, c.Kind, c.Session, c.Unit, new Question(c.Text, c.Subject, c.TextVersion, matter.Majority, matter.Clause));
}
