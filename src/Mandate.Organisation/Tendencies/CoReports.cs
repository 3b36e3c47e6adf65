using System.Collections.Immutable;
using System.Numerics;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Tally.Apportionment;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// Reports of tendencies beside the rapporteur of an item (S083): <c>rights.platform.gives.co_reports: {congress: 2}</c> gives so many on each report, in
/// proportion to members by Sainte-Laguë as <see cref="TendencyPlaces"/> are. A tendency has one at most on an item: what would be its second goes to nobody.
/// </summary>
public static class CoReports
{
    /// <summary>The co-reports on each item that the constitution gives in that body, and the clause; null where it gives none.</summary>
    public static (int Reports, string Clause)? In(Constitution rules, string body) =>
        rules.Rights.GetValueOrDefault("platform")?.Gives?["co_reports"] is Datum.Map map && map[body] is Datum.Number number
        && int.TryParse(number.Canonical, System.Globalization.CultureInfo.InvariantCulture, out var reports) && reports > 0
            ? (reports, number.Clause.Path)
            : null;

    /// <summary>Whether the strength of a tendency earns it a co-report in that body.</summary>
    public static bool Earns(State state, string tendency, string body, DateTimeOffset at)
    {
        if (In(state.Statutes.At(at), body) is not var (reports, _)) return false;
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var standing = state.Tendencies.All.Values.Where(t => t.StandsOn(day)).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var mine = standing.FindIndex(t => t.Id == tendency);
        return mine >= 0 && HighestAverages.Apportion(Divisor.SainteLague, [.. standing.Select(t => new BigInteger(t.Members.Count))], reports).Certain[mine] > 0;
    }

    /// <summary>Who reports for tendencies on an item, in order of their ids; those only whose tendency still earns it.</summary>
    public static IEnumerable<string> Of(State state, Session session, string item, DateTimeOffset at)
    {
        var key = Key(session.Id, item);
        return state.Tendencies.All.Values.Where(t => t.CoReporters.ContainsKey(key) && Earns(state, t.Id, session.Body, at)).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => t.CoReporters[key]).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether somebody reports for a tendency on some item of that meeting: they have a voice in it.</summary>
    public static bool ReportsAt(State state, Session session, string person, DateTimeOffset at) =>
        In(state.Statutes.At(at), session.Body) is not null && session.Agenda.Any(i => i.Kind == ItemKind.Report && Of(state, session, i.Id, at).Contains(person, StringComparer.Ordinal));

    /// <summary>The reports of the meetings of a body since a moment on which a co-report of that tendency was named, and how many of them were heard.</summary>
    public static (int Named, int Heard) Given(State state, Tendency tendency, string body, DateTimeOffset since)
    {
        var named = state.Sessions.All.Values.Where(s => s.Body == body && s.ConvenedAt > since).SelectMany(s => s.Agenda.Select(i => (Session: s, Item: i.Id, Person: tendency.CoReporters.GetValueOrDefault(Key(s.Id, i.Id))))).Where(r => r.Person is not null).ToImmutableArray();
        return (named.Length, named.Count(r => r.Session.Speeches.Any(s => s.Item == r.Item && s.Person == r.Person && s.From is not null)));
    }

    internal static string Key(string session, string item) => $"{session}/{item}";

    internal static Decision Name(State state, Act act, NameCoReporter c)
    {
        if (Serving.Speaker(state, act, c.Tendency, out var tendency) is { } not) return not;
        if (state.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        if (session.Stage is not (SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned)) return ProtocolRefusals.WrongStage("session", session.Id, SessionStage.Convened, session.Stage);
        if (session.Item(c.Item) is not { Kind: ItemKind.Report } item) return ProtocolRefusals.Unknown("item", c.Item);
        if (item.Done) return ProtocolRefusals.WrongStage("item", item.Id, "open", "done");
        if (In(state.Statutes.At(act.At), session.Body) is not var (_, clause)) return TendenciesRefusals.NoCoReports(tendency.Clause, session.Body);
        if (!Earns(state, tendency.Id, session.Body, act.At)) return TendenciesRefusals.TooFewForCoReport(clause, tendency.Members.Count);
        return Serving.Willing(tendency, session.Body, c.Person) is { } unwilling ? unwilling : Decision.Accept(clause, new CoReporterNamed(tendency.Id, session.Id, item.Id, c.Person));
    }
}
