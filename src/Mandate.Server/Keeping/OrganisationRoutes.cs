using Mandate.Server.Rehearsal;
using Mandate.Server.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Keeping;

/// <summary>All pages of an organisation lie below <c>/o/SLUG</c>. Before any of them runs, the visit is set.</summary>
public static class OrganisationRoutes
{
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/o/{slug}");
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var parts = http.RequestServices;
            if (parts.GetRequiredService<IKeeper>().Find((string)http.Request.RouteValues["slug"]!) is not { } kept) return Results.NotFound();
            if (kept.Practice is { } practice && PracticePass.Ask(http, kept.Slug, practice) is { } answer) return answer;
            parts.GetRequiredService<Visit>().Set(kept, parts.GetRequiredService<SignedIn>().Person(http, kept));
            var path = http.Request.Path.Value![($"/o/{kept.Slug}".Length)..];
            if (HttpMethods.IsPost(http.Request.Method) && !SignedIn.OpensTo(path) && parts.GetRequiredService<SignedIn>().OnlyIn(http, kept) is not null)
                return Results.Redirect($"/o/{kept.Slug}/sign-in?slip=only");
            return await next(context);
        });
        return group;
    }

    /// <summary>Forms carry a token; one that was made elsewhere is turned away before anything is read.</summary>
    public static RouteHandlerBuilder MapAct(this RouteGroupBuilder group, string pattern, Delegate handler) =>
        group.MapPost(pattern, handler).WithMetadata(new RequireAntiforgeryTokenAttribute()).AddEndpointFilter((context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest()));
}
