using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>A result declared, a vote stopped, a result challenged.</summary>
internal static class Results
{
    public static Decision Declare(State state, Act act, DeclareResult c)
    {
        if (!state.Votes.All.TryGetValue(c.Vote, out var vote)) return ProtocolRefusals.Unknown("vote", c.Vote);
        if (vote.CountDemandedBy is not null) return VotesRefusals.CountDemanded(c.Vote);
        VoteStage[] stages = vote.Kind == VoteKind.Uncontested ? [VoteStage.ReadBack, VoteStage.Running, VoteStage.Closed] : [VoteStage.Closed, VoteStage.Counting];
        if (VotesRules.Find(state, c.Vote, out vote, stages) is { } stage) return stage;
        if (vote.IsElection) return ProtocolRefusals.WrongStage("vote", c.Vote, "a question", "an election");
        if (vote.Box is not null) return SecretRefusals.ByBox(c.Vote);
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (FiguresOf(state, vote, act.At, out var figures, out var blank) is { } missing) return missing;
        var hall = HallOf(state, vote, figures, blank, act.At);
        var present = hall.Present;
        var question = vote.Question;
        // In a hall the vote is no decision without a quorum and is put again; outside one the turnout is the decision.
        if (vote.Session is not null && question.QuorumNeeded is { } needed && present < needed)
            return VotesRefusals.NoQuorum(question.QuorumClause ?? "", question.Quorum ?? "", needed, present);
        var outcome = Deciding.Outcome(state, vote, figures, blank, hall, act.At);
        if (vote.Kind == VoteKind.Uncontested && !outcome.Carried) return VotesRefusals.NeverUncontested(question.Clause, question.Rule);
        return Decision.Accept(question.Clause, [new ResultDeclared(c.Vote, outcome), .. Deciding.Consequences(state, act, vote, outcome)]);
    }

    private static Hall HallOf(State state, Vote vote, Figures figures, int blank, DateTimeOffset at)
    {
        if (vote.Session is not { } id) return new(figures.Sum + blank);
        if (vote.Kind != VoteKind.Uncontested) return new(vote.PresentAtClose ?? 0, vote.VotesAtClose);
        return new(Entitlement.Present(state, state.Sessions.Find(id)!, at).Count(), Carrying.In(state, vote, at) is null ? null : figures.Yes);
    }

    public static Decision Stop(State state, Act act, StopVote c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Running, VoteStage.ReadBack, VoteStage.Nominations, VoteStage.Standing, VoteStage.Closed, VoteStage.Counting) is { } stage) return stage;
        if (string.IsNullOrWhiteSpace(c.Reason)) return VotesRefusals.ReasonMissing();
        return Conduct.Of(state, act, vote) is { } conduct ? conduct : Decision.Accept(vote.Question.Clause, new VoteStopped(c.Vote, c.Reason));
    }

    /// <summary>Anybody who had a vote in it may, while the session lasts; of a vote outside one, until the end of the seventh day after.</summary>
    public static Decision Challenge(State state, Act act, ChallengeResult c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Result) is { } stage) return stage;
        if (string.IsNullOrWhiteSpace(c.Reason)) return VotesRefusals.ReasonMissing();
        // An election is on paper: its papers are counted again, it is not held again because somebody asks.
        if (vote.IsElection) return ProtocolRefusals.WrongStage("vote", c.Vote, "a question", "an election");
        if (vote.Session is { } id && state.Sessions.Find(id) is { Stage: not SessionStage.Open } session) return VotesRefusals.SessionNotOpen(id, session.Stage.ToString());
        if (vote.Session is null && vote.Outcome is { } outcome && act.At > outcome.At.AddDays(7)) return ProtocolRefusals.WrongStage("vote", c.Vote, "within 7 days", "later");
        if (Electors.WhyNot(state, vote, act.By, act.At) is { } why) return why;
        return Decision.Accept(vote.Question.Clause, new ResultChallenged(c.Vote, act.By, c.Reason));
    }

    private static Refusal? FiguresOf(State state, Vote vote, DateTimeOffset at, out Figures figures, out int blank)
    {
        (figures, blank) = (new Figures(0, 0, 0), 0);
        switch (vote.Kind)
        {
            case VoteKind.Open or VoteKind.RollCall:
                // Who has left the body since, or lost the mandate, has not voted when the vote is decided.
                figures = Counting.Of(vote, StillEntitled(state, vote));
                return null;
            case VoteKind.Uncontested:
                var session = state.Sessions.Find(vote.Session!)!;
                var here = Entitlement.Present(state, session, at).ToList();
                figures = new(Carrying.In(state, vote, at)?.Carried(here) ?? here.Count, 0, 0);
                return null;
            default:
                var entries = vote.Tellers.Select(t => vote.FigureEntries.GetValueOrDefault(t)).ToList();
                if (entries.Contains(null)) return VotesRefusals.FiguresMissing(string.Join(", ", vote.Tellers.Where(t => !vote.FigureEntries.ContainsKey(t))));
                if (entries.Exists(e => e!.Figures != entries[0]!.Figures || e.Papers != entries[0]!.Papers)) return VotesRefusals.TellersDiffer(Words(entries[0]!), Words(entries[^1]!));
                if (Telling.Fault(vote, entries[0]!.Figures, entries[0]!.Papers) is { } fault) return fault;
                figures = entries[0]!.Figures;
                blank = entries[0]!.Papers is { } papers ? papers.Blank + papers.Spoiled : 0;
                return null;
        }
    }

    /// <summary>The choices of those who were still entitled when it closed.</summary>
    private static Dictionary<string, Choice> StillEntitled(State state, Vote vote) => state.Sessions.Find(vote.Session!) is not { } session ? []
        : vote.Casts.Where(v => Entitlement.MayVote(state, session, v.Key, vote.ClosedAt ?? state.At)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    private static string Words(FigureEntry e) => e.Papers is { } p
        ? FormattableString.Invariant($"{e.Figures.Yes}-{e.Figures.No}-{e.Figures.Abstain}, {p.Issued}={p.Counted}+{p.Blank}+{p.Spoiled}+{p.Unused}")
        : FormattableString.Invariant($"{e.Figures.Yes}-{e.Figures.No}-{e.Figures.Abstain}");
}
