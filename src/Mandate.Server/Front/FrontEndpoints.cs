using Mandate.Server.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Front;

/// <summary>The pages of the installation itself: front page, about and risks, how to verify.</summary>
public static class FrontEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (IInstallation installation, Here here) =>
            new Page<FrontPage>(new { Organisations = installation.Organisations(here.Words) }));
        routes.MapGet("/about", () => new Page<AboutPage> { Version = "about" });
        routes.MapGet("/verify", () => new Page<VerifyPage> { Version = "verify" });
        // To be kept and opened without a network: the trustee's key is never on a page that a server gave a moment ago.
        routes.MapGet("/trustee", () => Results.Bytes(AssetFiles.Ours.Read("trustee.html").ToArray(), "text/html; charset=utf-8", "trustee.html"));
        routes.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /o/\n"));
        routes.MapGet("/favicon.ico", () => Results.Redirect(AssetFiles.Ours.Address("favicon.svg")));
    }
}
