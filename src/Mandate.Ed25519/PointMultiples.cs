namespace Mandate.Ed25519;

/// <summary>P, 3P, ..., 15P: for a public point that stands in a few products, as the ciphertexts of a ballot do.</summary>
public sealed class PointMultiples
{
    internal const int Width = 5;

    /// <summary>Odd multiples in one table.</summary>
    internal const int Size = 1 << (Width - 2);

    private PreparedPoint[]? quarters;

    public PointMultiples(in Point point)
    {
        Point = point;
        Odd = Of(point);
    }

    public Point Point { get; }

    internal PreparedPoint[] Odd { get; }

    /// <summary>
    /// The odd multiples of P, 2^64 P, 2^128 P and 2^192 P, one table after the other: with them a product takes 64 doublings instead of
    /// 256, so the 192 that make them are saved from the second product on. Racing threads compute the same.
    /// </summary>
    internal PreparedPoint[] Quarters => quarters ??= MakeQuarters();

    internal static PreparedPoint[] Of(in Point p)
    {
        var odd = new PreparedPoint[Size];
        Fill(p, odd);
        return odd;
    }

    private static void Fill(in Point p, Span<PreparedPoint> odd)
    {
        odd[0] = p.Prepare();
        var twice = p.Double();
        for (var i = 1; i < odd.Length; i++) odd[i] = twice.Add(odd[i - 1]).ToPoint().Prepare();
    }

    private PreparedPoint[] MakeQuarters()
    {
        var all = new PreparedPoint[4 * Size];
        Odd.CopyTo(all, 0);
        var p = Point;
        for (var quarter = 1; quarter < 4; quarter++)
        {
            p = p.DoubleTimes(64);
            Fill(p, all.AsSpan(Size * quarter, Size));
        }
        return all;
    }
}
