using Mandate.Organisation.Roll;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Charges against members: that there is one, in which unit, and how far it has got. Who is charged is for the member and those who decide.</summary>
internal static class PersonRows
{
    public static IEnumerable<Row> Charges(Visit v) => v.State.Roll.Charges.Values.OrderByDescending(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => new Row(
        c.Id, v.Words.Say("rights.charges.row", ("unit", v.State.Roll.Unit(v.State.Roll.Members[c.Person].Unit)?.Name ?? "")),
        c.Stage is ChargeStage.Overturned or ChargeStage.Expelled || c.SuspendedUntil < v.Today ? Meaning.Past : Meaning.Pending, "rights.charges." + c.Stage.ToString().ToLowerInvariant(),
        [
            ("field.ground", v.Words.Value(c.Ground)), .. c.Evidence.IsEmpty ? Array.Empty<(string, string)>() : [("field.evidence", string.Join(", ", c.Evidence.Select(e => v.Words.Value(e))))], .. c.Rule is { } rule ? new[] { ("field.broken-rule", rule) } : [], .. c.Done is { } done ? new[] { ("field.done-on", v.Words.Date(done)) } : [], ("rights.since", v.Words.Moment(c.At)), ("rights.reply-by", v.Words.Date(c.Answer)),
            ("rights.charges.asks-for", c.SuspendDays is { } days ? v.Words.Say("rights.charges.days", ("count", days)) : v.Words["rights.charges.expulsion"]),
            .. ChargeBasis.Of(v.State, c, v.Now) is { } basis ? Decisions.ChargeFacts.Of(v, c, basis) : [],
            .. c.SuspendedUntil is { } until ? new[] { ("rights.suspended-until", v.Words.Date(until)) } : [],
            .. c.Answered is { } answered ? new[] { ("rights.charges.answered", v.Words.Moment(answered)) } : [],
            .. c.Defence is { } defence ? new[] { ("field.defence", c.OnDefence is { } on ? $"{v.Words.Value(defence)}. {on}" : v.Words.Value(defence)) } : [],
            .. c.Present is { } present ? new[] { ("field.who-was-there", present) } : [], .. c.TakenBack is { } back ? new[] { ("rights.statement-taken-back", v.Words.Moment(back)) } : [],
            .. c is { Stage: ChargeStage.Open, SuspendDays: null } && ExpulsionLimits.On(v.State, v.Now, c.Id) is { } stop ? new[] { ("rights.charges.waits", v.Words.Say(stop.By is null ? "rights.charges.waits-until" : "rights.charges.waits-for", ("given", stop.Given), ("body", stop.By is { } by ? v.Words.Place(by) : ""), ("day", v.Words.Date(stop.Until)))) } : [],
            .. c is { Stage: ChargeStage.Decided, AppealBy: { } last } ? new[] { ("rights.charges.appeal-by", v.Words.Date(last)) } : [],
            .. v.Person == c.Person && FormerMembers.LastDay(v.State, c.Person) is { } kept && c.Stage != ChargeStage.Overturned ? new[] { ("former.keeps", v.Words.Say("former.keeps-until", ("day", v.Words.Date(kept)))) } : [],
            .. c is { Stage: ChargeStage.Appealed, AppealTo: { } to } ? new[] { ("rights.appealed-to", v.Words.Place(to)) } : [],
        ],
        [.. ActsOn(v, c, v.Person == c.Person).Select(a => new RowAct(a, ("charge", c.Id)))]) { Text = c.File });

    private static IEnumerable<string> ActsOn(Visit v, Charge charge, bool own)
    {
        if (own && charge is { Stage: ChargeStage.Open, Plea: null }) yield return "roll.plead-answer";
        if (own && charge is { Stage: ChargeStage.Open, Answered: null }) yield return "roll.answer-charge";
        if (own && charge is { Stage: ChargeStage.Open, Answered: not null, TakenBack: null }) yield return "roll.take-back-answer";
        if (own && charge.File is null) yield return "roll.open-file";
        if (own && (charge.Stage is ChargeStage.Decided or ChargeStage.Suspended || charge is { Stage: ChargeStage.Expelled, AppealedAt: null, AppealTo: not null } && FormerMembers.Keeps(v.State, charge.Person, v.Today))) yield return "roll.appeal-expulsion";
        if (charge.Stage == ChargeStage.Open) yield return charge.SuspendDays is null ? "roll.expel" : "roll.suspend";
        if (charge.Stage == ChargeStage.Decided) yield return "roll.complete-expulsion";
        if (charge.Stage == ChargeStage.Appealed) yield return "roll.conclude-appeal";
    }
}
