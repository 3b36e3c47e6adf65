namespace Mandate.Tally.Committees;

/// <summary>Most points, a ballot giving each candidate it approves points that depend on how many it approves.</summary>
internal sealed class MostPoints : SequentialRule
{
    private readonly Fraction[] points;

    public MostPoints(ApprovalProfile profile, int seats, Func<int, Fraction> pointsFor)
        : base(profile, seats)
    {
        points = new Fraction[profile.Candidates];
        foreach (var ballot in profile.Ballots)
        {
            if (ballot.Approved.IsEmpty) continue;
            var each = pointsFor(ballot.Approved.Length) * ballot.Weight;
            foreach (var candidate in ballot.Approved) points[candidate] += each;
        }
    }

    public override SequentialChoice Next(CommitteeState state)
    {
        var (tied, score) = Extreme([.. points.Select((p, c) => state.Has(c) ? (Fraction?)null : p)], highest: true);
        return new(state, tied, score, "points");
    }

    public override CommitteeState Choose(CommitteeState state, int candidate, Fraction score) => state.With(candidate, []);
}
