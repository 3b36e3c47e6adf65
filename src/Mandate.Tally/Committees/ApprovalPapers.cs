using System.Collections.Immutable;

namespace Mandate.Tally.Committees;

/// <summary>Approval papers with the names that stand on them.</summary>
public sealed record ApprovalPapers(ImmutableArray<string> Candidates, ApprovalProfile Profile, int? Seats = null, string Title = "")
{
    /// <summary>Every candidate marked on a paper is approved, whatever the rank; withdrawn ones are left out.</summary>
    public static ApprovalPapers From(Ballots ballots)
    {
        var standing = Enumerable.Range(0, ballots.Candidates.Length).Where(ballots.Stands).ToArray();
        var number = new int[ballots.Candidates.Length];
        for (var i = 0; i < standing.Length; i++) number[standing[i]] = i;
        var papers = new List<ApprovalBallot>(ballots.Lines);
        var marked = new SortedSet<int>();
        for (var line = 0; line < ballots.Lines; line++)
        {
            if (ballots.Weight(line) == 0) continue;
            marked.Clear();
            foreach (var cell in ballots.Cells(line))
            {
                var candidate = cell & Ballots.CandidateBits;
                if (candidate < ballots.Candidates.Length && ballots.Stands(candidate)) marked.Add(number[candidate]);
            }
            papers.Add(new([.. marked], ballots.Weight(line)));
        }
        return new([.. standing.Select(c => ballots.Candidates[c])], ApprovalProfile.Of(standing.Length, papers), ballots.Seats, ballots.Title);
    }
}
