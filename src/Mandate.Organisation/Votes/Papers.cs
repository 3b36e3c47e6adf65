using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>Ballot papers: one to each, and what came out of the box.</summary>
internal static class Papers
{
    public static Decision Issue(State state, Act act, IssuePapers c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Running) is { } stage) return stage;
        if (vote.Kind != VoteKind.Paper) return VotesRefusals.NotByName(vote.Kind);
        if (!Tells(vote, act.By) && Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (c.Persons.IsDefaultOrEmpty) return ProtocolRefusals.Malformed("persons", "at least one", 0);
        if (vote is { Register: not null, Session: { } id } && state.Sessions.Find(id) is { } session && Electors.MeetsAsMembers(state, session, act.At)
            && Entitlement.Present(state, session, act.At).Count() is var present && vote.TookPart.Count + c.Persons.Length > present)
            return VotesRefusals.MoreThanPresent(present, vote.TookPart.Count + c.Persons.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in c.Persons)
        {
            if (vote.TookPart.Contains(person) || !seen.Add(person)) return VotesRefusals.HasPaper(person);
            if (Electors.WhyNot(state, vote, person, act.At) is { } why) return why;
        }
        return Decision.Accept(vote.Question.Clause, new PapersIssued(c.Vote, c.Persons));
    }

    public static Decision Enter(State state, Act act, EnterPapers c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Counting) is { } stage) return stage;
        if (!vote.IsElection) return ProtocolRefusals.WrongStage("vote", c.Vote, "an election", "a question");
        if (vote.Box is not null) return SecretRefusals.ByBox(c.Vote);
        if (!Tells(vote, act.By)) return ProtocolRefusals.NotYours("", string.Join(", ", vote.Tellers), act.By);
        if (Telling.Balance(vote, c.Papers) is { } unbalanced) return unbalanced;
        if (ElectionPapers.Read(act.Blobs, c.Ballots, vote, out var papers) is { } fault) return fault;
        if (papers.Counted != c.Papers.Counted) return VotesRefusals.PapersDisagree("counted", papers.Counted, c.Papers.Counted);
        if (papers.Blank != 0 && papers.Blank != c.Papers.Blank) return VotesRefusals.PapersDisagree("blank", papers.Blank, c.Papers.Blank);
        if (vote.LastEntries.Any(e => e.Teller == act.By && e.Ballots == c.Ballots && e.Papers == c.Papers)) return ProtocolRefusals.Taken("entry", act.By);
        return Decision.Accept(vote.Question.Clause, new PapersEntered(c.Vote, act.By, c.Ballots, papers.Fingerprint, c.Papers));
    }

    public static bool Tells(Vote vote, string person) => vote.Tellers.Contains(person, StringComparer.Ordinal);
}
