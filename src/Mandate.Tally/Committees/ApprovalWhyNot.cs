namespace Mandate.Tally.Committees;

/// <summary>Why somebody is not in a committee elected by approvals, and how many more papers approving only that one would have sufficed.</summary>
internal static class ApprovalWhyNot
{
    public static WhyNot Of(ApprovalPapers papers, CommitteeMethod method, TieRule ties, Count count, int candidate)
    {
        var name = count.Name(candidate);
        long approving = 0, represented = 0;
        foreach (var ballot in papers.Profile.Ballots)
        {
            if (!ballot.Approved.Contains(candidate)) continue;
            approving += ballot.Weight;
            if (ballot.Approved.Any(count.Elected.Contains)) represented += ballot.Weight;
        }
        var more = WhyNot.More(papers.Profile.Voters, extra =>
        {
            var again = method.Count(papers with { Profile = ApprovalProfile.Of(papers.Candidates.Length, [.. papers.Profile.Ballots, new([candidate], extra)]) }, count.Seats, ties);
            return again.Undecided is null && again.Elected.Contains(candidate);
        });
        var change = more is { } n
            ? FormattableString.Invariant($" With {n} more {(n == 1 ? "paper" : "papers")} approving only {name} the count elects this candidate, with {n - 1} it does not.")
            : " No number of further papers up to those in the box changes that by itself.";
        return new(candidate, FormattableString.Invariant($"{name} is approved on {approving} of {papers.Profile.Voters} papers; {represented} of them approve somebody who was elected.") + change, more);
    }
}
