namespace Mandate.Constitutions.Rules;

/// <summary>Quorum at the opening and at each vote. A body without a quorum clause has none; its clause answers.</summary>
public static class Quorums
{
    public static Answer Opening(Body body, Sizes sizes, long present) => Check(body, body.Quorum?.Opening ?? body.Quorum?.EachVote, sizes, present);

    public static Answer EachVote(Body body, Sizes sizes, long present) => Check(body, body.Quorum?.EachVote, sizes, present);

    private static Answer Check(Body body, Quantity? quorum, Sizes sizes, long present) =>
        quorum is null ? new(true, body.Clause, null, present) : Quantities.Reached(quorum, sizes, present);
}
