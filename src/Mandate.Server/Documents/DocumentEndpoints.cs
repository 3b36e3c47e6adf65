using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Documents;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Documents;

/// <summary>The page of a document that was deposited by its commitment, and the check of a text that somebody holds. Nothing that is checked is kept.</summary>
internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/documents/check", (Visit visit) => new Page<CheckCopyPage> { Version = visit.Version() });
        group.MapAct("/documents/check", async Task<IResult> (HttpContext http, Visit visit) =>
        {
            var form = await http.Request.ReadFormAsync();
            var (text, of) = (form["copy-text"].ToString(), form["copy-of"].ToString());
            // As written, and with the line that ends a text: what was deposited by a form of ours ends with one.
            var tries = new[] { text, text.ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n", text.ReplaceLineEndings("\n").Trim() }.Distinct(StringComparer.Ordinal)
                .Select(t => CopyCheck.Of(visit.State.Documents, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(t))), of.Length > 0 ? of : null)).ToList();
            var found = tries.Exists(t => t.Verdict == CopyVerdict.Authentic) ? tries.Find(t => t.Verdict == CopyVerdict.Authentic) : tries[0];
            return new Page<CheckCopyPage>(new { Found = ((CopyVerdict, string?)?)found, Filled = Filled.From(form) });
        });
    }

    /// <summary>The page of a document without a seal.</summary>
    public static IResult Show(Document document, HttpContext http)
    {
        var (on, who, knew) = (http.Request.Query["on"].ToString(), http.Request.Query["who"].ToString(), http.Request.Query["knew"].ToString());
        return new Page<DocumentPage>(new
        {
            Document = document, On = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null,
            Who = who.Length > 0 ? who : null, Knew = knew switch { "yes" => true, "no" => false, _ => (bool?)null },
        })
        { NamesMembers = true };
    }
}
