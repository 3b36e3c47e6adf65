using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Committees;

/// <summary>Elects a committee from approvals.</summary>
public sealed record CommitteeMethod(string Name, string Title, string Source, CommitteeRule Rule) : Method(Name, Title, PaperKind.Approvals, Source)
{
    private const int MostTied = 200;

    /// <inheritdoc/>
    public override CountAnswer Count(LoadedPapers papers, CountOptions options)
    {
        var approvals = papers.Other as ApprovalPapers ?? (papers.Ranked is { } ballots ? ApprovalPapers.From(ballots) : null);
        if (approvals is null) return base.Count(papers, options);
        if ((options.Seats ?? approvals.Seats) is not { } seats) return CountAnswer.Refuse("the file states no seats; say how many with --seats");
        if (seats > approvals.Candidates.Length) return CountAnswer.Refuse(FormattableString.Invariant($"{seats} seats cannot be filled from {approvals.Candidates.Length} candidates"));
        try
        {
            var count = Count(approvals, seats, options.Ties);
            return count with { Warnings = [.. papers.Warnings, .. count.Warnings] };
        }
        catch (CommitteeTooLargeException large)
        {
            return CountAnswer.Refuse(large.Message);
        }
    }

    /// <exception cref="CommitteeTooLargeException">An exact optimum cannot be found within the search limit.</exception>
    public Count Count(ApprovalPapers papers, int seats, TieRule ties)
    {
        var profile = papers.Profile;
        ImmutableArray<int> natural = [.. Enumerable.Range(0, profile.Candidates)];
        var committee = CommitteeElection.Elect(Rule, profile, seats, natural);
        var optimal = committee.Score is not null;
        var tied = optimal || committee.Steps.Any(s => s.Tied.Length > 1)
            ? CommitteeElection.All(Rule, profile, seats, MostTied)
            : new TiedCommittees([committee.Members], true);
        OpenTie? open = null;
        var record = ImmutableArray<TieBreak>.Empty;
        var certain = tied.Committees.Aggregate((IEnumerable<int>)natural, (all, members) => all.Intersect(members)).ToImmutableArray();
        if (tied.Committees.Length > 1)
        {
            ImmutableArray<int> between = [.. tied.Committees.SelectMany(m => m).Distinct().Except(certain).Order()];
            if (PriorityOrder.Of(ties, papers.Candidates) is { } priority)
            {
                committee = CommitteeElection.Elect(Rule, profile, seats, priority.Order);
                record = optimal
                    ? [new(0, "which of the equally good committees is elected", between, between.First(committee.Members.Contains), priority.By)]
                    : [.. committee.Steps.Select((s, i) => (Step: s, Round: i)).Where(s => s.Step.Tied.Length > 1)
                        .Select(s => new TieBreak(s.Round, "who is taken next", s.Step.Tied, s.Step.Candidate, priority.By))];
            }
            else open = new(0, "which of the equally good committees is elected", between);
        }
        var inOrder = committee.Steps.Select(s => s.Candidate).ToImmutableArray();
        var elected = open is not null ? certain : !optimal && inOrder.Order().SequenceEqual(committee.Members) ? inOrder : committee.Members;
        return new()
        {
            Method = Name,
            Seats = seats,
            Candidates = papers.Candidates,
            Elected = elected,
            Title = papers.Title,
            Papers = profile.Voters,
            ValidPapers = profile.Voters,
            Decimals = -1,
            Ties = record,
            Undecided = open,
            TieRule = ties.ToString(),
            Detail = new CommitteeDetail(
                [.. profile.Approvals()], committee, tied, profile.Ballots.Where(b => !b.Approved.Any(c => elected.Contains(c))).Sum(b => b.Weight)),
        };
    }
}

/// <summary>Every committee rule by name.</summary>
internal static class CommitteeMethods
{
    private const string Book = "Lackner and Skowron, Multi-Winner Voting with Approval Preferences";

    public static ImmutableArray<CommitteeMethod> All { get; } =
    [
        new("av", "Most approvals", Book, CommitteeRule.Approval) { Family = "approvals" },
        new("sav", "Satisfaction approval: each paper's vote split among those it approves", Book, CommitteeRule.SatisfactionApproval) { Family = "approvals" },
        new("pav", "Proportional approval, the best committee", "Thiele 1895; " + Book, CommitteeRule.ProportionalApproval) { Family = "thiele" },
        new("slav", "Sainte-Lague approval, the best committee", Book, CommitteeRule.SainteLagueApproval) { Family = "thiele" },
        new("cc", "Chamberlin-Courant, the best committee", "Chamberlin and Courant 1983; " + Book, CommitteeRule.ChamberlinCourant) { Family = "thiele" },
        new("seqpav", "Proportional approval, seat after seat", "Thiele 1895; " + Book, CommitteeRule.SequentialProportionalApproval) { Family = "thiele" },
        new("revseqpav", "Proportional approval, dropping one after another", Book, CommitteeRule.ReverseSequentialProportionalApproval) { Family = "thiele" },
        new("seqslav", "Sainte-Lague approval, seat after seat", Book, CommitteeRule.SequentialSainteLagueApproval) { Family = "thiele" },
        new("seqcc", "Chamberlin-Courant, seat after seat", Book, CommitteeRule.SequentialChamberlinCourant) { Family = "thiele" },
        new("phragmen", "Phragmen's sequential rule", "Phragmen 1894; Janson, arXiv 1611.08826", CommitteeRule.Phragmen),
        new("mes", "Method of Equal Shares, seats left over by Phragmen's rule", "Peters and Skowron 2020; " + Book, CommitteeRule.EqualShares) { Family = "equal shares" },
        new("mes-av", "Method of Equal Shares, seats left over by approvals", Book, CommitteeRule.EqualSharesThenApproval) { Family = "equal shares" },
    ];
}
