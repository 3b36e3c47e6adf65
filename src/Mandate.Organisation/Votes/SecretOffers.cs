using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>The acts on votes by sealed ballots that need no file and no head of the box; the others have pages of their own.</summary>
internal static class SecretOffers
{
    public static IEnumerable<Command> On(State state, Vote v, string person, DateTimeOffset at)
    {
        foreach (var demand in BallotDemands.On(state, v, at))
        {
            if (demand.For == VoteKind.RollCall && !v.RollCallDemandedBy.Contains(person)) yield return new DemandRollCall(v.Id);
            if (demand.For == VoteKind.Secret && !v.SecretDemandedBy.Contains(person)) yield return new DemandSecret(v.Id);
        }
        if (v.Stage is VoteStage.ReadBack or VoteStage.Standing && v.Box is { } box && box.Awaits(person)) yield return new ConfirmBox(v.Id, box.Fingerprint);
    }
}
