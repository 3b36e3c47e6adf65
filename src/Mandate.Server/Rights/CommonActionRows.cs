using Mandate.Organisation.Federation;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>What units do together: plans of action, what they ask bodies and how things stand there, charters of those who act for a body.</summary>
internal static class CommonActionRows
{
    public static IEnumerable<Row> Plans(Visit v) => v.State.Federation.Plans.Values.OrderBy(p => p.Review is not null).ThenBy(p => p.DecideBy).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => Plan(v, p));

    private static Row Plan(Visit v, Plan plan)
    {
        var (stage, words) = (plan.StageAt(v.Now), v.Words);
        var silent = plan.Silent.Select(v.UnitName).ToArray();
        return new(
            plan.Id, plan.What,
            stage switch { PlanStage.Going => Meaning.InForce, PlanStage.Held => Meaning.Alarm, PlanStage.Preparing or PlanStage.Ready => Meaning.Pending, _ => Meaning.Past },
            $"value.PlanStage.{stage}",
            [
                ("rights.plans.holds", words.Place(plan.For.Split('@')[0])),
                plan.On is { } on ? ("rights.plans.by-day", words.Date(on)) : ("rights.plans.by-condition", plan.Condition!),
                .. plan.UnitsNeeded is { } needed ? new[] { ("rights.plans.confirmed", words.Say("rights.of", ("given", plan.ConfirmedAt(v.Now).Count()), ("needed", needed))) } : [],
                .. plan.Partners.Select(p => ("rights.plans.depends", words.Say("rights.plans.partner", ("name", p.Name), ("state", Partner(v, plan, p))))),
                .. plan.Strengths.Select(s => ("rights.plans.rests", Strength(v, plan, s))),
                .. plan.Decisions.IsEmpty ? new[] { ("rights.plans.decide-by", words.Moment(plan.DecideBy)) } : [],
                .. plan.Last is { } last ? new[] { ("rights.plans.last", words.Say("rights.plans.decision", ("step", words.Value(last.Step)), ("when", words.Moment(last.At)), ("reason", last.Reason))) } : [],
                .. stage == PlanStage.Going && plan.FreshUntil is { } fresh ? new[] { ("rights.plans.fresh-until", words.Moment(fresh)) } : [],
                .. silent.Length > 0 ? new[] { ("rights.plans.silent", string.Join("; ", silent)) } : [],
                .. plan.Decisions.IsEmpty ? [] : new[] { ("rights.plans.reports", words.Say("look.x-of-y", ("given", plan.Reports.Count), ("of", plan.To.Length))) },
                .. plan.Reports.Select(r => ("rights.plans.report", words.Say("rights.plans.report-of", ("unit", v.UnitName(r.Key)), ("execution", words.Value(r.Value.Execution)), ("account", r.Value.Account)).Trim())),
                .. plan.Review is { } review ? new[] { ("rights.plans.review", $"{words.Value(review.Outcome)}. {review.Account}") } : plan.ReviewDue is { } due ? [("rights.plans.review-due", words.Date(due))] : [],
            ],
            plan.Review is not null ? [] :
            [
                new("federation.decide-plan", ("plan", plan.Id)),
                .. stage == PlanStage.Going ? new[] { new RowAct("federation.renew-go", ("plan", plan.Id)) } : [],
                .. plan.Partners.IsEmpty ? [] : new[] { new RowAct("federation.confirm-partner", ("plan", plan.Id)) },
                .. Register.Units(v, plan.To).SelectMany(u => (RowAct[])
                [
                    .. plan.Condition is null ? [] : new[] { new RowAct("federation.confirm-condition", ("plan", plan.Id), ("unit", u)) },
                    .. plan.Last is null ? [] : new[] { new RowAct("federation.acknowledge-plan", ("plan", plan.Id), ("unit", u)), new RowAct("federation.report-execution", ("plan", plan.Id), ("unit", u)) },
                ]),
                .. plan.ReviewDue is null ? [] : new[] { new RowAct("federation.review-plan", ("plan", plan.Id)) },
            ]);
    }

    /// <summary>What was stated, by whom and of which day; beside it, once there is a review, what was found (S416).</summary>
    private static string Strength(Visit v, Plan plan, StatedStrength stated)
    {
        var said = v.Words.Say("rights.plans.stated", ("what", stated.What), ("number", stated.Number), ("source", stated.Source), ("day", v.Words.Date(stated.On)));
        return plan.Review?.Found.FirstOrDefault(f => f.What == stated.What) is not { } found ? said
            : said + " " + (found.Number is { } number ? v.Words.Say("rights.plans.found", ("number", number)) : v.Words["rights.plans.not-found"]);
    }

    private static string Partner(Visit v, Plan plan, PartnerStep partner)
    {
        var fallback = partner.Fallback ?? v.Words["rights.plans.no-fallback"];
        return plan.PartnerReports.GetValueOrDefault(partner.Name) switch
        {
            { Acts: true } => v.Words["rights.plans.partner-acts"],
            { Acts: false } => v.Words.Say("rights.plans.partner-fails", ("fallback", fallback)),
            _ => v.Words.Say("rights.plans.partner-waits", ("fallback", fallback)),
        };
    }

    /// <summary>Questions first, those that wait before those that are settled; then how things stand, the latest first.</summary>
    public static IEnumerable<Row> Queries(Visit v) =>
    [
        .. v.State.Federation.Queries.Values.OrderBy(q => q.AnsweredAt is not null || q.Decision is not null).ThenBy(q => q.AnswerBy).ThenBy(q => q.Id, StringComparer.Ordinal).Select(q => new Row(
            q.Id, q.Question,
            q.AnsweredAt is not null ? Meaning.InForce : q.Decision is not null ? Meaning.Past : q.UnitDecidesOn(v.Today) ? Meaning.Alarm : Meaning.Pending,
            q.AnsweredAt is not null ? "rights.answered" : q.Decision is not null ? "rights.queries.decided" : q.UnitDecidesOn(v.Today) ? "rights.queries.unit-decides" : "rights.due",
            [
                ("field.unit", v.UnitName(q.Unit)), ("rights.to", v.Words.Place(q.To)), ("rights.answer-by", v.Words.Date(q.AnswerBy)),
                .. q.Answer is { } answer ? new[] { ("rights.answer", answer) } : [], .. q.Decision is { } decision ? new[] { ("rights.queries.decision", decision) } : [],
            ],
            q.AnsweredAt is not null || q.Decision is not null ? [] :
            [
                .. q.UnitDecidesOn(v.Today) ? [] : new[] { new RowAct("federation.answer", ("query", q.Id)) },
                .. Register.Units(v, [q.Unit]).Any() ? new[] { new RowAct("federation.decide-alone", ("query", q.Id)) } : [],
            ])),
        .. v.State.Federation.Situations.Values.OrderByDescending(s => s.AsOf).ThenBy(s => s.Id, StringComparer.Ordinal).Take(100).Select(s => new Row(
            s.Id, v.Words.Say("rights.queries.situation", ("unit", v.UnitName(s.Unit))), s.IsStaleAt(v.Now) ? Meaning.Past : Meaning.InForce, s.IsStaleAt(v.Now) ? "rights.queries.stale" : "rights.in-force",
            [
                ("rights.queries.account", s.Account), ("rights.queries.as-of", v.Words.Moment(s.AsOf)), ("rights.until", v.Words.Moment(s.ValidUntil)), ("rights.queries.source", s.Source), ("rights.to", v.Words.Place(s.To)),
            ], [])),
    ];

    public static IEnumerable<Row> Charters(Visit v) => v.State.Federation.Charters.Values.OrderBy(c => v.Today > c.Last).ThenBy(c => c.Until).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => Charter(v, c));

    private static Row Charter(Visit v, Charter charter)
    {
        var words = v.Words;
        var (over, overdue) = (v.Today > charter.Last, charter.ReportDue < v.Today);
        var left = over ? charter.Left.ToArray() : [];
        return new(
            charter.Id, words.Say("rights.charters.title", ("kind", words.Value(charter.Kind)), ("task", charter.Task)),
            overdue || left.Length > 0 ? Meaning.Alarm : over ? Meaning.Past : charter.InForceOn(v.Today) ? Meaning.InForce : Meaning.Pending,
            overdue ? "rights.overdue" : over ? "rights.ended" : !charter.IsConsented ? "rights.charters.waits-consent" : charter.InForceOn(v.Today) ? "rights.in-force" : "rights.missions.waits",
            [
                ("rights.by", words.Place(charter.For.Split('@')[0])), ("rights.members", string.Join(", ", charter.Members.Select(v.NameOrId))), ("rights.charters.powers", string.Join("; ", charter.Powers)),
                ("rights.from", words.Date(charter.From)), ("rights.until", words.Date(charter.Last)),
                .. charter.Outside is { } outside ? new[] { ("rights.charters.outside", outside) } : [],
                .. charter.Touches.IsEmpty ? [] : new[] { ("rights.charters.consent", words.Say("look.x-of-y", ("given", charter.Consented.Count), ("of", charter.Touches.Length))) },
                .. charter.Acts.Select(a => ("rights.charters.decided", words.Say("rights.charters.act-told", ("what", a.What), ("power", a.Power)))),
                .. charter.Instructions.Select(i => ("rights.charters.instruction", i.Text)),
                .. charter.Reports.Select(r => ("rights.report", r.Account)), .. charter.Reports.Where(r => r.Conflict is not null).Select(r => ("rights.charters.conflict", r.Conflict!)),
                .. charter.ReportDue is { } due ? new[] { ("rights.missions.report-due", words.Date(due)) } : [],
                .. left.Length > 0 ? new[] { ("rights.charters.left", string.Join("; ", left)) } : [],
                .. charter.Disposals.Select(d => ("rights.charters.disposed", words.Say("rights.charters.disposed-to", ("what", d.Key), ("disposal", words.Value(d.Value.Disposal)), ("to", d.Value.To is { } to ? words.Place(to) : "")).Trim())),
            ],
            [
                .. over ? left.Length > 0 ? new[] { new RowAct("federation.dispose", ("charter", charter.Id)) } : [] : (RowAct[])[new("federation.instruct-charter", ("charter", charter.Id)), new("federation.end-charter", ("charter", charter.Id))],
                .. over || charter.IsConsented ? [] : new[] { new RowAct("federation.consent-charter", ("charter", charter.Id)) },
                .. v.Person is not { } person || !charter.Members.Contains(person, StringComparer.Ordinal) ? []
                    : !charter.Taken.Contains(person) ? over ? [] : new[] { new RowAct("federation.take-charter", ("charter", charter.Id)) }
                    : (RowAct[])[.. over ? [] : new[] { new RowAct("federation.act-under-charter", ("charter", charter.Id)) }, new("federation.report-charter", ("charter", charter.Id))],
            ]);
    }
}
