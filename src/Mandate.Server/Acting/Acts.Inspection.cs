using Mandate.Organisation.Inspection;
using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>Complaints with what whoever complains can ask for, and inspections of bodies.</summary>
    private static IEnumerable<ActDefinition> Inspections() =>
    [
        Act("inspection.complain", f => new Complain(f.NewId("complaint"), f.TextOrNone("against") is null ? [] : f.Several("against"), f.TextOrNone("subject-line") ?? "", Committed(f), Seed(f), null, f.Flag("about-conduct") ? true : null, Waiting(f)?.Session, Waiting(f)?.Item, f.Choice<ComplaintKind>("complaint-kind")),
            OneOf<ComplaintKind>("complaint-kind"), TenuresInput("against") with { Optional = true }, Line("subject-line") with { Optional = true }, YesOrNo("about-conduct"), Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }, Area("jury-seed") with { Optional = true }, WaitingItems("waiting-item") with { Optional = true }),
        Act("inspection.choose-reader", f => new ChooseReader(f.Text("complaint"), f.Text("chosen-reader")), Given("complaint"), OneOf("chosen-reader", (v, f) => v.State.Inspection.All.GetValueOrDefault(f.Text("complaint")) is { } c ? Readers.Of(v.State, c, v.Now).Select(r => (r, v.NameOrId(r))) : [])),
        Act("inspection.demand-amends", f => new DemandAmends(f.Text("complaint"), f.Choice<Amends>("amends"), Committed(f), f.Day("due")), Given("complaint"), OneOf<Amends>("amends"), Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }, new DayInput("due")),
        Act("inspection.answer-demand", f => new AnswerDemand(f.Text("complaint"), f.Flag("agrees-to-it"), Committed(f)), Given("complaint"), YesOrNo("agrees-to-it"), Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }),
        Act("inspection.settle", f => new SettleComplaint(f.Text("complaint")), Given("complaint")),
        Act("inspection.ask-for", f => new AskForEvidence(f.NewId("request"), f.Text("complaint"), f.Text("evidence-from"), f.Text("needed")), Given("complaint"), Inspectable("evidence-from"), Area("needed")),
        Act("inspection.hand-over", f => new HandOverEvidence(f.Text("request"), Committed(f)), Given("request"), Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }),
        Act("inspection.open", f => new OpenInspection(f.NewId("inspection"), f.Text("inspected"), Seed(f)), Inspectable("inspected"), Area("jury-seed") with { Optional = true }),
        Act("inspection.draw-inspectors", f => new DrawInspectors(f.Text("inspection"), f.Text("seed")), Given("inspection"), Line("seed")),
        Act("inspection.report", f => new ReportInspection(f.Text("inspection"), f.File("findings-text"), f.TextOrNone("figures") is null ? null : f.File("figures"), f.TextOrNone("left-out") ?? ""), Given("inspection"), Area("findings-text"), Area("figures") with { Optional = true }, Area("left-out") with { Optional = true }),
        Act("inspection.answer", f => new AnswerInspection(f.Text("inspection"), f.File("text")), Given("inspection"), Area("text")),
        Act("inspection.follow-up", f => new FollowUpInspection(f.Text("inspection"), f.Text("account"), f.Flag("mended")), Given("inspection"), Area("account"), YesOrNo("mended")),
    ];

    /// <summary>The public figures that a jury would be drawn by: those that whoever acts fixes, else a draw that nobody here can know or move.</summary>
    private static string Seed(Filling f) => f.TextOrNone("jury-seed") ?? f.Visit.Words["inspection.seed"];

    /// <summary>Places that are inspected, the longest overdue first.</summary>
    private static ChoiceInput Inspectable(string name) => OneOf(name, (v, _) => InspectionPlan.At(v.State, v.Now).Select(p => (p.Place, Named.Place(v, p.Place) ?? p.Place)));

    /// <summary>Items of meetings that are open, with what is still to come.</summary>
    private static ChoiceInput WaitingItems(string name) => OneOf(name, (v, _) => v.State.Sessions.All.Values.Where(s => s.Stage == SessionStage.Open && v.Person is { } person && s.Credentials.ContainsKey(person)).OrderBy(s => s.Id, StringComparer.Ordinal)
        .SelectMany(s => s.Agenda.Where(i => i is { Done: false, Kind: ItemKind.Motion }).Select(i => ($"{s.Id}|{i.Id}", i.Title))));

    private static (string Session, string Item)? Waiting(Filling f) => f.TextOrNone("waiting-item")?.Split('|', 2) is [var session, var item] ? (session, item) : null;
}
