using System.Collections.Immutable;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Statutes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>What stands with decisions beside the votes on them, and what is asked before one acts.</summary>
    private static IEnumerable<ActDefinition> Decisions() =>
    [
        Act("decisions.move-again", MovingAgain, Given("of"), Given("ground"), ComingSessions("session"), Line("title"), new TextsInput("text-again") { Optional = true }),
        Act("decisions.hold-again", f => new HoldElectionAgain(f.Text("vote")), Given("vote")),
        Act("decisions.renounce-post", f => new RenouncePost(f.Text("motion"), f.Text("post-place")), Given("motion"), OneOf("post-place", (v, _) => v.Version.Rules.Offices.Keys.Concat(v.Version.Rules.Bodies.Where(b => b.Value.Of is null).Select(b => b.Key)).Select(p => (p, v.Words.Place(p))).OrderBy(p => p.Item2, StringComparer.Ordinal))),
        Act("decisions.set-measure", f => new SetMeasure(f.NewId("measure"), f.Text("motion"), f.Choice<MeasureKind>("measure-kind"), f.Text("measured-by"), f.Text("measure-side") == "above", f.Amount("measure-limit"), f.Text("measure-says")),
            Given("motion"), OneOf<MeasureKind>("measure-kind"), OneOf("measured-by", (v, _) => SeriesOf(v)), OneOf("measure-side", (v, _) => [("above", v.Words["measure.above"]), ("below", v.Words["measure.below"])]), Line("measure-limit"), Line("measure-says")),
        Act("decisions.deposit-agreement", f => new DepositAgreement(f.NewId("agreement"), f.Persons("agreed-with"), f.Choice<BargainSubject>("agreed-on"), f.Blob(f.Text("agreed-text")), f.TextOrNone("agreed-about")),
            new PersonsInput("agreed-with", Several: true), OneOf<BargainSubject>("agreed-on"), Area("agreed-text"),
            OneOf("agreed-about", (v, _) => v.State.Votes.All.Values.Where(o => o.Outcome is null && o.StopReason is null).OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => (o.Id, Home.Describe.Vote(v, o)))
                .Concat(v.State.Motions.All.Values.Where(m => m.Stage is MotionStage.Filed or MotionStage.OnAgenda).OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => (m.Id, v.Title(m))))) with { Optional = true }),
        Act("decisions.confirm-agreement", f => new ConfirmAgreement(f.Text("agreement")), Given("agreement")),
        Act("decisions.confirm-settled", f => new ConfirmSettled(f.Text("motion")), Given("motion")),
        Act("decisions.give-honour", f => new GiveHonour(f.NewId("honour"), f.Choice<HonourKind>("honour-kind"), f.Text("honour-what"), f.Text("honour-motion"), f.DayOrNone("honour-until")), OneOf<HonourKind>("honour-kind"), Line("honour-what"),
            OneOf("honour-motion", (v, _) => v.State.Motions.All.Values.Where(m => m is { Stage: MotionStage.Adopted, Vote: not null, Expires: not null }).OrderByDescending(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal).Select(m => (m.Id, v.Title(m)))), new DayInput("honour-until") { Optional = true }),
        Act("decisions.record-refusal", f => new RecordRefusal(f.NewId("refusal"), f.Choice<OffenceAct>("offence-act"), f.Choice<Ground>("offence-ground")), OneOf<OffenceAct>("offence-act"), OneOf("offence-ground", Ground.Opinion, Ground.Advocacy, Ground.Opposition)),
        Act("decisions.demand-access", f => new DemandAccess(f.Text("document"), f.Text("session")), Given("document"), Given("session")),
        Act("statutes.ask-whether-allowed", f => new AskWhetherAllowed(f.NewId("question"), f.Text("rule-asked"), f.Text("what-is-meant")), Line("rule-asked"), Area("what-is-meant")),
        Act("roll.plead-answer", f => new PleadAnswer(f.Text("charge"), f.Text("pleaded")), Given("charge"), OneOf("pleaded", (v, _) => v.State.Statutes.Judgements.Values.Where(j => j.Answer == true).OrderByDescending(j => j.At).ThenBy(j => j.Id, StringComparer.Ordinal).Select(j => (j.Id, j.Question)))),
    ];

    /// <summary>The text left empty is the text that was voted on.</summary>
    private static MoveAgain MovingAgain(Filling f)
    {
        var own = f.Visit.Version.Rules.Languages.Official.Any(l => f.Raw("text-again-" + l) is not null);
        var texts = own ? f.Texts("text-again") : f.Visit.State.Motions.Find(f.Text("of"))?.Current.Texts ?? ImmutableSortedDictionary<string, string>.Empty;
        return new(f.NewId("motion"), f.Text("of"), f.Choice<AgainGround>("ground"), f.Text("session"), f.Text("title"), texts);
    }
}
