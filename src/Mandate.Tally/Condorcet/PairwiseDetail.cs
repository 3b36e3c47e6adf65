using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>What a count by pairs shows: the matrix, the order of all candidates and the score that the method gives.</summary>
/// <param name="Matrix">Papers that rank one above the other.</param>
/// <param name="Ranking">All candidates, best first; those that the method does not tell apart stand together.</param>
/// <param name="Scores">What the method compares, in its own words; empty where it compares no single number.</param>
/// <param name="ScoreName">What the score is.</param>
/// <param name="Strengths">Strength of the strongest path between two candidates (Schulze); empty for other methods.</param>
public sealed record PairwiseDetail(
    PairwiseMatrix Matrix,
    ImmutableArray<ImmutableArray<int>> Ranking,
    ImmutableArray<Fraction> Scores,
    string ScoreName,
    ImmutableArray<ImmutableArray<long>> Strengths) : CountDetail;
