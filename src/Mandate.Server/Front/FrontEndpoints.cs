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
        routes.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /o/\n"));
        routes.MapGet("/favicon.ico", () => Results.Redirect(AssetFiles.Ours.Address("favicon.svg")));
    }
}
