using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Restrictions;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class RestrictionsOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        foreach (var motion in state.Motions.All.Values.Where(m => m is { Class: ClassRule.RestrictRight, Stage: MotionStage.Adopted } && !state.Restrictions.All.Values.Any(r => r.Motion == m.Id)).OrderBy(m => m.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, motion.Id, new EnterRestriction("offer", motion.Id, Liberty.Other, [], "-", "-", motion.Expires ?? day, Grounds: [RestrictionGround.Law]));
        foreach (var use in state.Restrictions.Uses.Values.Where(u => u.Undecided.Any()).OrderBy(u => u.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, use.Id, new TreatAlike(use.Id, [use.Undecided.First()], false, "-"));
        foreach (var restriction in state.Restrictions.All.Values.Where(r => r.AwaitsReview && r.From <= day).OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, restriction.Id, new ReviewRestriction(restriction.Id, "-"));
        foreach (var restriction in state.Restrictions.InForceOn(day))
        {
            yield return Offer.Of(state, person, at, restriction.Id, new UseRestriction("offer", restriction.Id, "-", restriction.Occasion, "-"));
            if (state.Restrictions.BeyondPurpose(restriction).LastOrDefault() is { } beyond
                && state.Motions.All.Values.Where(m => m is { Class: ClassRule.RestrictRight, Stage: MotionStage.Adopted } && m.FiledAt > beyond.At).OrderBy(m => m.Id, StringComparer.Ordinal).FirstOrDefault() is { } fresh)
                yield return Offer.Of(state, person, at, restriction.Id, new ConfirmWider(restriction.Id, fresh.Id, fresh.Current.Texts.Values.First()));
        }
        foreach (var emergency in state.Restrictions.Emergencies.Values.OrderBy(e => e.Id, StringComparer.Ordinal))
            if (state.Statutes.At(at).Emergency?.Declare.By is { } declares && state.Offices.Holds(person, declares.Id, at))
                yield return Offer.Of(state, person, at, emergency.Id, emergency.InForceOn(day)
                    ? new TakeMeasure("offer", emergency.Id, emergency.Powers.FirstOrDefault() ?? "-", "-")
                    : emergency.Account is null ? new GiveAccount(emergency.Id, "-") : new DisposeOfRemainder(emergency.Id, emergency.Left.FirstOrDefault(l => !emergency.Disposed.ContainsKey(l)) ?? "-"));
        if (state.Statutes.At(at).Emergency is { } rules && (rules.Declare.By is { } by && state.Offices.Holds(person, by.Id, at)))
            yield return Offer.Of(state, person, at, "new", new DeclareEmergency("offer", rules.Declare.Grounds.FirstOrDefault() ?? "-", [], "-", day));
    }
}
