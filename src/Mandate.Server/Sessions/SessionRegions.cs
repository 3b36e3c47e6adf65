using Mandate.Organisation;
using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Live;

namespace Mandate.Server.Sessions;

/// <summary>Publishes what the hall is at whenever the record has grown.</summary>
public static class SessionRegions
{
    public static string Now(string slug, string session) => $"{slug}/{session}/now";

    /// <summary>Names of people in office only: the fragment goes to every reader alike.</summary>
    public static void Publish(LiveRegions regions, IKept kept)
    {
        var (state, now) = (kept.State, kept.Now);
        foreach (var session in state.Sessions.All.Values.Where(s => s.Stage is SessionStage.Open or SessionStage.Adjourned))
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(RunningItem.State)] = state,
                [nameof(RunningItem.Session)] = session,
                [nameof(RunningItem.Now)] = now,
                [nameof(RunningItem.Names)] = (Func<string, string?>)(id => InOffice(state, id) ? kept.NameOf(id) : null),
                [nameof(RunningItem.Address)] = "/o/" + kept.Slug,
            };
            regions.Publish<RunningItem>(Now(kept.Slug, session.Id), values, here => Visit.Prepare(here, kept, state, now));
        }
    }

    private static bool InOffice(State state, string person) => state.Offices.Career(person).Any();
}
