using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>The acts on votes by sealed ballots that need no file and no head of the box; the others have pages of their own.</summary>
internal static class SecretOffers
{
    public static IEnumerable<Command> On(State state, Vote v, string person, DateTimeOffset at)
    {
        foreach (var (kind, _) in BallotDemands.Open(state, v, at))
            if (!BallotDemands.By(v, kind).Contains(person)) yield return kind == VoteKind.RollCall ? new DemandRollCall(v.Id) : new DemandSecret(v.Id);
        if (v.Stage is VoteStage.ReadBack or VoteStage.Standing && v.Box is { } box && box.Awaits(person)) yield return new ConfirmBox(v.Id, box.Fingerprint);
    }
}
