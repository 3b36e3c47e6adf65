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
        Act("motions.amend", f => new AmendMotion(f.NewId("amendment"), f.Text("motion"), f.Texts("text")), Given("motion"), new TextsInput("text")),
        Act("motions.withdraw-amendment", f => new WithdrawAmendment(f.Text("amendment")), Given("amendment")),
        Act("motions.fit-amendment", f => Fitting(f, f.Text("amendment")), Given("amendment")),
        Act("motions.adapt-amendment", f => new AdaptAmendment(f.Text("amendment"), f.Texts("text")), Given("amendment"), new TextsInput("text")),
        Act("motions.drop-amendment", f => new DropAmendment(f.Text("amendment"), Sources(f, f.Text("amendment"))), Given("amendment")),
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

    private static ImmutableArray<string> Sources(Filling f, string id) => f.Visit.State.Motions.FindAmendment(id) is var (motion, amendment) ? FittingRules.Sources(motion, amendment) : [];

    private static ChoiceInput ComingSessions(string name) => OneOf(name, (v, _) => v.State.Sessions.All.Values
        .Where(s => s.Stage is Mandate.Organisation.Sessions.SessionStage.Convened or Mandate.Organisation.Sessions.SessionStage.Open or Mandate.Organisation.Sessions.SessionStage.Adjourned)
        .OrderBy(s => s.Opens).Select(s => (s.Id, $"{v.Words.Place(s.Body)}{(s.Unit is null ? "" : " " + v.UnitName(s.Unit))}, {v.Words.Date(s.FirstDay)}")));

    private static ChoiceInput Classes(string name) => OneOf(name, (v, _) => Enumerable.Repeat("ordinary", 1).Concat(v.Version.Rules.Procedure.ByObject.Keys).Distinct(StringComparer.Ordinal).Select(c => (c, v.Words.Has("class." + c) ? v.Words["class." + c] : v.Words.Place(c))));
}
