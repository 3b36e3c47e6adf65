using System.Collections.Immutable;

namespace Mandate.Tally.Single;

/// <summary>The simple rules.</summary>
internal static class SimpleMethods
{
    public static ImmutableArray<RankedMethod> All { get; } =
    [
        new("plurality", "Plurality; with several seats as many votes as seats (block vote)", "common usage",
            (b, seats, ties) => PointsCount.Of("plurality", b, seats, ties, PaperPoints.FirstMarks(b, seats), "votes")),
        new("sntv", "Single non-transferable vote: one vote, several seats", "common usage",
            (b, seats, ties) => PointsCount.Of("sntv", b, seats, ties, PaperPoints.FirstMarks(b, 1), "first preferences")),
        new(Runoff.Name, "Two-round run-off", "common usage", Runoff.Count) { MostSeats = 1 },
        new("approval", "Approval: every candidate marked on a paper is approved", "S. J. Brams, P. C. Fishburn 1978",
            (b, seats, ties) => PointsCount.Of("approval", b, seats, ties, PaperPoints.Marks(b), "approvals")),
        new("borda", "Borda: one point for each candidate below; places left open are shared", "J.-C. de Borda 1781; D. Black 1958 for equal ranks",
            (b, seats, ties) => PointsCount.Of("borda", b, seats, ties, PaperPoints.Borda(b), "points")),
        new("score", "Score: the sum of the points given", "W. D. Smith 2000",
            (b, seats, ties) => PointsCount.Of("score", b, seats, ties, PaperPoints.Score(b, b.MostPoints!.Value), "points"))
        {
            Unfit = b => b.MostPoints is null ? "score counts points, and these papers have ranks; give a file of points (CSV)" : null,
        },
    ];
}
