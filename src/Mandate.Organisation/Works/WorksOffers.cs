using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Works;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class WorksOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        yield return Offer.Of(state, person, at, "new", new BeginWork("offer", "-", Culture.Art));
        var serves = state.Offices.HeldBy(person, at).Any();
        foreach (var work in state.Works.All.Values.Where(w => w.EndedAt is null).OrderBy(w => w.Id, StringComparer.Ordinal))
        {
            var makes = state.Works.Makes(work, person) || work.Unit is { } unit && state.Offices.SpeaksFor(person, unit, at);
            if (makes)
            {
                yield return Offer.Of(state, person, at, work.Id, new PublishWork(work.Id, new string('0', 64)));
                yield return Offer.Of(state, person, at, work.Id, new EndWork(work.Id));
                foreach (var request in state.Works.Requests.Values.Where(r => r.Work == work.Id && r.Agreed is null).OrderBy(r => r.Id, StringComparer.Ordinal))
                    yield return Offer.Of(state, person, at, request.Id, new AnswerOnWork(request.Id, true, "-"));
            }
            else if (serves)
            {
                yield return Offer.Of(state, person, at, work.Id, new AskOfWork("offer", work.Id, Aspect.Time, false, "-"));
            }
        }
    }
}
