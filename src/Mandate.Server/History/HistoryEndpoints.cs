using System.Globalization;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Server.Delivery;
using Mandate.Server.Front;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.History;

/// <summary>What a record tells of the past: the events with the guards in the margin, and the registers that its facts make.</summary>
public static class HistoryEndpoints
{
    public static void MapFront(IEndpointRouteBuilder routes) => routes.MapGet("/cases", (IInstallation installation, Here here) =>
        new Page<CasesPage>(new { Cases = (IReadOnlyList<OrganisationCard>)[.. installation.Organisations(here.Words).Where(o => o.Standing == Standing.CaseStudy)] }));

    public static void Map(RouteGroupBuilder organisation)
    {
        var group = organisation.MapGroup("/history");
        // Where nothing is told there are no such pages.
        group.AddEndpointFilter((context, next) => context.HttpContext.RequestServices.GetService(typeof(Visit)) is Visit visit && !visit.State.Facts.Happenings.IsEmpty
            ? next(context)
            : ValueTask.FromResult<object?>(Results.NotFound()));
        group.MapGet("", IResult (string? link, string? guard, string? only, Visit visit) =>
            Unknown(link, Safeguards.Find) || Unknown(guard, GuardCatalogue.Find)
                ? Results.NotFound()
                : Show<TimelinePage>(visit, new { Filter = new Filter(Safeguards.Find(link), guard is { Length: > 0 } ? guard : null, only == "yes") }));
        group.MapGet("/events/{id}", IResult (string id, Visit visit) => visit.State.Facts.Happenings.GetValueOrDefault(id) is { } found
            ? Show<EventPage>(visit, new { Event = found })
            : Results.NotFound());
        group.MapGet("/restrictions", (string? day, Visit visit) => Show<RestrictionsPage>(visit, new { Day = Day(visit, day) }));
        group.MapGet("/power", (string? day, Visit visit) => Show<PowerPage>(visit, new { Day = Day(visit, day) }));
        group.MapGet("/documents", (Visit visit) => Show<DocumentsPage>(visit));
        group.MapGet("/documents/{id}", IResult (string id, string? day, Visit visit) => Find(visit, id, ThingKind.Document) is { } found
            ? Show<DocumentPage>(visit, new { Document = found, Day = Day(visit, day) })
            : Results.NotFound());
        group.MapGet("/people", (Visit visit) => Show<PeoplePage>(visit));
        group.MapGet("/people/{id}", IResult (string id, Visit visit) => Find(visit, id, ThingKind.Person) is { } found
            ? Show<PersonPage>(visit, new { Person = found })
            : Results.NotFound());
        group.MapGet("/strength", (Visit visit) => Show<StrengthPage>(visit));
        group.MapGet("/under", IResult (Visit visit, WebHostOptions options) => options.Compared.IsEmpty
            ? Results.NotFound()
            : Show<UnderPage>(visit, new { Constitutions = options.Compared }));
        group.MapGet("/contradictions", (Visit visit) => Show<ContradictionsPage>(visit));
    }

    /// <summary>The persons of a case study are history; elsewhere an event may name members.</summary>
    private static Page<T> Show<T>(Visit visit, object? parameters = null) where T : Microsoft.AspNetCore.Components.IComponent =>
        new(parameters) { Version = visit.Version(), NamesMembers = !Chronicle.Is(visit.State) };

    private static bool Unknown<T>(string? name, Func<string, T?> find) where T : class => name is { Length: > 0 } && find(name) is null;

    private static Thing? Find(Visit visit, string id, ThingKind kind) => visit.State.Facts.Things.GetValueOrDefault(id) is { } found && found.Kind == kind ? found : null;

    /// <summary>The day asked for; without one, or where what was typed is none, the last day of the busiest year or, where the story ends before, its last.</summary>
    private static DateOnly Day(Visit visit, string? asked)
    {
        if (DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        var main = Story.Of(visit.State, visit.Today).MainDay;
        return Chronicle.Extent(visit.State)?.To is { } last && last < main ? last : main;
    }
}
