using System.Globalization;
using System.Text;

namespace Mandate.Tally.Sheets;

/// <summary>
/// Draws how votes move from round to round: one column per round, a bar per candidate as high as the votes, bands for votes that stay and votes
/// that move. The table of transfers says the same in words. Floating point is used for places on the page only.
/// </summary>
internal sealed class TransferDrawing
{
    private const double Column = 132;
    private const double Bar = 14;
    private const double Gap = 6;
    private const double Height = 520;
    private const double Top = 34;
    private const double Names = 190;
    private const int MostBars = 6000;

    // Smaller than this part of its size the drawing is not made to fit, but scrolled.
    private const double Legible = 0.8;

    // Okabe and Ito's colours, told apart also by people who see fewer colours; the names stand beside the bars.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A6A00", "#5B3A8C"];

    private readonly Count count;
    private readonly int[] order;
    private readonly double scale;
    private readonly double[][] tops;
    private readonly int exhausted;

    private TransferDrawing(Count count)
    {
        this.count = count;
        exhausted = count.Candidates.Length;
        var standing = Enumerable.Range(0, exhausted).Where(c => count.Rounds[0].Standings[c] != Standing.Withdrawn).ToArray();
        order = [.. standing.OrderBy(c => count.Elected.Contains(c) ? count.Elected.IndexOf(c) : int.MaxValue).ThenByDescending(LastRound).ThenByDescending(c => count.Rounds[^1].Votes[c]), exhausted];
        var most = count.Rounds.Max(r => order.Sum(n => Votes(r, n)));
        scale = most > 0 ? (Height - Gap * order.Length) / most : 0;
        tops = [.. count.Rounds.Select(Stack)];
    }

    /// <summary>The drawing as SVG; null where nothing moves or it would be too large to read.</summary>
    /// <param name="title">What it is, for those who hear it.</param>
    /// <param name="description">Where the same numbers stand.</param>
    public static string? Svg(Count count, string title = "How votes moved from round to round", string description = "One column per round, a bar per candidate. The table of transfers below gives the same numbers.")
    {
        if (count.Rounds.Length < 2 || !count.Rounds.Any(r => !r.Transfers.IsEmpty)) return null;
        if (count.Rounds.Length * (count.Candidates.Length + 1) > MostBars) return null;
        return new TransferDrawing(count).Draw(title, description);
    }

    private string Draw(string title, string description)
    {
        var width = Names + Column * (count.Rounds.Length - 1) + Bar + Names;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-labelledby=\"flow-title flow-desc\" viewBox=\"0 0 {Html.At(width)} {Html.At(Top + Height + 10)}\" width=\"{Html.At(width)}\" height=\"{Html.At(Top + Height + 10)}\" style=\"min-width:{Html.At(width * Legible)}px\" xmlns=\"http://www.w3.org/2000/svg\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"flow-title\">{Html.Escape(title)}</title>\n<desc id=\"flow-desc\">{Html.Escape(description)}</desc>\n");
        for (var r = 1; r < count.Rounds.Length; r++) Bands(svg, r);
        for (var r = 0; r < count.Rounds.Length; r++) Bars(svg, r);
        return svg.Append("</svg>\n").ToString();
    }

    private void Bars(StringBuilder svg, int r)
    {
        var round = count.Rounds[r];
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Html.At(X(r) + Bar / 2)}\" y=\"18\" text-anchor=\"middle\" class=\"round\">{(r == 0 ? "first" : r.ToString(CultureInfo.InvariantCulture))}</text>\n");
        foreach (var n in order)
        {
            var high = Votes(round, n) * scale;
            if (high <= 0) continue;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Html.At(X(r))}\" y=\"{Html.At(Y(r, n))}\" width=\"{Html.At(Bar)}\" height=\"{Html.At(Math.Max(high, 0.5))}\" fill=\"{Colour(n)}\"><title>{Html.Escape(Name(n))}: {count.Text(Exact(round, n))}</title></rect>\n");
            if (r != 0 && r != count.Rounds.Length - 1) continue;
            var (x, anchor) = r == 0 ? (X(r) - 5, "end") : (X(r) + Bar + 5, "start");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Html.At(x)}\" y=\"{Html.At(Y(r, n) + high / 2 + 4)}\" text-anchor=\"{anchor}\">{Html.Escape(Short(Name(n)))}</text>\n");
        }
    }

    private void Bands(StringBuilder svg, int r)
    {
        var (before, after) = (count.Rounds[r - 1], count.Rounds[r]);
        var left = order.ToDictionary(n => n, n => Y(r - 1, n));
        var right = order.ToDictionary(n => n, n => Y(r, n));
        foreach (var n in order)
        {
            var moved = after.Transfers.Where(t => t.From == n).Sum(t => Value(t.Votes));
            var stays = Math.Min(Votes(before, n) - moved, Votes(after, n));
            Band(svg, r, n, n, stays, left, right, 0.28);
        }
        foreach (var transfer in after.Transfers)
            Band(svg, r, transfer.From, transfer.To < 0 ? exhausted : transfer.To, Value(transfer.Votes), left, right, 0.55);
    }

    private void Band(StringBuilder svg, int r, int from, int to, double votes, Dictionary<int, double> left, Dictionary<int, double> right, double opacity)
    {
        var high = votes * scale;
        if (high <= 0.02 || !left.TryGetValue(from, out var a) || !right.TryGetValue(to, out var b)) return;
        var (x0, x1) = (X(r - 1) + Bar, X(r));
        var middle = Html.At((x0 + x1) / 2);
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Html.At(x0)} {Html.At(a)}C{middle} {Html.At(a)} {middle} {Html.At(b)} {Html.At(x1)} {Html.At(b)}V{Html.At(b + high)}C{middle} {Html.At(b + high)} {middle} {Html.At(a + high)} {Html.At(x0)} {Html.At(a + high)}Z\" fill=\"{Colour(from)}\" fill-opacity=\"{Html.At(opacity)}\"/>\n");
        left[from] = a + high;
        right[to] = b + high;
    }

    private double[] Stack(Round round)
    {
        var y = Top;
        var result = new double[exhausted + 1];
        foreach (var n in order)
        {
            result[n] = y;
            var high = Votes(round, n) * scale;
            if (high > 0) y += high + Gap;
        }
        return result;
    }

    private double Y(int r, int n) => tops[r][n];

    private static double X(int r) => Names + Column * r;

    private Fraction Exact(Round round, int n) => n == exhausted ? round.Exhausted : round.Votes[n];

    private double Votes(Round round, int n) => Value(Exact(round, n));

    private static double Value(Fraction votes) => double.Parse(votes.ToDecimal(4), CultureInfo.InvariantCulture);

    private string Name(int n) => n == exhausted ? "no further preference" : count.Name(n);

    private static string Short(string name) => name.Length <= 26 ? name : name[..25] + "\u2026";

    private string Colour(int n) => n == exhausted ? "#8A8A8A" : Colours[Array.IndexOf(order, n) % Colours.Length];

    private int LastRound(int c)
    {
        var last = 0;
        for (var r = 0; r < count.Rounds.Length; r++)
            if (count.Rounds[r].Votes[c].Sign > 0) last = r;
        return last;
    }
}
