using System.Text;
using System.Text.RegularExpressions;
using Mandate.Server.Delivery;

namespace Mandate.Server.Printing;

/// <summary>A page as one file that needs nothing else: styles and fonts inside, no script, links that lead to the server.</summary>
public static partial class SelfContained
{
    /// <summary>A file has no headers: the policy stands in it.</summary>
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:\">";

    private static readonly Lazy<string> Styles = new(() => FontAddress().Replace(Encoding.UTF8.GetString(AssetFiles.Ours.Read("style.css")), m => $"url(data:font/woff2;base64,{Convert.ToBase64String(AssetFiles.Ours.Read(m.Groups["font"].Value))})"));

    /// <param name="html">The page as the server answers it.</param>
    /// <param name="server">Scheme and host that its links belong to.</param>
    public static string Of(string html, string server)
    {
        var plain = Asked().Replace(html, "");
        var head = plain.IndexOf("<head>", StringComparison.Ordinal);
        return head < 0 ? plain : string.Concat(plain.AsSpan(0, head + 6), $"<meta charset=\"utf-8\">{Policy}<base href=\"{System.Net.WebUtility.HtmlEncode(server)}/\"><style>@page {{ size: A4 }} ", Styles.Value, $"</style>{plain.AsSpan(head + 6)}");
    }

    /// <summary>What a browser would fetch beside the page.</summary>
    [GeneratedRegex(@"<link\s[^>]*>|<script\b[^>]*>.*?</script>", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"url\(['""]?\.?/?(?<font>fonts/[^'"")]+\.woff2)['""]?\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FontAddress();
}
