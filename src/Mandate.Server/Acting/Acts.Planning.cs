using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Sessions;
using Mandate.Server.Home;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Planning() =>
    [
        Act("planning.open", f => new OpenPlan(
                f.NewId("plan"), f.Text("title"), f.Text("plan-power"), f.Text("fund-of-plan"), f.Day("first-day"), f.Day("period-end"), f.Day("file-until"), f.Day("choose-until"), f.Choice<Choosing>("choosing"), f.Flag("by-members"),
                f.TextOrNone("envelope") is null ? null : f.Amount("envelope"), PlanParts.Days(f, "reviews"), f.TextOrNone("petition-of-plan"), f.TextOrNone("amends"), f.TextOrNone("plan-reason")),
            Given("amends"), Line("title"), PowersToDecide("plan-power"), Funds("fund-of-plan"), new DayInput("first-day"), new DayInput("period-end"), new DayInput("file-until"), new DayInput("choose-until"), OneOf<Choosing>("choosing"), YesOrNo("by-members"),
            Line("envelope") with { Optional = true }, Area("reviews") with { Optional = true }, SignedPetitions("petition-of-plan") with { Optional = true }, Area("plan-reason") with { Optional = true }) with { InWriting = true },
        Act("planning.file", f => new FileAlternative(
                f.TextOrNone("alternative") ?? f.NewId("alternative"), f.Text("plan"),
                new PlanText(f.Text("title"), PlanParts.Lines(f, "plan-lines"), f.Text("assumptions"), PlanParts.Forecasts(f, "forecasts"), PlanParts.Takes(f, "takes"), PlanParts.Risks(f, "risks")), f.TextOrNone("filed-for"), f.TextOrNone("plan-reason")),
            Given("plan"), Given("alternative"), Line("title"), Area("plan-lines"), Area("assumptions"), Area("forecasts"), Area("takes") with { Optional = true }, Area("risks") with { Optional = true }, FiledFor("filed-for") with { Optional = true }, Area("plan-reason") with { Optional = true }) with { InWriting = true },
        Act("planning.support", f => new SupportAlternative(f.Text("plan"), f.Text("alternative")), Given("plan"), Given("alternative")),
        Act("planning.opine", f => new GiveOpinion(f.Text("plan"), f.TextOrNone("alternative"), f.Text("opinion-as"), f.Text("opinion"), f.TextOrNone("minority")),
            Given("plan"), OneOf("alternative", (v, f) => AlternativesOf(v, f)) with { Optional = true }, OneOf("opinion-as", (v, _) => ServedBy(v)), Area("opinion"), Area("minority") with { Optional = true }),
        Act("planning.declare-single", f => new DeclareSingle(f.Text("plan"), f.Text("reason")), Given("plan"), Area("reason")),
        Act("planning.put", f => new PutAlternatives(f.Text("plan"), f.TextOrNone("session-of-choice")), Given("plan"), Given("session-of-choice")),
        Act("planning.choose", f => new Choose(f.Text("plan"), Order(f)), Given("plan"), Area("order") with { Optional = true }),
        Act("planning.conclude", f => new ConcludePlan(f.Text("plan")), Given("plan")),
        Act("planning.release", f => new ReleaseLine(f.NewId("grant"), f.Text("plan"), f.Text("budget-line"), f.Amount("amount"), f.Day("until")), Given("plan"), OneOf("budget-line", LinesOf), Line("amount"), new DayInput("until")),
        Act("planning.state-outcome", f => new StateOutcome(f.Text("plan"), f.Text("plan-indicator"), f.Day("figure-day"), f.Amount("figure"), f.Text("figure-source")), Given("plan"), OneOf("plan-indicator", IndicatorsOf), new DayInput("figure-day"), Line("figure"), Line("figure-source")),
        Act("planning.review", f => new ReviewPlan(f.Text("plan"), f.TextOrNone("own-causes") ?? "", f.TextOrNone("outside-causes") ?? "", f.Text("correction")), Given("plan"), Area("own-causes") with { Optional = true }, Area("outside-causes") with { Optional = true }, Area("correction")),
        Act("planning.deviate", f => new Deviate(f.Text("plan"), f.Text("budget-line"), f.Text("own-unit"), f.Text("reason")), Given("plan"), OneOf("budget-line", LinesOf), OwnUnits("own-unit"), Area("reason")),
        Act("planning.confirm", f => new ConfirmPlan(f.Text("plan"), f.TextOrNone("motion")), Given("plan"), Adopted("motion") with { Optional = true }) with { InWriting = true },
        Act("planning.open-series", f => new OpenSeries(f.NewId("series"), f.Text("title"), f.Text("series-unit"), f.Text("keeper"), f.DayOrNone("index-base"), f.TextOrNone("index-method")),
            Line("title"), Line("series-unit"), PlacesOf("keeper"), new DayInput("index-base") { Optional = true }, Area("index-method") with { Optional = true }),
        Act("planning.rebase", f => new Rebase(f.NewId("series"), f.Text("series"), f.Day("new-base")), Given("series"), new DayInput("new-base")),
        Act("planning.secure", f => new SecureLine(f.Text("plan"), f.Text("budget-line"), f.Text("figure-source")), Given("plan"), OneOf("budget-line", OpenLinesOf), Line("figure-source")),
        Act("planning.state-received", f => new StateReceived(f.Text("plan"), f.Text("plan-indicator"), f.Text("on-behalf"), f.Day("figure-day"), f.Amount("figure"), f.Text("figure-source")),
            Given("plan"), OneOf("plan-indicator", IndicatorsOf), OwnUnits("on-behalf"), new DayInput("figure-day"), Line("figure"), Line("figure-source")),
        Act("planning.differ", f => new FileDifference(f.NewId("difference"), f.Text("calculation"), f.Text("where-in"), f.Amount("figure"), f.Text("how-reckoned")), Given("calculation"), Line("where-in"), Line("figure"), Area("how-reckoned")),
        Act("planning.explain", f => new ExplainDifference(f.Text("difference"), f.Flag("difference-agreed"), f.Text("explanation-of-difference")), Given("difference"), YesOrNo("difference-agreed"), Area("explanation-of-difference")),
        Act("planning.enter-value", f => new EnterValue(f.Text("series"), f.Day("figure-day"), f.Amount("figure"), f.Text("figure-source")), Given("series"), new DayInput("figure-day"), Line("figure"), Line("figure-source")),
        Act("planning.watch", f => new WatchSeries(f.NewId("watch"), f.Text("title"), f.Text("first-series"), f.Text("second-series"), f.Day("base-day"), f.Amount("limit"), f.Number("running")),
            Line("title"), OneOf("first-series", (v, _) => SeriesOf(v)), OneOf("second-series", (v, _) => SeriesOf(v)), new DayInput("base-day"), Line("limit"), new NumberInput("running")),
    ];

    /// <summary>The order from the numbers beside the alternatives, or from the projects ticked; else from a list of ids.</summary>
    private static ImmutableArray<string> Order(Filling f)
    {
        if (f.Visit.State.Planning.Plans.GetValueOrDefault(f.TextOrNone("plan") ?? "") is not { } plan || f.TextOrNone("order") is not null) return f.TextOrNone("order") is null ? [] : f.Several("order");
        if (plan.By == Choosing.EqualShares) return [.. plan.Order.Where(o => f.Flag("approve-" + o))];
        var ranked = new List<(int Rank, string Id)>();
        foreach (var id in plan.Order.Append(Plan.None))
            if (f.TextOrNone("rank-" + id) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)) ranked.Add((rank, id));
        if (ranked.Count == 0) f.Text("order");
        else if (ranked.Select(r => r.Rank).Distinct().Count() < ranked.Count) f.Fail("order", "plan.rank-twice");
        return [.. ranked.OrderBy(r => r.Rank).Select(r => r.Id)];
    }

    private static ChoiceInput PowersToDecide(string name) => OneOf(name, (v, _) => v.Version.Rules.Powers.Where(p => p.Verb == Verb.Decide).Select(p => (p.Id, p.Holder is NamedHolder h ? $"{v.Words.Place(p.Id)} ({v.Words.Place(h.Name.Id)})" : v.Words.Place(p.Id))));

    private static ChoiceInput Funds(string name) => OneOf(name, (v, _) => v.State.Accounts.Funds.Values.OrderBy(o => o.Title, StringComparer.Ordinal).Select(o => (o.Id, o.Title)));

    private static ChoiceInput SignedPetitions(string name) => OneOf(name, (v, _) => v.State.Petitions.All.Values.Where(p => p.Due is not null).OrderByDescending(p => p.Due).Take(50).Select(p => (p.Id, p.Asks)));

    /// <summary>The places that the visitor serves, and the tendencies for which they speak.</summary>
    private static ChoiceInput FiledFor(string name) => OneOf(name, (v, _) => v.Person is not { } person ? []
        : v.State.Offices.HeldBy(person, v.Now).Where(t => t is { Session: null, Seat.Unit: null }).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Select(p => (p, v.Words.Place(p)))
            .Concat(v.State.Tendencies.All.Values.Where(t => t.Speaker == person && t.StandsOn(v.Today)).Select(t => (t.Id, t.Name))));

    private static IEnumerable<(string, string)> ServedBy(Visit v) => v.Person is not { } person ? []
        : v.State.Offices.HeldBy(person, v.Now).Where(t => t.Session is null).SelectMany(t => t.Seat.Unit is { } unit ? new[] { (unit, v.UnitName(unit)) } : [(t.Seat.Of, v.Words.Place(t.Seat.Of))]).Distinct();

    private static Plan? PlanOf(Visit v, Filling f) => v.State.Planning.Plans.GetValueOrDefault(f.TextOrNone("plan") ?? "");

    private static IEnumerable<(string, string)> AlternativesOf(Visit v, Filling f) => PlanOf(v, f) is { } plan ? v.State.Planning.Of(plan).Select(a => (a.Id, a.Text.Title)) : [];

    private static IEnumerable<(string, string)> LinesOf(Visit v, Filling f) => PlanOf(v, f) is { } plan ? Budget.Lines(v.State, plan).Select(l => (l.Key, l.Line.Purpose)) : [];

    private static IEnumerable<(string, string)> OpenLinesOf(Visit v, Filling f) => PlanOf(v, f) is { } plan ? Budget.Lines(v.State, plan).Where(l => l.Line.IsOpen && !plan.Secured.ContainsKey(l.Key)).Select(l => (l.Key, $"{l.Line.Purpose}: {l.Line.DependsOn}")) : [];

    private static IEnumerable<(string, string)> IndicatorsOf(Visit v, Filling f) => PlanOf(v, f) is { } plan ? Scores.Indicators(v.State.Planning, plan).Select(i => (i, i)) : [];

    private static IEnumerable<(string, string)> SeriesOf(Visit v) => v.State.Planning.Series.Values.OrderBy(s => s.Title, StringComparer.Ordinal).Select(s => (s.Id, s.Title));
}
