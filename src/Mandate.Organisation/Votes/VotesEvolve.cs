using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public static class VotesEvolve
{
    public static VotesState Evolve(this VotesState state, VotesEvent happened, Occasion occasion) => happened switch
    {
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
