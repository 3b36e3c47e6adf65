using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using DemandCountOfMotion = Mandate.Organisation.Motions.DemandCount;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Motions() =>
    [
        Act("motions.file", f => new FileMotion(f.NewId("motion"), f.Text("session"), f.Text("class"), f.Text("title"), f.Texts("text"), [], null, f.TextOrNone("target"), f.DayOrNone("expires"), f.Flag("urgent")),
            ComingSessions("session"), Classes("class"), Line("title"), new TextsInput("text"), new DayInput("expires") { Optional = true },
            OneOf("urgent", (v, _) => [("no", v.Words["field.urgent.no"]), ("yes", v.Words["field.urgent.yes"])])),
        Act("motions.support", f => new SupportMotion(f.Text("motion")), Given("motion")),
        Act("motions.support-for-unit", f => new SupportForUnit(f.Text("motion"), f.Text("unit"), f.TextOrNone("vote")), Given("motion"), Units("unit"), Line("vote") with { Optional = true }),
        Act("motions.revise", f => new ReviseMotion(f.Text("motion"), f.Texts("text"), [], null), Given("motion"), new TextsInput("text")),
        Act("motions.withdraw", f => new WithdrawMotion(f.Text("motion")), Given("motion")),
        Act("motions.take-over", f => new TakeOverMotion(f.Text("motion")), Given("motion")),
        Act("motions.amend", f => new AmendMotion(f.NewId("amendment"), f.Text("motion"), f.Texts("text"), f.TextOrNone("of")), Given("motion"), Given("of"), new TextsInput("text")),
        Act("motions.withdraw-amendment", f => new WithdrawAmendment(f.Text("amendment")), Given("amendment")),
        Act("motions.fit-amendment", f => Fitting(f, f.Text("amendment")), Given("amendment")),
        Act("motions.adapt-amendment", f => new AdaptAmendment(f.Text("amendment"), f.Texts("text")), Given("amendment"), new TextsInput("text")),
        Act("motions.drop-amendment", f => new DropAmendment(f.Text("amendment"), Sources(f, f.Text("amendment"))), Given("amendment")),
        Act("motions.propose-procedure", Proposing, Given("amendment"), OneOf<ProposedProcedure>("proposed"), new TextsInput("text"), Amendments("settled-by"), BodiesOf("refer-to") with { Optional = true }, Line("why-proposed") with { Optional = true }),
        Act("motions.answer-proposal", f => new AnswerProposal(f.Text("amendment"), f.Number("version"), f.Flag("accepted"), f.TextOrNone("reason")), Given("amendment"), Given("version"),
            OneOf("accepted", (v, _) => [("yes", v.Words["field.accepted.yes"]), ("no", v.Words["field.accepted.no"])]), Area("reason") with { Optional = true }),
        Act("motions.demand-separate", f => new DemandSeparate(f.Text("amendment")), Given("amendment")),
        Act("motions.form-bloc", Listing, Given("motion")),
        Act("motions.instruct-delegates", Instructing, Given("about"), Units("unit"), OneOf<Position>("position"), Area("reason") with { Optional = true }) with { InWriting = true },
        Act("motions.propose-composite", Joining, Given("of"), Line("title"), new TextsInput("text")),
        Act("motions.agree-composite", f => new AgreeComposite(f.Text("motion"), f.Text("original")), Given("motion"), Given("original")),
        Act("motions.put-before", f => new PutBefore(f.Text("motion"), f.Text("session")), Given("motion"), ComingSessions("session")),
        Act("motions.consent", f => new ConsentToMotion(f.Text("motion"), f.Text("part")), Given("motion"), Given("part")),
        Act("motions.record-hearing", f => new RecordHearing(f.Text("motion"), f.Choice<HearingOutcome>("hearing")), Given("motion"), OneOf<HearingOutcome>("hearing")),
        Act("motions.erase-text", f => new EraseText(f.Text("motion"), f.Text("text"), f.Text("grounds")), Given("motion"), Given("text"), Area("grounds")),
        Act("motions.demand-count", f => new DemandCountOfMotion(f.Text("motion"), f.Text("session")), Given("motion"), Given("session")),
    ];

    /// <summary>The text with both changes, made here as the rules will make it; where they collide the rules say so.</summary>
    private static FitAmendment Fitting(Filling f, string id)
    {
        var texts = f.Visit.State.Motions.FindAmendment(id) is var (motion, amendment) ? FittingRules.Fitted(motion, amendment, f.Visit.Text) : null;
        return new(id, (texts ?? ImmutableSortedDictionary<string, string>.Empty).ToImmutableSortedDictionary(t => t.Key, t => f.Blob(t.Value), StringComparer.Ordinal), Sources(f, id));
    }

    private static ProposeProcedure Proposing(Filling f)
    {
        var procedure = f.Choice<ProposedProcedure>("proposed");
        return new(f.Text("amendment"), procedure, procedure == ProposedProcedure.AdoptModified ? f.Texts("text") : ImmutableSortedDictionary<string, string>.Empty,
            procedure == ProposedProcedure.SettledBy ? f.Text("settled-by") : null, procedure == ProposedProcedure.Refer ? f.Text("refer-to") : null, f.TextOrNone("why-proposed"));
    }

    /// <summary>A unit speaks by its bodies: a member of one proposes it there in writing.</summary>
    private static Mandate.Organisation.Acts.Command Instructing(Filling f)
    {
        var act = new InstructDelegates(f.Text("about"), f.Text("unit"), f.Choice<Position>("position"), f.TextOrNone("reason"), null);
        var bodies = f.Visit.Version.Rules.Bodies;
        var seat = f.Visit.Person is { } person ? f.Visit.State.Offices.HeldBy(person, f.Visit.Now).Select(t => t.Seat).FirstOrDefault(s => s.Unit == act.Unit && bodies.GetValueOrDefault(s.Of)?.Per is not null) : null;
        return seat is null ? act : new Mandate.Organisation.Offices.ProposeAct(f.NewId("writing"), seat.Of, seat.Unit, act);
    }

    /// <summary>The list with the text that it makes, made here as the rules will make it.</summary>
    private static FormBloc Listing(Filling f)
    {
        if (f.Visit.State.Motions.Find(f.Text("motion")) is not { } motion) return new("?", f.Text("motion"), ImmutableSortedDictionary<string, string>.Empty);
        var again = motion.Blocs.FirstOrDefault(b => b.Vote is null)?.Id;
        var texts = BlocRules.Merged(motion, BlocRules.Items(motion), f.Visit.Text).Texts;
        return new(again ?? f.NewId("list"), motion.Id, texts.ToImmutableSortedDictionary(t => t.Key, t => f.Blob(t.Value), StringComparer.Ordinal));
    }

    private static ProposeComposite Joining(Filling f)
    {
        var of = f.Several("of");
        return new(f.NewId("composite"), f.Text("title"), of, f.Texts("text"), [.. of.Select(f.Visit.State.Motions.Find).OfType<Motion>().SelectMany(m => m.Current.Texts.Values)]);
    }

    /// <summary>The other amendments to the same motion that are open or adopted.</summary>
    private static ChoiceInput Amendments(string name) => OneOf(name, (v, f) => f.Raw("amendment") is { } id && v.State.Motions.FindAmendment(id) is var (motion, _)
        ? motion.Amendments.Where(a => a.Id != id && a.Stage is MotionStage.Filed or MotionStage.Adopted).Select(a => (a.Id, v.Words.Say("amendment.by", ("number", motion.NumberOf(a)), ("name", v.NameOrId(a.Mover))))) : [])
        with { Optional = true };

    private static ImmutableArray<string> Sources(Filling f, string id) => f.Visit.State.Motions.FindAmendment(id) is var (motion, amendment) ? FittingRules.Sources(motion, amendment) : [];

    private static ChoiceInput ComingSessions(string name) => OneOf(name, (v, _) => v.State.Sessions.All.Values
        .Where(s => s.Stage is Mandate.Organisation.Sessions.SessionStage.Convened or Mandate.Organisation.Sessions.SessionStage.Open or Mandate.Organisation.Sessions.SessionStage.Adjourned)
        .OrderBy(s => s.Opens).Select(s => (s.Id, $"{v.Words.Place(s.Body)}{(s.Unit is null ? "" : " " + v.UnitName(s.Unit))}, {v.Words.Date(s.FirstDay)}")));

    private static ChoiceInput Classes(string name) => OneOf(name, (v, _) => Enumerable.Repeat("ordinary", 1).Concat(v.Version.Rules.Procedure.ByObject.Keys).Distinct(StringComparer.Ordinal).Select(c => (c, v.Words.Has("class." + c) ? v.Words["class." + c] : v.Words.Place(c))));
}
