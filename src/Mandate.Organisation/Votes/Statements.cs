using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>What somebody declares beside a vote that they had by name (S051, S072, S074, S078).</summary>
public enum StatementKind
{
    /// <summary>Why they vote as they do.</summary>
    Explanation,

    /// <summary>They go along, and warn.</summary>
    Reservation,

    /// <summary>They hold the decision to be wrong and say so to all members.</summary>
    Dissent,
}

/// <summary>Declare something beside a vote; it is printed with the result, as it was written, and silences nobody.</summary>
[WireName("votes.state")]
public sealed record StateOnVote(string Id, string Vote, StatementKind Kind, string Text) : VotesCommand;

[WireName("votes.stated")]
public sealed record VoteStated(string Id, string Vote, string Person, StatementKind Kind, string Text) : VotesEvent;

/// <summary>Record, by whoever dissents, how many letters with it a mail server took and refused: it goes to all members, and nobody approves it (S074).</summary>
[WireName("votes.record-dissent-sent")]
public sealed record RecordDissentSent(string Vote, string Statement, int Sent, int Refused) : VotesCommand;

[WireName("votes.dissent-sent")]
public sealed record DissentSent(string Vote, string Statement, int Sent, int Refused) : VotesEvent;

/// <summary>What somebody declared beside a vote.</summary>
/// <param name="Sent">Letters with it that a mail server took, and refused.</param>
public sealed record Statement(string Id, string Person, StatementKind Kind, string Text, DateTimeOffset At, int Sent = 0, int Refused = 0);

/// <summary>
/// Explanations, reservations and dissent of those who vote by name: delegates and officers in their office. Consent and comment are two things, and
/// nobody approves or shortens either. On a secret vote nothing is declared here: it would show a choice.
/// </summary>
public static class Statements
{
    /// <summary>Days after the result in which something can still be declared.</summary>
    private const int Days = 7;

    /// <summary>Days for which dissent stands on the first page.</summary>
    private const int ShownDays = 30;

    internal static Decision State(State state, Act act, StateOnVote c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote) is { } unknown) return unknown;
        if (c.Id.Length == 0 || vote.Statements.Any(s => s.Id == c.Id)) return ProtocolRefusals.Malformed("id", "an id of its own", c.Id);
        if (vote.IsElection) return ProtocolRefusals.WrongStage("vote", c.Vote, "a question", "an election");
        if (vote.Question.Secret is { } secret || (secret = vote.Question.Clause) is not null && vote.Kind is VoteKind.Paper or VoteKind.Secret) return VotesRefusals.WouldShow(secret);
        if (vote.Register is not null || vote.Session is not { } id || state.Sessions.Find(id) is not { } session || state.Statutes.At(act.At).Bodies.GetValueOrDefault(session.Body)?.Of is not null)
            return VotesRefusals.WouldShow(vote.Question.Clause);
        // The mandate for a session ends with it; what was voted under it can still be explained.
        if (!vote.Casts.ContainsKey(act.By) && !session.Credentials.ContainsKey(act.By) && !state.Offices.Holds(act.By, session.Body, act.At, session.Unit)) return ProtocolRefusals.NotYours(vote.Question.Clause, session.Body, act.By);
        if (vote.Stage is VoteStage.Stopped or VoteStage.Replaced) return ProtocolRefusals.WrongStage("vote", c.Vote, VoteStage.Running.ToString(), vote.Stage.ToString());
        if (vote.Outcome is { } outcome && act.At > outcome.At.AddDays(Days)) return VotesRefusals.TooLateToState(vote.Question.Clause, outcome.At.AddDays(Days));
        if (c.Text.Length is 0 or > 2000) return ProtocolRefusals.Malformed("text", "what is declared, in at most 2000 characters", c.Text.Length);
        return vote.Statements.Any(s => s.Person == act.By && s.Kind == c.Kind)
            ? ProtocolRefusals.Taken("statement", c.Kind.ToString())
            : Decision.Accept(vote.Question.Clause, new VoteStated(c.Id, vote.Id, act.By, c.Kind, c.Text));
    }

    internal static Decision Sent(State state, Act act, RecordDissentSent c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote) is { } unknown) return unknown;
        if (vote.Statements.FirstOrDefault(s => s.Id == c.Statement && s.Kind == StatementKind.Dissent) is not { } dissent) return ProtocolRefusals.Unknown("statement", c.Statement);
        if (dissent.Person != act.By) return ProtocolRefusals.NotYours(vote.Question.Clause, dissent.Person, act.By);
        var members = state.Roll.Members.Values.Count(m => m.Counts);
        return c.Sent < 0 || c.Refused < 0 || c.Sent + c.Refused == 0 || (long)dissent.Sent + dissent.Refused + c.Sent + c.Refused > members
            ? ProtocolRefusals.Malformed("sent", "whole numbers from 0, of no more letters than there are members", $"{c.Sent}, {c.Refused}")
            : Decision.Accept(vote.Question.Clause, new DissentSent(vote.Id, dissent.Id, c.Sent, c.Refused));
    }

    /// <summary>Dissent of the last so many days, the latest first: each member finds it on the first page (S074).</summary>
    public static IEnumerable<(Vote Vote, Statement Dissent)> Recent(State state, DateTimeOffset at) => state.Votes.All.Values.Where(v => !v.Statements.IsEmpty)
        .SelectMany(v => v.Statements.Where(s => s.Kind == StatementKind.Dissent && s.At.AddDays(ShownDays) >= at).Select(s => (v, s))).OrderByDescending(x => x.s.At).ThenBy(x => x.s.Id, StringComparer.Ordinal);

    /// <summary>The refusal of a yes by somebody whose condition was for another text than the one that is voted on (S065).</summary>
    internal static Refusal? Withdrawn(State state, Vote vote, string person, Choice choice) =>
        choice == Choice.Yes && vote.Question.Subject is { } subject && state.Motions.Find(subject) is { } motion && motion.Conditions.TryGetValue(person, out var condition) && condition.Version != vote.Question.TextVersion
            ? VotesRefusals.ConsentWithdrawn(vote.Question.Clause, condition.Text, vote.Question.TextVersion ?? 0)
            : null;
}
