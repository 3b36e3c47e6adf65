using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>The acts on votes by sealed ballots that need no file and no head of the box; the others have pages of their own.</summary>
internal static class SecretOffers
{
    public static IEnumerable<Command> On(State state, Vote v, string person, DateTimeOffset at)
    {
        if (v.Stage == VoteStage.ReadBack && v.Kind is not (VoteKind.Paper or VoteKind.Secret) && state.Statutes.At(at).Procedure.SecretOnDemand is not null && !v.SecretDemandedBy.Contains(person))
            yield return new DemandSecret(v.Id);
        if (v.Stage is VoteStage.ReadBack or VoteStage.Standing && v.Box is { } box && box.Awaits(person)) yield return new ConfirmBox(v.Id, box.Fingerprint);
    }
}
