using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Decisions;

/// <summary>The acts on decisions that a page can offer to one person, each put to the rules.</summary>
public static class DecisionsOffers
{
    /// <summary>Days after a session in which its motions are looked through.</summary>
    private const int RecentDays = 400;

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        foreach (var motion in state.Motions.All.Values.Where(m => state.Sessions.Find(m.Session) is { } s && s.Opens.AddDays(RecentDays) >= at).OrderBy(m => m.Id, StringComparer.Ordinal))
            foreach (var offer in On(state, motion, person, at)) yield return offer;
        foreach (var agreement in state.Decisions.Agreements.Values.Where(a => a.With.Contains(person, StringComparer.Ordinal) && !a.Confirmed.Contains(person)))
            yield return Offer.Of(state, person, at, agreement.Id, new ConfirmAgreement(agreement.Id));
        if (state.Offices.HeldBy(person, at).Any() && state.Offices.Tenures.Values.Where(t => t.HeldAt(at) && t.Person != person).MinBy(t => t.Id, StringComparer.Ordinal) is { } other)
            yield return Offer.Of(state, person, at, "new", new DepositAgreement("offer", [other.Person], BargainSubject.Posts, new string('0', 64)));
        foreach (var vote in state.Votes.All.Values.Where(v => v is { IsElection: true, Outcome: not null, ReplacedBy: null } && v.Candidates.ContainsKey(person) && Circumstances.Narrowed(state, v).Any()).OrderBy(v => v.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, vote.Id, new HoldElectionAgain(vote.Id));
        foreach (var session in Coming(state))
            foreach (var unequal in AccessRules.Of(state, session, at)) yield return Offer.Of(state, person, at, unequal.Document.Id, new DemandAccess(unequal.Document.Id, session.Id));
    }

    /// <summary>What one page about one motion offers.</summary>
    public static IEnumerable<Offer> On(State state, Motion motion, string person, DateTimeOffset at)
    {
        if (motion.Stage is MotionStage.Filed or MotionStage.OnAgenda or MotionStage.Gathering && motion.Mover == person)
        {
            var rules = state.Statutes.At(at);
            yield return Offer.Of(state, person, at, motion.Id, new RenouncePost(motion.Id, rules.Offices.Keys.Concat(rules.Bodies.Keys).Order(StringComparer.Ordinal).First()));
            if (state.Planning.Series.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } series)
                yield return Offer.Of(state, person, at, motion.Id, new SetMeasure("offer", motion.Id, MeasureKind.Success, series, true, 0, "-"));
        }
        if (motion.Stage is not (MotionStage.Adopted or MotionStage.Rejected)) yield break;
        foreach (var ground in Enum.GetValues<AgainGround>())
            if (AgainRules.Where(state, motion, ground, person, Coming(state), at) is { } session)
                yield return Offer.Of(state, person, at, motion.Id, new MoveAgain("offer", motion.Id, ground, session.Id, motion.Title, motion.Current.Texts));
    }

    private static IEnumerable<Session> Coming(State state) =>
        state.Sessions.All.Values.Where(s => s.Stage is SessionStage.Convened or SessionStage.Open).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal);
}
