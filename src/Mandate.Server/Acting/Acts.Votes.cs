using Mandate.Organisation.Votes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Votes() =>
    [
        Act("votes.put", f => new PutQuestion(f.NewId("vote"), f.Choice<VoteKind>("kind-of-vote"), f.TextOrNone("session"), f.TextOrNone("unit"), f.Text("subject"), f.TextOrNone("version") is null ? null : f.Number("version"), f.Text("question"), f.TextOrNone("replaces")),
            Given("session"), Given("unit"), Given("subject"), Given("version"), Given("replaces"), Area("question"), OneOf("kind-of-vote", VoteKind.Hands, VoteKind.Open, VoteKind.RollCall, VoteKind.Paper, VoteKind.Uncontested)),
        Act("votes.open", f => new OpenVote(f.Text("vote")), Given("vote")),
        Act("votes.cast", f => new CastVote(f.Text("vote"), f.Choice<Choice>("choice")), Given("vote"), OneOf<Choice>("choice")),
        Act("votes.demand-count", f => new DemandCount(f.Text("vote")), Given("vote")),
        Act("votes.name-tellers", f => new NameTellers(f.Text("vote"), f.Several("tellers")), Given("vote"), new PersonsInput("tellers", Several: true)),
        Act("votes.enter-figures", f => new EnterFigures(f.Text("vote"), new Figures(f.Number("yes"), f.Number("no"), f.Number("abstain")), f.TextOrNone("issued") is null ? null : Papers(f)), Given("vote"),
            new NumberInput("yes"), new NumberInput("no"), new NumberInput("abstain"),
            new NumberInput("issued") { Optional = true }, new NumberInput("counted") { Optional = true }, new NumberInput("blank") { Optional = true }, new NumberInput("spoiled") { Optional = true }, new NumberInput("unused") { Optional = true }),
        Act("votes.close", f => new CloseVote(f.Text("vote")), Given("vote")),
        Act("votes.declare", f => new DeclareResult(f.Text("vote")), Given("vote")),
        Act("votes.stop", f => new StopVote(f.Text("vote"), f.Text("reason")), Given("vote"), Area("reason")),
        Act("votes.challenge", f => new ChallengeResult(f.Text("vote"), f.Text("reason")), Given("vote"), Area("reason")),
        Act("votes.sign-slip", f => new SignSlip(f.Text("vote"), f.Text("slip")), Given("vote"), Given("slip")),
    ];

    private static IEnumerable<ActDefinition> Elections() =>
    [
        Act("votes.open-nominations", f => new OpenNominations(f.NewId("election"), f.TextOrNone("session"), Place(f), f.TextOrNone("for-session"), f.TextOrNone("ties"), f.TextOrNone("replaces")),
            Given("session"), Places("place"), Units("unit") with { Optional = true }, ComingSessions("for-session") with { Optional = true }, Line("ties") with { Optional = true }, Given("replaces")),
        Act("votes.nominate", f => new Nominate(f.Text("vote"), f.Text("person"), f.TextOrNone("unit")), Given("vote"), new PersonsInput("person"), Given("unit")),
        Act("votes.accept-nomination", f => new AcceptNomination(f.Text("vote")), Given("vote")),
        Act("votes.withdraw", f => new WithdrawCandidacy(f.Text("vote")), Given("vote")),
        Act("votes.close-nominations", f => new CloseNominations(f.Text("vote")), Given("vote")),
        Act("votes.issue-papers", f => new IssuePapers(f.Text("vote"), f.Several("persons")), Given("vote"), new PersonsInput("persons", Several: true)),
        Act("votes.enter-papers", f => new EnterPapers(f.Text("vote"), f.File("ballots"), Papers(f)), Given("vote"), new FileInput("ballots", ".blt,text/plain"),
            new NumberInput("issued"), new NumberInput("counted"), new NumberInput("blank"), new NumberInput("spoiled"), new NumberInput("unused")),
        Act("votes.confirm-elected", f => new ConfirmElected(f.Text("vote"), f.Text("person"), f.Flag("confirms"), f.TextOrNone("reason")), Given("vote"), Given("person"),
            OneOf("confirms", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("reason") with { Optional = true }),
        Act("votes.publish-result", f => new PublishElection(f.Text("vote"), f.Text("papers")), Given("vote"), Given("papers")),
    ];

    private static Reconciliation Papers(Filling f) => new(f.Number("issued"), f.Number("counted"), f.Number("blank"), f.Number("spoiled"), f.Number("unused"));
}
