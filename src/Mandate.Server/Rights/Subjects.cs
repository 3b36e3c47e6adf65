using Mandate.Organisation.Facts;
using Mandate.Server.Home;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>
/// What a finding rests on, where it stands in our own record: a place with its holder, a vote, a row of a register, by name and with its page.
/// Nobody reads the id by which the register shows it (<c>tenure:t-0116</c>).
/// </summary>
internal sealed class Subjects(Visit visit)
{
    private readonly Dictionary<Register, Dictionary<string, Row>> rows = [];

    /// <summary>Null for what a work outside says: that has no page here.</summary>
    public (string Text, string Address)? Of(Source source)
    {
        if (source is not { Work: "record", Lines: { } lines }) return null;
        var parts = lines.Split(':');
        var (kind, id) = (parts[0], parts.Length > 1 ? parts[1] : "");
        return Page(kind, id) is var (text, page) ? (text, visit.Address + page) : (visit.Words["section.record"], visit.Address + "/record");
    }

    private (string Text, string Page)? Page(string kind, string id) => kind switch
    {
        "tenure" when visit.State.Offices.Tenures.GetValueOrDefault(id) is { } tenure => (Named.Tenure(visit, tenure), "/offices/" + id),
        "vote" when visit.State.Votes.Find(id) is { } vote => (Describe.Vote(visit, vote), "/votes/" + id),
        "plan" when visit.State.Planning.Plans.GetValueOrDefault(id) is { } plan => (plan.Title, "/plan/" + id),
        "piece" => In("press", id),
        "emergency" => In("restrictions", id) ?? (visit.Words["rights.restrictions"], "/rights/restrictions"),
        "fund" or "round" => In("accounts", id) ?? (Named.Of(visit, id) ?? visit.Words["rights.accounts"], "/rights/accounts"),
        "question" => (Named.Of(visit, id) ?? visit.Words["rights.accounts"], "/rights/accounts"),
        "share" => In("commitments", id) ?? (visit.Words["rights.commitments"], "/rights/commitments"),
        "inspection" => In("inspections", id) ?? (Named.Of(visit, id) ?? visit.Words["rights.inspections"], "/rights/inspections"),
        "difference" => (visit.Words["rights.decisions"], "/plan"),
        "watch" => (visit.Words["plan.prices"], "/plan/prices"),
        "officials" => (visit.Words.Place(id), "/rights/tiers"),
        "body" => (visit.Words.Place(id), "/rights/life"),
        "relation" => (visit.Words["section.constitution"], "/constitution"),
        _ => In(kind + "s", id),
    };

    private (string Text, string Page)? In(string name, string id)
    {
        if (Register.Find(name) is not { } register) return null;
        // Once for the page: a register may be long, and have many findings.
        if (!rows.TryGetValue(register, out var titles)) rows[register] = titles = register.Rows(visit).GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return titles.TryGetValue(id, out var row) ? (row.Title, $"/rights/{register.Name}#{id}") : null;
    }
}
