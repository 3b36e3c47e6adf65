using Mandate.Constitutions;
using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Statutes;

/// <summary>The meetings at which an amendment of the constitution can be decided.</summary>
public static class AmendmentSessions
{
    /// <summary>Coming meetings of the bodies that the amending rules name; of any body where they name none.</summary>
    public static IEnumerable<Session> Coming(Visit visit)
    {
        var amend = visit.Version.Rules.Amend;
        var bodies = Bodies(amend.Ordinary.Rule).Concat(amend.Entrenched is { } entrenched ? Bodies(entrenched.Rule) : []).ToHashSet(StringComparer.Ordinal);
        return visit.State.Sessions.All.Values
            .Where(s => s.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned && (bodies.Count == 0 || bodies.Contains(s.Body)))
            .OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Bodies(Rule rule) => rule switch
    {
        BodyRule body => [body.Body.Id],
        AllOf all => all.Rules.SelectMany(Bodies),
        AnyOf any => any.Rules.SelectMany(Bodies),
        _ => [],
    };
}
