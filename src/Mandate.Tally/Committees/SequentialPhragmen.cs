using System.Collections.Immutable;

namespace Mandate.Tally.Committees;

/// <summary>
/// Phragmen's sequential rule as loads (Janson, <i>Phragmen's and Thiele's election methods</i>, arXiv 1611.08826): electing
/// costs one, shared by the supporters so that their loads become equal; the candidate with the lowest such load is next.
/// </summary>
internal class SequentialPhragmen(ApprovalProfile profile, int seats) : SequentialRule(profile, seats)
{
    private readonly long[] approvals = profile.Approvals();

    public override CommitteeState Start() => base.Start() with { Values = new Fraction[Profile.Ballots.Length] };

    public override SequentialChoice Next(CommitteeState state)
    {
        var sums = new Fraction[Profile.Candidates];
        for (var b = 0; b < Profile.Ballots.Length; b++)
        {
            var load = state.Values[b] * Profile.Ballots[b].Weight;
            if (load.Sign != 0) foreach (var c in Profile.Ballots[b].Approved) sums[c] += load;
        }
        // Nobody supports such a candidate: behind every other, whose load never exceeds the seats.
        var (tied, score) = Extreme(
            [.. sums.Select((s, c) => state.Has(c) ? (Fraction?)null : approvals[c] == 0 ? Seats + 1 : (s + 1) / approvals[c])], highest: false);
        return new(state, tied, score, "load");
    }

    public override CommitteeState Choose(CommitteeState state, int candidate, Fraction score)
    {
        var loads = state.Values.ToArray();
        for (var b = 0; b < loads.Length; b++)
            if (Profile.Ballots[b].Approved.BinarySearch(candidate) >= 0) loads[b] = score;
        return state.With(candidate, loads);
    }
}
