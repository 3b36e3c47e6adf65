using System.Collections.Immutable;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Acting;

/// <summary>Charges, answers and complaints. What cannot be charged is offered as well, so that whoever chooses it reads why.</summary>
public static partial class Acts
{
    private static IEnumerable<ActDefinition> Charges() =>
    [
        Act("roll.charge", f => new ChargeMember(f.NewId("charge"), f.Person("charged"), f.Choice<ChargeGround>("ground"), Committed(f), f.TextOrNone("suspend-days") is null ? null : f.Number("suspend-days"), f.Text("broken-rule"), f.Day("done-on"), f.Text("charge-occasion"), f.TextOrNone("rests-on-text"), Evidence(f)),
            new PersonsInput("charged"), OneOf("ground", ChargeGround.Conduct, ChargeGround.Threat, ChargeGround.PrivateData, ChargeGround.Falsification, ChargeGround.Opinion), Line("broken-rule"), new DayInput("done-on"), Line("charge-occasion"),
            OneOf("rests-on-text", (v, _) => v.State.Motions.Texts.OrderBy(t => t.Title, StringComparer.Ordinal).Select(t => (t.Motion, t.Title)).Concat(v.State.Restrictions.All.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => (r.Id, r.Purpose)))) with { Optional = true },
            OneOf<EvidenceKind>("evidence-first"), OneOf<EvidenceKind>("evidence-second") with { Optional = true }, new NumberInput("suspend-days") { Optional = true }, Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }),
        Act("roll.suspend", f => new SuspendMember(f.Text("charge"), f.Text("vote"), f.TextOrNone("on-defence")), Given("charge"), DecidedOn("vote", ""), Area("on-defence") with { Optional = true }),
        Act("roll.answer-charge", f => new AnswerCharge(f.Text("charge"), Committed(f), f.TextOrNone("defence") is null ? null : f.Choice<Defence>("defence"), f.TextOrNone("who-was-there")),
            Given("charge"), OneOf<Defence>("defence") with { Optional = true }, Line("who-was-there") with { Optional = true }, Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }),
        Act("roll.take-back-answer", f => new TakeBackAnswer(f.Text("charge")), Given("charge")),
        Act("roll.open-file", f => new OpenChargeFile(f.Text("charge"), f.File("text")), Given("charge"), Area("text")),
        Act("roll.expel", f => new Expel(f.Text("charge"), f.Text("vote"), f.TextOrNone("on-defence")), Given("charge"), DecidedOn("vote", ""), Area("on-defence") with { Optional = true }),
        Act("roll.appeal-expulsion", f => new AppealExpulsion(f.Text("charge")), Given("charge")),
        Act("roll.conclude-appeal", f => new ConcludeExpulsionAppeal(f.Text("charge"), f.Text("vote")), Given("charge"), DecidedOn("vote", AppealSubjects.Prefix)),
        Act("roll.complete-expulsion", f => new CompleteExpulsion(f.Text("charge")), Given("charge")),
        Act("inspection.reply", f => new ReplyToComplaint(f.Text("complaint"), Committed(f), f.TextOrNone("who-was-there")), Given("complaint"), Line("who-was-there") with { Optional = true }, Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }),
        Act("inspection.take-back", f => new TakeBackStatement(f.Text("complaint")), Given("complaint")),
    ];

    private static ImmutableArray<EvidenceKind> Evidence(Filling f) =>
        [f.Choice<EvidenceKind>("evidence-first"), .. f.TextOrNone("evidence-second") is null ? Array.Empty<EvidenceKind>() : [f.Choice<EvidenceKind>("evidence-second")]];
}
