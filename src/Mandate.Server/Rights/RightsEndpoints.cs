using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Rights;

/// <summary>The registers of rights and what the guards find; each page opens with the one question it answers.</summary>
public static class RightsEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/rights", (Visit visit) => new Page<RightsPage> { Version = visit.Version() });
        group.MapGet("/rights/findings", (Visit visit) => new Page<FindingsPage>(new { Findings = Mandate.Organisation.Guards.Findings.AsOf(visit.State, visit.State, visit.Today) }) { Version = visit.Version() });
        MailingEndpoints.Map(group);
        GuardExampleEndpoints.Map(group);
        group.MapGet("/rights/guards", (Visit visit) => new Page<GuardsPage>(new { Findings = Mandate.Organisation.Guards.Findings.AsOf(visit.State, visit.State, visit.Today) }) { Version = visit.Version() });
        group.MapGet("/rights/guards/{name}", IResult (string name, string? ask, string? recorded, Visit visit) => Mandate.Organisation.Guards.GuardCatalogue.Find(name) is { } guard
            ? new Page<GuardPage>(new { Guard = guard, Ask = ask, Recorded = recorded }) { Version = $"{visit.Version()}/{ask}/{recorded}" }
            : Results.NotFound());
        group.MapGet("/rights/balance", (DateOnly? until, Visit visit) => (until is { } day && day < visit.Today ? day : until is null ? PastGuards.Default(visit) : visit.Today) is var last
            ? new Page<BalancePage>(new { Until = last }) { Version = $"{visit.Version()}/{last:yyyy-MM-dd}" } : null!);
        group.MapGet("/rights/indicators", (Visit visit) => new Page<IndicatorsPage>(new { Indicators = Mandate.Organisation.Inspection.Indicators.WithHistory(visit.State, visit.Today, new(visit.Kept.Blob)) }) { Version = visit.Version() });
        group.MapGet("/rights/tiers", (Visit visit) => new Page<TiersPage>(new { Motions = Mandate.Organisation.Inspection.Tiers.Of(visit.State), Strengths = Mandate.Organisation.Inspection.Strengths.Of(visit.State) }) { Version = visit.Version() });
        group.MapGet("/rights/life", (string? body, Visit visit) => new Page<LifePage>(new { Bodies = Mandate.Organisation.Inspection.BodyLives.On(visit.State, visit.Today), Powers = Mandate.Organisation.Inspection.BodyPowers.Of(visit.State, visit.Now), Asked = body }) { Version = $"{visit.Version()}/{body}", NamesMembers = true });
        group.MapGet("/rights/reprisals", (Visit visit) => new Page<ReprisalsPage> { Version = visit.Version(), NamesMembers = true });
        group.MapGet("/rights/accounts/books.journal", (Visit visit) => Books(Mandate.Organisation.Accounts.Books.BookText.Hledger(visit.State.Accounts, visit.Today), "books.journal"));
        group.MapGet("/rights/accounts/books.beancount", (Visit visit) => Books(Mandate.Organisation.Accounts.Books.BookText.Beancount(visit.State.Accounts, visit.Today), "books.beancount"));
        group.MapGet("/rights/{register}", IResult (string register, Visit visit) => Register.Find(register) is { } found
            ? new Page<RegisterPage>(new { Register = found }) { Version = visit.Version(), NamesMembers = true }
            : Results.NotFound());
    }

    private static IResult Books(string text, string name) => Results.File(System.Text.Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", name);
}
