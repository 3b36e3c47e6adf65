using Mandate.Organisation.Offices;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Offices() =>
    [
        Act("offices.sign-act", f => new SignAct(f.Text("resolution"), [.. f.Visit.State.Offices.Resolutions.GetValueOrDefault(f.Text("resolution"))?.Act.Reads() ?? []]), Given("resolution")),
        Act("offices.propose-appointment", f => new ProposeAppointment(f.NewId("proposal"), f.Person("person"), Place(f)), new PersonsInput("person"), Places("place"), Units("unit") with { Optional = true }),
        Act("offices.consent-appointment", f => new ConsentToAppointment(f.Text("proposal"), f.Text("as")), Given("proposal"), Holdings("as")),
        Act("offices.appoint", f => new AppointProposed(f.Text("proposal")), Given("proposal")),
        Act("offices.state-grounds", f => new StateGrounds(f.Text("grounds-of"), f.Text("reasons"), f.TextOrNone("executes"), f.TextOrNone("considered") is null ? [] : f.Persons("considered")),
            Given("grounds-of"), Area("reasons"), Decided("executes") with { Optional = true }, new PersonsInput("considered", Several: true) { Optional = true }),
        Act("offices.declare-interest", f => new DeclareInterest(f.NewId("interest"), f.Choice<Tie>("tie"), f.Text("tie-with"), f.Text("what"), f.DayOrNone("from"), f.DayOrNone("until")),
            OneOf<Tie>("tie"), Line("tie-with"), Area("what"), new DayInput("from") { Optional = true }, new DayInput("until") { Optional = true }),
        Act("offices.end-interest", f => new EndInterest(f.Text("interest"), f.Day("until")), Given("interest"), new DayInput("until")),
        Act("offices.grant-benefit", f => new GrantBenefit(f.NewId("benefit"), f.Text("for-place"), f.Choice<BenefitKind>("benefit-kind"), f.Text("what"), f.Amount("amount"), f.Text("currency").ToUpperInvariant(), f.Choice<Every>("every"), f.Day("from"), f.DayOrNone("until"), f.TextOrNone("rests-on")),
            PlacesOf("for-place"), OneOf<BenefitKind>("benefit-kind"), Line("what"), Line("amount"), Line("currency"), OneOf<Every>("every"), new DayInput("from"), new DayInput("until") { Optional = true }, CarriedVotes("rests-on") with { Optional = true }) with { InWriting = true },
        Act("offices.end-benefit", f => new EndBenefit(f.Text("benefit"), f.Day("until")), Given("benefit"), new DayInput("until")) with { InWriting = true },
        Act("offices.set-ceiling", f => new SetPayCeiling(f.Amount("median-wage"), f.Text("currency").ToUpperInvariant(), f.Number("percent"), f.Text("figure-source")), Line("median-wage"), Line("currency"), new NumberInput("percent"), Line("figure-source")) with { InWriting = true },
        Act("offices.set-standard", f => new SetStandard(f.Text("for-place"), f.File("text")), PlacesOf("for-place"), Area("text")) with { InWriting = true },
        Act("offices.assess", f => new AssessHolder(f.NewId("assessment"), f.Text("tenure"), f.Text("session"), f.Text("commitment")), Given("tenure"), ComingSessions("session"), Line("commitment")),
        Act("offices.open-assessment", f => new OpenAssessment(f.Text("assessment"), f.File("text")), Given("assessment"), Area("text")),
        Act("offices.reply-to-assessment", f => new ReplyToAssessment(f.Text("assessment"), f.File("text")), Given("assessment"), Area("text")),
        Act("offices.assign-portfolio", f => new AssignPortfolio(f.NewId("portfolio"), f.Text("tenure"), f.Text("portfolio-matter"), f.Day("until")), Given("tenure"), Line("portfolio-matter"), new DayInput("until")) with { InWriting = true },
        Act("offices.resign", f => new Resign(f.Text("tenure")), Given("tenure")),
        Act("offices.enter-exception", f => new EnterException(f.NewId("exception"), f.Person("person"), f.Text("taken-place"), f.Text("beside-place"), f.Text("motion"), f.Visit.State.Motions.Find(f.Text("motion"))?.Current.Texts.Values.FirstOrDefault() ?? "", f.Day("until")),
            new PersonsInput("person"), PlacesOf("taken-place"), PlacesOf("beside-place"), Adopted("motion"), new DayInput("until")),
        Act("offices.start-recall", f => new StartRecall(f.NewId("recall"), f.Text("tenure"), null, f.Flag("whole") ? true : null), Given("tenure"), Given("whole") with { Optional = true }),
        Act("offices.sign-recall", f => new SignRecall(f.Text("recall")), Given("recall")),
        Act("offices.begin-acting", f => new BeginActing(f.NewId("acting"), f.Person("person"), Place(f)), new PersonsInput("person"), Places("place"), Units("unit") with { Optional = true }),
        Act("offices.open-draw", f => new OpenDraw(f.NewId("draw"), Place(f), f.Text("procedure"), f.Day("pool-closes"), f.Moment("seed-due")), Places("place"), Area("procedure"), new DayInput("pool-closes"), new MomentInput("seed-due")),
        Act("offices.volunteer", f => new Volunteer(f.Text("draw")), Given("draw")),
        Act("offices.withdraw-volunteer", f => new WithdrawVolunteer(f.Text("draw")), Given("draw")),
        Act("offices.draw", f => new DrawLots(f.Text("draw"), f.Text("seed")), Given("draw"), Line("seed")),
        Act("offices.propose-post", f => new ProposePost(f.NewId("post"), f.Person("person"), f.Text("tag"), f.Text("post"), f.Day("from")), new PersonsInput("person"),
            OneOf("tag", (v, _) => v.Version.Rules.Tags.Select(t => (t, t))), Line("post"), new DayInput("from")),
        Act("offices.begin-post", f => new BeginPost(f.Text("post-id")), Given("post-id")),
        Act("offices.end-post", f => new EndPost(f.Text("post-id"), f.Day("until")), Given("post-id"), new DayInput("until")),
    ];

    /// <summary>A place is written <c>council/congress_elected</c>, with the unit that fills it apart.</summary>
    private static Seat Place(Filling f)
    {
        var parts = f.Text("place").Split('/', 2);
        return new(parts[0], parts.Length > 1 ? parts[1] : null, f.TextOrNone("unit"));
    }

    private static ChoiceInput Places(string name) => OneOf(name, (v, _) =>
        v.Version.Rules.Bodies.Values.SelectMany(b => b.Seats.Keys.Select(g => (g.Length == 0 ? b.Id : $"{b.Id}/{g}", g.Length == 0 ? v.Words.Place(b.Id) : $"{v.Words.Place(b.Id)}: {v.Words.Place(g)}")))
            .Concat(v.Version.Rules.Offices.Keys.Select(o => (o, v.Words.Place(o)))));

    /// <summary>What was carried: votes and decisions in writing, the latest first.</summary>
    private static ChoiceInput Decided(string name) => OneOf(name, (v, _) => v.State.Votes.All.Values.Where(o => o is { IsElection: false, Outcome.Carried: true })
        .Select(o => (o.Id, At: o.ClosedAt ?? o.PutAt, Text: Home.Describe.Vote(v, o)))
        .Concat(v.State.Offices.Resolutions.Values.Where(r => r.Carried).Select(r => (r.Id, r.At, Text: Home.Describe.Act(v, r.Act))))
        .OrderByDescending(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal).Take(100).Select(d => (d.Id, $"{d.Text} ({v.Words.Date(DateOnly.FromDateTime(d.At.UtcDateTime))})")));

    private static ChoiceInput CarriedVotes(string name) => OneOf(name, (v, _) => v.State.Votes.All.Values.Where(o => o is { IsElection: false, Outcome.Carried: true })
        .OrderByDescending(o => o.ClosedAt ?? o.PutAt).ThenBy(o => o.Id, StringComparer.Ordinal).Take(100).Select(o => (o.Id, Home.Describe.Vote(v, o))));

    private static ChoiceInput Holdings(string name) => OneOf(name, (v, _) =>
        v.Person is null ? [] : v.State.Offices.HeldBy(v.Person, v.Now).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Select(o => (o, v.Words.Place(o))));
}
