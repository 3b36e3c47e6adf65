using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Press;
using Mandate.Organisation.Statutes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>What units have of their own, stays that they ask for, bodies that stand in for others, elections promised, money in real terms.</summary>
    private static IEnumerable<ActDefinition> OfUnits() =>
    [
        Act("federation.name-editors", f => new NameEditors(f.Text("unit"), f.Persons("unit-editors"), f.TextOrNone("unit-vote")), Given("unit"), new PersonsInput("unit-editors", Several: true), UnitVotes("unit-vote")) with { InWriting = true },
        Act("federation.write-page", f => new WriteUnitPage(f.Text("unit"), f.Text("in-which-language"), f.Text("title"), f.File("text")), Given("unit"), Tongues("in-which-language"), Line("title"), Area("text")),
        Act("federation.open-conflict", f => new OpenConflict(f.NewId("conflict"), f.Text("own-unit"), f.Text("conflict-with"), f.Text("conflict-about"), f.Day("since-day")), OwnUnits("own-unit"), Line("conflict-with"), Area("conflict-about"), new DayInput("since-day")),
        Act("federation.note-conflict", f => new NoteConflict(f.Text("conflict"), f.Choice<ConflictEntry>("conflict-entry"), f.Text("text")), Given("conflict"), OneOf<ConflictEntry>("conflict-entry"), Area("text")),
        Act("federation.end-conflict", f => new EndConflict(f.Text("conflict"), f.Choice<ConflictEnd>("conflict-end"), f.Text("account")), Given("conflict"), OneOf<ConflictEnd>("conflict-end"), Area("account")),
        Act("federation.draw-panel", f => new DrawDisputePanel(f.Text("dispute"), f.Text("seed")), Given("dispute"), Line("seed")),
        Act("federation.find", f => new FindOnDispute(f.Text("dispute"), f.Flag("for-unit"), f.Text("reasons")), Given("dispute"), YesOrNo("for-unit"), Area("reasons")),
        Act("inspection.ask-stay", f => new AskStay(f.NewId("stay"), f.Text("unit"), f.Text("reasons")), Units("unit"), Area("reasons")),
        Act("inspection.sign-stay", f => new SignStay(f.Text("stay")), Given("stay")),
        Act("inspection.hear-unit", f => new HearUnit(f.Text("stay"), f.Text("account")), Given("stay"), Area("account")),
        Act("inspection.declare-settled", f => new DeclareSettled(f.NewId("settled"), f.Text("what"), f.Text("settled-figure"), f.Amount("settled-limit")), Area("what"), OneOf("settled-figure", (v, _) => Figures(v)), Line("settled-limit")) with { InWriting = true },
        Act("offices.let-stand-in", f => new LetStandIn(f.NewId("stand-in"), f.Text("to-body"), f.Text("stands-in"), f.Text("lent-power"), f.Day("until"), f.Text("reasons")),
            BodiesOf("to-body"), BodiesOf("stands-in"), PowersOfBodies("lent-power"), new DayInput("until"), Area("reasons")) with { InWriting = true },
        Act("offices.end-stand-in", f => new EndStandIn(f.Text("stand-in")), Given("stand-in")) with { InWriting = true },
        Act("offices.ratify", f => new RatifyDecision(f.Text("decided"), f.Flag("ratified"), f.Text("reasons")), Given("decided"), YesOrNo("ratified"), Area("reasons")) with { InWriting = true },
        Act("offices.promise-election", f => new PromiseElection(f.NewId("promise"), ElectivePlace(f), f.Day("elected-by")), OneOf("elective-place", (v, _) => ElectivePlaces(v)), Units("unit") with { Optional = true }, new DayInput("elected-by")),
        Act("statutes.ask-language", f => new AskLanguage(f.Text("language-code").ToLowerInvariant()), Line("language-code")),
        Act("statutes.sign-language", f => new SignLanguage(f.Text("asked-language")), Given("asked-language")),
        Act("motions.translate", f => new TranslateMotion(f.Text("motion"), f.Text("in-which-language"), f.File("text")), Given("motion"), OneOf("in-which-language", Lacking), Area("text")),
        Act("press.answer-label", f => new AnswerLabel(f.NewId("reply"), f.Text("said-in"), f.Text("label-words"), f.Text("answering-side"), f.Text("title"), f.File("text")), Given("said-in"), Line("label-words"), OneOf("answering-side", (v, _) => SidesOf(v)), Line("title"), Area("text")),
        Act("press.define-label", f => new DefineLabel(f.Text("said-in"), f.Text("label-words"), f.Text("definition"), f.File("label-facts")), Given("said-in"), Line("label-words"), Area("definition"), Area("label-facts")) with { InWriting = true },
        Act("federation.propose-treaty", f => new ProposeTreaty(
                f.NewId("treaty"), f.Text("title"), f.File("treaty-text"), Partners(f), f.TextOrNone("handed-over") is null ? [] : f.Several("handed-over"), f.TextOrNone("shared-powers") is null ? [] : f.Several("shared-powers"), f.Number("notice-days")),
            Line("title"), Area("treaty-text"), Area("partners"), Line("handed-over") with { Optional = true }, Line("shared-powers") with { Optional = true }, new NumberInput("notice-days"), OwnBodies("for-body")) with { InWriting = true },
        Act("federation.join-treaty", f => new JoinTreaty(f.Text("treaty"), f.Text("treaty-motion")), Given("treaty"), Adopted("treaty-motion")),
        Act("federation.note-partner", f => new NotePartner(f.Text("treaty"), f.Text("treaty-partner"), f.Number("partner-entry")), Given("treaty"), OneOf("treaty-partner", PartnersOf), new NumberInput("partner-entry")),
        Act("federation.leave-treaty", f => new LeaveTreaty(f.Text("treaty"), f.Text("treaty-motion")), Given("treaty"), Adopted("treaty-motion")),
        Act("federation.decide-separation", f => new DecideSeparation(f.NewId("separation"), f.Text("own-unit"), f.Text("separation-vote"), f.Text("name-afterwards"), f.File("separation-terms")),
            OwnUnits("own-unit"), OneOf("separation-vote", SeparationVotes), Line("name-afterwards"), Area("separation-terms")),
        Act("federation.stay-with-whole", f => new StayWithWhole(f.Text("separation"), f.TextOrNone("stay-in")), Given("separation"), OneOf("stay-in", UnitsThatStay) with { Optional = true }),
        Act("federation.carry-out-separation", f => new CarryOutSeparation(f.Text("separation")), Given("separation")),
        Act("federation.confirm-record", f => new ConfirmRecord(f.Text("separation"), f.Number("record-size"), f.Text("record-root").ToLowerInvariant()), Given("separation"), new NumberInput("record-size"), Line("record-root")),
        Act("planning.choose-yardstick", f => new ChooseYardstick(f.Text("prices-series"), f.TextOrNone("wages-series")), OneOf("prices-series", (v, _) => SeriesOf(v)), OneOf("wages-series", (v, _) => SeriesOf(v)) with { Optional = true }) with { InWriting = true },
    ];

    /// <summary>On each line a name, a colon and the verifier key.</summary>
    private static ImmutableArray<TreatyPartner> Partners(Filling f) => [.. Lines(f, "partners").Select(l => l.LastIndexOf(':') is > 0 and var at ? new TreatyPartner(l[..at].Trim(), l[(at + 1)..].Trim()) : new TreatyPartner(l, ""))];

    private static IEnumerable<(string, string)> PartnersOf(Keeping.Visit v, Filling f) => v.State.Federation.Treaties.GetValueOrDefault(f.Raw("treaty") ?? "") is not { } treaty ? [] : treaty.Partners.Where(p => !treaty.Joined.ContainsKey(p.Name)).Select(p => (p.Name, p.Name));

    /// <summary>Carried votes of units on leaving.</summary>
    private static IEnumerable<(string, string)> SeparationVotes(Keeping.Visit v, Filling f) => v.State.Votes.All.Values
        .Where(o => o is { Outcome.Carried: true } && o.Question.Subject?.StartsWith(Separations.SubjectOf(""), StringComparison.Ordinal) == true).OrderByDescending(o => o.Outcome!.At).Select(o => (o.Id, o.Question.Text));

    /// <summary>Units to which a member of one that leaves can go.</summary>
    private static IEnumerable<(string, string)> UnitsThatStay(Keeping.Visit v, Filling f) => v.Member is not { } member || v.State.Federation.Separations.GetValueOrDefault(f.Raw("separation") ?? "") is not { } leaving ? []
        : SeparationOffers.Others(v.State, leaving, member.Unit).Select(u => (u, v.UnitName(u)));

    /// <summary>The official languages in which a motion has no text.</summary>
    private static IEnumerable<(string, string)> Lacking(Keeping.Visit v, Filling f) => v.State.Motions.Find(f.Raw("motion") ?? "") is not { } motion ? []
        : v.Version.Rules.Languages.Official.Where(l => !motion.Current.Texts.ContainsKey(l)).Select(l => (l, Wording.Language.Find(l)?.Endonym ?? l));

    /// <summary>Tendencies, units and places for which the visitor speaks.</summary>
    private static IEnumerable<(string, string)> SidesOf(Keeping.Visit v) => v.Person is not { } person ? []
        : v.State.Tendencies.All.Values.Where(t => t.Speaker == person && t.StandsOn(v.Today)).Select(t => (t.Id, t.Name))
            .Concat(v.State.Offices.ServedBy(person, v.Now).Where(t => t.Session is null).Select(t => t.Seat.Unit is { } unit ? (unit, v.UnitName(unit)) : (t.Seat.Of, v.Words.Place(t.Seat.Of)))).Distinct();

    private static IEnumerable<(string, string)> Figures(Keeping.Visit v) => Indicators.Of(v.State, v.Today, Mandate.Organisation.Acts.Blobs.None).Select(i => (i.Name, v.Words["indicator." + i.Name]));

    private static ChoiceInput PowersOfBodies(string name) => OneOf(name, (v, _) => v.Version.Rules.Powers.Where(p => p is { Verb: Verb.Decide, Holder: NamedHolder { Name.Kind: RefKind.Body } }).Select(p => (p.Id, $"{v.Words.Place(p.Id)} ({v.Words.Place(((NamedHolder)p.Holder).Name.Id)})")));

    /// <summary>A place as it is chosen: the office or body, with the group of seats where it has one, in the unit that was named.</summary>
    private static Seat ElectivePlace(Filling f)
    {
        var chosen = f.Text("elective-place").Split('/');
        var unit = f.TextOrNone("unit");
        return new(chosen[0], chosen.Length > 1 ? chosen[1] : null, unit);
    }

    private static IEnumerable<(string, string)> ElectivePlaces(Keeping.Visit v) =>
    [
        .. v.Version.Rules.Offices.Values.Where(o => o.By is Elect).Select(o => (o.Id, v.Words.Place(o.Id))),
        .. v.Version.Rules.Bodies.Values.SelectMany(b => b.Seats.Values.Where(g => g.By is Elect).Select(g => ($"{b.Id}/{g.Name}", g.Name.Length == 0 ? v.Words.Place(b.Id) : $"{v.Words.Place(b.Id)}: {v.Words.Place(g.Name)}"))),
    ];
}
