using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rehearsal;

/// <summary>What everybody else in a rehearsal would do now.</summary>
internal static class Others
{
    public static IEnumerable<(string By, Command Command)> MoveClock(Visit visit, string to)
    {
        if (DateTimeOffset.TryParse(to, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
            yield return (visit.Person ?? visit.State.Founding.Founders[0], new AdvanceClock(moment));
    }

    /// <summary>Every delegate whose place nobody has taken yet comes to the desk and is let in; so does everybody in a body without a desk.</summary>
    public static IEnumerable<(string By, Command Command)> FillHall(Visit visit, string id)
    {
        if (visit.State.Sessions.Find(id) is not { } session || !visit.Version.Rules.Bodies.TryGetValue(session.Body, out var body)) yield break;
        var desk = body.Credentials?.Name is { } keeper ? visit.State.Offices.Holders(keeper.Id, visit.Now).Select(t => t.Person).FirstOrDefault() : null;
        foreach (var tenure in visit.State.Offices.Holders(session.Body, visit.Now, session.Unit).OrderBy(t => t.Id, StringComparer.Ordinal))
        {
            if (session.Present.Contains(tenure.Person)) continue;
            if (desk is not null && !session.Credentials.ContainsKey(tenure.Person)) yield return (desk, new Accredit(id, tenure.Person, tenure.Id, null));
            yield return (tenure.Person, new Arrive(id, tenure.Person));
        }
    }

    /// <summary>Those present who have not voted do; two in three for it, by the hash of who and what, so that nobody chooses the outcome.</summary>
    public static IEnumerable<(string By, Command Command)> Vote(Visit visit, string id)
    {
        if (visit.State.Votes.Find(id) is not { Stage: VoteStage.Running, Kind: VoteKind.Open or VoteKind.RollCall, Session: { } sessionId } vote || visit.State.Sessions.Find(sessionId) is not { } session) yield break;
        ImmutableArray<string> passages = [.. Mandate.Organisation.References.Of(visit.State, new(visit.Kept.Blob), vote.Question.Subject, vote.Question.TextVersion).Select(r => r.Name)];
        foreach (var person in Entitlement.Present(visit.State, session, visit.Now).Where(p => p != visit.Person && !vote.Casts.ContainsKey(p)))
        {
            var draw = SHA256.HashData(Encoding.UTF8.GetBytes(id + person))[0] % 12;
            yield return (person, new CastVote(id, draw < 9 ? Choice.Yes : draw < 11 ? Choice.No : Choice.Abstain, true, passages));
        }
    }
}
