using Mandate.Organisation.Federation;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>What members and units do from below: concerns, protests, committees, calls to report, questions and hearings.</summary>
    private static IEnumerable<ActDefinition> Councils() =>
    [
        Act("petitions.raise-concern", f => new RaiseConcern(f.NewId("concern"), f.Visit.Member?.Unit ?? "", f.Text("says"), null, f.Flag("hindered")), Area("says"), YesOrNo("hindered")),
        Act("petitions.answer-concern", f => new AnswerConcern(f.Text("concern"), f.Text("answer-text")), Given("concern"), Area("answer-text")),
        Act("petitions.protest", f => new BeginProtest(IdOf(f, "protest"), f.Text("against-measure"), f.Text("unit"), f.Text("grounds"), f.TextOrNone("unit-vote")), Measures("against-measure"), Units("unit"), Area("grounds"), UnitVotes("unit-vote")) with { InWriting = true },
        Act("petitions.join-protest", f => new JoinProtest(f.Text("protest"), f.Text("unit"), f.TextOrNone("unit-vote")), Given("protest"), Units("unit"), UnitVotes("unit-vote")) with { InWriting = true },
        Act("petitions.answer-protest", f => new AnswerProtest(f.Text("protest"), f.Choice<ProtestOutcome>("reading"), f.Text("reasons"), f.TextOrNone("unit-vote")), Given("protest"), OneOf<ProtestOutcome>("reading"), Area("reasons"), UnitVotes("unit-vote")) with { InWriting = true },
        Act("votes.ask-candidates", f => new AskCandidates(f.Text("vote"), f.NewId("question"), f.Text("asks"), f.TextOrNone("to-candidate")), Given("vote"), Area("asks"), Candidates("to-candidate") with { Optional = true }),
        Act("votes.answer-as-candidate", f => new AnswerAsCandidate(f.Text("vote"), f.Text("question"), f.Text("answer-text")), Given("vote"), Given("question"), Area("answer-text")),
        Act("tendencies.ask-hearing", f => new AskHearing(f.Text("tendency")), Given("tendency")),
        Act("tendencies.give-hearing", f => new GiveHearing(f.Text("tendency"), f.Text("unit"), f.Choice<HearingGiven>("hearing-given"), f.TextOrNone("session")), Given("tendency"), OwnUnits("unit"), OneOf<HearingGiven>("hearing-given"), MeetingsOfUnits("session") with { Optional = true }),
        Act("federation.form-committee", f => new FormCommittee(IdOf(f, "committee"), f.Text("name"), f.Choice<CommitteePurpose>("committee-purpose"), f.Text("aim"), f.Text("unit"), f.Persons("persons"), f.Day("until"), f.Number("confirm-every"), f.TextOrNone("unit-vote")),
            Line("name"), OneOf<CommitteePurpose>("committee-purpose"), Area("aim"), Units("unit"), new PersonsInput("persons", Several: true), new DayInput("until"), new NumberInput("confirm-every"), UnitVotes("unit-vote")) with { InWriting = true },
        Act("federation.confirm-delegation", f => new ConfirmDelegation(f.Text("committee"), f.Text("unit"), f.Persons("persons"), f.TextOrNone("unit-vote")), Given("committee"), Units("unit"), new PersonsInput("persons", Several: true), UnitVotes("unit-vote")) with { InWriting = true },
        Act("federation.withdraw-delegation", f => new WithdrawDelegation(f.Text("committee"), f.Text("unit"), f.TextOrNone("unit-vote")), Given("committee"), Units("unit"), UnitVotes("unit-vote")) with { InWriting = true },
        Act("undertakings.summon", f => new CallToReport(IdOf(f, "summons"), f.Text("holder-called"), f.Text("asks-report"), f.Day("due"), f.TextOrNone("unit"), f.TextOrNone("unit-vote")), TenuresInput("holder-called"), Area("asks-report"), new DayInput("due"), Units("unit") with { Optional = true }, UnitVotes("unit-vote")) with { InWriting = true },
        Act("undertakings.reply-to-summons", f => new ReplyToSummons(f.Text("summons"), f.Flag("comes"), f.Text("answer-text")), Given("summons"), YesOrNo("comes"), Area("answer-text")),
        Act("undertakings.record-report", f => new RecordReport(f.Text("summons"), f.Flag("reported"), f.Text("account-report"), f.TextOrNone("session")), Given("summons"), YesOrNo("reported"), Area("account-report"), MeetingsOfUnits("session") with { Optional = true }),
    ];

    /// <summary>A meeting votes on an id before the thing exists: what it decided is then called so.</summary>
    private static string IdOf(Filling f, string prefix) => f.TextOrNone("unit-vote") is { } vote && f.Visit.State.Votes.Find(vote)?.Question.Subject is { } subject ? subject : f.NewId(prefix);

    /// <summary>Votes of meetings with a result on something that is no motion and no election, the latest first.</summary>
    private static ChoiceInput UnitVotes(string name) => OneOf(name, (v, _) => v.State.Votes.All.Values
        .Where(o => o is { Outcome: not null, Place: null, Question.Subject: { } subject } && v.State.Motions.Find(subject) is null)
        .OrderByDescending(o => o.Outcome!.At).ThenBy(o => o.Id, StringComparer.Ordinal).Take(200).Select(o => (o.Id, o.Question.Text))) with { Optional = true };

    /// <summary>Orders that stand, then adopted decisions.</summary>
    private static ChoiceInput Measures(string name) => OneOf(name, (v, _) => v.State.Federation.Orders.Values.Where(o => o.CountermandedAt is null).OrderByDescending(o => o.At).Select(o => (o.Id, o.What))
        .Concat(v.State.Motions.All.Values.Where(m => m.Stage == MotionStage.Adopted).OrderByDescending(m => m.FiledAt).Take(200).Select(m => (m.Id, v.Title(m)))));

    private static ChoiceInput Candidates(string name) => OneOf(name, (v, f) => f.Raw("vote") is { } id && v.State.Votes.Find(id) is { } vote
        ? vote.Candidates.Values.Where(c => !c.Withdrawn).Select(c => (c.Person, v.NameOrId(c.Person))) : []);

    /// <summary>Meetings of the units in which the visitor holds a place.</summary>
    private static ChoiceInput MeetingsOfUnits(string name) => OneOf(name, (v, _) => v.Person is not { } person ? []
        : v.State.Sessions.All.Values.Where(s => s.Unit is { } unit && v.State.Offices.HeldBy(person, v.Now).Any(t => t.Seat.Unit == unit)).OrderByDescending(s => s.Opens).Take(50).Select(s => (s.Id, Home.Describe.Session(v, s))));
}
