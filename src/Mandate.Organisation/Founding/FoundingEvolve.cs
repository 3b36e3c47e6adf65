using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Founding;

public static class FoundingEvolve
{
    public static FoundingState Evolve(this FoundingState state, FoundingEvent happened, Occasion occasion) => happened switch
    {
        FoundingOpened e => state with { Stage = FoundingStage.Open, Id = e.Organisation, Founders = e.Founders, Rehearsal = e.Rehearsal, Clock = e.Rehearsal ? occasion.At : null },
        FoundingApproved e => state with { Approved = state.Approved.Add(e.Founder) },
        ApprovalsVoided => state with { Approved = state.Approved.Clear() },
        FoundingClosed => state with { Stage = FoundingStage.Closed, ClosedAt = occasion.At },
        ClockAdvanced e => state with { Clock = e.To },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
