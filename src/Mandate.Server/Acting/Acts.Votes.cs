using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Votes() =>
    [
        Act("votes.put", f => new PutQuestion(f.NewId("vote"), f.Choice<VoteKind>("kind-of-vote"), f.TextOrNone("session"), f.TextOrNone("unit"), f.Text("subject"), f.TextOrNone("version") is null ? null : f.Number("version"), f.Text("question"), f.TextOrNone("replaces"), ReadOut: f.Flag("read-out")),
            Given("session"), Given("unit"), Given("subject"), Given("version"), Given("replaces"), Area("question"), new ChoiceInput("kind-of-vote", Kinds), OneOf("read-out", ReadOut) with { Optional = true }),
        Act("votes.open", f => new OpenVote(f.Text("vote")), Given("vote")),
        Act("votes.cast", f => new CastVote(f.Text("vote"), f.Choice<Choice>("choice"), f.Flag("read"), Confirmed(f)), Given("vote"), OneOf<Choice>("choice"), OneOf("read", HasRead) with { Optional = true }),
        Act("votes.cast-split", f => new CastSplit(f.Text("vote"), new Figures(f.Number("yes"), f.Number("no"), f.Number("abstain")), f.Flag("read"), Confirmed(f)), Given("vote"), new NumberInput("yes"), new NumberInput("no"), new NumberInput("abstain"), OneOf("read", HasRead) with { Optional = true }),
        Act("votes.cast-all", f => new CastAll(f.Text("vote"), f.Choice<Choice>("choice"), f.Flag("read"), Confirmed(f)), Given("vote"), OneOf<Choice>("choice"), OneOf("read", HasRead) with { Optional = true }),
        Act("votes.demand-roll-call", f => new DemandRollCall(f.Text("vote")), Given("vote")),
        Act("votes.cast-for", f => new CastFor(f.Text("vote"), f.Person("person"), f.Choice<Choice>("choice"), f.Flag("read"), Confirmed(f)), Given("vote"), Given("person"), OneOf<Choice>("choice"), OneOf("read", HasRead) with { Optional = true }),
        Act("votes.demand-count", f => new DemandCount(f.Text("vote")), Given("vote")),
        Act("votes.name-tellers", f => new NameTellers(f.Text("vote"), f.Persons("tellers")), Given("vote"), new PersonsInput("tellers", Several: true)),
        Act("votes.enter-figures", f => new EnterFigures(f.Text("vote"), new Figures(f.Number("yes"), f.Number("no"), f.Number("abstain")), f.TextOrNone("issued") is null ? null : Papers(f)), Given("vote"),
            new NumberInput("yes"), new NumberInput("no"), new NumberInput("abstain"),
            new NumberInput("issued") { Optional = true }, new NumberInput("counted") { Optional = true }, new NumberInput("blank") { Optional = true }, new NumberInput("spoiled") { Optional = true }, new NumberInput("unused") { Optional = true }),
        Act("votes.close", f => new CloseVote(f.Text("vote")), Given("vote")),
        Act("votes.declare", f => new DeclareResult(f.Text("vote")), Given("vote")),
        Act("votes.stop", f => new StopVote(f.Text("vote"), f.Text("reason")), Given("vote"), Area("reason")),
        Act("votes.challenge", f => new ChallengeResult(f.Text("vote"), f.Text("reason")), Given("vote"), Area("reason")),
        Act("votes.report-slip", f => f.TextOrNone("person") is null
                ? new ReportSlip(f.Text("vote"), f.NewId("slip"), null, null, new Figures(f.Number("yes"), f.Number("no"), f.Number("abstain")), f.Text("reason"))
                : new ReportSlip(f.Text("vote"), f.NewId("slip"), f.Person("person"), f.Choice<Choice>("choice"), null, f.Text("reason")),
            Given("vote"), new PersonsInput("person") { Optional = true }, OneOf<Choice>("choice") with { Optional = true },
            new NumberInput("yes") { Optional = true }, new NumberInput("no") { Optional = true }, new NumberInput("abstain") { Optional = true }, Area("reason")),
        Act("votes.record-paper-decision", f => new RecordPaperDecision(f.NewId("sheet"), f.Text("session"), f.Text("subject"), f.Visit.State.Motions.Find(f.Raw("subject") ?? "")?.Current.Number, f.Text("question"), f.Moment("decided-at"),
                new Figures(f.Number("yes"), f.Number("no"), f.Number("abstain")), f.Number("present"), f.Flag("secret"), f.Persons("tellers"), f.TextOrNone("sheets") is null ? null : f.File("sheets")),
            Given("session"), new ChoiceInput("subject", Subjects), Area("question"), new MomentInput("decided-at"), new NumberInput("yes"), new NumberInput("no"), new NumberInput("abstain"), new NumberInput("present"),
            OneOf("secret", (v, _) => [("no", v.Words["form.no"]), ("yes", v.Words["form.yes"])]), new PersonsInput("tellers", Several: true), new FileInput("sheets", ".txt,.csv,text/plain") { Optional = true }),
        Act("votes.demand-secret", f => new DemandSecret(f.Text("vote")), Given("vote")),
        Act("votes.confirm-box", f => new ConfirmBox(f.Text("vote"), f.Text("fingerprint")), Given("vote"), Line("fingerprint")),
        Act("votes.sign-slip", f => new SignSlip(f.Text("vote"), f.Text("slip")), Given("vote"), Given("slip")),
    ];

    private static IEnumerable<ActDefinition> Elections() =>
    [
        Act("votes.open-nominations", f => new OpenNominations(f.NewId("election"), f.TextOrNone("session"), Place(f), f.TextOrNone("for-session"), f.TextOrNone("ties"), f.TextOrNone("replaces")),
            Given("session"), Places("place"), Units("unit") with { Optional = true }, ComingSessions("for-session") with { Optional = true }, Line("ties") with { Optional = true }, Given("replaces")),
        Act("votes.nominate", f => new Nominate(f.Text("vote"), f.Person("person"), f.TextOrNone("unit")), Given("vote"), new PersonsInput("person"), Given("unit")),
        Act("votes.accept-nomination", f => new AcceptNomination(f.Text("vote")), Given("vote")),
        Act("votes.withdraw", f => new WithdrawCandidacy(f.Text("vote")), Given("vote")),
        Act("votes.close-nominations", f => new CloseNominations(f.Text("vote")), Given("vote")),
        Act("votes.issue-papers", f => new IssuePapers(f.Text("vote"), f.Persons("persons")), Given("vote"), new PersonsInput("persons", Several: true)),
        Act("votes.enter-papers", f => new EnterPapers(f.Text("vote"), f.File("ballots"), Papers(f)), Given("vote"), new FileInput("ballots", ".blt,text/plain"),
            new NumberInput("issued"), new NumberInput("counted"), new NumberInput("blank"), new NumberInput("spoiled"), new NumberInput("unused")),
        Act("votes.confirm-elected", f => new ConfirmElected(f.Text("vote"), f.Text("person"), f.Flag("confirms"), f.TextOrNone("reason")), Given("vote"), Given("person"),
            OneOf("confirms", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("reason") with { Optional = true }),
        Act("votes.publish-result", f => new PublishElection(f.Text("vote"), f.Text("papers")), Given("vote"), Given("papers")),
    ];

    /// <summary>Asked for only where the text refers to other words.</summary>
    private static IEnumerable<(string, string)> ReadOut(Keeping.Visit v, Filling f) =>
        References.Of(v.State, new(v.Kept.Blob), f.Raw("subject"), f.TextOrNone("version") is null ? null : f.Number("version")).IsEmpty ? [] : [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])];

    /// <summary>The passages to which a text refers and that the voter has confirmed, each by itself, in the order of the ballot.</summary>
    private static ImmutableArray<string> Confirmed(Filling f) => f.Visit.State.Votes.Find(f.Raw("vote") ?? "") is not { } vote ? []
        : [.. References.Of(f.Visit.State, new(f.Visit.Kept.Blob), vote.Question.Subject, vote.Question.TextVersion).Where((_, i) => f.Flag(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"passage-{i}"))).Select(r => r.Name)];

    private static IEnumerable<(string, string)> HasRead(Keeping.Visit v, Filling f) =>
        v.State.Votes.Find(f.Raw("vote") ?? "") is not { } vote || References.Of(v.State, new(v.Kept.Blob), vote.Question.Subject, vote.Question.TextVersion).IsEmpty ? [] : [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])];

    /// <summary>The ways to vote on what is put; one that the rules exclude stays visible with its reason.</summary>
    private static IEnumerable<Look.Forms.Choices.Option> Kinds(Keeping.Visit visit, Filling filling)
    {
        foreach (var kind in new[] { VoteKind.Hands, VoteKind.Open, VoteKind.RollCall, VoteKind.Paper, VoteKind.Uncontested })
        {
            var text = visit.Words.Value(kind);
            var put = new PutQuestion("ask", kind, filling.TextOrNone("session"), filling.TextOrNone("unit"), filling.Raw("subject") ?? "", filling.TextOrNone("version") is null ? null : filling.Number("version"), "?", filling.TextOrNone("replaces"), ReadOut: true);
            var excluded = visit.Person is { } person && visit.Kept.Ask(person, put) is Mandate.Organisation.Acts.Decision.Refused { Refusal: { } refusal } && refusal.Code.StartsWith("votes.", StringComparison.Ordinal) ? visit.Say(refusal) : null;
            yield return new(kind.ToString(), text, Refused: excluded?.Sentence, Clause: excluded?.Clause);
        }
    }

    /// <summary>What the hall can have decided on its sheets: the items of the agenda and the rulings of the chair.</summary>
    private static IEnumerable<Look.Forms.Choices.Option> Subjects(Keeping.Visit visit, Filling filling)
    {
        if (filling.Raw("session") is not { } id || visit.State.Sessions.Find(id) is not { } session) yield break;
        foreach (var item in session.Agenda.Where(i => i.Kind is not (Mandate.Organisation.Sessions.ItemKind.Opening or Mandate.Organisation.Sessions.ItemKind.Election)))
            yield return new(item.Reference ?? item.Id, Home.Describe.Item(visit, item));
        foreach (var ruling in session.Rulings) yield return new(ruling.Id, ruling.Text);
    }

    private static Reconciliation Papers(Filling f) => new(f.Number("issued"), f.Number("counted"), f.Number("blank"), f.Number("spoiled"), f.Number("unused"));
}
