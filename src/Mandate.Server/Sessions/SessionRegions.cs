using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;
using Mandate.Server.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Sessions;

/// <summary>Publishes what the hall is at whenever the record has grown: for readers, and for the wall.</summary>
public static class SessionRegions
{
    public static string Now(string slug, string session) => $"{slug}/{session}/now";

    public static string Screen(string slug, string session) => $"{slug}/{session}/screen";

    /// <summary>As nobody in particular sees it: names of people in office only, for the fragments go to every reader alike.</summary>
    public static void Publish(LiveRegions regions, IKept kept)
    {
        foreach (var session in kept.State.Sessions.All.Values.Where(s => s.Stage is SessionStage.Open or SessionStage.Adjourned))
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(RunningItem.Id)] = session.Id };
            regions.Publish<RunningItem>(Now(kept.Slug, session.Id), values, AsAnybody);
            regions.Publish<HallScreen>(Screen(kept.Slug, session.Id), values, AsAnybody);
        }

        void AsAnybody(IServiceProvider services) => services.GetRequiredService<Visit>().Set(kept, person: null);
    }
}
