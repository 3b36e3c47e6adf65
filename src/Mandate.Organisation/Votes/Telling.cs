using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>Those who count, and what each of them counted.</summary>
internal static class Telling
{
    public static Decision Name(State state, Act act, NameTellers c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.ReadBack, VoteStage.Standing, VoteStage.Running, VoteStage.Closed, VoteStage.Counting, VoteStage.Result) is { } stage) return stage;
        // After the result only for a slip in a vote by name, which needed no tellers until then.
        if (vote.Stage == VoteStage.Result && (vote.Kind is not (VoteKind.Open or VoteKind.RollCall) || !vote.Tellers.IsEmpty))
            return ProtocolRefusals.WrongStage("vote", c.Vote, nameof(VoteStage.Running), vote.Stage.ToString());
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        var needed = Math.Max(Questions.TellersNeeded(vote.Kind), 1);
        if (c.Tellers.IsDefault || c.Tellers.Length > 2 || c.Tellers.Length < needed || c.Tellers.Distinct(StringComparer.Ordinal).Count() != c.Tellers.Length)
            return VotesRefusals.TellersMissing(needed, c.Tellers.IsDefault ? 0 : c.Tellers.Length);
        foreach (var teller in c.Tellers)
        {
            if (state.Roll.Member(teller) is null) return ProtocolRefusals.Unknown("person", teller);
            if (vote.Candidates.GetValueOrDefault(teller) is { Withdrawn: false }) return VotesRefusals.TellerIsCandidate(teller);
        }
        // Entries of one who is no teller any more do not count; they stay in the log.
        return vote.Entries.IsEmpty && vote.FigureEntries.IsEmpty
            ? Decision.Accept(vote.Question.Clause, new TellersNamed(c.Vote, c.Tellers))
            : ProtocolRefusals.WrongStage("vote", c.Vote, "before an entry", vote.Stage.ToString());
    }

    public static Decision Enter(State state, Act act, EnterFigures c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Closed, VoteStage.Counting) is { } stage) return stage;
        if (vote.IsElection || vote.Kind is not (VoteKind.Hands or VoteKind.Paper)) return VotesRefusals.NotByName(vote.Kind);
        if (!vote.Tellers.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours("", string.Join(", ", vote.Tellers), act.By);
        if (Fault(vote, c.Figures, c.Papers) is { } fault) return fault;
        var entry = vote.FigureEntries.GetValueOrDefault(act.By);
        if (entry is not null && entry.Figures == c.Figures && entry.Papers == c.Papers) return ProtocolRefusals.Taken("entry", act.By);
        return Decision.Accept(vote.Question.Clause, new FiguresEntered(c.Vote, act.By, c.Figures, c.Papers));
    }

    /// <summary>What cannot be in figures of this vote; null where they are possible.</summary>
    public static Refusal? Fault(Vote vote, Figures figures, Reconciliation? papers)
    {
        if (figures.Yes < 0 || figures.No < 0 || figures.Abstain < 0) return ProtocolRefusals.Malformed("figures", "whole numbers from 0", $"{figures.Yes}, {figures.No}, {figures.Abstain}");
        if (vote.Kind == VoteKind.Hands)
        {
            var present = vote.VotesAtClose ?? vote.PresentAtClose ?? 0;
            return (long)figures.Yes + figures.No + figures.Abstain > present ? VotesRefusals.MoreThanPresent(present, figures.Sum) : null;
        }
        if (papers is null) return ProtocolRefusals.Malformed("papers", "the account of the ballot papers", "");
        if (Balance(vote, papers) is { } unbalanced) return unbalanced;
        return papers.Counted != figures.Sum ? VotesRefusals.PapersDisagree("counted", papers.Counted, figures.Sum) : null;
    }

    /// <summary>How many papers were handed to voters: one each, or as many as each carries votes.</summary>
    public static int PapersGiven(Vote vote) => vote.Shares is { } shares ? vote.TookPart.Sum(shares.Of) : vote.TookPart.Count;

    /// <summary>Null when the papers are accounted for: they balance, and no more are in the box than persons were given one.</summary>
    public static Refusal? Balance(Vote vote, Reconciliation papers)
    {
        if (!papers.Balances) return VotesRefusals.DoesNotBalance(papers.Issued, (int)Math.Min(int.MaxValue, (long)papers.Counted + papers.Blank + papers.Spoiled + papers.Unused));
        var given = PapersGiven(vote);
        if (papers.Issued < given) return VotesRefusals.FewerIssued(given, papers.Issued);
        return papers.InTheBox > given ? VotesRefusals.MorePapersThanPersons(given, papers.InTheBox) : null;
    }
}
