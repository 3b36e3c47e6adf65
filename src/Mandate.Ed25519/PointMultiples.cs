namespace Mandate.Ed25519;

/// <summary>P, 3P, ..., 15P: for a public point that stands in a few products, as the ciphertexts of a ballot do.</summary>
public sealed class PointMultiples
{
    internal const int Width = 5;

    public PointMultiples(in Point point)
    {
        Point = point;
        Odd = Of(point);
    }

    public Point Point { get; }

    internal PreparedPoint[] Odd { get; }

    internal static PreparedPoint[] Of(in Point p)
    {
        var odd = new PreparedPoint[1 << (Width - 2)];
        odd[0] = p.Prepare();
        var twice = p.Double();
        for (var i = 1; i < odd.Length; i++) odd[i] = twice.Add(odd[i - 1]).ToPoint().Prepare();
        return odd;
    }
}
