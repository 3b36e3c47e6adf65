using Mandate.Organisation.Acts;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Trust;

/// <summary>What a person can do about keys: their own, and the notices that the keeper of the register gives.</summary>
public static class TrustOffers
{
    /// <summary>A key that stands for the one a device will make.</summary>
    private const string Prototype = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        if (state.Roll.Member(person) is { Counts: true }) yield return Offer.Of(state, person, at, person, new RegisterKey(Prototype, false));
        foreach (var key in state.Trust.KeysOf(person).Where(k => !k.HasEnded(at))) yield return Offer.Of(state, person, at, key.Key, new WithdrawKey(key.Key));
        if (!state.Offices.Holds(person, RollRules.Members(state.Statutes.At(at)).Register.KeptBy.Id, at)) yield break;
        foreach (var (owner, key) in state.Trust.AwaitingNotice(at).Take(50)) yield return Offer.Of(state, person, at, key.Key, new RecordKeyNotice(owner, key.Key, "-"));
    }
}
