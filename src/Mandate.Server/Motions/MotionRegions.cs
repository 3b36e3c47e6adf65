using Mandate.Organisation.Motions;
using Mandate.Server.Keeping;
using Mandate.Server.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Motions;

/// <summary>Publishes drafts of motions whenever the record has grown: the floor sees what the desk proposes.</summary>
public static class MotionRegions
{
    public static string Draft(string slug, string motion) => $"{slug}/motions/{motion}/draft";

    /// <summary>As nobody in particular sees it; only for motions for whose amendments something is proposed.</summary>
    public static void Publish(LiveRegions regions, IKept kept)
    {
        foreach (var motion in kept.State.Motions.All.Values.Where(m => m.Stage is MotionStage.Filed or MotionStage.OnAgenda && m.Amendments.Any(a => a is { IsOpen: true, Proposal: not null })))
            regions.Publish<MergedDraft>(Draft(kept.Slug, motion.Id), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(MergedDraft.Id)] = motion.Id },
                services => services.GetRequiredService<Visit>().Set(kept, person: null));
    }
}
