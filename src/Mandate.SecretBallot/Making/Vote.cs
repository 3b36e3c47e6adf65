using System.Collections.Immutable;
using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Making;

/// <summary>What a voter chooses for one question, in the clear.</summary>
public abstract record Vote
{
    /// <summary>What is wrong with the vote for that question; null where it can be cast.</summary>
    public static string? Check(Question question, Vote vote) => (question, vote) switch
    {
        (ChoiceQuestion { Blank: false }, BlankVote) => "the question allows no blank vote",
        (ChoiceQuestion, BlankVote) => null,
        (ChoiceQuestion q, ChoiceVote v) => Chosen(v.Chosen, q.Answers.Count, q.Min, q.Max),
        (RankingQuestion q, RankingVote v) => v.Numbers.Length != q.Answers.Count ? $"{Digests.Decimal(q.Answers.Count)} numbers are needed, one for each answer"
            : v.Numbers.Any(n => n is < 0 or > 255) ? "the numbers of a ranking are 0 to 255" : null,
        (ListsQuestion q, ListsVote v) => v.List < 0 || v.List >= q.Lists.Count ? "there is no such list"
            : Chosen(v.Candidates, q.Lists[v.List].Count - 1, 1, q.Lists[v.List].Count - 1),
        _ => "the vote is of another kind than the question",
    };

    private static string? Chosen(ImmutableArray<int> chosen, int answers, int min, int max) =>
        chosen.Any(c => c < 0 || c >= answers) ? $"the answers have the numbers 0 to {Digests.Decimal(answers - 1)}"
        : chosen.Distinct().Count() != chosen.Length ? "an answer is chosen twice"
        : chosen.Length < min || chosen.Length > max ? $"{Digests.Decimal(min)} to {Digests.Decimal(max)} answers can be chosen, not {Digests.Decimal(chosen.Length)}"
        : null;
}

/// <param name="Chosen">The chosen answers, numbered from zero.</param>
public sealed record ChoiceVote(params ImmutableArray<int> Chosen) : Vote;

public sealed record BlankVote : Vote;

/// <param name="Numbers">For each answer its rank or grade.</param>
public sealed record RankingVote(params ImmutableArray<int> Numbers) : Vote;

/// <param name="Candidates">The chosen candidates of the list, numbered from zero.</param>
public sealed record ListsVote(int List, params ImmutableArray<int> Candidates) : Vote;
