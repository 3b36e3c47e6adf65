using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Federation;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>Plans of action, queries of units, charters.</summary>
    private static IEnumerable<ActDefinition> CommonAction() =>
    [
        Act("federation.draw-up-plan", f => new DrawUpPlan(
                f.NewId("plan"), f.Text("what"), f.Units("to-units"), f.Moment("decide-by"), f.Number("valid-days"), f.Number("review-days"), f.DayOrNone("on"), f.TextOrNone("condition"),
                f.TextOrNone("units-needed") is null ? null : f.Number("units-needed"), f.TextOrNone("partner") is { } partner ? [new PartnerStep(partner, f.TextOrNone("fallback"))] : [], Strengths(f)),
            Area("what"), Area("to-units"), new DayInput("on") { Optional = true }, Area("condition") with { Optional = true }, new NumberInput("units-needed") { Optional = true }, new MomentInput("decide-by"),
            new NumberInput("valid-days"), new NumberInput("review-days"), Line("partner") with { Optional = true }, Area("fallback") with { Optional = true }, Area("strengths") with { Optional = true }, OwnBodies("for-body")) with { InWriting = true },
        Act("federation.confirm-condition", f => new ConfirmCondition(f.Text("plan"), f.Text("unit"), f.Flag("holds")), Given("plan"), Given("unit"), YesOrNo("holds")),
        Act("federation.confirm-partner", f => new ConfirmPartner(f.Text("plan"), f.Text("partner"), f.Flag("partner-acts"), f.Text("evidence")), Given("plan"),
            OneOf("partner", (v, f) => (v.State.Federation.Plans.GetValueOrDefault(f.Raw("plan") ?? "")?.Partners ?? []).Select(p => (p.Name, p.Name))), YesOrNo("partner-acts"), Area("evidence")),
        Act("federation.decide-plan", f => new DecidePlan(f.Text("plan"), f.Choice<PlanStep>("plan-step"), f.Text("reason")), Given("plan"), OneOf<PlanStep>("plan-step"), Area("reason")) with { InWriting = true },
        Act("federation.renew-go", f => new RenewGo(f.Text("plan")), Given("plan")),
        Act("federation.acknowledge-plan", f => new AcknowledgePlan(f.Text("plan"), f.Text("unit")), Given("plan"), Given("unit")),
        Act("federation.report-execution", f => new ReportExecution(f.Text("plan"), f.Text("unit"), f.Choice<Execution>("execution"), f.TextOrNone("account") ?? ""), Given("plan"), Given("unit"), OneOf<Execution>("execution"), Area("account") with { Optional = true }),
        Act("federation.review-plan", f => new ReviewPlan(f.Text("plan"), f.Choice<ActionOutcome>("action-outcome"), f.Text("account"), Found(f)), Given("plan"), OneOf<ActionOutcome>("action-outcome"), Area("account"), Area("found") with { Optional = true }) with { InWriting = true },
        Act("federation.ask", f => new AskBody(f.NewId("query"), f.Text("own-unit"), f.Text("to-body"), f.Text("question"), f.Day("answer-by")), OwnUnits("own-unit"), BodiesOf("to-body"), Area("question"), new DayInput("answer-by")),
        Act("federation.answer", f => new AnswerUnit(f.Text("query"), f.Text("text")), Given("query"), Area("text")) with { InWriting = true },
        Act("federation.decide-alone", f => new DecideAlone(f.Text("query"), f.Text("decision")), Given("query"), Area("decision")),
        Act("federation.report-situation", f => new ReportSituation(f.NewId("situation"), f.Text("unit"), f.Text("to-body"), f.Text("account"), f.Text("source"), f.Moment("as-of"), f.Moment("valid-until")),
            Units("unit"), BodiesOf("to-body"), Area("account"), Line("source"), new MomentInput("as-of"), new MomentInput("valid-until")),
        Act("federation.charter", f => new GiveCharter(
                f.NewId("charter"), f.Choice<CharterKind>("charter-kind"), f.Text("task"), f.Persons("persons"), Lines(f, "charter-powers"), f.Number("report-every"), f.Day("until"), f.TextOrNone("touches") is { } touched ? [touched] : [], f.TextOrNone("outside")),
            OneOf<CharterKind>("charter-kind"), Area("task"), new PersonsInput("persons", Several: true), Area("charter-powers"), new NumberInput("report-every"), new DayInput("until"), BodiesOf("touches") with { Optional = true }, Line("outside") with { Optional = true }, OwnBodies("for-body")) with { InWriting = true },
        Act("federation.consent-charter", f => new ConsentToCharter(f.Text("charter")), Given("charter")) with { InWriting = true },
        Act("federation.take-charter", f => new TakeCharter(f.Text("charter")), Given("charter")),
        Act("federation.act-under-charter", f => new ActUnderCharter(f.NewId("act"), f.Text("charter"), f.Text("power"), f.Text("what")), Given("charter"),
            OneOf("power", (v, f) => (v.State.Federation.Charters.GetValueOrDefault(f.Raw("charter") ?? "")?.Powers ?? []).Select(p => (p, p))), Area("what")),
        Act("federation.instruct-charter", f => new InstructUnderCharter(f.Text("charter"), f.Text("what")), Given("charter"), Area("what")) with { InWriting = true },
        Act("federation.report-charter", f => new ReportOnCharter(f.Text("charter"), f.Text("account"), f.Flag("final"), f.TextOrNone("conflict"), f.TextOrNone("holdings") is null ? [] : Lines(f, "holdings")), Given("charter"),
            Area("account"), Area("conflict") with { Optional = true }, OneOf("final", (v, _) => [("no", v.Words["form.no"]), ("yes", v.Words["form.yes"])]), Area("holdings") with { Optional = true }),
        Act("federation.end-charter", f => new EndCharter(f.Text("charter"), f.Text("reason")), Given("charter"), Area("reason")) with { InWriting = true },
        Act("federation.dispose", f => new DisposeOf(f.Text("charter"), f.Text("left"), f.Choice<Disposal>("disposal"), f.TextOrNone("receiver")), Given("charter"),
            OneOf("left", (v, f) => (v.State.Federation.Charters.GetValueOrDefault(f.Raw("charter") ?? "")?.Left ?? []).Select(l => (l, l))), OneOf<Disposal>("disposal"), BodiesOf("receiver") with { Optional = true }) with { InWriting = true },
    ];

    /// <summary>One thing on each line.</summary>
    private static ImmutableArray<string> Lines(Filling f, string name) => [.. f.Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>One on a line: <c>what; number; source; day</c>.</summary>
    private static ImmutableArray<StatedStrength> Strengths(Filling f) => Parted(f, "strengths", 4, p =>
        long.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && DateOnly.TryParseExact(p[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? new StatedStrength(p[0], number, p[2], on) : null);

    /// <summary>One on a line: <c>what; number</c>, or <c>what; ?</c> where nobody could find out.</summary>
    private static ImmutableArray<FoundStrength> Found(Filling f) => Parted(f, "found", 2, p =>
        p[1] == "?" ? new FoundStrength(p[0], null) : long.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new FoundStrength(p[0], number) : null);

    private static ImmutableArray<T> Parted<T>(Filling f, string name, int parts, Func<string[], T?> read)
        where T : class
    {
        if (f.TextOrNone(name) is null) return [];
        var made = ImmutableArray.CreateBuilder<T>();
        foreach (var line in Lines(f, name))
            if (line.Split(';', StringSplitOptions.TrimEntries) is { } part && part.Length == parts && read(part) is { } one) made.Add(one);
            else f.Fail(name, "form.needs-parts", ("line", line));
        return made.ToImmutable();
    }
}
