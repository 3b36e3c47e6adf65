using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public static class SessionsRules
{
    public static Decision Decide(State state, Act act, SessionsCommand command) => command switch
    {
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };
}
