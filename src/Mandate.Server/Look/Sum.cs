namespace Mandate.Server.Look;

/// <summary>The figures of a decision, as the rule engine gave them.</summary>
/// <param name="For">Votes for.</param>
/// <param name="Against">Votes against.</param>
/// <param name="Abstained">Abstentions.</param>
/// <param name="Base">What the majority is taken of, as a number.</param>
/// <param name="Needed">Votes needed.</param>
/// <param name="Rule">The majority as the clause writes it: <c>2/3 of votes cast</c>.</param>
/// <param name="Clause">Clause path that the majority stands in.</param>
/// <param name="Carried">The outcome.</param>
public sealed record Sum(long For, long Against, long Abstained, long Base, long Needed, string Rule, string Clause, bool Carried)
{
    /// <summary>Present, and the votes that they carry; null where everybody has one.</summary>
    public (long Present, long Votes)? Votes { get; init; }

    /// <summary>Present, entitled and needed for the quorum when the vote was decided; null where no quorum is asked.</summary>
    public (long Present, long Of, long Needed, string Clause)? Quorum { get; init; }
}
