using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;

namespace Mandate.Simulation.Stress;

/// <summary>Curves of one or two constitutions under the same scenario, as an SVG that stands alone and says in words what it shows.</summary>
public static class Plot
{
    private const int Wide = 720;
    private const int High = 400;
    private const int Left = 56;
    private const int Top = 56;
    private const int Right = 24;
    private const int Bottom = 96;

    // Distinguishable without colour too: solid, dashed, dotted (Okabe and Ito 2008 for the colours).
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#555555", "#555555"];
    private static readonly string[] Dashes = ["", "8 4", "2 4", "1 3"];

    public static string Svg(IReadOnlyList<StressResult> results)
    {
        var curves = results.Select(r => (Name: $"{r.Constitution}: executive seats of the apparatus", Values: r.Mean(x => x.Executive))).ToList();
        curves.Add(("support of the apparatus among the members", results[0].Mean(x => x.Support)));
        var title = $"Share of the executive held by the apparatus, scenario {results[0].Scenario.Name}, {results[0].Runs.Length} runs";
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Wide} {High + (18 * curves.Count)}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"t\">{Escaped(title)}</title>\n<desc id=\"d\">{Escaped(string.Join(". ", curves.Select(Told)))}. {Escaped(StressTest.Limits[0])}</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<text x=\"{Left}\" y=\"28\" font-size=\"15\" font-weight=\"600\">{Escaped(title)}</text>\n");
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Wide - Right}\" y1=\"{Y(share):0.#}\" y2=\"{Y(share):0.#}\" stroke=\"{(share == 0.5 ? "#333" : "#ddd")}\"/><text x=\"{Left - 8}\" y=\"{Y(share) + 4:0.#}\" text-anchor=\"end\">{share * 100:0}%</text>\n");
        var periods = curves[0].Values.Length;
        for (var year = 0; year * 4 <= periods; year += Math.Max(1, periods / 40))
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(year * 4, periods):0.#}\" y=\"{High - Bottom + 20}\" text-anchor=\"middle\">{year}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Wide - Right) / 2}\" y=\"{High - Bottom + 40}\" text-anchor=\"middle\">years</text>\n");
        foreach (var ((name, values), i) in curves.Select((c, i) => (c, i)))
        {
            var style = i == curves.Count - 1 ? 2 : i;
            var points = string.Join(' ', values.Select((v, t) => string.Create(CultureInfo.InvariantCulture, $"{X(t + 1, periods):0.#},{Y(v):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{Colours[style]}\" stroke-width=\"2.5\" stroke-dasharray=\"{Dashes[style]}\" points=\"{points}\"/>\n");
            var y = High - Bottom + 62 + (18 * i);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Left + 36}\" y1=\"{y - 4}\" y2=\"{y - 4}\" stroke=\"{Colours[style]}\" stroke-width=\"2.5\" stroke-dasharray=\"{Dashes[style]}\"/><text x=\"{Left + 46}\" y=\"{y}\">{Escaped(name)}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{High - Bottom + 70 + (18 * curves.Count)}\" font-size=\"11\" fill=\"#444\">{Escaped(StressTest.Limits[0])}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static string Told((string Name, ImmutableArray<double> Values) curve) =>
        string.Create(CultureInfo.InvariantCulture, $"{curve.Name}: {curve.Values[0] * 100:0}% at first, {curve.Values[^1] * 100:0}% at the end");

    private static double X(int t, int periods) => Left + ((double)t / Math.Max(1, periods) * (Wide - Left - Right));

    private static double Y(double share) => Top + ((1 - share) * (High - Top - Bottom));

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
