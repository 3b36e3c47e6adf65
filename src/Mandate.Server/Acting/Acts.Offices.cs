using Mandate.Organisation.Offices;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Offices() =>
    [
        Act("offices.sign-act", f => new SignAct(f.Text("resolution"), []), Given("resolution")),
        Act("offices.propose-appointment", f => new ProposeAppointment(f.NewId("proposal"), f.Person("person"), Place(f)), new PersonsInput("person"), Places("place"), Units("unit") with { Optional = true }),
        Act("offices.consent-appointment", f => new ConsentToAppointment(f.Text("proposal"), f.Text("as")), Given("proposal"), Holdings("as")),
        Act("offices.appoint", f => new AppointProposed(f.Text("proposal")), Given("proposal")),
        Act("offices.resign", f => new Resign(f.Text("tenure")), Given("tenure")),
        Act("offices.start-recall", f => new StartRecall(f.NewId("recall"), f.Text("tenure")), Given("tenure")),
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

    private static ChoiceInput Holdings(string name) => OneOf(name, (v, _) =>
        v.Person is null ? [] : v.State.Offices.HeldBy(v.Person, v.Now).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Select(o => (o, v.Words.Place(o))));
}
