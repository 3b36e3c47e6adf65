using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Statutes;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Statutes;

/// <summary>The constitution as of any day: its text, its rules clause by clause, and where each clause was used.</summary>
public static class StatutesEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        ProposeEndpoints.Map(group);
        EditorEndpoints.MapOwn(group);
        group.MapGet("/constitution", IResult (string? on, Visit visit) => At(visit, on) is { } version
            ? new Page<ConstitutionPage>(new { Version = version, On = Day(on) }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/constitution/text/{language}", IResult (string language, string? on, Visit visit) => At(visit, on) is { } version && version.Texts.TryGetValue(language, out var digest) && visit.Text(digest) is { } text
            ? new Page<TextPage>(new { Version = version, TextLanguage = language, Text = text }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/constitution/versions", IResult (Visit visit) => visit.State.Statutes.Versions.Length > 0 ? new Page<VersionsPage> { Version = visit.Version() } : Results.NotFound());
        group.MapGet("/constitution/versions/{number:int}", IResult (int number, Visit visit) => number >= 1 && number <= visit.State.Statutes.Versions.Length
            ? new Page<VersionPage>(new { Version = visit.State.Statutes.Versions[number - 1] }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/constitution/judgements", IResult (Visit visit) => visit.State.Statutes.Versions.Length > 0 ? new Page<JudgementsPage> { Version = visit.Version(), NamesMembers = true } : Results.NotFound());
        group.MapGet("/constitution/{**path}", IResult (string path, string? on, Visit visit) => At(visit, on) is { } version && Clauses.At(version.Rules, path) is { } clause
            ? new Page<ClausePage>(new { Version = version, Clause = clause }) { Version = visit.Version() }
            : Nearest(visit, path, on) is { } address ? Results.Redirect(address) : Results.NotFound());
    }

    /// <summary>A finding may be about a clause that is missing: then the reader comes to what stands nearest above it. Null where the format has no such place.</summary>
    private static string? Nearest(Visit visit, string path, string? on)
    {
        if (At(visit, on) is not { } version || !visit.Words.Has("chapter." + path.Split('.', '[')[0])) return null;
        for (var above = AdoptedText.Above(path); above.Length > 0; above = AdoptedText.Above(above))
            if (Clauses.At(version.Rules, above) is not null) return $"{visit.Address}/constitution/{Uri.EscapeDataString(above)}";
        return visit.Address + "/constitution";
    }

    private static DateOnly? Day(string? on) => DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The version in force at the end of that day; now, without one.</summary>
    private static ConstitutionVersion? At(Visit visit, string? on) => Day(on) is { } day
        ? visit.State.Statutes.VersionAt(new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1))
        : visit.State.Statutes.Versions.Length == 0 ? null : visit.Version;
}
