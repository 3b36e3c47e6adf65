using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>What a candidate answered to a question.</summary>
public sealed record CandidateAnswer(string Text, DateTimeOffset At);

/// <summary>A question that somebody entitled has put to the candidates of an election (requirement S009). Who asked stands nowhere.</summary>
/// <param name="To">The one it is for; null for all who stand.</param>
public sealed record CandidateQuestion(string Id, string Asks, string? To, DateTimeOffset At)
{
    /// <summary>By candidate. Who has said nothing is not in it, and pages say so.</summary>
    public ImmutableSortedDictionary<string, CandidateAnswer> Answers { get; init; } = ImmutableSortedDictionary.Create<string, CandidateAnswer>(StringComparer.Ordinal);
}

/// <summary>Questions to candidates, from the opening of nominations until the vote opens; answers until there is a result.</summary>
internal static class CandidateQuestions
{
    private const int MostCharacters = 300, MostOfAnswer = 1000, MostFromOne = 3;

    public static Decision Ask(State state, Act act, AskCandidates c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Nominations, VoteStage.Standing) is { } stage) return stage;
        if (!vote.IsElection) return ProtocolRefusals.Unknown("election", c.Vote);
        var clause = vote.Question.Clause;
        if (!vote.Nominators.Contains(act.By)) return ProtocolRefusals.NotYours(clause, "members", act.By);
        if (c.Question.Length == 0) return ProtocolRefusals.Malformed("question", "an id", c.Question);
        if (vote.Asked.Any(q => q.Id == c.Question)) return ProtocolRefusals.Taken("question", c.Question);
        if (c.Asks.Trim().Length is 0 or > MostCharacters) return ProtocolRefusals.Malformed("asks", "what it asks, in at most 300 characters", c.Asks.Length);
        if (c.To is { } to && vote.Candidates.GetValueOrDefault(to) is not { Withdrawn: false }) return VotesRefusals.NotNominated(to);
        // Everybody has room to ask, and nobody fills the page.
        var asked = vote.AskedBy.GetValueOrDefault(act.By);
        return asked >= MostFromOne ? VotesRefusals.AskedEnough(clause, MostFromOne, asked) : Decision.Accept(clause, new CandidatesAsked(vote.Id, c.Question, c.Asks.Trim(), c.To));
    }

    public static Decision Answer(State state, Act act, AnswerAsCandidate c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote) is { } unknown) return unknown;
        if (vote.Asked.FirstOrDefault(q => q.Id == c.Question) is not { } question) return ProtocolRefusals.Unknown("question", c.Question);
        if (vote.Outcome is not null || vote.ReplacedBy is not null) return ProtocolRefusals.WrongStage("vote", vote.Id, VoteStage.Running, vote.Stage);
        if (vote.Candidates.GetValueOrDefault(act.By) is not { Withdrawn: false } || question.To is { } to && to != act.By) return VotesRefusals.NotNominated(act.By);
        return c.Answer.Trim().Length is 0 or > MostOfAnswer
            ? ProtocolRefusals.Malformed("answer", "the answer, in at most 1000 characters", c.Answer.Length)
            : Decision.Accept(vote.Question.Clause, new CandidateAnswered(vote.Id, question.Id, act.By, c.Answer.Trim()));
    }
}
