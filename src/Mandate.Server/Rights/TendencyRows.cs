using Mandate.Organisation.Tendencies;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>
/// Tendencies: what they are about, which points of their platform how many share, their paper, their money, who serves them; then the consultations
/// that a party has shown, and the reader's own.
/// </summary>
internal static class TendencyRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Tendencies.All.Values.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => Tendency(v, t))
        .Concat(v.State.Tendencies.Joints.Values.Select(j => (Joint: j, Own: Own(v, j))).Where(j => j.Own is not null || j.Joint.Text is not null)
            .OrderBy(j => j.Joint.Parties.Values.Min()).ThenBy(j => j.Joint.Id, StringComparer.Ordinal).Select(j => Joint(v, j.Joint, j.Own)));

    private static Row Tendency(Visit v, Tendency t) => new(
        t.Id, t.Name, v.Today > t.Until ? Meaning.Past : t.StandsOn(v.Today) ? Meaning.InForce : Meaning.Pending,
        v.Today > t.Until ? "rights.ended" : t.StandsOn(v.Today) ? "rights.stands" : "rights.gathering",
        [
            .. t.Subject is { } subject ? new[] { ("field.subject-of", subject) } : [], ("rights.members", v.Words.Say("rights.of", ("given", t.Members.Count), ("needed", t.Needed))), ("rights.until", v.Words.Date(t.Until)),
            ("rights.speaker", v.NameOrId(t.Speaker)), .. Points(v, t), .. Served(v, t), .. CouncilRows.Heard(v, t), .. Money(v, t),
        ],
        [new("tendencies.join", ("tendency", t.Id)), new("tendencies.leave", ("tendency", t.Id)), .. Serving(v, t), .. t.StandsOn(v.Today) ? CouncilRows.Hearing(v, t) : []])
    {
        Text = t.Platform,
        Further =
        [
            .. t.Papers.Reverse().Take(10).Select(p => (v.Words.Say("tendency.issue", ("title", p.Title), ("when", v.Words.Moment(p.At)), ("by", v.NameOrId(p.By))), p.Text)),
            .. t.Accounts.Reverse().Take(3).Select(a => (v.Words.Say("tendency.statement", ("day", v.Words.Date(a.Until))), a.Statement)),
        ],
    };

    /// <summary>Each point with how many share it, where some do not share all; and what they hold against it, under no name (S102).</summary>
    private static IEnumerable<(string, string)> Points(Visit v, Tendency t)
    {
        if (t.Points > 1 && v.Text(t.Platform) is { } text)
            foreach (var (point, number) in Platforms.Points(text).Select((p, i) => (p, i + 1)))
                yield return ("tendency.point", v.Words.Say("tendency.point-shared", ("number", number), ("point", point), ("given", t.SupportOf(number)), ("of", t.Members.Count)));
        foreach (var words in t.Reservations.Values.Select(r => r.Words).OfType<string>().Order(StringComparer.Ordinal)) yield return ("tendency.reservation", words);
    }

    private static IEnumerable<(string, string)> Money(Visit v, Tendency t) =>
    [
        .. t.Editors.IsEmpty ? Array.Empty<(string, string)>() : [("tendency.editors", string.Join(", ", t.Editors.Select(v.NameOrId)))],
        .. t.Accounts.Select(a => ("tendency.money", v.Words.Say("tendency.money-until", ("day", v.Words.Date(a.Until)), ("received", AccountRows.Money(v, a.Received, a.Currency)), ("spent", AccountRows.Money(v, a.Spent, a.Currency))))),
        .. t.Accounts.IsEmpty && t.From.AddYears(1) < v.Today ? new[] { ("tendency.money", v.Words["tendency.money-none"]) } : [],
    ];

    /// <summary>Who watches counts for it, and what they said.</summary>
    private static IEnumerable<(string, string)> Served(Visit v, Tendency t) =>
    [
        .. t.Scrutineers.IsEmpty ? Array.Empty<(string, string)>() : [("rights.scrutineers", string.Join("; ", t.Scrutineers.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{string.Join(", ", s.Value.Select(v.NameOrId))} ({Home.Describe.Vote(v, v.State.Votes.All[s.Key])})")))],
        .. t.Observations.Select(o => (o.InOrder ? "field.remark" : "rights.note", v.Words.Say("rights.observed", ("vote", Home.Describe.Vote(v, v.State.Votes.All[o.Vote])), ("remark", o.Remark)))),
    ];

    private static IEnumerable<RowAct> Serving(Visit v, Tendency t)
    {
        if (v.Person is not { } person) yield break;
        if (t.Speaker == person) yield return new("tendencies.give-account", ("tendency", t.Id));
        if (!t.StandsOn(v.Today)) yield break;
        if (t.Speaker == person || t.Editors.Contains(person)) yield return new("tendencies.publish", ("tendency", t.Id));
        if (t.Speaker == person)
        {
            yield return new("tendencies.name-editor", ("tendency", t.Id));
            yield return new("tendencies.name-scrutineer", ("tendency", t.Id));
            yield return new("tendencies.send", ("tendency", t.Id));
            foreach (var (session, item) in OpenReports(v, t)) yield return new("tendencies.name-co-reporter", ("tendency", t.Id), ("session", session), ("item", item));
            yield break;
        }
        yield return new("tendencies.offer", ("tendency", t.Id));
        if (t.Scrutineers.Values.Any(s => s.Contains(person))) yield return new("tendencies.observe", ("tendency", t.Id));
    }

    /// <summary>The first report of a coming meeting on which it has a co-report and has named nobody.</summary>
    private static IEnumerable<(string Session, string Item)> OpenReports(Visit v, Tendency t) => v.State.Sessions.All.Values
        .Where(s => s.Stage is Mandate.Organisation.Sessions.SessionStage.Convened or Mandate.Organisation.Sessions.SessionStage.Open or Mandate.Organisation.Sessions.SessionStage.Adjourned && CoReports.Earns(v.State, t.Id, s.Body, v.Now))
        .OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal)
        .SelectMany(s => s.Agenda.Where(i => i is { Kind: Mandate.Organisation.Sessions.ItemKind.Report, Done: false } && !CoReports.Of(v.State, s, i.Id, v.Now).Contains(t.CoReporters.GetValueOrDefault($"{s.Id}/{i.Id}") ?? "", StringComparer.Ordinal)).Select(i => (s.Id, i.Id))).Take(1);

    /// <summary>The reader's pseudonym in it, where they are a party.</summary>
    private static string? Own(Visit v, JointInitiative j) =>
        v.Person is { } person && v.Kept.Names?.Invoke(person, Mandate.Organisation.Acts.Pseudonyms.Joint(j.Id)) is { } own && j.Parties.ContainsKey(own) ? own : null;

    private static Row Joint(Visit v, JointInitiative j, string? own) => new(
        j.Id, v.Words["joint.title"], j.Text is null ? Meaning.Pending : Meaning.InForce, j.Text is null ? "joint.closed" : "joint.shown",
        [
            .. own is null ? Array.Empty<(string, string)>() : [("joint.own", v.Words.Moment(j.Parties[own])), ("joint.id", j.Id), ("joint.parties", v.Words.Number(j.Parties.Count))],
            .. j.Shown.Select(s => ("joint.party", $"{v.NameOrId(s.Value)}, {v.Words.Moment(j.Parties[s.Key])}")),
            ("joint.digest", j.Commitment),
        ],
        own is null || j.Shown.ContainsKey(own) ? [] : [new("tendencies.open-joint", ("joint", j.Id))]) { Text = j.Text };
}
