using System.Globalization;
using System.Text;

namespace Mandate.Tally.Sheets;

/// <summary>Text and numbers for HTML and SVG, independent of culture.</summary>
internal static class Html
{
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                < ' ' and not ('\n' or '\t') => "\uFFFD",
                _ => c.ToString(),
            });
        }
        return safe.ToString();
    }

    /// <summary>A coordinate with two decimals. Drawings are for the eye; nothing is decided by them.</summary>
    public static string At(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);
}
