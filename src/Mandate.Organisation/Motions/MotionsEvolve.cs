using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

public static class MotionsEvolve
{
    public static MotionsState Evolve(this MotionsState state, MotionsEvent happened, Occasion occasion) => happened switch
    {
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
