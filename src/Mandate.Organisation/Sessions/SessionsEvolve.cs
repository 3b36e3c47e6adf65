using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public static class SessionsEvolve
{
    public static SessionsState Evolve(this SessionsState state, SessionsEvent happened, Occasion occasion) => happened switch
    {
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
