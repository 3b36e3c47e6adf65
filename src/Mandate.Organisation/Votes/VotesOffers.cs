using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>The acts on votes and elections that a page can offer to one person, each put to the rules.</summary>
public static class VotesOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at) =>
        OfChair(state, person, at).Concat(state.Votes.All.Values
            .Where(v => v.Stage is not (VoteStage.Stopped or VoteStage.Challenged or VoteStage.Replaced))
            .OrderBy(v => v.Id, StringComparer.Ordinal)
            .SelectMany(v => Commands(state, v, person, at).Select(c => Offer.Of(state, person, at, v.Id, c))));

    /// <summary>The acts on one vote.</summary>
    public static IEnumerable<Offer> On(State state, Vote vote, string person, DateTimeOffset at) =>
        Commands(state, vote, person, at).Select(c => Offer.Of(state, person, at, vote.Id, c));

    private static IEnumerable<Offer> OfChair(State state, string person, DateTimeOffset at)
    {
        foreach (var s in state.Sessions.All.Values.Where(s => s.Stage == SessionStage.Open && s.ChairPerson == person).OrderBy(s => s.Id, StringComparer.Ordinal))
            if (s.Agenda.FirstOrDefault(i => i.Id == s.RunningItem) is { } item)
            {
                var subject = item.Reference ?? item.Id;
                if (item is { Kind: ItemKind.Election, Reference: { } place })
                {
                    // The agenda names a place as BODY/GROUP or OFFICE.
                    var parts = place.Split('/', 2);
                    yield return Offer.Of(state, person, at, place, new OpenNominations("offer", s.Id, new Seat(parts[0], parts.Length > 1 ? parts[1] : null, s.Unit), null));
                    continue;
                }
                yield return Offer.Of(state, person, at, subject, new PutQuestion("offer", VoteKind.Paper, s.Id, null, subject, state.Motions.Find(subject)?.Current.Number, item.Title));
            }
    }

    private static IEnumerable<Command> Commands(State state, Vote v, string person, DateTimeOffset at)
    {
        var conducts = Conduct.Of(state, new Act("", at, person, new CloseVote(v.Id)), v) is null;
        var tells = v.Tellers.Contains(person, StringComparer.Ordinal);
        if (!v.Awaiting.IsEmpty && ElectionRules.SelectOf(state, v.Place!, at) is Constitutions.Elect { Confirm.By.Id: var by } && state.Offices.Holds(person, by, at))
            foreach (var waiting in v.Awaiting) yield return new ConfirmElected(v.Id, waiting, true);
        foreach (var command in v.IsElection ? OfElection(v, person, conducts, tells) : OfQuestion(v, person, conducts, tells)) yield return command;
        if (conducts && v.Stage != VoteStage.Result) yield return new StopVote(v.Id, "?");
    }

    private static IEnumerable<Command> OfElection(Vote v, string person, bool conducts, bool tells)
    {
        switch (v.Stage)
        {
            case VoteStage.Nominations:
                if (v.Candidates.GetValueOrDefault(person) is { } stands) yield return stands is { Accepted: true, Withdrawn: false } ? new WithdrawCandidacy(v.Id) : new AcceptNomination(v.Id);
                else yield return new Nominate(v.Id, person);
                if (conducts) yield return new CloseNominations(v.Id);
                break;
            case VoteStage.Standing when conducts:
                yield return new OpenVote(v.Id);
                break;
            case VoteStage.Running when conducts:
                yield return new CloseVote(v.Id);
                break;
            case VoteStage.Counting:
                if (tells) yield return new EnterPapers(v.Id, "", new Reconciliation(v.TookPart.Count, 0, 0, 0, v.TookPart.Count));
                if (conducts || tells) yield return new PublishElection(v.Id, v.LastEntries.FirstOrDefault()?.Ballots ?? "");
                break;
        }
    }

    private static IEnumerable<Command> OfQuestion(Vote v, string person, bool conducts, bool tells)
    {
        switch (v.Stage)
        {
            case VoteStage.ReadBack:
                if (v.Kind == VoteKind.Uncontested) yield return new DemandCount(v.Id);
                if (conducts) yield return v.Kind == VoteKind.Uncontested ? new DeclareResult(v.Id) : new OpenVote(v.Id);
                break;
            case VoteStage.Running:
                if (v.Kind is VoteKind.Open or VoteKind.RollCall) yield return new CastVote(v.Id, Another(v, person));
                if (conducts) yield return new CloseVote(v.Id);
                break;
            case VoteStage.Closed or VoteStage.Counting:
                if (tells) yield return new EnterFigures(v.Id, new Figures(0, 0, 0), v.Kind == VoteKind.Paper ? new Reconciliation(v.TookPart.Count, 0, 0, 0, v.TookPart.Count) : null);
                if (conducts) yield return new DeclareResult(v.Id);
                break;
            case VoteStage.Result:
                yield return new ChallengeResult(v.Id, "?");
                foreach (var slip in v.Slips.Where(s => s.Chair is null && conducts)) yield return new SignSlip(v.Id, slip.Id);
                break;
        }
    }

    /// <summary>A choice other than the one that stands: the page lets the person choose.</summary>
    private static Choice Another(Vote v, string person) => v.Casts.TryGetValue(person, out var now) && now == Choice.Yes ? Choice.No : Choice.Yes;
}
