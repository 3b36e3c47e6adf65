using System.Collections.Immutable;
using System.Text;
using Mandate.Organisation.Sessions;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;

namespace Mandate.Server.Sessions.Serving;

/// <summary>
/// What a notice says to one person, in their language: the letter and the e-mail are made of the same parts.
/// </summary>
/// <param name="Facts">When, where, convened by whom, on what notice.</param>
/// <param name="Lists">Headed lists: the agenda, the days until which motions can be filed.</param>
internal sealed record NoticeText(Words Words, string Organisation, string? Rehearsal, string Title, string Lead, ImmutableArray<(string Name, string Value)> Facts, ImmutableArray<(string Heading, ImmutableArray<string> Lines)> Lists, ImmutableArray<string> Closing, string Address)
{
    public static NoticeText Of(Visit visit, Session session, string person, string site)
    {
        var words = new Words(Language.Find(NoticeDesk.LanguageOf(visit, person)) ?? visit.Here.Language, visit.Here.Glossary, visit.Here.Zone);
        var rules = visit.Version.Rules;
        var body = rules.Bodies[session.Body];
        var name = Describe.Session(visit, session, words);
        var address = $"{site}{visit.Address}/sessions/{session.Id}";
        return new(
            words,
            rules.Title.In(words.Language.Code),
            visit.State.Founding.Rehearsal ? words["look.rehearsal"] : null,
            words.Say("notice.title", ("session", name)),
            words[LeadKey(visit, session, body, person)],
            FactsOf(visit, session, body, words),
            [(words["sessions.agenda"], [.. session.Agenda.Select(i => Describe.Item(visit, i, words))]), .. Filing(visit, session, words)],
            [words["notice.dispute"], words.Say("notice.papers", ("address", address))],
            address);
    }

    /// <summary>The same as plain text, for an e-mail.</summary>
    public string Plain()
    {
        var text = new StringBuilder();
        text.Append(Organisation).Append('\n');
        if (Rehearsal is not null) text.Append(Rehearsal).Append('\n');
        text.Append('\n').Append(Title).Append("\n\n").Append(Lead).Append("\n\n");
        foreach (var (name, value) in Facts) text.Append(name).Append(": ").Append(value).Append('\n');
        foreach (var (heading, lines) in Lists)
        {
            text.Append('\n').Append(heading).Append('\n');
            for (var i = 0; i < lines.Length; i++) text.Append(i + 1).Append(". ").Append(lines[i]).Append('\n');
        }
        foreach (var line in Closing) text.Append('\n').Append(line).Append('\n');
        return text.ToString();
    }

    private static string LeadKey(Visit visit, Session session, Constitutions.Body body, string person) =>
        BodyShape.IsAssembly(body) ? "notice.lead.member"
        : visit.State.Offices.Holds(person, body.Id, visit.Now, session.Unit) ? "notice.lead.seat"
        : BodyShape.IsDelegated(body) && visit.State.Roll.Member(person) is not null ? "notice.lead.elects" : "notice.lead.voice";

    private static ImmutableArray<(string, string)> FactsOf(Visit visit, Session session, Constitutions.Body body, Words words)
    {
        var facts = ImmutableArray.CreateBuilder<(string, string)>();
        facts.Add((words["notice.when"], $"{words.Weekday(DateOnly.FromDateTime(words.Local(session.Opens).DateTime))} {words.Moment(session.Opens)}"));
        if (session.LastDay > session.FirstDay) facts.Add((words["field.last-day"], words.Date(session.LastDay)));
        facts.Add((words["field.where"], session.Place));
        facts.Add((words["notice.by"], visit.Version.Rules.Bodies.ContainsKey(session.ConvenedBy) || visit.Version.Rules.Offices.ContainsKey(session.ConvenedBy) ? words.Place(session.ConvenedBy) : visit.Kept.NameOf(session.ConvenedBy) ?? session.ConvenedBy));
        if (body.Convene?.Notice is { } notice) facts.Add((words["convene.notice"], $"{words.Value(notice.ToString())} ({notice.Clause.Path})"));
        return facts.ToImmutable();
    }

    /// <summary>Until when motions can still be filed, by class; none where the time has passed.</summary>
    private static IEnumerable<(string, ImmutableArray<string>)> Filing(Visit visit, Session session, Words words)
    {
        if (ConveningPlan.Of(visit.State, session.Body, session.Unit, null, visit.Now) is not { } plan) yield break;
        var days = plan.Days(session.FirstDay, session.LastDay).Where(d => d.Kind == PlannedKind.File && d.Day >= visit.Today)
            .Select(d => words.Say("notice.file", ("class", words.Has("class." + d.About) ? words["class." + d.About] : words.Place(d.About!)), ("day", d.Day))).ToImmutableArray();
        if (days.Length > 0) yield return (words["notice.filing"], days);
    }
}
